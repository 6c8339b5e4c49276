import * as v from 'valibot';
import { InputError } from '@/domain/issue';
import type { InputFile } from './archive';

export const MANIFEST_NAME = 'datapackage.json';

const Manifest = v.looseObject({
  name: v.optional(v.string()),
  title: v.optional(v.string()),
  resources: v.array(
    v.looseObject({
      name: v.string(),
      path: v.union([v.string(), v.array(v.string())]),
      hash: v.optional(v.string()),
    }),
  ),
});

export type Manifest = v.InferOutput<typeof Manifest>;

/**
 * Reads datapackage.json (Frictionless Data Package).
 * @throws InputError saying which part is wrong.
 */
export function readManifest(file: InputFile): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file.bytes));
  } catch (error) {
    throw unreadable(file.path, `it is not JSON in UTF-8 (${String(error)})`);
  }
  const parsed = v.safeParse(Manifest, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw unreadable(file.path, `${v.getDotPath(issue) ?? 'the document'}: ${issue.message}`);
}

const unreadable = (file: string, found: string) =>
  new InputError([
    {
      code: 'unreadable_file',
      file,
      found,
      message: `${file}: cannot be used as a package description, ${found}.`,
    },
  ]);

import { openAsBlob, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { InputError, type Issue } from '@/domain/issue';
import { isLitter, listEntries, unpackEntry } from '@/importers/archive';
import { reasonOf, refusal } from '@/importers/refuse';
import { sniff } from '@/importers/sniff';
import type { InputSource } from '@/importers/source';

interface NamedFile {
  /** Path as the user would write it, with archives. */
  given: string;
  /** Name with the folders below the one given, and archives. */
  file: string;
}

/** A file to be converted: on disk, or already unpacked. */
export interface FileTask extends NamedFile {
  from: { path: string } | { bytes: Uint8Array };
}

/** A file that cannot even be handed to a reader. */
export interface LostFile extends NamedFile {
  lost: readonly Issue[];
}

export type Task = FileTask | LostFile;

/** Archives in archives that are opened. */
const MAX_NESTED = 1;

/** Files of a folder in the order of their names; hidden ones, and all below `out`, are left alone. */
function filesBelow(folder: string, out: string): string[] {
  const isOut = (path: string): boolean => path === out || path.startsWith(out + sep);
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (isLitter(entry.name) || isOut(resolve(path))) return [];
      if (entry.isDirectory()) return filesBelow(path, out);
      return entry.isFile() ? [path] : [];
    });
}

async function* tasksOf({ given, file }: NamedFile): AsyncGenerator<Task> {
  const blob = await openAsBlob(given);
  if (await isArchive({ path: file, blob })) yield* insideOf({ given, file, blob }, 0);
  else yield { given, file, from: { path: given } };
}

const isArchive = async (source: InputSource): Promise<boolean> =>
  (await source.blob.slice(0, 2).text()) === 'PK' && (await sniff(source)) === 'zip';

/** The files of an archive, unpacked one at a time. */
async function* insideOf(
  { given, file, blob }: NamedFile & { blob: Blob },
  depth: number,
): AsyncGenerator<Task> {
  const archive = { path: file, blob };
  if (depth > MAX_NESTED) {
    throw refusal(
      'unsupported_format',
      file,
      'it is an archive in an archive in an archive; unpack it and convert the files.',
    );
  }
  const entries = (await listEntries(archive)).filter(({ name }) => !isLitter(name));
  if (entries.length === 0) throw refusal('empty_file', file, 'the archive holds no files.');
  for (const entry of entries) {
    const name = entry.name.replaceAll('\\', '/');
    const inner = { given: `${given}/${name}`, file: `${file}/${name}` };
    yield* unlessLost(inner, async function* (): AsyncGenerator<Task> {
      const content = await unpackEntry(archive, entry);
      if (await isArchive({ path: inner.file, blob: content })) {
        yield* insideOf({ ...inner, blob: content }, depth + 1);
      } else yield { ...inner, from: { bytes: new Uint8Array(await content.arrayBuffer()) } };
    });
  }
}

/** The tasks, or the reason why there are none. */
async function* unlessLost(
  named: NamedFile,
  tasks: () => AsyncGenerator<Task>,
): AsyncGenerator<Task> {
  try {
    yield* tasks();
  } catch (error) {
    yield { ...named, lost: error instanceof InputError ? error.issues : [lost(named, error)] };
  }
}

const lost = ({ given }: NamedFile, error: unknown): Issue => ({
  code: 'unreadable_file',
  file: given,
  found: reasonOf(error),
  message: `${given}: it cannot be read: ${reasonOf(error)}.`,
});

function filesOf(input: string, out: string): NamedFile[] {
  if (!statSync(input).isDirectory()) return [{ given: input, file: basename(input) }];
  return filesBelow(input, resolve(out)).map((given) => ({
    given,
    file: `${basename(resolve(input))}/${relative(input, given).replaceAll(sep, '/')}`,
  }));
}

/** All files that inputs hold: those of folders, and of archives. What cannot be opened is told in its place. */
export async function* fileTasks(inputs: readonly string[], out: string): AsyncGenerator<Task> {
  for (const input of inputs) {
    yield* unlessLost({ given: input, file: input }, async function* (): AsyncGenerator<Task> {
      for (const named of filesOf(input, out)) yield* unlessLost(named, () => tasksOf(named));
    });
  }
}

import * as v from 'valibot';
import { DUPLICATE_CHOICES } from '@/domain/duplicates';
import { IMPORT_FIELD_IDS } from '@/domain/import-fields';
import type { GroupRecipe, StoredDataset } from '@/domain/stored-dataset';
import { PRINTED_UNITS, SCOPES, STAGES, TABLE_IDS } from '@/domain/vocabulary';

/** Raised whenever a stored recipe no longer means what it meant. */
export const MANIFEST_VERSION = 1;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const ordinal = v.pipe(v.number(), v.integer(), v.minValue(1));
const text = v.nullable(v.string());
const unit = v.nullable(v.picklist(PRINTED_UNITS));
const year = v.nullable(v.pipe(v.number(), v.integer()));
const words = v.optional(v.string());

/** Keys are texts of the data, `__proto__` among them: the object is taken as JSON made it. */
const answers = v.custom<Readonly<Record<string, string>>>(
  (input) =>
    typeof input === 'object' &&
    input !== null &&
    !Array.isArray(input) &&
    Object.values(input).every((value) => typeof value === 'string'),
  'must be texts by text',
);

const frame = v.strictObject({
  header: v.nullable(v.strictObject({ from: ordinal, to: ordinal })),
  unit,
  year,
  stage: v.nullable(v.picklist(STAGES)),
  scope: v.nullable(v.picklist(SCOPES)),
  organization: text,
  place: text,
  evidence: v.strictObject({
    unit: words,
    year: words,
    stage: words,
    scope: words,
    organization: words,
    place: words,
  }),
});

export const mapping = v.strictObject({
  columns: v.array(
    v.strictObject({
      field: v.nullable(v.picklist(IMPORT_FIELD_IDS)),
      year,
      unit,
      certainty: v.picklist(['sure', 'likely', 'chosen', 'none']),
    }),
  ),
  table: v.picklist(TABLE_IDS),
  decimalComma: v.boolean(),
});

const group = v.strictObject({
  headers: v.array(v.string()),
  tables: v.array(
    v.strictObject({
      file: v.string(),
      sheet: text,
      order: v.array(v.pipe(v.number(), v.integer())),
      frame,
    }),
  ),
  mapping,
  places: answers,
}) satisfies v.GenericSchema<unknown, GroupRecipe>;

const duplicates = v.picklist(DUPLICATE_CHOICES);

const dataset = v.strictObject({
  id: v.string(),
  name: v.string(),
  loadedAt: v.pipe(v.string(), v.isoTimestamp()),
  files: v.array(
    v.strictObject({
      path: v.string(),
      bytes: count,
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    }),
  ),
  recipe: v.variant('kind', [
    v.strictObject({ kind: v.literal('package'), duplicates }),
    v.strictObject({ kind: v.literal('tables'), duplicates, groups: v.array(group) }),
  ]),
  documents: v.array(v.string()),
  records: v.nullable(v.strictObject({ loaded: count, rejected: count })),
}) satisfies v.GenericSchema<unknown, StoredDataset>;

const versioned = v.looseObject({ version: v.number() });
const manifest = v.strictObject({ version: v.literal(MANIFEST_VERSION), dataset });

/** Text that `readManifest` reads again. */
export const writeManifest = (stored: StoredDataset): string =>
  JSON.stringify({ version: MANIFEST_VERSION, dataset: stored });

export type ManifestReading = { dataset: StoredDataset } | { fault: string };

/**
 * Reads the manifest of a dataset; it may come from another version of this page, or from anywhere else.
 * Gives the dataset, or in English why it cannot be used.
 */
export function readManifest(id: string, json: string): ManifestReading {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (error) {
    return { fault: `its description is not JSON (${String(error)})` };
  }
  if (v.is(versioned, parsed) && parsed.version !== MANIFEST_VERSION) {
    return { fault: `it is of version ${parsed.version}, this page reads ${MANIFEST_VERSION}` };
  }
  const read = v.safeParse(manifest, parsed);
  if (!read.success) {
    const [issue] = read.issues;
    return { fault: `${v.getDotPath(issue) ?? 'its description'}: ${issue.message}` };
  }
  if (read.output.dataset.id !== id) return { fault: `it calls itself ${read.output.dataset.id}` };
  return { dataset: read.output.dataset };
}

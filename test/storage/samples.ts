import { IMPORT_FIELD_IDS } from '@/domain/import-fields';
import type { GroupRecipe, StoredDataset } from '@/domain/stored-dataset';
import type { StoredFile } from '@/storage/storage';

/** A file whose bytes follow from its size and seed. */
export function sampleFile(path: string, size: number, seed = 1): StoredFile {
  const bytes = new Uint8Array(size);
  for (let index = 0; index < size; index += 1) bytes[index] = (index * seed + (index >> 8)) & 255;
  return { path, blob: new Blob([bytes]) };
}

/** A dataset of these files; of a package unless something else is said. */
export const sampleDataset = (
  id: string,
  files: readonly StoredFile[],
  over: Partial<StoredDataset> = {},
): StoredDataset => ({
  id,
  name: '靖宇县 2026',
  loadedAt: '2026-03-01T08:00:00.000Z',
  files: files.map(({ path, blob }) => ({ path, bytes: blob.size, sha256: 'ab'.repeat(32) })),
  recipe: { kind: 'package', duplicates: 'keep' },
  documents: ['220622-2026'],
  records: null,
  ...over,
});

/** A group with every value filled, and a text of the data that is a name in JavaScript as well. */
export const sampleGroup: GroupRecipe = {
  headers: ['单位名称', '2026年预算数/合计'],
  tables: [
    {
      file: '预算/2026.xlsx',
      sheet: 'Sheet1',
      order: [1, 0],
      frame: {
        header: { from: 2, to: 3 },
        unit: '万元',
        year: 2026,
        stage: 'budget',
        scope: 'department',
        organization: '某局',
        place: '220622',
        evidence: { unit: '单位：万元' },
      },
    },
  ],
  mapping: {
    columns: [
      { field: null, year: null, unit: null, certainty: 'none' },
      { field: IMPORT_FIELD_IDS[0]!, year: 2026, unit: '千元', certainty: 'chosen' },
    ],
    table: 'expenditure',
    decimalComma: false,
  },
  places: JSON.parse('{"__proto__": "220622", "constructor": "", "城关镇": "222400"}'),
};

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import Papa from 'papaparse';
import { InputError } from '@/domain/issue';
import { readNumber } from '@/domain/number-forms';
import type { PublishedDocument } from '@/domain/published-document';
import { gridsOf, hasCorpus, readCorpus } from './corpus';

const FOLDER = '../shared/corpus/published';

interface Value {
  file: string;
  page: string;
  item: string;
  value: string;
}

const files = hasCorpus
  ? (readdirSync(FOLDER, { recursive: true }) as string[])
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.pdf'))
      .toSorted()
  : [];
const values: readonly Value[] = hasCorpus
  ? Papa.parse<Value>(readFileSync(`${FOLDER}/VALUES.csv`, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data
  : [];

/** Cells of a page that hold a figure, by its exact value. */
function figuresOn(document: PublishedDocument, page: number): Map<string, (string | null)[]> {
  const found = new Map<string, (string | null)[]>();
  for (const grid of gridsOf(document)) {
    if (grid.page !== page) continue;
    for (const { text, doubt } of grid.cells) {
      const { value } = readNumber(text);
      if (value !== null) found.set(value, [...(found.get(value) ?? []), doubt]);
    }
  }
  return found;
}

/** Grids, cells and doubts of a document, or why it was refused. */
async function outcomeOf(file: string) {
  try {
    const document = await readCorpus(`published/${file}`);
    const cells = gridsOf(document).flatMap((grid) => grid.cells);
    const doubts = cells.filter(({ doubt }) => doubt !== null).length;
    const notes = document.notes.map(({ code }) => code).join(' ');
    return {
      document,
      row: {
        file,
        pages: document.pages,
        grids: gridsOf(document).length,
        cells: cells.length,
        doubts,
        notes,
      },
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { document: null, row: { file, notes: error.issues[0]!.code } };
  }
}

describe.skipIf(!hasCorpus)('published budgets as PDF (needs ../shared/corpus)', () => {
  test('each is read or refused; values read by hand stand in their cells, undoubted', async () => {
    const rows: unknown[] = [];
    for (const file of files) {
      const { document, row } = await outcomeOf(file);
      rows.push(row);
      for (const { page, value, item } of values.filter((each) => each.file === file)) {
        const exact = readNumber(value).value!;
        const doubts = document ? figuresOn(document, Number(page)).get(exact) : undefined;
        expect({ file, item, value, sure: doubts?.includes(null) }).toEqual({
          file,
          item,
          value,
          sure: true,
        });
      }
      expect(document?.notes ?? []).toEqual([]);
    }
    // oxlint-disable-next-line no-console -- what became of each document is to be looked at
    console.table(rows);
    const refused = rows.filter((row) => !Object.hasOwn(row as object, 'grids'));
    expect(refused).toEqual([
      expect.objectContaining({ notes: 'damaged_file' }),
      expect.objectContaining({ notes: 'scanned_document' }),
    ]);
    expect(values.length).toBeGreaterThan(50);
  }, 180_000);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPackage } from '@/db/loading/load';
import { openEngineInNode } from '@/db/open-node';
import { PACKAGE_FORMATS } from '@/domain/package-sink';
import { engineOfZip, packageRowsOf, tablesZip } from '../../helpers/dataset';
import { sourceBudgets } from '../../helpers/engine';
import { csvFiles, line, smallPackage } from '../../helpers/package';
import { severalYears } from '../../helpers/several-years';
import { readPackage } from '@/importers/package-reader';
import { parquetInNode } from '@/importers/parquet';

/** Texts that are hard to write: delimiters, quotes, breaks, formulas, characters of two halves. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(',', '"', '""', '\n', '\r', '\r\n', "'", '=', '+', '\t', ' ', '\u3000'),
      fc.string({ unit: 'grapheme', minLength: 1 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join('').replaceAll('\0', ''))
  .filter((one) => one.trim() !== '');

const cents = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }).map((fen) => {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
});
const optional = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });

const madeLine = fc.record({
  label: text,
  printed: optional(text),
  code: optional(fc.stringMatching(/^\d{3}(\d\d){0,2}$/)),
  amount: cents,
  page: optional(fc.integer({ min: 1, max: 900 })),
  is_partial: optional(fc.boolean()),
});

describe.each(PACKAGE_FORMATS)('as %s', (format) => {
  test('the bundled data come back the same, row by row', async () => {
    const engine = await sourceBudgets();
    const again = await engineOfZip(await tablesZip(engine, format));
    expect(await packageRowsOf(again)).toEqual(await packageRowsOf(engine));
  });

  test('budgets of several years come back the same', async () => {
    const engine = await severalYears();
    const again = await engineOfZip(await tablesZip(engine, format));
    expect(await packageRowsOf(again)).toEqual(await packageRowsOf(engine));
  });
});

/** One package of very many rows: an engine of its own for each of many packages takes too long. */
const ROWS = 300;

test('any texts and amounts come back the same', async () => {
  const property = fc.asyncProperty(
    fc.array(madeLine, { minLength: ROWS, maxLength: ROWS }),
    fc.record({ people: fc.integer({ min: 1, max: 1e9 }), source: text }),
    async (lines, { people, source }) => {
      const headcount = { org_id: 'org-1', doc_id: 'doc-1', kind: 'actual', as_of: '2026-01-31' };
      const made = smallPackage({
        line: lines.map((own, i) => line({ ...own, row_no: i + 1 })),
        headcount: [{ ...headcount, people: people / 1000, source }],
      });
      const { tables } = await readPackage(csvFiles(made), async () => parquetInNode);
      const engine = await openEngineInNode();
      await loadPackage(engine, tables);
      const expected = await packageRowsOf(engine);
      expect(expected.line).toHaveLength(ROWS);
      for (const format of PACKAGE_FORMATS) {
        const again = await engineOfZip(await tablesZip(engine, format));
        expect(await packageRowsOf(again), format).toEqual(expected);
      }
    },
  );
  await fc.assert(property, { numRuns: 1, endOnFailure: true });
});

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { PACKAGE_DIALECT } from '@/db/loading/csv';
import { openEngineInNode } from '@/db/open-node';
import { readDelimited, repairDelimited } from '@/importers/delimited';
import { stage } from '../torture/torture';

/** Pieces that text files are made of, the odd ones too. */
const PIECES = [
  'a',
  '12',
  '中',
  ',',
  ',',
  ';',
  '"',
  '""',
  "'",
  '\n',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '\t',
  '|',
  '\\',
  '\0',
  '#',
];

describe('the engine takes what the reader saw', () => {
  let engine: LocalEngine;
  beforeAll(async () => {
    engine = await openEngineInNode();
  });
  const same = async (text: string) => {
    const read = await readDelimited({ path: 'a.csv', blob: new Blob([text]) }).catch(() => null);
    if (!read) return;
    const { cells, records, table } = await stage(engine, read, 1000);
    expect(cells).toEqual(table.sample);
    expect(records).toBe(table.records ?? table.sample.length);
    expect(cells.every(({ length }) => length === table.columns)).toBe(true);
  };

  test('of text made of any pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) =>
        same(pieces.join('')),
      ),
      { numRuns: 200 },
    );
  });

  const cell = fc.oneof(
    fc.constantFrom('', 'a', '12.5', '中文', ' x ', 'a b', '-'),
    fc.constantFrom('x,y', 'a;b', 'say ""x""', 'two\nlines').map((text) => `"${text}"`),
  );
  test.each([
    [',', '\n'],
    [';', '\r\n'],
    ['\t', '\r'],
    ['||', '\n'],
  ])('of sound tables, separated by %j, lines ending in %j', async (delimiter, end) => {
    const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 9,
      }),
    );
    await fc.assert(
      fc.asyncProperty(table, fc.boolean(), (rows, mark) =>
        same((mark ? '\uFEFF' : '') + rows.map((row) => row.join(delimiter) + end).join('')),
      ),
      { numRuns: 30 },
    );
  });

  test.each(['\n', '\r\n', '\r'])('of titles above a table, lines ending in %j', async (end) => {
    const title = fc.oneof(
      fc.constantFrom('', '预算表', '单位：万元', ' x ', "'", 'a b', '#'),
      fc.constantFrom('x,y', 'say ""x""', `two${end}lines`, ' x ').map((text) => `"${text}"`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(title, { maxLength: 5 }), fc.boolean(), async (titles, mark) => {
        const rows = ['名称,一,二', '甲,1,2', '"乙,丙",,4', ',5,6', '丁,7,8', '戊,,'];
        const text = (mark ? '\uFEFF' : '') + [...titles, ...rows].join(end) + end;
        const source = { path: 'a.csv', blob: new Blob([text]) };
        const strict = await stage(engine, await readDelimited(source), 1000);
        const patient = await repairDelimited(source, PACKAGE_DIALECT);
        const plain = (cell: string) => cell.replaceAll(/\r\n?/g, '\n');
        expect(strict.cells.map((row) => row.map(plain))).toEqual(patient.sample);
        expect(strict).toMatchObject({ patient: false, records: titles.length + rows.length });
        expect(strict.table).toMatchObject({ records: null, notes: [] });
      }),
      { numRuns: 40, examples: [[["'", "'"], false]] },
    );
  });
});

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { openEngineInNode } from '@/db/open-node';
import { readDelimited } from '@/importers/delimited';
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
});

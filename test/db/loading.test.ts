import { beforeEach, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { ask } from '@/db/engine';
import { loadPackage, validatePackage } from '@/db/loading/load';
import { openEngineInNode } from '@/db/open-node';
import { InputError, type IssueCode } from '@/domain/issue';
import type { InputFile } from '@/importers/archive';
import { readPackage } from '@/importers/package-reader';
import { parquetInNode } from '@/importers/parquet';
import { csvFiles, line, parquetFiles, smallPackage, type Tables } from '../helpers/package';

let engine: LocalEngine;
beforeEach(async () => {
  engine = await openEngineInNode();
});

const tablesOf = async (files: InputFile[]) =>
  (await readPackage(files, async () => parquetInNode)).tables;
const load = async (files: InputFile[]) => loadPackage(engine, await tablesOf(files));
const totals = () =>
  ask<{ doc_id: string; value: number }>(engine, {
    sql: "SELECT doc_id, value FROM metric WHERE metric_id = 'total' ORDER BY doc_id",
  });
const issuesOf = async (tables: Tables) => {
  const issues = await validatePackage(engine, await tablesOf(csvFiles(tables)));
  return issues.map(({ code, table, row, column }) => ({ code, table, row, column }));
};

describe('a sound package', () => {
  test.each([
    ['CSV', csvFiles],
    ['Parquet', parquetFiles],
  ])('in %s gives its metrics', async (_, files) => {
    await load(files(smallPackage()));
    expect(await totals()).toEqual([{ doc_id: 'doc-1', value: 1_000_000 }]);
  });

  test('with a project of billions of yuan gives its concentration', async () => {
    const cell = { table_id: 'project', nature: 'project', classification: 'project' };
    const big = { amount: '98765432109876.54', printed: '9876543210.987654' };
    const project = [{ doc_id: 'doc-1', project_id: 'p01', level2: '高速公路', row_no: 1 }];
    await load(csvFiles(smallPackage({ line: [line({ ...cell, ...big })], project })));
    const [row] = await ask<{ value: number }>(engine, {
      sql: "SELECT value FROM metric WHERE metric_id = 'project_concentration'",
    });
    expect(row?.value).toBe(1);
  });

  test('shares organizations and places with one loaded before', async () => {
    await load(csvFiles(smallPackage()));
    const next = smallPackage();
    const second = {
      ...next,
      document: [{ ...next.document?.[0], doc_id: 'doc-2', fiscal_year: 2025 }],
      line: [line({ doc_id: 'doc-2', amount: '500000.00', printed: '50' })],
    };
    await load(csvFiles(second as Tables));
    expect(await totals()).toEqual([
      { doc_id: 'doc-1', value: 1_000_000 },
      { doc_id: 'doc-2', value: 500_000 },
    ]);
    expect(await ask(engine, { sql: 'SELECT org_id FROM organization' })).toHaveLength(1);
  });
});

describe('an unsound package', () => {
  const cases: [IssueCode, string, Tables, object][] = [
    [
      'wrong_type',
      'a text in an amount column',
      { line: [line({ amount: '一百万' })] },
      { table: 'line', row: 1, column: 'amount' },
    ],
    [
      'wrong_value',
      'a unit that is none',
      {
        document: [
          {
            doc_id: 'doc-1',
            org_id: 'org-1',
            fiscal_year: 2026,
            stage: 'budget',
            printed_unit: '万',
          },
        ],
      },
      { table: 'document', row: 1, column: 'printed_unit' },
    ],
    [
      'unit_mismatch',
      'amounts in another unit than printed',
      { line: [line({ amount: '100.00' })] },
      { table: 'line', row: 1, column: 'amount' },
    ],
    [
      'state_mismatch',
      'a blank with an amount',
      { line: [line({ state: 'blank', printed: null })] },
      { table: 'line', row: 1, column: 'state' },
    ],
    [
      'broken_reference',
      'a line of no document',
      { line: [line({}), line({ doc_id: 'gone', printed: null })] },
      { table: 'line', row: 2, column: 'doc_id' },
    ],
    [
      'duplicate_key',
      'the same cell twice',
      { line: [line({}), line({})] },
      { table: 'line', row: 2, column: 'doc_id, table_id, row_no, col_no' },
    ],
    [
      'missing_value',
      'a line without a label',
      { line: [line({ label: null })] },
      { table: 'line', row: 1, column: 'label' },
    ],
    [
      'wrong_type',
      'a fraction of a fen',
      { line: [line({ amount: '1000000.005' })] },
      { table: 'line', row: 1, column: 'amount' },
    ],
  ];

  test.each(cases)('%s: %s', async (code, _, over, place) => {
    expect(await issuesOf(smallPackage(over))).toContainEqual({ code, ...place });
  });

  test('missing_column: a table without a column it needs', async () => {
    const { fund: _, ...rest } = line({});
    expect(await issuesOf(smallPackage({ line: [rest] }))).toEqual([
      { code: 'missing_column', table: 'line', row: undefined, column: 'fund' },
    ]);
  });

  test('already_loaded: the same document again', async () => {
    await load(csvFiles(smallPackage()));
    expect(await issuesOf(smallPackage())).toEqual([
      { code: 'already_loaded', table: 'document', row: 1, column: 'doc_id' },
    ]);
  });

  test('leaves what was loaded as it was, and can be followed by a sound one', async () => {
    await load(csvFiles(smallPackage()));
    const bad = smallPackage({ line: [line({ doc_id: 'doc-1', amount: 'x' })] });
    await expect(load(csvFiles(bad))).rejects.toThrow(InputError);
    expect(await totals()).toEqual([{ doc_id: 'doc-1', value: 1_000_000 }]);
    const tables = await ask<{ name: string }>(engine, {
      sql: "SELECT table_name AS name FROM information_schema.tables WHERE table_name LIKE 'staged%'",
    });
    expect(tables).toEqual([]);
  });

  test('lists a hundred rows of a kind and counts the rest', async () => {
    const lines = Array.from({ length: 150 }, (_, i) => line({ row_no: i + 1, fund: 'gold' }));
    const issues = await validatePackage(
      engine,
      await tablesOf(csvFiles(smallPackage({ line: lines }))),
    );
    expect(issues).toHaveLength(100);
    expect(issues.at(-1)?.message).toContain('and 50 more rows');
  });
});

test('a statement by a user cannot write or reach out', async () => {
  await load(csvFiles(smallPackage()));
  const refused: [string, RegExp][] = [
    ['DROP TABLE line', /Only questions/],
    ['WITH x AS (SELECT 1) INSERT INTO line SELECT * FROM line', /read-only/],
    ['SELECT 1; SELECT 2', /one statement/],
    ["ATTACH ':memory:' AS other", /Only questions/],
    ['PRAGMA database_list', /Only questions/],
    ["SET memory_limit = '1GB'", /Only questions/],
    ["SELECT * FROM read_csv('/etc/passwd')", /disabled by configuration/],
    ["SELECT * FROM read_csv('https://example.org/x.csv')", /disabled by configuration/],
    ['', /empty/],
  ];
  for (const [sql, message] of refused) {
    await expect(engine.queryReadOnly(sql), sql).rejects.toThrow(message);
  }
  const { columns } = await engine.queryReadOnly("SELECT ';' AS semicolon, count(*) FROM line; ");
  expect(columns).toEqual([[';'], [1]]);
});

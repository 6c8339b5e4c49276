import { beforeAll, describe, expect, it } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { ask } from '@/db/engine';
import type { Shown } from '@/db/queries/population';
import { loadPackage } from '@/db/loading/load';
import { openEngineInNode } from '@/db/open-node';
import { structureRows } from '@/db/queries/structure';
import { structurePeers } from '@/db/queries/structure-peers';
import { EVERYONE } from '@/domain/population';
import { composition } from '@/domain/structure';
import { FEWEST_PEERS, peerMedian } from '@/domain/structure-peers';
import type { Division } from '@/domain/view-state';
import { csvFiles, line, smallPackage } from '../helpers/package';
import { severalYears, type MadeBudget, type MadeOrganization } from '../helpers/several-years';

const budgets: Readonly<Record<string, MadeBudget>> = {
  a: { total: 100, project: 40, classes: { 201: 60, 208: 40 } },
  b: { total: 200, project: 100, classes: { 201: 150, 208: 50 } },
  c: { total: 50, project: 5, classes: { 201: 50, 210: null } },
  d: { total: 10, classes: { 201: 1, 208: 9 } },
  /** Its classes miss half of the total: what it does not print may be anything. */
  open: { total: 100, classes: { 201: 25, 208: 25 } },
  negative: { total: 100, classes: { 201: 120, 208: -20 } },
  blank: { total: null, classes: { 201: null } },
};
const MADE_PEERS: MadeOrganization[] = [
  ...Object.entries(budgets).map(([id, budget]) => ({
    id,
    name: id,
    place: '220622',
    years: { 2026: budget },
  })),
  {
    id: 'unit',
    name: 'unit',
    place: '220622',
    scope: 'unit',
    years: { 2026: { total: 9, classes: { 208: 9 } } },
  },
];

let engine: LocalEngine;
beforeAll(async () => {
  engine = await severalYears(MADE_PEERS);
}, 60_000);

const peers = async (division: Division, drill = '', over: Partial<Shown> = {}) => {
  const question = structurePeers(division, drill, {
    population: { ...EVERYONE, scope: 'department', level: 'county' },
    orgs: [],
    years: [2026],
    stage: 'budget',
    ...over,
  });
  await engine.query(`EXPLAIN ${question.sql}`, question.params ?? []);
  return ask(engine, question);
};

describe('the middle shares of peers', () => {
  it('come from budgets whose parts add up; what such a budget does not print is nothing of it', async () => {
    const rows = await peers('function');
    expect(rows.map(({ code, peers: n }) => [code, n])).toEqual([
      ['201', 4],
      ['208', 4],
    ]);
    expect(rows[0]?.share).toBeCloseTo((0.6 + 0.75) / 2, 9);
    expect(rows[1]?.share).toBeCloseTo((0.25 + 0.4) / 2, 9);
  });

  it('agree with shares worked out one by one', async () => {
    const plain = await engine.query(
      `SELECT p.doc_id, p.amount / t.amount AS share FROM line p JOIN line t ON t.doc_id = p.doc_id
       WHERE p.code = '208' AND p.nature = 'total' AND t.level = 0 AND t.nature = 'total'
         AND p.doc_id IN ('a-2026', 'b-2026', 'd-2026')`,
    );
    const shares = [0, ...(plain.columns[1] as number[])].map(Number).toSorted((x, y) => x - y);
    const [row] = (await peers('function')).filter(({ code }) => code === '208');
    expect(row?.share).toBeCloseTo((shares[1]! + shares[2]!) / 2, 9);
  });

  it('are of the asked population only', async () => {
    const population = { ...EVERYONE, scope: 'unit', level: 'county' } as const;
    expect(await peers('function', '', { population })).toEqual([
      { code: '208', peers: 1, share: 1 },
    ]);
    expect(await peers('function', '', { years: [2020] })).toEqual([]);
  });

  it('are asked below a class, by nature and by economic item alike', async () => {
    expect(await peers('function', '201')).toEqual([]);
    expect(await peers('economic')).toEqual([]);
    expect(await peers('nature')).toEqual([]);
    expect(await peers('nature', 'basic')).toEqual([]);
  });
});

describe('peerMedian', () => {
  it('is none among too few', () => {
    const row = (peersThere: number) => [{ code: '201', peers: peersThere, share: 0.5 }];
    expect(peerMedian(row(FEWEST_PEERS - 1))).toBeNull();
    expect(peerMedian([])).toBeNull();
    expect(peerMedian(row(FEWEST_PEERS))?.shares.get('201')).toBe(0.5);
  });
});

/** Income rows of a balance table: what each is part of, its fund and its amount in yuan. */
interface IncomeRow {
  row: number;
  parent?: number;
  level: number;
  fund: string;
  amount: number | null;
  carried?: boolean;
  partial?: boolean;
}

const INCOMES: Readonly<Record<string, readonly IncomeRow[]>> = {
  plain: [
    { row: 1, level: 1, fund: 'general_public', amount: 60 },
    { row: 2, level: 1, fund: 'gov_fund', amount: 0 },
    { row: 3, level: 1, fund: 'all', amount: 40, carried: true },
    { row: 9, level: 0, fund: 'all', amount: 100 },
  ],
  /** A sum and its parts: the parts count, not the sum. */
  divided: [
    { row: 1, level: 1, fund: 'appropriation', amount: 90 },
    { row: 2, parent: 1, level: 2, fund: 'general_public', amount: 50 },
    { row: 3, parent: 1, level: 2, fund: 'gov_fund', amount: 40 },
    { row: 4, level: 1, fund: 'other_income', amount: 10 },
    { row: 9, level: 0, fund: 'all', amount: 100 },
  ],
  /** Parts that are not all printed, or hold nothing: the sum stands for them. */
  partial: [
    { row: 1, level: 1, fund: 'general_public', amount: 80, partial: true },
    { row: 2, parent: 1, level: 2, fund: 'gov_fund', amount: 30 },
    { row: 3, parent: 2, level: 3, fund: 'state_capital', amount: 30 },
    { row: 4, level: 1, fund: 'institution', amount: 20 },
    { row: 5, parent: 4, level: 2, fund: 'institution_business', amount: null },
    { row: 9, level: 0, fund: 'all', amount: 100 },
  ],
};

const incomeLines = (doc: string, rows: readonly IncomeRow[]) =>
  rows.map(({ row, parent, level, fund, amount, carried, partial }) =>
    line({
      doc_id: doc,
      table_id: 'balance',
      side: 'income',
      row_no: row,
      parent_row_no: parent ?? null,
      classification: level === 0 || carried ? 'summary' : 'income_source',
      label: `${fund}${row}`,
      level,
      is_total: level === 0,
      is_partial: partial ?? false,
      fund,
      amount: amount === null ? null : `${amount}.00`,
      state: amount === null ? 'blank' : amount === 0 ? 'zero' : 'number',
      printed: amount === null ? '' : `${amount}.00`,
    }),
  );

it('are, by fund, the middles of what the screen shows of each budget', async () => {
  const names = Object.keys(INCOMES);
  const made = csvFiles(
    smallPackage({
      organization: names.map((id) => ({
        org_id: id,
        name: id,
        jurisdiction_code: '220622',
        scope: 'department',
      })),
      document: names.map((id) => ({
        doc_id: id,
        org_id: id,
        fiscal_year: 2026,
        stage: 'budget',
        printed_unit: '元',
      })),
      line: Object.entries(INCOMES).flatMap(([doc, rows]) => incomeLines(doc, rows)),
    }),
  );
  const own = await openEngineInNode();
  await loadPackage(
    own,
    made.map(({ path, bytes }) => ({
      table: path.replace('.csv', '') as 'line',
      file: path,
      format: 'csv' as const,
      bytes,
    })),
  );
  const shown = composition(await ask(own, structureRows('fund', names)), names, 'fund', '');
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[1] ?? 0;
  const expected = shown.parts
    .filter(({ cells }) => [...cells.values()].some(({ amount }) => amount !== null))
    .map(({ key, cells }) => [key, middle(names.map((doc) => cells.get(doc)?.share ?? 0))]);
  const question = structurePeers('fund', '', {
    population: EVERYONE,
    orgs: [],
    years: [2026],
    stage: 'budget',
  });
  const rows = await ask(own, question);
  expect(Object.fromEntries(rows.map(({ code, share }) => [code, share]))).toEqual(
    Object.fromEntries(expected),
  );
  expect(rows[0]).toEqual({ code: 'general_public', peers: 3, share: 0.6 });
  expect(rows.find(({ code }) => code === 'gov_fund')?.share).toBe(0);
});

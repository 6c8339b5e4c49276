import { beforeAll, describe, expect, it } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { ask } from '@/db/engine';
import type { Shown } from '@/db/queries/population';
import { structurePeers, type CodedDivision } from '@/db/queries/structure-peers';
import { EVERYONE } from '@/domain/population';
import { FEWEST_PEERS, peerMedian } from '@/domain/structure-peers';
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

const peers = async (division: CodedDivision, drill = '', over: Partial<Shown> = {}) => {
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

import { describe, expect, test } from 'vitest';
import { ruleSums, ruleTotals } from '@/db/queries/checks';
import {
  cellsOf,
  findingByNumber,
  findingCells,
  findingCount,
  findings,
  uncheckedReasons,
  type FindingFilter,
} from '@/db/queries/findings';
import { ask, type Query } from '@/db/engine';
import type { CheckTotals, FindingFact } from '@/domain/finding';
import { muteKey } from '@/domain/mute';
import { checkedBudgets, JINGYU, YANBIAN } from '../helpers/engine';

const run = async <Row>(query: Query<Row>): Promise<Row[]> => ask(await checkedBudgets(), query);
const FAILED: FindingFilter = {
  docs: null,
  statuses: ['fail'],
  families: [],
  rule: null,
  search: '',
  without: [],
};
const ALL = { limit: 10_000, offset: 0 };
const idOf = ({ doc_id, finding_no }: FindingFact): string => `${doc_id}/${finding_no}`;
const groupOf = (one: FindingFact): string =>
  one.cause_no === null ? idOf(one) : `${one.doc_id} cause ${one.cause_no}`;

describe('findings of the two budgets', () => {
  test('of one cause stand together, and the count of groups is theirs', async () => {
    const all = await run(findings(FAILED, ALL));
    const runs = all.map(groupOf).filter((group, i, groups) => group !== groups[i - 1]);
    expect(all.length).toBeGreaterThan(10);
    expect(new Set(runs).size).toBe(runs.length);
    expect(await run(findingCount(FAILED))).toEqual([
      { findings: all.length, groups: runs.length },
    ]);
    expect(runs.length).toBeLessThan(all.length);
  });

  test('come in pages without a gap or a repetition', async () => {
    const all = await run(findings(FAILED, ALL));
    const pages = await Promise.all(
      [0, 7, 14, 21].map((offset) => run(findings(FAILED, { limit: 7, offset }))),
    );
    expect(pages.flat().map(idOf)).toEqual(all.slice(0, 28).map(idOf));
  });

  test('can be muted away, and looked at alone', async () => {
    const all = await run(findings(FAILED, ALL));
    const keys = all.slice(0, 2).map(muteKey);
    const without = await run(findings({ ...FAILED, without: keys }, ALL));
    const only = await run(findings({ ...FAILED, only: keys }, ALL));
    expect(without).toHaveLength(all.length - 2);
    expect(only.map(muteKey).toSorted()).toEqual(keys.toSorted());
    expect(await run(findings({ ...FAILED, only: [] }, ALL))).toEqual([]);
  });

  test('have the same cells asked for one document or for several', async () => {
    const all = await run(findings(FAILED, ALL));
    const some = [JINGYU, YANBIAN].flatMap((doc) =>
      all.filter(({ doc_id }) => doc_id === doc).slice(0, 3),
    );
    const apart = await Promise.all(
      [JINGYU, YANBIAN].map((doc) =>
        run(
          findingCells(
            doc,
            some.filter(({ doc_id }) => doc_id === doc).map(({ finding_no }) => finding_no),
          ),
        ),
      ),
    );
    const together = await run(cellsOf(some));
    expect(together).toEqual(apart.flat());
    expect(together.length).toBeGreaterThan(some.length);
    expect(together.some(({ table_title }) => table_title !== null)).toBe(true);
    expect(await run(cellsOf([]))).toEqual([]);
  });

  test('are found by their number', async () => {
    const [first] = await run(findings(FAILED, { limit: 1, offset: 0 }));
    const { doc_id, finding_no } = first!;
    expect(await run(findingByNumber(doc_id, finding_no))).toEqual([first]);
    expect(await run(findingByNumber(doc_id, 9_999_999))).toEqual([]);
  });
});

test('reasons of what was not checked are as many as the unchecked', async () => {
  for (const docs of [null, [JINGYU]]) {
    const reasons = await run(uncheckedReasons(docs));
    const filter = { ...FAILED, statuses: ['unchecked'] as const, docs };
    const [count] = await run(findingCount(filter));
    expect(reasons.reduce((sum, one) => sum + one.findings, 0)).toBe(count?.findings);
    expect(count?.findings).toBeGreaterThan(0);
  }
});

test('sums by rule are those of the documents', async () => {
  const both = [JINGYU, YANBIAN];
  const add = (rows: readonly CheckTotals[]) =>
    rows.reduce((sum, { passed, failed }) => sum + passed * 1000 + failed, 0);
  const totals = await run(ruleTotals(both));
  expect(add(await run(ruleSums(both)))).toBe(add(totals));
  expect(await run(ruleSums(null))).toEqual(await run(ruleSums(both)));
  expect(await run(ruleSums([]))).toEqual([]);
});

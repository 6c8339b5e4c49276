import { expect, test } from 'vitest';
import { ask, type Query } from '@/db/engine';
import {
  allTotals,
  cellMarks,
  documentTotals,
  documentTotalsCount,
  familyTotals,
  metricMarks,
  ruleTotals,
} from '@/db/queries/checks';
import { findings, type FindingFilter } from '@/db/queries/findings';
import type { CheckTotals } from '@/domain/finding';
import { muteKey } from '@/domain/mute';
import { checkedBudgets, JINGYU, YANBIAN } from '../helpers/engine';

const BOTH = [JINGYU, YANBIAN];
const run = async <Row>(query: Query<Row>): Promise<Row[]> => ask(await checkedBudgets(), query);
const PAGE = { search: '', failedOnly: false, limit: 10, offset: 0 } as const;
const EVERY: FindingFilter = {
  docs: null,
  statuses: ['fail', 'rounding', 'unchecked'],
  families: [],
  rule: null,
  search: '',
  without: [],
};

const sum = (rows: readonly CheckTotals[]): CheckTotals => {
  const of = (name: keyof CheckTotals): number => rows.reduce((total, row) => total + row[name], 0);
  return {
    passed: of('passed'),
    rounding: of('rounding'),
    failed: of('failed'),
    unchecked: of('unchecked'),
  };
};

test('totals of rules, families, documents and all are the same', async () => {
  const [all] = await run(allTotals());
  expect(all).toEqual({ ...sum(await run(ruleTotals(BOTH))), documents: 2, checked: 2 });
  expect(sum(await run(familyTotals(BOTH)))).toEqual(sum([all!]));
  const documents = await run(documentTotals({ ...PAGE, order: 'failed' }));
  expect(sum(documents)).toEqual(sum([all!]));
  expect(all!.passed).toBeGreaterThan(all!.failed);
  const list = await run(findings(EVERY, { limit: 10_000, offset: 0 }));
  expect(list.filter(({ status }) => status === 'fail')).toHaveLength(all!.failed);
  expect(list).toHaveLength(all!.failed + all!.rounding + all!.unchecked);
});

test('documents with most failures come first, in pages, and are searched for', async () => {
  const list = (over: Partial<Parameters<typeof documentTotals>[0]>) =>
    run(documentTotals({ ...PAGE, order: 'failed', ...over }));
  const [first, second] = await list({});
  expect(first!.failed).toBeGreaterThanOrEqual(second!.failed);
  expect(first).toMatchObject({ checked: true, fiscal_year: 2026, scope: 'department' });
  expect(await list({ limit: 1, offset: 1 })).toEqual([second]);
  expect((await list({ order: 'name' })).map(({ doc_id }) => doc_id)).toEqual(BOTH);
  expect((await list({ search: '延边' })).map(({ doc_id }) => doc_id)).toEqual([YANBIAN]);
  expect(await list({ search: "%'" })).toEqual([]);
  expect(await list({ failedOnly: true })).toHaveLength(2);
  expect(await run(documentTotalsCount({ search: '2026', failedOnly: true }))).toEqual([
    { documents: 2 },
  ]);
});

test('findings are searched for in names, printed texts, titles and rules', async () => {
  const search = async (text: string) =>
    run(findings({ ...EVERY, statuses: ['fail'], search: text }, { limit: 1000, offset: 0 }));
  expect(await search('不在任何地方')).toEqual([]);
  expect(await search("'%_")).toEqual([]);
  for (const text of ['采购评审专家', '243.12', '财政拨款收支预算总表', 'PARTS_ADD_UP']) {
    const found = await search(text);
    expect(found.length, text).toBeGreaterThan(0);
  }
  expect((await search('parts_add_up')).every(({ rule_id }) => rule_id === 'parts_add_up')).toBe(
    true,
  );
});

test('a mark stands at the very cell, leads to a failed finding, and goes with it', async () => {
  const marks = await run(cellMarks([JINGYU]));
  const wrong = marks.find(
    ({ table_id, row_no, col_no }) => table_id === 'appropriation' && row_no === 2 && col_no === 6,
  );
  expect(wrong).toMatchObject({ doc_id: JINGYU, finding_doc_id: JINGYU, severity: 'error' });
  const failed = await run(findings({ ...EVERY, statuses: ['fail'] }, { limit: 1000, offset: 0 }));
  const led = failed.find(
    (one) => one.doc_id === wrong!.finding_doc_id && one.finding_no === wrong!.finding_no,
  );
  expect(led?.severity).toBe('error');
  const keys = failed.map(muteKey);
  expect(await run(cellMarks([JINGYU], keys))).toEqual([]);
  const less = await run(cellMarks([JINGYU], [muteKey(led!)]));
  const still = less.find(
    ({ row_no, col_no, table_id }) => table_id === 'appropriation' && row_no === 2 && col_no === 6,
  );
  expect(still?.findings).toBe(wrong!.findings - 1);
  const metrics = await run(metricMarks(BOTH));
  expect(metrics.length).toBeGreaterThan(0);
  expect(await run(metricMarks(BOTH, keys))).toEqual([]);
});

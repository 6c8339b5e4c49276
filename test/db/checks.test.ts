import { expect, test } from 'vitest';
import {
  allTotals,
  causes,
  cellMarks,
  documentTotals,
  documentTotalsCount,
  familyTotals,
  metricMarks,
  placeMarks,
  ruleTotals,
} from '@/db/queries/checks';
import { findingCells, findingCount, findings, type FindingFilter } from '@/db/queries/findings';
import { JINGYU, run, YANBIAN } from '../helpers/engine';

const ALL: FindingFilter = {
  docs: null,
  statuses: ['fail', 'rounding', 'unchecked'],
  families: [],
  rule: null,
  search: '',
  without: [],
};
const FIRST = { order: 'failed', search: '', failedOnly: false, limit: 10, offset: 0 } as const;

test('documents that are not checked say so', async () => {
  expect(await run(documentTotals(FIRST))).toMatchObject([
    { doc_id: JINGYU, checked: false, failed: 0 },
    { doc_id: YANBIAN, checked: false, failed: 0 },
  ]);
  expect(await run(documentTotals({ ...FIRST, search: '靖宇' }))).toHaveLength(1);
  expect(await run(documentTotalsCount({ search: '', failedOnly: true }))).toEqual([
    { documents: 0 },
  ]);
  expect(await run(allTotals())).toEqual([
    { passed: 0, rounding: 0, failed: 0, unchecked: 0, documents: 2, checked: 0 },
  ]);
});

test('nothing is found where nothing was checked', async () => {
  const both = [JINGYU, YANBIAN];
  for (const query of [
    familyTotals(both),
    ruleTotals(both),
    causes(both),
    metricMarks(both, ['a\tb']),
    cellMarks(both, ['a\tb']),
    placeMarks(both, ['a\tb']),
    findings(
      { ...ALL, docs: both, families: ['within'], rule: 'x', search: '出国', without: ['a\tb'] },
      { limit: 10, offset: 0 },
    ),
    findings(ALL, { limit: 10, offset: 0 }),
    findingCells(JINGYU, [1, 2]),
  ]) {
    expect(await run<unknown>(query)).toEqual([]);
  }
  expect(await run(findingCount(ALL))).toEqual([{ findings: 0, groups: 0 }]);
});

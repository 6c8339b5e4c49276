import { expect, test } from 'vitest';
import { findingGroups } from '@/domain/finding-groups';
import type { CauseFact, FindingFact } from '@/domain/finding';

const finding = (doc_id: string, finding_no: number, cause_no: number | null): FindingFact => ({
  doc_id,
  finding_no,
  finding_key: `k${finding_no}`,
  rule_id: 'parts_add_up',
  family: 'within',
  status: 'fail',
  severity: 'error',
  unit: 'yuan',
  left_value: '1.00',
  right_value: '2.00',
  difference: '-1.00',
  cause_no,
  notes: '[]',
});
const cause = (doc_id: string, cause_no: number): CauseFact => ({
  doc_id,
  cause_no,
  kind: 'together',
  source: null,
  table_id: null,
  row_no: null,
  col_no: null,
  printed_value: null,
  suggested_value: null,
  explains: 2,
});

test('findings of one cause are one group where the first stands; equal numbers of two documents are two causes', () => {
  const groups = findingGroups(
    [
      finding('a', 1, 1),
      finding('a', 2, null),
      finding('b', 1, 1),
      finding('a', 3, 1),
      finding('a', 4, 9),
    ],
    [cause('a', 1), cause('b', 1)],
  );
  expect(
    groups.map(({ cause: of, findings }) => [
      of?.doc_id ?? null,
      findings.map(({ doc_id, finding_no }) => `${doc_id}${finding_no}`),
    ]),
  ).toEqual([
    ['a', ['a1', 'a3']],
    [null, ['a2']],
    ['b', ['b1']],
    [null, ['a4']],
  ]);
  expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
});

import { expect, test } from 'vitest';
import { documentIndex, indexDocuments, timeKey } from '@/domain/document-index';
import type { DocumentInfo } from '@/domain/organization';

const info = (doc_id: string, org_id: string, fiscal_year: number): DocumentInfo =>
  ({
    doc_id,
    org_id,
    fiscal_year,
    stage: doc_id.includes('final') ? 'final' : 'budget',
  }) as DocumentInfo;
const all = [info('a-25', 'a', 2025), info('a-26', 'a', 2026), info('b-final', 'b', 2026)];

test('documents are found by what they are looked up by, in their order', () => {
  const { byId, byOrg, byTime, years, stages } = documentIndex(all);
  expect(byId.get('a-26')).toBe(all[1]);
  expect(byOrg.get('a')).toEqual([all[0], all[1]]);
  expect(byTime.get(timeKey(2026, 'final'))).toEqual([all[2]]);
  expect(years).toEqual([2026, 2025]);
  expect(stages).toEqual(['budget', 'final']);
});

test('the index of one list is made once', () => {
  expect(documentIndex(all)).toBe(documentIndex(all));
  expect(documentIndex(all).byOrg).toBe(documentIndex(all).byOrg);
  expect(documentIndex([...all])).not.toBe(documentIndex(all));
});

test('an index made in slices is the one that is asked for', () => {
  const many = Array.from({ length: 2500 }, (_, i) => info(`${i}`, `${i % 3}`, 2026));
  const making = indexDocuments(many);
  const steps = [making.next(), making.next(), making.next()];
  expect(steps.map(({ done }) => done)).toEqual([false, false, true]);
  expect(documentIndex(many)).toBe(steps[2]?.value);
  expect(documentIndex(many).byId.size).toBe(2500);
});

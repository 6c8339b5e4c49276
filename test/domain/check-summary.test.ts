import { expect, it } from 'vitest';
import { documentTotalsOf, mutedByDocument } from '@/domain/check-summary';
import type { FamilyTotals } from '@/domain/finding';
import type { DocumentInfo } from '@/domain/organization';

const info = (doc_id: string): DocumentInfo => ({ doc_id, organization: doc_id }) as DocumentInfo;
const totals = (doc_id: string, family: string, failed: number): FamilyTotals => ({
  doc_id,
  family,
  passed: 10,
  rounding: 1,
  failed,
  unchecked: 2,
});

it('adds the families of a document, and tells a sound document from one that is not checked', () => {
  const rows = [totals('a', 'within', 3), totals('b', 'within', 0), totals('a', 'text', 1)];
  expect(documentTotalsOf(['a', 'b', 'c'].map(info), rows)).toMatchObject([
    { doc_id: 'a', checked: true, passed: 20, rounding: 2, failed: 4, unchecked: 4 },
    { doc_id: 'b', checked: true, passed: 10, failed: 0 },
    { doc_id: 'c', checked: false, passed: 0, failed: 0 },
  ]);
});

it('counts what is passed over in each document', () => {
  const mute = { reason: 'r', on: '2026-01-01' };
  const mutes = new Map([
    ['a\t1', mute],
    ['b\t1', mute],
    ['a\t2', mute],
  ]);
  expect([...mutedByDocument(mutes)]).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
});

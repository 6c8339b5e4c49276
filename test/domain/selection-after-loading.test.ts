import { expect, test } from 'vitest';
import type { DocumentInfo } from '@/domain/organization';
import { selectDocuments } from '@/domain/selection';
import { selectionAfterLoading } from '@/domain/selection-after-loading';
import { documentInfo } from '../helpers/document-info';

const info = (org: string, year = 2026, stage: DocumentInfo['stage'] = 'budget'): DocumentInfo =>
  documentInfo({
    doc_id: `${org}-${year}-${stage}`,
    org_id: org,
    organization: org,
    fiscal_year: year,
    stage,
  });
const UNSET = { orgs: [], year: null, stage: null };

function seen(shown: DocumentInfo[], added: DocumentInfo[], state = UNSET as never): string[] {
  const all = [...shown, ...added];
  return selectDocuments(all, selectionAfterLoading(all, state, shown, added)).map(
    ({ doc_id }) => doc_id,
  );
}

test('new organizations join those shown', () => {
  expect(seen([info('a')], [info('b')])).toEqual(['a-2026-budget', 'b-2026-budget']);
  expect(selectionAfterLoading([info('a'), info('b')], UNSET, [info('a')], [info('b')])).toEqual({
    ...UNSET,
    orgs: ['a', 'b'],
  });
});

test('the screen goes to the year and stage of documents it would not show', () => {
  expect(seen([info('a')], [info('b', 2024, 'final')])).toEqual(['b-2024-final']);
  const fixed = { orgs: [], year: 2026, stage: 'budget' } as never;
  expect(seen([info('a')], [info('b', 2023), info('b', 2024)], fixed)).toEqual(['b-2024-budget']);
});

test('where there is no room beside those shown, the new ones stand alone', () => {
  const shown = Array.from({ length: 8 }, (_, i) => info(`old${i}`));
  expect(seen(shown, [info('new')])).toEqual(['new-2026-budget']);
});

test('a document that took the place of one with the same organization is in sight', () => {
  expect(seen([info('a')], [info('a')])).toContain('a-2026-budget');
});

test('a view that lacked its data gets them and stays as it is', () => {
  const view = { orgs: ['a', 'x', 'y'], year: 2025, stage: 'budget' as const };
  const added = [info('x', 2025), info('other', 2025)];
  const all = [info('a', 2025), ...added];
  expect(selectionAfterLoading(all, view, [info('a', 2025)], added)).toEqual(view);
  expect(selectionAfterLoading(added, view, [], added)).toEqual(view);
});

import { describe, expect, test } from 'vitest';
import {
  documentFacts,
  missingData,
  organizationFacts,
  withoutMissing,
} from '@/domain/missing-data';
import { readViewState } from '@/domain/view-state';
import { documentInfo } from '../helpers/document-info';

const DOCS = [
  documentInfo({ doc_id: 'a-25', org_id: 'a', fiscal_year: 2025 }),
  documentInfo({ doc_id: 'a-26', org_id: 'a' }),
  documentInfo({ doc_id: 'b-24', org_id: 'b', fiscal_year: 2024 }),
  documentInfo({ doc_id: 'b-25', org_id: 'b', fiscal_year: 2025 }),
];
const missing = (address: Record<string, string>, screen = 'compare') =>
  missingData(DOCS, readViewState(address), screen);

describe('ids say', () => {
  test('place and name of an organization', () => {
    expect(organizationFacts('220622-财政局')).toMatchObject({ place: '220622', name: '财政局' });
    expect(organizationFacts('some office')).toMatchObject({ place: null, name: 'some office' });
  });

  test('year and stage of a document', () => {
    expect(documentFacts('220622-government-services-2026-budget')).toEqual({
      id: '220622-government-services-2026-budget',
      place: '220622',
      name: 'government-services',
      year: 2026,
      stage: 'budget',
    });
    expect(documentFacts('x')).toMatchObject({ name: 'x', year: null, stage: null });
  });
});

describe('what a view names and is not loaded', () => {
  test.each([
    [{}],
    [{ orgs: 'a', year: '2026' }],
    [{ orgs: 'a,b', year: '2025', stage: 'budget' }],
  ])('nothing: %o', (address) => {
    expect(missing(address)).toBeNull();
  });

  test('organizations, by what their ids say', () => {
    expect(missing({ orgs: 'a,330100-x', year: '2026' })).toMatchObject({
      organizations: [{ id: '330100-x', place: '330100', name: 'x' }],
      otherYears: [],
      time: { year: 2026, stage: 'budget' },
    });
  });

  test('organizations that are loaded for other years', () => {
    expect(missing({ orgs: 'a,b', year: '2026' })).toMatchObject({
      timeIsEmpty: false,
      organizations: [],
      otherYears: [{ info: { org_id: 'b' }, years: [2025, 2024] }],
    });
  });

  test('a year of which nothing is loaded', () => {
    expect(missing({ year: '2031' })).toMatchObject({
      timeIsEmpty: true,
      time: { year: 2031 },
      years: [2026, 2025, 2024],
    });
  });

  test('the document of what is open on this screen', () => {
    expect(missing({ doc: 'z-2026-budget' }, 'source')?.documents).toMatchObject([{ year: 2026 }]);
    expect(missing({ doc: 'z-2026-budget' }, 'overview')).toBeNull();
    expect(missing({ finding: 'z/3' }, 'checks')?.documents).toMatchObject([{ id: 'z' }]);
    expect(missing({ project: 'z/p1' }, 'projects')?.documents).toMatchObject([{ id: 'z' }]);
    expect(missing({ source: 'metric/z/total' }, 'overview')?.documents).toHaveLength(1);
    expect(missing({ source: 'metric/a-26/total', doc: 'a-26' }, 'source')).toBeNull();
  });

  test('a metric that there is not', () => {
    expect(missing({ metric: 'no such' })?.metric).toBe('no such');
    expect(missing({ metric: 'no such' }, 'overview')).toBeNull();
    expect(missing({ metric: 'function_share:205' })).toBeNull();
  });

  test('members of an own list', () => {
    expect(missing({ group: 'list:mine:a,b,c' })?.list).toEqual({ missing: 1, of: 3 });
  });
});

describe('the view of what is here', () => {
  test.each([
    [{ orgs: 'a,330100-x,b', year: '2026', source: 'metric/z/total' }],
    [{ orgs: 'a,b', year: '2031' }],
    [{ doc: 'z', finding: 'z/1', project: 'z/p' }],
    [{ metric: 'no such' }],
  ])('names nothing that is missing: %o', (address) => {
    const state = readViewState(address);
    for (const screen of ['compare', 'source', 'checks', 'projects']) {
      const found = missingData(DOCS, state, screen);
      if (!found) continue;
      const change = withoutMissing(state, found);
      const left = { ...state, ...change };
      const still = missingData(DOCS, left, screen);
      expect(still?.timeIsEmpty ?? false).toBe(false);
      expect([...(still?.organizations ?? []), ...(still?.documents ?? [])]).toEqual([]);
    }
  });
});

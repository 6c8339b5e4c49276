import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  basisMix,
  fairSelection,
  guardMixes,
  likeMembers,
  restsOnWhole,
  syntheticOf,
  type LikeDocuments,
} from '@/domain/guard';
import { metricById } from '@/domain/metrics';
import type { DocumentInfo } from '@/domain/organization';
import { EVERYONE, type Population } from '@/domain/population';
import { readViewState } from '@/domain/view-state';
import { JURISDICTION_LEVELS, SCOPES } from '@/domain/vocabulary';

const row = (more: Partial<LikeDocuments> = {}): LikeDocuments => ({
  org_id: null,
  is_member: true,
  scope: 'department',
  level: 'county',
  fiscal_year: 2026,
  stage: 'budget',
  vintage: 'none',
  basis: null,
  documents: 1,
  synthetic: 0,
  ...more,
});
const TOTAL = metricById('total')!;

test('says whether documents were made up: none, some or all of them', () => {
  const real = row({ documents: 3 });
  expect(syntheticOf([])).toBe('none');
  expect(syntheticOf([real])).toBe('none');
  expect(syntheticOf([real, row({ documents: 5, synthetic: 5 })])).toBe('some');
  expect(syntheticOf([row({ documents: 5, synthetic: 4 })])).toBe('some');
  expect(syntheticOf([row({ documents: 5, synthetic: 5 })])).toBe('all');
});

const info = (org_id: string, more: Partial<DocumentInfo> = {}) =>
  ({ org_id, scope: 'department', level: 'county', ...more }) as DocumentInfo;

const fair = (
  rows: readonly LikeDocuments[],
  {
    population = null,
    metric = 'total',
    documents = [],
    members = null,
  }: {
    population?: Population | null;
    metric?: string;
    documents?: DocumentInfo[];
    members?: { name: string; orgs: string[] } | null;
  } = {},
) =>
  fairSelection(rows, metricById(metric)!, {
    focus: info('a'),
    population,
    list: '我的',
    documents,
    members,
  });

describe('what is mixed', () => {
  test.each<[string, Partial<LikeDocuments>, string, string[]]>([
    ['nothing', {}, 'total', []],
    ['scope', { scope: 'unit' }, 'total', ['scope']],
    ['level', { level: 'prefecture' }, 'total', ['level']],
    ['stage and level', { stage: 'final', level: null }, 'total', ['level', 'stage']],
    ['a year more is no mix: it is asked for', { fiscal_year: 2025 }, 'total', []],
    ['carry-over beside zero', { vintage: 'none' }, 'total', []],
    ['carry-over beside silence', { vintage: 'silent' }, 'total', ['vintage']],
    ['bases of a change', { basis: 'current' }, 'change:total', ['basis']],
    ['kinds of headcount', { basis: 'actual' }, 'total_per_staff', ['headcount']],
  ])('%s', (_, other, metric, mixes) => {
    const first = row({ vintage: 'holds', basis: 'authorized' });
    const second = row({ ...first, ...other });
    expect(guardMixes([first, second], metricById(metric)!)).toEqual(mixes);
  });

  test('without a metric there is no basis', () => {
    expect(guardMixes([row({ basis: 'a' }), row({ basis: 'b' })], null)).toEqual([]);
  });

  test.each([
    ['total', true, null],
    ['project_share', true, null],
    ['change:2024:real:2026:total', true, 'basis'],
    ['total_yoy', true, 'basis'],
    ['function_share:201', true, null],
    ['total_per_staff', true, 'headcount'],
    ['index:2024:total_per_staff', true, 'headcount'],
    ['current', false, null],
    ['three_public', false, null],
    ['project_count', false, null],
  ])('%s counts carry-over: %s; its basis is %s', (id, whole, basis) => {
    expect([restsOnWhole(metricById(id)!), basisMix(metricById(id)!)]).toEqual([whole, basis]);
  });
});

describe('the fair selection', () => {
  test('none where nothing is mixed, or nobody is like the focus', () => {
    expect(fair([row({ org_id: 'a' }), row({ org_id: 'b' })])).toBeNull();
    expect(fair([row({ org_id: 'a' }), row({ org_id: 'b', scope: 'unit' })])).toBeNull();
  });

  test('keeps the chosen ones that are like the focus', () => {
    const rows = [
      row({ org_id: 'a' }),
      row({ org_id: 'b', scope: 'unit' }),
      row({ org_id: 'c' }),
      row({ org_id: 'd', level: 'province' }),
    ];
    expect(fair(rows)).toEqual({ documents: 2, change: { orgs: ['a', 'c'] } });
  });

  test('of a focus that fits either, takes the larger side', () => {
    const rows = [
      row({ org_id: 'a', vintage: 'none' }),
      row({ org_id: 'b', vintage: 'holds' }),
      row({ org_id: 'c', vintage: 'silent' }),
      row({ org_id: 'd', vintage: 'silent' }),
    ];
    expect(fair(rows)).toEqual({ documents: 3, change: { orgs: ['a', 'c', 'd'] } });
  });

  test('narrows a population to the scope and level of the focus, its own respects kept', () => {
    const rows = [
      row({ org_id: 'a' }),
      row({ documents: 40 }),
      row({ level: 'prefecture', documents: 9 }),
    ];
    const population = { ...EVERYONE, sector: 'finance', within: '220000' };
    expect(fair(rows, { population })).toEqual({
      documents: 41,
      change: {
        group: {
          kind: 'filter',
          scope: 'department',
          level: 'county',
          sector: 'finance',
          within: '220000',
        },
      },
    });
  });

  test('narrows an own list by name', () => {
    const rows = [row({ org_id: 'a' }), row(), row({ scope: 'unit' })];
    const documents = [info('a'), info('x'), info('y', { scope: 'unit' }), info('z')];
    expect(
      fair(rows, { population: { ...EVERYONE, orgs: ['a', 'x', 'y'] }, documents })?.change,
    ).toEqual({ group: { kind: 'list', name: '我的', orgs: ['a', 'x'] } });
  });

  test('lists the members where scope and level do not tell them', () => {
    const rows = [
      row({ org_id: 'a', vintage: 'holds' }),
      row({ vintage: 'holds', documents: 30 }),
      row({ vintage: 'none', documents: 4 }),
      row({ vintage: 'silent', documents: 7 }),
      row({ vintage: 'holds', level: 'province', documents: 2 }),
    ];
    expect(likeMembers(rows, TOTAL, 'a')).toEqual(rows.slice(0, 3));
    expect(
      likeMembers(
        rows.filter(({ vintage }) => vintage !== 'silent'),
        TOTAL,
        'a',
      ),
    ).toBeNull();
    expect(likeMembers([...rows, row({ documents: 500 })], TOTAL, 'a')).toBeNull();
    const members = { name: '同口径', orgs: ['a', 'b'] };
    expect(fair(rows, { population: EVERYONE, members })).toEqual({
      documents: 35,
      change: { group: { kind: 'list', ...members } },
    });
  });

  test('is fair: what stays of the chosen ones mixes nothing and holds the focus', () => {
    const any = fc.record({
      scope: fc.constantFrom(...SCOPES),
      level: fc.constantFrom(...JURISDICTION_LEVELS, null),
      vintage: fc.constantFrom('holds' as const, 'none' as const, 'silent' as const),
      basis: fc.constantFrom('total', 'current', null),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 2, maxLength: 9 }), (list) => {
        const rows = list.map((one, i) => row({ ...one, org_id: i === 0 ? 'a' : `o${i}` }));
        const found = fair(rows, { metric: 'change:total' });
        if (!found) return;
        const orgs = found.change.orgs ?? [];
        const kept = rows.filter(({ org_id }) => orgs.includes(org_id ?? ''));
        expect(orgs).toContain('a');
        expect(kept).toHaveLength(found.documents);
        expect(guardMixes(kept, metricById('change:total')!)).toEqual([]);
      }),
    );
  });

  test('is a change of the view state', () => {
    const rows = [row({ org_id: 'a' }), row({ org_id: 'b' }), row({ org_id: 'c', scope: 'unit' })];
    const state = { ...readViewState({}), ...fair(rows)?.change };
    expect(state.orgs).toEqual(['a', 'b']);
  });
});

test('the total itself is what other screens show', () => {
  expect(guardMixes([row({ vintage: 'holds' }), row({ vintage: 'silent' })], null)).toEqual([
    'vintage',
  ]);
  expect(restsOnWhole(TOTAL)).toBe(true);
});

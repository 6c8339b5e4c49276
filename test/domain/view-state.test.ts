import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery, stringifyQuery } from 'vue-router';
import {
  COMPARE_CHARTS,
  DIVISIONS,
  DOCUMENT_ORDERS,
  FINDING_LISTS,
  HEAT_SCALES,
  LANGUAGES,
  LOG_AXES,
  MODES,
  AXES,
  MULTIPLES,
  RULERS,
  SLOPES,
  PROJECT_CHARTS,
  PROJECT_PARTS,
  SPREAD_SCALES,
  SPREADS,
  STRUCTURE_FORMS,
  readViewState,
  writeViewState,
  type ViewState,
} from '@/domain/view-state';
import { METRICS } from '@/domain/metrics';
import { DISPLAY_UNITS } from '@/domain/money';
import { PEERS } from '@/domain/population';
import { formatProjectGroup, GROUP_ACTS, type ProjectGroup } from '@/domain/project-group';
import { PROJECT_KIND_IDS } from '@/domain/project-kinds';
import { PROJECT_FILTERS, PROJECT_SORTS } from '@/domain/project-list';
import { REPORT_SECTIONS } from '@/domain/report';
import { JURISDICTION_LEVELS, SCOPES, STAGES } from '@/domain/vocabulary';

const anyText = fc.string({ minLength: 1, unit: 'grapheme' });
const anyProjectGroup: fc.Arbitrary<ProjectGroup> = fc.oneof(
  fc.record({ by: fc.constant('kind' as const), kind: fc.constantFrom(...PROJECT_KIND_IDS) }),
  fc.record({ by: fc.constant('words' as const), words: anyText }),
  fc.record({ by: fc.constant('like' as const), project: fc.constantFrom('d/p01', 'a%2Fb/p') }),
);
const anyState: fc.Arbitrary<ViewState> = fc.record({
  orgs: fc.array(anyText, { maxLength: 4 }),
  year: fc.option(fc.integer({ min: 1990, max: 2100 })),
  stage: fc.option(fc.constantFrom(...STAGES)),
  unit: fc.constantFrom(...DISPLAY_UNITS),
  lang: fc.constantFrom(...LANGUAGES),
  metric: anyText,
  mode: fc.constantFrom(...MODES),
  chart: fc.constantFrom(...COMPARE_CHARTS),
  group: fc.oneof(
    fc.constant({ kind: 'none' as const }),
    fc.record({ kind: fc.constant('peers' as const), by: fc.constantFrom(...PEERS) }),
    fc.record({
      kind: fc.constant('filter' as const),
      scope: fc.option(fc.constantFrom(...SCOPES)),
      level: fc.option(fc.constantFrom(...JURISDICTION_LEVELS)),
      sector: fc.option(anyText),
      within: fc.option(anyText),
    }),
    fc.record({
      kind: fc.constant('list' as const),
      name: anyText,
      orgs: fc.array(anyText, { maxLength: 4 }),
    }),
  ),
  focus: anyText,
  base: fc.option(fc.integer({ min: 1990, max: 2100 })),
  prices: fc.option(fc.integer({ min: 1990, max: 2100 })),
  against: anyText,
  bubble: anyText,
  log: fc.constantFrom(...LOG_AXES),
  heat: fc.constantFrom(...HEAT_SCALES),
  spread: fc.constantFrom(...SPREADS),
  spreadScale: fc.constantFrom(...SPREAD_SCALES),
  multiples: fc.constantFrom(...MULTIPLES),
  slope: fc.constantFrom(...SLOPES),
  axis: fc.constantFrom(...AXES),
  ruler: fc.constantFrom(...RULERS),
  rankPage: fc.integer({ min: 1, max: 999_999 }),
  form: fc.constantFrom(...STRUCTURE_FORMS),
  division: fc.constantFrom(...DIVISIONS),
  drill: anyText,
  stack: fc.constantFrom('share' as const, 'amount' as const),
  tables: fc.boolean(),
  sorts: fc.uniqueArray(fc.record({ table: anyText, key: anyText, descending: fc.boolean() }), {
    maxLength: 5,
    selector: ({ table }) => table,
  }),
  unfolded: fc.array(anyText, { maxLength: 3 }),
  projectPart: fc.constantFrom(...PROJECT_PARTS),
  projectReach: fc.constantFrom('selection' as const, 'group' as const),
  projectChart: fc.constantFrom(...PROJECT_CHARTS),
  projectFilter: fc.constantFrom(...PROJECT_FILTERS),
  projectSort: fc.constantFrom(...PROJECT_SORTS),
  projectSearch: anyText,
  projectPage: fc.integer({ min: 1, max: 999_999 }),
  project: anyText,
  projectGroup: fc.option(anyProjectGroup),
  projectLikeness: fc.integer({ min: 20, max: 100 }),
  projectEdits: fc.array(
    fc.record({
      group: anyProjectGroup.map(formatProjectGroup),
      act: fc.constantFrom(...GROUP_ACTS),
      project: fc.oneof(fc.constant(''), anyText),
      value: fc.string({ maxLength: 20 }),
    }),
    { maxLength: 3 },
  ),
  source: fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant('metric' as const), doc: anyText, metric: anyText }),
      fc.record({
        kind: fc.constant('row' as const),
        doc: anyText,
        table: anyText,
        side: anyText,
        row: fc.nat(),
        nature: anyText,
      }),
    ),
  ),
  doc: anyText,
  table: anyText,
  cell: fc.constantFrom('', '12/3'),
  headcounts: fc.array(
    fc.record({
      org: anyText,
      kind: fc.constantFrom('average' as const, 'actual' as const, 'authorized' as const),
      people: fc.integer({ min: 1, max: 100_000 }),
      asOf: fc.constantFrom('2026-02-13', '2025-12-31'),
      source: fc.constantFrom('局办公室', 'a~b,c%d'),
    }),
    { maxLength: 2 },
  ),
  reach: fc.constantFrom('selection' as const, 'all' as const),
  sort: fc.constantFrom(...DOCUMENT_ORDERS),
  seek: fc.string({ unit: 'grapheme' }),
  docPage: fc.integer({ min: 1, max: 999_999 }),
  status: fc.constantFrom(...FINDING_LISTS),
  family: fc.string(),
  rule: fc.string(),
  search: fc.string({ unit: 'grapheme' }),
  page: fc.integer({ min: 1, max: 999_999 }),
  finding: fc.option(fc.record({ doc: anyText, finding: fc.integer({ min: 1, max: 9_999_999 }) })),
  reportSections: fc.uniqueArray(fc.constantFrom(...REPORT_SECTIONS)),
  reportMetrics: fc.uniqueArray(fc.constantFrom(...METRICS.map(({ id }) => id))),
  reportTitle: fc.string({ unit: 'grapheme' }),
  reportBy: fc.string({ unit: 'grapheme' }),
  present: fc.string({ unit: 'grapheme' }),
});

describe('the address', () => {
  test('holds the whole view state', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(readViewState(writeViewState(state))).toEqual(state);
      }),
    );
  });

  test('holds it as the text behind the #, too', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const hash = stringifyQuery(writeViewState(state));
        expect(readViewState(parseQuery(hash))).toEqual(state);
        expect(new URL(`file:///x.html#/compare?${hash}`).hash).not.toMatch(/\s/);
      }),
    );
  });

  test('of the default state is empty', () => {
    expect(writeViewState(readViewState({}))).toEqual({});
  });

  test.each([
    { year: 'soon', stage: 'draft', unit: '文', lang: 'fr', chart: 'pie', source: 'x' },
    { orgs: '%E0%A4%A', headcounts: 'a~actual~-5~2026-02-13~x', source: 'row/a/b/c/d/e' },
    { year: ['2026'], tables: null },
    { page: '0', docPage: '-1', status: 'passed', reach: 'none', sort: 'size' },
    { page: '1e3', finding: 'x' },
    { finding: '%E0%A4%A/3' },
    { finding: 'x/0' },
    { finding: '/1' },
  ])('with nonsense falls back to the defaults: %o', (address) => {
    expect(readViewState(address)).toEqual(readViewState({}));
  });
});

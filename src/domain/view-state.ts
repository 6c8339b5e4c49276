import { DISPLAY_UNITS, type DisplayUnit } from './money';
import { formatGroup, NO_GROUP, parseGroup, type Group } from './population';
import {
  formatGroupEdits,
  formatProjectGroup,
  parseGroupEdits,
  parseProjectGroup,
  type GroupEdit,
  type ProjectGroup,
} from './project-group';
import { LIKENESS } from './project-likeness';
import {
  PROJECT_FILTERS,
  PROJECT_SORTS,
  type ProjectFilter,
  type ProjectSort,
} from './project-list';
import { findingText, parseFindingText, type QualityMark } from './quality-mark';
import { REPORT_METRICS, REPORT_SECTIONS, type ReportSectionId } from './report';
import { formatSourceRef, parseSourceRef, type SourceRef } from './source-ref';
import { parseHeadcounts, formatHeadcounts, type SuppliedHeadcount } from './supplied-headcount';
import { formatSorts, parseSorts, type NamedSort } from './table-sort';
import { STAGES, type Stage } from './vocabulary';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
/** Forms of a figure: yuan, yuan per head, share of the total, change on the year before, 100 in a base year. */
export const MODES = ['amount', 'per_staff', 'share', 'change', 'index'] as const;
export type Mode = (typeof MODES)[number];
export const COMPARE_CHARTS = [
  'bar',
  'ranking',
  'dumbbell',
  'slope',
  'trend',
  'waterfall',
  'scatter',
  'heat',
  'distribution',
  'multiples',
] as const;
export type CompareChart = (typeof COMPARE_CHARTS)[number];
export const HEAT_SCALES = ['rank', 'z', 'value'] as const;
export type HeatScale = (typeof HEAT_SCALES)[number];
export const SPREADS = ['histogram', 'box', 'strip'] as const;
export type Spread = (typeof SPREADS)[number];
export const LOG_AXES = ['', 'x', 'y', 'xy'] as const;
export type LogAxes = (typeof LOG_AXES)[number];
/** Value axis of a distribution: logarithmic where the figures suit it, or as the reader says. */
export const SPREAD_SCALES = ['auto', 'even', 'log'] as const;
export type SpreadScale = (typeof SPREAD_SCALES)[number];
export const MULTIPLES = ['metrics', 'organizations'] as const;
export type Multiples = (typeof MULTIPLES)[number];
/** What stands on the two sides of a slope. */
export const SLOPES = ['years', 'metrics'] as const;
export type Slope = (typeof SLOPES)[number];
/** Where the value axis of lines starts: at zero, or near the values. */
export const AXES = ['zero', 'free'] as const;
export type Axis = (typeof AXES)[number];
/** Small multiples on one scale, or each on its own. */
export const RULERS = ['common', 'own'] as const;
export type Ruler = (typeof RULERS)[number];
export const STRUCTURE_FORMS = ['bars', 'treemap', 'sankey'] as const;
export type StructureForm = (typeof STRUCTURE_FORMS)[number];
export const DIVISIONS = ['function', 'nature', 'economic', 'fund'] as const;
export type Division = (typeof DIVISIONS)[number];
/** Forms of an amount of the structure. */
export const STACKS = ['share', 'amount', 'per_staff'] as const;
export type Stack = (typeof STACKS)[number];
export const PROJECT_PARTS = ['list', 'like', 'targets'] as const;
export type ProjectPart = (typeof PROJECT_PARTS)[number];
export const PROJECT_CHARTS = ['bars', 'bubbles'] as const;
export type ProjectChart = (typeof PROJECT_CHARTS)[number];

export const FINDING_LISTS = ['fail', 'rounding', 'unchecked', 'muted'] as const;
export type FindingList = (typeof FINDING_LISTS)[number];
export const DOCUMENT_ORDERS = ['failed', 'name', 'year'] as const;
export type DocumentOrder = (typeof DOCUMENT_ORDERS)[number];

/** Everything a reader can set on a screen, and so everything that the address holds. */
export interface ViewState {
  /** Chosen organizations in order; empty: all that fit, up to the first few. */
  orgs: readonly string[];
  year: number | null;
  stage: Stage | null;
  /** Whom the chosen organizations are seen among. */
  group: Group;
  /** The organization whose peers, flows and changes are shown; empty for the first chosen. */
  focus: string;
  /** Year that changes and indices start from; null for the one before, or the first there is. */
  base: number | null;
  /** Amounts in prices of this year; null as printed. */
  prices: number | null;
  unit: DisplayUnit;
  lang: Language;
  /** Metric compared, in the form that `mode` names. */
  metric: string;
  mode: Mode;
  chart: CompareChart;
  /** Scatter: the metric of the other axis, or of the other side of a slope, and of the area, empty for dots of one size; axes that are logarithmic. */
  against: string;
  bubble: string;
  log: LogAxes;
  heat: HeatScale;
  spread: Spread;
  spreadScale: SpreadScale;
  multiples: Multiples;
  slope: Slope;
  axis: Axis;
  ruler: Ruler;
  /** Page of a ranking, a heat map, or another list of organizations. */
  rankPage: number;
  /** Drawing of the structure screen. */
  form: StructureForm;
  division: Division;
  /** Code whose parts are shown, or empty for the top level. */
  drill: string;
  /** Parts as shares of 100 %, as amounts, or as amounts per head. */
  stack: Stack;
  /** Charts shown as tables. */
  tables: boolean;
  /** Tables in another order than their own. */
  sorts: readonly NamedSort[];
  /** Parts of lists that were folded away and are asked for, by their names. */
  unfolded: readonly string[];
  source: SourceRef | null;
  /** Document and table open on the source screen. */
  doc: string;
  table: string;
  /** Cell of that table whose meaning is told, as `cellKey` names it; empty for none. */
  cell: string;
  headcounts: readonly SuppliedHeadcount[];
  /** What the checks screen is about: the chosen documents or all that are loaded. */
  reach: 'selection' | 'all';
  /** Its documents: order, text in their names, page. */
  sort: DocumentOrder;
  seek: string;
  docPage: number;
  /** Its findings: list, family and rule (empty for all), text in them, page. */
  status: FindingList;
  family: string;
  rule: string;
  search: string;
  page: number;
  /** Projects: the part of the screen, and whether those of the chosen documents or of everyone compared with. */
  projectPart: ProjectPart;
  projectReach: 'selection' | 'group';
  projectChart: ProjectChart;
  projectFilter: ProjectFilter;
  projectSort: ProjectSort;
  projectSearch: string;
  projectPage: number;
  /** Key of the open project, or empty. */
  project: string;
  /** What like projects are gathered by, from which likeness in per cent, and what the reader changed. */
  projectGroup: ProjectGroup | null;
  projectLikeness: number;
  projectEdits: readonly GroupEdit[];
  /** The finding that is open. */
  finding: Pick<QualityMark, 'doc' | 'finding'> | null;
  /** The report: its sections in order, the metrics it compares, its title (empty for the usual one), who made it. */
  reportSections: readonly ReportSectionId[];
  reportMetrics: readonly string[];
  reportTitle: string;
  reportBy: string;
  /** Key of the slide, while a presentation is on; empty otherwise. */
  present: string;
}

/** How one field is written in the address. `read` gives undefined for text it does not understand. */
export interface Field<T> {
  fallback: T;
  write(value: T): string;
  read(text: string): T | undefined;
}

const text = (fallback: string): Field<string> => ({
  fallback,
  write: (value) => value,
  read: (value) => value,
});

const oneOf = <T extends string>(values: readonly T[], fallback: T): Field<T> => ({
  fallback,
  write: (value) => value,
  read: (value) => values.find((known) => known === value),
});

const optional = <T extends string>(values: readonly T[]): Field<T | null> => ({
  fallback: null,
  write: (value) => value ?? '',
  read: (value) => values.find((known) => known === value),
});

const year: Field<number | null> = {
  fallback: null,
  write: (value) => String(value ?? ''),
  read: (value) => (/^\d{4}$/.test(value) ? Number(value) : undefined),
};

const page: Field<number> = {
  fallback: 1,
  write: String,
  read: (value) => (/^[1-9]\d{0,5}$/.test(value) ? Number(value) : undefined),
};

/** Stands for an empty list, where that is not the default. */
const NONE = '-';

const listOf = <T extends string>(
  fallback: readonly T[],
  read: (text: string) => T | undefined,
): Field<readonly T[]> => ({
  fallback,
  write: (value) => (value.length > 0 ? value.join(',') : NONE),
  read: (value) =>
    value === NONE ? [] : [...new Set(value.split(',').flatMap((text) => read(text) ?? []))],
});

/** A list of any texts; what would end one of them is encoded. */
const encodedList: Field<readonly string[]> = {
  fallback: [],
  write: (value) => value.map((text) => text.replaceAll(/[%,]/g, encodeURIComponent)).join(','),
  read: (value) => value.split(',').filter(Boolean).map(decodeURIComponent),
};

/** One record from which defaults, the address and reset are made. */
export const VIEW_STATE: { readonly [Key in keyof ViewState]: Field<ViewState[Key]> } = {
  orgs: encodedList,
  year,
  stage: optional(STAGES),
  group: { fallback: NO_GROUP, write: formatGroup, read: parseGroup },
  focus: text(''),
  base: year,
  prices: year,
  unit: oneOf(DISPLAY_UNITS, '万元'),
  lang: oneOf(LANGUAGES, 'zh'),
  metric: text('total'),
  mode: oneOf(MODES, 'amount'),
  chart: oneOf(COMPARE_CHARTS, 'bar'),
  against: text('project_share'),
  bubble: text(''),
  log: oneOf(LOG_AXES, ''),
  heat: oneOf(HEAT_SCALES, 'rank'),
  spread: oneOf(SPREADS, 'histogram'),
  spreadScale: oneOf(SPREAD_SCALES, 'auto'),
  multiples: oneOf(MULTIPLES, 'metrics'),
  slope: oneOf(SLOPES, 'years'),
  axis: oneOf(AXES, 'zero'),
  ruler: oneOf(RULERS, 'common'),
  rankPage: page,
  form: oneOf(STRUCTURE_FORMS, 'bars'),
  division: oneOf(DIVISIONS, 'function'),
  drill: text(''),
  stack: oneOf(STACKS, 'share'),
  tables: {
    fallback: false,
    write: (value) => (value ? '1' : ''),
    read: (value) => value === '1',
  },
  sorts: { fallback: [], write: formatSorts, read: parseSorts },
  unfolded: encodedList,
  source: {
    fallback: null,
    write: (value) => (value ? formatSourceRef(value) : ''),
    read: (value) => parseSourceRef(value) ?? undefined,
  },
  doc: text(''),
  table: text(''),
  cell: text(''),
  headcounts: {
    fallback: [],
    write: formatHeadcounts,
    read: parseHeadcounts,
  },
  reach: oneOf(['selection', 'all'], 'selection'),
  sort: oneOf(DOCUMENT_ORDERS, 'failed'),
  seek: text(''),
  docPage: page,
  status: oneOf(FINDING_LISTS, 'fail'),
  family: text(''),
  rule: text(''),
  search: text(''),
  page,
  projectPart: oneOf(PROJECT_PARTS, 'list'),
  projectReach: oneOf(['selection', 'group'], 'selection'),
  projectChart: oneOf(PROJECT_CHARTS, 'bars'),
  projectFilter: oneOf(PROJECT_FILTERS, 'all'),
  projectSort: oneOf(PROJECT_SORTS, 'amount'),
  projectSearch: text(''),
  projectPage: page,
  project: text(''),
  projectGroup: {
    fallback: null,
    write: formatProjectGroup,
    read: (value) => parseProjectGroup(value) ?? undefined,
  },
  projectLikeness: {
    fallback: LIKENESS.usual,
    write: String,
    read: (value) => {
      const percent = /^\d{1,3}$/.test(value) ? Number(value) : -1;
      return percent >= LIKENESS.least && percent <= LIKENESS.most ? percent : undefined;
    },
  },
  projectEdits: { fallback: [], write: formatGroupEdits, read: parseGroupEdits },
  finding: {
    fallback: null,
    write: (value) => (value ? findingText(value) : ''),
    read: (value) => parseFindingText(value) ?? undefined,
  },
  reportSections: listOf(REPORT_SECTIONS, (text) => REPORT_SECTIONS.find((id) => id === text)),
  reportMetrics: listOf(REPORT_METRICS, (text) => (text === '' ? undefined : text)),
  reportTitle: text(''),
  reportBy: text(''),
  present: text(''),
};

type Address = Record<string, string>;
const KEYS = Object.keys(VIEW_STATE) as (keyof ViewState)[];

const readField = <Key extends keyof ViewState>(key: Key, value: string | undefined) => {
  const field: Field<ViewState[Key]> = VIEW_STATE[key];
  try {
    return (value === undefined ? undefined : field.read(value)) ?? field.fallback;
  } catch {
    return field.fallback;
  }
};

/** The state that an address stands for; what it does not say or says wrongly takes its default. */
export function readViewState(address: Readonly<Record<string, unknown>>): ViewState {
  const entries = KEYS.map((key) => {
    const value = address[key];
    return [key, readField(key, typeof value === 'string' ? value : undefined)];
  });
  return Object.fromEntries(entries) as ViewState;
}

const writeField = <Key extends keyof ViewState>(key: Key, value: ViewState[Key]): string => {
  const field: Field<ViewState[Key]> = VIEW_STATE[key];
  const written = field.write(value);
  return written === field.write(field.fallback) ? '' : written;
};

/** The address of a state, defaults left out. */
export function writeViewState(state: ViewState): Address {
  const entries = KEYS.map((key) => [key, writeField(key, state[key])] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

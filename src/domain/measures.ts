import type { Fund, Nature, Side, TableId, Vintage } from './vocabulary';

/** Funds that no printed fund column sums further. */
export const LEAF_FUNDS: readonly Fund[] = [
  'general_public',
  'gov_fund',
  'state_capital',
  'fiscal_account',
  'institution',
];

/** Funds beside 财政拨款, for documents that print only its sum. */
export const OUTSIDE_APPROPRIATION: readonly Fund[] = ['fiscal_account', 'institution'];

/** Tables that may print total expenditure by functional class, best first. */
export const FUNCTION_TABLES: readonly TableId[] = ['expenditure', 'balance', 'general_public'];

/**
 * A measure is one base figure of a document, read from printed cells. The first source that yields a number wins.
 * Within a source the printed total is taken; where none is printed, the sum of its printed parts (never both):
 * the funds of a row, this year's money and the carry-over, the topmost rows of a table.
 */
export interface LineSource {
  from: 'line';
  table: TableId;
  side?: Side;
  nature: Nature;
  /** `total` by default: the printed total column, else current + carry-over. */
  vintage?: Vintage;
  /** Rows whose label contains these characters, instead of the table's total. */
  label?: string;
}

export interface StatementSource {
  from: 'statement';
  statement: string;
  basis?: string;
}

/** Counts and sums over the detail tables (projects, targets, headcounts). */
export type DetailId =
  | 'project_count'
  | 'largest_project'
  | 'project_sum'
  | 'project_squares'
  | 'indicator_count'
  | 'measurable_indicator_count'
  | 'weighted_project_count'
  | 'weight_total'
  | 'contracted_cost'
  | 'contracted_people';

export interface DetailSource {
  from: 'detail';
  detail: DetailId;
}

export type MeasureSource = LineSource | StatementSource | DetailSource;

const line = (table: TableId, nature: Nature, rest: Partial<LineSource> = {}): LineSource => ({
  from: 'line',
  table,
  nature,
  side: 'expenditure',
  ...rest,
});
const statement = (id: string, basis?: string): StatementSource => ({
  from: 'statement',
  statement: id,
  ...(basis ? { basis } : {}),
});
const detail = (name: DetailId): DetailSource => ({ from: 'detail', detail: name });

export const MEASURES = {
  total: [line('balance', 'total'), line('expenditure', 'total')],
  current: [
    line('balance', 'total', { vintage: 'current' }),
    line('expenditure', 'total', { vintage: 'current' }),
  ],
  carryover: [
    line('balance', 'total', { vintage: 'carryover' }),
    line('income', 'total', { side: 'income', vintage: 'carryover' }),
    line('expenditure', 'total', { vintage: 'carryover' }),
  ],
  basic: [line('expenditure', 'basic'), line('general_public', 'basic')],
  project: [line('expenditure', 'project'), line('general_public', 'project')],
  personnel: [
    line('general_public', 'personnel'),
    line('basic', 'personnel'),
    line('expenditure', 'personnel'),
  ],
  operating: [
    line('general_public', 'operating'),
    line('basic', 'operating'),
    line('expenditure', 'operating'),
  ],
  project_carryover: [
    line('expenditure', 'project', { vintage: 'carryover' }),
    line('project', 'project', { vintage: 'carryover' }),
  ],
  three_public: [line('three_public', 'total'), statement('three_public')],
  reception: [line('three_public', 'total', { label: '接待费' }), statement('reception')],
  outsourcing: [line('outsourcing', 'project')],
  procurement: [statement('procurement_total')],
  running_cost: [statement('running_cost')],
  total_change: [statement('total_change', 'total')],
  current_change: [statement('total_change', 'current')],
  running_cost_change: [statement('running_cost_change')],
  three_public_change: [statement('three_public_change')],
  project_count: [detail('project_count')],
  largest_project: [detail('largest_project')],
  project_sum: [detail('project_sum')],
  project_squares: [detail('project_squares')],
  indicator_count: [detail('indicator_count')],
  measurable_indicator_count: [detail('measurable_indicator_count')],
  weighted_project_count: [detail('weighted_project_count')],
  weight_total: [detail('weight_total')],
  contracted_cost: [detail('contracted_cost')],
  contracted_people: [detail('contracted_people')],
} as const satisfies Record<string, readonly MeasureSource[]>;

export type MeasureId = keyof typeof MEASURES;
export const MEASURE_IDS = Object.keys(MEASURES) as MeasureId[];
export const measureSources = (id: MeasureId): readonly MeasureSource[] => MEASURES[id];

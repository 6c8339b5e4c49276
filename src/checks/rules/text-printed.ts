import { FUNDS_OF_APPROPRIATION } from '@/domain/meanings-within';
import type { Fund, TableId, Vintage } from '@/domain/vocabulary';
import {
  catalogue,
  functionClass,
  incomeOf,
  labelled,
  whole,
  type Column,
  type Source,
} from './text-cells';
import {
  basicPart,
  CARRIED_ON,
  carriedOf,
  currentOf,
  either,
  GENERAL,
  wholeOrCurrent,
  YEARS,
} from './text-sources';

/** Figures of the text that one rule compares with the tables. */
export const TOPICS = [
  'overall',
  'income',
  'expenditure',
  'function',
  'appropriation',
  'general_public',
  'other_budgets',
  'three_public',
  'running_cost',
  'procurement',
  'projects',
] as const;
export type Topic = (typeof TOPICS)[number];

/** A figure of the text and the tables that print it, each to be compared with. */
export interface PrintedFigure {
  id: string;
  topic: Topic;
  /** Of which budget the figure is, where the statement says it. */
  basis?: string;
  sources: readonly Source[];
  /** Most documents print it in no table: where none does, nothing is missing. */
  isSeldom?: true;
}

/** An income by its fund, in the balance table and in the total row of the income table. */
const income = (id: string, fund: Fund): PrintedFigure => ({
  id,
  topic: 'income',
  sources: [
    incomeOf('balance', fund),
    whole('income', 'income', { funds: [fund], vintages: YEARS }),
  ],
});

const nature = (
  id: string,
  of: NonNullable<Column['nature']>,
  topic: Topic,
  tables: readonly TableId[],
  funds: readonly Fund[],
): PrintedFigure => ({
  id,
  topic,
  sources: tables.map((table) =>
    whole(table, 'expenditure', { nature: of, funds, vintages: YEARS }),
  ),
});

const BASIC_TABLES: readonly TableId[] = ['general_public', 'basic'];

const byClass = (basis: string, sources: readonly Source[]): PrintedFigure => ({
  id: 'function_amount',
  topic: 'function',
  basis,
  sources,
});

const PUBLIC: Column = { funds: ['general_public', 'appropriation', 'all'] };
const publicItem = (id: string, label: RegExp): PrintedFigure => ({
  id,
  topic: 'three_public',
  sources: [labelled('three_public', null, label, PUBLIC)],
});
const bought = (id: string, kind: string, letter: 'A' | 'B' | 'C'): PrintedFigure => ({
  id,
  topic: 'procurement',
  sources: [
    either(
      labelled('procurement', null, new RegExp(`^[A-Ca-c一二三、.．—-]*${kind}[A-Ca-c类]*$`, 'u')),
      catalogue(letter),
    ),
  ],
});
const projects = (id: string, vintage: Vintage): PrintedFigure => ({
  id,
  topic: 'projects',
  sources: [whole('project', 'expenditure', { nature: 'project', vintages: [vintage] })],
});

/**
 * Figures of the text and where tables print them. A figure whose wording leaves open whether money carried over is
 * part of it agrees with a table if one of the two readings does.
 */
export const PRINTED: readonly PrintedFigure[] = [
  {
    id: 'total',
    topic: 'overall',
    sources: [wholeOrCurrent('balance', 'income'), wholeOrCurrent('balance', 'expenditure')],
  },
  {
    id: 'current',
    topic: 'overall',
    sources: [currentOf('balance', 'income'), whole('income', 'income', { vintages: ['current'] })],
  },
  {
    id: 'carryover',
    topic: 'overall',
    sources: [carriedOf('balance'), whole('income', 'income', { vintages: ['carryover'] })],
  },
  {
    id: 'income_total',
    topic: 'income',
    sources: [wholeOrCurrent('balance', 'income'), whole('income', 'income', { vintages: YEARS })],
  },
  {
    id: 'income_current',
    topic: 'income',
    sources: [
      currentOf('balance', 'income'),
      whole('income', 'income', { vintages: ['current', 'total'] }),
    ],
  },
  {
    id: 'income_carryover',
    topic: 'income',
    sources: [carriedOf('balance'), whole('income', 'income', { vintages: ['carryover'] })],
  },
  {
    id: 'income_appropriation',
    topic: 'income',
    sources: [
      either(
        labelled(
          'balance',
          'income',
          /^(?:[一二三四1-9][、.．])?(?:财政拨款|预算拨款|财政拨款收入)$/u,
          {
            funds: ['appropriation'],
            vintages: YEARS,
          },
        ),
        incomeOf('balance', 'appropriation'),
      ),
      whole('income', 'income', { funds: ['appropriation'], vintages: YEARS }),
      wholeOrCurrent('appropriation', 'income', { funds: ['appropriation'] }),
    ],
  },
  income('income_general_public', 'general_public'),
  income('income_gov_fund', 'gov_fund'),
  income('income_state_capital', 'state_capital'),
  income('income_fiscal_account', 'fiscal_account'),
  income('income_institution', 'institution'),
  income('income_business', 'institution_business'),
  income('income_operation', 'institution_operation'),
  income('income_superior', 'superior_subsidy'),
  income('income_subordinate', 'subordinate_payment'),
  income('income_other', 'other_income'),
  {
    id: 'carryover_general_public',
    topic: 'income',
    sources: [
      whole('income', 'income', { funds: GENERAL, vintages: ['carryover'] }),
      incomeOf('appropriation', 'general_public', true),
    ],
  },
  {
    id: 'carryover_gov_fund',
    topic: 'income',
    sources: [whole('income', 'income', { funds: ['gov_fund'], vintages: ['carryover'] })],
  },
  {
    id: 'expenditure_total',
    topic: 'expenditure',
    sources: [
      wholeOrCurrent('balance', 'expenditure'),
      whole('expenditure', 'expenditure', { vintages: YEARS }),
    ],
  },
  {
    id: 'expenditure_current',
    topic: 'expenditure',
    sources: [
      currentOf('balance', 'expenditure'),
      whole('expenditure', 'expenditure', { vintages: ['current', 'total'] }),
    ],
  },
  {
    id: 'expenditure_carried',
    topic: 'expenditure',
    sources: [labelled('balance', 'expenditure', CARRIED_ON, { vintages: YEARS })],
  },
  nature('basic', 'basic', 'expenditure', ['expenditure'], ['all']),
  nature('project', 'project', 'expenditure', ['expenditure'], ['all']),
  nature('personnel', 'personnel', 'expenditure', ['expenditure', 'balance'], ['all']),
  nature('operating', 'operating', 'expenditure', ['expenditure', 'balance'], ['all']),
  nature('expenditure_business', 'business', 'expenditure', ['expenditure'], ['all']),
  nature('expenditure_to_superior', 'to_superior', 'expenditure', ['expenditure'], ['all']),
  nature('expenditure_to_subordinate', 'to_subordinate', 'expenditure', ['expenditure'], ['all']),
  byClass('total', [
    functionClass('expenditure', { vintages: YEARS }),
    functionClass('balance', { vintages: YEARS }),
  ]),
  byClass('appropriation', [
    functionClass('appropriation', { funds: ['appropriation'], vintages: YEARS }),
  ]),
  byClass('general_public', [
    functionClass('general_public', { funds: GENERAL, vintages: YEARS }),
    functionClass('appropriation', { funds: GENERAL, vintages: YEARS }),
  ]),
  byClass('gov_fund', [functionClass('gov_fund', { funds: ['gov_fund'], vintages: YEARS })]),
  {
    id: 'appropriation_total',
    topic: 'appropriation',
    sources: [
      wholeOrCurrent('appropriation', 'income', { funds: ['appropriation'] }),
      wholeOrCurrent('appropriation', 'expenditure', { funds: ['appropriation'] }),
    ],
  },
  {
    id: 'expenditure_appropriation',
    topic: 'appropriation',
    sources: [wholeOrCurrent('appropriation', 'expenditure', { funds: ['appropriation'] })],
  },
  {
    id: 'appropriation_current',
    topic: 'appropriation',
    sources: [currentOf('appropriation', 'income', { funds: ['appropriation'] })],
  },
  {
    id: 'appropriation_carryover',
    topic: 'appropriation',
    sources: [carriedOf('appropriation', { funds: ['appropriation'] })],
  },
  ...FUNDS_OF_APPROPRIATION.map((fund): PrintedFigure => ({
    id: `appropriation_${fund}`,
    topic: 'appropriation',
    sources: [
      either(
        incomeOf('appropriation', fund),
        whole('appropriation', 'expenditure', { funds: [fund] }),
      ),
    ],
  })),
  ...(['basic', 'project'] as const).map((of): PrintedFigure => ({
    id: `appropriation_${of}`,
    topic: 'appropriation',
    sources: [
      either(
        whole('appropriation', 'expenditure', { nature: of, funds: ['appropriation'] }),
        labelled('appropriation', 'expenditure', of === 'basic' ? /基本支出$/u : /项目支出$/u, {
          nature: of,
          funds: ['appropriation'],
        }),
      ),
    ],
  })),
  {
    id: 'general_public_total',
    topic: 'general_public',
    sources: [
      wholeOrCurrent('general_public', 'expenditure', { funds: GENERAL }),
      wholeOrCurrent('appropriation', 'expenditure', { funds: GENERAL }),
    ],
  },
  nature('general_public_basic', 'basic', 'general_public', BASIC_TABLES, GENERAL),
  nature('general_public_project', 'project', 'general_public', ['general_public'], GENERAL),
  nature('general_public_personnel', 'personnel', 'general_public', BASIC_TABLES, GENERAL),
  nature('general_public_operating', 'operating', 'general_public', BASIC_TABLES, GENERAL),
  nature('basic_total', 'basic', 'general_public', ['basic', 'general_public'], GENERAL),
  ...(['personnel', 'operating'] as const).map((of): PrintedFigure => ({
    id: `basic_${of}`,
    topic: 'general_public',
    sources: [
      basicPart(of),
      whole('general_public', 'expenditure', { nature: of, funds: GENERAL }),
    ],
  })),
  {
    id: 'gov_fund_total',
    topic: 'other_budgets',
    sources: [
      wholeOrCurrent('gov_fund', 'expenditure', { funds: ['gov_fund'] }),
      whole('appropriation', 'expenditure', { funds: ['gov_fund'] }),
    ],
  },
  {
    id: 'state_capital_total',
    topic: 'other_budgets',
    sources: [
      wholeOrCurrent('state_capital', 'expenditure', { funds: ['state_capital'] }),
      whole('appropriation', 'expenditure', { funds: ['state_capital'] }),
    ],
  },
  {
    id: 'three_public',
    topic: 'three_public',
    sources: [
      either(labelled('three_public', null, /三公/u, PUBLIC), whole('three_public', null, PUBLIC)),
    ],
  },
  publicItem('abroad', /因公出国/u),
  publicItem('reception', /公务接待/u),
  publicItem('vehicle_total', /公务用车(?:购置[及和与]运行|费$|费用$)/u),
  publicItem('vehicle_running', /^(?!.*(?:购置[及和与]|机关)).*运行(?:维护)?(?:费|支出|经费)/u),
  publicItem('vehicle_purchase', /购置(?![及和与])/u),
  publicItem('meeting', /会议费/u),
  publicItem('training', /培训费/u),
  {
    id: 'running_cost',
    topic: 'running_cost',
    isSeldom: true,
    sources: [labelled('three_public', null, /机关运行经费|^行政经费$/u, PUBLIC)],
  },
  { id: 'procurement_total', topic: 'procurement', sources: [whole('procurement', null)] },
  bought('procurement_goods', '货物', 'A'),
  bought('procurement_works', '工程', 'B'),
  bought('procurement_services', '服务', 'C'),
  {
    id: 'outsourcing_total',
    topic: 'projects',
    sources: [
      whole('outsourcing', 'expenditure', {
        nature: 'project',
        funds: ['all', 'appropriation', 'general_public'],
      }),
    ],
  },
  projects('project_total', 'total'),
  projects('project_current', 'current'),
  projects('project_carryover', 'carryover'),
];

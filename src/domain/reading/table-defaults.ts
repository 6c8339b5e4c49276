import type { Classification, Side, TableId } from '@/domain/vocabulary';
import type { AmountMeaning } from './reading';

/** What the amounts and rows of a standard table are where the header says nothing else. */
export interface TableDefaults {
  meaning: AmountMeaning;
  side: Side;
  rows: Classification;
  /** Two halves side by side: income and expenditure. */
  halves?: true;
}

const meaning = (
  fund: AmountMeaning['fund'],
  nature: AmountMeaning['nature'] = 'total',
  vintage: AmountMeaning['vintage'] = 'total',
): AmountMeaning => ({ fund, vintage, nature });

const DEFAULTS: Readonly<Record<TableId, TableDefaults>> = {
  balance: { meaning: meaning('all'), side: 'expenditure', rows: 'function', halves: true },
  income: { meaning: meaning('all'), side: 'income', rows: 'income_source' },
  expenditure: { meaning: meaning('all'), side: 'expenditure', rows: 'function' },
  appropriation: {
    meaning: meaning('appropriation'),
    side: 'expenditure',
    rows: 'function',
    halves: true,
  },
  general_public: { meaning: meaning('general_public'), side: 'expenditure', rows: 'function' },
  basic: { meaning: meaning('general_public', 'basic'), side: 'expenditure', rows: 'economic' },
  three_public: { meaning: meaning('appropriation'), side: 'expenditure', rows: 'three_public' },
  gov_fund: { meaning: meaning('gov_fund'), side: 'expenditure', rows: 'function' },
  state_capital: { meaning: meaning('state_capital'), side: 'expenditure', rows: 'function' },
  project: { meaning: meaning('all', 'project'), side: 'expenditure', rows: 'project' },
  outsourcing: {
    meaning: meaning('appropriation', 'project'),
    side: 'expenditure',
    rows: 'project',
  },
  performance: {
    meaning: meaning('all', 'project', 'current'),
    side: 'expenditure',
    rows: 'project',
  },
  government_economic: {
    meaning: meaning('all'),
    side: 'expenditure',
    rows: 'government_economic',
  },
  procurement: { meaning: meaning('all'), side: 'expenditure', rows: 'project' },
};

/** Tables whose own name may say of which fund they are. */
const FUND_BY_TITLE: Readonly<Partial<Record<TableId, true>>> = {
  basic: true,
  three_public: true,
  project: true,
  government_economic: true,
  outsourcing: true,
};
const BY_TITLE: readonly (readonly [RegExp, AmountMeaning['fund']])[] = [
  [/一般公共(?:服务)?预算|公共财政/, 'general_public'],
  [/财政拨款/, 'appropriation'],
];

/** The defaults of a standard table under its printed title. */
export function defaultsOf(tableId: TableId, title: string | null): TableDefaults {
  const base = DEFAULTS[tableId];
  if (!FUND_BY_TITLE[tableId] || title === null) return base;
  const fund =
    BY_TITLE.find(([shape]) => shape.test(title))?.[1] ??
    (tableId === 'basic' && /基本支出/.test(title) ? 'all' : base.meaning.fund);
  return { ...base, meaning: { ...base.meaning, fund } };
}

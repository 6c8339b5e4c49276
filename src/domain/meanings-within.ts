import type { Fund, Nature } from './vocabulary';

/** Money of the budgets that the treasury hands out (财政拨款). */
export const FUNDS_OF_APPROPRIATION = [
  'general_public',
  'gov_fund',
  'state_capital',
] as const satisfies readonly Fund[];

/** What 单位资金 is made of. */
export const FUNDS_OF_INSTITUTION = [
  'institution_business',
  'institution_operation',
  'superior_subsidy',
  'subordinate_payment',
  'other_income',
] as const satisfies readonly Fund[];

/** Funds and natures that are part of a wider one. */
export const MEANINGS_WITHIN: Readonly<Partial<Record<Fund | Nature, readonly (Fund | Nature)[]>>> =
  {
    appropriation: FUNDS_OF_APPROPRIATION,
    non_appropriation: ['fiscal_account', 'institution', ...FUNDS_OF_INSTITUTION],
    institution: FUNDS_OF_INSTITUTION,
    basic: ['personnel', 'operating'],
  };

import type { Fund, Nature } from './vocabulary';

const OF_INSTITUTION = [
  'institution_business',
  'institution_operation',
  'superior_subsidy',
  'subordinate_payment',
  'other_income',
] as const satisfies readonly Fund[];

/** Funds and natures that are part of a wider one. */
export const MEANINGS_WITHIN: Readonly<Partial<Record<Fund | Nature, readonly (Fund | Nature)[]>>> =
  {
    appropriation: ['general_public', 'gov_fund', 'state_capital'],
    non_appropriation: ['fiscal_account', 'institution', ...OF_INSTITUTION],
    institution: OF_INSTITUTION,
    basic: ['personnel', 'operating'],
  };

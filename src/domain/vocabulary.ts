/** The closed lists of words the data package is written in. */

export const TABLE_IDS = [
  'balance',
  'income',
  'expenditure',
  'appropriation',
  'general_public',
  'basic',
  'three_public',
  'gov_fund',
  'state_capital',
  'project',
  'outsourcing',
  'performance',
  'government_economic',
  'procurement',
] as const;
export type TableId = (typeof TABLE_IDS)[number];

export const STAGES = ['budget', 'adjusted', 'final'] as const;
export const SCOPES = ['department', 'unit'] as const;
export const JURISDICTION_LEVELS = ['province', 'prefecture', 'county'] as const;
export const PRINTED_UNITS = ['元', '千元', '万元', '亿元'] as const;
export const SIDES = ['income', 'expenditure'] as const;
export const CLASSIFICATIONS = [
  'summary',
  'income_source',
  'function',
  'economic',
  'government_economic',
  'organization',
  'project',
  'three_public',
] as const;
export const FUNDS = [
  'all',
  'appropriation',
  'general_public',
  'gov_fund',
  'state_capital',
  'non_appropriation',
  'fiscal_account',
  'institution',
  'institution_business',
  'institution_operation',
  'superior_subsidy',
  'subordinate_payment',
  'other_income',
] as const;
export const VINTAGES = ['total', 'current', 'carryover'] as const;
export const NATURES = [
  'total',
  'basic',
  'personnel',
  'operating',
  'project',
  'business',
  'to_superior',
  'to_subordinate',
] as const;
export const CELL_STATES = ['number', 'zero', 'blank', 'unreadable'] as const;
export const HEADCOUNT_KINDS = [
  'authorized',
  'authorized_admin',
  'authorized_institution',
  'actual',
  'average',
  'contracted',
  'window',
] as const;
export const COLUMN_ROLES = [
  'amount',
  'code',
  'label',
  'category',
  'level1',
  'level2',
  'org_name',
  'is_service_purchase',
  'is_procurement',
  'project',
  'indicator_level1',
  'indicator_level2',
  'indicator_level3',
  'target',
  'weight',
  'omitted',
] as const;
export const OPERATORS = ['<=', '<', '=', '>', '>='] as const;

export type Side = (typeof SIDES)[number];
export type Fund = (typeof FUNDS)[number];
export type Vintage = (typeof VINTAGES)[number];
export type Nature = (typeof NATURES)[number];
export type Classification = (typeof CLASSIFICATIONS)[number];
export type Stage = (typeof STAGES)[number];
export type Scope = (typeof SCOPES)[number];
export type JurisdictionLevel = (typeof JURISDICTION_LEVELS)[number];
export type HeadcountKind = (typeof HEADCOUNT_KINDS)[number];
export type CellState = (typeof CELL_STATES)[number];

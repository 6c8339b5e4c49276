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
export const JURISDICTION_LEVELS = ['country', 'province', 'prefecture', 'county'] as const;
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

/** Why a reader is not sure what stands in a cell, or that it stands in this one. */
export const CELL_DOUBTS = [
  /** No ruling line tells the column: it follows from the position among the others. */
  'column_by_position',
  /** The text crosses the border of its cell. */
  'over_border',
  /** The pieces of a number stand apart (on two lines, on two heights) and were joined. */
  'pieces_joined',
  /** The file does not say where the cells of the row end. */
  'cells_counted',
] as const;
/** Why an amount is to be looked at: its cell, or its meaning. */
export const LINE_DOUBTS = [
  ...CELL_DOUBTS,
  /** The header leaves two readings open, and the sums of the table settled it. */
  'settled_by_sums',
  /** The header leaves two readings open. */
  'meaning_open',
  /** No unit is printed near the table: that of the document's other tables is taken. */
  'unit_of_others',
  /** A sum of the table does not come out with it. */
  'sum_differs',
] as const;
/** Why something printed was not taken into the dataset. */
export const UNREAD_REASONS = [
  'unknown_table',
  /** The document prints this standard table a second time. */
  'second_table',
  'no_unit',
  'unknown_column',
  'unknown_row',
  'not_a_number',
] as const;
/** What a person can change in the reading of a document. */
export const CORRECTED_FIELDS = [
  'organization',
  'jurisdiction',
  'fiscal_year',
  'stage',
  'scope',
  'cell',
  'table',
  'unit',
  'column',
] as const;

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
export type CellDoubt = (typeof CELL_DOUBTS)[number];
export type LineDoubt = (typeof LINE_DOUBTS)[number];
export type UnreadReason = (typeof UNREAD_REASONS)[number];

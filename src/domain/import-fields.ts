import { AMOUNT_FIELDS } from './import-amount-fields';
import type { ImportField, LineLanding } from './import-field';
import { HEADCOUNT_FIELDS } from './import-headcount-fields';
import { KEY_FIELDS } from './import-key-fields';
import type { Fund, Nature, TableId } from './vocabulary';

const FIELDS = { ...KEY_FIELDS, ...AMOUNT_FIELDS, ...HEADCOUNT_FIELDS };

/** What a column of a free-form table can mean. */
export type ImportFieldId = keyof typeof FIELDS;
export const IMPORT_FIELDS: Readonly<Record<ImportFieldId, ImportField>> = FIELDS;
export const IMPORT_FIELD_IDS = Object.keys(FIELDS) as ImportFieldId[];

/** What a standard table says of all its amounts, where the column itself says nothing narrower. */
const OF_TABLE: Readonly<
  Partial<Record<TableId, { fund?: Fund; nature?: Nature; side?: 'income' }>>
> = {
  income: { side: 'income' },
  appropriation: { fund: 'appropriation' },
  general_public: { fund: 'general_public' },
  basic: { fund: 'general_public', nature: 'basic' },
  gov_fund: { fund: 'gov_fund' },
  state_capital: { fund: 'state_capital' },
  project: { nature: 'project' },
  outsourcing: { nature: 'project' },
  performance: { nature: 'project' },
};

/**
 * Where amounts of a column land in the data package, with its table settled: the column's own, else that of the
 * mapping. A total in a table of one fund or nature is of that fund or nature. Null for statements and other kinds.
 */
export function landingOf(
  field: ImportFieldId,
  table: TableId,
): (LineLanding & { table: TableId }) | null {
  const definition = IMPORT_FIELDS[field];
  if (definition.kind !== 'amount' || 'statement' in definition.lands) return null;
  const { lands } = definition;
  const own = lands.table ?? table;
  const { side, fund = lands.fund, nature = lands.nature } = OF_TABLE[own] ?? {};
  return {
    ...lands,
    table: own,
    side: side ?? lands.side,
    fund: lands.fund === 'all' ? fund : lands.fund,
    nature: lands.nature === 'total' ? nature : lands.nature,
  };
}

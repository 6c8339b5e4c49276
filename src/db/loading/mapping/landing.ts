import {
  IMPORT_FIELDS,
  IMPORT_FIELD_IDS,
  landingOf,
  type ImportFieldId,
} from '@/domain/import-fields';
import type { Mapping } from '@/domain/mapping';
import type { Classification, TableId } from '@/domain/vocabulary';
import { typedValues, type SqlLiteral } from '../../sql';
import type { MappedPlan } from './plan';

/** What the rows of a table are divided by where no code says it. */
const DIVIDED_BY: Readonly<Partial<Record<TableId, Classification>>> = {
  balance: 'summary',
  income: 'income_source',
  basic: 'economic',
  three_public: 'three_public',
  project: 'project',
  outsourcing: 'project',
  performance: 'project',
  government_economic: 'government_economic',
  procurement: 'summary',
};
export const dividedBy = (table: TableId): Classification => DIVIDED_BY[table] ?? 'function';

/** Tables that records of a classification belong to, whatever the mapping says of the others. */
export const TABLE_OF_CLASS = {
  economic: 'basic',
  income_source: 'income',
  government_economic: 'government_economic',
} as const satisfies Readonly<Partial<Record<Classification, TableId>>>;

/** Fields that are rows of a table of their own, in the order they stand there; place 0 is the record's own row. */
const LABELLED = IMPORT_FIELD_IDS.filter((id) => {
  const field = IMPORT_FIELDS[id];
  return field.kind === 'amount' && 'label' in field.lands;
});
/** Rows that one record takes in a table with labelled rows, and those tables. */
export const SLOTS = LABELLED.length + 1;
export const SLOTTED_TABLES: readonly string[] = [
  ...new Set(LABELLED.flatMap((id) => landingOf(id, 'expenditure')?.table ?? [])),
];

/** Columns of the list of landings, with their SQL types. */
const COLUMNS = {
  field: 'VARCHAR',
  tbl: 'VARCHAR',
  table_id: 'VARCHAR',
  side: 'VARCHAR',
  nature: 'VARCHAR',
  own_nature: 'BOOLEAN',
  vintage: 'VARCHAR',
  fund: 'VARCHAR',
  own_fund: 'BOOLEAN',
  slot_label: 'VARCHAR',
  slot: 'INTEGER',
  whole: 'INTEGER',
  slot_level: 'INTEGER',
  classification: 'VARCHAR',
  statement: 'VARCHAR',
  headcount: 'VARCHAR',
};
type Landed = Partial<Record<keyof typeof COLUMNS, SqlLiteral>>;

/** Tables a record can belong to. */
export const recordTables = ({ table }: Pick<Mapping, 'table'>): TableId[] => [
  ...new Set<TableId>([table, 'project', ...Object.values(TABLE_OF_CLASS)]),
];

/** Fields whose amounts a group has, or may have by what its records say. */
export const fieldsOf = ({ values }: MappedPlan): ImportFieldId[] =>
  values.some(({ byMeasure }) => byMeasure)
    ? IMPORT_FIELD_IDS.filter((id) => IMPORT_FIELDS[id].kind !== 'key')
    : [...new Set(values.map(({ field }) => field))];

/**
 * Where amounts and people of each field land, for FROM: one row per field and table of the record. `own_fund`
 * and `own_nature` say that the column itself states them; else what the record says goes first. `whole` is the place
 * of the row that a labelled row is part of, if it has a column; `slot_level` is 1 where the rows of that level sum up
 * to the whole, and 2 where a part must not be taken for it.
 */
export function landings(plan: MappedPlan, mapping: Mapping): string {
  const fields = fieldsOf(plan);
  const hasAllParts = !plan.values.some(({ byMeasure }) => byMeasure) && areAllParts(fields);
  const rows = fields.flatMap((field) =>
    recordTables(mapping).map((tbl) => ({
      field,
      tbl,
      ...landed(field, tbl, fields, hasAllParts),
    })),
  );
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  return typedValues(
    COLUMNS,
    rows.map((row: Landed) => names.map((name) => row[name] ?? null)),
  );
}

function landed(
  field: ImportFieldId,
  tbl: TableId,
  fields: readonly ImportFieldId[],
  hasAllParts: boolean,
): Landed {
  const definition = IMPORT_FIELDS[field];
  if (definition.kind === 'headcount') return { headcount: definition.counts };
  if (definition.kind === 'key') throw new Error(`${field} is no amount`);
  const { lands } = definition;
  if ('statement' in lands) return { statement: lands.statement };
  const landing = landingOf(field, tbl);
  if (!landing) throw new Error(`${field} lands nowhere`);
  const { table, side, nature, vintage, fund, label, part_of } = landing;
  const whole = label ? wholeOf(part_of, fields) : null;
  return {
    table_id: table,
    side,
    nature,
    own_nature: lands.nature === 'total' ? 'false' : 'true',
    vintage,
    fund,
    own_fund: lands.fund === 'all' ? 'false' : 'true',
    slot_label: label ?? null,
    slot: label ? LABELLED.indexOf(field) + 1 : 0,
    whole,
    slot_level: whole === 0 && hasAllParts ? 1 : 2,
    classification: dividedBy(table),
  };
}

/** The parts of “三公”经费 are all there, so that their sum is the whole. */
const areAllParts = (fields: readonly ImportFieldId[]): boolean => {
  const has = (...ids: ImportFieldId[]) => ids.every((id) => fields.includes(id));
  const vehicles = has('vehicles') || has('vehicle_purchase', 'vehicle_running');
  return has('abroad', 'reception') && vehicles;
};

/** Place of the row a labelled row is part of: that of its whole if there is one, else the record's own row. */
function wholeOf(part: string | undefined, fields: readonly ImportFieldId[]): number {
  const whole = LABELLED.find((id) => id === part);
  return whole && fields.includes(whole) ? LABELLED.indexOf(whole) + 1 : 0;
}

import type { ImportGroup } from '@/domain/mapping';
import { quoteLiteral } from '../../sql';
import { printedName, readingName, recordName } from './records';
import type { MappedPlan, ValueColumn } from './plan';
import { ofReading, yuanSql } from '../number-sql';

/** Columns of a record that its cells keep. */
const KEPT = [
  'table_no',
  'record',
  'base',
  'match_no',
  'org_no',
  'stage',
  'tbl',
  'class',
  'code',
  'detail',
  'project',
  'level',
  'label',
  'fund',
  'nature',
  'vintage',
  'measure',
  'unit',
];

/**
 * One row per value of each loaded record: the record's keys, `column_no` (column of the group), `field`, `year`,
 * `printed`, and what stands there: `state`, `amount` in yuan, `people`, `rounded`. With a condition on records `r`,
 * only of those.
 */
export function cellsSql(group: ImportGroup, plan: MappedPlan, condition = 'true'): string {
  const each = plan.values.map(
    (value) => `SELECT ${KEPT.map((name) => `r.${name}`).join(', ')},
      ${value.column} AS column_no, ${fieldSql(value)} AS field,
      ${value.year ?? 'r.year'} AS year, r.${readingName(value)} AS reading,
      COALESCE(r.${printedName(value)}, NULLIF(r.${readingName(value)}, '')) AS printed,
      ${value.unit === null ? 'r.unit' : quoteLiteral(value.unit)} AS column_unit,
      ${peopleSql(value)} AS is_people
    FROM ${recordName(group.id)} r WHERE r.reason IS NULL AND ${condition}`,
  );
  return decoded(each.join(' UNION ALL '));
}

const fieldSql = ({ byMeasure, field }: ValueColumn): string =>
  byMeasure ? 'r.measure' : quoteLiteral(field);

const peopleSql = ({ byMeasure, kind }: ValueColumn): string =>
  byMeasure ? 'r.counts_people' : String(kind === 'headcount');

/** Readings as amounts: a figure without an amount (too large, or of a unit that is none) cannot be read. */
function decoded(cells: string): string {
  const { state, value, unit } = ofReading('reading');
  const yuan = yuanSql('value', `CASE WHEN own_unit IS NULL THEN column_unit ELSE own_unit END`);
  const amount = `CASE WHEN is_people OR figure IN ('blank', 'unreadable') THEN NULL
    WHEN figure = 'zero' THEN CAST(0 AS DECIMAL(18,2)) ELSE ${yuan.amount} END`;
  const people = `CASE WHEN is_people AND COALESCE(own_unit, '人') = '人' AND value >= 0
    THEN TRY_CAST(value AS DECIMAL(18,6)) END`;
  return `
  SELECT * EXCLUDE (figure, value, own_unit, reading), CASE WHEN figure IN ('number', 'zero')
      AND amount IS NULL AND people IS NULL THEN 'unreadable' ELSE figure END AS state
  FROM (SELECT *, ${amount} AS amount, ${people} AS people,
      NOT is_people AND figure = 'number' AND ${yuan.rounded} AS rounded
    FROM (SELECT *, ${state} AS figure, ${value} AS value, ${unit} AS own_unit FROM (${cells})))`;
}

import type { ImportGroup } from '@/domain/mapping';
import { YUAN_PER_UNIT, type PrintedUnit } from '@/domain/money';
import { literalList, quoteLiteral } from '../../sql';
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

/** Readings that 64 bits can hold in any of these units; most are such, and the general way is ten times as slow. */
const QUICK_UNITS = ['元', '千元', '万元'] as const satisfies readonly PrintedUnit[];
const QUICK = [
  ['^-?[0-9]{1,9}(?:[.][0-9]{1,4})?$', 'DECIMAL(13,4)'],
  ['^-?[0-9]{1,7}[.][0-9]{5,6}$', 'DECIMAL(13,6)'],
] as const;

/** Readings as amounts: a figure without an amount (too large, or of a unit that is none) cannot be read. */
function decoded(cells: string): string {
  const general = ofReading('reading');
  const isQuick = `is_people OR column_unit IN ${literalList(QUICK_UNITS)}`;
  const way = `CASE WHEN reading = '' THEN -1 WHEN ${isQuick} THEN
      CASE ${QUICK.map(([shape], i) => `WHEN regexp_matches(reading, '${shape}') THEN ${i}`).join(' ')}
        ELSE ${QUICK.length} END
    ELSE ${QUICK.length} END`;
  const byWay = (quick: (type: string) => string, slow: string): string =>
    `CASE way WHEN -1 THEN NULL ${QUICK.map(([, type], i) => `WHEN ${i} THEN ${quick(type)}`).join(' ')}
      ELSE ${slow} END`;
  const factor = `CAST(CASE column_unit ${QUICK_UNITS.map((unit) => `WHEN '${unit}' THEN ${YUAN_PER_UNIT[unit]}`).join(' ')} END AS DECIMAL(5,0))`;
  const yuan = yuanSql(general.value, `COALESCE(${general.unit}, column_unit)`);
  const exact = (type: string): string => `CAST(reading AS ${type}) * ${factor}`;
  const amount = byWay((type) => `CAST(${exact(type)} AS DECIMAL(18,2))`, yuan.amount);
  const rounded = byWay(
    (type) => `CAST(${exact(type)} AS DECIMAL(18,2)) <> ${exact(type)}`,
    yuan.rounded,
  );
  const figure = `CASE way WHEN -1 THEN 'blank' WHEN ${QUICK.length} THEN ${general.state}
    ELSE CASE WHEN regexp_matches(reading, '[1-9]') THEN 'number' ELSE 'zero' END END`;
  const people = byWay(
    (type) => `CAST(CAST(reading AS ${type}) AS DECIMAL(18,6))`,
    `CASE WHEN COALESCE(${general.unit}, '人') = '人' THEN TRY_CAST(${general.value} AS DECIMAL(18,6)) END`,
  );
  return `
  SELECT * EXCLUDE (figure, reading, way), CASE WHEN figure IN ('number', 'zero')
      AND amount IS NULL AND people IS NULL THEN 'unreadable' ELSE figure END AS state
  FROM (SELECT * EXCLUDE (people), CASE WHEN people >= 0 THEN people END AS people,
      CASE WHEN is_people THEN NULL WHEN figure = 'zero' THEN CAST(0 AS DECIMAL(18,2))
        ELSE ${amount} END AS amount,
      NOT is_people AND figure = 'number' AND COALESCE(${rounded}, false) AS rounded
    FROM (SELECT *, ${figure} AS figure, CASE WHEN is_people THEN ${people} END AS people
      FROM (SELECT *, ${way} AS way FROM (${cells}))))`;
}

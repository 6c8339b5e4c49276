import type { ImportGroup, RejectReason } from '@/domain/mapping';
import { INCOMING, type Session } from '../../duckdb';
import { quoteIdentifier, typedValues } from '../../sql';
import { cellName } from '../csv';
import { INCOMPLETE } from './code-digits';
import { matchName } from './organizations';
import type { KeyFieldId, MappedPlan, ValueColumn } from './plan';
import { classColumns, labelSql, levelNames, levelSql, rowTexts, tableSql } from './rows';
import { emptyOrHeader, firstRecord, foundKeys, keyText } from './source';
import {
  countsPeople,
  readWords,
  unknownWord,
  wordJoins,
  wordSql,
  wordTables,
  type WordKey,
  type WordList,
} from './words';
import { ofReading, readingSql } from '../number-sql';
import { rawName } from '../raw';

/** Table of a group's records as the mapping reads them. */
export const recordName = (id: string): string => `${INCOMING}.${quoteIdentifier(`${id} record`)}`;

/** Columns of a value in that table: what was read, and the printed text where it differs from that. */
export const readingName = ({ column }: ValueColumn): string => quoteIdentifier(`r${column}`);
export const printedName = ({ column }: ValueColumn): string => quoteIdentifier(`p${column}`);

/** Keys that say something of the organization beside its name. */
const ATTRIBUTES = {
  short_name: 'organization_short',
  sector: 'sector',
  parent_name: 'parent_organization',
} as const satisfies Record<string, KeyFieldId>;
export const ATTRIBUTE_NAMES = Object.keys(ATTRIBUTES);

/** What makes two records of an organization say the same thing. */
const IDENTITY = [
  'year',
  'stage',
  'class',
  'code',
  'CASE WHEN level > 0 THEN label END',
  'detail',
  'project',
  'fund',
  'nature',
  'vintage',
  'measure',
];

/**
 * Makes `incoming."<id> record"`: every record below the header with what its keys say (`base` is its place below the
 * header, from 1), what its values read as, and `reason`, NULL if it is loaded. Exactly one reason each.
 */
export async function makeRecords(
  session: Session,
  group: ImportGroup,
  plan: MappedPlan,
): Promise<void> {
  const words = await readWords(session, group, plan);
  const above = await emptyOrHeader(session, group);
  await session.run(
    `CREATE OR REPLACE TABLE ${recordName(group.id)} AS ${recordsSql(group, plan, words, above)}`,
  );
  await rejectRepeated(session, group.id);
}

const FRAME_COLUMNS = {
  table_no: 'INTEGER',
  first: 'BIGINT',
  unit: 'VARCHAR',
  year: 'INTEGER',
  stage: 'VARCHAR',
  scope: 'VARCHAR',
};

function recordsSql(
  group: ImportGroup,
  plan: MappedPlan,
  words: readonly WordList[],
  above: readonly [RejectReason, string][],
): string {
  const { id, frames, mapping } = group;
  const constants = frames.map(({ unit, year, stage, scope }, i) => {
    return [i, firstRecord(group, i), unit, year, stage ?? 'budget', scope];
  });
  const found = Object.entries(foundKeys(plan));
  const attributes = Object.entries(ATTRIBUTES).map(
    ([name, key]) => `CAST(${keyText(plan, key)} AS VARCHAR) AS ${name}`,
  );
  const readings = plan.values.map((value) => {
    const { decimalComma } = mapping;
    return `${readingSql(cellName(value.column), { decimalComma })} AS ${readingName(value)}`;
  });
  const cells = [
    ...found.map(([name, text]) => `${text} AS found_${name}`),
    ...rowTexts(plan),
    ...attributes,
    ...readings,
  ];
  const known = found.filter(([, text]) => text !== 'NULL');
  const sameFound = known.map(([name]) => `AND m.${name} IS NOT DISTINCT FROM r.found_${name}`);
  const said = (key: WordKey, otherwise = NOTHING): string =>
    `${wordSql(words, key, otherwise)} AS ${key}`;
  const values = plan.values.flatMap((one) => [
    readingName(one),
    `${printedSql(one)} AS ${printedName(one)}`,
  ]);
  return `
  WITH frame AS (SELECT * FROM ${typedValues(FRAME_COLUMNS, constants)})
    ${wordTables(words)},
  cells AS (SELECT *, ${cells.join(', ')} FROM ${rawName(id)}),
  said AS (
    SELECT r.*, m.match_no, m.org_no, m.org_name, m.problem, CAST(r.record - f.first + 1 AS INTEGER) AS base,
      ${said('year', 'f.year')}, ${said('stage', 'f.stage')},
      ${said('unit', 'f.unit')}, ${said('scope', 'f.scope')},
      ${said('fund')}, ${said('nature')}, ${said('vintage')}, ${said('measure')},
      ${countsPeople(words)} AS counts_people,
      ${classColumns(mapping.table).join(', ')}
    FROM cells r JOIN frame f ON f.table_no = r.table_no AND r.record >= f.first
    LEFT JOIN ${matchName(id)} m ON m.table_no = r.table_no ${sameFound.join(' ')}
    ${wordJoins(words)}),
  levelled AS (SELECT s.*, ${levelSql(plan)} AS level FROM said s ${levelNames(plan)})
  SELECT table_no, record, base, match_no, org_no, year, stage, unit, scope,
    fund, nature, vintage, measure, counts_people, class, code, detail, level,
    CASE WHEN level > 0 THEN project END AS project,
    ${labelSql(mapping.table)} AS label, ${tableSql(mapping.table)} AS tbl,
    ${[...ATTRIBUTE_NAMES, ...values].join(', ')},
    ${reasonSql(plan, words, above)} AS reason
  FROM levelled r`;
}

const NOTHING = 'CAST(NULL AS VARCHAR)';

const printedSql = (value: ValueColumn): string => {
  const cell = cellName(value.column);
  return `CASE WHEN ${readingName(value)} IS DISTINCT FROM ${cell} THEN ${cell} END`;
};

/** Why a record `r` is not loaded, the first reason that holds; NULL for one that is, unless it repeats another. */
function reasonSql(
  plan: MappedPlan,
  words: readonly WordList[],
  above: readonly [RejectReason, string][],
): string {
  const unknown = (...keys: WordKey[]) => keys.map((key) => unknownWord(words, key)).join(' OR ');
  const reasons: [reason: RejectReason, condition: string][] = [
    [
      'year_unknown',
      `r.year IS NULL AND ${any(plan.values.filter(({ year }) => !year).map(says))}`,
    ],
    ['stage_unknown', 'r.stage IS NULL'],
    ['unit_unknown', `r.unit IS NULL AND ${any(plan.values.flatMap(lacksUnit))}`],
    [
      'measure_unknown',
      `${plan.keys.has('measure') ? 'r.measure IS NULL' : 'false'} OR ${unknown('nature', 'vintage')}`,
    ],
    ['fund_unknown', unknown('fund')],
    ['no_amount', `NOT ${any(plan.values.map(says))}`],
    ['code_incomplete', `r.code = '${INCOMPLETE}'`],
  ];
  const cases = (list: readonly (readonly [string, string])[]) =>
    list.map(([reason, condition]) => `WHEN ${condition} THEN '${reason}'`).join(' ');
  return `CASE ${cases(above)} WHEN r.match_no IS NULL THEN 'place_unknown'
    WHEN r.problem IS NOT NULL THEN r.problem ${cases(reasons)} END`;
}

const any = (conditions: readonly string[]): string =>
  conditions.length > 0 ? `(${conditions.join(' OR ')})` : 'false';

/** Something stands in a value's cell. */
const says = (value: ValueColumn): string => `r.${readingName(value)} <> ''`;

/** Whether a record has anything in one of these values. */
export const saysSomething = (values: readonly ValueColumn[]): string =>
  any(values.map((value) => `${readingName(value)} <> ''`));

/** Rejects records none of whose documents is to be loaded any more; `isStaged` says of a year whether one is. */
export async function rejectSkipped(
  session: Session,
  id: string,
  { values }: MappedPlan,
  isStaged: (year: string | number) => string,
): Promise<void> {
  const years = [...new Set(values.map(({ year }) => year))];
  const stays = years.map((year) => {
    const own = values.filter((value) => value.year === year);
    return `(${saysSomething(own)} AND ${isStaged(year ?? 'year')})`;
  });
  await session.run(
    `UPDATE ${recordName(id)} SET reason = 'document_skipped'
    WHERE reason IS NULL AND NOT ${any(stays)}`,
  );
}

/** An amount stands there that says no unit itself. */
function lacksUnit(value: ValueColumn): string[] {
  if (value.kind !== 'amount' || value.unit !== null) return [];
  const { state, unit } = ofReading(`r.${readingName(value)}`);
  const isMoney = value.byMeasure ? 'NOT r.counts_people AND ' : '';
  return [`(${isMoney}${state} = 'number' AND ${unit} IS NULL)`];
}

/**
 * Rejects records that say again what another of the same organization has said. Almost always there are none, so that
 * they are looked for by a hash first.
 */
async function rejectRepeated(session: Session, id: string): Promise<void> {
  const table = recordName(id);
  const hash = `hash(org_no, ${IDENTITY.join(', ')})`;
  const { columns } = await session.query(
    `SELECT COUNT(*) FROM (SELECT 1 FROM ${table} WHERE reason IS NULL GROUP BY ${hash}
      HAVING COUNT(*) > 1)`,
  );
  if (Number(columns[0]?.[0]) === 0) return;
  await session.run(
    `UPDATE ${table} AS r SET reason = 'repeated_record' FROM (
      SELECT table_no, record, row_number() OVER (
        PARTITION BY org_no, ${IDENTITY.join(', ')} ORDER BY table_no, record) AS place
      FROM ${table} WHERE reason IS NULL AND ${hash} IN (
        SELECT ${hash} FROM ${table} WHERE reason IS NULL GROUP BY ${hash} HAVING COUNT(*) > 1)
    ) AS t WHERE t.place > 1 AND t.table_no = r.table_no AND t.record = r.record`,
  );
}

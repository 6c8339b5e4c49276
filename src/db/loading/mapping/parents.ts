import type { ImportGroup } from '@/domain/mapping';
import { INCOMING, type Session } from '../../duckdb';
import { quoteIdentifier } from '../../sql';
import type { MappedPlan } from './plan';
import { recordName } from './records';
import { namedOnly } from './rows';

export const parentName = (id: string): string => `${INCOMING}.${quoteIdentifier(`${id} parent`)}`;

/** Rows of one table of a document, as the records say it. */
const TABLE = ['table_no', 'org_no', 'year', 'stage', 'tbl'];
const sameTable = (a: string, b: string): string =>
  TABLE.map((name) => `${a}.${name} IS NOT DISTINCT FROM ${b}.${name}`).join(' AND ');

/**
 * Makes `incoming."<id> parent"`: for each loaded record the row (`base`) of the sum it is part of. That is the row of
 * the longest shorter code its own begins with; of names, the last row above of a lower depth; else the whole's row.
 */
export async function makeParents(
  session: Session,
  { id }: ImportGroup,
  plan: MappedPlan,
): Promise<void> {
  const above = namedOnly(plan) ? byDepth(id) : byCode(id);
  await session.run(
    `CREATE OR REPLACE TABLE ${parentName(id)} AS
    WITH whole AS (
      SELECT ${TABLE.join(', ')}, MIN(base) AS base FROM ${recordName(id)}
      WHERE reason IS NULL AND level = 0 GROUP BY ${TABLE.join(', ')})
    SELECT a.table_no, a.record, COALESCE(a.parent_base, w.base) AS parent_base
    FROM (${above}) a LEFT JOIN whole w ON ${sameTable('w', 'a')}
    WHERE a.parent_base IS NOT NULL OR w.base IS NOT NULL`,
  );
}

function byCode(id: string): string {
  const index = `SELECT ${TABLE.join(', ')}, code, MIN(base) AS base FROM ${recordName(id)}
    WHERE reason IS NULL AND code IS NOT NULL AND level < 3 GROUP BY ${TABLE.join(', ')}, code`;
  const join = (name: string, digits: number): string =>
    `LEFT JOIN (${index}) ${name} ON ${sameTable(name, 'r')}
      AND length(r.code) > ${digits} AND ${name}.code = left(r.code, ${digits})`;
  return `SELECT ${TABLE.map((name) => `r.${name}`).join(', ')}, r.record,
      COALESCE(second.base, first.base) AS parent_base
    FROM ${recordName(id)} r ${join('first', 3)} ${join('second', 5)}
    WHERE r.reason IS NULL AND r.level > 0`;
}

function byDepth(id: string): string {
  const last = (level: number): string =>
    `MAX(base) FILTER (WHERE level = ${level}) OVER (PARTITION BY ${TABLE.join(', ')} ORDER BY base)`;
  return `SELECT *, CASE level WHEN 2 THEN first WHEN 3 THEN
        CASE WHEN second > COALESCE(first, 0) THEN second ELSE first END END AS parent_base
    FROM (SELECT ${TABLE.join(', ')}, record, level, ${last(1)} AS first, ${last(2)} AS second
      FROM ${recordName(id)} WHERE reason IS NULL AND level > 0)`;
}

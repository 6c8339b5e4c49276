import { INCOMING, type Session } from '../../duckdb';
import { literalList } from '../../sql';
import { DOC_SOURCE, type PlannedGroup } from './documents';
import { landings } from './landing';
import { recordName } from './records';
import { PROJECT_TABLES } from './rows';

/**
 * Sources of each table of a document (org_no, year, stage, table_id, source_no), and how far their rows and columns
 * are behind those of its first one.
 */
export const DOC_SHIFT = `${INCOMING}.doc_shift`;

/** Columns a source of a table may take. */
const SOURCE_COLUMNS = 100_000;

/** Stages how rows of several sources of one table follow each other; gives whether any table has several. */
export async function stageShifts(
  session: Session,
  groups: readonly PlannedGroup[],
): Promise<boolean> {
  const sizes = groups.map(
    ({ group, source }) => `SELECT ${source} + table_no AS source_no, MAX(base) AS rows
      FROM ${recordName(group.id)} GROUP BY table_no`,
  );
  const before = 'OVER (PARTITION BY d.org_no, d.year, d.stage, t.table_id ORDER BY d.source_no';
  await session.run(
    `CREATE TABLE ${DOC_SHIFT} AS
    SELECT d.*, t.table_id, CAST(COALESCE(SUM(z.rows) ${before}
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS INTEGER) AS row_shift,
      CAST((row_number() ${before}) - 1) * ${SOURCE_COLUMNS} AS INTEGER) AS col_shift
    FROM (SELECT DISTINCT org_no, year, stage, source_no FROM ${DOC_SOURCE}) d
    JOIN (${groups.map(tablesOf).join(' UNION ')}) t
      ON t.org_no = d.org_no AND t.stage = d.stage AND t.source_no = d.source_no
    JOIN (${sizes.join(' UNION ALL ')}) z ON z.source_no = d.source_no`,
  );
  const { columns } = await session.query(`SELECT COUNT(*) FROM ${DOC_SHIFT} WHERE col_shift > 0`);
  return Number(columns[0]?.[0]) > 0;
}

/** Tables that amounts of a group's records may land in, by organization, stage and source. */
function tablesOf({ group, plan, source }: PlannedGroup): string {
  const fields = plan.values.filter(({ byMeasure }) => !byMeasure).map(({ field }) => field);
  const own = `SELECT DISTINCT r.org_no, r.stage, ${source} + r.table_no AS source_no, l.table_id
    FROM (SELECT DISTINCT org_no, stage, table_no, tbl, measure
      FROM ${recordName(group.id)} WHERE reason IS NULL) r
    JOIN ${landings(plan, group.mapping)} l ON l.tbl = r.tbl
      AND (l.field IN ${literalList(fields)} OR l.field = r.measure)
    WHERE l.table_id IS NOT NULL`;
  if (!plan.keys.has('project_name') || PROJECT_TABLES.includes(group.mapping.table)) return own;
  return `${own} UNION SELECT DISTINCT org_no, stage, ${source} + table_no, 'project'
    FROM ${recordName(group.id)} WHERE reason IS NULL AND project IS NOT NULL`;
}

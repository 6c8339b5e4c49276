import { literalList, typedValues } from '../../sql';
import { cellsSql } from './cells';
import type { PlannedGroup } from './documents';
import { landings, SLOTS, SLOTTED_TABLES } from './landing';
import { parentName } from './parents';
import { PROJECT_LEVEL, PROJECT_TABLES } from './rows';
import { DOC_SHIFT } from './shifts';
import { stagedName } from '../stage';

/**
 * Cells of a group's loaded records with where they land: `table_id`, `side`, `nature`, `fund`, `vintage`, `slot`,
 * `statement`, `headcount`, with `doc_id` and `org_id` of their document; with a condition only of such records `r`.
 * What the column itself states goes before what its record says, and that before what its table says of all.
 */
export function landedSql({ group, plan, source }: PlannedGroup, condition?: string): string {
  return `
  SELECT c.* EXCLUDE (fund, nature, vintage), l.* EXCLUDE (field, tbl, fund, nature, vintage),
    ${source} + c.table_no AS source_no, d.doc_id, d.org_id,
    CASE WHEN l.own_fund OR COALESCE(c.fund, 'all') = 'all' THEN l.fund ELSE c.fund END AS fund,
    CASE WHEN l.own_nature OR COALESCE(c.nature, 'total') = 'total' THEN l.nature
      ELSE c.nature END AS nature,
    CASE WHEN l.vintage <> 'total' OR c.vintage IS NULL THEN l.vintage ELSE c.vintage END AS vintage
  FROM (${cellsSql(group, plan, condition)}) c
  JOIN ${landings(plan, group.mapping)} l
    ON l.field = c.field AND l.tbl = c.tbl
  JOIN ${stagedName('document')} d ON d.org_no = c.org_no AND d.fiscal_year = c.year
    AND d.stage = c.stage`;
}

/** Place of each column of a group in its files, from 1, for FROM. */
const filePlaces = ({ group }: PlannedGroup): string =>
  typedValues(
    { table_no: 'INTEGER', column_no: 'INTEGER', col_no: 'INTEGER', width: 'INTEGER' },
    group.tables.flatMap(({ columns }, table) =>
      group.headers.map((_, column) => [
        table,
        column,
        (group.order[table]?.[column] ?? -1) + 1 || column + 1,
        columns,
      ]),
    ),
  );

/**
 * Statements that insert the amounts of a group as lines. A row is a record's place below the header; where records say
 * parts of one row, it is the first of them, and the others' amounts stand in columns to the right. `shifted` says that
 * documents have several sources, whose rows and columns follow each other.
 */
export function lineStatements(planned: PlannedGroup, shifted: boolean): string[] {
  const { plan, group } = planned;
  const amounts = plan.values.filter(({ kind }) => kind === 'amount');
  if (amounts.length === 0) return [];
  const ofAmounts = { ...planned, plan: { ...plan, values: amounts } };
  const isWhole = 'level = 0';
  const isProject = `(table_id IN ${literalList(PROJECT_TABLES)} AND project IS NOT NULL)`;
  const main = `SELECT doc_id, table_id, row_no, col_no, parent_row_no, side,
      CASE WHEN slot > 0 OR ${isWhole} THEN classification WHEN ${isProject} THEN 'project'
        ELSE class END AS classification,
      CASE WHEN slot > 0 OR ${isProject} THEN NULL ELSE code END AS code,
      CASE WHEN slot > 0 THEN slot_label ELSE label END AS label,
      CASE WHEN slot > 0 THEN slot_level ELSE level END AS level,
      slot = 0 AND (${isWhole} OR is_sum) AS is_total,
      fund, vintage, nature, amount, state, printed
    FROM (${placedSql(ofAmounts, shifted)})`;
  if (!plan.keys.has('project_name') || PROJECT_TABLES.includes(group.mapping.table)) {
    return [`INSERT INTO line BY NAME ${main}`];
  }
  const projects = `SELECT doc_id, 'project' AS table_id, row_no, col_no, side,
      'project' AS classification, project AS label, ${PROJECT_LEVEL} AS level, false AS is_total,
      fund, vintage, 'project' AS nature, amount, state, printed
    FROM (${placedSql(ofAmounts, shifted, { condition: 'r.project IS NOT NULL', table: "'project'" })})
    WHERE table_id = tbl AND tbl <> 'project' AND side = 'expenditure'
      AND nature IN ('total', 'project')`;
  return [`INSERT INTO line BY NAME ${main}`, `INSERT INTO line BY NAME ${projects}`];
}

/** Landed cells with their row and column in their table of the document, or in another. */
function placedSql(
  planned: PlannedGroup,
  shifted: boolean,
  { condition, table = 'c.table_id' }: { condition?: string; table?: string } = {},
): string {
  const { group, plan } = planned;
  const slotted = `table_id IN ${literalList(SLOTTED_TABLES)}`;
  const row = (base: string, slot: string): string =>
    `CASE WHEN ${slotted} THEN (${base} - 1) * ${SLOTS} + ${slot} + 1 ELSE ${base} END`;
  const sameRow = `table_no, org_no, year, stage, table_id, slot, side,
    hash(class, code, CASE WHEN level > 0 THEN label END, detail, project)`;
  const first = plan.isLong ? `MIN(base) OVER (PARTITION BY ${sameRow})` : 'base';
  const shift = shifted
    ? `JOIN ${DOC_SHIFT} s ON s.org_no = c.org_no AND s.year = c.year AND s.stage = c.stage
        AND s.source_no = c.source_no AND s.table_id = ${table}`
    : '';
  const [rows, columns] = shifted ? ['s.row_shift', 's.col_shift'] : ['0', '0'];
  return `
  SELECT *, CAST(${row('first', 'slot')} AS INTEGER) AS row_no,
    CAST(CASE WHEN slot > 0 THEN ${row('first', 'whole')}
      WHEN parent_base IS NOT NULL THEN ${row('parent_base', '0')} END AS INTEGER) AS parent_row_no
  FROM (
    SELECT c.* EXCLUDE (first), c.first + ${rows} AS first, p.parent_base + ${rows} AS parent_base,
      t.parent_base IS NOT NULL AS is_sum,
      CAST(f.col_no + ${columns} + (c.base - c.first) * f.width AS INTEGER) AS col_no
    FROM (SELECT *, ${first} AS first FROM (${landedSql(planned, condition)})
        WHERE table_id IS NOT NULL) c
    JOIN ${filePlaces(planned)} f ON f.table_no = c.table_no AND f.column_no = c.column_no
    LEFT JOIN ${parentName(group.id)} p ON p.table_no = c.table_no AND p.record = c.record
    LEFT JOIN (SELECT DISTINCT table_no, parent_base FROM ${parentName(group.id)}) t
      ON t.table_no = c.table_no AND t.parent_base = c.base
    ${shift})`;
}

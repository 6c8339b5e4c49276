import { TABLE_IDS } from '@/domain/vocabulary';
import { landingOf } from '@/domain/import-fields';
import { quoteLiteral, rankIn, typedValues } from '../../sql';
import { DOC_SOURCE, SOURCE, type PlannedGroup } from './documents';
import { columnRoles } from './roles';
import { landedSql } from './lines';
import { PROJECT_LEVEL } from './rows';
import { DOC_SHIFT } from './shifts';
import { stagedName } from '../stage';

const NEW_DOCUMENTS = `SELECT doc_id FROM ${stagedName('document')}`;

/** Landed cells of all groups, of the columns that may hold what is asked for. */
function landed(
  groups: readonly PlannedGroup[],
  holds: (value: PlannedGroup['plan']['values'][number]) => boolean,
  columns: string,
  condition: string,
): string | null {
  const each = groups.flatMap(({ group, plan, source }) => {
    const values = plan.values.filter((value) => value.byMeasure || holds(value));
    if (values.length === 0) return [];
    const headers = typedValues(
      { column_no: 'INTEGER', header: 'VARCHAR' },
      values.map(({ column }) => [column, group.headers[column] ?? '']),
    );
    return [
      `SELECT ${columns}, h.header FROM (${landedSql({ group, plan: { ...plan, values }, source })}) c
      JOIN ${headers} h ON h.column_no = c.column_no
      WHERE ${condition}`,
    ];
  });
  return each.length > 0 ? each.join(' UNION ALL ') : null;
}

/** Statement that inserts people: the first number of each kind that a document's records say. */
export function headcountStatements(groups: readonly PlannedGroup[]): string[] {
  const cells = landed(
    groups,
    ({ kind }) => kind === 'headcount',
    'doc_id, org_id, year, stage, headcount, people, source_no, base',
    'headcount IS NOT NULL AND people IS NOT NULL',
  );
  if (cells === null) return [];
  return [
    `INSERT INTO headcount BY NAME
    SELECT c.doc_id, c.org_id, c.headcount AS kind, c.people,
      concat_ws(' · ', s.file, s.sheet, NULLIF(c.header, ''),
        c.year || CASE c.stage WHEN 'budget' THEN '' ELSE ' ' || c.stage END) AS source
    FROM (SELECT *, row_number() OVER (PARTITION BY doc_id, headcount ORDER BY source_no, base)
        AS place FROM (${cells})) c
    JOIN ${SOURCE} s ON s.source_no = c.source_no
    WHERE c.place = 1`,
  ];
}

/** Statement that inserts figures that stand in no table of the package. */
export function statementStatements(groups: readonly PlannedGroup[]): string[] {
  const cells = landed(
    groups,
    ({ field }) => landingOf(field, 'expenditure') === null,
    'doc_id, statement, level, label, amount, printed, source_no, base, c.column_no',
    `statement IS NOT NULL AND state <> 'blank'`,
  );
  if (cells === null) return [];
  return [
    `INSERT INTO statement BY NAME
    SELECT doc_id, CAST(row_number() OVER (PARTITION BY doc_id ORDER BY source_no, base, column_no)
        AS INTEGER) AS statement_no, statement AS statement_id,
      CASE WHEN level > 0 THEN label END AS subject, amount, printed, header AS section
    FROM (${cells})`,
  ];
}

/** Statement that lists the projects among the inserted lines. */
export const projectStatement = (): string => `
  INSERT INTO project BY NAME
  SELECT doc_id, 'p' || row_no AS project_id, MIN(label) AS level2, row_no
  FROM line WHERE doc_id IN (${NEW_DOCUMENTS}) AND table_id = 'project'
    AND classification = 'project' AND level = ${PROJECT_LEVEL}
  GROUP BY doc_id, row_no`;

/** Statements that describe the tables the inserted lines stand in, and their columns. */
export function printedStatements(groups: readonly PlannedGroup[]): string[] {
  return [
    `INSERT INTO printed_table BY NAME
    SELECT l.doc_id, l.table_id, CAST(row_number() OVER (PARTITION BY l.doc_id
        ORDER BY ${rankIn('l.table_id', TABLE_IDS)}) AS INTEGER) AS table_no,
      s.title, COALESCE(u.unit, d.printed_unit) AS printed_unit, l.row_count
    FROM (SELECT doc_id, table_id, MAX(row_no) AS row_count FROM line
      WHERE doc_id IN (${NEW_DOCUMENTS}) GROUP BY doc_id, table_id) l
    JOIN ${stagedName('document')} d ON d.doc_id = l.doc_id
    JOIN ${DOC_SHIFT} f ON f.org_no = d.org_no AND f.year = d.fiscal_year AND f.stage = d.stage
      AND f.table_id = l.table_id AND f.col_shift = 0
    JOIN ${SOURCE} s ON s.source_no = f.source_no
    JOIN (SELECT org_no, year, stage, source_no, MIN(unit) AS unit FROM ${DOC_SOURCE}
      GROUP BY org_no, year, stage, source_no) u ON u.org_no = f.org_no AND u.year = f.year
      AND u.stage = f.stage AND u.source_no = f.source_no`,
    ...groups.map(printedColumns),
    ...furtherColumns(groups),
  ];
}

const ROLE_COLUMNS = {
  source_no: 'INTEGER',
  table_id: 'VARCHAR',
  col_no: 'INTEGER',
  header: 'VARCHAR',
  role: 'VARCHAR',
};

function printedColumns({ group, plan, source }: PlannedGroup): string {
  const roles = columnRoles(group, plan).map(({ table, tableNo, colNo, header, role }) => [
    source + tableNo,
    table,
    colNo,
    header,
    role,
  ]);
  return `INSERT INTO printed_column BY NAME
    SELECT d.doc_id, v.table_id, CAST(v.col_no + s.col_shift AS INTEGER) AS col_no, v.header, v.role
    FROM ${DOC_SHIFT} s
    JOIN ${stagedName('document')} d ON d.org_no = s.org_no AND d.fiscal_year = s.year
      AND d.stage = s.stage
    JOIN ${typedValues(ROLE_COLUMNS, roles)} v ON v.source_no = s.source_no
      AND v.table_id = s.table_id
    JOIN printed_table t ON t.doc_id = d.doc_id AND t.table_id = v.table_id`;
}

/** Statement that names the columns of amounts that stand to the right of those of their file. */
function furtherColumns(groups: readonly PlannedGroup[]): string[] {
  const values = groups.flatMap(({ group, plan }) =>
    plan.isLong ? plan.values.map(({ column }) => group.headers[column] ?? '') : [],
  );
  if (values.length === 0) return [];
  return [
    `INSERT INTO printed_column BY NAME
    SELECT DISTINCT l.doc_id, l.table_id, l.col_no, ${quoteLiteral(values[0] ?? '')} AS header,
      'amount' AS role
    FROM line l WHERE l.doc_id IN (${NEW_DOCUMENTS}) AND NOT EXISTS (
      SELECT 1 FROM printed_column p
      WHERE p.doc_id = l.doc_id AND p.table_id = l.table_id AND p.col_no = l.col_no)`,
  ];
}

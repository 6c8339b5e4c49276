import { CHECK_TABLE_NAMES } from '@/domain/check-tables';
import { CODE_NAME_RULE, ENOUGH_OTHERS } from '@/domain/code-names';
import type { Session } from './duckdb';
import { quoteLiteral } from './sql';

/** Tables of what was found, and of what is still to be checked. */
const TABLES = [...CHECK_TABLE_NAMES, 'check_queue'];

/** A name without what tells a department's own office from the department, as checks compare names of units. */
export const ownName = (column: string): string =>
  `REGEXP_REPLACE(REPLACE(${column}, ' ', ''), '[（(](本级|机关|单位)[)）]|本级$|机关$', '', 'g')`;

/**
 * Adds to `to_check` the documents with a finding on the name of a code that these documents name in the same year, if
 * the name is one that fewer others print than settle a code: those alone may come out otherwise.
 */
async function addNamedElsewhere(session: Session, documents: string): Promise<void> {
  const rule = quoteLiteral(CODE_NAME_RULE);
  const { columns } = await session.query(`SELECT COUNT(*) FROM finding WHERE rule_id = ${rule}`);
  if (Number(columns[0]?.[0]) === 0) return;
  await session.run(
    `INSERT INTO to_check
    WITH open AS (
      SELECT DISTINCT d.doc_id, d.fiscal_year, l.classification, l.code
      FROM finding f
      JOIN finding_cell c ON c.doc_id = f.doc_id AND c.finding_no = f.finding_no
      JOIN line l ON l.doc_id = c.doc_id AND l.table_id = c.table_id AND l.row_no = c.row_no
      JOIN document d ON d.doc_id = f.doc_id
      WHERE f.rule_id = ${rule} AND l.code IS NOT NULL),
    codes AS (SELECT DISTINCT fiscal_year, classification, code FROM open),
    named AS (
      SELECT DISTINCT d.doc_id, k.fiscal_year, k.classification, k.code, l.label
      FROM codes k JOIN document d ON d.fiscal_year = k.fiscal_year
      JOIN line l ON l.doc_id = d.doc_id AND l.classification = k.classification
        AND l.code = k.code),
    given AS (${documents}),
    told AS (
      SELECT fiscal_year, classification, code FROM named
      GROUP BY fiscal_year, classification, code, label
      HAVING COUNT(*) FILTER (WHERE doc_id IN (SELECT doc_id FROM given)) > 0
        AND COUNT(*) FILTER (WHERE doc_id NOT IN (SELECT doc_id FROM given)) <= ${ENOUGH_OTHERS})
    SELECT DISTINCT o.doc_id FROM open o
    JOIN told t ON t.fiscal_year = o.fiscal_year AND t.classification = o.classification
      AND t.code = o.code
    WHERE o.doc_id NOT IN (SELECT doc_id FROM to_check)`,
  );
}

/**
 * Lists documents to be checked, and with them those they are compared with: others of the same organizations, and
 * of the departments above, by name where units do not say whose they are, and those whose names of codes they may
 * settle. What was found in them before is forgotten. Part of the transaction that changes them.
 * @param documents a query that gives `doc_id`; before they are deleted or after they are inserted
 */
export async function queueChecks(session: Session, documents: string): Promise<void> {
  await session.run(
    `CREATE OR REPLACE TEMP TABLE to_check AS
    WITH changed AS (
      SELECT org_id FROM document WHERE doc_id IN (SELECT doc_id FROM (${documents}) given)),
    unnamed AS (
      SELECT DISTINCT jurisdiction_code, ${ownName('name')} AS unit FROM organization
      WHERE org_id IN (SELECT org_id FROM changed) AND scope = 'unit' AND parent_org_id IS NULL),
    touched AS (
      SELECT org_id FROM changed
      UNION SELECT parent_org_id FROM organization WHERE org_id IN (SELECT org_id FROM changed)
      UNION SELECT d.org_id FROM unnamed u JOIN organization d ON d.scope = 'department'
        AND d.jurisdiction_code = u.jurisdiction_code AND ${ownName('d.name')} = u.unit
      UNION SELECT d.org_id FROM unnamed u
        JOIN line l ON l.classification = 'organization' AND ${ownName('l.label')} = u.unit
        JOIN document own ON own.doc_id = l.doc_id
        JOIN organization d ON d.org_id = own.org_id AND d.scope = 'department'
          AND d.jurisdiction_code = u.jurisdiction_code)
    SELECT doc_id FROM document WHERE org_id IN (SELECT org_id FROM touched)`,
  );
  await addNamedElsewhere(session, documents);
  await forgetChecks(session, '(SELECT doc_id FROM to_check)');
  await session.run(
    `INSERT INTO check_queue
    SELECT doc_id, COALESCE(lines, 0) FROM to_check LEFT JOIN (
      SELECT doc_id, COUNT(*) AS lines FROM line
      WHERE doc_id IN (SELECT doc_id FROM to_check) GROUP BY doc_id) USING (doc_id)`,
    'DROP TABLE to_check',
  );
}

/** Deletes what was found in documents, and takes them off the list of those to be checked; `list` as after IN. */
export const forgetChecks = (session: Session, list: string): Promise<void> =>
  session.run(...TABLES.map((table) => `DELETE FROM ${table} WHERE doc_id IN ${list}`));

import { CHECK_TABLE_NAMES } from '@/domain/check-tables';
import type { Session } from './duckdb';

/** Tables of what was found, and of what is still to be checked. */
const TABLES = [...CHECK_TABLE_NAMES, 'check_queue'];

/** A name without what tells a department's own office from the department, as checks compare names of units. */
export const ownName = (column: string): string =>
  `REGEXP_REPLACE(REPLACE(${column}, ' ', ''), '[（(](本级|机关|单位)[)）]|本级$|机关$', '', 'g')`;

/**
 * Lists documents to be checked, and with them those they are compared with: others of the same organizations, and
 * of the departments above, by name where units do not say whose they are. What was found in them before is
 * forgotten. Part of the transaction that changes them.
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

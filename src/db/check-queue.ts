import { CHECK_TABLE_NAMES } from '@/domain/check-tables';
import type { Session } from './duckdb';

/** Tables of what was found, and of what is still to be checked. */
const TABLES = [...CHECK_TABLE_NAMES, 'check_queue'];

/**
 * Lists documents to be checked, and with them those they are compared with: others of the same organizations, and
 * of the departments above. What was found in them before is forgotten. Part of the transaction that changes them.
 * @param documents a query that gives `doc_id`; before they are deleted or after they are inserted
 */
export async function queueChecks(session: Session, documents: string): Promise<void> {
  await session.run(
    `CREATE OR REPLACE TEMP TABLE to_check AS
    WITH changed AS (
      SELECT org_id FROM document WHERE doc_id IN (SELECT doc_id FROM (${documents}) given)),
    touched AS (
      SELECT org_id FROM changed
      UNION SELECT parent_org_id FROM organization WHERE org_id IN (SELECT org_id FROM changed))
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

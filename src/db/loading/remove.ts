import { forgetChecks, queueChecks } from '../check-queue';
import { derive } from '../derive';
import type { LocalEngine, Session } from '../duckdb';
import { literalList, quoteIdentifier } from '../sql';
import { DOCUMENT_TABLES } from './duplicates';

/**
 * Takes documents out of the database, with organizations and headcounts that nothing refers to any more; places and
 * the classification stay. Identifiers that are not there are no error. All or nothing.
 */
export function removeDocuments(engine: LocalEngine, docIds: readonly string[]): Promise<void> {
  return engine.transaction(async (session) => {
    const { columns } = await session.query(
      `SELECT DISTINCT org_id FROM document WHERE doc_id IN ${literalList(docIds)}`,
    );
    await queueChecks(session, givenDocuments(docIds));
    await deleteDocuments(session, docIds);
    await deleteIdle(session, columns[0] as string[]);
    await derive(session, docIds);
  });
}

/** Documents as a query, for `queueChecks`. */
export const givenDocuments = (docIds: readonly string[]): string =>
  `SELECT doc_id FROM document WHERE doc_id IN ${literalList(docIds)}`;

/**
 * Deletes the rows of documents everywhere in the package tables, and what was found in them; what is derived from
 * them is left to `derive`.
 */
export async function deleteDocuments(session: Session, docIds: readonly string[]): Promise<void> {
  if (docIds.length === 0) return;
  await session.run(
    ...DOCUMENT_TABLES.map(
      (table) => `DELETE FROM ${quoteIdentifier(table)} WHERE doc_id IN ${literalList(docIds)}`,
    ),
  );
  await forgetChecks(session, literalList(docIds));
}

/** Deletes those organizations that have no document and no unit, then the departments above that are left so. */
async function deleteIdle(session: Session, orgIds: readonly string[]): Promise<void> {
  if (orgIds.length === 0) return;
  const { columns } = await session.query(
    `SELECT org_id, parent_org_id FROM organization o WHERE org_id IN ${literalList(orgIds)}
      AND org_id NOT IN (SELECT org_id FROM document)
      AND NOT EXISTS (SELECT 1 FROM organization u WHERE u.parent_org_id = o.org_id)`,
  );
  const [idle, parents] = columns as [string[], (string | null)[]];
  await session.run(
    `DELETE FROM headcount WHERE org_id IN ${literalList(idle)}`,
    `DELETE FROM organization WHERE org_id IN ${literalList(idle)}`,
  );
  await deleteIdle(session, [...new Set(parents.filter((parent) => parent !== null))]);
}

import { queueChecks } from '../check-queue';
import { INCOMING, type Session } from '../duckdb';
import { literalList, quoteIdentifier } from '../sql';
import { DOCUMENT_TABLES } from './duplicates';
import { deleteDocuments, givenDocuments } from './remove';
import { stagedName } from './stage';

/** A change of the package tables, and what follows from it. */
export interface Change {
  documents: readonly string[];
  /** Loaded documents that go for them. */
  replaced: readonly string[];
  insert(): Promise<void>;
  derive(): Promise<void>;
  /** Frees what only `insert` needs. */
  free(): Promise<void>;
}

/** Inserts and derives in one transaction: all or nothing. */
export const inOneStep = (session: Session, { insert, derive }: Change): Promise<void> =>
  session.atomic(async () => {
    await insert();
    await derive();
  });

/**
 * Inserts and derives in two transactions, for documents so large that both together do not fit into memory before they
 * are committed, and so compressed. If the second fails or is stopped, the first is undone: all or nothing as well.
 * Screens do not see the documents before the second, since their list is derived.
 */
export async function inTwoSteps(session: Session, change: Change): Promise<void> {
  const always = session.until(undefined);
  const undo = await prepareUndo(always, change);
  try {
    await session.atomic(change.insert);
    try {
      await change.free();
      await session.atomic(change.derive);
    } catch (error) {
      await always.atomic(undo);
      throw error;
    }
  } finally {
    await always.run(...DOCUMENT_TABLES.map((table) => `DROP TABLE IF EXISTS ${savedName(table)}`));
  }
}

const savedName = (table: string): string => `${INCOMING}.${quoteIdentifier(`saved_${table}`)}`;

/** Keeps what an insertion takes away, and gives the way back. */
async function prepareUndo(
  session: Session,
  { documents, replaced }: Change,
): Promise<() => Promise<void>> {
  const { columns } = await session.query(
    `SELECT org_id FROM ${stagedName('organization')}
    WHERE org_id NOT IN (SELECT org_id FROM organization)`,
  );
  const organizations = literalList(columns[0] as string[]);
  await session.run(
    ...DOCUMENT_TABLES.map(
      (table) => `CREATE TABLE ${savedName(table)} AS
      SELECT * FROM ${quoteIdentifier(table)} WHERE doc_id IN ${literalList(replaced)}`,
    ),
  );
  return async () => {
    await deleteDocuments(session, documents);
    await session.run(
      `DELETE FROM organization WHERE org_id IN ${organizations}`,
      ...DOCUMENT_TABLES.map(
        (table) => `INSERT INTO ${quoteIdentifier(table)} SELECT * FROM ${savedName(table)}`,
      ),
    );
    await queueChecks(session, givenDocuments(replaced));
  };
}

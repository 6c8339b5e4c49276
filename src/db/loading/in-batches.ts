import { forgetChecks, queueChecks } from '../check-queue';
import { deriveNew, forgetDerived } from '../derive';
import { INCOMING, type Session } from '../duckdb';
import { quoteIdentifier } from '../sql';
import { DOCUMENT_TABLES, duplicateDocuments } from './duplicates';
import { stagedName, type StagedTable } from './stage';

/** Staged amounts from which on what is derived from them does not fit into memory in one transaction. */
const MANY_LINES = 2_000_000;

const NEW_DOCUMENTS = `${INCOMING}.new_document`;
const NEW_ORGANIZATIONS = `${INCOMING}.new_organization`;

async function count(session: Session, rows: string): Promise<number> {
  const { columns } = await session.query(`SELECT COUNT(*) FROM ${rows}`);
  return Number(columns[0]?.[0]);
}

/**
 * Whether staged rows are too many for one transaction and touch no figures of documents that are loaded: they repeat
 * none of them, share no organization with them, and bring no names of codes.
 */
export async function loadsInBatches(
  session: Session,
  staged: readonly StagedTable[],
  most = MANY_LINES,
): Promise<boolean> {
  if (staged.some(({ table }) => table === 'classification')) return false;
  if ((await count(session, stagedName('line'))) <= most) return false;
  if ((await count(session, `(${duplicateDocuments()})`)) > 0) return false;
  const shared = `${stagedName('document')} s JOIN document d ON d.org_id = s.org_id`;
  return (await count(session, shared)) === 0;
}

/** What is done with the staged tables. */
export interface BatchedChange {
  /** Inserts all of them. */
  insert(): Promise<void>;
  /** Frees them. */
  free(): Promise<void>;
  /** Hears that figures are worked out from now on. */
  deriving(): void;
}

/**
 * Inserts very many staged rows, and works out what follows from them batch by batch, each step in a transaction of its
 * own. If one fails or is stopped, those before it are undone: all or nothing as well. Gives the documents.
 */
export async function inBatches(
  session: Session,
  { insert, free, deriving }: BatchedChange,
): Promise<string[]> {
  const always = session.until(undefined);
  await always.run(
    `CREATE TABLE ${NEW_DOCUMENTS} AS
    SELECT doc_id FROM ${stagedName('document')} ORDER BY package_file, package_row`,
    `CREATE TABLE ${NEW_ORGANIZATIONS} AS SELECT org_id FROM ${stagedName('organization')}
    WHERE org_id NOT IN (SELECT org_id FROM organization)`,
  );
  try {
    await session.atomic(async () => {
      await insert();
      await queueChecks(session, `SELECT doc_id FROM ${NEW_DOCUMENTS}`);
    });
    try {
      await free();
      deriving();
      await deriveNew(session);
    } catch (error) {
      await always.atomic(() => removeNew(always));
      throw error;
    }
    const { columns } = await session.query(`SELECT doc_id FROM ${NEW_DOCUMENTS}`);
    return columns[0] as string[];
  } finally {
    await always.run(`DROP TABLE ${NEW_DOCUMENTS}`, `DROP TABLE ${NEW_ORGANIZATIONS}`);
  }
}

async function removeNew(session: Session): Promise<void> {
  const documents = `(SELECT doc_id FROM ${NEW_DOCUMENTS})`;
  await forgetDerived(session, documents);
  await forgetChecks(session, documents);
  await session.run(
    ...DOCUMENT_TABLES.map(
      (table) => `DELETE FROM ${quoteIdentifier(table)} WHERE doc_id IN ${documents}`,
    ),
    `DELETE FROM organization WHERE org_id IN (SELECT org_id FROM ${NEW_ORGANIZATIONS})`,
  );
}

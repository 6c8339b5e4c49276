import {
  DuplicateDocumentsError,
  type DuplicateChoice,
  type DuplicateDocument,
} from '@/domain/duplicates';
import { PACKAGE_TABLE_NAMES, tableDefinition } from '@/domain/package';
import type { Session } from '../duckdb';
import { rowsOf } from '../engine';
import { literalList, valuesList } from '../sql';
import { stagedName, type StagedTable } from './stage';

/** Package tables whose rows belong to a document. */
export const DOCUMENT_TABLES = PACKAGE_TABLE_NAMES.filter((name) =>
  Object.hasOwn(tableDefinition(name).columns, 'doc_id'),
);

/** What becomes of documents that are loaded already. */
export interface Settled {
  /** Loaded documents to be removed before anything is inserted. */
  replaced: readonly string[];
  /** Staged documents that were left out. */
  skipped: readonly string[];
}

/** Staged documents with each loaded one they repeat: of the same identifier, or the same budget of an organization. */
export function duplicateDocuments(): string {
  const pairs = (condition: string): string => `
    SELECT s.package_file, s.package_row, s.doc_id, d.doc_id AS loaded_doc_id, d.org_id,
      d.fiscal_year, d.stage
    FROM ${stagedName('document')} s JOIN document d ON ${condition}`;
  return `${pairs('d.doc_id = s.doc_id')} UNION ${pairs(
    `d.org_id = s.org_id AND d.fiscal_year = TRY_CAST(s.fiscal_year AS INTEGER)
      AND d.stage = s.stage`,
  )}`;
}

/**
 * Applies the choice about documents that are loaded already to the staged tables; the loaded ones are not touched.
 * @throws DuplicateDocumentsError if there are some and the choice is to ask.
 */
export async function settleDuplicates(
  session: Session,
  staged: readonly StagedTable[],
  choice: 'ask' | DuplicateChoice,
): Promise<Settled> {
  const found = await findDuplicates(session);
  const docs = [...new Set(found.map(({ docId }) => docId))];
  if (docs.length === 0) return { replaced: [], skipped: [] };
  const tables = staged.map(({ table }) => table).filter((name) => DOCUMENT_TABLES.includes(name));
  switch (choice) {
    case 'ask':
      throw new DuplicateDocumentsError(found);
    case 'replace':
      return { replaced: [...new Set(found.map((one) => one.loadedDocId))], skipped: [] };
    case 'skip':
      for (const table of tables) {
        await session.run(`DELETE FROM ${stagedName(table)} WHERE doc_id IN ${literalList(docs)}`);
      }
      return { replaced: [], skipped: docs };
    case 'keep': {
      const renamed = await newNames(session, docs);
      for (const table of renamed.length > 0 ? tables : []) {
        await session.run(
          `UPDATE ${stagedName(table)} AS s SET doc_id = r.new_doc_id
          FROM (VALUES ${valuesList(renamed)}) AS r (doc_id, new_doc_id) WHERE s.doc_id = r.doc_id`,
        );
      }
      return { replaced: [], skipped: [] };
    }
  }
}

interface DuplicateRow {
  doc_id: string;
  loaded_doc_id: string;
  organization: string | null;
  fiscal_year: number;
  stage: string;
}

async function findDuplicates(session: Session): Promise<DuplicateDocument[]> {
  const rows = rowsOf<DuplicateRow>(
    await session.query(`
    SELECT DISTINCT p.doc_id, p.loaded_doc_id, o.name AS organization, p.fiscal_year, p.stage
    FROM (${duplicateDocuments()}) p LEFT JOIN organization o ON o.org_id = p.org_id
    ORDER BY p.doc_id, p.loaded_doc_id`),
  );
  return rows.map((row) => ({
    docId: row.doc_id,
    loadedDocId: row.loaded_doc_id,
    organization: row.organization ?? '',
    fiscalYear: row.fiscal_year,
    stage: row.stage,
  }));
}

/** Documents whose identifier is taken, each with the first of `…-2`, `…-3` that nobody has. */
async function newNames(session: Session, docs: readonly string[]): Promise<[string, string][]> {
  const ids = async (table: string): Promise<string[]> =>
    (await session.query(`SELECT doc_id FROM ${table}`)).columns[0] as string[];
  const loaded = new Set(await ids('document'));
  const taken = new Set([...loaded, ...(await ids(stagedName('document')))]);
  return docs
    .filter((doc) => loaded.has(doc))
    .map((doc) => {
      let number = 2;
      while (taken.has(`${doc}-${number}`)) number += 1;
      taken.add(`${doc}-${number}`);
      return [doc, `${doc}-${number}`];
    });
}

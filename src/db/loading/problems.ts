import { isWarning, type Issue, type IssueCode } from '@/domain/issue';
import type { PackageTableName } from '@/domain/package';
import type { Session } from '../duckdb';
import { rowsOf } from '../engine';
import { quoteIdentifier } from '../sql';
import { lineProblems, tableProblems, type KnownValues } from './checks';
import { columnIssues, describe } from './describe';
import { duplicateDocuments } from './duplicates';
import { stagedName, type StagedTable } from './stage';

/** Problems listed per table and kind; the rest are counted in the last message. */
const LISTED = 100;

/** Everything wrong with staged tables, warnings included. Their columns first: without those nothing else is asked. */
export async function stagedProblems(
  session: Session,
  staged: readonly StagedTable[],
): Promise<Issue[]> {
  const columns = staged.flatMap(columnIssues);
  if (columns.some((issue) => !isWarning(issue))) return columns;
  const known = knownValues(staged);
  const issues = [...columns];
  for (const table of staged) {
    for (const sql of tableProblems(table, known)) issues.push(...(await ask(session, table, sql)));
  }
  const line = staged.find(({ table }) => table === 'line');
  if (line && staged.some(({ table }) => table === 'document')) {
    const hasPrintedTables = staged.some(({ table }) => table === 'printed_table');
    issues.push(...(await ask(session, line, lineProblems(hasPrintedTables))));
  }
  return issues;
}

/** Documents of a package that are loaded already, by their identifier or as the same budget of an organization. */
export async function alreadyLoaded(
  session: Session,
  staged: readonly StagedTable[],
): Promise<Issue[]> {
  const document = staged.find(({ table }) => table === 'document');
  if (!document) return [];
  return ask(
    session,
    document,
    `SELECT DISTINCT package_file, package_row, 'doc_id' AS column_name, 'already_loaded' AS code,
      doc_id AS found
    FROM (${duplicateDocuments()})`,
  );
}

/** Loaded and staged values of a column. */
function knownValues(staged: readonly StagedTable[]): KnownValues {
  const has = (table: string, column: string): boolean =>
    staged.some((other) => other.table === table && other.columns.has(column));
  return (table: PackageTableName | string, column) => {
    const id = quoteIdentifier(column);
    const loaded = `SELECT ${id} FROM ${quoteIdentifier(table)} WHERE ${id} IS NOT NULL`;
    return has(table, column)
      ? `${loaded} UNION ALL SELECT ${id} FROM ${stagedName(table)} WHERE ${id} IS NOT NULL`
      : loaded;
  };
}

interface ProblemRow {
  package_file: number;
  package_row: number;
  column_name: string;
  code: IssueCode;
  found: string | null;
  times: number;
  place: number;
}

async function ask(session: Session, { table, files }: StagedTable, sql: string): Promise<Issue[]> {
  const listed = `SELECT * FROM (
      SELECT *, COUNT(*) OVER (PARTITION BY code) AS times, row_number() OVER (
        PARTITION BY code ORDER BY package_file, package_row, column_name) AS place
      FROM (${sql}))
    WHERE place <= ${LISTED} ORDER BY package_file, package_row, column_name`;
  const rows = rowsOf<ProblemRow>(await session.query(listed));
  return rows.map(({ package_file, package_row, column_name, code, found, times, place }) =>
    describe({
      table,
      file: files[package_file]?.file ?? '',
      row: package_row,
      column: column_name,
      code,
      found: found ?? '',
      more: place === LISTED ? times - LISTED : 0,
    }),
  );
}

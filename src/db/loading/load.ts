import { InputError, isWarning, type Issue, type IssueCode } from '@/domain/issue';
import { tableDefinition, type PackageTableName } from '@/domain/package';
import { derive } from '../derive';
import type { LocalEngine, Session } from '../duckdb';
import { rowsOf } from '../engine';
import { SQL_TYPES } from '../schema';
import { quoteIdentifier } from '../sql';
import { lineProblems, tableProblems, type KnownValues } from './checks';
import { columnIssues, describe } from './describe';
import { stage, stagedName, type StageInput, type StagedTable } from './stage';

export interface LoadResult {
  documents: string[];
  /** Told, but no reason to keep the package out. */
  warnings: Issue[];
}

/** Tables whose rows may stand in several packages; the first one loaded stays. */
const SHARED: readonly PackageTableName[] = [
  'jurisdiction',
  'classification',
  'organization',
  'headcount',
];

/** Problems listed per table and kind; the rest are counted in the last message. */
const LISTED = 100;

/**
 * Loads a package whole or not at all, and derives measures and metrics anew.
 * @throws InputError with every problem found; the database is then as it was.
 */
export function loadPackage(
  engine: LocalEngine,
  tables: readonly StageInput[],
): Promise<LoadResult> {
  return engine.transaction(async (session) => {
    const staged = await stageAll(engine, session, tables);
    const issues = await problems(session, staged);
    const errors = issues.filter((issue) => !isWarning(issue));
    if (errors.length > 0) throw new InputError(errors);
    const { columns } = await session.query(`SELECT doc_id FROM ${stagedName('document')}`);
    await insertAll(session, staged);
    await derive(session);
    return { documents: columns[0] as string[], warnings: issues.filter(isWarning) };
  });
}

/** Loads tables that every package may refer to (places, classification), before any package. */
export function loadReference(engine: LocalEngine, tables: readonly StageInput[]): Promise<void> {
  return engine.transaction(async (session) =>
    insertAll(session, await stageAll(engine, session, tables)),
  );
}

async function insertAll(session: Session, staged: readonly StagedTable[]): Promise<void> {
  for (const table of staged) {
    await session.run(insert(table), `DROP TABLE ${stagedName(table.table)}`);
  }
}

/** Everything wrong with a package; nothing is kept. */
export async function validatePackage(
  engine: LocalEngine,
  tables: readonly StageInput[],
): Promise<Issue[]> {
  let issues: Issue[] = [];
  const stop = new Error('validation never commits');
  await engine
    .transaction(async (session) => {
      issues = await problems(session, await stageAll(engine, session, tables));
      throw stop;
    })
    .catch((error: unknown) => {
      if (error instanceof InputError) issues = [...error.issues];
      else if (error !== stop) throw error;
    });
  return issues;
}

async function stageAll(
  engine: LocalEngine,
  session: Session,
  tables: readonly StageInput[],
): Promise<StagedTable[]> {
  const staged: StagedTable[] = [];
  for (const table of tables) staged.push(await stage(engine, session, table));
  return staged;
}

async function problems(session: Session, staged: readonly StagedTable[]): Promise<Issue[]> {
  const columns = staged.flatMap(columnIssues);
  if (columns.some((issue) => !isWarning(issue))) return columns;
  const known = knownValues(staged);
  const issues = [...columns];
  for (const { table, file, columns: present } of staged) {
    issues.push(...(await ask(session, table, file, tableProblems(table, present, known))));
  }
  const line = staged.find(({ table }) => table === 'line');
  if (line?.columns.has('printed')) {
    const hasPrintedTables = staged.some(({ table }) => table === 'printed_table');
    issues.push(...(await ask(session, 'line', line.file, lineProblems(hasPrintedTables))));
  }
  return [...issues, ...(await alreadyLoaded(session, staged))];
}

/** Loaded and staged values of a column; null for a table that nobody brought. */
function knownValues(staged: readonly StagedTable[]): KnownValues {
  return (table, column) => {
    const id = quoteIdentifier(column);
    const here = staged.some((other) => other.table === table && other.columns.has(column));
    const loaded = `SELECT ${id} FROM ${quoteIdentifier(table)} WHERE ${id} IS NOT NULL`;
    return here
      ? `${loaded} UNION ALL SELECT ${id} FROM ${stagedName(table)} WHERE ${id} IS NOT NULL`
      : loaded;
  };
}

interface ProblemRow {
  package_row: number;
  column_name: string;
  code: IssueCode;
  found: string | null;
  times: number;
  place: number;
}

async function ask(
  session: Session,
  table: PackageTableName,
  file: string,
  sql: string,
): Promise<Issue[]> {
  const listed = `SELECT * FROM (
      SELECT *, COUNT(*) OVER (PARTITION BY code) AS times,
        row_number() OVER (PARTITION BY code ORDER BY package_row, column_name) AS place
      FROM (${sql}))
    WHERE place <= ${LISTED} ORDER BY package_row, column_name`;
  const rows = rowsOf<ProblemRow>(await session.query(listed));
  return rows.map(({ package_row, column_name, code, found, times, place }) =>
    describe({
      table,
      file,
      row: package_row,
      column: column_name,
      code,
      found: found ?? '',
      more: place === LISTED ? times - LISTED : 0,
    }),
  );
}

async function alreadyLoaded(session: Session, staged: readonly StagedTable[]): Promise<Issue[]> {
  const document = staged.find(({ table }) => table === 'document');
  if (!document) return [];
  return ask(
    session,
    'document',
    document.file,
    `SELECT package_row, 'doc_id' AS column_name, 'already_loaded' AS code, doc_id AS found
    FROM ${stagedName('document')} WHERE doc_id IN (SELECT doc_id FROM document)`,
  );
}

function insert({ table, columns }: StagedTable): string {
  const { columns: defined, key } = tableDefinition(table);
  const values = Object.entries(defined).map(([name, { type }]) =>
    columns.has(name) ? `CAST(s.${quoteIdentifier(name)} AS ${SQL_TYPES[type]})` : 'NULL',
  );
  const same = key
    .map((name) => {
      const type = SQL_TYPES[defined[name]?.type ?? 'text'];
      const id = quoteIdentifier(name);
      return `t.${id} IS NOT DISTINCT FROM CAST(s.${id} AS ${type})`;
    })
    .join(' AND ');
  const onlyNew = SHARED.includes(table)
    ? `WHERE NOT EXISTS (SELECT 1 FROM ${quoteIdentifier(table)} t WHERE ${same})`
    : '';
  return `INSERT INTO ${quoteIdentifier(table)}
    SELECT ${values.join(', ')} FROM ${stagedName(table)} s ${onlyNew}`;
}

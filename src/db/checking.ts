import {
  CHECK_TABLES,
  CHECK_TABLE_NAMES,
  type CheckColumnType,
  type CheckTableName,
} from '@/domain/check-tables';
import { tableDefinition, type Column, type PackageTableName } from '@/domain/package';
import type { ArrowTables } from './arrow-rows';
import { ownName, queueChecks } from './check-queue';
import { INCOMING, type LocalEngine, type Session } from './duckdb';
import { SQL_TYPES } from './schema';
import { listedNames, printedNames } from './queries/dictionary';
import { literalList, quoteIdentifier } from './sql';

/** Documents checked at once, so that what is read of them fits into memory: as many as print about so many amounts. */
const BATCH_LINES = 50_000;
const BATCH_DOCUMENTS = 500;

/** Documents to be checked, and the rows of them and of those they are compared with. */
export interface CheckBatch {
  documents: readonly string[];
  /** Package tables as Arrow IPC streams. */
  tables: ArrowTables;
}

/** How many documents are to be checked. */
export async function waitingChecks(engine: LocalEngine): Promise<number> {
  const { columns } = await engine.query('SELECT COUNT(*) FROM check_queue');
  return Number(columns[0]?.[0]);
}

/** Tables of names of codes that a batch is checked with. */
export const DICTIONARY_TABLES = ['list', 'printed'] as const;

/** Names of codes, of the list in force and of what is loaded, as Arrow IPC streams; made in slices. */
export const dictionaryTables = (engine: LocalEngine): Promise<ArrowTables> =>
  engine.aside(async (session) => {
    const list = await session.ipc(listedNames());
    return new Map([
      ['list', list],
      ['printed', await session.ipc(printedNames())],
    ]);
  });

/**
 * Takes the next documents off the list, with the rows of these package tables, in slices; null if there are none.
 */
export function takeBatch(
  engine: LocalEngine,
  tables: readonly PackageTableName[],
): Promise<CheckBatch | null> {
  const take = async (session: Session): Promise<CheckBatch | null> => {
    const { columns } = await session.query(
      `SELECT doc_id FROM (
        SELECT doc_id, ROW_NUMBER() OVER own AS place, SUM(lines) OVER own - lines AS before
        FROM check_queue
        WINDOW own AS (ORDER BY doc_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW))
      WHERE place <= ${BATCH_DOCUMENTS} AND before < ${BATCH_LINES} ORDER BY doc_id`,
    );
    const documents = columns[0] as string[];
    if (documents.length === 0) return null;
    await session.run(`DELETE FROM check_queue WHERE doc_id IN ${literalList(documents)}`);
    const read = literalList([...documents, ...(await comparedWith(session, documents))]);
    const rows = new Map<string, Uint8Array>();
    for (const table of tables) rows.set(table, await session.ipc(rowsOfDocuments(table, read)));
    return { documents, tables: rows };
  };
  return engine.transaction(take, new AbortController().signal);
}

/**
 * Documents of the year before, and of the units of a department in the same year: those that name it as theirs, and
 * those of its place that name none and bear its name, or one that its tables list.
 */
async function comparedWith(session: Session, documents: readonly string[]): Promise<string[]> {
  const { columns } = await session.query(
    `WITH own AS (
      SELECT d.*, o.name, o.jurisdiction_code FROM document d JOIN organization o USING (org_id)
      WHERE d.doc_id IN ${literalList(documents)}),
    named AS (
      SELECT jurisdiction_code, stage, fiscal_year, ${ownName('name')} AS unit FROM own
      UNION SELECT jurisdiction_code, stage, fiscal_year, ${ownName('l.label')}
      FROM own JOIN line l ON l.doc_id = own.doc_id AND l.classification = 'organization')
    SELECT r.doc_id FROM own JOIN document r ON r.org_id = own.org_id AND r.stage = own.stage
      AND r.fiscal_year = own.fiscal_year - 1
    UNION SELECT r.doc_id FROM own JOIN organization u ON u.parent_org_id = own.org_id
      JOIN document r ON r.org_id = u.org_id AND r.stage = own.stage
      AND r.fiscal_year = own.fiscal_year
    UNION SELECT r.doc_id FROM named n JOIN organization u
      ON u.jurisdiction_code = n.jurisdiction_code AND ${ownName('u.name')} = n.unit
      AND u.scope = 'unit' AND u.parent_org_id IS NULL
      JOIN document r ON r.org_id = u.org_id AND r.stage = n.stage
      AND r.fiscal_year = n.fiscal_year`,
  );
  return columns[0] as string[];
}

/** A column as checks read it: figures that are not money without the zeros that the engine puts behind them. */
const read = ([name, { type }]: [string, Column]): string => {
  const column = quoteIdentifier(name);
  return type === 'number'
    ? `RTRIM(RTRIM(CAST(${column} AS VARCHAR), '0'), '.') AS ${column}`
    : column;
};

/** The rows of a table that belong to documents, in the order of its key. */
function rowsOfDocuments(table: PackageTableName, documents: string): string {
  const { columns, key } = tableDefinition(table);
  const order = key.length > 0 ? `ORDER BY ${key.map(quoteIdentifier).join(', ')}` : '';
  const selected = `SELECT ${Object.entries(columns).map(read).join(', ')} FROM ${table}`;
  return Object.hasOwn(columns, 'doc_id')
    ? `${selected} WHERE doc_id IN ${documents} ${order}`
    : `${selected} WHERE org_id IN (
        SELECT org_id FROM document WHERE doc_id IN ${documents}) ${order}`;
}

/** Name of a table of findings on its way in. */
const arrivedName = (name: CheckTableName): string => `found_${name}`;

/**
 * Keeps what was found in documents, all of it or nothing. Those that were changed or removed since they were taken
 * off the list are left out: they are on it again, or gone.
 */
export function keepFound(
  engine: LocalEngine,
  documents: readonly string[],
  found: ArrowTables,
): Promise<void> {
  const names = CHECK_TABLE_NAMES.filter((name) => found.has(name));
  return engine.change(async (session) => {
    try {
      for (const name of names) {
        await engine.keepArrow(arrivedName(name), found.get(name) as Uint8Array);
      }
      await session.atomic(() => session.run(...keeping(documents, names)));
    } finally {
      await session.run(
        ...names.map((name) => `DROP TABLE IF EXISTS ${INCOMING}.${arrivedName(name)}`),
      );
    }
  });
}

function keeping(documents: readonly string[], names: readonly CheckTableName[]): string[] {
  const current = `doc_id IN ${literalList(documents)}
    AND doc_id IN (SELECT doc_id FROM document)
    AND doc_id NOT IN (SELECT doc_id FROM check_queue)`;
  return [
    ...CHECK_TABLE_NAMES.map((name) => `DELETE FROM ${name} WHERE ${current}`),
    ...names.map((name) => {
      const columns = Object.entries<CheckColumnType>(CHECK_TABLES[name]);
      const cast = columns.map(([column, type]) => `CAST(${column} AS ${SQL_TYPES[type]})`);
      return `INSERT INTO ${name} SELECT ${cast.join(', ')}
        FROM ${INCOMING}.${arrivedName(name)} WHERE ${current}`;
    }),
  ];
}

/** Lists documents to be checked again, all if none are given. */
export const checkAgain = (engine: LocalEngine, docIds?: readonly string[]): Promise<void> =>
  engine.transaction((session) =>
    queueChecks(
      session,
      `SELECT doc_id FROM document ${docIds ? `WHERE doc_id IN ${literalList(docIds)}` : ''}`,
    ),
  );

/** Leaves unchecked what is still to be checked. */
export const giveUpChecks = (engine: LocalEngine): Promise<void> =>
  engine.transaction((session) => session.run('DELETE FROM check_queue'));

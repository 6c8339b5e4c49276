import type { RawContent } from '@/domain/raw-table';
import { INCOMING, type LocalEngine, type Session } from '../duckdb';
import { isOutOfMemory, QueryError } from '../query-error';
import { quoteIdentifier } from '../sql';
import { plainText } from './arrow-text';
import { cellName, strictCsv } from './csv';

/** A table of a group as it is read: `order[k]` is its column that the group has as column k, -1 if it has none. */
export interface RawMember {
  content: RawContent;
  columns: number;
  order: readonly number[];
  names: readonly string[] | null;
}

/** The engine's strict reading refused a member: it has to be read with more patience. */
export class NotStrictError extends Error {
  constructor(
    /** Place of the member in its group. */
    readonly member: number,
    /** What the engine found, in its words. */
    readonly found: string,
  ) {
    super(`table ${member + 1} of the group cannot be read strictly: ${found}`);
    this.name = 'NotStrictError';
  }
}

/** Name of a group's raw table in SQL. */
export const rawName = (id: string): string => `${INCOMING}.${quoteIdentifier(id)}`;

/**
 * Takes the tables of a group into `incoming."<id>"`: `table_no` (place in the group, from 0), `record` (from 1, as the
 * file has it) and the cells as text, `c0` … in the group's order, NULL where nothing stands. All or nothing.
 * Gives how many records each table has. Rejects with the signal's reason when stopped.
 * @throws NotStrictError for the first table that the engine's strict reading refuses.
 */
export function stageRaw(
  engine: LocalEngine,
  id: string,
  members: readonly RawMember[],
  options: { signal?: AbortSignal; onRecords?: (n: number) => void } = {},
): Promise<{ records: readonly number[] }> {
  const columns = Math.max(0, ...members.map(({ order }) => order.length));
  return engine.change(async (session) => {
    await session.run(createRaw(id, columns));
    try {
      const records: number[] = [];
      let total = 0;
      for (const [tableNo, member] of members.entries()) {
        const count = await take(engine, session, { id, tableNo, columns }, member);
        records.push(count);
        options.onRecords?.((total += count));
      }
      options.signal?.throwIfAborted();
      return { records };
    } catch (error) {
      await session.until(undefined).run(`DROP TABLE ${rawName(id)}`);
      throw error;
    }
  }, options.signal);
}

/** Forgets a group's raw table; one that is not there is no error. */
export function dropRaw(engine: LocalEngine, id: string): Promise<void> {
  return engine.transaction((session) => session.run(`DROP TABLE IF EXISTS ${rawName(id)}`));
}

/** The first `n` records of a table of a group, in the group's order of columns; empty cells are empty texts. */
export async function sampleRaw(
  engine: LocalEngine,
  id: string,
  tableNo: number,
  n: number,
): Promise<string[][]> {
  const { columns, length } = await engine.query(
    `SELECT * EXCLUDE (table_no, record) FROM ${rawName(id)}
    WHERE table_no = ? ORDER BY record LIMIT ?`,
    [tableNo, n],
  );
  return Array.from({ length }, (_, row) =>
    columns.map((column) => (column[row] as string | null) ?? ''),
  );
}

const createRaw = (id: string, columns: number): string => {
  const cells = Array.from({ length: columns }, (_, i) => `, ${cellName(i)} VARCHAR`);
  return `CREATE TABLE ${rawName(id)} (table_no INTEGER, record BIGINT${cells.join('')})`;
};

async function take(
  engine: LocalEngine,
  session: Session,
  place: { id: string; tableNo: number; columns: number },
  { content, columns, order }: RawMember,
): Promise<number> {
  const { id, tableNo } = place;
  const insert = async (from: string, cell: (column: number) => string): Promise<number> => {
    const cells = Array.from({ length: place.columns }, (_, k) => {
      const column = order[k] ?? -1;
      return column >= 0 ? `, ${cell(column)}` : ', NULL';
    });
    const { columns: answer } = await session.query(
      `INSERT INTO ${rawName(id)}
      SELECT ${tableNo}, row_number() OVER ()${cells.join('')} FROM ${from}`,
    );
    return Number(answer[0]?.[0] ?? 0);
  };
  try {
    if (content.format === 'csv') {
      return await engine.withFile(content.data, (path) =>
        insert(strictCsv(path, columns, content.dialect), cellName),
      );
    }
    return await engine.withArrow(content.data, async (table) => {
      const types = await columnTypes(session, table);
      const names = types.map((_, i) => cellName(i)).join(', ');
      return insert(`${table} AS arrived (${names})`, (column) =>
        plainText(cellName(column), types[column] ?? ''),
      );
    });
  } catch (error) {
    throw isRefusal(error) ? new NotStrictError(tableNo, firstLine(error)) : error;
  }
}

async function columnTypes(session: Session, table: string): Promise<string[]> {
  const { columns } = await session.query(`SELECT column_type FROM (DESCRIBE ${table})`);
  return columns[0] as string[];
}

/** What the engine refuses in a file; want of memory is no fault of the file. */
const isRefusal = (error: unknown): boolean => error instanceof QueryError && !isOutOfMemory(error);

const firstLine = (error: unknown): string => (error as Error).message.split('\n', 1)[0] ?? '';

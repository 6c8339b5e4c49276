import { INCOMING, type LocalEngine, type Session } from '../duckdb';
import { isOutOfMemory, QueryError } from '../query-error';
import { quoteIdentifier } from '../sql';
import {
  dropParts,
  keepTyped,
  makeTexts,
  takeTexts,
  typedMembers,
  type RawMember,
} from './raw-parts';

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
 * file has it) and the cells as text, `c0` … in the group's order, NULL where nothing stands; `is_empty` where all cells
 * hold nothing but blanks. Columns of Arrow tables stay of their types, and become text where a statement looks at
 * them. All or nothing.
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
  const typed = typedMembers(members);
  return engine.change(async (session) => {
    try {
      const selects: string[] = [];
      if (typed.size < members.length || members.length === 0) {
        selects.push(await makeTexts(session, id, columns));
      }
      const records: number[] = [];
      let total = 0;
      for (const [tableNo, member] of members.entries()) {
        const place = { id, tableNo, columns };
        const taken = await strictly(tableNo, () =>
          typed.has(tableNo) && member.content.format === 'arrow'
            ? keepTyped(engine, session, place, member.content.data, member.order)
            : takeTexts(engine, session, place, member),
        );
        if (taken.select) selects.push(taken.select);
        records.push(taken.records);
        options.onRecords?.((total += taken.records));
      }
      await session.run(`CREATE VIEW ${rawName(id)} AS ${selects.join(' UNION ALL ')}`);
      options.signal?.throwIfAborted();
      return { records };
    } catch (error) {
      await forget(session.until(undefined), id);
      throw error;
    }
  }, options.signal);
}

/** Forgets a group's raw table; one that is not there is no error. */
export function dropRaw(engine: LocalEngine, id: string): Promise<void> {
  return engine.change((session) => forget(session, id));
}

async function forget(session: Session, id: string): Promise<void> {
  await session.run(`DROP VIEW IF EXISTS ${rawName(id)}`);
  await dropParts(session, id);
}

/** The first `n` records of a table of a group, in the group's order of columns; empty cells are empty texts. */
export async function sampleRaw(
  engine: LocalEngine,
  id: string,
  tableNo: number,
  n: number,
): Promise<string[][]> {
  const { columns, length } = await engine.query(
    `SELECT * EXCLUDE (table_no, record, is_empty) FROM ${rawName(id)}
    WHERE table_no = ? AND record <= ? ORDER BY record`,
    [tableNo, n],
  );
  return Array.from({ length }, (_, row) =>
    columns.map((column) => (column[row] as string | null) ?? ''),
  );
}

async function strictly<T>(tableNo: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isRefusal(error) ? new NotStrictError(tableNo, firstLine(error)) : error;
  }
}

/** What the engine refuses in a file; want of memory is no fault of the file. */
const isRefusal = (error: unknown): boolean => error instanceof QueryError && !isOutOfMemory(error);

const firstLine = (error: unknown): string => (error as Error).message.split('\n', 1)[0] ?? '';

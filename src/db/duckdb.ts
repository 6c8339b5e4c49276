import { RecordBatchReader, Table } from 'apache-arrow';
import { concatenated } from './bytes';
import { decode } from './decode';
import type { Engine, QueryOptions, ResultColumns, SqlValue } from './engine';
import { pendingPieces, runPending, type PendingBindings } from './pending';
import { QueryError } from './query-error';
import { requireQuestion } from './read-only';
import { createTables } from './schema';
import { quoteIdentifier, withValues } from './sql';
import { Turns } from './turns';

type Awaitable<T> = T | Promise<T>;

interface Statement {
  query(...params: unknown[]): Awaitable<Table>;
  close(): Awaitable<unknown>;
}

/** What the worker build (asynchronous) and the Node build (synchronous) of DuckDB-Wasm share. */
export interface Connection {
  query(sql: string): Awaitable<Table>;
  prepare(sql: string): Awaitable<Statement>;
  insertArrowFromIPCStream(
    ipc: Uint8Array,
    options: { name: string; schema?: string; create: boolean },
  ): Awaitable<unknown>;
  useUnsafe<T>(work: (bindings: PendingBindings, conn: number) => T): T;
  close(): Awaitable<unknown>;
}

export interface Database {
  connect(): Awaitable<Connection>;
  registerFileBuffer(name: string, bytes: Uint8Array): Awaitable<unknown>;
  /** Makes a Blob readable without holding it in memory, where the build can. */
  registerBlob?(name: string, blob: Blob): Awaitable<unknown>;
  dropFile(name: string): Awaitable<unknown>;
}

/** Folder of registered files that statements of this app may read; everything else is out of reach. */
export const LOAD_FOLDER = 'load/';

/**
 * Database of tables that are on their way in: raw ones, and those of a package being checked. Compressing them would
 * take twice the time of reading them. A transaction changes this database or the other, never both.
 */
export const INCOMING = 'incoming';

/** Database of rows that several questions of a screen rest on; they are of use for moments, and not compressed. */
export const KEPT = 'kept';

/** Questions of screens handed over at once: the worker answers one after the other, and always has the next at hand. */
const AT_ONCE = 3;

/** Compressed memory database; no extension is ever loaded, no file or address outside the load folder opened. */
const OPENING = [
  'SET autoload_known_extensions = false',
  'SET autoinstall_known_extensions = false',
  "ATTACH ':memory:' AS tongchi (COMPRESS)",
  `ATTACH ':memory:' AS ${INCOMING}`,
  `ATTACH ':memory:' AS ${KEPT}`,
  'USE tongchi',
  `SET allowed_directories = ['${LOAD_FOLDER}']`,
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

/** Bytes of an answer that are handed on at once. */
const PORTION = 4 * 1024 * 1024;

/** One connection with its statements. With a signal they can be stopped, and reject with its reason. */
export class Session implements Engine {
  constructor(
    private readonly connection: Connection,
    private readonly signal?: AbortSignal,
  ) {}

  /** The same connection, to be stopped by this signal; without one it runs to the end. */
  until(signal: AbortSignal | undefined): Session {
    return new Session(this.connection, signal);
  }

  /** Throws the signal's reason if this session is to stop. */
  throwIfStopped(): void {
    this.signal?.throwIfAborted();
  }

  /** @throws QueryError with the statement and the engine's words. */
  async query(
    sql: string,
    params: readonly SqlValue[] = [],
    options?: QueryOptions,
  ): Promise<ResultColumns> {
    return decode(await this.execute(sql, params), options);
  }

  /** Runs statements in order; answers are dropped. */
  async run(...statements: readonly string[]): Promise<void> {
    for (const sql of statements) await this.execute(sql, []);
  }

  /** An answer as the engine gives it, undecoded. */
  arrow(sql: string): Promise<Table> {
    return this.execute(sql, []);
  }

  /** An answer as an Arrow IPC stream, not looked at; in slices if the session can be stopped. */
  async ipc(sql: string): Promise<Uint8Array> {
    const { signal } = this;
    signal?.throwIfAborted();
    try {
      if (signal) return concatenated(await this.pieces(sql, signal));
      return await this.connection.useUnsafe(async (bindings, conn) =>
        bindings.runQuery(conn, sql),
      );
    } catch (error) {
      throw signal?.aborted ? signal.reason : new QueryError(error, sql);
    }
  }

  /**
   * A long answer in portions of some megabytes, each an Arrow IPC stream of its own, one at least; rows are worked out
   * as they are taken. Nothing else may be asked in this session meanwhile.
   */
  async *portions(sql: string): AsyncGenerator<Uint8Array, void> {
    const signal = this.signal ?? new AbortController().signal;
    signal.throwIfAborted();
    const run = this.connection.useUnsafe((bindings, conn) =>
      pendingPieces(bindings, conn, sql, { signal, stream: true }),
    );
    let head: Uint8Array | null = null;
    let waiting: Uint8Array[] = [];
    let [bytes, given] = [0, 0];
    try {
      for await (const piece of run) {
        if (head === null) {
          head = piece;
          continue;
        }
        waiting.push(piece);
        bytes += piece.length;
        if (bytes < PORTION) continue;
        yield concatenated([head, ...waiting]);
        [waiting, bytes, given] = [[], 0, given + 1];
      }
      if (head && (waiting.length > 0 || given === 0)) yield concatenated([head, ...waiting]);
    } catch (error) {
      throw signal.aborted ? signal.reason : new QueryError(error, sql);
    }
  }

  /** Makes a table of the current schema from an Arrow IPC stream. In the browser the bytes are given away. */
  async insertArrow(name: string, ipc: Uint8Array): Promise<void> {
    await this.connection.insertArrowFromIPCStream(ipc, { name, create: true });
  }

  /** All or nothing: an error or a stop inside leaves the database as it was. */
  async atomic<T>(work: () => Promise<T>): Promise<T> {
    const always = this.until(undefined);
    this.throwIfStopped();
    await always.run('BEGIN TRANSACTION');
    try {
      const result = await work();
      this.throwIfStopped();
      await always.run('COMMIT');
      return result;
    } catch (error) {
      await always.run('ROLLBACK');
      throw error;
    }
  }

  private async execute(sql: string, params: readonly SqlValue[]): Promise<Table> {
    const { signal } = this;
    signal?.throwIfAborted();
    try {
      const text = withValues(sql, params);
      if (text === null) return await this.executePrepared(sql, params);
      if (!signal) return await this.connection.query(text);
      return new Table(RecordBatchReader.from(await this.pieces(text, signal)));
    } catch (error) {
      throw signal?.aborted ? signal.reason : new QueryError(error, sql);
    }
  }

  private pieces(sql: string, signal: AbortSignal): Promise<Uint8Array[]> {
    return this.connection.useUnsafe((bindings, conn) => runPending(bindings, conn, sql, signal));
  }

  /** For values that cannot be written into a statement; three round trips instead of one. */
  private async executePrepared(sql: string, params: readonly SqlValue[]): Promise<Table> {
    const statement = await this.connection.prepare(sql);
    try {
      return await statement.query(...params);
    } finally {
      await statement.close();
    }
  }
}

/**
 * DuckDB-Wasm behind the engine interface. Screens, users' statements and loading each have their own session,
 * so that nobody reads inside somebody else's transaction.
 */
export class LocalEngine implements Engine {
  private fileNumber = 0;
  private readonly turns = new Turns(AT_ONCE);
  private questions: Promise<unknown> = Promise.resolve();
  private changes: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly database: Database,
    private readonly screens: Session,
    private readonly users: Session,
    private readonly writer: Session,
  ) {}

  /** Opens the database with the given tables (Arrow IPC streams), or with the empty tables of the package. */
  static async open(
    database: Database,
    tables?: ReadonlyMap<string, Uint8Array>,
  ): Promise<LocalEngine> {
    const session = async () => new Session(await database.connect());
    const writer = await session();
    await writer.run(OPENING.join('; '));
    if (tables) {
      await Promise.all([...tables].map(([name, ipc]) => writer.insertArrow(name, ipc)));
    } else {
      await writer.run(...createTables());
    }
    const [screens, users] = [await session(), await session()];
    for (const other of [screens, users]) await other.run('USE tongchi');
    return new LocalEngine(database, screens, users, writer);
  }

  query(sql: string, params?: readonly SqlValue[], options?: QueryOptions): Promise<ResultColumns> {
    return this.turns.take(() => this.screens.query(sql, params, options), options?.signal);
  }

  keepRows(table: string, select: string): Promise<void> {
    return this.turns.take(() => this.screens.run(`CREATE TABLE ${table} AS ${select}`));
  }

  dropRows(table: string): Promise<void> {
    return this.turns.take(() => this.screens.run(`DROP TABLE IF EXISTS ${table}`));
  }

  /** A statement by a user: one question at a time, in a transaction that cannot write. */
  queryReadOnly(sql: string, options?: QueryOptions): Promise<ResultColumns> {
    const answer = this.questions.then(async () => {
      const question = requireQuestion(sql);
      await this.users.run('BEGIN TRANSACTION READ ONLY');
      try {
        return await this.users.query(question, [], options);
      } finally {
        await this.users.run('ROLLBACK');
      }
    });
    this.questions = answer.catch(() => undefined);
    return answer;
  }

  /** All or nothing: an error or a stop inside leaves the database as it was. Changes wait for each other. */
  transaction<T>(work: (session: Session) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.change((session) => session.atomic(() => work(session)), signal);
  }

  /** Work on the writer's connection, in transactions of its own. Changes wait for each other. */
  change<T>(work: (session: Session) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const done = this.changes.then(() => {
      signal?.throwIfAborted();
      return work(this.writer.until(signal));
    });
    this.changes = done.catch(() => undefined);
    return done;
  }

  /** Long questions on a connection of their own, in slices, so that others are answered meanwhile. */
  async aside<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const connection = await this.database.connect();
    try {
      await connection.query('USE tongchi');
      return await work(new Session(connection, new AbortController().signal));
    } finally {
      await connection.close();
    }
  }

  /** Makes bytes readable to SQL under the name given to `work`, while it runs. They stay the caller's. */
  async withFile<T>(content: Uint8Array | Blob, work: (path: string) => Promise<T>): Promise<T> {
    this.fileNumber += 1;
    const path = `${LOAD_FOLDER}${this.fileNumber}`;
    await this.register(path, content);
    try {
      return await work(path);
    } finally {
      await this.database.dropFile(path);
    }
  }

  /**
   * Makes an Arrow IPC stream readable to SQL as a table under the name given to `work`, while it runs; not to be
   * used inside a transaction. The bytes stay the caller's.
   * @throws QueryError if it is damaged, or of types the engine does not have.
   */
  async withArrow<T>(ipc: Uint8Array, work: (table: string) => Promise<T>): Promise<T> {
    this.fileNumber += 1;
    const name = `arrived_${this.fileNumber}`;
    const table = `${INCOMING}.${name}`;
    try {
      await this.keepArrow(name, ipc);
      return await work(table);
    } finally {
      await this.writer.run(`DROP TABLE IF EXISTS ${table}`);
    }
  }

  /**
   * Makes a table on its way in, of the types of an Arrow IPC stream; not to be used inside a transaction. The bytes
   * stay the caller's. It has a connection of its own, since a damaged stream spoils it for the next one.
   * @throws QueryError if it is damaged, or of types the engine does not have.
   */
  async keepArrow(name: string, ipc: Uint8Array): Promise<void> {
    const connection = await this.database.connect();
    try {
      const options = { name, schema: INCOMING, create: true };
      await connection.insertArrowFromIPCStream(ipc.slice(), options);
      await connection.query(`SELECT 1 FROM ${INCOMING}.${quoteIdentifier(name)} LIMIT 0`);
    } catch (error) {
      throw new QueryError(error, `Arrow stream of ${ipc.length} bytes`);
    } finally {
      await connection.close();
    }
  }

  private async register(path: string, content: Uint8Array | Blob): Promise<void> {
    if (this.database.registerBlob) {
      const blob = content instanceof Blob ? content : new Blob([content as BlobPart]);
      await this.database.registerBlob(path, blob);
    } else {
      const bytes = content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content;
      await this.database.registerFileBuffer(path, bytes);
    }
  }
}

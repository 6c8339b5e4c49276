import type { Table } from 'apache-arrow';
import { decode } from './decode';
import type { Engine, QueryOptions, ResultColumns, SqlValue } from './engine';
import { QueryError } from './query-error';
import { requireQuestion } from './read-only';
import { createTables } from './schema';

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
    options: { name: string; create: boolean },
  ): Awaitable<unknown>;
  close(): Awaitable<unknown>;
}

export interface Database {
  connect(): Awaitable<Connection>;
  registerFileBuffer(name: string, bytes: Uint8Array): Awaitable<unknown>;
  dropFile(name: string): Awaitable<unknown>;
}

/** Folder of registered files that statements of this app may read; everything else is out of reach. */
export const LOAD_FOLDER = 'load/';

/** Compressed memory database; no extension is ever loaded, no file or address outside the load folder opened. */
const OPENING = [
  'SET autoload_known_extensions = false',
  'SET autoinstall_known_extensions = false',
  "ATTACH ':memory:' AS tongchi (COMPRESS)",
  'USE tongchi',
  `SET allowed_directories = ['${LOAD_FOLDER}']`,
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

/** One connection with its statements. */
export class Session implements Engine {
  constructor(private readonly connection: Connection) {}

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

  /** Makes a table of the current schema from an Arrow IPC stream. */
  async insertArrow(name: string, ipc: Uint8Array): Promise<void> {
    await this.connection.insertArrowFromIPCStream(ipc, { name, create: true });
  }

  private async execute(sql: string, params: readonly SqlValue[]): Promise<Table> {
    try {
      if (params.length === 0) return await this.connection.query(sql);
      const statement = await this.connection.prepare(sql);
      try {
        return await statement.query(...params);
      } finally {
        await statement.close();
      }
    } catch (error) {
      throw new QueryError(error, sql);
    }
  }
}

/**
 * DuckDB-Wasm behind the engine interface. Screens, users' statements and loading each have their own session,
 * so that nobody reads inside somebody else's transaction.
 */
export class LocalEngine implements Engine {
  private fileNumber = 0;
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
    return this.screens.query(sql, params, options);
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

  /** All or nothing: an error inside leaves the database as it was. Changes wait for each other. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const done = this.changes.then(async () => {
      await this.writer.run('BEGIN TRANSACTION');
      try {
        const result = await work(this.writer);
        await this.writer.run('COMMIT');
        return result;
      } catch (error) {
        await this.writer.run('ROLLBACK');
        throw error;
      }
    });
    this.changes = done.catch(() => undefined);
    return done;
  }

  /** Makes bytes readable to SQL under the name given to `work`, while it runs. */
  async withFile<T>(bytes: Uint8Array, work: (path: string) => Promise<T>): Promise<T> {
    this.fileNumber += 1;
    const path = `${LOAD_FOLDER}${this.fileNumber}`;
    await this.database.registerFileBuffer(path, bytes);
    try {
      return await work(path);
    } finally {
      await this.database.dropFile(path);
    }
  }
}

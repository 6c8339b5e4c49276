import { KEPT } from './duckdb';
import type { Engine, Query } from './engine';

/** Documents from which on keeping rows is quicker than finding them again. */
const LARGE = 20_000;
/** Tables kept at once: the documents shown, and figures of some metrics. */
const MOST = 4;

interface Kept {
  table: string;
  ready: Promise<void>;
  /** Questions that are being asked of it. */
  users: number;
  /** No further question finds it; it goes with its last user. */
  isLeft: boolean;
}

let made = 0;

/** The statement with tables in place of the subselects they hold, the outer ones first. */
const resting = (sql: string, on: readonly (readonly [select: string, kept: Kept])[]): string =>
  on.reduceRight(
    (text, [select, { table }]) => text.replaceAll(select, () => `SELECT * FROM ${table}`),
    sql,
  );

const isReady = (tables: readonly Kept[]): Promise<boolean> =>
  Promise.all(tables.map(({ ready }) => ready)).then(
    () => true,
    () => false,
  );

/**
 * Rows that several questions rest on, of one state of the data: worked out for the first question, kept as tables for
 * the others. Nothing is kept of few documents, or by an engine that cannot.
 */
export class KeptRows {
  /** By their subselect, the one used longest ago first. */
  private readonly tables = new Map<string, Kept>();
  private large: Promise<boolean> | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly from = LARGE,
  ) {}

  /**
   * Asks with the question's statement, as it rests on kept rows. It is handed over right behind them: the engine
   * answers in order, and does not wait for a page that is busy.
   */
  async with<T>(
    { sql, shared = [] }: Query<unknown>,
    asking: (sql: string) => Promise<T>,
  ): Promise<T> {
    if (shared.length === 0 || !(await this.isWorthIt())) return asking(sql);
    const used: [select: string, kept: Kept][] = [];
    try {
      for (const select of shared) used.push([select, this.use(select, resting(select, used))]);
      return await asking(resting(sql, used));
    } catch (error) {
      if (await isReady(used.map(([, kept]) => kept))) throw error;
      return await asking(sql);
    } finally {
      for (const [, kept] of used) this.release(kept);
      this.leaveOldest();
    }
  }

  /** Drops everything, each when its last question is answered. */
  leave(): void {
    for (const select of this.tables.keys()) this.leaveOne(select);
  }

  private isWorthIt(): Promise<boolean> {
    const { engine } = this;
    return (this.large ??= engine.keepRows
      ? engine
          .query('SELECT COUNT(*) FROM document_info')
          .then(({ columns }) => Number(columns[0]?.[0]) >= this.from)
      : Promise.resolve(false));
  }

  private use(select: string, text: string): Kept {
    const kept = this.tables.get(select) ?? this.keep(select, text);
    kept.users += 1;
    this.tables.delete(select);
    this.tables.set(select, kept);
    return kept;
  }

  private leaveOldest(): void {
    for (const oldest of this.tables.keys()) {
      if (this.tables.size <= MOST) break;
      this.leaveOne(oldest);
    }
  }

  private keep(select: string, text: string): Kept {
    made += 1;
    const table = `${KEPT}.rows_${made}`;
    const ready = this.engine.keepRows!(table, text);
    ready.catch(() => this.leaveOne(select));
    return { table, ready, users: 0, isLeft: false };
  }

  private leaveOne(select: string): void {
    const kept = this.tables.get(select);
    if (!kept) return;
    this.tables.delete(select);
    kept.isLeft = true;
    this.dropUnused(kept);
  }

  private release(kept: Kept): void {
    kept.users -= 1;
    this.dropUnused(kept);
  }

  private dropUnused({ table, users, isLeft }: Kept): void {
    if (isLeft && users === 0) this.engine.dropRows?.(table).catch(() => undefined);
  }
}

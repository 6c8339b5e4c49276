import { inSlices, untilDone } from './slices';

/** A value bound to a `?` of a statement. */
export type SqlValue = string | number | boolean | null;

/** A question for the engine, with the shape of its answer carried in the type. */
export interface Query<Row> {
  sql: string;
  params?: readonly SqlValue[];
  /**
   * Subselects without `?` that stand in `sql` and in other questions of a screen as well, the inner ones first: their
   * rows may be kept for all of them. Without that the statement means the same.
   */
  shared?: readonly string[];
  /** Never set: it only tells the compiler what a row looks like. */
  readonly row?: Row;
}

/** An answer by columns, decoded to plain values: decimals and big integers are numbers or exact text. */
export interface ResultColumns {
  names: readonly string[];
  columns: readonly (readonly unknown[])[];
  length: number;
}

export interface QueryOptions {
  /** Decimals as exact text instead of numbers. */
  exact?: boolean;
  /** Aborted when nobody wants the answer any more: a question that has not begun then rejects with the reason. */
  signal?: AbortSignal;
}

/** What every screen asks of a database, wherever it runs. */
export interface Engine {
  query(sql: string, params?: readonly SqlValue[], options?: QueryOptions): Promise<ResultColumns>;
  /** Keeps the rows of a SELECT as a table of this name until it is dropped. An engine need not be able to. */
  keepRows?(table: string, select: string): Promise<void>;
  dropRows?(table: string): Promise<void>;
}

/** Rows made between two looks at the clock. */
const AT_ONCE = 500;

function* makingRows<Row>({ names, columns, length }: ResultColumns): Generator<void, Row[]> {
  const rows: Row[] = [];
  for (let row = 0; row < length; row += 1) {
    rows.push(Object.fromEntries(names.map((name, i) => [name, columns[i]?.[row]])) as Row);
    if (row % AT_ONCE === AT_ONCE - 1) yield;
  }
  return rows;
}

/** An answer as plain objects, one per row. */
export function rowsOf<Row>(result: ResultColumns): Row[] {
  return untilDone(makingRows<Row>(result));
}

/** Asks and takes the rows; many of them in slices, so that the page stays awake. */
export async function ask<Row>(
  engine: Engine,
  { sql, params }: Query<Row>,
  options?: QueryOptions,
): Promise<Row[]> {
  return inSlices(makingRows<Row>(await engine.query(sql, params, options)));
}

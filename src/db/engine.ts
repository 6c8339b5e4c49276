/** A value bound to a `?` of a statement. */
export type SqlValue = string | number | boolean | null;

/** A question for the engine, with the shape of its answer carried in the type. */
export interface Query<Row> {
  sql: string;
  params?: readonly SqlValue[];
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
}

/** What every screen asks of a database, wherever it runs. */
export interface Engine {
  query(sql: string, params?: readonly SqlValue[], options?: QueryOptions): Promise<ResultColumns>;
}

/** An answer as plain objects, one per row. */
export function rowsOf<Row>(result: ResultColumns): Row[] {
  return Array.from({ length: result.length }, (_, row) =>
    Object.fromEntries(result.names.map((name, column) => [name, result.columns[column]?.[row]])),
  ) as Row[];
}

/** Asks and takes the rows. */
export async function ask<Row>(engine: Engine, { sql, params }: Query<Row>): Promise<Row[]> {
  return rowsOf<Row>(await engine.query(sql, params));
}

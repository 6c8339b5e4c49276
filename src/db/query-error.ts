/** A statement the engine refused, with the statement and the engine's own words. */
export class QueryError extends Error {
  constructor(
    cause: unknown,
    readonly sql: string,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'QueryError';
  }
}

/** The engine had no memory left for a statement. */
export const isOutOfMemory = (error: unknown): boolean =>
  error instanceof QueryError && /out of memory/i.test(error.message);

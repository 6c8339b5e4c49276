import type { Engine, Query, QueryOptions, ResultColumns, SqlValue } from './engine';

/** Answers worked out beforehand, by their question. */
export type PreparedAnswers = Readonly<Record<string, ResultColumns>>;

const keyOf = (sql: string, params: readonly SqlValue[] = []): string =>
  JSON.stringify([sql, params]);

/** Asks every question of an engine and keeps the answers. */
export async function prepareAnswers(
  engine: Engine,
  questions: readonly Query<unknown>[],
): Promise<PreparedAnswers> {
  const answers: Record<string, ResultColumns> = {};
  for (const { sql, params } of questions) {
    answers[keyOf(sql, params)] = await engine.query(sql, params);
  }
  return answers;
}

/**
 * Answers the prepared questions at once and leaves all others to an engine that may still be starting. Valid as long
 * as that engine holds exactly the data the answers were worked out on.
 */
export class PreparedEngine implements Engine {
  constructor(
    private readonly answers: PreparedAnswers,
    private readonly engine: Promise<Engine>,
  ) {}

  async query(
    sql: string,
    params?: readonly SqlValue[],
    options?: QueryOptions,
  ): Promise<ResultColumns> {
    const known = options?.exact ? undefined : this.answers[keyOf(sql, params)];
    return known ?? (await this.engine).query(sql, params, options);
  }
}

import { queueChecks } from '../check-queue';
import type { LocalEngine } from '../duckdb';
import { valuesList, type SqlLiteral } from '../sql';

/** A name of a code of the budget classification; without a year it holds for any. */
export interface SuppliedName {
  kind: string;
  code: string;
  name: string;
  year: number | null;
}

/** Rows of one statement. */
const AT_ONCE = 2_000;

/**
 * Puts a list of names that the user brought in place of the one before; none leaves that of the app in force. Every
 * document is then to be checked again.
 */
export function supplyDictionary(
  engine: LocalEngine,
  names: readonly SuppliedName[],
): Promise<void> {
  const rows = names.map(({ kind, code, name, year }): SqlLiteral[] => [kind, code, name, year]);
  return engine.transaction(async (session) => {
    await session.run('DELETE FROM dictionary');
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      await session.run(
        `INSERT INTO dictionary VALUES ${valuesList(rows.slice(at, at + AT_ONCE))}`,
      );
    }
    await queueChecks(session, 'SELECT doc_id FROM document');
  });
}

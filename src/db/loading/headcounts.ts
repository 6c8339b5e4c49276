import type { SuppliedHeadcount } from '@/domain/supplied-headcount';
import { deriveStaff } from '../derive';
import type { LocalEngine } from '../duckdb';

/** Puts the user's headcounts in place of those given before and works out the per-staff figures anew. */
export function supplyHeadcounts(
  engine: LocalEngine,
  headcounts: readonly SuppliedHeadcount[],
): Promise<void> {
  return engine.transaction(async (session) => {
    await session.run('DELETE FROM supplied_headcount');
    for (const { org, kind, people, asOf, source } of headcounts) {
      await session.query(
        `INSERT INTO supplied_headcount (org_id, as_of, kind, people, source)
        VALUES (?, CAST(? AS DATE), ?, ?, ?)`,
        [org, asOf, kind, people, source],
      );
    }
    // Before anything was loaded the figures have no tables yet.
    const { length } = await session.query('SELECT 1 FROM document LIMIT 1');
    if (length > 0) await deriveStaff(session);
  });
}

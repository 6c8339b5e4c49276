import type { LocalEngine } from '@/db/duckdb';
import { ask } from '@/db/engine';
import { printedCells } from '@/db/queries/printed-table';
import { documentMeasures } from '@/db/queries/provenance';
import { measureSources, type LineSource } from '@/domain/measures';
import { usedCells } from '@/domain/provenance';
import { TABLE_IDS } from '@/domain/vocabulary';

/** Measures that are not exactly what the cells come to that a reader is led to; each with both amounts. */
export async function wayBack(engine: LocalEngine): Promise<unknown[]> {
  const documents = await engine.query('SELECT doc_id FROM document');
  const wrong: unknown[] = [];
  for (const doc of documents.columns[0] as string[]) {
    const cells = await ask(engine, printedCells([doc], TABLE_IDS));
    for (const { measure, amount, source } of await ask(engine, documentMeasures(doc))) {
      const used = measureSources(measure)
        .filter((one) => one.from === 'line' && one.table === source)
        .map((one) => usedCells(one as LineSource, cells)?.amount.toNumber());
      if (used.length > 0 && !used.includes(amount ?? undefined))
        wrong.push([measure, amount, used]);
    }
  }
  return wrong;
}

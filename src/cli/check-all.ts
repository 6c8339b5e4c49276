import { checkBatch, dictionaryOfRows, type BrokenCheck } from '@/checks/check-batch';
import { CHECKED_TABLES } from '@/checks/checked-document';
import type { Dictionary } from '@/checks/dictionary';
import { arrowOfChecks, rowsOfTables } from '@/db/arrow-rows';
import { DICTIONARY_TABLES, dictionaryTables, keepFound, takeBatch } from '@/db/checking';
import type { LocalEngine } from '@/db/duckdb';

/** Names of codes that documents of an engine are checked with. */
export const dictionaryOfEngine = async (engine: LocalEngine): Promise<Dictionary> =>
  dictionaryOfRows(rowsOfTables(await dictionaryTables(engine), DICTIONARY_TABLES));

/** What is said of a document whose checks broke down. */
export const brokenLine = ({ document, message }: BrokenCheck): string =>
  `${document}: the checks broke down (${message}); please report it with the document.`;

/** Checks every document that waits for it and keeps what is found; gives those whose checks broke down. */
export async function checkAll(engine: LocalEngine): Promise<BrokenCheck[]> {
  const dictionary = await dictionaryOfEngine(engine);
  const failed: BrokenCheck[] = [];
  for (;;) {
    const batch = await takeBatch(engine, CHECKED_TABLES);
    if (!batch) return failed;
    const { documents, tables } = batch;
    const { rows, broken } = checkBatch(
      rowsOfTables(tables, CHECKED_TABLES),
      documents,
      dictionary,
    );
    failed.push(...broken);
    await keepFound(engine, documents, arrowOfChecks(rows));
  }
}

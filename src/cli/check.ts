import { checkEach } from '@/checks/check-batch';
import { CHECKED_TABLES, checkedDocuments } from '@/checks/checked-document';
import { rowsOfTables } from '@/db/arrow-rows';
import { takeBatch } from '@/db/checking';
import { isWarning } from '@/domain/issue';
import { brokenLine, dictionaryOfEngine } from './check-all';
import { jsonLine, readableLines, toldChecks } from './check-lines';
import { openInputs } from './session';

export interface CheckOptions {
  json: boolean;
  /** Hears of what kept an input out, of warnings, and of checks that broke down. */
  tell(message: string): void;
}

/**
 * Checks all inputs together and gives the lines of one document after the other.
 * @returns whether every input could be read, loaded and checked
 */
export async function* check(
  inputs: readonly string[],
  { json, tell }: CheckOptions,
): AsyncGenerator<string[], boolean> {
  const { engine, issues } = await openInputs(inputs, 'keep');
  for (const { message } of issues) tell(message);
  let sound = issues.every(isWarning);
  const dictionary = await dictionaryOfEngine(engine);
  for (;;) {
    const batch = await takeBatch(engine, CHECKED_TABLES);
    if (!batch) return sound;
    const documents = checkedDocuments(rowsOfTables(batch.tables, CHECKED_TABLES));
    const byId = new Map(documents.map((document) => [document.id, document]));
    for (const checks of checkEach(documents, batch.documents, dictionary)) {
      if ('message' in checks) {
        sound = false;
        tell(brokenLine(checks));
        continue;
      }
      const told = toldChecks(checks, byId);
      yield json ? told.map(jsonLine) : readableLines(checks.document, told);
    }
  }
}

import '../polyfills';
import { expose, transfer } from 'comlink';
import { checkBatch, dictionaryOfRows, type BrokenCheck } from '@/checks/check-batch';
import { CHECKED_TABLES } from '@/checks/checked-document';
import { dictionaryOf, type Dictionary } from '@/checks/dictionary';
import { arrowOfChecks, rowsOfTables, type ArrowTables } from '@/db/arrow-rows';

/** Tables of what was found as Arrow IPC streams, and documents whose checks broke down. */
export interface WorkerFound {
  tables: ArrowTables;
  broken: readonly BrokenCheck[];
}

let dictionary: Dictionary = dictionaryOf([]);

const checker = {
  /** Takes the names of codes that documents are checked with from now on. */
  learn: (tables: ArrowTables): void => {
    dictionary = dictionaryOfRows(rowsOfTables(tables, ['list', 'printed']));
  },
  /** Checks documents of a package; its tables are Arrow IPC streams. */
  check: (tables: ArrowTables, documents: readonly string[]): WorkerFound => {
    const { rows, broken } = checkBatch(
      rowsOfTables(tables, CHECKED_TABLES),
      documents,
      dictionary,
    );
    const found = arrowOfChecks(rows);
    return transfer(
      { tables: found, broken },
      [...found.values()].map(({ buffer }) => buffer as ArrayBuffer),
    );
  },
};
export type CheckWorker = typeof checker;

expose(checker);

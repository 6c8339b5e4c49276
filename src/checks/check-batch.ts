import { CHECK_TABLE_NAMES, type CheckRows, type CheckTableName } from '@/domain/check-tables';
import type { PackageRow } from '@/domain/reading/package-row';
import { checkDocument, type DocumentChecks } from './check-document';
import { checkedDocuments, type CheckedDocument, type CheckedRows } from './checked-document';
import {
  dictionaryOf,
  documentEntries,
  listEntries,
  type Dictionary,
  type PrintedName,
} from './dictionary';
import { findingRows } from './finding-rows';
import { metricMarks } from './metric-marks';
import { relatedAmong } from './related';

/** Names of codes as rows: those of a list (`kind`, `code`, `name`, `year`), and those that documents print. */
export interface DictionaryRows {
  list: readonly PackageRow[];
  printed: readonly PackageRow[];
}

export const dictionaryOfRows = ({ list, printed }: DictionaryRows): Dictionary =>
  dictionaryOf([
    ...listEntries(list),
    ...documentEntries(printed as unknown as readonly PrintedName[]),
  ]);

/** A document whose checks broke down: a fault of the rules, not of the document. */
export interface BrokenCheck {
  document: string;
  message: string;
}

/** Checks some of the documents, each with those of them that it is compared with; one that breaks stops no other. */
export function* checkEach(
  documents: readonly CheckedDocument[],
  wanted: readonly string[],
  dictionary: Dictionary,
): Generator<DocumentChecks | BrokenCheck> {
  const asked = new Set(wanted);
  const relatedTo = relatedAmong(documents);
  for (const document of documents) {
    if (!asked.has(document.id)) continue;
    try {
      yield checkDocument(document, { dictionary, ...relatedTo(document) });
    } catch (error) {
      yield { document: document.id, message: String(error) };
    }
  }
}

export interface BatchFound {
  rows: CheckRows;
  broken: readonly BrokenCheck[];
}

/** What was found in documents of a package, as rows; `wanted` are those to be checked. */
export function checkBatch(
  rows: CheckedRows,
  wanted: readonly string[],
  dictionary: Dictionary,
): BatchFound {
  const found = Object.fromEntries(
    CHECK_TABLE_NAMES.map((name) => [name, [] as unknown[]]),
  ) as Record<CheckTableName, unknown[]>;
  const broken: BrokenCheck[] = [];
  for (const checks of checkEach(checkedDocuments(rows), wanted, dictionary)) {
    if ('message' in checks) {
      broken.push(checks);
      continue;
    }
    const own = findingRows(checks, metricMarks(checks));
    for (const name of CHECK_TABLE_NAMES) for (const row of own[name]) found[name].push(row);
  }
  return { rows: found as unknown as CheckRows, broken };
}

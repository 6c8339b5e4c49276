import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { checkedDocuments, CHECKED_TABLES, type CheckedDocument } from '@/checks/checked-document';
import { relatedAmong } from '@/checks/related';
import { dictionaryOf, listEntries, type Dictionary } from '@/checks/dictionary';
import type { CheckContext } from '@/checks/rule';
import { packageOfReadings } from '@/domain/reading/package-of-readings';
import { noRows, type PackageRow, type PackageRows } from '@/domain/reading/package-row';
import { CORPUS, places, readCorpus } from '../corpus/read-corpus';

/** A context in which nothing but the document itself is known. */
export const ALONE: CheckContext = {
  dictionary: dictionaryOf([]),
  lastYear: null,
  units: [],
};

const csvRows = (file: string): PackageRow[] =>
  Papa.parse<PackageRow>(readFileSync(join('data', file), 'utf8').trim(), { header: true }).data;

/** Rows of the bundled package, as its files have them. */
export function bundledRows(): PackageRows {
  const rows = noRows();
  const files = new Set(readdirSync('data'));
  for (const name of CHECKED_TABLES)
    if (files.has(`${name}.csv`)) rows[name] = csvRows(`${name}.csv`);
  return rows;
}

/** The list of codes that the app is shipped with. */
export const shippedNames = (): Dictionary =>
  dictionaryOf(listEntries(csvRows('classification.csv')));

/** What a document is checked with, as the app does: the list of codes, and others among these documents. */
export function contextsAmong(
  documents: readonly CheckedDocument[],
): (document: CheckedDocument) => CheckContext {
  const dictionary = shippedNames();
  const relatedTo = relatedAmong(documents);
  return (document) => ({ dictionary, ...relatedTo(document) });
}

/** The two bundled budgets: 靖宇 and 延边. */
export const bundledDocuments = (): CheckedDocument[] => checkedDocuments(bundledRows());

/** Rows of the documents of a folder of the corpus that can be loaded, read together as one package. */
export async function corpusRows(folder: 'published' | 'rebuilt'): Promise<PackageRows> {
  const files = readdirSync(join(CORPUS, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(pdf|docx?|xlsx?|html)$/i.test(file))
    .toSorted();
  const read = [];
  for (const file of files) {
    const { reading, refused } = await readCorpus(folder, file);
    if (reading && refused === null) read.push({ reading, source: { file, sha256: null } });
  }
  return packageOfReadings(read, { places }).rows;
}

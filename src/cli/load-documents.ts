import { loadPackage, type LoadResult } from '@/db/loading/load';
import type { LocalEngine } from '@/db/duckdb';
import { ask } from '@/db/engine';
import { organizations } from '@/db/queries/places';
import type { DuplicateChoice } from '@/domain/duplicates';
import { InputError, type Issue } from '@/domain/issue';
import { buildPlaceIndex } from '@/domain/place-index';
import { PACKAGE_TABLE_NAMES } from '@/domain/package';
import { packageOfReadings } from '@/domain/reading/package-of-readings';
import { loadObstacles } from '@/domain/reading/package-rows';
import { readBudget } from '@/domain/reading/read-budget';
import type { DocumentReading } from '@/domain/reading/reading';
import type { RawTable } from '@/domain/raw-table';
import { readPublished } from '@/importers/documents/read-published';
import { tableCsv } from '@/importers/package-files';
import { cmapInNode } from '@/importers/pdf/cmap-node';
import { reasonOf, refusal } from '@/importers/refuse';
import type { InputSource } from '@/importers/source';
import { readPlaces } from './places';

const places = (() => {
  let index: ReturnType<typeof buildPlaceIndex> | null = null;
  return () => (index ??= buildPlaceIndex(readPlaces()));
})();

/** A published document, read; problems of the file itself are thrown as its issues. */
export const readDocument = async (source: InputSource): Promise<DocumentReading> =>
  readBudget(await readPublished(source, { cmap: cmapInNode }), { places: places() });

/**
 * Loads published documents as one package. Those that do not say whose budget they are, or cannot be read, are told
 * among the warnings.
 */
export async function loadDocuments(
  engine: LocalEngine,
  sources: readonly InputSource[],
  duplicates: 'ask' | DuplicateChoice = 'ask',
): Promise<LoadResult> {
  const result: LoadResult = { documents: [], warnings: [] };
  const readings = [];
  const known = await ask(engine, organizations());
  for (const source of sources) {
    try {
      const reading = await readDocument(source);
      readings.push({ reading, source: { file: source.path, sha256: null } });
      result.warnings.push(...reading.issues);
    } catch (error) {
      result.warnings.push(...unreadable(source, error));
    }
  }
  const { rows, outcomes } = packageOfReadings(readings, { places: places(), known });
  result.warnings.push(...outcomes.flatMap(({ issues }) => issues));
  if (rows.document.length === 0) return result;
  const tables = PACKAGE_TABLE_NAMES.filter((table) => rows[table].length > 0).map((table) => ({
    table,
    file: `${table}.csv`,
    format: 'csv' as const,
    bytes: tableCsv(table, rows[table]),
  }));
  const loaded = await loadPackage(engine, tables, { duplicates });
  return {
    documents: loaded.documents,
    warnings: [...result.warnings, ...loaded.warnings],
  };
}

const unreadable = ({ path }: InputSource, error: unknown): readonly Issue[] =>
  error instanceof InputError
    ? error.issues
    : refusal('unreadable_file', path, `it cannot be read: ${reasonOf(error)}.`).issues;

/** Standard tables from which on a workbook or page is a budget, not a table of other things. */
const BUDGET_TABLES = 2;

/** Those of the files that raw tables come from that are budgets as published: workbooks and pages may be either. */
export async function publishedAmong(
  tables: readonly RawTable[],
  sources: readonly InputSource[],
): Promise<InputSource[]> {
  const files = new Set(tables.map(({ file }) => file));
  const published: InputSource[] = [];
  for (const source of sources) {
    if (!files.has(source.path)) continue;
    const reading = await readDocument(source).catch((error: unknown) => {
      if (error instanceof InputError) return null;
      throw error;
    });
    if (!reading || reading.tables.length < BUDGET_TABLES) continue;
    if (loadObstacles(reading, { places: places() }).length === 0) published.push(source);
  }
  return published;
}

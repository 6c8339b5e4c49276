import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPackage, loadReference, validatePackage, type LoadResult } from '@/db/loading/load';
import { openEngineInNode } from '@/db/open-node';
import type { LocalEngine } from '@/db/duckdb';
import { DuplicateDocumentsError, type DuplicateChoice } from '@/domain/duplicates';
import { InputError, isWarning, type Issue } from '@/domain/issue';
import type { PackageTableName } from '@/domain/package';
import { readFiles, type InputSource, type ReadResult } from '@/importers/read-files';
import { readPackage } from '@/importers/package-reader';
import { parquetInNode } from '@/importers/parquet';
import { readInputFiles } from './files';
import { loadDocuments, publishedAmong } from './load-documents';
import { loadTables } from './load-tables';

const REFERENCE = ['jurisdiction.csv', 'classification.csv'];

/** An engine that knows the places and the classification, as the app does. */
async function openEngine(): Promise<LocalEngine> {
  const engine = await openEngineInNode();
  const data = fileURLToPath(new URL('../../data/', import.meta.url));
  await loadReference(
    engine,
    REFERENCE.map((file) => ({
      table: file.replace('.csv', '') as PackageTableName,
      file,
      format: 'csv',
      bytes: readFileSync(join(data, file)),
    })),
  );
  return engine;
}

const read = (path: string) => readPackage(readInputFiles(path), async () => parquetInNode);

/** What several inputs hold, in one engine. */
export interface OpenedInputs {
  engine: LocalEngine;
  documents: readonly string[];
  /** What kept files out, and warnings about those that are in. */
  issues: readonly Issue[];
}

/**
 * An engine with what paths hold: data packages, published documents that say whose budget they are, or tables that
 * leave no doubt about what they mean. What cannot be read or loaded is among the issues and stops nothing else.
 * Documents of one budget become one, whichever paths they come from.
 */
export async function openInputs(
  paths: readonly string[],
  duplicates: 'ask' | DuplicateChoice = 'ask',
): Promise<OpenedInputs> {
  const engine = await openEngine();
  let documents: readonly string[] = [];
  const issues: Issue[] = [];
  const papers: InputSource[] = [];
  const take = async (name: string, loading: () => Promise<LoadResult>): Promise<void> => {
    const { documents: loaded, warnings } = await orIssues(name, loading());
    documents = [...documents, ...loaded];
    issues.push(...warnings);
  };
  for (const path of paths) {
    const found = await orNull(path, readPath(path), issues);
    if (!found) continue;
    issues.push(...found.read.issues);
    for (const one of found.read.packages) {
      await take(one.name, () => loadPackage(engine, one.tables, { duplicates }));
    }
    const published = await publishedAmong(found.read.tables, found.sources);
    papers.push(...found.read.documents, ...published);
    const tables = found.read.tables.filter(
      ({ file }) => !published.some((source) => source.path === file),
    );
    if (tables.length > 0) await take(path, () => loadTables(engine, tables));
  }
  if (papers.length > 0) {
    await take('the documents', () => loadDocuments(engine, papers, duplicates));
  }
  return { engine, documents, issues };
}

async function readPath(path: string): Promise<{ read: ReadResult; sources: InputSource[] }> {
  const sources = readInputFiles(path).map((file) => ({
    path: file.path,
    blob: new Blob([file.bytes as BlobPart]),
  }));
  return { read: await readFiles(sources, { parquet: async () => parquetInNode }), sources };
}

/** Why something could not be done, as issues that name it. */
const issuesOf = (name: string, error: unknown): readonly Issue[] =>
  error instanceof InputError
    ? error.issues
    : [
        {
          code: error instanceof DuplicateDocumentsError ? 'already_loaded' : 'unreadable_file',
          file: name,
          message: `${name}: ${error instanceof Error ? error.message : String(error)}`,
        },
      ];

const orIssues = (name: string, loading: Promise<LoadResult>): Promise<LoadResult> =>
  loading.catch((error: unknown) => ({ documents: [], warnings: [...issuesOf(name, error)] }));

const orNull = <T>(name: string, work: Promise<T>, issues: Issue[]): Promise<T | null> =>
  work.catch((error: unknown) => {
    issues.push(...issuesOf(name, error));
    return null;
  });

/** What a path holds, in an engine. */
export interface OpenedInput {
  engine: LocalEngine;
  /** All of it could be read and loaded. */
  sound: boolean;
}

/**
 * An engine with what a path holds. What a user should know of it goes to stderr.
 * @throws InputError if nothing of it can be loaded.
 */
export async function openInput(path: string): Promise<OpenedInput> {
  const { engine, documents, issues } = await openInputs([path]);
  if (documents.length === 0) throw new InputError(issues);
  for (const { message } of issues) process.stderr.write(`${message}\n`);
  return { engine, sound: issues.every(isWarning) };
}

/** Everything wrong with a package, the files themselves included. */
export async function validate(path: string): Promise<Issue[]> {
  try {
    const { tables } = await read(path);
    return await validatePackage(await openEngine(), tables);
  } catch (error) {
    if (error instanceof InputError) return [...error.issues];
    throw error;
  }
}

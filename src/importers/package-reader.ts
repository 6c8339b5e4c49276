import { isDatasetCompanion } from '@/domain/dataset-files';
import { InputError, type Issue } from '@/domain/issue';
import { PACKAGE_TABLE_NAMES, tableDefinition, type PackageTableName } from '@/domain/package';
import { LONGEST_WORKSPACE, WORKSPACE_FILE } from '@/domain/workspace';
import { isZip, unpack, type InputFile } from './archive';
import { isDocument, wordsOf } from './formats';
import { gunzip } from './gzip';
import { hashProblems } from './hashes';
import { MANIFEST_NAME, readManifest, type Manifest } from './manifest';
import type { ParquetToArrow } from './parquet';
import { readPackageParquet } from './parquet-table';
import { partitionsOf } from './partitions';
import { refusal } from './refuse';
import { sniff } from './sniff';
import { baseName, bytesOf, folderOf, type InputSource } from './source';
import { tableOfPath } from './package-tables';
import { readText } from './text';

/** A file of a package's table, its bytes ready for the engine: CSV in UTF-8 or an Arrow IPC stream. */
export interface TableInput {
  table: PackageTableName;
  file: string;
  format: 'csv' | 'arrow';
  bytes: Uint8Array;
}

export interface PackageInput {
  name: string;
  /** One or more files per table. */
  tables: TableInput[];
  /** Files that are no part of the package and were left aside. */
  unused: string[];
  /** Files as they were given that it was read from. */
  sources: string[];
  /** What is said of the workspace that the package belongs to, to be read by `readWorkspace`; null for a plain one. */
  workspace: string | null;
}

/** In UTF-8. */
const MOST_BYTES_OF_CHARACTER = 3;

type Parquet = () => Promise<ParquetToArrow>;

/**
 * Files of one data package (loose, of a folder, or in a zip) to tables.
 * With a datapackage.json its resources are taken; without one each file is the table it is named after.
 * @throws InputError naming each file or table that is missing or cannot be read.
 */
export async function readPackage(
  given: readonly InputFile[],
  parquet: Parquet,
): Promise<PackageInput> {
  const files: InputSource[] = [];
  for (const file of given) {
    const source = { path: file.path, blob: new Blob([file.bytes as BlobPart]) };
    if (!isZip(file)) files.push(source);
    else {
      const { files: inner, issues } = await unpack(source);
      if (issues.length > 0) throw new InputError(issues);
      files.push(...inner);
    }
  }
  const name = packageName(given);
  const read = await readPackageFiles(name, files, parquet);
  return { name, ...read, sources: given.map(({ path }) => path) };
}

/**
 * The tables of a package whose files are unpacked.
 * @throws InputError naming each file or table that is missing or cannot be read.
 */
export async function readPackageFiles(
  name: string,
  files: readonly InputSource[],
  parquet: Parquet,
): Promise<Omit<PackageInput, 'name' | 'sources'>> {
  const file = files.find(({ path }) => baseName(path) === MANIFEST_NAME);
  const described = file ? { file, manifest: await manifestOf(file) } : null;
  const state = files.find(({ path }) => baseName(path) === WORKSPACE_FILE);
  const workspace = state ? await workspaceOf(state) : null;
  const found = described ? listed(files, described) : named(files);
  const missing = PACKAGE_TABLE_NAMES.filter(
    (table) => tableDefinition(table).required && !found.some((each) => each.table === table),
  );
  if (missing.length > 0) throw new InputError(missing.map((table) => missingTable(table, name)));
  const read = found.map((each) => each.file);
  const changed = await hashProblems([...(file ? [file] : []), ...read], files, described);
  if (changed.length > 0) throw new InputError(changed);
  const tables: TableInput[] = [];
  for (const each of found) tables.push(await toTable(each.table, each.file, parquet));
  const used = new Set([state, ...read]);
  const known = new Set(described ? pathsOf(described) : []);
  const unused = files.filter(
    (each) => !used.has(each) && !known.has(each.path) && !isDatasetCompanion(baseName(each.path)),
  );
  return { tables, unused: unused.map(({ path }) => path), workspace };
}

/** The text is read whole, so its length is looked at first. */
async function workspaceOf({ path, blob }: InputSource): Promise<string> {
  const most = LONGEST_WORKSPACE * MOST_BYTES_OF_CHARACTER;
  if (blob.size <= most) return blob.text();
  throw refusal('too_large', path, `it is larger than the ${most} bytes of a workspace.`);
}

interface Described {
  file: InputSource;
  manifest: Manifest;
}

const manifestOf = async ({ path, blob }: InputSource): Promise<Manifest> =>
  readManifest({ path, bytes: await bytesOf(blob) });

/** All files that a description lists, tables and others. */
function pathsOf({ file, manifest }: Described): string[] {
  const root = folderOf(file.path);
  return manifest.resources.flatMap(({ path }) => [path].flat().map((part) => root + part));
}

interface Found {
  table: PackageTableName;
  file: InputSource;
}

const named = (files: readonly InputSource[]): Found[] =>
  files.flatMap((file) => {
    const table = tableOfPath(file.path)?.table;
    return table ? [{ table, file }] : [];
  });

function listed(
  files: readonly InputSource[],
  { file: description, manifest }: Described,
): Found[] {
  const root = folderOf(description.path);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const issues: Issue[] = [];
  const found: Found[] = [];
  for (const { name, path } of manifest.resources) {
    const table = PACKAGE_TABLE_NAMES.find((each) => each === name);
    if (!table) continue;
    for (const part of [path].flat()) {
      const file = byPath.get(root + part);
      if (file) found.push({ table, file });
      else {
        issues.push({
          code: 'missing_file',
          file: description.path,
          table,
          found: part,
          message: `${description.path} lists ${part} for the table ${table}, but the file is not there; add it or remove it from the list.`,
        });
      }
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  return found;
}

async function toTable(
  table: PackageTableName,
  file: InputSource,
  parquet: Parquet,
): Promise<TableInput> {
  try {
    const about = { table, file: file.path };
    const format = await sniff(file);
    if (format === 'parquet') {
      const { columns } = tableDefinition(table);
      const partitions = partitionsOf(file.path).filter(([name]) => Object.hasOwn(columns, name));
      return { ...about, ...(await readPackageParquet(file, partitions, parquet)) };
    }
    if (isDocument(format)) {
      throw refusal(
        'unsupported_format',
        file.path,
        `this is ${wordsOf(format)}; tables of a package are CSV or Parquet.`,
        { found: wordsOf(format) },
      );
    }
    const text = await readText(format === 'gzip' ? (await gunzip(file)).blob : file.blob);
    if (text.invalid) {
      throw refusal(
        'invalid_characters',
        file.path,
        'it holds bytes that are no characters; save it again as UTF-8.',
      );
    }
    return { ...about, format: 'csv', bytes: await bytesOf(text.blob) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.issues.map((issue) => ({ ...issue, table })));
  }
}

/** Name of a package by its first file: its archive or folder. */
export const packageName = ([first]: readonly { path: string }[]): string =>
  first ? first.path.split('/')[0]?.replace(/\.(?:zip|tongchi)$/i, '') || first.path : '';

const missingTable = (table: PackageTableName, name: string): Issue => ({
  code: 'missing_table',
  table,
  file: name,
  message: `The package ${name} has no table ${table} (${tableDefinition(table).about}); add ${table}.csv or ${table}.parquet.`,
});

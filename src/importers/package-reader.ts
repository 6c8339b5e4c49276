import { InputError, type Issue } from '@/domain/issue';
import { PACKAGE_TABLE_NAMES, tableDefinition, type PackageTableName } from '@/domain/package';
import { isZip, unpack, type InputFile } from './archive';
import { MANIFEST_NAME, readManifest } from './manifest';
import type { ParquetToArrow } from './parquet';

/** A table of a package, its bytes ready for the engine: CSV in UTF-8 or an Arrow IPC stream. */
export interface TableInput {
  table: PackageTableName;
  file: string;
  format: 'csv' | 'arrow';
  bytes: Uint8Array;
}

export interface PackageInput {
  name: string;
  tables: TableInput[];
  /** Files that are no part of the package and were left aside. */
  unused: string[];
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
const isTableName = (name: string): name is PackageTableName =>
  (PACKAGE_TABLE_NAMES as string[]).includes(name);

/**
 * Files of one data package (loose, of a folder, or in a zip) to tables.
 * With a datapackage.json its resources are taken; without one each file is the table it is named after.
 * @throws InputError naming each file or table that is missing or cannot be read.
 */
export async function readPackage(
  given: readonly InputFile[],
  parquet: () => Promise<ParquetToArrow>,
): Promise<PackageInput> {
  const files = (
    await Promise.all(given.map((file) => (isZip(file) ? unpack(file) : [file])))
  ).flat();
  const manifestFile = files.find((file) => baseName(file.path) === MANIFEST_NAME);
  const found = manifestFile ? listed(files, manifestFile) : named(files);
  const missing = PACKAGE_TABLE_NAMES.filter(
    (name) => tableDefinition(name).required && !found.some(({ table }) => table === name),
  );
  if (missing.length > 0) throw new InputError(missing.map((name) => missingTable(name, given)));
  const tables: TableInput[] = [];
  for (const { table, file } of found) tables.push(await toTable(table, file, parquet));
  const used = new Set([manifestFile, ...found.map(({ file }) => file)]);
  return {
    name: packageName(given),
    tables,
    unused: files.filter((file) => !used.has(file)).map(({ path }) => path),
  };
}

interface Found {
  table: PackageTableName;
  file: InputFile;
}

function named(files: readonly InputFile[]): Found[] {
  return files.flatMap((file) => {
    const table = baseName(file.path).replace(/\.(csv|parquet)$/i, '');
    return isTableName(table) && table !== baseName(file.path) ? [{ table, file }] : [];
  });
}

function listed(files: readonly InputFile[], manifestFile: InputFile): Found[] {
  const root = folderOf(manifestFile.path);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const issues: Issue[] = [];
  const found: Found[] = [];
  for (const { name, path } of readManifest(manifestFile).resources) {
    if (!isTableName(name)) continue;
    for (const part of [path].flat()) {
      const file = byPath.get(root + part);
      if (file) found.push({ table: name, file });
      else {
        issues.push({
          code: 'missing_file',
          file: manifestFile.path,
          table: name,
          found: part,
          message: `${manifestFile.path} lists ${part} for the table ${name}, but the file is not there; add it or remove it from the list.`,
        });
      }
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  return found;
}

async function toTable(
  table: PackageTableName,
  file: InputFile,
  parquet: () => Promise<ParquetToArrow>,
): Promise<TableInput> {
  if (file.bytes.length === 0) throw unreadable(table, file.path, 'the file is empty');
  if (/\.parquet$/i.test(file.path)) {
    const toArrow = await parquet();
    try {
      return { table, file: file.path, format: 'arrow', bytes: toArrow(file.bytes) };
    } catch (error) {
      throw unreadable(table, file.path, `it is not readable as Parquet (${String(error)})`);
    }
  }
  if (file.bytes[0] === 0xff || file.bytes[0] === 0xfe || !isUtf8(file.bytes)) {
    throw unreadable(table, file.path, 'its text is not UTF-8');
  }
  return { table, file: file.path, format: 'csv', bytes: file.bytes };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const packageName = ([first]: readonly InputFile[]): string =>
  first ? first.path.split('/')[0]?.replace(/\.zip$/i, '') || first.path : '';

const missingTable = (table: PackageTableName, given: readonly InputFile[]): Issue => ({
  code: 'missing_table',
  table,
  file: packageName(given),
  message: `The package ${packageName(given)} has no table ${table} (${tableDefinition(table).about}); add ${table}.csv or ${table}.parquet.`,
});

const unreadable = (table: PackageTableName, file: string, found: string) =>
  new InputError([
    { code: 'unreadable_file', table, file, found, message: `${file}: cannot be read, ${found}.` },
  ]);

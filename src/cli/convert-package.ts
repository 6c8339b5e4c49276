import { createHash, type Hash } from 'node:crypto';
import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { packageDescription, type ResourceFile } from '@/domain/manifest';
import { PACKAGE_TABLE_NAMES, tableDefinition, type PackageTableName } from '@/domain/package';
import { buildPlaceIndex, type PlaceRow } from '@/domain/place-index';
import { mergeDocument } from '@/domain/reading/merge-documents';
import { differingIssue } from '@/domain/reading/package-of-readings';
import type { PackageRow, PackageRows } from '@/domain/reading/package-row';
import { documentIds, withIds, type DocumentKey } from '@/domain/reading/package-rows';
import { MANIFEST_NAME } from '@/importers/manifest';
import { tableHeader, tableLines } from '@/importers/package-files';
import type { ConvertError } from './convert-file';
import { packageAsParquet } from './convert-parquet';
import { readRows, scratchFolder } from './convert-store';

export type PackageFormat = 'csv' | 'parquet';

/** A file that was read: where its rows are kept, and whose budget it is. */
export interface ReadFile {
  file: string;
  path: string;
  key: DocumentKey;
}

/** What became of a file in the package. */
export type Placed = { docId: string } | { error: ConvertError };

/** A table on its way to a file, rows added as they come. */
class TableFile {
  rows = 0;
  bytes = 0;
  private readonly hash: Hash = createHash('sha256');
  private readonly path: string;

  constructor(
    folder: string,
    readonly table: PackageTableName,
  ) {
    this.path = join(folder, `${table}.csv`);
    this.write(tableHeader(table));
  }

  add(rows: readonly PackageRow[]): void {
    if (rows.length === 0) return;
    this.rows += rows.length;
    this.write(tableLines(this.table, rows));
  }

  /** The file for the description of the package; null where a table that may be missing has no rows. */
  finish(): ResourceFile | null {
    if (this.rows === 0 && !tableDefinition(this.table).required) {
      rmSync(this.path);
      return null;
    }
    return {
      table: this.table,
      path: `${this.table}.csv`,
      bytes: this.bytes,
      sha256: this.hash.digest('hex'),
      columns: Object.keys(tableDefinition(this.table).columns),
    };
  }

  private write(text: string): void {
    const bytes = Buffer.from(text);
    this.bytes += bytes.length;
    this.hash.update(bytes);
    appendFileSync(this.path, bytes);
  }
}

/** Rows of places with all places above them. */
function withPlacesAbove(codes: ReadonlySet<string>, rows: readonly PlaceRow[]): PackageRow[] {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const wanted = new Set<string>();
  for (const code of codes) {
    for (let at = byCode.get(code); at && !wanted.has(at.code);) {
      wanted.add(at.code);
      at = at.parent_code ? byCode.get(at.parent_code) : undefined;
    }
  }
  return rows.filter(({ code }) => wanted.has(code)).map((row) => ({ ...row }));
}

function groupByDocument(files: readonly ReadFile[], ids: ReturnType<typeof documentIds>) {
  const groups = new Map<string, { index: number; orgId: string }[]>();
  for (const index of files.keys()) {
    const own = ids[index];
    if (!own) continue;
    groups.set(own.docId, [...(groups.get(own.docId) ?? []), { index, orgId: own.orgId }]);
  }
  return groups;
}

/**
 * Writes the package of all files into `out`, one document after the other; what stood there is replaced when the new
 * one is whole. Gives what became of each file.
 */
export async function writePackage(
  out: string,
  files: readonly ReadFile[],
  format: PackageFormat,
  placeRows: readonly PlaceRow[],
): Promise<Placed[]> {
  const scratch = scratchFolder(out);
  const tables = new Map(PACKAGE_TABLE_NAMES.map((name) => [name, new TableFile(scratch, name)]));
  const add = (name: PackageTableName, rows: readonly PackageRow[]): void =>
    tables.get(name)?.add(rows);
  const keys = files.map(({ key }) => key);
  const groups = groupByDocument(files, documentIds(keys, { places: buildPlaceIndex(placeRows) }));
  const placed: Placed[] = [];
  const organizations = new Set<string>();
  for (const [docId, members] of groups) {
    const parts = members.map(({ index, orgId }) => ({
      file: files[index]!.file,
      rows: withIds(readRows(files[index]!.path), { docId, orgId }),
    }));
    const { rows, differing } = mergeDocument(parts);
    for (const { index } of members) placed[index] = { docId };
    for (const { part, from, tables: which } of differing) {
      const { code, message } = differingIssue(parts[part]!.file, from, which);
      placed[members[part]!.index] = { error: { code, message } };
    }
    addDocument(rows, organizations, add);
  }
  add('jurisdiction', withPlacesAbove(new Set(keys.map((key) => key.jurisdiction)), placeRows));
  const written = [...tables.values()].flatMap((table) => table.finish() ?? []);
  const resources = format === 'parquet' ? await packageAsParquet(scratch, written) : written;
  const name = basename(resolve(out));
  const description = packageDescription(resources, { name, title: name });
  writeFileSync(join(scratch, MANIFEST_NAME), `${JSON.stringify(description, null, 2)}\n`);
  putInPlace(scratch, out, resources);
  return placed;
}

function addDocument(
  rows: PackageRows,
  organizations: Set<string>,
  add: (name: PackageTableName, rows: readonly PackageRow[]) => void,
): void {
  for (const name of PACKAGE_TABLE_NAMES) {
    const isNew = ({ org_id }: PackageRow): boolean => !organizations.has(String(org_id));
    add(name, name === 'organization' ? rows[name].filter(isNew) : rows[name]);
  }
  for (const { org_id } of rows.organization) organizations.add(String(org_id));
}

/** Moves a finished package over the one before; the description comes last and names what belongs to it. */
function putInPlace(scratch: string, out: string, resources: readonly ResourceFile[]): void {
  for (const name of PACKAGE_TABLE_NAMES) {
    for (const ending of ['csv', 'parquet']) {
      const file = `${name}.${ending}`;
      const isOurs = resources.some(({ path }) => path === file);
      if (!isOurs) rmSync(join(out, file), { force: true });
    }
  }
  for (const { path } of resources) renameSync(join(scratch, path), join(out, path));
  renameSync(join(scratch, MANIFEST_NAME), join(out, MANIFEST_NAME));
  rmSync(scratch, { recursive: true });
}

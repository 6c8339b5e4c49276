import { PACKAGE_TABLE_NAMES, type PackageTableName } from '@/domain/package';
import { withoutPartitions } from './partitions';
import { baseName, folderOf } from './source';

const TABLE_FILE = /\.(?:csv|csv\.gz|parquet)$/i;

/**
 * The table that a file of a package belongs to by its name, or by the folder it lies in (`line/part-0.parquet`,
 * `line/year=2026/x.parquet`), and the folder of the package; null for other files.
 */
export function tableOfPath(path: string): { table: PackageTableName; root: string } | null {
  if (!TABLE_FILE.test(path)) return null;
  const plain = withoutPartitions(path);
  const folder = folderOf(plain);
  const byName = tableNamed(baseName(plain).replace(TABLE_FILE, ''));
  if (byName) return { table: byName, root: folder };
  const byFolder = tableNamed(baseName(folder.slice(0, -1)));
  return byFolder && { table: byFolder, root: folderOf(folder.slice(0, -1)) };
}

const tableNamed = (name: string): PackageTableName | null =>
  PACKAGE_TABLE_NAMES.find((each) => each === name) ?? null;

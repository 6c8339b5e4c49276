import { isDatasetCompanion } from '@/domain/dataset-files';
import type { PackageTableName } from '@/domain/package';
import { WORKSPACE_FILE } from '@/domain/workspace';
import { formatOfName } from './formats';
import { MANIFEST_NAME } from './manifest';
import { tableOfPath } from './package-tables';
import { baseName, extensionOf, folderOf, type InputSource } from './source';

/** Files that belong together as a data package, and all others. */
export interface FoundPackages<File extends InputSource> {
  packages: File[][];
  rest: File[];
}

/** Tables whose names settle that files are a package and not tables that happen to be called so. */
const TELLING: readonly PackageTableName[] = ['document', 'organization'];
const LISTED_TABLES = new Set<string>(TELLING);

/**
 * Sorts files: a folder or archive with a datapackage.json that lists tables of ours is a package, as is one with files
 * named like the tables, `document` and `organization` among them. `manifests` has the names of resources by path.
 */
export function findPackages<File extends InputSource>(
  files: readonly File[],
  manifests: ReadonlyMap<string, readonly string[]>,
): FoundPackages<File> {
  const roots = files
    .filter(({ path }) => baseName(path) === MANIFEST_NAME)
    .filter(({ path }) => manifests.get(path)?.some((name) => LISTED_TABLES.has(name)))
    .map(({ path }) => folderOf(path));
  /** The innermost described folder that a file lies in. */
  const rootOf = (path: string) =>
    roots.reduce<string | undefined>(
      (best, root) => (path.startsWith(root) && root.length >= (best?.length ?? 0) ? root : best),
      undefined,
    );
  const described = new Map(roots.map((root) => [root, [] as File[]]));
  const loose = new Map<string, File[]>();
  const rest: File[] = [];
  for (const file of files) {
    const root = rootOf(file.path);
    const named = tableOfPath(file.path) ?? workspaceOf(file.path);
    if (root !== undefined) described.get(root)!.push(file);
    else if (named) loose.set(named.root, [...(loose.get(named.root) ?? []), file]);
    else rest.push(file);
  }
  const packages = [...described.values()];
  for (const group of loose.values()) {
    const tables = new Set(group.map(({ path }) => tableOfPath(path)?.table));
    if (TELLING.every((table) => tables.has(table))) packages.push(group);
    else rest.push(...group);
  }
  return { packages, rest: rest.filter((file) => !isCompanion(file, packages)) };
}

/** What is said of a workspace lies beside the tables it belongs to. */
const workspaceOf = (path: string): { root: string } | null =>
  baseName(path) === WORKSPACE_FILE ? { root: folderOf(path) } : null;

/** A description or a text beside the tables of a package is no table of its own. */
const isCompanion = (
  { path }: InputSource,
  packages: readonly (readonly InputSource[])[],
): boolean =>
  packages.some((group) => folderOf(group[0]?.path ?? '') === folderOf(path)) &&
  (isDatasetCompanion(baseName(path)) ||
    /\.(?:txt|md)$/i.test(path) ||
    formatOfName(extensionOf(path)) === null);

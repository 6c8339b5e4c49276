import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { packageDescription, type ResourceFile } from '@/domain/manifest';
import { PACKAGE_TABLE_NAMES } from '@/domain/package';
import { MANIFEST_NAME } from '@/importers/manifest';

/** Writes datapackage.json over the CSV tables of a folder, keeping a name and title that are there; gives its path. */
export function describePackage(folder: string): string {
  const manifest = join(folder, MANIFEST_NAME);
  const files = PACKAGE_TABLE_NAMES.flatMap((table): ResourceFile[] => {
    const path = `${table}.csv`;
    if (!existsSync(join(folder, path))) return [];
    const content = readFileSync(join(folder, path));
    const [header = ''] = content.toString('utf8').split(/\r?\n/, 1);
    return [
      {
        table,
        path,
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
        columns: header.split(','),
      },
    ];
  });
  const name = basename(resolve(folder));
  const kept = existsSync(manifest)
    ? (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string; title?: string })
    : {};
  const description = packageDescription(files, {
    name: kept.name ?? name,
    title: kept.title ?? name,
  });
  writeFileSync(manifest, `${JSON.stringify(description, null, 2)}\n`);
  return manifest;
}

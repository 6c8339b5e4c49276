import type { LocalEngine } from '@/db/duckdb';
import { dropGroups, groupOf, matchesOf, stagePatiently } from '@/db/loading/import-steps';
import { loadPackage } from '@/db/loading/load';
import { loadMapped } from '@/db/loading/mapped';
import { InputError } from '@/domain/issue';
import type { StoredDataset } from '@/domain/stored-dataset';
import type { Job, Source } from './jobs';
import { readAndHash } from './read-and-hash';
import { stagingTools } from './staging-tools';

/**
 * Loads a dataset of an earlier visit again, from its files and in the way they were loaded then. Gives its documents.
 * @throws InputError if the files do not give what they gave then.
 */
export async function replay(
  engine: LocalEngine,
  { name, recipe, files }: StoredDataset,
  sources: readonly Source[],
  job: Job,
): Promise<readonly string[]> {
  const { signal } = job;
  const { read, hashed } = await readAndHash(sources, job);
  const known = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  if (hashed.some(({ path, sha256 }) => known.get(path) !== sha256)) throw changed(name);
  const duplicates = recipe.duplicates;
  if (recipe.kind === 'package') {
    const [first] = read.packages;
    if (!first) throw new InputError(read.issues);
    return (await loadPackage(engine, first.tables, { duplicates, signal })).documents;
  }
  const loading = [];
  try {
    for (const saved of recipe.groups) {
      const group = groupOf(saved, read.tables);
      if (!group) throw changed(name);
      const staged = await stagePatiently(engine, group, stagingTools(job));
      loading.push({ group: staged, matches: await matchesOf(engine, staged, saved.places) });
    }
    const options = { duplicates, signal, sources: known };
    return (await loadMapped(engine, loading, options)).documents;
  } finally {
    await dropGroups(
      engine,
      loading.map(({ group }) => group),
    );
  }
}

const changed = (name: string) =>
  new InputError([
    {
      code: 'unreadable_file',
      file: name,
      message: `${name}: the kept files are not what they were, or no longer give the same tables; forget the dataset and open its files again.`,
    },
  ]);

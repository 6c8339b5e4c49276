import type { LocalEngine } from '@/db/duckdb';
import { draftOf, stageTables } from '@/db/loading/import-steps';
import type { LoadResult } from '@/db/loading/load';
import { loadMapped } from '@/db/loading/mapped';
import type { ImportObstacle } from '@/domain/import-draft';
import { InputError, type Issue } from '@/domain/issue';
import type { ImportGroup, OrganizationMatch } from '@/domain/mapping';
import type { RawTable } from '@/domain/raw-table';
import { repairTable } from '@/importers/repair-table';

const OBSTACLES: Readonly<Record<ImportObstacle, string>> = {
  no_amount_column: 'no column is known as an amount',
  no_organization: 'nothing says which organization the rows belong to',
  no_place: 'nothing says which place the organizations belong to',
  no_year: 'nothing says the year',
  no_unit: 'nothing says the unit of the amounts',
  same_meaning_twice: 'two columns mean the same',
  places_in_doubt: 'some places are in doubt',
  nothing_to_load: 'no record can be loaded',
};

interface Understood {
  group: ImportGroup;
  matches: readonly OrganizationMatch[];
}

/**
 * Loads free-form tables as they are proposed to be understood, where nothing is in doubt.
 * @throws InputError saying what is in doubt; nothing is loaded then.
 */
export async function loadTables(
  engine: LocalEngine,
  tables: readonly RawTable[],
): Promise<LoadResult> {
  const groups = await stageTables(engine, tables, { repair: repairTable });
  const understood: Understood[] = [];
  const doubts: Issue[] = [];
  for (const group of groups) {
    const { matches, obstacles } = await draftOf(engine, group, {});
    understood.push({ group, matches });
    if (obstacles.length > 0) doubts.push(doubt(group, matches, obstacles));
  }
  if (doubts.length > 0) throw new InputError(doubts);
  const { documents, warnings, counts } = await loadMapped(engine, understood);
  const notes = tables.flatMap((table) => table.notes);
  const left = counts.rejected > 0 ? [notLoaded(tables, counts.rejected)] : [];
  return { documents, warnings: [...notes, ...warnings, ...left] };
}

const filesOf = (tables: readonly RawTable[]): string =>
  [...new Set(tables.map(({ file }) => file))].join(', ');

const notLoaded = (tables: readonly RawTable[], count: number): Issue => ({
  code: 'rejected_records',
  file: filesOf(tables),
  count,
  message: `${filesOf(tables)}: ${count === 1 ? 'one record was' : `${count} records were`} not loaded; open it in the app to see which and why.`,
});

function doubt(
  { tables }: ImportGroup,
  matches: readonly OrganizationMatch[],
  obstacles: readonly ImportObstacle[],
): Issue {
  const file = filesOf(tables);
  const texts = matches.flatMap((match) => (match.doubt ? [match.doubt.text] : []));
  const found = [...new Set(texts)].slice(0, 5).join(', ');
  const what = obstacles.map((obstacle) => OBSTACLES[obstacle]).join('; ');
  return {
    code: 'mapping_needed',
    file,
    ...(found && { found }),
    message: `${file}: ${what}${found && ` (${found})`}; open it in the app and say what its columns mean.`,
  };
}

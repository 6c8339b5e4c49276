import type { ImportDraft } from '@/domain/import-draft';
import type { ImportGroup, OrganizationMatch, PlaceAnswers } from '@/domain/mapping';
import { obstaclesOf, proposeGroups } from '@/domain/mapping-proposal';
import { buildPlaceIndex, matchingOrganizations, type PlaceIndex } from '@/domain/place-matching';
import { SAMPLE_RECORDS, type RawTable } from '@/domain/raw-table';
import type { GroupRecipe } from '@/domain/stored-dataset';
import type { LocalEngine } from '../duckdb';
import { ask } from '../engine';
import { organizations, places } from '../queries/places';
import { inSlices } from '../slices';
import { findOrganizations, previewMapping } from './mapped';
import { dropRaw, NotStrictError, sampleRaw, stageRaw } from './raw';

/** What staging needs from outside. */
export interface StagingTools {
  /** The patient reading of a table that the strict one refuses. */
  repair(table: RawTable): Promise<RawTable>;
  /** Hears how many records were taken in since it last did. */
  onRecords?: (records: number) => void;
  signal?: AbortSignal;
}

let groupNumber = 0;
const withOwnId = (group: ImportGroup): ImportGroup => ({ ...group, id: `t${(groupNumber += 1)}` });

const membersOf = ({ tables, order }: ImportGroup) =>
  tables.map(({ content, columns, names }, i) => ({
    content,
    columns,
    names,
    order: order[i] ?? [],
  }));

/** Tables of a format that gives no sample get one from the engine. */
async function withSamples(engine: LocalEngine, group: ImportGroup): Promise<ImportGroup> {
  const tables: RawTable[] = [];
  for (const [i, table] of group.tables.entries()) {
    const given = table.sample.length > 0 || table.records === 0;
    const sample = given ? table.sample : await sampleRaw(engine, group.id, i, SAMPLE_RECORDS);
    tables.push({ ...table, sample });
  }
  return { ...group, tables };
}

/**
 * Takes the tables of a group into the engine as they are.
 * @throws NotStrictError if one of them needs a patient reading.
 */
export async function stageGroup(
  engine: LocalEngine,
  group: ImportGroup,
  { signal, onRecords }: StagingTools,
): Promise<ImportGroup> {
  const own = withOwnId(group);
  const { records } = await stageRaw(engine, own.id, membersOf(own), { ...(signal && { signal }) });
  onRecords?.(records.reduce((sum, n) => sum + n, 0));
  const tables = own.tables.map((table, i) => ({ ...table, records: records[i] ?? 0 }));
  return withSamples(engine, { ...own, tables });
}

/** The tables of a group read with patience: every record kept, whatever its faults. */
export async function readPatiently(
  { tables }: ImportGroup,
  { repair }: StagingTools,
): Promise<RawTable[]> {
  const patient: RawTable[] = [];
  for (const table of tables) patient.push(await repair(table));
  return patient;
}

/**
 * Takes tables into the engine, those of like columns together. Where the strict reading refuses one, its whole group
 * is read again with patience: files of one family have the same faults.
 */
export async function stageTables(
  engine: LocalEngine,
  tables: readonly RawTable[],
  tools: StagingTools,
): Promise<ImportGroup[]> {
  const staged: ImportGroup[] = [];
  const waiting = [...proposeGroups(tables)];
  try {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      const ready = await unlessUnstrict(stageGroup(engine, group, tools));
      if (ready) staged.push(seenAgain(ready, group));
      else waiting.unshift(...proposeGroups(await readPatiently(group, tools)));
    }
    return staged;
  } catch (error) {
    await dropGroups(engine, staged);
    throw error;
  }
}

/** Takes a group in as it is, with the patient reading where that is needed. */
export async function stagePatiently(
  engine: LocalEngine,
  group: ImportGroup,
  tools: StagingTools,
): Promise<ImportGroup> {
  const staged = await unlessUnstrict(stageGroup(engine, group, tools));
  if (staged) return staged;
  return stageGroup(engine, { ...group, tables: await readPatiently(group, tools) }, tools);
}

/** A group whose first records were not known before is proposed once more by them. */
function seenAgain(staged: ImportGroup, before: ImportGroup): ImportGroup {
  if (before.tables.every(({ sample }, i) => sample === staged.tables[i]?.sample)) return staged;
  const [again] = proposeGroups(staged.tables);
  const same = again?.headers.join('\n') === staged.headers.join('\n');
  return again && same ? { ...staged, frames: again.frames, mapping: again.mapping } : staged;
}

function unlessUnstrict(staging: Promise<ImportGroup>): Promise<ImportGroup | null> {
  return staging.catch((error: unknown) => {
    if (error instanceof NotStrictError) return null;
    throw error;
  });
}

/** Forgets the raw tables of groups. */
export async function dropGroups(
  engine: LocalEngine,
  groups: readonly ImportGroup[],
): Promise<void> {
  for (const { id } of groups) await dropRaw(engine, id);
}

const indexes = new WeakMap<LocalEngine, Promise<PlaceIndex>>();

/** Places by all their names; they are the same as long as the engine runs. */
export function placeIndex(engine: LocalEngine): Promise<PlaceIndex> {
  const known = indexes.get(engine) ?? ask(engine, places()).then(buildPlaceIndex);
  indexes.set(engine, known);
  return known;
}

/** What the organizations of a group stand for. */
export async function matchesOf(
  engine: LocalEngine,
  group: ImportGroup,
  answers: PlaceAnswers,
): Promise<OrganizationMatch[]> {
  const found = await findOrganizations(engine, group);
  const known = await ask(engine, organizations());
  const places = await placeIndex(engine);
  return inSlices(matchingOrganizations(found, group.frames, places, known, answers));
}

/** What a group would load as it is mapped now, worked out in the engine. */
export async function draftOf(
  engine: LocalEngine,
  group: ImportGroup,
  answers: PlaceAnswers,
): Promise<Pick<ImportDraft, 'matches' | 'preview' | 'obstacles'>> {
  const matches = await matchesOf(engine, group, answers);
  const preview = await previewMapping(engine, group, matches);
  return { matches, preview, obstacles: obstaclesOf(group, matches, preview.counts) };
}

/** What has to be kept of a draft to load the same again. */
export const recipeOf = ({ group, answers }: ImportDraft): GroupRecipe => ({
  headers: group.headers,
  tables: group.tables.map(({ file, sheet }, i) => ({
    file,
    sheet,
    order: group.order[i] ?? [],
    frame: group.frames[i]!,
  })),
  mapping: group.mapping,
  places: answers,
});

/** The group of a recipe over tables read again; null if one of them is not there any more. */
export function groupOf(recipe: GroupRecipe, tables: readonly RawTable[]): ImportGroup | null {
  const found = recipe.tables.map(({ file, sheet }) =>
    tables.find((table) => table.file === file && table.sheet === sheet),
  );
  if (!found.every((table) => table !== undefined)) return null;
  return {
    id: '',
    headers: recipe.headers,
    tables: found,
    order: recipe.tables.map(({ order }) => order),
    frames: recipe.tables.map(({ frame }) => frame),
    mapping: recipe.mapping,
  };
}

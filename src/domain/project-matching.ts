import { groupBy } from './group';
import type { GroupMatch, PooledProject, ProjectGroup } from './project-group';
import {
  PROJECT_KINDS,
  PROJECT_KIND_IDS,
  readWords,
  wordIn,
  type ProjectKindId,
} from './project-kinds';
import {
  coreOf,
  indexNames,
  LIKENESS,
  likeOne,
  type NamedProject,
  type NameIndex,
} from './project-likeness';
import { projectKeyOf } from './project-list';
import { comparedName, ownProjectName } from './project-names';

/** A project of the pool with its name in the two forms that are compared. */
export interface PreparedName extends NamedProject {
  /** Without place and organization: where words are looked for. */
  own: string;
  printed: string;
  kinds: readonly ProjectKindId[];
}

export interface PreparedPool {
  names: readonly PreparedName[];
  index: NameIndex;
}

/** Names prepared between two looks at the clock. */
const AT_ONCE = 100;
/** Names shown that are like a group but not in it. */
const MOST_NEAR = 8;

/** The names of a pool, ready to be compared. */
export function* preparePool(pool: readonly PooledProject[]): Generator<void, PreparedPool> {
  const names: PreparedName[] = [];
  for (const [at, project] of pool.entries()) {
    const own = ownProjectName(project.level2, project);
    names.push({
      key: projectKeyOf(project),
      name: comparedName(project.level2, project),
      own,
      kinds: PROJECT_KIND_IDS.filter((kind) => wordIn(own, PROJECT_KINDS[kind].words) !== null),
      printed: project.level2,
      owner: project.org_id,
    });
    if (at % AT_ONCE === AT_ONCE - 1) yield;
  }
  return { names, index: yield* indexNames(names) };
}

/** A kind that the pool has projects of. */
export interface KindCount {
  kind: ProjectKindId;
  projects: number;
  organizations: number;
}

/** Every kind with its projects in the pool; those that several organizations have first, in the order of the record. */
export function kindCounts({ names }: PreparedPool): KindCount[] {
  const counts = PROJECT_KIND_IDS.map((kind): KindCount => {
    const having = names.filter(({ kinds }) => kinds.includes(kind));
    const organizations = new Set(having.map(({ owner }) => owner)).size;
    return { kind, projects: having.length, organizations };
  });
  const groups = groupBy(
    counts.filter(({ projects }) => projects > 0),
    ({ organizations }) => organizations > 1,
  );
  return [...(groups.get(true) ?? []), ...(groups.get(false) ?? [])];
}

/** Words that a group is gathered by; none for one gathered by likeness. */
export function groupWords(group: ProjectGroup): readonly string[] {
  if (group.by === 'kind') return PROJECT_KINDS[group.kind].words;
  return group.by === 'words' ? readWords(group.words) : [];
}

export interface FoundMatches {
  /** In the order of the pool, or the most alike first. */
  found: readonly GroupMatch[];
  /** Like the group, but not in it. */
  near: readonly GroupMatch[];
}

/** The projects of a group and those near it; `threshold` is the likeness from which names are alike, 0 to 1. */
export function* matchesOf(
  pool: PreparedPool,
  group: ProjectGroup,
  threshold: number,
): Generator<void, FoundMatches> {
  return group.by === 'like'
    ? yield* likeMatches(pool, group.project, threshold)
    : yield* wordMatches(pool, groupWords(group), threshold);
}

function* likeMatches(
  { index }: PreparedPool,
  core: string,
  threshold: number,
): Generator<void, FoundMatches> {
  const all = (yield* likeOne(index, core, LIKENESS.least / 200)).map(
    ({ key, similarity, shared }): GroupMatch => ({
      key,
      similarity,
      shared,
      reason: key === core ? { why: 'core' } : { why: 'like', project: core },
    }),
  );
  const isIn = ({ similarity }: GroupMatch): boolean => (similarity ?? 0) >= threshold;
  return {
    found: all.filter(isIn),
    near: all.filter((match) => !isIn(match)).slice(0, MOST_NEAR),
  };
}

function* wordMatches(
  { names, index }: PreparedPool,
  words: readonly string[],
  threshold: number,
): Generator<void, FoundMatches> {
  const having = new Map(
    names.flatMap(({ key, own }): [string, string][] => {
      const word = wordIn(own, words);
      return word === null ? [] : [[key, word]];
    }),
  );
  const core = yield* coreOf(index, new Set(having.keys()));
  if (core === null) return { found: [], near: [] };
  const like = new Map((yield* likeOne(index, core, 0)).map((one) => [one.key, one]));
  const found = names.flatMap(({ key }): GroupMatch[] => {
    const word = having.get(key);
    if (word === undefined) return [];
    const { similarity = 0, shared = [] } = like.get(key) ?? {};
    return [{ key, reason: { why: 'word', word }, similarity, shared }];
  });
  const near = [...like.values()]
    .filter(({ key, similarity }) => !having.has(key) && similarity >= threshold)
    .slice(0, MOST_NEAR)
    .map(({ key, similarity, shared }): GroupMatch => ({
      key,
      similarity,
      shared,
      reason: { why: 'like', project: core },
    }));
  return { found, near };
}

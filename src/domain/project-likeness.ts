import { pairsOf } from '@/domain/reading/project-names';

/** A name that is compared with others. */
export interface NamedProject {
  key: string;
  /** Name as it is compared. */
  name: string;
  /** Whose it is: names of one owner are no match across places. */
  owner: string;
}

/** How alike two names are, from 0 to 1, and what they share, longest first. */
export interface Likeness {
  similarity: number;
  shared: readonly string[];
}

export interface LikeProject extends Likeness {
  key: string;
}

/** A project that others are like, with all of them, most alike first. */
export interface LikeGroup {
  core: string;
  members: readonly Pick<LikeProject, 'key' | 'similarity'>[];
  owners: number;
}

/** From which likeness two names are alike, in per cent. */
export const LIKENESS = { least: 20, usual: 45, most: 100, step: 5 } as const;

/** Names compared between two looks at the clock. */
const AT_ONCE = 200;
/** A pair that more names have than this part of them all does not bring names together by itself. */
const COMMON = 0.2;
/** In few names even a common pair does. */
const FEW = 60;

/** A name with the projects that bear it, as places among the projects. */
interface SharedName {
  name: string;
  members: number[];
  pairs: ReadonlySet<string>;
  /** Weight of its pairs together. */
  sum: number;
}

/** Names with the weights of their pairs. Many projects bear the same name: it is compared once. */
export interface NameIndex {
  projects: readonly NamedProject[];
  shared: readonly SharedName[];
  /** Place of a project's name among the names, by key. */
  nameOf: ReadonlyMap<string, number>;
  /** Weight of a pair: the rarer, the heavier. */
  weight(pair: string): number;
  /** Names by pair, as places. */
  holders: ReadonlyMap<string, readonly number[]>;
}

const NO_NAME: SharedName = { name: '', members: [], pairs: new Set(), sum: 0 };
const nameAt = ({ shared }: NameIndex, place: number): SharedName => shared[place] ?? NO_NAME;

/**
 * Two characters that stand side by side are a pair. A pair weighs ln(1 + N ÷ n): N projects are compared, the names of
 * n of them have it.
 */
export function* indexNames(projects: readonly NamedProject[]): Generator<void, NameIndex> {
  const shared: SharedName[] = [];
  const places = new Map<string, number>();
  const nameOf = new Map<string, number>();
  for (const [at, { key, name }] of projects.entries()) {
    const place = places.get(name) ?? shared.length;
    if (place === shared.length) {
      places.set(name, place);
      shared.push({ name, members: [], pairs: pairsOf(name), sum: 0 });
    }
    shared[place]?.members.push(at);
    nameOf.set(key, place);
    if (at % AT_ONCE === AT_ONCE - 1) yield;
  }
  const holders = new Map<string, number[]>();
  const bearers = new Map<string, number>();
  for (const [place, { pairs, members }] of shared.entries()) {
    for (const pair of pairs) {
      const list = holders.get(pair);
      if (list) list.push(place);
      else holders.set(pair, [place]);
      bearers.set(pair, (bearers.get(pair) ?? 0) + members.length);
    }
    if (place % AT_ONCE === AT_ONCE - 1) yield;
  }
  const weight = (pair: string): number =>
    Math.log(1 + Math.max(1, projects.length) / (bearers.get(pair) ?? 1));
  for (const [place, one] of shared.entries()) {
    for (const pair of one.pairs) one.sum += weight(pair);
    if (place % AT_ONCE === AT_ONCE - 1) yield;
  }
  return { projects, shared, nameOf, weight, holders };
}

/** Pairs that follow each other in a name, joined to the words they make. */
function wordsOf(name: string, shared: ReadonlySet<string>): string[] {
  const words: string[] = [];
  let word = '';
  for (let at = 0; at + 1 < name.length; at += 1) {
    const pair = name.slice(at, at + 2);
    if (shared.has(pair)) word = word === '' ? pair : word + pair.slice(1);
    else if (word !== '') {
      words.push(word);
      word = '';
    }
  }
  if (word !== '') words.push(word);
  return [...new Set(words)].toSorted((a, b) => b.length - a.length);
}

const over = (sum: number, a: SharedName, b: SharedName): number => {
  const whole = Math.sqrt(a.sum * b.sum);
  return whole > 0 ? Math.min(1, sum / whole) : 0;
};

/**
 * How alike two names of the index are, by their places: the weight of the pairs that both have, divided by the
 * geometric mean of the weights of all pairs of each.
 */
export function likenessOf(index: NameIndex, left: number, right: number): Likeness {
  const [a, b] = [nameAt(index, left), nameAt(index, right)];
  const shared = new Set<string>();
  let sum = 0;
  for (const pair of a.pairs) {
    if (!b.pairs.has(pair)) continue;
    shared.add(pair);
    sum += index.weight(pair);
  }
  return { similarity: over(sum, a, b), shared: wordsOf(a.name, shared) };
}

/** Similarities of a name to all that share a pair with it; common pairs alone bring none. */
function similaritiesOf(index: NameIndex, at: number): Map<number, number> {
  const { shared, holders, weight } = index;
  const most = Math.max(FEW, shared.length * COMMON);
  const own = nameAt(index, at);
  const held = [...own.pairs].map((pair) => ({ pair, names: holders.get(pair) ?? [] }));
  const found = new Map<number, number>();
  for (const { pair, names } of held) {
    if (names.length > most) continue;
    const weighs = weight(pair);
    for (const other of names) found.set(other, (found.get(other) ?? 0) + weighs);
  }
  for (const { pair } of held.filter(({ names }) => names.length > most)) {
    const weighs = weight(pair);
    for (const [other, sum] of found)
      if (nameAt(index, other).pairs.has(pair)) found.set(other, sum + weighs);
  }
  for (const [other, sum] of found) found.set(other, over(sum, own, nameAt(index, other)));
  return found.set(at, own.sum > 0 ? 1 : 0);
}

/** All projects with names at least so much like that of one of them, itself first, then the most alike. */
export function* likeOne(
  index: NameIndex,
  key: string,
  threshold: number,
): Generator<void, LikeProject[]> {
  const at = index.nameOf.get(key);
  if (at === undefined) return [];
  const near = [...similaritiesOf(index, at)]
    .filter(([, similarity]) => similarity >= threshold)
    .toSorted(([a, x], [b, y]) => Number(b === at) - Number(a === at) || y - x || a - b);
  const found: LikeProject[] = [{ key, similarity: 1, shared: [] }];
  for (const [place, [other]] of near.entries()) {
    const likeness = likenessOf(index, other, at);
    for (const member of nameAt(index, other).members) {
      const own = index.projects[member]?.key ?? '';
      if (own !== key) found.push({ key: own, ...likeness });
    }
    if (place % AT_ONCE === AT_ONCE - 1) yield;
  }
  return found;
}

/** The project whose name is most like the others, by the sum of similarities; the first of equals. */
export function* coreOf(
  index: NameIndex,
  keys: ReadonlySet<string>,
): Generator<void, string | null> {
  const members = index.shared.map((name) =>
    name.members.filter((member) => keys.has(index.projects[member]?.key ?? '')),
  );
  let best: { key: string; sum: number } | null = null;
  for (const [at, [first]] of members.entries()) {
    if (first === undefined) continue;
    let sum = -1;
    for (const [other, similarity] of similaritiesOf(index, at))
      sum += similarity * (members[other]?.length ?? 0);
    if (!best || sum > best.sum + 1e-9) best = { key: index.projects[first]?.key ?? '', sum };
    yield;
  }
  return best?.key ?? null;
}

/**
 * Groups of like names of several owners: the name with the most owners about it within the threshold takes those with
 * it, then the next among what is left. Every member is at least so much like the core of its group.
 */
export function* likeGroups(
  index: NameIndex,
  threshold: number,
  most: number,
): Generator<void, LikeGroup[]> {
  const taken = new Set<number>();
  const near = (at: number): [number, number][] =>
    [...similaritiesOf(index, at)].filter(
      ([other, similarity]) => similarity >= threshold && !taken.has(other),
    );
  const ownersOf = (at: number): number => {
    const owners = new Set<string>();
    for (const [other] of near(at))
      for (const member of nameAt(index, other).members)
        owners.add(index.projects[member]?.owner ?? '');
    return owners.size;
  };
  // Counts only fall as names are taken: a count made before is an upper bound.
  const counts: number[] = [];
  for (const at of index.shared.keys()) {
    counts.push(ownersOf(at));
    yield;
  }
  const groups: LikeGroup[] = [];
  while (groups.length < most) {
    const at = counts.indexOf(counts.reduce((a, b) => Math.max(a, b), 0));
    if ((counts[at] ?? 0) < 2) break;
    const owners = taken.has(at) ? 0 : ownersOf(at);
    if (owners < (counts[at] ?? 0)) {
      counts[at] = owners;
      yield;
      continue;
    }
    const members = near(at)
      .toSorted(([a, x], [b, y]) => Number(b === at) - Number(a === at) || y - x || a - b)
      .flatMap(([other, similarity]) => {
        taken.add(other);
        return nameAt(index, other).members.map((member) => ({
          key: index.projects[member]?.key ?? '',
          similarity,
        }));
      });
    groups.push({ core: members[0]?.key ?? '', members, owners });
    yield;
  }
  return groups;
}

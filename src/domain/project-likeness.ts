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

const NO_PAIRS: ReadonlySet<string> = new Set();

/** Names with the weights of their pairs. */
export interface NameIndex {
  names: readonly NamedProject[];
  /** Place of a key among the names. */
  positions: ReadonlyMap<string, number>;
  /** Weight of a pair: the rarer, the heavier. */
  weight(pair: string): number;
  pairs: readonly ReadonlySet<string>[];
  sums: readonly number[];
  /** Names by pair, as indexes. */
  holders: ReadonlyMap<string, readonly number[]>;
}

/**
 * Two characters that stand side by side are a pair. A pair weighs ln(1 + N ÷ n): N names are compared, n of them have
 * it.
 */
export function* indexNames(names: readonly NamedProject[]): Generator<void, NameIndex> {
  const pairs: ReadonlySet<string>[] = [];
  const holders = new Map<string, number[]>();
  for (const [index, { name }] of names.entries()) {
    const own = pairsOf(name);
    pairs.push(own);
    for (const pair of own) {
      const list = holders.get(pair);
      if (list) list.push(index);
      else holders.set(pair, [index]);
    }
    if (index % AT_ONCE === AT_ONCE - 1) yield;
  }
  const weight = (pair: string): number =>
    Math.log(1 + Math.max(1, names.length) / (holders.get(pair)?.length ?? 1));
  const sums: number[] = [];
  for (const [index, own] of pairs.entries()) {
    let sum = 0;
    for (const pair of own) sum += weight(pair);
    sums.push(sum);
    if (index % AT_ONCE === AT_ONCE - 1) yield;
  }
  const positions = new Map(names.map(({ key }, index) => [key, index]));
  return { names, positions, weight, pairs, sums, holders };
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

/**
 * How alike two names of the index are: the weight of the pairs that both have, divided by the geometric mean of the
 * weights of all pairs of each.
 */
export function likenessOf(index: NameIndex, left: number, right: number): Likeness {
  const [a = NO_PAIRS, b = NO_PAIRS] = [index.pairs[left], index.pairs[right]];
  const shared = new Set<string>();
  let sum = 0;
  for (const pair of a) {
    if (!b.has(pair)) continue;
    shared.add(pair);
    sum += index.weight(pair);
  }
  const whole = Math.sqrt((index.sums[left] ?? 0) * (index.sums[right] ?? 0));
  return {
    similarity: whole > 0 ? Math.min(1, sum / whole) : 0,
    shared: wordsOf(index.names[left]?.name ?? '', shared),
  };
}

/** Similarities of a name to all that share a pair with it; common pairs alone bring none. */
function similaritiesOf(index: NameIndex, at: number): Map<number, number> {
  const { names, holders, pairs, sums, weight } = index;
  const most = Math.max(FEW, names.length * COMMON);
  const own = [...(pairs[at] ?? [])].map((pair) => ({ pair, held: holders.get(pair) ?? [] }));
  const found = new Map<number, number>();
  for (const { pair, held } of own) {
    if (held.length > most) continue;
    const weighs = weight(pair);
    for (const other of held) found.set(other, (found.get(other) ?? 0) + weighs);
  }
  for (const { pair } of own.filter(({ held }) => held.length > most)) {
    const weighs = weight(pair);
    for (const [other, sum] of found) if (pairs[other]?.has(pair)) found.set(other, sum + weighs);
  }
  for (const [other, sum] of found) {
    const whole = Math.sqrt((sums[at] ?? 0) * (sums[other] ?? 0));
    found.set(other, whole > 0 ? Math.min(1, sum / whole) : 0);
  }
  return found;
}

/** All names at least so much like one of them, itself first, then the most alike; ties in the order given. */
export function likeOne(index: NameIndex, key: string, threshold: number): LikeProject[] {
  const at = index.positions.get(key);
  if (at === undefined) return [];
  return [...similaritiesOf(index, at)]
    .filter(([other, similarity]) => other !== at && similarity >= threshold)
    .toSorted(([a, x], [b, y]) => y - x || a - b)
    .map(([other]) => ({ key: index.names[other]?.key ?? '', ...likenessOf(index, other, at) }))
    .toSpliced(0, 0, { key, similarity: 1, shared: [] });
}

/** The name that is most like the others, by the sum of similarities; the first of equals. */
export function* coreOf(
  index: NameIndex,
  keys: ReadonlySet<string>,
): Generator<void, string | null> {
  let best: { key: string; sum: number } | null = null;
  for (const [at, { key }] of index.names.entries()) {
    if (!keys.has(key)) continue;
    let sum = 0;
    for (const [other, similarity] of similaritiesOf(index, at))
      if (other !== at && keys.has(index.names[other]?.key ?? '')) sum += similarity;
    if (!best || sum > best.sum + 1e-12) best = { key, sum };
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
  const { names } = index;
  const near: (readonly [number, number][])[] = [];
  for (const at of names.keys()) {
    near.push([...similaritiesOf(index, at)].filter(([, similarity]) => similarity >= threshold));
    yield;
  }
  const ownersOf = (at: number, taken: ReadonlySet<number>): number =>
    new Set((near[at] ?? []).flatMap(([other]) => (taken.has(other) ? [] : [names[other]?.owner])))
      .size;
  const taken = new Set<number>();
  const groups: LikeGroup[] = [];
  // Counts only fall as names are taken: a count made before is an upper bound.
  const counts: number[] = [];
  for (const at of names.keys()) {
    counts.push(ownersOf(at, taken));
    yield;
  }
  while (groups.length < most) {
    const at = counts.indexOf(counts.reduce((a, b) => Math.max(a, b), 0));
    if ((counts[at] ?? 0) < 2) break;
    const owners = taken.has(at) ? 0 : ownersOf(at, taken);
    if (owners < (counts[at] ?? 0)) {
      counts[at] = owners;
      yield;
      continue;
    }
    const core = names[at]?.key ?? '';
    const free = (near[at] ?? []).filter(([other]) => !taken.has(other));
    for (const [other] of free) taken.add(other);
    const members = free
      .toSorted(([i, a], [j, b]) => Number(j === at) - Number(i === at) || b - a || i - j)
      .map(([other, similarity]) => ({ key: names[other]?.key ?? '', similarity }));
    groups.push({ core, members, owners });
    yield;
  }
  return groups;
}

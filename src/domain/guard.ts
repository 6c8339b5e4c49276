import { measureSources } from './measures';
import { formulaMeasures, type Metric } from './metric';
import { storedById } from './metrics';
import type { DocumentInfo } from './organization';
import { LONGEST_LIST, type Population } from './population';
import type { Mix } from './selection';
import type { ViewState } from './view-state';
import type { JurisdictionLevel, Scope, Stage } from './vocabulary';

/**
 * What a document's total is a total of: this year's money and carried-over money, with the carry-over printed as zero
 * (which fits either), or without a word on it.
 */
export type VintageBase = 'holds' | 'none' | 'silent';

/** Documents that are alike in all that a ruler asks for; a chosen organization stands in a row of its own. */
export interface LikeDocuments {
  /** Null for the others of the population, counted together. */
  org_id: string | null;
  is_member: boolean;
  scope: Scope;
  level: JurisdictionLevel | null;
  fiscal_year: number;
  stage: Stage;
  vintage: VintageBase;
  /** What their figures rest on: base of a change, kind of headcount; null where there is only one way. */
  basis: string | null;
  documents: number;
  /** Of these, documents that were made up. */
  synthetic: number;
}

export type Synthetic = 'none' | 'some' | 'all';

/** How many of the documents were made up. */
export function syntheticOf(
  rows: readonly Pick<LikeDocuments, 'documents' | 'synthetic'>[],
): Synthetic {
  const made = rows.reduce((sum, { synthetic }) => sum + synthetic, 0);
  if (made === 0) return 'none';
  return made === documentsOf(rows) ? 'all' : 'some';
}

/** What a selection mixes, and the selection that does not. */
export interface Guard {
  mixes: readonly Mix[];
  /** What the members of the population mix among themselves. */
  ofMembers: readonly Mix[];
  /** Whether figures shown were made up, not published. */
  synthetic: Synthetic;
  fair: FairSelection | null;
}

export interface FairSelection {
  /** Documents that stay. */
  documents: number;
  change: Partial<Pick<ViewState, 'orgs' | 'group'>>;
}

export const NO_GUARD: Guard = { mixes: [], ofMembers: [], synthetic: 'none', fair: null };

const WHOLE_TABLES: ReadonlySet<string> = new Set(['balance', 'expenditure']);

/** Whether a figure changes with the carry-over that a document counts in or leaves out. */
export function restsOnWhole(metric: Metric): boolean {
  const stored = storedById(metric.id);
  return formulaMeasures(stored?.compute ?? { op: 'measure', of: 'total' }).some((id) => {
    const [source] = measureSources(id);
    return source?.from === 'line' && !source.vintage && WHOLE_TABLES.has(source.table);
  });
}

/** What a difference in basis is called: a metric rests on headcounts, or on what changes are measured from. */
export function basisMix(metric: Metric): Extract<Mix, 'basis' | 'headcount'> | null {
  const { op } = metric.compute;
  if (op === 'change' || op === 'growth') return 'basis';
  return storedById(metric.id)?.compute.op === 'per_staff' ? 'headcount' : null;
}

const several = (values: readonly unknown[]): boolean => new Set(values).size > 1;

/** Every respect in which documents differ that one ruler would have to be the same in. */
export function guardMixes(rows: readonly LikeDocuments[], metric: Metric | null): Mix[] {
  const bases = rows.flatMap(({ basis }) => basis ?? []);
  const has = (base: VintageBase) => rows.some(({ vintage }) => vintage === base);
  const found: [Mix | null, boolean][] = [
    ['scope', several(rows.map(({ scope }) => scope))],
    ['level', several(rows.map(({ level }) => level))],
    ['stage', several(rows.map(({ stage }) => stage))],
    ['vintage', has('holds') && has('silent')],
    [metric && basisMix(metric), several(bases)],
  ];
  return found.flatMap(([mix, isMixed]) => (mix && isMixed ? [mix] : []));
}

const goTogether = (a: LikeDocuments, b: LikeDocuments): boolean =>
  a.scope === b.scope &&
  a.level === b.level &&
  a.stage === b.stage &&
  (a.vintage === b.vintage || a.vintage === 'none' || b.vintage === 'none') &&
  (a.basis === b.basis || a.basis === null || b.basis === null);

const documentsOf = (rows: readonly Pick<LikeDocuments, 'documents'>[]): number =>
  rows.reduce((sum, { documents }) => sum + documents, 0);

/** The largest group of documents like those of an organization; it holds no two that are unlike. */
function largestLike(rows: readonly LikeDocuments[], org: string): LikeDocuments[] {
  const own = rows.filter(({ org_id }) => org_id === org);
  const near = rows.filter((row) => own.every((one) => goTogether(one, row)));
  const groups = near.map((seed) =>
    near
      .filter((row) => goTogether(seed, row))
      .reduce<LikeDocuments[]>(
        (kept, row) => (kept.every((one) => goTogether(one, row)) ? [...kept, row] : kept),
        [...own, seed],
      ),
  );
  const [largest] = groups
    .map((group) => [...new Set(group)])
    .toSorted((a, b) => documentsOf(b) - documentsOf(a));
  return largest ?? own;
}

/**
 * The members that are like the organization in focus, where scope and level alone do not tell them: their organizations
 * have to be listed. Null where they do, or a list would be too long for the address.
 */
export function likeMembers(
  rows: readonly LikeDocuments[],
  metric: Metric | null,
  org: string,
): LikeDocuments[] | null {
  const members = rows.filter(({ is_member }) => is_member);
  const like = largestLike(rows, org);
  const [own] = like;
  const near = members.filter(({ scope, level }) => scope === own?.scope && level === own.level);
  const kept = like.filter(({ is_member }) => is_member);
  const isListed =
    guardMixes(near, metric).length > 0 && members.some((row) => row.org_id === null);
  return isListed && documentsOf(kept) <= LONGEST_LIST ? kept : null;
}

/** What of the view state narrows the population to documents of one scope and level. */
function narrowed(
  population: Population | null,
  focus: Pick<DocumentInfo, 'scope' | 'level'>,
  documents: readonly DocumentInfo[],
  list: string,
): Pick<ViewState, 'group'> | null {
  if (!population || population.sizeLike) return null;
  const { scope, level } = focus;
  const { orgs, sector, within } = population;
  if (orgs === null) return { group: { kind: 'filter', scope, level, sector, within } };
  const like = new Set(
    documents
      .filter((one) => one.scope === scope && one.level === level)
      .map(({ org_id }) => org_id),
  );
  return { group: { kind: 'list', name: list, orgs: orgs.filter((org) => like.has(org)) } };
}

/**
 * The selection that one ruler fits and that the organization in focus belongs to: the largest there is among the chosen
 * ones and the population. Null where nothing is mixed, or nobody would be left to compare with.
 */
export function fairSelection(
  rows: readonly LikeDocuments[],
  metric: Metric | null,
  view: {
    focus: Pick<DocumentInfo, 'org_id' | 'scope' | 'level'>;
    population: Population | null;
    /** Name of an own list. */
    list: string;
    /** All loaded documents. */
    documents: readonly DocumentInfo[];
    /** Members that are like `likeMembers`, under a name for their list; null where no list is needed. */
    members: { name: string; orgs: readonly string[] } | null;
  },
): FairSelection | null {
  if (guardMixes(rows, metric).length === 0) return null;
  const { focus, population, list, documents, members: listed } = view;
  const like = largestLike(rows, focus.org_id);
  const isLike = new Set(like);
  const chosen = [...new Set(rows.flatMap(({ org_id }) => org_id ?? []))];
  const unlike = new Set(rows.filter((row) => !isLike.has(row)).flatMap((row) => row.org_id ?? []));
  const orgs = chosen.filter((org) => !unlike.has(org));
  const members = rows.filter(({ is_member }) => is_member);
  const spreads = several(members.map(({ scope, level }) => `${scope} ${level}`));
  const byList: Pick<ViewState, 'group'> | null = listed && { group: { kind: 'list', ...listed } };
  const group = byList ?? (spreads ? narrowed(population, focus, documents, list) : null);
  const change = { ...(unlike.size > 0 ? { orgs } : {}), ...group };
  const left = documentsOf(like);
  return Object.keys(change).length > 0 && left > 1 ? { documents: left, change } : null;
}

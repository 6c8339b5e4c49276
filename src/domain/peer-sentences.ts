import type { Reason } from './missing';
import type { Mix } from './selection';

/** Where an organization stands among the members of a population in one figure. */
export interface PeerStanding {
  doc_id: string;
  org_id: string;
  is_member: boolean;
  value: number | null;
  reason: Reason | null;
  /** From the highest; ties share it. Null for one that has no value or is no member. */
  rank: number | null;
  /** Members with this very value, itself included. */
  sharing: number | null;
  /** Documents of the population, and those of them that have a value. */
  documents: number;
  members: number;
  least: number | null;
  low: number | null;
  median: number | null;
  high: number | null;
  most: number | null;
}

/** What can be said of a standing, or why nothing can. */
export type PeerSaying =
  | { key: 'nobody' }
  | { key: 'outside' }
  | { key: 'unvalued'; reason: Reason }
  /** Members that one ruler does not fit have no order. */
  | { key: 'mixed'; mixes: readonly Mix[] }
  /** All members have one value. */
  | { key: 'alike'; members: number }
  | {
      key: 'rank';
      rank: number;
      shared: boolean;
      members: number;
      median: number | null;
      /** From the lowest, 1 to 4; null where there are too few members. */
      quarter: number | null;
    };

/** Members from which on a median, and quarters, say more than the values themselves. */
const MEDIAN_FROM = 3;
const QUARTERS_FROM = 4;

/** Which quarter of the members a value lies in, from the lowest; a value on a boundary belongs below it. */
function quarterOf(value: number, boundaries: readonly (number | null)[]): number {
  return 1 + boundaries.filter((boundary) => boundary !== null && value > boundary).length;
}

/** Differences that leave no order among figures. Those in carry-over or headcount are marked beside them. */
const UNORDERED: ReadonlySet<Mix> = new Set(['scope', 'level', 'stage', 'year', 'basis']);

/** What of the differences among members forbids to rank them; empty where they can be ranked. */
export const unordered = (mixes: readonly Mix[]): Mix[] =>
  mixes.filter((mix) => UNORDERED.has(mix));

/**
 * What the numbers say of an organization among its peers; nothing where there is nobody to compare with. `mixes` is what
 * the members mix among themselves.
 */
export function peerSaying(standing: PeerStanding, mixes: readonly Mix[] = []): PeerSaying {
  const { is_member, value, reason, rank, sharing, documents, members, low, median, high } =
    standing;
  const isAlone = documents - (is_member ? 1 : 0) === 0;
  if (isAlone) return { key: 'nobody' };
  if (!is_member) return { key: 'outside' };
  if (value === null || rank === null) {
    return { key: 'unvalued', reason: reason ?? 'not_published' };
  }
  if (members < 2) return { key: 'nobody' };
  const apart = unordered(mixes);
  if (apart.length > 0) return { key: 'mixed', mixes: apart };
  if (standing.least === standing.most) return { key: 'alike', members };
  return {
    key: 'rank',
    rank,
    shared: (sharing ?? 1) > 1,
    members,
    median: members >= MEDIAN_FROM ? median : null,
    quarter: members >= QUARTERS_FROM ? quarterOf(value, [low, median, high]) : null,
  };
}

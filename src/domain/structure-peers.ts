import type { DocumentInfo } from './organization';
import type { Population } from './population';

/** The middle share of a part among several budgets. */
export interface StructurePeer {
  code: string;
  /** Budgets it is taken from. */
  peers: number;
  /** As a fraction of the whole. */
  share: number;
}

/** Medians by the code of the part. */
export interface PeerShares {
  peers: number;
  shares: ReadonlyMap<string, number>;
}

/** Medians with the population that they are taken from. */
export type PeerMedian = PeerShares & Pick<Population, 'scope' | 'level'>;

/** A population of one scope and level: its own, else those of the organization in focus. */
export const likeFocus = (
  population: Population,
  focus: Pick<DocumentInfo, 'scope' | 'level'>,
): Population => ({
  ...population,
  scope: population.scope ?? focus.scope,
  level: population.level ?? focus.level,
});

/** Fewer budgets than this have no middle worth a bar. */
export const FEWEST_PEERS = 3;

/** Medians by part; null where there are too few to take one from. */
export const peerMedian = (rows: readonly StructurePeer[]): PeerShares | null => {
  const peers = rows[0]?.peers ?? 0;
  return peers < FEWEST_PEERS
    ? null
    : { peers, shares: new Map(rows.map(({ code, share }) => [code, share])) };
};

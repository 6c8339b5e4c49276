/** The middle share of a part among several budgets. */
export interface StructurePeer {
  code: string;
  /** Budgets it is taken from. */
  peers: number;
  /** As a fraction of the whole. */
  share: number;
}

/** Medians by the code of the part; null where there is nobody to take one from. */
export interface PeerMedian {
  peers: number;
  shares: ReadonlyMap<string, number>;
}

/** Fewer budgets than this have no middle worth a bar. */
export const FEWEST_PEERS = 3;

export const peerMedian = (rows: readonly StructurePeer[]): PeerMedian | null => {
  const peers = rows[0]?.peers ?? 0;
  return peers < FEWEST_PEERS
    ? null
    : { peers, shares: new Map(rows.map(({ code, share }) => [code, share])) };
};

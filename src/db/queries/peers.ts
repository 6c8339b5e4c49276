import type { Metric } from '@/domain/metric';
import type { Reason } from '@/domain/missing';
import type { PeerStanding } from '@/domain/peer-sentences';
import type { PriceIndex } from '@/domain/price-index';
import type { Query } from '../engine';
import type { Shown } from './population';
import { quartileRows } from './quartiles';
import { sharedFigures, shownFigures } from './shown-figures';

/** Whose standing in which figure. */
export interface PeersAsked {
  shown: Shown;
  metric: Metric;
  prices: PriceIndex;
}

const figures = ({ shown, metric, prices }: PeersAsked): string => `
  figure AS (${shownFigures(shown, metric, prices)})`;

/**
 * The standing of every chosen organization among the members of the population: its rank from the highest (ties share
 * one), how many share it, and of all members with a value the least, quartiles and most.
 */
export const peerStandings = (asked: PeersAsked): Query<PeerStanding> => ({
  shared: sharedFigures(asked.shown, asked.metric, asked.prices),
  sql: `
  WITH ${figures(asked)},
  member AS (SELECT doc_id, value FROM figure WHERE is_member AND value IS NOT NULL),
  spread AS (${quartileRows('SELECT value FROM member', [])}),
  reach AS (SELECT MIN(value) AS least, MAX(value) AS most FROM member),
  everyone AS (SELECT CAST(COUNT(*) AS INTEGER) AS documents FROM figure WHERE is_member),
  ranked AS (
    SELECT doc_id, CAST(RANK() OVER (ORDER BY value DESC) AS INTEGER) AS rank,
      CAST(COUNT(*) OVER (PARTITION BY value) AS INTEGER) AS sharing
    FROM member)
  SELECT f.doc_id, f.org_id, f.is_member, f.value, f.reason, r.rank, r.sharing, e.documents,
    COALESCE(s.members, 0) AS members, x.least, s.low, s.median, s.high, x.most
  FROM figure f
  LEFT JOIN ranked r ON r.doc_id = f.doc_id
  LEFT JOIN spread s ON true
  CROSS JOIN reach x
  CROSS JOIN everyone e
  WHERE f.is_chosen
  ORDER BY f.doc_id`,
});

export interface PeerReasonRow {
  reason: Reason;
  documents: number;
}

/** Why members of the population have no value, most frequent reason first. */
export const peerReasons = (asked: PeersAsked): Query<PeerReasonRow> => ({
  shared: sharedFigures(asked.shown, asked.metric, asked.prices),
  sql: `
  WITH ${figures(asked)}
  SELECT reason, CAST(COUNT(*) AS INTEGER) AS documents
  FROM figure WHERE is_member AND reason IS NOT NULL
  GROUP BY reason ORDER BY documents DESC, reason`,
});

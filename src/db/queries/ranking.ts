import type { Metric } from '@/domain/metric';
import type { Reason } from '@/domain/missing';
import type { DocumentInfo } from '@/domain/organization';
import type { PriceIndex } from '@/domain/price-index';
import type { Query } from '../engine';
import type { Shown } from './population';
import { shownFigures } from './shown-figures';

/** An organization with its place among the members of a population. */
export interface RankedRow extends DocumentInfo {
  value: number | null;
  reason: Reason | null;
  basis: string | null;
  is_chosen: boolean;
  is_member: boolean;
  /** Equal values have equal ranks (1, 2, 2, 4); null without a value and outside the population. */
  rank: number | null;
  /** Row in the whole list, from 1: ranked ones from the highest, then the others. */
  list_no: number;
  /** Ranked organizations, and all rows of the list. */
  ranked: number;
  listed: number;
}

/** The whole list, not brought to the page. */
const list = (shown: Shown, metric: Metric, prices: PriceIndex): string => `
  WITH given AS (
    SELECT *, is_member AND value IS NOT NULL AS is_ranked
    FROM (${shownFigures(shown, metric, prices)}) AS figure_shown),
  list AS (
    SELECT *, CASE WHEN is_ranked THEN RANK() OVER (PARTITION BY is_ranked ORDER BY value DESC) END AS rank,
      ROW_NUMBER() OVER (ORDER BY CASE WHEN is_ranked THEN 0 ELSE 1 END, value DESC NULLS LAST, doc_id) AS list_no,
      COUNT(*) FILTER (WHERE is_ranked) OVER () AS ranked, COUNT(*) OVER () AS listed
    FROM given)`;

const columns = `i.*, k.value, k.reason, k.basis, k.is_chosen, k.is_member, k.rank, k.list_no, k.ranked, k.listed`;

const named = (kept: string): string => `
  SELECT ${columns}
  FROM (${kept}) k JOIN document_info i ON i.doc_id = k.doc_id
  ORDER BY k.list_no`;

/** How much of a long list is shown: rows at both ends, and on both sides of each chosen organization. */
export interface Cut {
  ends: number;
  around: number;
}

/**
 * A ranking cut to what can be drawn: the highest, those round each chosen organization, the lowest. A gap of one row
 * is closed. Chosen organizations that are not ranked come last; other members without a value are left out.
 */
export const rankingCut = (
  shown: Shown,
  metric: Metric,
  prices: PriceIndex,
  { ends, around }: Cut,
): Query<RankedRow> => ({
  sql: `${list(shown, metric, prices)},
  nearby AS (
    SELECT DISTINCT l.doc_id FROM list l JOIN list c
      ON l.list_no BETWEEN c.list_no - ${around} AND c.list_no + ${around} AND c.is_chosen AND c.is_ranked),
  near AS (
    SELECT l.*, l.is_ranked AND (l.list_no <= ${ends} OR l.list_no > l.ranked - ${ends} OR r.doc_id IS NOT NULL) AS is_near
    FROM list l LEFT JOIN nearby r ON r.doc_id = l.doc_id),
  beside AS (
    SELECT *, LAG(is_near) OVER (ORDER BY list_no) AND LEAD(is_near) OVER (ORDER BY list_no) AS is_between
    FROM near)
  ${named('SELECT * FROM beside WHERE is_near OR (is_between AND is_ranked) OR (is_chosen AND NOT is_ranked)')}`,
});

/** A page of the whole list, from 1, those without a value at its end. */
export const rankingPage = (
  shown: Shown,
  metric: Metric,
  prices: PriceIndex,
  { page, size }: { page: number; size: number },
): Query<RankedRow> => ({
  sql: `${list(shown, metric, prices)}
  ${named(`SELECT * FROM list WHERE list_no > ${(page - 1) * size} AND list_no <= ${page * size}`)}`,
});

import { valuesList } from '@/db/sql';
import type { Metric } from '@/domain/metric';
import type { Reason } from '@/domain/missing';
import type { DocumentInfo } from '@/domain/organization';
import type { PriceIndex } from '@/domain/price-index';
import type { Query } from '../engine';
import type { Shown } from './population';
import { sharedFigures, shownFigures } from './shown-figures';

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
  tally AS (SELECT COUNT(*) FILTER (WHERE is_ranked) AS ranked, COUNT(*) AS listed FROM given),
  list AS (
    SELECT given.*, tally.ranked, tally.listed,
      CASE WHEN is_ranked THEN RANK() OVER (PARTITION BY is_ranked ORDER BY value DESC) END AS rank,
      ROW_NUMBER() OVER (ORDER BY CASE WHEN is_ranked THEN 0 ELSE 1 END, value DESC NULLS LAST, doc_id) AS list_no
    FROM given CROSS JOIN tally)`;

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

/** The rows round another one, as rows of constants: how far they are from it. */
const steps = (around: number): string =>
  valuesList(Array.from({ length: 2 * around + 1 }, (_, i) => [i - around]));

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
  shared: sharedFigures(shown, metric, prices),
  sql: `${list(shown, metric, prices)},
  step (step) AS (VALUES ${steps(around)}),
  near AS (
    SELECT list_no FROM list WHERE is_ranked AND (list_no <= ${ends} OR list_no > ranked - ${ends})
    UNION
    SELECT c.list_no + step.step FROM list c CROSS JOIN step WHERE c.is_chosen AND c.is_ranked),
  shown_row AS (
    SELECT list_no FROM near
    UNION
    SELECT a.list_no + 1 FROM near a JOIN near b ON b.list_no = a.list_no + 2)
  ${named(`SELECT l.* FROM list l LEFT JOIN shown_row s ON s.list_no = l.list_no
      WHERE (l.is_ranked AND s.list_no IS NOT NULL) OR (l.is_chosen AND NOT l.is_ranked)`)}`,
});

/** A page of the whole list, from 1, those without a value at its end. */
export const rankingPage = (
  shown: Shown,
  metric: Metric,
  prices: PriceIndex,
  { page, size }: { page: number; size: number },
): Query<RankedRow> => ({
  shared: sharedFigures(shown, metric, prices),
  sql: `${list(shown, metric, prices)}
  ${named(`SELECT * FROM list WHERE list_no > ${(page - 1) * size} AND list_no <= ${page * size}`)}`,
});

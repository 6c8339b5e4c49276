import { literalList, quoteLiteral, rankIn } from '@/db/sql';
import type { StructurePeer } from '@/domain/structure-peers';
import type { Division } from '@/domain/view-state';
import type { Query } from '../engine';
import { shownDocuments, type Shown } from './population';
import { quartileRows } from './quartiles';
import { PRINTED } from './structure';

/** Divisions whose parts have codes that are the same everywhere, level by level. */
export type CodedDivision = Exclude<Division, 'fund'>;

/** Parts that miss more than this share of their whole leave open what an unprinted part would have. */
const CLOSES = 0.005;

/** Digits of a code at the top and below each class. */
const TOP = 3;
const DEEPER = 2;

/** Whole and parts of each document by code: `doc_id, code, amount`, the whole without a code. */
function codedRows(division: CodedDivision, drill: string): string {
  if (division === 'nature') {
    const [whole, parts] =
      drill === 'basic' ? ['basic', ['personnel', 'operating']] : ['total', ['basic', 'project']];
    return `SELECT m.doc_id, NULLIF(m.measure, '${whole}') AS code, m.amount
      FROM measure m JOIN docs d ON d.doc_id = m.doc_id
      WHERE m.measure IN ${literalList([whole, ...parts])}`;
  }
  const { tables, side, nature, parts } = PRINTED[division];
  const isPart = `r.classification = '${parts}' AND LENGTH(r.class_code) = ${
    drill ? `${drill.length + DEEPER} AND r.class_code LIKE ${quoteLiteral(`${drill}%`)}` : TOP
  }`;
  const isWhole = drill
    ? `r.classification = '${parts}' AND r.class_code = ${quoteLiteral(drill)}`
    : 'r.is_grand_total';
  const rank = rankIn('r.table_id', tables);
  return `SELECT doc_id, code, amount FROM (
      SELECT r.doc_id, CASE WHEN ${isWhole} THEN NULL ELSE r.class_code END AS code, r.total AS amount, ${rank} AS place,
        MIN(CASE WHEN ${isPart} THEN ${rank} END) OVER (PARTITION BY r.doc_id) AS best
      FROM row_amount r JOIN docs d ON d.doc_id = r.doc_id
      WHERE r.table_id IN ${literalList(tables)} AND r.side = '${side}' AND r.nature = '${nature}'
        AND r.total IS NOT NULL AND (${isWhole} OR ${isPart})) AS printed
    WHERE place = best`;
}

/**
 * The median share of each part among the members of a population, with the number of budgets it is taken from: those
 * whose parts add up to their whole, so that a part they do not print is nothing of it. A budget without a printed whole
 * is as large as its parts.
 */
export function structurePeers(
  division: CodedDivision,
  drill: string,
  shown: Shown,
): Query<StructurePeer> {
  return {
    sql: `
    WITH docs AS (SELECT doc_id FROM (${shownDocuments(shown)}) AS every WHERE is_member),
    coded AS (${codedRows(division, drill)}),
    whole AS (
      SELECT doc_id, COALESCE(MAX(amount) FILTER (WHERE code IS NULL),
          SUM(amount) FILTER (WHERE code IS NOT NULL)) AS amount
      FROM coded GROUP BY doc_id
      HAVING COUNT(code) > 0 AND MIN(amount) >= 0
        AND COALESCE(ABS(SUM(amount) FILTER (WHERE code IS NOT NULL) - MAX(amount) FILTER (WHERE code IS NULL)), 0)
          <= ${CLOSES} * SUM(amount) FILTER (WHERE code IS NOT NULL)),
    measured AS (SELECT doc_id, amount FROM whole WHERE amount > 0),
    part AS (
      SELECT c.doc_id, c.code, SUM(CAST(c.amount AS DOUBLE)) / MIN(CAST(m.amount AS DOUBLE)) AS share
      FROM coded c JOIN measured m ON m.doc_id = c.doc_id
      WHERE c.code IS NOT NULL GROUP BY c.doc_id, c.code),
    every AS (
      SELECT k.code, COALESCE(p.share, 0) AS value
      FROM (SELECT DISTINCT code FROM part) k CROSS JOIN measured m
      LEFT JOIN part p ON p.code = k.code AND p.doc_id = m.doc_id)
    SELECT code, members AS peers, median AS share
    FROM (${quartileRows('SELECT code, value FROM every', ['code'])}) AS spread
    ORDER BY median DESC, code`,
  };
}

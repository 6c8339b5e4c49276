import { literalList, quoteLiteral, rankIn } from '@/db/sql';
import type { StructurePeer } from '@/domain/structure-peers';
import type { Division } from '@/domain/view-state';
import type { Query } from '../engine';
import { shownDocuments, type Shown } from './population';
import { quartileRows } from './quartiles';
import { FUND_CODE, PRINTED } from './structure';

/** Parts that miss more than this share of their whole leave open what an unprinted part would have. */
const CLOSES = 0.005;

/** Digits of a code at the top and below each class. */
const TOP = 3;
const DEEPER = 2;

/**
 * Income as `leafRows` reads it: what nothing printed divides further. A row stands for itself where its parts are not
 * all printed, hold no amount, or are none; what stands below such a row is part of it. The rows are three deep at most.
 */
function fundRows(): string {
  const { tables, side, nature } = PRINTED.fund;
  const printed = `table_id IN ${literalList(tables)} AND p.side = '${side}'`;
  return `WITH mark AS (
      SELECT p.doc_id, p.row_no, MIN(p.fund) AS fund, BOOL_OR(COALESCE(p.is_partial, false)) AS is_partial
      FROM line p JOIN docs d ON d.doc_id = p.doc_id WHERE p.${printed} GROUP BY p.doc_id, p.row_no),
    income AS (
      SELECT p.doc_id, p.row_no, p.parent_row_no, p.level, p.is_grand_total, p.total AS amount,
        m.is_partial, ${FUND_CODE} AS code
      FROM row_amount p JOIN mark m ON m.doc_id = p.doc_id AND m.row_no = p.row_no
      WHERE p.${printed} AND p.nature = '${nature}'),
    divided AS (
      SELECT doc_id, parent_row_no, COUNT(amount) AS amounts FROM income
      WHERE parent_row_no IS NOT NULL GROUP BY doc_id, parent_row_no),
    own AS (
      SELECT i.*, i.is_partial OR v.amounts IS NULL OR (v.amounts = 0 AND i.amount IS NOT NULL) AS is_leaf
      FROM income i LEFT JOIN divided v ON v.doc_id = i.doc_id AND v.parent_row_no = i.row_no)
    SELECT r.doc_id, CASE WHEN r.is_grand_total THEN NULL ELSE r.code END AS code, r.amount
    FROM own r
    LEFT JOIN own a ON a.doc_id = r.doc_id AND a.row_no = r.parent_row_no AND a.level > 0
    LEFT JOIN own b ON b.doc_id = a.doc_id AND b.row_no = a.parent_row_no AND b.level > 0
    WHERE r.amount IS NOT NULL AND (r.is_grand_total OR (r.level > 0 AND r.is_leaf
      AND NOT COALESCE(a.is_leaf, false) AND NOT COALESCE(b.is_leaf, false)))`;
}

/** Whole and parts of each document by code: `doc_id, code, amount`, the whole without a code. */
function codedRows(division: Division, drill: string): string {
  if (division === 'fund') return fundRows();
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
  division: Division,
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

import type { StructureRow } from '@/domain/structure';
import type { Division } from '@/domain/view-state';
import { literalList, placeholders, rankIn, valuesList, type SqlLiteral } from '@/db/sql';
import { FUNCTION_TABLES } from '@/domain/measures';
import type { Query } from '../engine';

/** The tables that print a division, and which of their rows are its parts. */
export interface Printed {
  /** Tables that print the division, best first. */
  tables: readonly string[];
  side: string;
  nature: string;
  /** Classification of the rows that are parts. */
  parts: string;
}

/** Divisions that one printed table has as its rows. */
export type RowDivision = Exclude<Division, 'nature'>;

/** Where each division is printed. */
export const PRINTED: Readonly<Record<RowDivision, Printed>> = {
  function: {
    tables: FUNCTION_TABLES,
    side: 'expenditure',
    nature: 'total',
    parts: 'function',
  },
  economic: { tables: ['basic'], side: 'expenditure', nature: 'basic', parts: 'economic' },
  fund: { tables: ['balance'], side: 'income', nature: 'total', parts: 'income_source' },
};

/** What the single cells of a row say of all of it. */
const marksOfRow = (docIds: readonly string[]): string => `
  SELECT doc_id, table_id, side, row_no, MIN(fund) AS fund, MAX(COALESCE(is_partial, false)) AS is_partial
  FROM line
  WHERE doc_id IN ${placeholders(docIds)}
  GROUP BY doc_id, table_id, side, row_no`;

/** Code of a row of the fund division, printed as `p`, marked as `m`: its fund, money carried over apart. */
export const FUND_CODE = `CASE WHEN p.classification = 'summary' THEN CONCAT('carried_', m.fund) ELSE m.fund END`;

const codeOf = (division: RowDivision): string =>
  division === 'fund' ? FUND_CODE : 'p.class_code';

/** What a row's cells hold together. */
export const stateOf = (
  amount: string,
  isUnreadable: string,
): string => `CASE WHEN ${amount} = 0 THEN 'zero'
        WHEN ${amount} IS NOT NULL THEN 'number' WHEN ${isUnreadable} THEN 'unreadable' ELSE 'blank' END`;

/** Measures that basic and project expenditure are divided into, with the one above; the first is the whole. */
const NATURE_ROWS: readonly SqlLiteral[][] = [
  ['total', 1, null, 0],
  ['basic', 2, 1, 1],
  ['personnel', 3, 2, 2],
  ['operating', 4, 2, 2],
  ['project', 5, 1, 1],
];

/** Natures come from several tables: each is the measure that metrics are made from. */
const natureRows = (docIds: readonly string[]): Query<StructureRow> => ({
  sql: `
    WITH wanted (measure, row_no, parent_row_no, level) AS (VALUES ${valuesList(NATURE_ROWS)})
    SELECT m.doc_id, COALESCE(m.source, 'expenditure') AS table_id, 'expenditure' AS side, 'total' AS nature,
      w.row_no, w.parent_row_no, w.level > 0 AS is_part, w.measure AS code, w.measure AS label,
      NULL AS name, NULL AS name_en, w.level, w.measure IN ('total', 'basic') AS is_total,
      w.level = 0 AS is_grand_total, false AS is_partial, m.amount, w.measure AS metric,
      ${stateOf('m.amount', `m.reason = 'unreadable'`)} AS state
    FROM measure m JOIN wanted w ON w.measure = m.measure
    WHERE m.doc_id IN ${placeholders(docIds)}
      AND (m.amount IS NOT NULL OR m.reason IN ('blank', 'unreadable'))
    ORDER BY m.doc_id, w.row_no`,
  params: docIds,
});

/**
 * Every row of the table that divides each document's budget: the best table with an amount for a class in it, else for an
 * item; totals, classes and items as printed, amounts in yuan. Ordered by document and row.
 */
export function structureRows(division: Division, docIds: readonly string[]): Query<StructureRow> {
  if (division === 'nature') return natureRows(docIds);
  const { tables, side, nature, parts } = PRINTED[division];
  const rank = rankIn('table_id', tables);
  return {
    sql: `
    WITH printed AS (
      SELECT doc_id, table_id, side, nature, row_no, parent_row_no, classification, class_code, label,
        level, is_total, is_grand_total, total, unreadable
      FROM row_amount
      WHERE doc_id IN ${placeholders(docIds)} AND table_id IN ${literalList(tables)}
        AND side = '${side}' AND nature = '${nature}'),
    ranked AS (
      SELECT doc_id, table_id, ROW_NUMBER() OVER (
        PARTITION BY doc_id ORDER BY MIN(CASE WHEN total IS NULL THEN 2 WHEN level > 1 THEN 1 ELSE 0 END), ${rank}) AS place
      FROM printed WHERE classification = '${parts}' GROUP BY doc_id, table_id)
    SELECT p.doc_id, p.table_id, p.side, p.nature, p.row_no, p.parent_row_no,
      p.classification = '${parts}' AS is_part, ${codeOf(division)} AS code, p.label, n.name, n.name_en,
      p.level, p.is_total, p.is_grand_total, m.is_partial, p.total AS amount, NULL AS metric,
      ${stateOf('p.total', 'p.unreadable > 0')} AS state
    FROM printed p
    JOIN ranked t ON t.doc_id = p.doc_id AND t.table_id = p.table_id AND t.place = 1
    JOIN (${marksOfRow(docIds)}) m ON m.doc_id = p.doc_id
      AND m.table_id = p.table_id AND m.side = p.side AND m.row_no = p.row_no
    LEFT JOIN classification n ON n.kind = p.classification AND n.code = p.class_code
    ORDER BY p.doc_id, p.row_no`,
    params: [...docIds, ...docIds],
  };
}

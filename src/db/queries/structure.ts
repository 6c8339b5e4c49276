import type { StructureRow } from '@/domain/structure';
import type { Division } from '@/domain/view-state';
import { literalList, placeholders, rankIn } from '@/db/sql';
import { FUNCTION_TABLES } from '@/domain/measures';
import type { Query } from '../engine';

interface Printed {
  /** Tables that print the division, best first. */
  tables: readonly string[];
  side: string;
  nature: string;
  /** Classification of the rows that are parts. */
  parts: string;
}

const PRINTED: Readonly<Record<Division, Printed>> = {
  function: {
    tables: FUNCTION_TABLES,
    side: 'expenditure',
    nature: 'total',
    parts: 'function',
  },
  economic: { tables: ['basic'], side: 'expenditure', nature: 'basic', parts: 'economic' },
  fund: { tables: ['balance'], side: 'income', nature: 'total', parts: 'income_source' },
};

const fundOfRow = (docIds: readonly string[]): string => `
  SELECT doc_id, table_id, side, row_no, MIN(fund) AS fund FROM line
  WHERE doc_id IN ${placeholders(docIds)}
  GROUP BY doc_id, table_id, side, row_no`;

/** Code of a row: its class, or for the fund division its fund, money carried over apart. */
const codeOf = (division: Division): string =>
  division === 'fund'
    ? `CASE WHEN p.classification = 'summary' THEN CONCAT('carried_', f.fund) ELSE f.fund END`
    : 'p.class_code';

/**
 * Every row of the table that divides each document's budget: the best table with an amount in it, totals, classes
 * and items as printed, amounts in yuan. Ordered by document and row.
 */
export function structureRows(division: Division, docIds: readonly string[]): Query<StructureRow> {
  const { tables, side, nature, parts } = PRINTED[division];
  const rank = rankIn('table_id', tables);
  const fund =
    division === 'fund'
      ? `LEFT JOIN (${fundOfRow(docIds)}) f ON f.doc_id = p.doc_id
    AND f.table_id = p.table_id AND f.side = p.side AND f.row_no = p.row_no`
      : '';
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
        PARTITION BY doc_id ORDER BY MIN(CASE WHEN total IS NULL THEN 1 ELSE 0 END), ${rank}) AS place
      FROM printed WHERE classification = '${parts}' GROUP BY doc_id, table_id)
    SELECT p.doc_id, p.table_id, p.side, p.nature, p.row_no, p.parent_row_no,
      p.classification = '${parts}' AS is_part, ${codeOf(division)} AS code, p.label, n.name, n.name_en,
      p.level, p.is_total, p.is_grand_total, p.total AS amount,
      CASE WHEN p.total = 0 THEN 'zero' WHEN p.total IS NOT NULL THEN 'number'
        WHEN p.unreadable > 0 THEN 'unreadable' ELSE 'blank' END AS state
    FROM printed p
    JOIN ranked t ON t.doc_id = p.doc_id AND t.table_id = p.table_id AND t.place = 1
    LEFT JOIN classification n ON n.kind = p.classification AND n.code = p.class_code
    ${fund}
    ORDER BY p.doc_id, p.row_no`,
    params: division === 'fund' ? [...docIds, ...docIds] : docIds,
  };
}

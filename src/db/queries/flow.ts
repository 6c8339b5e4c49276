import { literalList } from '@/db/sql';
import type { FlowRow } from '@/domain/flow';
import { FUNCTION_TABLES } from '@/domain/measures';
import type { Query } from '../engine';
import { stateOf } from './structure';

const TABLES = [...FUNCTION_TABLES, 'basic'];

/**
 * Every printed row of one budget that its money is followed through, amounts in yuan: both sides of the balance, the
 * tables by function, basic expenditure by economic item, and the projects. Codes of funds are the funds, money carried
 * over apart.
 */
export const flowRows = (doc: string): Query<FlowRow> => ({
  sql: `
    WITH marks AS (
      SELECT table_id, side, row_no, MIN(fund) AS fund, MAX(COALESCE(is_partial, false)) AS is_partial
      FROM line WHERE doc_id = ? AND table_id IN ${literalList(TABLES)}
      GROUP BY table_id, side, row_no),
    printed AS (
      SELECT p.doc_id, p.table_id, p.side, p.nature, p.row_no, p.parent_row_no,
        p.classification = CASE WHEN p.side = 'income' THEN 'income_source'
          WHEN p.table_id = 'basic' THEN 'economic' ELSE 'function' END AS is_part,
        CASE WHEN p.side <> 'income' THEN p.class_code
          WHEN p.classification = 'summary' THEN CONCAT('carried_', m.fund) ELSE m.fund END AS code,
        p.label, n.name, n.name_en, p.level, p.is_total, p.is_grand_total, m.is_partial,
        p.total AS amount, p.current, p.carryover, p.unreadable
      FROM row_amount p
      JOIN marks m ON m.table_id = p.table_id AND m.side = p.side AND m.row_no = p.row_no
      LEFT JOIN classification n ON n.kind = p.classification AND n.code = p.class_code
      WHERE p.doc_id = ? AND p.table_id IN ${literalList(TABLES)}
        AND (p.side = 'expenditure' OR p.table_id = 'balance')
      UNION ALL
      SELECT p.doc_id, 'project', 'expenditure', 'project', p.row_no, NULL,
        true, NULL, p.level2, NULL, NULL, 1, false, false, false, p.total, p.current, p.carryover, 0
      FROM project_amount p WHERE p.doc_id = ? AND p.row_no IS NOT NULL)
    SELECT doc_id, table_id, side, nature, row_no, parent_row_no, is_part, code, label, name, name_en,
      level, is_total, is_grand_total, is_partial, amount,
      ${stateOf('amount', 'unreadable > 0')} AS state, NULL AS metric, current, carryover
    FROM printed
    ORDER BY table_id, side, nature, row_no`,
  params: [doc, doc, doc],
});

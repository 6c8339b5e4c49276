import { literalList, placeholders } from '@/db/sql';
import type {
  DoubtRow,
  LeftAside,
  PlacementRow,
  PrintedColumn,
  PrintedTableInfo,
  PrintedText,
} from '@/domain/printed-table';
import type { PrintedCell } from '@/domain/source-facts';
import { TABLE_IDS } from '@/domain/vocabulary';
import type { Query } from '../engine';

/** The tables a document prints, in their order, with how many of their cells hold a number, a zero or nothing. */
export const printedTables = (doc: string): Query<PrintedTableInfo> => ({
  sql: `
  WITH counted AS (
    SELECT doc_id, table_id, MAX(row_no) AS last_row,
      COUNT(*) FILTER (WHERE state = 'number') AS numbers,
      COUNT(*) FILTER (WHERE state = 'zero') AS zeros,
      COUNT(*) FILTER (WHERE state = 'blank') AS blanks,
      COUNT(*) FILTER (WHERE state = 'unreadable') AS unreadable
    FROM line WHERE doc_id = ? GROUP BY doc_id, table_id),
  printed AS (SELECT * FROM printed_table WHERE doc_id = ?)
  SELECT COALESCE(t.doc_id, c.doc_id) AS doc_id, COALESCE(t.table_id, c.table_id) AS table_id,
    t.table_no, t.title, COALESCE(t.printed_unit, d.printed_unit) AS printed_unit, t.page,
    COALESCE(t.row_count, c.last_row, 0) AS row_count, t.note,
    COALESCE(c.numbers, 0) AS numbers, COALESCE(c.zeros, 0) AS zeros,
    COALESCE(c.blanks, 0) AS blanks, COALESCE(c.unreadable, 0) AS unreadable
  FROM printed t
  FULL JOIN counted c ON c.doc_id = t.doc_id AND c.table_id = t.table_id
  JOIN document d ON d.doc_id = COALESCE(t.doc_id, c.doc_id)
  ORDER BY t.table_no NULLS LAST, table_id`,
  params: [doc, doc],
});

/** The columns of some tables with what they mean; a table without a printed head gets the columns of its amounts. */
export const printedColumns = (doc: string, tables: readonly string[]): Query<PrintedColumn> => ({
  sql: `
  WITH amounts AS (
    SELECT doc_id, table_id, col_no, MIN(side) AS side, MIN(fund) AS fund, MIN(vintage) AS vintage,
      MIN(nature) AS nature
    FROM line WHERE doc_id = ? AND table_id IN ${placeholders(tables)} GROUP BY doc_id, table_id, col_no),
  printed AS (
    SELECT * FROM printed_column WHERE doc_id = ? AND table_id IN ${placeholders(tables)})
  SELECT COALESCE(p.doc_id, a.doc_id) AS doc_id, COALESCE(p.table_id, a.table_id) AS table_id,
    COALESCE(p.col_no, a.col_no) AS col_no, p.header, COALESCE(p.role, 'amount') AS role,
    CASE WHEN p.doc_id IS NULL THEN a.side ELSE p.side END AS side, a.fund, a.vintage, a.nature
  FROM printed p
  FULL JOIN amounts a ON a.table_id = p.table_id AND a.col_no = p.col_no
  ORDER BY table_id, col_no`,
  params: [doc, ...tables, doc, ...tables],
});

/** Every printed amount of some tables of documents, in printed order. */
export const printedCells = (
  docs: readonly string[],
  tables: readonly string[],
): Query<PrintedCell> => ({
  sql: `
  SELECT l.doc_id, l.table_id, l.row_no, l.col_no, l.parent_row_no, l.side, l.classification, l.code,
    COALESCE(l.code, c.class_code) AS class_code, l.label, l.level, l.is_total, l.fund, l.vintage,
    l.nature, l.amount, l.state, l.printed, l.page, p.evidence, p.note AS placement_note
  FROM line l
  LEFT JOIN line_code c ON c.doc_id = l.doc_id AND c.table_id = l.table_id AND c.side = l.side
    AND c.row_no = l.row_no
  LEFT JOIN placement p ON p.doc_id = l.doc_id AND p.table_id = l.table_id AND p.row_no = l.row_no
    AND p.col_no = l.col_no
  WHERE l.doc_id IN ${placeholders(docs)} AND l.table_id IN ${placeholders(tables)}
  ORDER BY l.doc_id, l.table_id, l.row_no, l.col_no`,
  params: [...docs, ...tables],
});

/** Cells that hold words, by the role of their column: what the projects, entrusted tasks and targets print. */
export const printedTexts = (doc: string): Query<PrintedText> => ({
  sql: `
  WITH texts AS (
    SELECT doc_id, 'project' AS table_id, row_no, 'org_name' AS role, org_name AS text FROM project
    UNION ALL SELECT doc_id, 'project', row_no, 'level2', level2 FROM project
    UNION ALL SELECT doc_id, 'outsourcing', row_no, 'label', label FROM outsourcing
    UNION ALL SELECT doc_id, 'outsourcing', row_no, 'is_service_purchase',
      CASE WHEN is_service_purchase THEN '是' WHEN NOT is_service_purchase THEN '否' END FROM outsourcing
    UNION ALL SELECT doc_id, 'outsourcing', row_no, 'is_procurement',
      CASE WHEN is_procurement THEN '是' WHEN NOT is_procurement THEN '否' END FROM outsourcing
    UNION ALL SELECT doc_id, 'performance', row_no, 'org_name', org_label FROM indicator
    UNION ALL SELECT doc_id, 'performance', row_no, 'project', project_label FROM indicator
    UNION ALL SELECT doc_id, 'performance', row_no, 'indicator_level1', level1 FROM indicator
    UNION ALL SELECT doc_id, 'performance', row_no, 'indicator_level2', level2 FROM indicator
    UNION ALL SELECT doc_id, 'performance', row_no, 'indicator_level3', level3 FROM indicator
    UNION ALL SELECT doc_id, 'performance', row_no, 'target', printed FROM indicator
    UNION ALL SELECT doc_id, 'performance', row_no, 'weight',
      CASE WHEN weight = FLOOR(weight) THEN CAST(CAST(weight AS BIGINT) AS VARCHAR)
        ELSE CAST(CAST(weight AS DOUBLE) AS VARCHAR) END FROM indicator)
  SELECT doc_id, table_id, row_no, role, text FROM texts
  WHERE doc_id = ? AND row_no IS NOT NULL AND text IS NOT NULL
    AND table_id IN ${literalList(TABLE_IDS)}
  ORDER BY table_id, row_no, role`,
  params: [doc],
});

/** Cells of some tables whose column was inferred, words and numbers alike. */
export const placements = (doc: string, tables: readonly string[]): Query<PlacementRow> => ({
  sql: `
  SELECT doc_id, table_id, row_no, col_no, evidence, note FROM placement
  WHERE doc_id = ? AND table_id IN ${placeholders(tables)}
  ORDER BY table_id, row_no, col_no`,
  params: [doc, ...tables],
});

/** Amounts of some tables that are to be looked at, and why; one may have several reasons. */
export const doubts = (doc: string, tables: readonly string[]): Query<DoubtRow> => ({
  sql: `
  SELECT doc_id, table_id, row_no, col_no, reason FROM doubt
  WHERE doc_id = ? AND table_id IN ${placeholders(tables)}
  ORDER BY table_id, row_no, col_no, reason`,
  params: [doc, ...tables],
});

/** Pieces of a document listed as left aside. */
const MOST_ASIDE = 200;

/** What a document prints that was not read, in its order. */
export const leftAside = (doc: string): Query<LeftAside> => ({
  sql: `SELECT unread_no, reason, printed, page, amounts FROM unread WHERE doc_id = ?
  ORDER BY unread_no LIMIT ${MOST_ASIDE}`,
  params: [doc],
});

import { placeholders, rankIn } from '@/db/sql';
import type {
  AllTotals,
  CauseFact,
  CellMark,
  DocumentTotals,
  FamilyTotals,
  MetricMark,
  PlaceMark,
  RuleSums,
  RuleTotals,
} from '@/domain/finding';
import type { DocumentOrder } from '@/domain/view-state';
import type { Query, SqlValue } from '../engine';
import { SEVERITY_ORDER, withoutMuted } from './findings';

const COUNTS = ['passed', 'rounding', 'failed', 'unchecked'] as const;
const SUMS = COUNTS.map((name) => `CAST(COALESCE(SUM(${name}), 0) AS BIGINT) AS ${name}`).join(
  ', ',
);

const ORDERS = {
  failed: 't.failed DESC NULLS LAST, i.jurisdiction_code, i.organization, i.fiscal_year DESC',
  name: 'i.jurisdiction_code, i.organization, i.fiscal_year DESC',
  year: 'i.fiscal_year DESC, i.jurisdiction_code, i.organization',
} as const satisfies Record<DocumentOrder, string>;

/** How many metrics checks have marked at all. */
export const marksCount = (): Query<{ marks: number }> => ({
  sql: 'SELECT COUNT(*) AS marks FROM metric_mark',
});

export interface DocumentFilter {
  /** In the names of organization and place, the title, the source file and the year; empty for all. */
  search: string;
  failedOnly: boolean;
}

/** Documents with what checks found in them, and the parameters of the condition. */
function documentsFound({ search, failedOnly }: DocumentFilter): [sql: string, SqlValue[]] {
  const searched = ['organization', 'org_short', 'place', 'place_en', 'title', 'source_file'];
  const found = searched.map((name) => `STRPOS(LOWER(i.${name}), ?) > 0`);
  const conditions = [
    ...(search ? [`(${found.join(' OR ')} OR CAST(i.fiscal_year AS VARCHAR) = ?)`] : []),
    ...(failedOnly ? ['t.failed > 0'] : []),
  ];
  return [
    `
  FROM document_info i
  LEFT JOIN (SELECT doc_id, ${SUMS} FROM check_count GROUP BY doc_id) t ON t.doc_id = i.doc_id
  ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}`,
    search ? [...found, null].map(() => search.toLowerCase()) : [],
  ];
}

/** A page of documents with what checks found in them. */
export function documentTotals({
  order,
  limit,
  offset,
  ...filter
}: DocumentFilter & {
  order: DocumentOrder;
  limit: number;
  offset: number;
}): Query<DocumentTotals> {
  const [found, params] = documentsFound(filter);
  const counts = COUNTS.map((name) => `COALESCE(t.${name}, 0) AS ${name}`);
  return {
    sql: `
  SELECT i.*, ${counts.join(', ')}, t.doc_id IS NOT NULL AS checked ${found}
  ORDER BY ${ORDERS[order]}, i.stage, i.doc_id
  OFFSET ? LIMIT ?`,
    params: [...params, offset, limit],
  };
}

/** How many documents those pages list. */
export function documentTotalsCount(filter: DocumentFilter): Query<{ documents: number }> {
  const [found, params] = documentsFound(filter);
  return { sql: `SELECT COUNT(*) AS documents ${found}`, params };
}

/** Totals of everything that is loaded. */
export const allTotals = (): Query<AllTotals> => ({
  sql: `
  SELECT ${SUMS}, COUNT(DISTINCT doc_id) AS checked,
    (SELECT COUNT(*) FROM document_info) AS documents
  FROM check_count`,
});

/** Totals by family of rules; no row for a document that is not checked. */
export const familyTotals = (docs: readonly string[]): Query<FamilyTotals> => ({
  sql: `
  SELECT doc_id, family, ${SUMS} FROM check_count
  WHERE doc_id IN ${placeholders(docs)} GROUP BY doc_id, family ORDER BY doc_id, family`,
  params: docs,
});

/** Totals by rule; no row for a document that is not checked. */
export const ruleTotals = (docs: readonly string[]): Query<RuleTotals> => ({
  sql: `
  SELECT doc_id, rule_id, family, ${COUNTS.join(', ')} FROM check_count
  WHERE doc_id IN ${placeholders(docs)} ORDER BY doc_id, rule_id`,
  params: docs,
});

/** Totals by rule over these documents, null for all. */
export const ruleSums = (docs: readonly string[] | null): Query<RuleSums> => ({
  sql: `
  SELECT rule_id, family, ${SUMS} FROM check_count
  ${docs === null ? '' : `WHERE doc_id IN ${placeholders(docs)}`}
  GROUP BY rule_id, family ORDER BY rule_id`,
  params: docs ?? [],
});

/** What several findings of a document may have in common. */
export const causes = (docs: readonly string[]): Query<CauseFact> => ({
  sql: `
  SELECT doc_id, cause_no, kind, source, table_id, row_no, col_no, printed_value, suggested_value,
    explains
  FROM finding_cause WHERE doc_id IN ${placeholders(docs)} ORDER BY doc_id, cause_no`,
  params: docs,
});

const severityRank = rankIn('f.severity', SEVERITY_ORDER);

/** Metrics that rest on a cell of a failed finding; `without` are muted findings, as in FindingFilter. */
export const metricMarks = (
  docs: readonly string[],
  without: readonly string[] = [],
): Query<MetricMark> => ({
  sql: `
  WITH touching AS (
    SELECT m.doc_id, m.metric_id, f.severity, f.finding_no,
      COUNT(*) OVER (PARTITION BY m.doc_id, m.metric_id) AS findings,
      ROW_NUMBER() OVER (PARTITION BY m.doc_id, m.metric_id
        ORDER BY ${severityRank}, f.finding_no) AS place
    FROM metric_mark m
    JOIN finding f ON f.doc_id = m.doc_id AND f.finding_no = m.finding_no
    WHERE m.doc_id IN ${placeholders(docs)} ${withoutMuted(without)})
  SELECT doc_id, metric_id, severity, findings, finding_no FROM touching
  WHERE place = 1 ORDER BY doc_id, metric_id`,
  params: [...docs, ...without],
});

/**
 * Printed amounts of these documents that a failed error or warning touches, be it one of another document; `without`
 * are muted findings, as in FindingFilter.
 */
export const cellMarks = (
  docs: readonly string[],
  without: readonly string[] = [],
): Query<CellMark> => ({
  sql: `
  WITH touching AS (
    SELECT DISTINCT c.cell_doc_id, c.table_id, c.row_no, c.col_no, f.doc_id AS finding_doc_id,
      f.finding_no, f.severity
    FROM finding f
    JOIN finding_cell c ON c.doc_id = f.doc_id AND c.finding_no = f.finding_no
    WHERE c.cell_doc_id IN ${placeholders(docs)} AND c.source = 'line' AND f.status = 'fail'
      AND f.severity <> 'note' ${withoutMuted(without)}),
  ranked AS (
    SELECT f.*, COUNT(*) OVER (PARTITION BY cell_doc_id, table_id, row_no, col_no) AS findings,
      ROW_NUMBER() OVER (PARTITION BY cell_doc_id, table_id, row_no, col_no
        ORDER BY ${severityRank}, CASE WHEN finding_doc_id = cell_doc_id THEN 0 ELSE 1 END,
          finding_doc_id, finding_no) AS place
    FROM touching f)
  SELECT l.doc_id, l.table_id, l.side, l.row_no, l.col_no, l.nature, r.severity, r.findings,
    r.finding_doc_id, r.finding_no
  FROM ranked r
  JOIN line l ON l.doc_id = r.cell_doc_id AND l.table_id = r.table_id AND l.row_no = r.row_no
    AND l.col_no = r.col_no
  WHERE r.place = 1
  ORDER BY l.doc_id, l.table_id, l.row_no, l.col_no`,
  params: [...docs, ...without],
});

/**
 * Figures of the text, targets, tasks and projects of these documents that a failed error or warning touches;
 * `without` as before.
 */
export const placeMarks = (
  docs: readonly string[],
  without: readonly string[] = [],
): Query<PlaceMark> => ({
  sql: `
  WITH touching AS (
    SELECT DISTINCT c.cell_doc_id, c.source, c.row_no, f.unit, f.doc_id AS finding_doc_id,
      f.finding_no, f.severity
    FROM finding f
    JOIN finding_cell c ON c.doc_id = f.doc_id AND c.finding_no = f.finding_no
    WHERE c.cell_doc_id IN ${placeholders(docs)} AND c.row_no IS NOT NULL
      AND c.source IN ('statement', 'indicator', 'outsourcing', 'project')
      AND f.status = 'fail' AND f.severity <> 'note' ${withoutMuted(without)}),
  ranked AS (
    SELECT f.*, COUNT(*) OVER (PARTITION BY cell_doc_id, source, row_no, unit) AS findings,
      ROW_NUMBER() OVER (PARTITION BY cell_doc_id, source, row_no, unit
        ORDER BY ${severityRank}, CASE WHEN finding_doc_id = cell_doc_id THEN 0 ELSE 1 END,
          finding_doc_id, finding_no) AS place
    FROM touching f)
  SELECT cell_doc_id AS doc_id, source, row_no, unit, severity, findings, finding_doc_id, finding_no
  FROM ranked WHERE place = 1
  ORDER BY doc_id, source, row_no, unit`,
  params: [...docs, ...without],
});

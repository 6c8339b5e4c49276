import type {
  HeadcountFact,
  IndicatorFact,
  MeasureFact,
  MetricFact,
  ProjectFact,
  StatementFact,
} from '@/domain/source-facts';
import type { Query } from '../engine';

/** Every metric of a document; a functional class comes with its name. */
export const documentMetrics = (doc: string): Query<MetricFact> => ({
  sql: `
  SELECT m.doc_id, m.metric_id, m.value, m.reason, m.basis, c.name AS class_name,
    c.name_en AS class_name_en
  FROM metric m
  LEFT JOIN classification c ON c.kind = 'function'
    AND m.metric_id = CONCAT('function_share:', c.code)
  WHERE m.doc_id = ?
  ORDER BY m.metric_id`,
  params: [doc],
});

/** Every measure of a document with the source it was read from. Amounts in yuan. */
export const documentMeasures = (doc: string): Query<MeasureFact> => ({
  sql: `
  SELECT doc_id, measure, amount, source, reason FROM measure
  WHERE doc_id = ? ORDER BY measure`,
  params: [doc],
});

/** The headcounts of a document and those of its organization that no document prints; the one in use is marked. */
export const documentHeadcounts = (doc: string): Query<HeadcountFact> => ({
  sql: `
  WITH every AS (
    SELECT org_id, doc_id, kind, people, as_of, source, project_id, 'document' AS supplied_by
    FROM headcount
    UNION ALL
    SELECT org_id, doc_id, kind, people, as_of, source, project_id, 'user' AS supplied_by
    FROM supplied_headcount)
  SELECT h.doc_id, h.kind, h.people, h.as_of, h.source, h.project_id, h.supplied_by,
    s.doc_id IS NOT NULL AS used
  FROM every h
  JOIN document d ON d.org_id = h.org_id
  LEFT JOIN staff s ON s.doc_id = d.doc_id AND s.kind = h.kind AND s.people = h.people
    AND s.source = h.source AND s.supplied_by = h.supplied_by
    AND COALESCE(CAST(s.as_of AS VARCHAR), '') = COALESCE(CAST(h.as_of AS VARCHAR), '')
  WHERE d.doc_id = ? AND (h.doc_id = d.doc_id OR h.doc_id IS NULL)
  ORDER BY h.supplied_by, h.as_of, h.kind`,
  params: [doc],
});

/** The figures of a document's narrative part, in order. Amounts in yuan. */
export const documentStatements = (doc: string): Query<StatementFact> => ({
  sql: `
  SELECT doc_id, statement_no, statement_id, subject, amount, value, value_unit, compared_year,
    basis, printed, section
  FROM statement WHERE doc_id = ? ORDER BY statement_no`,
  params: [doc],
});

/** The second-level projects of a document with their amounts in yuan. */
export const documentProjects = (doc: string): Query<ProjectFact> => ({
  sql: `
  SELECT doc_id, project_id, level1, level2, row_no, total FROM project_amount
  WHERE doc_id = ? ORDER BY row_no, project_id`,
  params: [doc],
});

/** The performance targets of a document, in printed order. */
export const documentIndicators = (doc: string): Query<IndicatorFact> => ({
  sql: `
  SELECT doc_id, project_id, row_no, level3, target, printed, weight FROM indicator
  WHERE doc_id = ? ORDER BY row_no`,
  params: [doc],
});

import type {
  HeadcountFact,
  IndicatorFact,
  MeasureFact,
  MetricFact,
  ProjectFact,
  StatementFact,
} from '@/domain/source-facts';
import { placeholders } from '@/db/sql';
import type { Query } from '../engine';

/** Every metric of documents; a functional class comes with its name. */
export const documentMetrics = (...docs: readonly string[]): Query<MetricFact> => ({
  sql: `
  SELECT m.doc_id, m.metric_id, m.value, m.reason, m.basis, c.name AS class_name,
    c.name_en AS class_name_en
  FROM metric m
  LEFT JOIN classification c ON c.kind = 'function'
    AND m.metric_id = CONCAT('function_share:', c.code)
  WHERE m.doc_id IN ${placeholders(docs)}
  ORDER BY m.doc_id, m.metric_id`,
  params: [...docs],
});

/** Every measure of documents with the source it was read from. Amounts in yuan. */
export const documentMeasures = (...docs: readonly string[]): Query<MeasureFact> => ({
  sql: `
  SELECT doc_id, measure, amount, source, reason FROM measure
  WHERE doc_id IN ${placeholders(docs)} ORDER BY doc_id, measure`,
  params: [...docs],
});

/**
 * The headcounts of documents and those of their organizations that no document prints, each for the document `of_doc`;
 * the one in use is marked.
 */
export const documentHeadcounts = (...docs: readonly string[]): Query<HeadcountFact> => ({
  sql: `
  WITH every AS (
    SELECT org_id, doc_id, kind, people, as_of, source, project_id, 'document' AS supplied_by
    FROM headcount
    UNION ALL
    SELECT org_id, doc_id, kind, people, as_of, source, project_id, 'user' AS supplied_by
    FROM supplied_headcount)
  SELECT d.doc_id AS of_doc, h.doc_id, h.kind, h.people, h.as_of, h.source, h.project_id, h.supplied_by,
    s.doc_id IS NOT NULL AS used
  FROM every h
  JOIN document d ON d.org_id = h.org_id
  LEFT JOIN staff s ON s.doc_id = d.doc_id AND s.kind = h.kind AND s.people = h.people
    AND s.source = h.source AND s.supplied_by = h.supplied_by
    AND COALESCE(CAST(s.as_of AS VARCHAR), '') = COALESCE(CAST(h.as_of AS VARCHAR), '')
  WHERE d.doc_id IN ${placeholders(docs)} AND (h.doc_id = d.doc_id OR h.doc_id IS NULL)
  ORDER BY d.doc_id, h.supplied_by, h.as_of, h.kind`,
  params: [...docs],
});

/** The figures of the narrative part of documents, in order. Amounts in yuan. */
export const documentStatements = (...docs: readonly string[]): Query<StatementFact> => ({
  sql: `
  SELECT doc_id, statement_no, statement_id, subject, amount, value, value_unit, compared_year,
    basis, printed, section
  FROM statement WHERE doc_id IN ${placeholders(docs)} ORDER BY doc_id, statement_no`,
  params: [...docs],
});

/** The second-level projects of documents with their amounts in yuan. */
export const documentProjects = (...docs: readonly string[]): Query<ProjectFact> => ({
  sql: `
  SELECT doc_id, project_id, level1, level2, row_no, total FROM project_amount
  WHERE doc_id IN ${placeholders(docs)} ORDER BY doc_id, row_no, project_id`,
  params: [...docs],
});

/** The performance targets of documents, in printed order. */
export const documentIndicators = (...docs: readonly string[]): Query<IndicatorFact> => ({
  sql: `
  SELECT doc_id, project_id, row_no, level3, target, printed, weight FROM indicator
  WHERE doc_id IN ${placeholders(docs)} ORDER BY doc_id, row_no`,
  params: [...docs],
});

import { placeholders, rankIn } from '@/db/sql';
import { FUNCTION_TABLES } from '@/domain/measures';
import type { ClassRow, ContractedRow, FigureRow, ProjectRow, StaffRow } from '@/domain/overview';
import type { Query } from '../engine';

/** All metrics of the documents. */
export const overviewFigures = (docs: readonly string[]): Query<FigureRow> => ({
  sql: `
  SELECT doc_id, metric_id, value, reason, basis FROM metric
  WHERE doc_id IN ${placeholders(docs)}`,
  params: docs,
});

/** The headcount that stands under the per-staff figures of each document; none where none is known. */
export const overviewStaff = (docs: readonly string[]): Query<StaffRow & { doc_id: string }> => ({
  sql: `
  SELECT doc_id, people, kind, as_of, source, supplied_by FROM staff
  WHERE doc_id IN ${placeholders(docs)}`,
  params: docs,
});

/** Kinds of people whose pay is a project of the document, most numerous first. */
export const contractedPeople = (docs: readonly string[]): Query<ContractedRow> => ({
  sql: `
  SELECT doc_id, kind, SUM(people) AS people FROM headcount
  WHERE doc_id IN ${placeholders(docs)} AND kind IN ('contracted', 'window') AND project_id IS NOT NULL
  GROUP BY doc_id, kind
  ORDER BY doc_id, SUM(people) DESC, kind`,
  params: docs,
});

const tableRank = (column: string): string => rankIn(column, FUNCTION_TABLES);

/**
 * Total expenditure by functional class in yuan, in printed order, from the best table of each document that has an
 * amount: one table, so that no class is counted twice.
 */
export const classComposition = (docs: readonly string[]): Query<ClassRow> => ({
  sql: `
  WITH printed AS (
    SELECT doc_id, table_id, row_no, class_code, label, total FROM row_amount
    WHERE doc_id IN ${placeholders(docs)} AND classification = 'function' AND level = 1
      AND nature = 'total' AND side = 'expenditure' AND ${tableRank('table_id')} IS NOT NULL),
  best AS (
    SELECT doc_id, MIN(${tableRank('table_id')}) AS place FROM printed
    WHERE total IS NOT NULL GROUP BY doc_id)
  SELECT p.doc_id, p.table_id, p.row_no, p.class_code, p.label, c.name, c.name_en, p.total
  FROM printed p
  JOIN best b ON b.doc_id = p.doc_id AND b.place = ${tableRank('p.table_id')}
  LEFT JOIN classification c ON c.kind = 'function' AND c.code = p.class_code
  ORDER BY p.doc_id, p.row_no`,
  params: docs,
});

/** The largest projects of each document, in yuan, with their share of all its projects. */
export const largestProjects = (
  docs: readonly string[],
  perDocument: number,
): Query<ProjectRow> => ({
  sql: `
  WITH ranked AS (
    SELECT doc_id, row_no, level2, total,
      SUM(total) OVER (PARTITION BY doc_id) AS sum_total,
      ROW_NUMBER() OVER (PARTITION BY doc_id ORDER BY total DESC, row_no) AS place
    FROM project_amount
    WHERE doc_id IN ${placeholders(docs)} AND total IS NOT NULL)
  SELECT doc_id, row_no, level2 AS name, total,
    CASE WHEN sum_total <> 0 THEN CAST(total AS DOUBLE) / CAST(sum_total AS DOUBLE) END AS share
  FROM ranked WHERE place <= ?
  ORDER BY doc_id, place`,
  params: [...docs, perDocument],
});

/** Projects listed per organization: fewer the more organizations there are. */
const projectsEach = (organizations: number): number =>
  organizations <= 2 ? 5 : organizations <= 4 ? 3 : 1;

/** All that the overview asks for these documents. */
export const overviewQuestions = (docs: readonly string[]) => ({
  figures: overviewFigures(docs),
  staff: overviewStaff(docs),
  contracted: contractedPeople(docs),
  classes: classComposition(docs),
  projects: largestProjects(docs, projectsEach(docs.length)),
});

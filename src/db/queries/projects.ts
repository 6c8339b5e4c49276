import { literalList } from '@/db/sql';
import type { ProjectFilter, ProjectRow, ProjectSort, ProjectSummary } from '@/domain/project-list';
import type { Query, SqlValue } from '../engine';
import { shownDocuments, type Shown } from './population';

/** Documents as what stands behind IN. */
export type Documents = string;

/** Just these documents. */
export const theseDocuments = (docs: readonly string[]): Documents => literalList(docs);

/** The documents of a view, those of its population among them. */
export const documentsShown = (shown: Shown): Documents =>
  `(SELECT shown.doc_id FROM (${shownDocuments(shown)}) AS shown)`;

/**
 * Funds that the table of performance targets prints for a project, which stand for its amount where no project table
 * prints one. The row of the funds is that of the project's first target.
 */
const funds = (docs: Documents): string => `
  SELECT i.doc_id, i.project_id, MIN(r.row_no) AS row_no, MIN(r.total) AS total,
    MIN(r.current) AS current
  FROM row_amount r
  JOIN indicator i ON i.doc_id = r.doc_id AND i.row_no = r.row_no
  WHERE r.doc_id IN ${docs} AND r.table_id = 'performance' AND r.total IS NOT NULL
    AND i.project_id IS NOT NULL
  GROUP BY i.doc_id, i.project_id HAVING COUNT(*) = 1`;

/**
 * Every second-level project of the documents as a ProjectRow. A blank amount is none: a share is of what is printed,
 * and nothing is carried over where the amount of this year is all of it.
 */
export const projectRows = (docs: Documents): string => `
  WITH printing AS (
    SELECT d.doc_id,
      EXISTS (SELECT 1 FROM indicator i WHERE i.doc_id = d.doc_id) AS has_targets,
      EXISTS (SELECT 1 FROM outsourcing o WHERE o.doc_id = d.doc_id) AS has_tasks
    FROM document d WHERE d.doc_id IN ${docs}),
  target AS (
    SELECT doc_id, project_id, COUNT(*) AS targets,
      COUNT(*) FILTER (WHERE target IS NOT NULL) AS measurable, SUM(weight) AS weight
    FROM indicator WHERE doc_id IN ${docs} GROUP BY doc_id, project_id),
  task AS (
    SELECT doc_id, project_id, COUNT(*) AS tasks, MIN(row_no) AS task_row, SUM(amount) AS entrusted,
      BOOL_OR(is_service_purchase) AS is_service_purchase, BOOL_OR(is_procurement) AS is_procurement
    FROM outsourcing WHERE doc_id IN ${docs} GROUP BY doc_id, project_id),
  paid AS (
    SELECT doc_id, project_id, SUM(people) AS people FROM headcount
    WHERE doc_id IN ${docs} AND project_id IS NOT NULL AND kind IN ('contracted', 'window')
    GROUP BY doc_id, project_id),
  fund AS (${funds(docs)}),
  priced AS (
    SELECT p.doc_id, p.project_id, p.level1, p.level2, p.category, p.org_name,
      CASE WHEN p.total IS NULL AND f.total IS NOT NULL THEN 'performance'
        WHEN p.row_no IS NOT NULL THEN 'project' END AS table_id,
      CASE WHEN p.total IS NULL AND f.total IS NOT NULL THEN f.row_no ELSE p.row_no END AS row_no,
      COALESCE(p.total, f.total) AS total,
      CASE WHEN p.total IS NULL THEN f.current ELSE p.current END AS current, p.carryover,
      CASE WHEN p.total <> 0 THEN CAST(COALESCE(p.carryover,
        CASE WHEN p.current = p.total THEN 0 END) AS DOUBLE) / CAST(p.total AS DOUBLE)
        END AS carryover_share
    FROM project_amount p
    LEFT JOIN fund f ON f.doc_id = p.doc_id AND f.project_id = p.project_id
    WHERE p.doc_id IN ${docs})
  SELECT p.doc_id, p.project_id, p.level1, p.level2, p.category, p.org_name, d.org_id, d.organization,
    d.place, d.place_short, d.place_en, d.fiscal_year, p.table_id, p.row_no, p.total, p.current,
    p.carryover, p.carryover_share,
    CASE WHEN w.has_tasks THEN CAST(COALESCE(k.tasks, 0) AS INTEGER) END AS tasks,
    k.task_row, k.entrusted,
    CASE WHEN p.total <> 0 THEN CAST(k.entrusted AS DOUBLE) / CAST(p.total AS DOUBLE) END
      AS entrusted_share,
    k.is_service_purchase, k.is_procurement,
    CASE WHEN w.has_targets THEN CAST(COALESCE(t.targets, 0) AS INTEGER) END AS targets,
    CASE WHEN w.has_targets THEN CAST(COALESCE(t.measurable, 0) AS INTEGER) END AS measurable,
    t.weight, h.people
  FROM priced p
  JOIN document_info d ON d.doc_id = p.doc_id
  JOIN printing w ON w.doc_id = p.doc_id
  LEFT JOIN target t ON t.doc_id = p.doc_id AND t.project_id = p.project_id
  LEFT JOIN task k ON k.doc_id = p.doc_id AND k.project_id = p.project_id
  LEFT JOIN paid h ON h.doc_id = p.doc_id AND h.project_id = p.project_id`;

/** Whether the project table of a row has a column of money carried over, asked of the rows that come to the page. */
export const printsCarryover = (alias: string): string => `EXISTS (SELECT 1 FROM line l
    WHERE l.doc_id = ${alias}.doc_id AND l.table_id = 'project' AND l.vintage = 'carryover')`;

const CONDITIONS: Readonly<Record<ProjectFilter, string>> = {
  all: 'true',
  carried: 'p.carryover <> 0',
  carried_only: 'p.carryover <> 0 AND p.carryover = p.total',
  without_targets: 'p.targets = 0',
  entrusted: 'p.tasks > 0',
};

const ORDERS: Readonly<Record<ProjectSort, string>> = {
  amount: 'p.total DESC NULLS LAST',
  carryover: 'p.carryover DESC NULLS LAST, p.total DESC NULLS LAST',
  carryover_share: 'p.carryover_share DESC NULLS LAST, p.total DESC NULLS LAST',
  entrusted: 'p.entrusted DESC NULLS LAST, p.total DESC NULLS LAST',
  entrusted_share: 'p.entrusted_share DESC NULLS LAST, p.total DESC NULLS LAST',
  targets: 'p.targets DESC NULLS LAST, p.total DESC NULLS LAST',
  name: 'p.level2',
  organization: 'p.place, p.organization, p.fiscal_year, p.row_no',
};

const SEARCHED = ['level2', 'level1', 'category', 'org_name', 'organization', 'place'];

export interface ProjectsAsked {
  docs: Documents;
  filter: ProjectFilter;
  /** In names of the project, its first-level project, category, unit, organization and place; empty for all. */
  search: string;
}

function found({ docs, filter, search }: ProjectsAsked): [sql: string, params: SqlValue[]] {
  const text = search.trim().toLowerCase();
  const contains = SEARCHED.map((column) => `STRPOS(LOWER(p.${column}), ?) > 0`).join(' OR ');
  return [
    `FROM (${projectRows(docs)}) AS p
  WHERE ${CONDITIONS[filter]} ${text ? `AND (${contains})` : ''}`,
    text ? SEARCHED.map(() => text) : [],
  ];
}

/** A page of the projects. */
export function projectPage(
  asked: ProjectsAsked,
  sort: ProjectSort,
  { limit, offset }: { limit: number; offset: number },
): Query<ProjectRow> {
  const [from, params] = found(asked);
  return {
    sql: `
  SELECT p.*, ${printsCarryover('p')} AS prints_carryover
  FROM (SELECT p.* ${from}
    ORDER BY ${ORDERS[sort]}, p.doc_id, p.project_id
    OFFSET ? LIMIT ?) AS p
  ORDER BY ${ORDERS[sort]}, p.doc_id, p.project_id`,
    params: [...params, offset, limit],
  };
}

/** How many projects those pages list, and how many organizations have them. */
export function projectCount(
  asked: ProjectsAsked,
): Query<{ projects: number; organizations: number }> {
  const [from, params] = found(asked);
  return {
    sql: `SELECT COUNT(*) AS projects, COUNT(DISTINCT p.org_id) AS organizations ${from}`,
    params,
  };
}

/** What the projects of the documents come to, in one row. Sums are exact. */
export const projectSummary = (docs: Documents): Query<ProjectSummary> => ({
  sql: `
  WITH p AS (${projectRows(docs)}),
  printed AS (
    SELECT doc_id, MAX(CASE WHEN targets IS NULL THEN 1 ELSE 0 END) AS no_targets,
      MAX(CASE WHEN tasks IS NULL THEN 1 ELSE 0 END) AS no_tasks
    FROM p GROUP BY doc_id),
  documents AS (
    SELECT COUNT(*) AS documents, COUNT(*) FILTER (WHERE r.doc_id IS NULL) AS documents_without,
      COALESCE(SUM(r.no_targets), 0) AS documents_without_targets,
      COALESCE(SUM(r.no_tasks), 0) AS documents_without_tasks
    FROM document d LEFT JOIN printed r ON r.doc_id = d.doc_id WHERE d.doc_id IN ${docs}),
  sums AS (
    SELECT COUNT(*) AS projects, COUNT(total) AS with_amount, SUM(total) AS total,
      COUNT(*) FILTER (WHERE carryover <> 0) AS carried,
      COUNT(*) FILTER (WHERE carryover <> 0 AND carryover = total) AS carried_only,
      SUM(carryover) AS carryover, SUM(total) FILTER (WHERE carryover_share IS NOT NULL)
        AS carryover_base,
      COUNT(targets) AS target_base, COUNT(*) FILTER (WHERE targets = 0) AS without_targets,
      SUM(total) FILTER (WHERE targets = 0) AS without_targets_total,
      COALESCE(SUM(targets), 0) AS targets, COALESCE(SUM(measurable), 0) AS measurable,
      COUNT(*) FILTER (WHERE tasks > 0) AS entrusted, SUM(entrusted) AS entrusted_total,
      COUNT(*) FILTER (WHERE is_service_purchase) AS service_purchases,
      COUNT(*) FILTER (WHERE is_procurement) AS procurements,
      COUNT(*) FILTER (WHERE table_id = 'performance') AS from_performance
    FROM p)
  SELECT * FROM sums CROSS JOIN documents`,
});

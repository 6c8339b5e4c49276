import { placeholders } from '@/db/sql';
import type { ProjectCell, ProjectId, ProjectRow, ProjectTask } from '@/domain/project-list';
import type { ProjectPeople, ProjectTarget, TargetCountRow } from '@/domain/project-targets';
import type { Query } from '../engine';
import { printsCarryover, projectRows, theseDocuments, type Documents } from './projects';

const keysOf = (keys: readonly ProjectId[]): string[] =>
  keys.map(({ doc_id, project_id }) => `${doc_id}\t${project_id}`);
const isOneOf = (alias: string, keys: readonly ProjectId[]): string =>
  `${alias}.doc_id IN ${theseDocuments([...new Set(keys.map(({ doc_id }) => doc_id))])}
    AND CONCAT(${alias}.doc_id, CHR(9), ${alias}.project_id) IN ${placeholders(keys)}`;

/** Some projects. */
export const projectsByKey = (keys: readonly ProjectId[]): Query<ProjectRow> => ({
  sql: `
  SELECT p.*, ${printsCarryover('p')} AS prints_carryover FROM (${projectRows(theseDocuments([...new Set(keys.map(({ doc_id }) => doc_id))]))}) AS p
  WHERE ${isOneOf('p', keys)}
  ORDER BY p.doc_id, p.project_id`,
  params: keysOf(keys),
});

/** The performance targets of some projects, as printed, in their order. */
export const targetsOf = (keys: readonly ProjectId[]): Query<ProjectTarget> => ({
  sql: `
  SELECT i.doc_id, i.project_id, i.row_no, i.level1, i.level2, i.level3, i.explanation, i.operator,
    i.target, i.target_unit, i.printed, i.weight
  FROM indicator i WHERE ${isOneOf('i', keys)}
  ORDER BY i.doc_id, i.row_no`,
  params: keysOf(keys),
});

/** The entrusted tasks of some projects, in printed order. Amounts in yuan. */
export const tasksOf = (keys: readonly ProjectId[]): Query<ProjectTask> => ({
  sql: `
  SELECT o.doc_id, o.project_id, o.row_no, o.label, o.amount, o.is_service_purchase, o.is_procurement
  FROM outsourcing o WHERE ${isOneOf('o', keys)}
  ORDER BY o.doc_id, o.row_no`,
  params: keysOf(keys),
});

/** The people whose pay some projects are. */
export const peopleOf = (keys: readonly ProjectId[]): Query<ProjectPeople> => ({
  sql: `
  SELECT h.doc_id, h.project_id, h.kind, h.people, h.source FROM headcount h
  WHERE h.kind IN ('contracted', 'window') AND ${isOneOf('h', keys)}
  ORDER BY h.doc_id, h.project_id, h.kind, h.source`,
  params: keysOf(keys),
});

/** The cells of a printed row with the heads of their columns, from the left. */
export const rowCells = (doc: string, table: string, row: number): Query<ProjectCell> => ({
  sql: `
  SELECT l.col_no, MIN(c.header) AS header, MIN(l.fund) AS fund, MIN(l.vintage) AS vintage,
    MIN(l.state) AS state, MIN(l.amount) AS amount, MIN(l.printed) AS printed, MIN(l.page) AS page
  FROM line l
  LEFT JOIN printed_column c
    ON c.doc_id = l.doc_id AND c.table_id = l.table_id AND c.col_no = l.col_no
  WHERE l.doc_id = ? AND l.table_id = ? AND l.row_no = ?
  GROUP BY l.col_no ORDER BY l.col_no`,
  params: [doc, table, row],
});

/** Targets of each document by the words printed for their type, those of no project among them. */
export const targetCounts = (docs: readonly string[]): Query<TargetCountRow> => ({
  sql: `
  SELECT doc_id, level1, level2, COUNT(*) AS targets,
    COUNT(*) FILTER (WHERE target IS NOT NULL) AS measurable
  FROM indicator WHERE doc_id IN ${placeholders(docs)}
  GROUP BY doc_id, level1, level2 ORDER BY doc_id, level1, level2`,
  params: docs,
});

/** Entrusted tasks and performance targets that name no project of their document. */
export const withoutProject = (
  docs: Documents,
): Query<{ tasks: number; amount: number | null; targets: number }> => ({
  sql: `
  SELECT o.tasks, o.amount, i.targets
  FROM (SELECT COUNT(*) AS tasks, SUM(amount) AS amount FROM outsourcing
    WHERE doc_id IN ${docs} AND project_id IS NULL) AS o
  CROSS JOIN (SELECT COUNT(*) AS targets FROM indicator
    WHERE doc_id IN ${docs} AND project_id IS NULL) AS i`,
});

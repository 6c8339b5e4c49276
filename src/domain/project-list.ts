import type { SourceRef } from './source-ref';
import type { CellState, Fund, Vintage } from './vocabulary';

/** Which projects of the documents are listed. */
export const PROJECT_FILTERS = [
  'all',
  'carried',
  'carried_only',
  'without_targets',
  'entrusted',
] as const;
export type ProjectFilter = (typeof PROJECT_FILTERS)[number];

/** By what they are listed; figures from the highest, names from the first. */
export const PROJECT_SORTS = [
  'amount',
  'carryover',
  'carryover_share',
  'entrusted',
  'entrusted_share',
  'targets',
  'name',
  'organization',
] as const;
export type ProjectSort = (typeof PROJECT_SORTS)[number];

/** A second-level project with what its document prints of it. Amounts in yuan, shares as fractions. */
export interface ProjectRow {
  doc_id: string;
  project_id: string;
  level1: string | null;
  /** Name of the project. */
  level2: string;
  category: string | null;
  org_name: string | null;
  org_id: string;
  organization: string;
  place: string;
  place_short: string | null;
  place_en: string | null;
  fiscal_year: number;
  /** Printed table and row that the amount is read from; null where none prints the project. */
  table_id: 'project' | 'performance' | null;
  row_no: number | null;
  total: number | null;
  current: number | null;
  carryover: number | null;
  /** The project table has a column for it. */
  prints_carryover: boolean;
  /** Of the amount; 0 where the amount of this year is all of it and nothing carried over is printed. */
  carryover_share: number | null;
  /** Entrusted tasks of the project; null where its document prints no table of them. */
  tasks: number | null;
  task_row: number | null;
  entrusted: number | null;
  entrusted_share: number | null;
  is_service_purchase: boolean | null;
  is_procurement: boolean | null;
  /** Performance targets; null where its document prints none of any project. */
  targets: number | null;
  measurable: number | null;
  weight: number | null;
  /** People whose pay the project is. */
  people: number | null;
}

export type ProjectId = Pick<ProjectRow, 'doc_id' | 'project_id'>;

/** An entrusted task. Yuan. */
export interface ProjectTask extends ProjectId {
  row_no: number;
  label: string;
  amount: number | null;
  is_service_purchase: boolean | null;
  is_procurement: boolean | null;
}

/** A cell of the printed row of a project. Yuan. */
export interface ProjectCell {
  col_no: number;
  header: string | null;
  fund: Fund;
  vintage: Vintage;
  state: CellState;
  amount: number | null;
  printed: string | null;
  page: number | null;
}

/** Names a project among all documents. */
export const projectKeyOf = ({ doc_id, project_id }: ProjectId): string =>
  `${encodeURIComponent(doc_id)}/${encodeURIComponent(project_id)}`;

/** The project that a key names; null for anything else. */
export function parseProjectKey(text: string): ProjectId | null {
  const [, doc, project] = /^([^/]+)\/([^/]+)$/.exec(text) ?? [];
  if (!doc || !project) return null;
  try {
    return { doc_id: decodeURIComponent(doc), project_id: decodeURIComponent(project) };
  } catch {
    return null;
  }
}

const rowOf = (doc: string, table: string, row: number): SourceRef => ({
  kind: 'row',
  doc,
  table,
  side: 'expenditure',
  row,
  nature: 'project',
});

/** The printed row a project's amounts stand in; null where none does. */
export const projectSource = ({
  doc_id,
  table_id,
  row_no,
}: Pick<ProjectRow, 'doc_id' | 'table_id' | 'row_no'>): SourceRef | null =>
  table_id === null || row_no === null ? null : rowOf(doc_id, table_id, row_no);

/** The printed row of an entrusted task. */
export const taskSource = (doc: string, row: number): SourceRef => rowOf(doc, 'outsourcing', row);

/** What all projects of the documents come to. Amounts in yuan. */
export interface ProjectSummary {
  projects: number;
  documents: number;
  /** Documents without any project. */
  documents_without: number;
  with_amount: number;
  total: number | null;
  carried: number;
  carried_only: number;
  carryover: number | null;
  /** Sum of the projects whose money carried over is known. */
  carryover_base: number | null;
  /** Among projects of documents that print targets. */
  target_base: number;
  without_targets: number;
  without_targets_total: number | null;
  targets: number;
  measurable: number;
  documents_without_targets: number;
  entrusted: number;
  entrusted_total: number | null;
  documents_without_tasks: number;
  service_purchases: number;
  procurements: number;
  from_performance: number;
}

import type { DocumentInfo } from './organization';
import { rowCells } from './provenance';
import type { DocumentFacts, PrintedCell } from './source-facts';
import { metricInputs, type SourceInput } from './source-inputs';
import type { SourceRef } from './source-ref';
import type { StoredMetric } from './metric';

/** One printed thing that a figure rests on. */
export interface FigureSource {
  /** The measure or detail that it gives; null for a printed row itself. */
  part: SourceInput['name'] | 'staff' | null;
  /** Table of the package, `narrative` for the text, or `headcount`. */
  table: string;
  row: number | null;
  column: number | null;
  /** Name of the printed row, or where in the text it stands. */
  label: string | null;
  /** As printed. */
  printed: string | null;
  page: number | null;
}

const cellSource = (part: FigureSource['part'], cell: PrintedCell): FigureSource => ({
  part,
  table: cell.table_id,
  row: cell.row_no,
  column: cell.col_no,
  label: cell.label,
  printed: cell.printed,
  page: cell.page,
});

function inputSources({ name: part, ...input }: SourceInput): FigureSource[] {
  const nowhere = { part, row: null, column: null, page: null };
  return [
    ...[...input.cells, ...input.inVain].map((cell) => cellSource(part, cell)),
    ...input.statements.map(({ section, printed }) => ({
      ...nowhere,
      table: 'narrative',
      label: section,
      printed,
    })),
    ...input.headcounts.map(({ source, people }) => ({
      ...nowhere,
      table: 'headcount',
      label: source,
      printed: String(people),
    })),
    ...input.indicators.map(({ row_no: row, level3: label, printed }) => ({
      ...nowhere,
      table: 'performance',
      row,
      label,
      printed,
    })),
    ...(input.cells.length > 0
      ? []
      : input.projects.map(({ row_no: row, level2: label }) => ({
          ...nowhere,
          table: 'project',
          row,
          label,
          printed: null,
        }))),
  ];
}

/** What a stored metric of a document rests on, each thing once. `basis` is that of its value. */
export function metricSources(
  metric: StoredMetric,
  basis: string | null,
  facts: DocumentFacts,
): FigureSource[] {
  const people = facts.headcounts.find(({ used }) => used);
  const staff: FigureSource[] =
    metric.compute.op === 'per_staff' && people
      ? [
          {
            part: 'staff',
            table: 'headcount',
            row: null,
            column: null,
            label: people.source,
            printed: String(people.people),
            page: null,
          },
        ]
      : [];
  return [...metricInputs(metric, basis, facts).flatMap(inputSources), ...staff];
}

/** The cells of a printed row. */
export function rowSources(
  ref: Extract<SourceRef, { kind: 'row' }>,
  cells: readonly PrintedCell[],
): FigureSource[] {
  const own = cells.filter(
    (cell) =>
      cell.table_id === ref.table &&
      cell.side === ref.side &&
      cell.row_no === ref.row &&
      cell.nature === ref.nature,
  );
  return (rowCells(own, 'total')?.cells ?? own).map((cell) => cellSource(null, cell));
}

/** A figure of a sheet with one thing that it rests on; null where nothing is printed for it. */
export interface SourcedFigure {
  sheet: string;
  row: number;
  head: string;
  doc: DocumentInfo;
  source: FigureSource | null;
}

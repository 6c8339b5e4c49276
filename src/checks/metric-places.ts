import { groupBy } from '@/domain/group';
import {
  measureSources,
  type DetailId,
  type MeasureId,
  type MeasureSource,
} from '@/domain/measures';
import {
  functionCells,
  rowCells,
  usedCells,
  type AmountCell,
  type Used,
} from '@/domain/provenance';
import type { TableId } from '@/domain/vocabulary';
import type { CheckedDocument, CheckedLine } from './checked-document';
import type { CellRef, ValueUnit } from './rule';

/** Names of what a figure is read from, as `placeOf` gives them; null where nothing is printed for it. */
export type Places = readonly string[] | null;

/** A printed amount in the terms in which figures are followed back to their cells. */
interface MarkedCell extends AmountCell {
  col_no: number;
}

const cellOf = ({ table, row, colNo, fund, vintage, nature, amount }: CheckedLine): MarkedCell => ({
  table_id: table,
  row_no: row.rowNo,
  col_no: colNo,
  parent_row_no: row.parentRowNo,
  side: row.side,
  classification: row.classification,
  class_code: row.code,
  label: row.label,
  level: row.level,
  is_total: row.isTotal,
  fund,
  vintage,
  nature,
  amount,
});

/** Names a printed amount or a figure of the text by its place; anything else, which is only counted, by its kind. */
export function placeOf({ source, table, row, column }: CellRef, unit: ValueUnit): string {
  if (source === 'line') return `${table}/${row}/${column}`;
  return source === 'statement' ? `statement/${row}` : `${unit}/${source}/${table}`;
}

const placesOf = (used: Used<MarkedCell> | null): Places =>
  used && used.cells.map(({ table_id, row_no, col_no }) => `${table_id}/${row_no}/${col_no}`);

const COUNTED: Partial<Record<DetailId, readonly string[]>> = {
  project_count: ['count/project/project', 'count/printed_table/project'],
  indicator_count: ['count/indicator/performance', 'count/printed_table/performance'],
  weighted_project_count: ['weight/indicator/performance', 'weight/printed_table/performance'],
  weight_total: ['weight/indicator/performance', 'weight/printed_table/performance'],
};
const OVER_PROJECTS: ReadonlySet<DetailId> = new Set([
  'largest_project',
  'project_sum',
  'project_squares',
  'contracted_cost',
]);

/** The projects whose amounts a figure over projects is made of. */
function projectsOf(detail: DetailId, { projects, headcounts }: CheckedDocument) {
  if (detail !== 'contracted_cost') return projects;
  const paying = new Set(
    headcounts
      .filter(({ kind }) => kind === 'contracted' || kind === 'window')
      .map(({ project }) => project),
  );
  return projects.filter(({ id }) => paying.has(id));
}

/** Cells of a figure over projects. */
function projectPlaces(
  detail: DetailId,
  document: CheckedDocument,
  cells: readonly MarkedCell[],
): Places {
  const rows = groupBy(cells, ({ row_no }) => row_no);
  const totals = projectsOf(detail, document).flatMap(({ row }) => {
    const used = row === null ? null : rowCells(rows.get(row) ?? [], 'total');
    return used ? [used] : [];
  });
  const [largest] = totals.toSorted((a, b) => b.amount.cmp(a.amount));
  const used = detail === 'largest_project' ? totals.filter((one) => one === largest) : totals;
  return used.flatMap((one) => placesOf(one) ?? []);
}

/** The largest figure of the text of that kind. */
function statedPlaces(
  id: string,
  basis: string | undefined,
  { statements }: CheckedDocument,
): Places {
  const [most] = statements
    .filter(
      (stated) => stated.id === id && stated.fen !== null && (!basis || stated.basis === basis),
    )
    .toSorted((a, b) => Number((b.fen ?? 0n) - (a.fen ?? 0n)));
  return most ? [`statement/${most.no}`] : null;
}

/** What the measures and functional classes of a document are read from. */
export interface DocumentPlaces {
  measure(id: MeasureId): Places;
  functionClass(code: string): Places;
  /** Codes of the functional classes that are printed with theirs. */
  classes: ReadonlySet<string>;
}

/** Places that the measures and classes of a document are read from, worked out as they are asked for. */
export function documentPlaces(document: CheckedDocument): DocumentPlaces {
  const tables = new Map<TableId, MarkedCell[]>();
  for (const { id, lines } of document.tables.values()) tables.set(id, lines.map(cellOf));
  const all = [...tables.values()].flat();
  const of = (source: MeasureSource): Places => {
    if (source.from === 'statement') return statedPlaces(source.statement, source.basis, document);
    if (source.from === 'line') return placesOf(usedCells(source, tables.get(source.table) ?? []));
    return OVER_PROJECTS.has(source.detail)
      ? projectPlaces(source.detail, document, tables.get('project') ?? [])
      : (COUNTED[source.detail] ?? null);
  };
  const known = new Map<MeasureId, Places>();
  const classes = all.flatMap(({ classification, level, class_code }) =>
    classification === 'function' && level === 1 && class_code !== null ? [class_code] : [],
  );
  return {
    measure(id) {
      if (!known.has(id)) {
        let places: Places = null;
        for (const source of measureSources(id)) places ??= of(source);
        known.set(id, places);
      }
      return known.get(id) ?? null;
    },
    functionClass: (code) => placesOf(functionCells(code, all)),
    classes: new Set(classes),
  };
}

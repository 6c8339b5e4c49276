import type { Box, Place } from '@/domain/published-document';
import type {
  DocumentReading,
  JoinedCell,
  LineDoubt,
  LineReading,
  RowReading,
  TableReading,
  Unread,
  UnreadReason,
} from './reading';
import { placeKey } from './review-places';

/** A printed place of a table as a screen shows it; spans leave the places they cover blank. */
export interface ReviewCell {
  /** Key of its place; null where nothing is printed and no amount could stand. */
  key: string | null;
  where: Place | null;
  box: Box | null;
  rowNo: number;
  /** Printed column, from 1. */
  colNo: number;
  text: string;
  line: LineReading | null;
  doubts: readonly LineDoubt[];
  unread: UnreadReason | null;
}

export interface ReviewRow {
  /** From 1, header rows not counted. */
  rowNo: number;
  /** Both halves of a balance table may have one; none where the row was not understood. */
  readings: readonly RowReading[];
  unread: UnreadReason | null;
  cells: readonly ReviewCell[];
}

const cellKey = (rowNo: number, colNo: number): string => `${rowNo} ${colNo}`;

function groupBy<T>(items: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Reasons of what was not read, by the key of its place: a cell, or a row where no column is said. */
const unreadPlaces = (unread: readonly Unread[]): ReadonlyMap<string, UnreadReason> =>
  new Map(unread.map(({ where, reason }) => [placeKey(where), reason]));

/** The rows of a table below its header, each with one cell for every printed column. */
export function reviewRows(table: TableReading): readonly ReviewRow[] {
  const { headerRows } = table;
  const printed = new Map<string, JoinedCell>(
    table.table.cells.map((cell) => [cellKey(cell.row - headerRows + 1, cell.column + 1), cell]),
  );
  const lines = new Map<string, LineReading>(
    table.lines.map((line) => [placeKey(line.where), line]),
  );
  const places = new Set(table.table.cells.map(({ where }) => placeKey(where)));
  const blanks = new Map<string, LineReading>(
    table.lines.flatMap((line) =>
      places.has(placeKey(line.where)) ? [] : [[cellKey(line.row.rowNo, line.colNo), line]],
    ),
  );
  const readings = groupBy(table.rows, ({ rowNo }) => rowNo);
  const unread = unreadPlaces(table.unread);
  const unreadOf = (where: Place | null) =>
    where === null ? null : (unread.get(placeKey(where)) ?? null);

  return Array.from({ length: Math.max(0, table.table.rows - headerRows) }, (_, index) => {
    const rowNo = index + 1;
    const cells = Array.from({ length: table.table.columns }, (__, column): ReviewCell => {
      const colNo = column + 1;
      const cell = printed.get(cellKey(rowNo, colNo));
      const line =
        (cell ? lines.get(placeKey(cell.where)) : blanks.get(cellKey(rowNo, colNo))) ?? null;
      const where = cell?.where ?? line?.where ?? null;
      return {
        key: where && placeKey(where),
        where,
        box: cell?.box ?? null,
        rowNo,
        colNo,
        text: cell?.text ?? '',
        line,
        doubts: line?.doubts ?? (cell?.doubt ? [cell.doubt] : []),
        unread: unreadOf(where),
      };
    });
    const where = cells.find((cell) => cell.where !== null)?.where ?? null;
    const { column: _column, ...rowPlace } = where ?? {};
    const ofLines = new Set(cells.flatMap(({ line }) => (line ? [line.row] : [])));
    return {
      rowNo,
      readings: ofLines.size > 0 ? [...ofLines] : (readings.get(rowNo) ?? []),
      unread: where && unreadOf(rowPlace),
      cells,
    };
  });
}

/** A cell to be looked at. */
export interface ReviewMark {
  /** Place of its table among the tables of the reading, from 0. */
  table: number;
  key: string;
  where: Place;
  /** `sum`: it should be the sum of others, and is not. */
  kind: 'sum' | 'doubt' | 'unread';
}

const isCell = ({ row, column }: Place): boolean => row !== undefined && column !== undefined;

/** Cells to be looked at, in printed order: sums that do not hold, amounts in doubt, and cells that were not read. */
export function reviewMarks({ tables }: DocumentReading): readonly ReviewMark[] {
  return tables.flatMap((table, index) => {
    const order = new Map(table.table.cells.map((cell, place) => [placeKey(cell.where), place]));
    const marks = new Map<string, ReviewMark>();
    const mark = (where: Place, kind: ReviewMark['kind']): void => {
      const key = placeKey(where);
      if (isCell(where)) marks.set(key, { table: index, key, where, kind });
    };
    for (const { left, outcome } of table.equations) {
      if (outcome === 'differs') mark(left.where, 'sum');
    }
    for (const { where, doubts } of table.lines) if (doubts.length > 0) mark(where, 'doubt');
    for (const { where } of table.unread) mark(where, 'unread');
    const last = table.table.cells.length;
    return [...marks.values()].toSorted(
      (a, b) => (order.get(a.key) ?? last) - (order.get(b.key) ?? last),
    );
  });
}

/** The mark that follows a chosen cell (`step` 1) or goes before it (-1), round the end. */
export function nextMark(
  marks: readonly ReviewMark[],
  chosen: string | null,
  table: number,
  step: 1 | -1,
): ReviewMark | null {
  const at = marks.findIndex(({ key }) => key === chosen);
  if (at >= 0) return marks.at((at + step) % marks.length) ?? null;
  if (step === 1) return marks.find((mark) => mark.table >= table) ?? marks[0] ?? null;
  return marks.findLast((mark) => mark.table <= table) ?? marks.at(-1) ?? null;
}

/** A cell of a read table with its place on a page. */
export interface PageCell {
  key: string;
  /** Place of its table among the tables of the reading, from 0. */
  table: number;
  where: Place;
  box: Box;
}

/** The cells of all read tables on a page, the smallest first, so that the first that is hit is the right one. */
export function pageCells({ tables }: DocumentReading, page: number): readonly PageCell[] {
  const area = ({ box }: PageCell): number => (box.right - box.left) * (box.bottom - box.top);
  return tables
    .flatMap(({ table }, index) =>
      table.cells.flatMap(({ where, box }) =>
        box !== null && where.page === page
          ? [{ key: placeKey(where), table: index, where, box }]
          : [],
      ),
    )
    .toSorted((a, b) => area(a) - area(b));
}

import { Decimal } from 'decimal.js';
import { groupBy } from './group';
import { FUNCTION_TABLES, LEAF_FUNDS, OUTSIDE_APPROPRIATION, type LineSource } from './measures';
import type { PrintedCell } from './source-facts';
import type { Fund, Vintage } from './vocabulary';

/** What has to be known of a printed amount to find the cells of a figure; yuan, as a number or as exact text. */
export interface AmountCell extends Pick<
  PrintedCell,
  | 'table_id'
  | 'row_no'
  | 'parent_row_no'
  | 'side'
  | 'classification'
  | 'class_code'
  | 'label'
  | 'level'
  | 'is_total'
  | 'fund'
  | 'vintage'
  | 'nature'
> {
  amount: number | string | null;
}

/** Printed cells whose amounts add up to a figure, in yuan. */
export interface Used<Cell extends AmountCell = PrintedCell> {
  amount: Decimal;
  cells: readonly Cell[];
}

type Part<Cell extends AmountCell> = Used<Cell> | null;

const present = <Cell extends AmountCell>(parts: readonly Part<Cell>[]): Used<Cell>[] =>
  parts.filter((part) => part !== null);

function largest<Cell extends AmountCell>(parts: readonly Part<Cell>[]): Part<Cell> {
  return present(parts).reduce<Part<Cell>>(
    (best, part) => (best && best.amount.gte(part.amount) ? best : part),
    null,
  );
}

function sum<Cell extends AmountCell>(parts: readonly Part<Cell>[]): Part<Cell> {
  const known = present(parts);
  if (known.length === 0) return null;
  return {
    amount: known.reduce((total, { amount }) => total.plus(amount), new Decimal(0)),
    cells: known.flatMap(({ cells }) => cells),
  };
}

const single = <Cell extends AmountCell>(cell: Cell): Part<Cell> =>
  cell.amount === null ? null : { amount: new Decimal(cell.amount), cells: [cell] };

/** Cells of one fund of a row: the printed whole, else this year's money and the carry-over. */
function fundCells<Cell extends AmountCell>(cells: readonly Cell[], vintage: Vintage): Part<Cell> {
  const of = (wanted: Vintage) =>
    largest(cells.filter((cell) => cell.vintage === wanted).map(single));
  if (vintage !== 'total') return of(vintage);
  return of('total') ?? sum([of('current'), of('carryover')]);
}

/** Cells of one row and nature over all funds: the printed sum, else 财政拨款 and the rest, else the single funds. */
export function rowCells<Cell extends AmountCell>(
  cells: readonly Cell[],
  vintage: Vintage,
): Used<Cell> | null {
  const byFund = groupBy(cells, (cell) => cell.fund);
  const of = (fund: Fund) => fundCells(byFund.get(fund) ?? [], vintage);
  const appropriation = of('appropriation');
  return (
    of('all') ??
    (appropriation &&
      sum([appropriation, of('non_appropriation') ?? sum(OUTSIDE_APPROPRIATION.map(of))])) ??
    sum(LEAF_FUNDS.map(of)) ??
    largest([...byFund.keys()].map(of))
  );
}

/** The cells of one printed row and nature. */
interface Row<Cell extends AmountCell> {
  cells: readonly Cell[];
  place: string;
  /** Place of the sum this row is part of, in the same table, half and nature. */
  parent: string | null;
  level: number;
  isGrandTotal: boolean;
}

const rowPlace = ({ table_id, side, nature }: AmountCell, row: number): string =>
  `${table_id}/${side}/${nature}/${row}`;

function rowsOf<Cell extends AmountCell>(cells: readonly Cell[]): Row<Cell>[] {
  const groups = groupBy(cells, (cell) => rowPlace(cell, cell.row_no));
  return [...groups].map(([place, row]) => {
    const level = Math.min(...row.map((cell) => cell.level));
    const isTotal = row.some((cell) => cell.is_total);
    const parents = row.flatMap((cell) => cell.parent_row_no ?? []);
    const parent = parents.length > 0 ? rowPlace(row[0]!, Math.min(...parents)) : null;
    return { cells: row, place, parent, level, isGrandTotal: level === 0 && isTotal && !parent };
  });
}

/** Rows that are part of no other row but a total; a part of “三公”经费 without its whole stands for itself alone. */
function topmost<Cell extends AmountCell>(rows: readonly Row<Cell>[]): Row<Cell>[] {
  const parts = rows.filter(({ level }) => level > 0);
  const places = new Set(parts.map(({ place }) => place));
  return parts.filter(
    ({ parent, level, cells }) =>
      (parent === null || !places.has(parent)) &&
      (level === 1 || cells[0]?.table_id !== 'three_public'),
  );
}

/** Cells that a source may read, parts and totals alike. */
function candidates<Cell extends AmountCell>(source: LineSource, lines: readonly Cell[]): Cell[] {
  const { table, side, nature, label } = source;
  return lines.filter(
    (line) =>
      line.table_id === table &&
      line.nature === nature &&
      (!side || line.side === side) &&
      (!label || line.label.includes(label)),
  );
}

/**
 * The printed cells that a source's figure is made of, by the rule the measures are computed with: the printed total
 * if one is printed, else the sum of the topmost rows. Null if no cell has a number.
 */
export function usedCells<Cell extends AmountCell>(
  source: LineSource,
  lines: readonly Cell[],
): Used<Cell> | null {
  const rows = rowsOf(candidates(source, lines));
  const of = (row: Row<Cell>) => rowCells(row.cells, source.vintage ?? 'total');
  if (source.label) return largest(rows.map(of));
  return largest(rows.filter((row) => row.isGrandTotal).map(of)) ?? sum(topmost(rows).map(of));
}

/** Cells where a source's figure would stand but no number does: those of the printed total, else of all its rows. */
export function cellsInVain<Cell extends AmountCell>(
  source: LineSource,
  lines: readonly Cell[],
): Cell[] {
  const rows = rowsOf(candidates(source, lines));
  const totals = rows.filter((row) => row.isGrandTotal);
  const vintage = source.vintage ?? 'total';
  return (totals.length > 0 ? totals : rows)
    .flatMap((row) => row.cells)
    .filter((cell) => cell.vintage === vintage || vintage === 'total')
    .filter((cell) => cell.amount === null);
}

/** The cells of a functional class, from the best table that prints it. */
export function functionCells<Cell extends AmountCell>(
  code: string,
  lines: readonly Cell[],
): Used<Cell> | null {
  const classRows = lines.filter(
    (line) =>
      line.classification === 'function' &&
      line.level === 1 &&
      line.nature === 'total' &&
      line.side === 'expenditure' &&
      line.class_code === code,
  );
  for (const table of FUNCTION_TABLES) {
    const rows = rowsOf(classRows.filter((line) => line.table_id === table));
    const found = present(rows.map((row) => rowCells(row.cells, 'total')))[0];
    if (found) return found;
  }
  return null;
}

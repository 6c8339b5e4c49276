import { groupBy } from './group';
import type { CellState, Nature, Side, TableId } from './vocabulary';

/** A printed row of the table that divides a budget; amount in yuan, null where none is printed. */
export interface StructureRow {
  doc_id: string;
  table_id: TableId;
  side: Side;
  nature: Nature;
  row_no: number;
  parent_row_no: number | null;
  /** The row belongs to the division; the others are totals and what stands beside it. */
  is_part: boolean;
  code: string | null;
  label: string;
  name: string | null;
  name_en: string | null;
  level: number;
  is_total: boolean;
  is_grand_total: boolean;
  /** Its parts are not all printed (其中 …) and need not add up to it. */
  is_partial: boolean;
  amount: number | null;
  /** The metric that the amount is, where it is one and no printed row alone. */
  metric: string | null;
  state: CellState;
}

/** The rows of one document as a tree; keys are codes where there are codes, so that documents can be joined. */
export interface StructureTree {
  rows: readonly StructureRow[];
  /** The classified row that a row is part of, by the printed order or else by the code. */
  parentOf(row: StructureRow): StructureRow | null;
  /** Same for the same class in every document. */
  keyOf(row: StructureRow): string;
  childrenOf(row: StructureRow | null): StructureRow[];
  byRowNo(rowNo: number | null): StructureRow | null;
  find(key: string): StructureRow | null;
}

const NUMBERING = /^(?:[（(][一二三四五六七八九十百\d]+[）)]|[一二三四五六七八九十百\d]+[、．.])/u;

/** A printed label without its numbering: 二、外交支出 gives 外交支出. */
export const bareLabel = (label: string): string => label.replace(NUMBERING, '');

/**
 * Rows that nothing printed divides further, grand totals apart: each amount stands in one of them alone. A sum whose
 * parts hold no amount, or are not all printed, stands for them.
 */
export function leafRows<Row extends StructureRow>(rows: readonly Row[]): Row[] {
  const byNumber = new Map(rows.map((row) => [row.row_no, row]));
  const children = groupBy(rows, ({ parent_row_no }) => parent_row_no);
  const below = (row: Row): Row[] => {
    const parts = children.get(row.row_no) ?? [];
    const hidden = row.amount !== null && parts.every(({ amount }) => amount === null);
    return row.is_partial || hidden || parts.length === 0 ? [row] : parts.flatMap(below);
  };
  const isTop = ({ level, parent_row_no: parent }: Row): boolean =>
    level > 0 && (parent === null || (byNumber.get(parent)?.level ?? 0) === 0);
  return rows.filter(isTop).flatMap(below);
}

/** The tree of one document's rows. Every classified row stands under exactly one other, or at the top. */
export function structureTree(rows: readonly StructureRow[]): StructureTree {
  const byNumber = new Map(rows.map((row) => [row.row_no, row]));
  const parts = rows.filter((row) => row.is_part);
  const byCode = new Map(parts.flatMap((row) => (row.code ? [[row.code, row] as const] : [])));
  const parents = new Map(parts.map((row) => [row, parentRow(row, byNumber, byCode)]));
  const parentOf = (row: StructureRow) => parents.get(row) ?? null;
  const keyOf = (row: StructureRow): string => {
    const parent = parentOf(row);
    return row.code ?? `${parent ? keyOf(parent) : ''}~${bareLabel(row.label)}`;
  };
  return {
    rows,
    parentOf,
    keyOf,
    childrenOf: (row) => parts.filter((part) => parentOf(part) === row),
    byRowNo: (rowNo) => (rowNo === null ? null : (byNumber.get(rowNo) ?? null)),
    find: (key) => parts.find((row) => keyOf(row) === key) ?? null,
  };
}

function parentRow(
  row: StructureRow,
  byNumber: ReadonlyMap<number, StructureRow>,
  byCode: ReadonlyMap<string, StructureRow>,
): StructureRow | null {
  const printed = row.parent_row_no === null ? undefined : byNumber.get(row.parent_row_no);
  if (printed?.is_part && printed.level < row.level) return printed;
  const { code } = row;
  if (!code) return null;
  const prefixes = Array.from({ length: code.length - 1 }, (_, i) => code.slice(0, -1 - i));
  const above = prefixes.flatMap((prefix) => byCode.get(prefix) ?? []);
  return above.find(({ level }) => level < row.level) ?? null;
}

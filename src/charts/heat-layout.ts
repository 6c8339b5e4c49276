import { BESIDE_FROM, fitLabel, textWidth } from './drawing';
import type { HeatInput } from './heat-map';
import { extentOf } from './scale';
import { SIGN_WIDTH } from './sign';

/** Where everything of a heat map stands, in CSS pixels. */
export interface HeatLayout {
  columnWidth: number;
  /** Corner and height of each cell with the text that has room in it, row by row within each block of columns. */
  cells: readonly {
    row: number;
    column: number;
    x: number;
    y: number;
    height: number;
    text: string;
    size: number;
  }[];
  /** Heads of columns: middle and lower edge. */
  heads: readonly { x: number; y: number; lines: readonly string[]; unit: readonly string[] }[];
  /** Names of rows: left edge and middle of the row, or lower edge where they stand above it. */
  labels: readonly { row: number; x: number; y: number; lines: readonly string[] }[];
  height: number;
}

const KEY = 26;
const HEAD_LINE = 15;
const HEAD_LINES = 3;
const ROW = 28;
/** Rows are this high where a name beside them takes two lines. */
const BROKEN = 36;
/** Room that a name above its row takes. */
const ABOVE = 19;
const BLOCK_GAP = 22;
const DOT = 14;
const LABEL_GAP = 10;
const LEAST_COLUMN = { wide: 66, narrow: 56 };
const MOST_COLUMN = 150;
/** Columns that stand side by side however wide their figures are. */
const FEWEST = 3;
/** Sizes of type a figure may be written in, largest first. */
const SIZES = [12, 11];

/** Columns in blocks below each other, as even as they can be, where they have no room side by side. */
function blocksOf(columns: number, most: number): number[][] {
  const count = Math.max(1, Math.ceil(columns / Math.max(1, most)));
  const each = Math.ceil(columns / count);
  return Array.from({ length: count }, (_, block) =>
    Array.from({ length: Math.min(each, columns - block * each) }, (_2, i) => block * each + i),
  );
}

/** A figure in the largest type that fits a cell; empty where none does. */
function fitted(text: string, room: number): { text: string; size: number } {
  const size = SIZES.find((one) => textWidth(text, one) <= room);
  return { text: size === undefined ? '' : text, size: size ?? SIZES[0]! };
}

const LATIN = /^[\u0020-\u024f]+$/;

/** Words that must not be broken: Chinese can be, anywhere. */
const latinWords = (name: string): string[] => name.split(' ').filter((word) => LATIN.test(word));

/** A head in as few lines as fit, all about as long as each other. */
function head(name: string, room: number): string[] {
  const lines = fitLabel(name, room, HEAD_LINES);
  const cut = lines.join('').replaceAll(' ', '') !== name.replaceAll(' ', '');
  if (cut || lines.length < 2) return lines;
  const [, word] = extentOf([0, ...latinWords(name).map((one) => textWidth(one))]);
  const even = Math.max(word, Math.ceil(textWidth(name) / lines.length));
  for (let width = even; width < room; width += 4) {
    const evened = fitLabel(name, width, lines.length);
    if (evened.join('').replaceAll(' ', '') === name.replaceAll(' ', '')) return evened;
  }
  return lines;
}

/** The narrowest column that holds its figures, and the words of a Latin head unbroken; at least so many side by side. */
function leastColumn({ rows, columns, width }: HeatInput): number {
  const figures = rows.flatMap(({ cells }) =>
    cells.map(({ text, marked }) => textWidth(text, SIZES.at(-1)) + (marked ? SIGN_WIDTH : 0)),
  );
  const words = columns.flatMap(({ name }) => name.split(' ').filter((word) => LATIN.test(word)));
  const [, needed] = extentOf([
    width >= BESIDE_FROM ? LEAST_COLUMN.wide : LEAST_COLUMN.narrow,
    ...figures.map((figure) => figure + 6),
    ...words.map((word) => textWidth(word) + 6),
  ]);
  return Math.min(needed, Math.floor(width / FEWEST));
}

/** Room for the names beside the rows, with their dot. */
function labelRoom({ rows, width }: HeatInput): number {
  const widest = Math.max(0, ...rows.map(({ label }) => textWidth(label)));
  return Math.min(widest, Math.round(width * 0.26)) + DOT + LABEL_GAP;
}

/** Places of cells, heads and names: beside the rows in a wide box, above them in a narrow one. */
export function heatLayout(input: HeatInput): HeatLayout {
  const { rows, columns, width } = input;
  const beside = width >= BESIDE_FROM;
  const left = beside ? labelRoom(input) : 0;
  const room = width - left;
  const blocks = blocksOf(columns.length, Math.floor(room / leastColumn(input)));
  const columnWidth = Math.min(MOST_COLUMN, Math.floor(room / Math.max(1, blocks[0]!.length)));
  const named = rows.map(({ label, slot }) =>
    fitLabel(
      label,
      (beside ? left - LABEL_GAP : width) - (slot === null ? 0 : DOT),
      beside ? 2 : 1,
    ),
  );
  const height = named.some((lines) => lines.length > 1) ? BROKEN : ROW;
  const step = height + (beside ? 0 : ABOVE);
  const layout = { cells: [], heads: [], labels: [] } as {
    [Key in 'cells' | 'heads' | 'labels']: HeatLayout[Key][number][];
  };
  let top = KEY;
  for (const block of blocks) {
    const heads = block.map((column) => ({
      lines: head(columns[column]!.name, columnWidth - 6),
      unit: columns[column]!.unit ? fitLabel(columns[column]!.unit, columnWidth - 2, 2) : [],
    }));
    const lines = Math.max(0, ...heads.map((head) => head.lines.length + head.unit.length));
    const first = top + lines * HEAD_LINE + 6;
    heads.forEach((head, i) =>
      layout.heads.push({ ...head, x: left + (i + 0.5) * columnWidth, y: first - 4 }),
    );
    rows.forEach((row, r) => {
      const y = first + r * step + (beside ? 0 : ABOVE);
      layout.labels.push({ row: r, x: 0, y: beside ? y + height / 2 : y - 2, lines: named[r]! });
      block.forEach((column, i) => {
        const cell = row.cells[column]!;
        layout.cells.push({
          row: r,
          column,
          x: left + i * columnWidth,
          y,
          height,
          ...fitted(cell.text, columnWidth - 6 - (cell.marked ? SIGN_WIDTH : 0)),
        });
      });
    });
    top = first + rows.length * step + BLOCK_GAP;
  }
  return { ...layout, columnWidth, height: top - BLOCK_GAP + 4 };
}

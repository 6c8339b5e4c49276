import type { Area } from './geometry';
import type { Line } from './lines';
import { isAmount, segmentsOf, type Segment } from './segments';

/** A line of text as its stretches between wide gaps. */
export interface TextLine {
  line: Line;
  segments: Segment[];
  /** How many of them are figures. */
  figures: number;
}

/** Where a column begins and ends. */
export interface Column {
  left: number;
  right: number;
}

/** Lines that agree, for their alignment to mean something. */
export const AGREEING = 3;
/** Part of its width that text may share with a column of figures without standing in it. */
const SHARED = 0.3;

export function textLine(line: Line): TextLine {
  const segments = segmentsOf(line);
  return { line, segments, figures: segments.filter(({ figure }) => figure).length };
}

/** A figure with something beside it. */
export const isRow = ({ segments, figures }: TextLine): boolean =>
  figures > 0 && segments.length > 1;

/** Stretches of the page that overlap, joined, from the left. */
function joined(spans: readonly Column[]): Column[] {
  const columns: Column[] = [];
  for (const { left, right } of spans.toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && left < last.right) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
}

const share = (span: Column, column: Column): number =>
  Math.min(span.right, column.right) - Math.max(span.left, column.left);

/**
 * Columns of rows of figures: first those in which figures stand one below the other, then those of the text between
 * them. Null if two figures of a row would stand in one column.
 */
export function columnsOf(rows: readonly TextLine[]): Column[] | null {
  const segments = rows.flatMap((row) => row.segments);
  const figures = joined(segments.filter(({ figure }) => figure));
  const clash = rows.some((row) => {
    const taken = row.segments
      .filter(({ figure }) => figure)
      .map((each) => columnOf(each, figures));
    return new Set(taken).size < taken.length;
  });
  if (clash) return null;
  const texts = segments.filter(
    (segment) =>
      !segment.figure &&
      figures.every((column) => share(segment, column) <= SHARED * (segment.right - segment.left)),
  );
  const between = joined(texts.map((text) => cutAt(text, figures)));
  const columns = [...figures, ...between].toSorted((a, b) => a.left - b.left);
  return columns.length < 2 ? null : columns;
}

/** A stretch of text without what hangs over into columns of figures. */
function cutAt({ left, right }: Column, figures: readonly Column[]): Column {
  const cut = { left, right };
  for (const column of figures) {
    if (column.left > left && column.left < cut.right) cut.right = column.left;
    if (column.right < right && column.right > cut.left) cut.left = column.right;
  }
  return cut.left < cut.right ? cut : { left, right };
}

/** The column that a stretch of text shares most of its width with, or is nearest to. */
export function columnOf(span: Column, columns: readonly Column[]): number {
  let best = 0;
  let most = -Infinity;
  for (const [index, column] of columns.entries()) {
    const shared = share(span, column);
    if (shared > most) {
      most = shared;
      best = index;
    }
  }
  return best;
}

/** How text goes on after a figure in a sentence, and what only sentences have. */
const SENTENCE = /^(?:[，。；、：,;:%％）)]|(?:亿|万|千)?元|[个人辆台件年月日])|，.*，|[。；]$/u;
/** Part of the rows that may read like sentences. */
const FEW = 0.2;

const readsOn = ({ segments }: TextLine): boolean =>
  segments.some(({ text, figure }) => !figure && SENTENCE.test(text));

/** Whether figures of several lines agree in at least one column of amounts, or in several columns. */
export function agree(rows: readonly TextLine[], columns: readonly Column[]): boolean {
  if (rows.filter(readsOn).length > rows.length * FEW) return false;
  const amounts = columns.map(() => 0);
  const figures = columns.map(() => 0);
  for (const { segments } of rows)
    for (const segment of segments) {
      const column = columnOf(segment, columns);
      if (segment.figure) figures[column]! += 1;
      if (isAmount(segment.text)) amounts[column]! += 1;
    }
  const strong = amounts.filter((count) => count >= AGREEING).length;
  const weak = figures.filter((count) => count >= AGREEING).length;
  return strong >= 1 || weak >= 3;
}

/** Columns that a header cell reaches over: those whose middles it stands above, the first one in any case. */
export function columnsUnder({ left, right }: Area, columns: readonly Column[]): [number, number] {
  const first = columnOf({ left, right }, columns);
  const covered = columns.flatMap((column, index) => {
    const middle = (column.left + column.right) / 2;
    return middle > left && middle < right ? [index] : [];
  });
  return covered.length === 0 ? [first, first] : [covered[0]!, covered.at(-1)!];
}

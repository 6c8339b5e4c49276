import { isFigure } from './segments';
import { combine, type Area, type Matrix, type Rule } from './geometry';
import { addFill, addStroke, addThin, type Lines } from './paths';
import {
  newTextState,
  showText,
  type Font,
  type RawGlyph,
  type ShownGlyph,
  type TextState,
} from './text-state';

interface State {
  view: Matrix;
  /** Nothing is seen beyond it. */
  clip: Area;
  text: TextState;
  fill: string;
  stroke: string;
}

/** Text that is not painted. */
const INVISIBLE = 3;
/** Strokes and fills that cannot be seen on paper. */
const WHITE = /^#f[c-f]f[c-f]f[c-f]$|^transparent$/i;
const UNIT_SQUARE = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

/** Text and straight lines of a page, by following what is drawn on it. */
export class ContentReader {
  readonly glyphs: RawGlyph[] = [];
  readonly lines: Lines = { across: [], down: [] };
  nameless = 0;
  invisible = 0;
  paths = 0;
  /** Points of the largest unit square, which is what a picture fills; large pictures themselves are passed over. */
  largest = 0;
  state: State;
  private readonly stack: State[] = [];
  private run = 0;
  private clipsNext = false;
  /** The character left out just before. */
  private lost: RawGlyph | null = null;

  constructor(
    view: Matrix,
    clip: Area,
    readonly fonts: ReadonlyMap<string, Font>,
  ) {
    this.state = { view, clip, text: newTextState(), fill: '#000000', stroke: '#000000' };
  }

  save(): void {
    this.stack.push({ ...this.state, text: { ...this.state.text } });
  }

  restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  transform(matrix: Matrix): void {
    const view = combine(this.state.view, matrix);
    this.state.view = view;
    this.largest = Math.max(this.largest, Math.abs(view[0] * view[3] - view[1] * view[2]));
  }

  show(shown: readonly (ShownGlyph | number)[]): void {
    const { text, view, clip } = this.state;
    const glyphs: RawGlyph[] = [];
    this.nameless += showText(text, shown, view, this.run, glyphs);
    if (text.mode === INVISIBLE) this.invisible += glyphs.length;
    this.keepGlyphs(glyphs, clip);
    this.run += 1;
  }

  /** Keeps what is seen of a run; a figure is kept whole if any of it is seen. */
  private keepGlyphs(glyphs: readonly RawGlyph[], clip: Area): void {
    const seen = glyphs.map((glyph) => isSeen(glyph, clip));
    const whole = seen.includes(true) && seen.includes(false) && isFigure(textOf(glyphs));
    for (const [index, glyph] of glyphs.entries()) {
      if (seen[index] || whole) {
        if (!seen[index]) glyph.cut = 'hidden';
        else if (this.lost && isBeside(this.lost, glyph)) glyph.cut = 'touched';
        this.glyphs.push(glyph);
        this.lost = null;
      } else {
        const last = this.glyphs.at(-1);
        if (last && isBeside(last, glyph)) last.cut = 'touched';
        this.lost = glyph;
      }
    }
  }

  path(stroked: boolean, filled: boolean, path: ArrayLike<number>): void {
    const { view, stroke, fill, clip } = this.state;
    this.paths += 1;
    const drawn: Lines = { across: [], down: [] };
    if (stroked && !WHITE.test(stroke)) addStroke(drawn, path, view);
    if (filled && !WHITE.test(fill)) addFill(drawn, path, view);
    this.keep(drawn, clip);
  }

  /** A picture fills the unit square. */
  picture(): void {
    const { view, clip } = this.state;
    const drawn: Lines = { across: [], down: [] };
    addThin(
      drawn,
      UNIT_SQUARE.map(([x, y]) => pointOf(view, x, y)),
    );
    this.keep(drawn, clip);
  }

  /** The next path that ends is one that nothing is seen beyond. */
  clipNext(): void {
    this.clipsNext = true;
  }

  /** A path is done with: its box, as least and greatest x and y. */
  endPath(box: ArrayLike<number> | null): void {
    if (!this.clipsNext) return;
    this.clipsNext = false;
    if (box) this.clip([box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0]);
  }

  clip([x0, y0, x1, y1]: readonly [number, number, number, number]): void {
    const { view, clip } = this.state;
    const corners = [pointOf(view, x0, y0), pointOf(view, x1, y0)];
    corners.push(pointOf(view, x0, y1), pointOf(view, x1, y1));
    const xs = corners.map(([x]) => x);
    const ys = corners.map(([, y]) => y);
    this.state.clip = {
      left: Math.max(clip.left, Math.min(...xs)),
      right: Math.min(clip.right, Math.max(...xs)),
      top: Math.max(clip.top, Math.min(...ys)),
      bottom: Math.min(clip.bottom, Math.max(...ys)),
    };
  }

  private keep({ across, down }: Lines, clip: Area): void {
    for (const rule of across)
      keepSeen(rule, clip.left, clip.right, clip.top, clip.bottom, this.lines.across);
    for (const rule of down)
      keepSeen(rule, clip.top, clip.bottom, clip.left, clip.right, this.lines.down);
  }
}

/** Lines are seen though half of their width is cut off. */
const EDGE = 1.5;

/** Keeps the part of a line that is seen. */
function keepSeen(
  { at, from, to }: Rule,
  start: number,
  end: number,
  low: number,
  high: number,
  into: Rule[],
): void {
  if (at < low - EDGE || at > high + EDGE) return;
  const seen = { at, from: Math.max(from, start - EDGE), to: Math.min(to, end + EDGE) };
  if (seen.from < seen.to) into.push(seen);
}

/** Whether the middle of a character is seen. */
function isSeen({ x, y, endX, endY, size, turn }: RawGlyph, clip: Area): boolean {
  const [upX, upY] = UP[turn];
  const middleX = (x + endX) / 2 + upX * size * 0.35;
  const middleY = (y + endY) / 2 + upY * size * 0.35;
  return (
    middleX >= clip.left && middleX <= clip.right && middleY >= clip.top && middleY <= clip.bottom
  );
}

const textOf = (glyphs: readonly RawGlyph[]): string => glyphs.map(({ text }) => text).join('');

const OF_A_FIGURE = /^[\d.,，．]$/u;
/** Characters of a figure stand this near, in sizes. */
const BESIDE = 0.3;

/** Whether two characters are neighbours in one figure. */
const isBeside = (before: RawGlyph, glyph: RawGlyph): boolean =>
  OF_A_FIGURE.test(before.text) &&
  OF_A_FIGURE.test(glyph.text) &&
  Math.hypot(glyph.x - before.endX, glyph.y - before.endY) <= BESIDE * glyph.size;

/** Which way the heads of characters look, for each turn. */
const UP = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
] as const;

const pointOf = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

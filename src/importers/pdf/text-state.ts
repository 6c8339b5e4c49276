import { printed } from './characters';
import { combine, type Cut, type Matrix, type Turn } from './geometry';

/** What pdf.js says of a font. */
export interface Font {
  vertical: boolean;
  defaultVMetrics?: readonly [number, number, number] | null;
  fontMatrix?: Matrix | null;
  isType3Font?: boolean;
  bold?: boolean;
  black?: boolean;
  name?: string;
}

/** What pdf.js says of a shown character; numbers between them move on. */
export interface ShownGlyph {
  unicode: string;
  width: number;
  vmetric?: readonly [number, number, number] | null;
  isSpace: boolean;
}

/** A character where the file puts it, in points of the page as shown. */
export interface RawGlyph {
  text: string;
  /** Start of its foot line, and where the next character would start. */
  x: number;
  y: number;
  endX: number;
  endY: number;
  size: number;
  bold: boolean;
  run: number;
  spaced: boolean;
  turn: Turn;
  cut: Cut;
}

/** What text looks like and where it goes on; `save` and `restore` keep it with the rest of the state. */
export interface TextState {
  font: Font | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  matrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

/** Names of faces that are bold by their drawing. */
const BOLD = /bold|heavy|(?<!ya)hei|黑体|小标宋|biaosong/iu;
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** Units of a font that are not told. */
const FONT_UNIT = 0.001;

export const newTextState = (): TextState => ({
  font: null,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  matrix: IDENTITY,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
});

/** Starts a text at the origin of a matrix. */
export function setMatrix(state: TextState, matrix: Matrix): void {
  state.matrix = matrix;
  state.x = state.lineX = 0;
  state.y = state.lineY = 0;
}

/** Goes to a place beside the start of the line. */
export function moveText(state: TextState, x: number, y: number): void {
  state.x = state.lineX += x;
  state.y = state.lineY += y;
}

/** Slanted text is a watermark, not part of what is printed. */
const SLANT = 0.1;

/** The quarter turn of a direction in the page as shown; null if it is slanted. */
function turnOf(dx: number, dy: number): Turn | null {
  const along = Math.abs(dx);
  const down = Math.abs(dy);
  if (down <= along * SLANT) return dx >= 0 ? 0 : 2;
  if (along <= down * SLANT) return dy >= 0 ? 1 : 3;
  return null;
}

/**
 * The characters of one shown run, added to `into`; moves the state on behind them. `view` is what turns the file's
 * coordinates to points of the page as shown. Returns how many characters stand there that have no name.
 */
export function showText(
  state: TextState,
  shown: readonly (ShownGlyph | number)[],
  view: Matrix,
  run: number,
  into: RawGlyph[],
): number {
  const { font, size, scale } = state;
  if (!font || size === 0) return 0;
  const m = combine(view, state.matrix);
  const sign = size < 0 ? -1 : 1;
  const turn = turnOf(m[0] * scale * sign, m[1] * scale * sign);
  const height = Math.abs(size) * Math.hypot(m[2], m[3]);
  const unit = size * (font.fontMatrix?.[0] ?? FONT_UNIT);
  const bold = font.bold === true || font.black === true || BOLD.test(font.name ?? '');
  let spaced = false;
  let nameless = 0;
  for (const item of shown) {
    if (typeof item === 'number') {
      advance(state, font, (-item * size) / 1000);
      continue;
    }
    const spacing = (item.isSpace ? state.wordSpacing : 0) + state.charSpacing;
    const { text, nameless: unnamed } = printed(item.unicode);
    if (unnamed) nameless += 1;
    if (text === '') spaced = true;
    else if (turn !== null) {
      const length = item.width * unit;
      const [x, y] = font.vertical ? verticalStart(state, font, item, unit) : [state.x, state.y];
      const foot = y + state.rise;
      const end = x + length * scale;
      into.push({
        text,
        x: m[0] * x + m[2] * foot + m[4],
        y: m[1] * x + m[3] * foot + m[5],
        endX: m[0] * end + m[2] * foot + m[4],
        endY: m[1] * end + m[3] * foot + m[5],
        size: height,
        bold,
        run,
        spaced,
        turn,
        cut: 'none',
      });
      spaced = false;
    }
    if (font.vertical) {
      const down = (item.vmetric ?? font.defaultVMetrics)?.[0] ?? -1000;
      state.y += down * unit + spacing;
    } else advance(state, font, item.width * unit + spacing);
  }
  return nameless;
}

function advance(state: TextState, font: Font, by: number): void {
  if (font.vertical) state.y += by;
  else state.x += by * state.scale;
}

/** Where the foot of a character of vertical writing begins. */
function verticalStart(
  state: TextState,
  font: Font,
  glyph: ShownGlyph,
  unit: number,
): [number, number] {
  const metrics = glyph.vmetric ?? font.defaultVMetrics;
  const aside = glyph.vmetric ? glyph.vmetric[1] : glyph.width / 2;
  const above = metrics?.[2] ?? 880;
  return [state.x - aside * unit * state.scale, state.y - above * unit];
}

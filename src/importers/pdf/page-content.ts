import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { foldRadicals } from './characters';
import {
  combine,
  upright,
  type Area,
  type Glyph,
  type Matrix,
  type PageContent,
  type Rule,
  type Turn,
} from './geometry';
import type { PdfJs } from './open-pdf';
import { addFill, addStroke, addThin, type Lines } from './paths';
import {
  moveText,
  newTextState,
  setMatrix,
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
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const UNIT_SQUARE = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

type Operation = (reader: ContentReader, args: readonly unknown[]) => void;

/** Text and straight lines of a page, by following what is drawn on it. */
class ContentReader {
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
    for (const glyph of glyphs) if (isSeen(glyph, clip)) this.glyphs.push(glyph);
    this.run += 1;
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

const text =
  (change: (state: TextState, args: readonly unknown[]) => void): Operation =>
  ({ state }, args) =>
    change(state.text, args);
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const setFont = (reader: ContentReader, name: unknown, size: unknown): void => {
  reader.state.text.font = reader.fonts.get(String(name)) ?? null;
  reader.state.text.size = number(size);
};

/** What each of pdf.js's operations does to the state. */
function operationsOf({ OPS }: PdfJs): (Operation | undefined)[] {
  const table: (Operation | undefined)[] = [];
  const on = (codes: readonly number[], operation: Operation) => {
    for (const code of codes) table[code] = operation;
  };
  on([OPS.save], (reader) => reader.save());
  on([OPS.restore], (reader) => reader.restore());
  on([OPS.transform], (reader, args) => reader.transform(args as unknown as Matrix));
  on([OPS.paintFormXObjectBegin], (reader, [matrix, box]) => {
    reader.save();
    if (matrix) reader.transform(matrix as Matrix);
    if (box) reader.clip(box as [number, number, number, number]);
  });
  on([OPS.clip, OPS.eoClip], (reader) => reader.clipNext());
  on([OPS.paintFormXObjectEnd], (reader) => reader.restore());
  on(
    [OPS.beginText],
    text((state) => setMatrix(state, IDENTITY)),
  );
  on(
    [OPS.setTextMatrix],
    text((state, [matrix]) => setMatrix(state, matrix as Matrix)),
  );
  on(
    [OPS.moveText],
    text((state, [x, y]) => moveText(state, number(x), number(y))),
  );
  on(
    [OPS.setLeadingMoveText],
    text((state, [x, y]) => {
      state.leading = number(y);
      moveText(state, number(x), number(y));
    }),
  );
  on(
    [OPS.nextLine],
    text((state) => moveText(state, 0, state.leading)),
  );
  on(
    [OPS.setLeading],
    text((state, [leading]) => (state.leading = -number(leading))),
  );
  on(
    [OPS.setCharSpacing],
    text((state, [spacing]) => (state.charSpacing = number(spacing))),
  );
  on(
    [OPS.setWordSpacing],
    text((state, [spacing]) => (state.wordSpacing = number(spacing))),
  );
  on(
    [OPS.setHScale],
    text((state, [scale]) => (state.scale = number(scale) / 100)),
  );
  on(
    [OPS.setTextRise],
    text((state, [rise]) => (state.rise = number(rise))),
  );
  on(
    [OPS.setTextRenderingMode],
    text((state, [mode]) => (state.mode = number(mode))),
  );
  on([OPS.setFont], (reader, [name, size]) => setFont(reader, name, size));
  on([OPS.setGState], (reader, [entries]) => {
    for (const [key, value] of entries as [string, unknown][])
      if (key === 'Font' && Array.isArray(value)) setFont(reader, value[0], value[1]);
  });
  on([OPS.showText], (reader, [shown]) => reader.show(shown as (ShownGlyph | number)[]));
  on([OPS.setFillRGBColor], (reader, [color]) => (reader.state.fill = String(color)));
  on([OPS.setFillTransparent], (reader) => (reader.state.fill = 'transparent'));
  on([OPS.setFillColorN], (reader) => (reader.state.fill = '#808080'));
  on([OPS.setStrokeRGBColor], (reader, [color]) => (reader.state.stroke = String(color)));
  on([OPS.setStrokeTransparent], (reader) => (reader.state.stroke = 'transparent'));
  on([OPS.setStrokeColorN], (reader) => (reader.state.stroke = '#808080'));
  on([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject], (reader) =>
    reader.picture(),
  );
  on([OPS.paintSolidColorImageMask], (reader) => reader.picture());
  const stroked = new Set<number>([OPS.stroke, OPS.closeStroke]);
  const filled = new Set<number>([OPS.fill, OPS.eoFill]);
  const both = new Set<number>([
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ]);
  on([OPS.constructPath], (reader, [operator, data, box]) => {
    const path = (data as (ArrayLike<number> | null)[])[0];
    const code = operator as number;
    if (path && (stroked.has(code) || filled.has(code) || both.has(code)))
      reader.path(!filled.has(code), !stroked.has(code), path);
    reader.endPath(box as ArrayLike<number> | null);
  });
  return table;
}

let table: { pdfjs: PdfJs; operations: (Operation | undefined)[] } | null = null;

/** Text and straight lines of a page, upright. The page is to be cleaned up afterwards. */
export async function readContent(pdfjs: PdfJs, page: PDFPageProxy): Promise<PageContent> {
  const { fnArray, argsArray } = await page.getOperatorList({
    annotationMode: pdfjs.AnnotationMode.DISABLE,
  });
  if (table?.pdfjs !== pdfjs) table = { pdfjs, operations: operationsOf(pdfjs) };
  const viewport = page.getViewport({ scale: 1 });
  const fonts = await fontsOf(pdfjs, page, fnArray, argsArray);
  const whole = { left: 0, top: 0, right: viewport.width, bottom: viewport.height };
  const reader = new ContentReader(viewport.transform as unknown as Matrix, whole, fonts);
  for (const [index, code] of fnArray.entries())
    table.operations[code]?.(reader, (argsArray[index] as readonly unknown[] | null) ?? []);
  return uprightContent(reader, page.pageNumber, viewport);
}

/** The fonts that are set on a page, once pdf.js has handed them over. */
async function fontsOf(
  { OPS }: PdfJs,
  page: PDFPageProxy,
  codes: readonly number[],
  args: readonly unknown[],
): Promise<Map<string, Font>> {
  const fonts = new Map<string, Font>();
  const names = new Set<string>();
  for (const [index, code] of codes.entries()) {
    if (code === OPS.dependency || code === OPS.setFont)
      names.add(String((args[index] as readonly unknown[])[0]));
    if (code === OPS.setGState)
      for (const [key, value] of (args[index] as [[string, unknown][]])[0])
        if (key === 'Font' && Array.isArray(value)) names.add(String(value[0]));
  }
  const { commonObjs } = page as unknown as { commonObjs: PdfObjects };
  for (const name of names) {
    if (!/_f\d+$/.test(name)) continue;
    const font = await new Promise<unknown>((resolve) => commonObjs.get(name, resolve));
    if (font !== null && typeof font === 'object') fonts.set(name, font as Font);
  }
  return fonts;
}

interface PdfObjects {
  get(name: string, found: (object: unknown) => void): void;
}

interface Size {
  width: number;
  height: number;
}

function uprightContent(reader: ContentReader, page: number, shown: Size): PageContent {
  const { glyphs: raw, lines, nameless, invisible, paths, largest } = reader;
  const turn = turnOfMost(raw);
  const sideways = turn % 2 === 1;
  const [width, height] = sideways ? [shown.height, shown.width] : [shown.width, shown.height];
  const glyphs: Glyph[] = [];
  for (const each of raw) glyphs.push(uprightGlyph(each, turn, shown));
  const turned = (rules: Rule[], across: boolean) =>
    turn === 0 ? rules : rules.map((rule) => uprightRule(rule, across, turn, shown));
  const [across, down] = [turned(lines.across, true), turned(lines.down, false)];
  return {
    page,
    width,
    height,
    turn,
    glyphs,
    across: sideways ? down : across,
    down: sideways ? across : down,
    nameless,
    invisible,
    picture: largest / (shown.width * shown.height),
    paths,
  };
}

function turnOfMost(glyphs: readonly RawGlyph[]): Turn {
  const counts = [0, 0, 0, 0];
  for (const { turn } of glyphs) counts[turn]! += 1;
  return counts.indexOf(Math.max(...counts)) as Turn;
}

function uprightGlyph(raw: RawGlyph, pageTurn: Turn, shown: Size): Glyph {
  const turn = ((raw.turn - pageTurn + 4) % 4) as Turn;
  const [x, y] = upright(raw.x, raw.y, pageTurn, shown);
  const [endX, endY] = upright(raw.endX, raw.endY, pageTurn, shown);
  const { size, bold, run, spaced } = raw;
  const text = foldRadicals(raw.text);
  const common = { text, size, bold, run, spaced, turn };
  if (turn === 0) return { ...common, left: Math.min(x, endX), right: Math.max(x, endX), base: y };
  // Text that lies on its side takes the room of its height across the page.
  const side = turn === 1 ? 1 : turn === 3 ? -1 : 0;
  const across = side === 0 ? [x, endX] : [x - side * size * 0.12, x + side * size * 0.88];
  const base = side === 0 ? y + size * 0.76 : (y + endY) / 2 + size * 0.35;
  return { ...common, left: Math.min(...across), right: Math.max(...across), base };
}

function uprightRule({ at, from, to }: Rule, across: boolean, turn: Turn, shown: Size): Rule {
  const [x0, y0] = across ? [from, at] : [at, from];
  const [x1, y1] = across ? [to, at] : [at, to];
  const [u0, v0] = upright(x0, y0, turn, shown);
  const [u1, v1] = upright(x1, y1, turn, shown);
  const nowAcross = across === (turn % 2 === 0);
  return nowAcross
    ? { at: v0, from: Math.min(u0, u1), to: Math.max(u0, u1) }
    : { at: u0, from: Math.min(v0, v1), to: Math.max(v0, v1) };
}

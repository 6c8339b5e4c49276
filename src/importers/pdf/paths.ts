import type { Matrix, Rule } from './geometry';

/** Filled shapes up to this many points wide are drawn lines. */
const THICKEST = 3.2;
/** Lines that lean no more than this, in points, run straight. */
const LEAN = 0.6;

/** How pdf.js writes a path: a number that says what follows, then the coordinates. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;

/** Lines of a page, in points of the page as shown. */
export interface Lines {
  across: Rule[];
  down: Rule[];
}

interface Part {
  points: [number, number][];
  curved: boolean;
  closed: boolean;
}

function partsOf(path: ArrayLike<number>, view: Matrix): Part[] {
  const parts: Part[] = [];
  let part: Part = { points: [], curved: false, closed: false };
  const start = () => {
    if (part.points.length > 1) parts.push(part);
    part = { points: [], curved: false, closed: false };
  };
  const add = (at: number) => {
    const x = path[at] ?? 0;
    const y = path[at + 1] ?? 0;
    part.points.push([view[0] * x + view[2] * y + view[4], view[1] * x + view[3] * y + view[5]]);
  };
  for (let i = 0; i < path.length;) {
    const step = path[i];
    i += 1;
    if (step === MOVE) {
      start();
      add(i);
      i += 2;
    } else if (step === LINE) {
      add(i);
      i += 2;
    } else if (step === CURVE || step === QUADRATIC) {
      part.curved = true;
      const length = step === CURVE ? 6 : 4;
      add(i + length - 2);
      i += length;
    } else part.closed = true;
  }
  start();
  return parts;
}

function addLine(lines: Lines, [x0, y0]: [number, number], [x1, y1]: [number, number]): void {
  const wide = Math.abs(x1 - x0);
  const high = Math.abs(y1 - y0);
  if (high <= LEAN && wide > high)
    lines.across.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
  else if (wide <= LEAN && high > wide)
    lines.down.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
}

/** The straight lines of a path that is drawn with a pen. */
export function addStroke(lines: Lines, path: ArrayLike<number>, view: Matrix): void {
  for (const { points, curved, closed } of partsOf(path, view)) {
    if (curved) continue;
    for (let i = 1; i < points.length; i += 1) addLine(lines, points[i - 1]!, points[i]!);
    if (closed && points.length > 2) addLine(lines, points.at(-1)!, points[0]!);
  }
}

/** The thin shapes of a path that is filled. */
export function addFill(lines: Lines, path: ArrayLike<number>, view: Matrix): void {
  for (const { points, curved } of partsOf(path, view)) if (!curved) addThin(lines, points);
}

/** A shape as a line down its middle, if it is thin enough for one. */
export function addThin(lines: Lines, points: readonly (readonly [number, number])[]): void {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const wide = right - left;
  const high = bottom - top;
  if (high <= THICKEST && wide >= high)
    lines.across.push({ at: (top + bottom) / 2, from: left, to: right });
  if (wide <= THICKEST && high >= wide)
    lines.down.push({ at: (left + right) / 2, from: top, to: bottom });
}

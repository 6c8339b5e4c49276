import { areaOfAll } from './words';
import { around, type Area, type Glyph } from './geometry';

/** A line of text. */
export interface LineText extends Area {
  text: string;
  base: number;
  /** Size of its largest character. */
  size: number;
  characters: number;
  bold: boolean;
  /** It lies on its side. */
  turned: boolean;
}

/** A line with its characters from left to right. */
export interface Line extends LineText {
  glyphs: Glyph[];
}

/** Feet of one line stand this near, in sizes of its characters. */
const SAME_LINE = 0.45;
/** The same character printed twice to look bold stands this near, in sizes. */
const TWICE = 0.25;
/** Gaps, in sizes, that read as a space: between words of letters and figures, and elsewhere. */
const LATIN_GAP = 0.22;
const GAP = 0.7;
/** A space of the file is one on paper only if it is this wide. */
const REAL_SPACE = 0.1;

const LATIN = /^[\p{Script=Latin}\d.,%()+-]+$/u;

/** Whether characters stand on one foot line, as those of most cells do. */
export function isOneLine(glyphs: readonly Glyph[]): boolean {
  const first = glyphs[0];
  if (!first) return true;
  const near = SAME_LINE * first.size;
  return glyphs.every(
    ({ base, size, turn }) =>
      turn === 0 && size === first.size && Math.abs(base - first.base) <= near,
  );
}

/** Characters as lines from the top, each from left to right. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  if (glyphs.length === 0) return [];
  if (isOneLine(glyphs)) return [asLine(glyphs)];
  const upright = glyphs.filter(({ turn }) => turn === 0);
  const lines = joinHeights(groupByBase(upright)).map(asLine);
  const turned = turnedLine(glyphs.filter(({ turn }) => turn !== 0));
  return (turned ? [...lines, turned] : lines).toSorted((a, b) => a.base - b.base);
}

function groupByBase(glyphs: readonly Glyph[]): Glyph[][] {
  const sorted = glyphs.toSorted((a, b) => a.base - b.base);
  const groups: Glyph[][] = [];
  let from = -Infinity;
  let size = 0;
  for (const glyph of sorted) {
    const group = groups.at(-1);
    if (group && glyph.base - from <= SAME_LINE * Math.min(size, glyph.size)) group.push(glyph);
    else {
      groups.push([glyph]);
      size = glyph.size;
    }
    from = glyph.base;
    size = Math.max(size, glyph.size);
  }
  return groups;
}

/** Groups that stand beside one another at nearly the same height are one line. */
function joinHeights(groups: readonly Glyph[][]): Glyph[][] {
  const joined: Glyph[][] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    if (last && besideEachOther(areaOfAll(last), areaOfAll(group))) last.push(...group);
    else joined.push([...group]);
  }
  return joined;
}

/** Part of the lower height by which two groups must share a height. */
const SHARED = 0.6;

function besideEachOther(a: Area, b: Area): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const least = Math.min(a.bottom - a.top, b.bottom - b.top);
  return shared >= SHARED * least && (a.right <= b.left + 1 || b.right <= a.left + 1);
}

function asLine(unsorted: readonly Glyph[]): Line {
  const glyphs = withoutDoubles(fromLeft(unsorted));
  let size = 0;
  let base = -Infinity;
  for (const glyph of glyphs) {
    size = Math.max(size, glyph.size);
    base = Math.max(base, glyph.base);
  }
  return {
    ...areaOfAll(glyphs),
    glyphs,
    size,
    base,
    text: spacedText(glyphs),
    characters: glyphs.length,
    bold: glyphs.every(({ bold }) => bold),
    turned: false,
  };
}

/** Most files show the characters of a line in its order. */
function fromLeft(glyphs: readonly Glyph[]): readonly Glyph[] {
  const sorted = glyphs.every(
    (glyph, index) => index === 0 || glyphs[index - 1]!.left <= glyph.left,
  );
  return sorted ? glyphs : glyphs.toSorted((a, b) => a.left - b.left);
}

function withoutDoubles(sorted: readonly Glyph[]): Glyph[] {
  return sorted.filter((glyph, index) => {
    for (let i = index - 1; i >= 0 && i >= index - 3; i -= 1) {
      const other = sorted[i]!;
      if (
        other.text === glyph.text &&
        glyph.left - other.left < TWICE * glyph.size &&
        glyph.left - other.left < (glyph.right - glyph.left) * 0.6 &&
        Math.abs(glyph.base - other.base) < TWICE * glyph.size
      )
        return false;
    }
    return true;
  });
}

/** Text of characters from left to right, a space where one is seen. */
export function spacedText(glyphs: readonly Glyph[]): string {
  let text = '';
  let before: Glyph | null = null;
  for (const glyph of glyphs) {
    if (before && isApart(before, glyph)) text += ' ';
    text += glyph.text;
    before = glyph;
  }
  return text;
}

function isApart(before: Glyph, glyph: Glyph): boolean {
  const gap = (glyph.left - before.right) / Math.max(before.size, glyph.size);
  if (glyph.spaced && gap > REAL_SPACE) return true;
  return gap > (LATIN.test(before.text) && LATIN.test(glyph.text) ? LATIN_GAP : GAP);
}

/** Text that lies on its side, as one line. */
function turnedLine(glyphs: readonly Glyph[]): Line | null {
  if (glyphs.length === 0) return null;
  const size = Math.max(...glyphs.map((glyph) => glyph.size));
  const area = around(
    glyphs.map(({ left, right, base }) => ({ left, right, top: base, bottom: base })),
  );
  const text = glyphs
    .map((glyph) => (glyph.spaced ? ` ${glyph.text}` : glyph.text))
    .join('')
    .trim();
  return {
    ...area,
    glyphs: [...glyphs],
    size,
    base: area.top,
    text,
    characters: glyphs.length,
    bold: glyphs.every(({ bold }) => bold),
    turned: true,
  };
}

import { isBlank, readNumber } from '@/domain/number-forms';
import { areaOfAll } from './words';
import type { Area, Glyph } from './geometry';
import { spacedText, type Line } from './lines';

/** A stretch of a line without a wide gap. */
export interface Segment extends Area {
  glyphs: Glyph[];
  text: string;
  /** Whether it is a figure, or a mark that stands for none. */
  figure: boolean;
}

/** Gaps, in sizes, that part columns: between anything, and where a figure is on either side. */
const GAP = 1.6;
const GAP_AT_FIGURE = 0.75;
/** The same where the edge of a column falls into the gap. */
const GAP_AT_EDGE = 0.12;
const DIGIT = /[\d.,%％)）-]$/u;
const STARTS_FIGURE = /^[\d(（-]/u;

/** The stretches of a line that wide gaps part. */
export const segmentsOf = (line: Line): Segment[] => segmentsAt(line, []);

/** The stretches of a line that wide gaps part, or narrow ones at the edges of columns. */
export function segmentsAt({ glyphs }: Line, edges: readonly number[]): Segment[] {
  const parts: Glyph[][] = [];
  let before: Glyph | null = null;
  for (const glyph of glyphs) {
    if (before && !isGap(before, glyph, edges)) parts.at(-1)!.push(glyph);
    else parts.push([glyph]);
    before = glyph;
  }
  return parts.map((part) => {
    const text = spacedText(part);
    return { ...areaOfAll(part), glyphs: part, text, figure: isFigure(text) };
  });
}

function isGap(before: Glyph, glyph: Glyph, edges: readonly number[]): boolean {
  const gap = (glyph.left - before.right) / Math.max(before.size, glyph.size);
  if (gap > GAP) return true;
  if (gap > GAP_AT_EDGE && edges.some((edge) => edge >= before.right && edge <= glyph.left))
    return true;
  return gap > GAP_AT_FIGURE && (DIGIT.test(before.text) || STARTS_FIGURE.test(glyph.text));
}

/** Whether a text is a figure, or a dash that stands for one. */
export const isFigure = (text: string): boolean => {
  const { state } = readNumber(text.replace(/[%％]$/u, ''));
  return state === 'number' || state === 'zero' || (text !== '' && isBlank(text));
};

/** Amounts have decimals or grouped thousands; numbers of pages, years and items have not. */
export const isAmount = (text: string): boolean =>
  /\d[.．]\d|\d[,，]\d{3}/u.test(text) && isFigure(text);

import { ABOVE, BELOW, type Area, type Glyph } from './geometry';

/** Characters that stand together on one line, without a gap. */
export interface Word {
  glyphs: Glyph[];
}

/** Gap, in sizes of the characters, that parts two words. */
const GAP = 0.35;
/** Characters of a word stand this evenly, in sizes. */
const UNEVEN = 0.2;
/** Part of a character by which the next may begin before its end. */
const BACK = 0.6;

/** Whether a character goes on where the one before it ended. */
export function goesOn(before: Glyph, glyph: Glyph): boolean {
  if (before.turn !== glyph.turn || before.turn !== 0) return false;
  const size = Math.max(before.size, glyph.size);
  const gap = glyph.left - before.right;
  return (
    Math.abs(glyph.base - before.base) <= UNEVEN * size &&
    gap <= GAP * size &&
    gap >= -BACK * size &&
    glyph.left >= before.left
  );
}

/** The words of a page, in the order in which the file shows them. */
export function wordsOf(glyphs: readonly Glyph[]): Word[] {
  const words: Word[] = [];
  let before: Glyph | null = null;
  for (const glyph of glyphs) {
    const word = words.at(-1);
    if (word && before && goesOn(before, glyph)) word.glyphs.push(glyph);
    else words.push({ glyphs: [glyph] });
    before = glyph;
  }
  return words;
}

export const textOf = ({ glyphs }: Word): string => glyphs.map(({ text }) => text).join('');

/** The room that characters take. */
export function areaOfAll(glyphs: readonly Glyph[]): Area {
  const area = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { left, right, base, size } of glyphs) {
    if (left < area.left) area.left = left;
    if (right > area.right) area.right = right;
    const top = base - size * ABOVE;
    if (top < area.top) area.top = top;
    const bottom = base + size * BELOW;
    if (bottom > area.bottom) area.bottom = bottom;
  }
  return area;
}

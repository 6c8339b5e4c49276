import type { CellDoubt } from '@/domain/published-document';
import type { Glyph } from './geometry';
import { linesOf, type Line } from './lines';

/** Part of its cell that a line fills before it is broken. */
const FULL = 0.55;
const DIGITS = /^[-−]?[\d,，.．]+[%％]?$/u;
/** A whole number or code, or an amount with at most one point. */
const WHOLE = /^[-−]?(?:\d+|\d{1,3}(?:[,，]\d{3})+)(?:[.．]\d+)?[%％]?$/u;
const AMOUNT = /^[-−]?[\d,，]+[.．]\d{2}[%％]?$/u;

/** Text of a cell, its lines from the top; a figure that is broken over lines is one again, and doubted. */
export function cellText(
  glyphs: readonly Glyph[],
  width: number,
): { text: string; doubt: CellDoubt | null } {
  const lines = linesOf(glyphs);
  const { texts, joined } = joinFigures(lines, width);
  return { text: texts.join('\n').trim(), doubt: joined ? 'pieces_joined' : null };
}

function joinFigures(lines: readonly Line[], width: number): { texts: string[]; joined: boolean } {
  const texts: string[] = [];
  let joined = false;
  let before: Line | null = null;
  for (const line of lines) {
    const last = texts.at(-1);
    if (last !== undefined && before && isBroken(last, line.text, before, width)) {
      texts[texts.length - 1] = last + line.text;
      joined = true;
    } else texts.push(line.text);
    before = line;
  }
  return { texts, joined };
}

/** Whether a figure goes on in the next line: both are pieces of one, and the cell was full. */
function isBroken(text: string, next: string, line: Line, width: number): boolean {
  if (!DIGITS.test(text) || !DIGITS.test(next) || !WHOLE.test(text + next)) return false;
  if (AMOUNT.test(text)) return false;
  return (
    line.right - line.left >= width * FULL ||
    /^[.．]|[.．,，]$/u.test(next) ||
    /[.．,，]$/u.test(text)
  );
}

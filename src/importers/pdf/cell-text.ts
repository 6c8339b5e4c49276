import type { CellDoubt } from '@/domain/published-document';
import type { Glyph } from './geometry';
import { linesOf, type Line } from './lines';

/** Room, in sizes, that a cell leaves beside its text; a line is full when the next character has no room but that. */
const ROOM = 2;
/** The same where nothing else tells that a figure goes on. */
const LITTLE_ROOM = 1.2;
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
  if (AMOUNT.test(text)) return isFull(line, width, LITTLE_ROOM);
  return isFull(line, width, ROOM) || /[.．,，]$/u.test(text) || /^[.．,，]/u.test(next);
}

function isFull({ left, right, glyphs, size }: Line, width: number, room: number): boolean {
  const character = (right - left) / glyphs.length;
  return right - left + character >= width - room * size;
}

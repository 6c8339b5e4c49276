import type { EChartsOption } from 'echarts';
import { groupBy } from '@/domain/group';

/** What a mark of a chart stands for, so that a click on it can lead to its origin. */
export interface Origin {
  doc: string;
  metric: string;
  /** Its organization, where that is not one of the chosen. */
  org?: string;
}

/** A chart ready to be drawn. */
export interface Drawing {
  option: EChartsOption;
  /** In CSS pixels; it follows from the number of rows. */
  height: number;
  /** Origin of each datum, by series and index as a click tells them. */
  origins: readonly (readonly (Origin | null)[])[];
}

export const FONT_SIZE = 12.5;

/** From this width on, in CSS pixels, labels stand beside bars; below it above them. */
export const BESIDE_FROM = 560;

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]/;
const characterWidth = (character: string): number => {
  if (WIDE.test(character)) return 1;
  if (/[A-Z%MW]/.test(character)) return 0.74;
  return /[il.,:;'|()\s]/.test(character) ? 0.38 : 0.59;
};

/** Width that a text needs at most, in CSS pixels; measured by kinds of characters, so it is the same everywhere. */
export const textWidth = (text: string, size = FONT_SIZE): number =>
  Math.ceil([...text].reduce((sum, character) => sum + characterWidth(character), 0) * size);

/** What never begins a line. */
const CLOSING = /[”’）》」』】，。、；：？！%)\],.;:?!]/;

/** What never ends one. */
const OPENING = /[“‘（「『【(]/;

/** Longest beginning of a text that fits a width, at a space where there is one. */
function head(text: string, width: number): string {
  const characters = [...text];
  let end = characters.length;
  while (end > 1 && textWidth(characters.slice(0, end).join('')) > width) end -= 1;
  const isBad = () =>
    CLOSING.test(characters[end] ?? '') || OPENING.test(characters[end - 1] ?? '');
  while (end > 1 && end < characters.length && isBad()) end -= 1;
  const fitting = characters.slice(0, end).join('');
  const space = fitting.lastIndexOf(' ');
  return end < characters.length && space > 0 ? fitting.slice(0, space) : fitting;
}

function shortened(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** How many characters several texts begin with alike. */
function commonStart(texts: readonly (readonly string[])[]): number {
  const [first = []] = texts;
  const differs = first.findIndex((character, i) => texts.some((text) => text[i] !== character));
  return differs < 0 ? first.length : differs;
}

/**
 * Names on a line each, cut to their widths in CSS pixels. Those that would be cut to the same text leave out what they
 * have in common behind their first word instead: 吉安县 …（本级）.
 */
export function fitNames(names: readonly string[], widths: readonly number[]): string[] {
  const cut = names.map((name, i) => shortened(name, widths[i] ?? 0));
  const alike = groupBy(cut.keys(), (i) => cut[i]);
  return names.map((name, i) => {
    const same = (alike.get(cut[i]) ?? []).map((k) => [...names[k]!]);
    const common = same.length > 1 ? commonStart(same) : 0;
    const characters = [...name];
    const start = characters.slice(0, common).indexOf(' ') + 1;
    const isSame = common === characters.length || common - start < 2;
    if (cut[i] === name || isSame) return cut[i] ?? name;
    const from = CLOSING.test(characters[common - 1] ?? '') ? common : common - 1;
    const [word, rest] = [characters.slice(0, start), characters.slice(from)];
    return shortened(`${word.join('')}…${rest.join('')}`, widths[i] ?? 0);
  });
}

/** Prose in pieces that stay whole: a word or a number, or one wide character, with the signs that cling to it. */
function pieces(text: string): string[] {
  const parts = text.match(/\s+|[^\s\u2e80-\u9fff\uf900-\uffef“”‘’…—]+|./gsu) ?? [];
  const whole: string[] = [];
  for (const part of parts) {
    const before = whole.at(-1) ?? '';
    const clings = CLOSING.test(part[0] ?? '') && !/^\s/.test(before);
    if (whole.length > 0 && (clings || OPENING.test(before.at(-1) ?? ''))) {
      whole[whole.length - 1] = before + part;
    } else whole.push(part);
  }
  return whole;
}

/** Prose in as many lines as a width in CSS pixels asks for, broken between words and between wide characters. */
export function proseLines(text: string, width: number, size = FONT_SIZE): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text.trim())) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
    while (textWidth(line, size) > width && [...line].length > 1) {
      const most = Math.max(
        1,
        [...line].findIndex((_, i, all) => textWidth(all.slice(0, i + 1).join(''), size) > width),
      );
      lines.push([...line].slice(0, most).join(''));
      line = [...line].slice(most).join('');
    }
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

/** A label broken into at most `lines` lines of a width in CSS pixels; what does not fit ends in an ellipsis. */
export function fitLabel(text: string, width: number, lines: number): string[] {
  if (lines <= 1 || textWidth(text) <= width) return [shortened(text, width)];
  const first = head(text, width);
  return [first, ...fitLabel(text.slice(first.length).trimStart(), width, lines - 1)];
}

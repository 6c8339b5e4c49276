import type { Block, Grid, Place, PublishedDocument, TextBlock } from '@/domain/published-document';
import { foldText, printedAt, type FoldedText } from './narrative-text';

/** A paragraph of the text between the tables, with the headings it stands under. */
export interface Passage {
  printed: string;
  folded: FoldedText;
  /** Headings from the outermost, without their numbers, as printed. */
  headings: readonly string[];
  /** Page or sheet of the place in `printed`. */
  whereAt: (offset: number) => Place;
}

/** Numbers of headings, the outermost first; the index is the level. */
const LEVELS: readonly RegExp[] = [
  /^第?[一二三四五六七八九十]{1,3}部分[:、.]?/,
  /^[一二三四五六七八九十]{1,3}[、.]/,
  /^\([一二三四五六七八九十]{1,3}\)[、.]?/,
  /^\d{1,2}(?:[、.](?!\d)|\)[、.]?)/,
  /^\(\d{1,2}\)[、.]?/,
];
/** A heading without a number stands below its part. */
const UNNUMBERED = 1;
const MAX_HEADING = 60;

interface Heading {
  level: number;
  /** Where its words begin in the folded text. */
  from: number;
}

/** The number a text begins with; null where there is none. */
export function numberOf(text: string): Heading | null {
  for (const [level, shape] of LEVELS.entries()) {
    const found = shape.exec(text);
    if (found) return { level, from: found[0].length };
  }
  return null;
}

/** 12.5万元, 3辆: what a heading does not state. */
const STATES_FIGURE = /\d(?:万|亿|千)?元|\d(?:%|辆|台|平方米|家|名)/;
const ENDS_SENTENCE = /[。;:]$/;

/** How headings of the narrative end, even where neither number nor style shows them. */
const NAMES_PART = /(?:情况|说明|概况|设置|构成|组成|职能|职责|解释|任务|目标|事项|内容)$/;
const MAX_PLAIN_HEADING = 24;

/** A line that is a heading as a whole: its number or style says so, and it is no sentence. */
function headingOf(line: string, styled: boolean): Heading | null {
  const text = styled ? line.replace(/[。:]$/, '') : line;
  if (text.length > MAX_HEADING || STATES_FIGURE.test(text)) return null;
  const number = numberOf(text);
  if (number && number.level === 0) return number;
  if (/[。;，]/.test(text) || (text.endsWith(':') && !number)) return null;
  if (number) return text.length > number.from ? number : null;
  const isNamed = styled || (text.length <= MAX_PLAIN_HEADING && NAMES_PART.test(text));
  return isNamed && text.length > 1 ? { level: UNNUMBERED, from: 0 } : null;
}

/** 一、收入预算情况说明 or (一)机关运行经费。 before the text of the paragraph itself. */
const INLINE =
  /^([^。;:，\d]{2,40}?(?:情况说明|情况的总体说明|总体说明|变化情况|情况|说明)(?:\(详?见[^()]{1,15}\))?[。:]?|[^。;:，\d]{2,24}[。:])(?=.)/;

/** The heading that begins a paragraph, and where its text begins. */
function inlineHeading(text: string): { heading: Heading; end: number } | null {
  const number = numberOf(text.slice(0, 12));
  if (!number) return null;
  const words = INLINE.exec(text.slice(number.from, number.from + MAX_HEADING))?.[1];
  return words === undefined ? null : { heading: number, end: number.from + words.length };
}

/** Lines of a list of contents: dots or a page number at the end. */
const CONTENTS_LINE = /(?:[.…·]{3,}|-{3,})\d{0,3}$/;

/** Whether a paragraph goes on in the next block: it was cut by a page or by the reader. */
function goesOn(before: TextBlock, folded: string): boolean {
  const isHeading = NAMES_PART.test(folded) && headingOf(folded, false) !== null;
  return !before.heading && folded.length >= 16 && !ENDS_SENTENCE.test(folded) && !isHeading;
}

interface Piece {
  block: TextBlock;
  start: number;
}
const placeOfBlock = ({ page, sheet }: TextBlock): Place => ({
  ...(page !== null && { page }),
  ...(sheet !== null && { sheet }),
});

/** The lines of a table of one column, which is a box around text; null for every other table. */
function boxedText(grid: Grid): TextBlock[] | null {
  if (grid.columns !== 1) return null;
  const { page, sheet } = grid;
  return grid.cells.flatMap(({ text, box }) =>
    text.split('\n').map((line) => ({
      kind: 'text' as const,
      page,
      sheet,
      text: line.trim(),
      heading: false,
      box,
    })),
  );
}

/** The blocks of a document in their order, boxes around text as text. */
export const blocksWithText = ({ blocks }: PublishedDocument): Block[] =>
  blocks.flatMap((block): readonly Block[] =>
    block.kind === 'text' ? [block] : (boxedText(block) ?? [block]),
  );

/** Characters after which lines without an end are no longer joined. */
const MAX_JOINED = 6_000;

/** Text blocks joined to whole paragraphs; a table or a heading ends one. */
function* paragraphs(document: PublishedDocument): Generator<Piece[]> {
  let open: Piece[] = [];
  let length = 0;
  let last = '';
  for (const block of blocksWithText(document)) {
    const isText = block.kind === 'text';
    const folded = isText ? foldText(block.text).text : '';
    if (isText && folded === '') continue;
    const before = open.at(-1)?.block;
    const joins =
      isText &&
      before &&
      length < MAX_JOINED &&
      goesOn(before, last) &&
      !block.heading &&
      !numberOf(folded.slice(0, 12));
    if (!joins && open.length > 0) {
      yield open;
      open = [];
      length = 0;
    }
    if (!isText) continue;
    open.push({ block, start: length });
    length += block.text.length;
    last = folded;
  }
  if (open.length > 0) yield open;
}

const withoutNumber = (text: string): string => {
  const trimmed = text.trim();
  const folded = foldText(trimmed);
  const number = numberOf(folded.text);
  return number ? trimmed.slice((folded.at[number.from - 1] ?? 0) + 1).trim() : trimmed;
};

const setHeading = (headings: readonly string[], { level }: Heading, words: string): string[] => {
  const kept = Array.from({ length: level }, (_, i) => headings[i] ?? '');
  return [...kept, withoutNumber(words)];
};

const MAX_PARAGRAPH = 20_000;

/** The paragraphs of a document, each under its headings. Tables and lines of contents are left out. */
export function passagesOf(document: PublishedDocument): Passage[] {
  const passages: Passage[] = [];
  let headings: string[] = [];
  for (const pieces of paragraphs(document)) {
    const printed = pieces.map(({ block }) => block.text).join('');
    if (printed.length > MAX_PARAGRAPH) continue;
    const folded = foldText(printed);
    if (CONTENTS_LINE.test(folded.text)) continue;
    const styled = pieces.every(({ block }) => block.heading);
    const heading = headingOf(folded.text, styled);
    if (heading) {
      headings = setHeading(headings, heading, printed);
      continue;
    }
    const inline = inlineHeading(folded.text);
    if (inline) {
      const words = printed.slice(0, folded.at[inline.end] ?? 0);
      headings = setHeading(headings, inline.heading, words.replace(/[。：:\s]+$/u, ''));
    }
    const start = inline ? (folded.at[inline.end] ?? 0) : 0;
    const text = printed.slice(start);
    passages.push({
      printed: text,
      folded: inline ? foldText(text) : folded,
      headings: headings.filter((words) => words !== ''),
      whereAt: (offset) => {
        const piece = pieces.findLast((one) => one.start <= offset + start) ?? pieces[0];
        return piece ? placeOfBlock(piece.block) : {};
      },
    });
  }
  return passages;
}

const MAX_SENTENCE = 400;
/** The printed sentence that holds a stretch of the folded text, shortened. */
export function sentenceAround({ printed, folded }: Passage, from: number, to: number): string {
  const start = folded.text.lastIndexOf('。', from - 1) + 1;
  const end = folded.text.indexOf('。', to);
  const last = end < 0 ? folded.text.length : end + 1;
  const first = last - start > MAX_SENTENCE ? Math.max(start, to - MAX_SENTENCE) : start;
  return printedAt(printed, folded, first, Math.min(last, first + MAX_SENTENCE));
}

import type { TextBlock } from '@/domain/published-document';
import { around, shownBox, type Area, type PageFacts } from './geometry';
import type { LineText } from './lines';

/** Lines of text that run on, and whether a reader sees them as a heading. */
export interface Paragraph {
  facts: PageFacts;
  lines: LineText[];
  heading: boolean;
}

/** Where the lines of a page begin and end. */
export interface Margins {
  left: number;
  right: number;
}

/** A line is full when no more than this, in sizes, is left of it. */
const FULL = 2.2;
/** A line that begins so far right, in sizes, begins a paragraph. */
const INDENT = 0.9;
/** Feet of lines of a paragraph stand at most so far apart, in sizes. */
const SPACING = 2.6;
/** Sizes of lines of a paragraph differ at most by this part. */
const SAME_SIZE = 0.12;
/** Part of the page that text lines fill. */
const WIDE = 0.5;

/** The right margin of a page is at most so much wider than the left one, in points. */
const UNEVEN = 36;

const LEADERS = /[.．…·。_]{4,}\s*[\d—-]*$|(?:\s[.．…·]){3,}\s*\d*$/u;
const SENTENCE_END = /[。！？：:；;]$/u;
const ITEM =
  /^(?:第[一二三四五六七八九十\d]+[部章节条]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．)）](?!\d))/u;

/** The edges between which most text of a page stands; null where no line is wide enough to tell. */
export function marginsOf(lines: readonly LineText[], { width }: PageFacts): Margins | null {
  const wide = lines.filter(({ left, right }) => right - left >= width * WIDE);
  if (wide.length === 0) return null;
  const left = Math.min(...wide.map((line) => line.left));
  const right = Math.max(...wide.map((line) => line.right));
  return { left, right: Math.max(right, width - left - UNEVEN) };
}

/** Whether a line goes on where the one before it filled its line. */
function fitsOn(before: LineText, line: LineText, margins: Margins, next: Margins): boolean {
  const { size } = before;
  if (Math.abs(line.size - size) > SAME_SIZE * size) return false;
  if (LEADERS.test(before.text) || LEADERS.test(line.text) || ITEM.test(line.text)) return false;
  if (before.right < margins.right - FULL * size) return false;
  return line.left <= next.left + INDENT * size;
}

/** Whether a line is the next one of the paragraph that ends with the line before it. */
function runsOn(before: LineText, line: LineText, margins: Margins): boolean {
  if (line.base - before.base > SPACING * before.size) return false;
  return fitsOn(before, line, margins, margins);
}

/** Whether a line at the top of a page ends the sentence at the foot of the page before. */
export function goesOnOverleaf(
  before: LineText,
  line: LineText,
  margins: Margins,
  next: Margins,
): boolean {
  return !SENTENCE_END.test(before.text) && fitsOn(before, line, margins, next);
}

/** Lines that follow one another on a page, without a table between them, as paragraphs. */
export function paragraphsOf(
  lines: readonly LineText[],
  facts: PageFacts,
  margins: Margins | null,
  bodySize: number,
): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const before = last?.lines.at(-1);
    if (last && before && margins && runsOn(before, line, margins)) last.lines.push(line);
    else paragraphs.push({ facts, lines: [line], heading: false });
  }
  for (const paragraph of paragraphs) paragraph.heading = isHeading(paragraph, margins, bodySize);
  return paragraphs;
}

/** Headings are larger than the text by this part. */
const LARGER = 1.15;
/** Headings are no longer than this. */
const LONGEST = 60;
/** A line stands in the middle if its middle is this near to the page's, as part of its width. */
const CENTRED = 0.02;

function isHeading({ lines, facts }: Paragraph, margins: Margins | null, body: number): boolean {
  const [first] = lines;
  const text = textOf(lines);
  if (!first || lines.length > 2 || text.length > LONGEST || /[。；，、：:]$/u.test(text))
    return false;
  if (first.size >= body * LARGER) return true;
  if (first.bold) return true;
  const middle = (first.left + first.right) / 2;
  const centred = Math.abs(middle - facts.width / 2) <= facts.width * CENTRED;
  return centred && (margins === null || first.left > margins.left + 3 * first.size);
}

/** Size of most characters of a document's text, headings and tables left out. */
export function bodySizeOf(lines: readonly LineText[]): number {
  const counts = new Map<number, number>();
  for (const { characters, size } of lines) {
    const key = Math.round(size * 2) / 2;
    counts.set(key, (counts.get(key) ?? 0) + characters);
  }
  let best = 0;
  for (const [size, count] of counts) if (count > (counts.get(best) ?? 0)) best = size;
  return best === 0 ? 10 : best;
}

const WORD = /[\p{Script=Latin}]$/u;

/** Text of lines that run on; words of letters stay apart. */
function textOf(lines: readonly LineText[]): string {
  let text = '';
  for (const line of lines) {
    const apart = WORD.test(text) && /^\p{Script=Latin}/u.test(line.text);
    text += apart ? ` ${line.text}` : line.text;
  }
  return text.trim();
}

/** A paragraph as a block; the box is that of its lines on the page it begins on. */
export function textBlock(
  { facts, lines, heading }: Paragraph,
  more: readonly LineText[],
): TextBlock {
  const area: Area = around(lines);
  return {
    kind: 'text',
    page: facts.page,
    sheet: null,
    text: textOf([...lines, ...more]),
    heading,
    box: shownBox(area, facts),
  };
}

import type { LineText } from './lines';
import type { ReadPage } from './read-page';

/** Parts of a page's height at its top and bottom where headers and footers stand. */
const TOP = 0.12;
const BOTTOM = 0.12;
/** Lines at either end of a page that may be one. */
const OUTERMOST = 3;
/** A line repeated on so many pages, and on such a part of them, is a header or footer. */
const PAGES = 3;
const PART = 0.5;
/** Titles and units of tables repeat as well; only where nearly every page has them they say nothing. */
const PART_OF_TITLES = 0.9;
/** Repeated lines stand at the same height, in points. */
const SAME_HEIGHT = 4;

const DASHES = '[-—–―－─~〜·•|｜\\s]*';
/** Numbers of pages with something around them; a bare number needs its neighbours to agree. */
const PAGE_NUMBERS: readonly RegExp[] = [
  new RegExp(`^[-—–―－─~〜·•|｜]${DASHES}\\d{1,4}${DASHES}$`, 'u'),
  new RegExp(`^\\d{1,4}${DASHES}[-—–―－─~〜·•|｜]$`, 'u'),
  /^第?\s*[\d一二三四五六七八九十百]{1,5}\s*页[\s,，、/（(]*(?:共\s*[\d一二三四五六七八九十百]{1,5}\s*页)?[）)]?$/u,
  /^共\s*\d{1,4}\s*页[\s,，、]*第\s*\d{1,4}\s*页$/u,
  /^\d{1,4}\s*[/／]\s*\d{1,4}$/u,
  /^page\s*\d{1,4}(?:\s*of\s*\d{1,4})?$/iu,
];
const BARE_NUMBER = /^\d{1,4}$/u;
const OF_A_TABLE =
  /表(?:\s*[(（].*[)）])?$|单位\s*[:：]|^[(（]?\s*(?:公开|附|预算|决算)?表\s*[\d一二三四五六七八九十]/u;

interface Candidate {
  page: ReadPage;
  line: LineText;
  text: string;
  top: boolean;
}

/** The pages without their headers, footers and numbers. */
export function withoutFurniture(pages: readonly ReadPage[]): ReadPage[] {
  const candidates = pages.flatMap(candidatesOf);
  const furniture = new Set<LineText>();
  const offsets = offsetsOf(candidates);
  for (const candidate of candidates)
    if (isPageNumber(candidate, offsets, pages.length)) furniture.add(candidate.line);
  for (const line of repeated(candidates, pages.length)) furniture.add(line);
  return pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => !furniture.has(line)),
  }));
}

function candidatesOf(page: ReadPage): Candidate[] {
  const { lines, facts, tables } = page;
  const highest = Math.min(Infinity, ...tables.map(({ area }) => area.top));
  const lowest = Math.max(-Infinity, ...tables.map(({ area }) => area.bottom));
  const as = (top: boolean) => (line: LineText) => ({ page, line, text: line.text.trim(), top });
  const above = lines
    .filter(({ bottom }) => bottom <= facts.height * TOP && bottom <= highest + 2)
    .slice(0, OUTERMOST);
  const below = lines
    .filter(({ top }) => top >= facts.height * (1 - BOTTOM) && top >= lowest - 2)
    .slice(-OUTERMOST);
  const sideways = lines.filter(({ turned }) => turned);
  return [...above.map(as(true)), ...[...below, ...sideways].map(as(false))];
}

/** How often each difference between a bare number and the number of its page occurs. */
function offsetsOf(candidates: readonly Candidate[]): Map<number, number> {
  const offsets = new Map<number, number>();
  for (const candidate of candidates) {
    if (!BARE_NUMBER.test(candidate.text)) continue;
    const offset = offsetOf(candidate);
    offsets.set(offset, (offsets.get(offset) ?? 0) + 1);
  }
  return offsets;
}

const offsetOf = ({ text, page }: Candidate): number => Number(text) - page.facts.page;

function isPageNumber(
  candidate: Candidate,
  offsets: ReadonlyMap<number, number>,
  pages: number,
): boolean {
  const { text } = candidate;
  if (PAGE_NUMBERS.some((pattern) => pattern.test(text))) return true;
  if (!BARE_NUMBER.test(text)) return false;
  const offset = offsetOf(candidate);
  return (offsets.get(offset) ?? 0) > 1 || (pages <= 2 && offset === 0);
}

/** Lines that stand in the same words at the same height on many pages. */
function repeated(candidates: readonly Candidate[], pages: number): LineText[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = `${candidate.top} ${candidate.text}`;
    const group = groups.get(key);
    if (group) group.push(candidate);
    else groups.set(key, [candidate]);
  }
  const found: LineText[] = [];
  for (const group of groups.values()) {
    const part = OF_A_TABLE.test(group[0]!.text) ? PART_OF_TITLES : PART;
    for (const { line } of group) {
      const alike = group.filter((other) => Math.abs(other.line.base - line.base) < SAME_HEIGHT);
      if (alike.length >= PAGES && alike.length >= pages * part) found.push(line);
    }
  }
  return found;
}

import type { Block } from '@/domain/published-document';
import type { LineText } from './lines';
import {
  bodySizeOf,
  goesOnOverleaf,
  marginsOf,
  paragraphsOf,
  textBlock,
  type Margins,
  type Paragraph,
} from './paragraphs';
import type { ReadPage } from './read-page';

/** A paragraph, with what of it stands on later pages and between which edges its last page is filled. */
interface RunningText {
  paragraph: Paragraph;
  more: LineText[];
  page: number;
  margins: Margins | null;
}
type Placed = RunningText | { block: Block };

/** Tables and paragraphs of all pages in reading order; a paragraph that runs over pages is one. */
export function blocksOf(pages: readonly ReadPage[]): Block[] {
  const body = bodySizeOf(pages.flatMap(({ lines }) => lines));
  const placed: Placed[] = [];
  for (const page of pages) {
    const [first, ...rest] = placedOf(page, body);
    const last = placed.at(-1);
    if (first && last && isText(last) && isText(first) && isOne(last, first, page)) {
      last.more.push(...first.paragraph.lines);
      last.page = first.page;
      last.margins = first.margins ?? last.margins;
    } else if (first) placed.push(first);
    placed.push(...rest);
  }
  return placed.map((each) => (isText(each) ? textBlock(each.paragraph, each.more) : each.block));
}

/** Tables and paragraphs of a page from the top; tables part the text. */
function placedOf({ facts, tables, lines }: ReadPage, body: number): Placed[] {
  const margins = marginsOf(lines, facts);
  const placed: Placed[] = [];
  const place = (part: readonly LineText[]) => {
    for (const paragraph of paragraphsOf(part, facts, margins, body))
      placed.push({ paragraph, more: [], page: facts.page, margins });
  };
  const middle = (line: LineText) => (line.top + line.bottom) / 2;
  let rest = lines.toSorted((a, b) => a.top - b.top);
  for (const { area, grid } of tables) {
    place(rest.filter((line) => middle(line) < area.top));
    rest = rest.filter((line) => middle(line) >= area.top);
    placed.push({ block: grid });
  }
  place(rest);
  return placed;
}

const isText = (placed: Placed): placed is RunningText => 'paragraph' in placed;

/** Whether the first paragraph of a page is the rest of the last one of the page before. */
function isOne(last: RunningText, first: RunningText, { tables }: ReadPage): boolean {
  if (first.page !== last.page + 1) return false;
  if (last.paragraph.heading || first.paragraph.heading) return false;
  const before = (last.more.length > 0 ? last.more : last.paragraph.lines).at(-1);
  const line = first.paragraph.lines[0];
  // A short rest fills no line that would show the edges; above a table it would rather be its title.
  const margins = first.margins ?? (tables.length === 0 ? last.margins : null);
  if (!before || !line || !last.margins || !margins) return false;
  return goesOnOverleaf(before, line, last.margins, margins);
}

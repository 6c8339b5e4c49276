import type { Issue } from '@/domain/issue';
import type {
  Block,
  CellDoubt,
  DocumentFormat,
  GridCell,
  PublishedDocument,
} from '@/domain/published-document';
import { shownAsHeading } from './headings';

/** What a document without pages is made of, in its order: paragraphs, and tables whose cells hold the same again. */
export type Flow = FlowParagraph | FlowTable;

export interface FlowParagraph {
  kind: 'paragraph';
  text: string;
  /** Styled as a heading. */
  styled: boolean;
  /** Bold or centred as a whole. */
  marked: boolean;
}

export interface FlowTable {
  kind: 'table';
  rows: number;
  columns: number;
  cells: readonly FlowCell[];
  /** All its text stands in links: a menu, which is no part of the document. */
  links: boolean;
}

export interface FlowCell {
  row: number;
  column: number;
  rows: number;
  columns: number;
  content: readonly Flow[];
  doubt: CellDoubt | null;
}

/** Paragraphs in one cell that no table of figures has: the cell holds a part of the document. */
const MAX_PARAGRAPHS = 40;

/**
 * Flow to a document without pages or sheets. A table that only arranges the page (one cell or one column, tables in
 * its cells, long text) becomes its content; other tables become grids, numbered from 1, those inside one behind it.
 */
export function documentOfFlow(
  file: string,
  format: DocumentFormat,
  flow: readonly Flow[],
  notes: readonly Issue[] = [],
): PublishedDocument {
  const blocks: Block[] = [];
  let tables = 0;
  const put = (parts: readonly Flow[]): void => {
    for (const part of parts) {
      if (part.kind === 'paragraph') putText(blocks, part);
      else if (part.links) continue;
      else if (isLayout(part)) part.cells.forEach(({ content }) => put(content));
      else if (part.cells.some((cell) => cellText(cell) !== '')) {
        tables += 1;
        blocks.push({
          kind: 'grid',
          page: null,
          sheet: null,
          sheetName: null,
          table: tables,
          rows: part.rows,
          columns: part.columns,
          cells: part.cells.map(gridCell),
          box: null,
        });
        part.cells.forEach(({ content }) => put(content.filter(({ kind }) => kind === 'table')));
      }
    }
  };
  put(flow);
  return { file, format, pages: null, blocks, notes };
}

function putText(blocks: Block[], { text: given, styled, marked }: FlowParagraph): void {
  const text = given.trim();
  if (text === '') return;
  const heading = shownAsHeading(text, styled, marked);
  blocks.push({ kind: 'text', page: null, sheet: null, text, heading, box: null });
}

const gridCell = (cell: FlowCell): GridCell => ({
  row: cell.row,
  column: cell.column,
  rows: cell.rows,
  columns: cell.columns,
  text: cellText(cell),
  box: null,
  doubt: cell.doubt,
});

const cellText = ({ content }: FlowCell): string =>
  content
    .map((part) => (part.kind === 'paragraph' ? part.text.trim() : ''))
    .filter((text) => text !== '')
    .join('\n');

function isLayout({ columns, cells }: FlowTable): boolean {
  if (columns <= 1 || cells.length === 1) return true;
  const filled = cells.filter((cell) => cellText(cell) !== '').length;
  if (filled <= 1) return true;
  if (cells.some(({ content }) => content.length > MAX_PARAGRAPHS)) return true;
  const inner = cells.reduce((sum, { content }) => sum + cellsInside(content), 0);
  return inner > filled;
}

const cellsInside = (content: readonly Flow[]): number =>
  content.reduce(
    (sum, part) =>
      part.kind === 'table'
        ? sum + part.cells.reduce((all, cell) => all + 1 + cellsInside(cell.content), 0)
        : sum,
    0,
  );

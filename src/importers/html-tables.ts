import { MAX_COLUMNS } from '@/domain/raw-table';
import { readTokens, type PageEvents } from './html-tokens';
import { LinesAbove, shownText } from './lines-above';

/** A table of a page: texts by row, merged texts repeated. Hidden rows are told by number, from 1. */
export interface HtmlTable {
  /** Short lines of text right above it on the page: titles, units. */
  above: string[];
  rows: string[][];
  hidden: number[];
}

/** A page spreads its cells over more than this. */
export class TooManyCells extends Error {}
const MAX_CELLS = 20_000_000;
const MAX_ROWSPAN = 65_534;

const LINE_BREAKS: ReadonlySet<string> = new Set(
  'br hr p div center section article header form pre blockquote ul ol li dl dt dd option h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);
const ATTRIBUTES: ReadonlySet<string> = new Set(['colspan', 'rowspan', 'style', 'x:num']);
type Attributes = ReadonlyMap<string, string>;
const NONE: Attributes = new Map();

/**
 * All tables of a page in the order they begin, nested ones on their own; cells in cells of an outer table are not its
 * text. Merged texts stand in every cell they cover, merged numbers once.
 * @throws TooManyCells
 */
export function htmlTables(html: string): HtmlTable[] {
  const reader = new PageReader();
  readTokens(html, ATTRIBUTES, reader);
  return reader.finish();
}

interface Cell {
  parts: string[];
  columns: number;
  rows: number;
  /** Exact value that a spreadsheet program wrote beside the shown one. */
  exact: string | null;
}

class OpenTable {
  readonly table: HtmlTable;
  cell: Cell | null = null;
  /** For each column, how many more rows a cell from above covers, and its text. */
  private readonly above: { left: number; text: string }[] = [];
  private row: string[] | null = null;

  constructor(
    above: string[],
    private readonly count: (cells: number) => void,
  ) {
    this.table = { above, rows: [], hidden: [] };
  }

  startRow(hidden: boolean): void {
    this.endRow();
    this.row = [];
    if (hidden) this.table.hidden.push(this.table.rows.length + 1);
  }

  startCell(attributes: Attributes): void {
    this.endCell();
    if (!this.row) this.startRow(false);
    const span = (name: string, limit: number) =>
      Math.min(Math.max(Number.parseInt(attributes.get(name) ?? '1', 10) || 1, 1), limit);
    this.cell = {
      parts: [],
      columns: span('colspan', MAX_COLUMNS),
      rows: attributes.get('rowspan') === '0' ? MAX_ROWSPAN : span('rowspan', MAX_ROWSPAN),
      exact: attributes.get('x:num') || null,
    };
  }

  endCell(): void {
    if (!this.cell || !this.row) return;
    const { columns, rows, exact, parts } = this.cell;
    const shown = shownText(parts.join(''));
    const text = exact !== null && !/^0\d/.test(shown) ? exact : shown;
    const repeated = isNumber(text) ? '' : text;
    this.takeAbove();
    for (let i = 0; i < columns; i += 1) {
      const column = this.row.length;
      const mine = i === 0 ? text : repeated;
      this.row.push(mine);
      if (rows > 1) this.above[column] = { left: rows - 1, text: repeated };
    }
    this.count(columns);
    this.cell = null;
  }

  endRow(): void {
    this.endCell();
    if (!this.row) return;
    this.takeAbove();
    for (let column = this.row.length; column < this.above.length; column += 1) {
      if ((this.above[column]?.left ?? 0) > 0) {
        while (this.row.length < column) this.row.push('');
        this.takeAbove();
      }
    }
    this.table.rows.push(this.row);
    this.row = null;
  }

  /** Cells that reach down from rows above stand before the next cell. */
  private takeAbove(): void {
    for (;;) {
      const covering = this.above[this.row!.length];
      if (!covering || covering.left === 0) return;
      covering.left -= 1;
      this.row!.push(covering.text);
      this.count(1);
    }
  }
}

class PageReader implements PageEvents {
  private readonly tables: HtmlTable[] = [];
  private readonly stack: OpenTable[] = [];
  private readonly above = new LinesAbove();
  private cells = 0;

  open(name: string, attributes: Attributes): void {
    if (name === 'table') {
      const table = new OpenTable(this.above.take(), (cells) => this.count(cells));
      this.tables.push(table.table);
      this.stack.push(table);
      return;
    }
    if (LINE_BREAKS.has(name)) this.endLine();
    const table = this.stack.at(-1);
    if (!table) return;
    if (name === 'tr') table.startRow(/display\s*:\s*none/i.test(attributes.get('style') ?? ''));
    else if (name === 'td' || name === 'th') table.startCell(attributes);
    else if (name === 'caption') {
      table.startRow(false);
      table.startCell(NONE);
    } else return;
    this.above.take();
  }

  close(name: string): void {
    if (LINE_BREAKS.has(name)) this.endLine();
    const table = this.stack.at(-1);
    if (!table) return;
    if (name === 'table') {
      table.endRow();
      this.stack.pop();
    } else if (name === 'tr' || name === 'caption') table.endRow();
    else if (name === 'td' || name === 'th') table.endCell();
    else return;
    this.above.take();
  }

  text(text: string): void {
    this.above.add(text);
    this.stack.at(-1)?.cell?.parts.push(text);
  }

  private endLine(): void {
    this.above.endLine();
    this.stack.at(-1)?.cell?.parts.push('\n');
  }

  finish(): HtmlTable[] {
    while (this.stack.length > 0) this.close('table');
    return this.tables;
  }

  private count(cells: number): void {
    this.cells += cells;
    if (this.cells > MAX_CELLS) throw new TooManyCells();
  }
}

const isNumber = (text: string): boolean => /^[-+(]?[\d,.\s]*\d[\d,.\s]*%?\)?$/.test(text);

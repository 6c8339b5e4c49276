import { MAX_COLUMNS } from '@/domain/raw-table';
import { TooManyCells } from '../html-tables';
import { readTokens, type PageEvents } from '../html-tokens';
import { shownText } from '../lines-above';
import type { Flow, FlowCell, FlowTable } from './flow';

type Attributes = ReadonlyMap<string, string>;

/** A file that a page links to. */
export interface LinkedFile {
  name: string;
  href: string;
}

/** What a page shows. */
export interface PageFlow {
  flow: Flow[];
  files: LinkedFile[];
  /** Rows that the page hides. */
  hidden: number;
  /** It ends inside a table. */
  cutOff: boolean;
}

const BLOCKS: ReadonlySet<string> = new Set(
  'br hr p div center section article main figure header footer nav aside form fieldset pre blockquote ul ol li dl dt dd table caption tr td th h1 h2 h3 h4 h5 h6 body'.split(
    ' ',
  ),
);
/** Parts of a page that are no part of the document. */
const FURNITURE: ReadonlySet<string> = new Set(
  'nav select button iframe object svg canvas audio video'.split(' '),
);
const HEADINGS = /^h[1-6]$/;
const BOLD: ReadonlySet<string> = new Set(['b', 'strong', 'th']);
const ATTRIBUTES: ReadonlySet<string> = new Set(['colspan', 'rowspan', 'style', 'align', 'href']);
const FILE = /\.(?:pdf|docx?|xlsx?|et|wps|ofd|zip|rar|7z)(?:$|[?#])/i;
/** Documents in documents stop somewhere. */
const MAX_DEPTH = 200;
const MAX_CELLS = 5_000_000;

interface Line {
  parts: string[];
  /** Characters shown, and those in bold, and in links that lead elsewhere. */
  length: number;
  bold: number;
  linked: number;
  heading: boolean;
  centred: boolean;
}

interface OpenTable {
  rows: number;
  row: boolean;
  column: number;
  cells: FlowCell[];
  cell: { content: Flow[]; column: number; columns: number; rows: number } | null;
  /** For each column, rows that cells from above still cover. */
  covered: number[];
  length: number;
  linked: number;
}

/**
 * Paragraphs and tables of a page with their spans; menus (lines of links), scripts and styles left out.
 * @throws TooManyCells
 */
export function pageFlow(html: string): PageFlow {
  const reader = new FlowReader();
  readTokens(html, ATTRIBUTES, reader);
  return reader.finish();
}

class FlowReader implements PageEvents {
  private readonly flow: Flow[] = [];
  private readonly files: LinkedFile[] = [];
  private readonly tables: OpenTable[] = [];
  private line = newLine();
  private bold = 0;
  private heading = 0;
  private centred = 0;
  private furniture = 0;
  private link: { href: string; parts: string[]; file: boolean } | null = null;
  private hidden = 0;
  private cells = 0;

  open(name: string, attributes: Attributes): void {
    if (FURNITURE.has(name)) this.furniture += 1;
    if (name === 'table' || name === 'body') this.furniture = 0;
    if (this.furniture > 0) return;
    if (BLOCKS.has(name)) this.endLine(name);
    if (BOLD.has(name)) this.bold += 1;
    if (HEADINGS.test(name)) this.heading += 1;
    if (name === 'center') this.centred += 1;
    if (isCentred(attributes)) this.line.centred = true;
    if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attributes.get('style') ?? '')) {
      this.line.bold += STYLED_BOLD;
    }
    if (name === 'a') this.openLink(attributes.get('href') ?? '');
    const table = this.tables.at(-1);
    if (name === 'table' && this.tables.length < MAX_DEPTH) this.tables.push(newTable());
    else if (name === 'tr' && table) {
      endRow(table);
      table.row = true;
      if (/display\s*:\s*none/i.test(attributes.get('style') ?? '')) this.hidden += 1;
    } else if ((name === 'td' || name === 'th') && table) this.openCell(table, attributes);
  }

  close(name: string): void {
    if (FURNITURE.has(name)) this.furniture = Math.max(this.furniture - 1, 0);
    if (this.furniture > 0) return;
    if (BLOCKS.has(name)) this.endLine(name);
    if (BOLD.has(name)) this.bold = Math.max(this.bold - 1, 0);
    if (HEADINGS.test(name)) this.heading = Math.max(this.heading - 1, 0);
    if (name === 'center') this.centred = Math.max(this.centred - 1, 0);
    if (name === 'a') this.closeLink();
    const table = this.tables.at(-1);
    if (!table) return;
    if (name === 'table') this.closeTable(table);
    else if (name === 'tr') endRow(table);
    else if (name === 'td' || name === 'th') endCell(table);
  }

  text(text: string): void {
    if (this.furniture > 0) return;
    this.line.parts.push(text);
    this.link?.parts.push(text);
    const length = text.trim().length;
    this.line.length += length;
    if (this.bold > 0) this.line.bold += length;
    if (this.heading > 0 && length > 0) this.line.heading = true;
    if (this.centred > 0) this.line.centred = true;
    if (this.link && !this.link.file) this.line.linked += length;
  }

  finish(): PageFlow {
    this.closeLink();
    const cutOff = this.tables.length > 0;
    while (this.tables.length > 0) this.close('table');
    this.endLine('body');
    return { flow: this.flow, files: this.files, hidden: this.hidden, cutOff };
  }

  private openLink(href: string): void {
    this.closeLink();
    if (href !== '') this.link = { href, parts: [], file: FILE.test(href) };
  }

  private closeLink(): void {
    const { link } = this;
    this.link = null;
    if (!link?.file) return;
    const name = shownText(link.parts.join(''));
    this.files.push({ name: name || (link.href.split('/').at(-1) ?? ''), href: link.href });
  }

  /** A break inside a cell is a line of it, all else begins a new paragraph. */
  private endLine(name: string): void {
    if (name === 'br' && this.tables.at(-1)?.cell) {
      this.line.parts.push('\n');
      return;
    }
    const { line } = this;
    this.line = newLine();
    const text = shownText(line.parts.join(''));
    const table = this.tables.at(-1);
    if (table) {
      table.length += line.length;
      table.linked += line.linked;
    }
    if (text === '') return;
    if (!table?.cell && line.linked >= line.length * LINKED) return;
    const paragraph: Flow = {
      kind: 'paragraph',
      text,
      styled: line.heading,
      marked: line.centred || line.bold >= line.length * WHOLE,
    };
    (table?.cell?.content ?? this.flow).push(paragraph);
  }

  private openCell(table: OpenTable, attributes: Attributes): void {
    endCell(table);
    table.row = true;
    const span = (name: string, limit: number) =>
      Math.min(Math.max(Number.parseInt(attributes.get(name) ?? '1', 10) || 1, 1), limit);
    while ((table.covered[table.column] ?? 0) > 0) table.column += 1;
    const columns = span('colspan', MAX_COLUMNS);
    const rows = attributes.get('rowspan') === '0' ? MAX_ROWS : span('rowspan', MAX_ROWS);
    this.cells += columns;
    if (this.cells > MAX_CELLS || table.column > MAX_COLUMNS * 10) throw new TooManyCells();
    table.cell = { content: [], column: table.column, columns, rows };
  }

  private closeTable(table: OpenTable): void {
    endRow(table);
    this.tables.pop();
    const outer = this.tables.at(-1);
    if (outer) {
      outer.length += table.length;
      outer.linked += table.linked;
    }
    (outer?.cell?.content ?? this.flow).push(tableOf(table));
  }
}
const MAX_ROWS = 65_534;
/** Share of a line in links that makes it part of a menu, and in bold that makes it bold. */
const LINKED = 0.9;
const WHOLE = 0.9;
/** Characters that a style of bold type stands for: where it ends is not followed. */
const STYLED_BOLD = 60;

const newLine = (): Line => ({
  parts: [],
  length: 0,
  bold: 0,
  linked: 0,
  heading: false,
  centred: false,
});

const newTable = (): OpenTable => ({
  rows: 0,
  row: false,
  column: 0,
  cells: [],
  cell: null,
  covered: [],
  length: 0,
  linked: 0,
});

const isCentred = (attributes: Attributes): boolean =>
  attributes.get('align')?.toLowerCase() === 'center' ||
  /text-align\s*:\s*center/i.test(attributes.get('style') ?? '');

function endCell(table: OpenTable): void {
  const { cell } = table;
  if (!cell) return;
  table.cell = null;
  table.cells.push({ ...cell, row: table.rows, doubt: null });
  for (let i = 0; i < cell.columns; i += 1) table.covered[cell.column + i] = cell.rows;
  table.column = cell.column + cell.columns;
}

function endRow(table: OpenTable): void {
  endCell(table);
  if (!table.row) return;
  table.row = false;
  table.rows += 1;
  table.column = 0;
  for (let i = 0; i < table.covered.length; i += 1) {
    if ((table.covered[i] ?? 0) > 0) table.covered[i]! -= 1;
  }
}

/** Cells reach down to the last row at most. */
function tableOf({ rows, cells, length, linked }: OpenTable): FlowTable {
  const placed = cells.map((cell) => ({ ...cell, rows: Math.min(cell.rows, rows - cell.row) }));
  return {
    kind: 'table',
    rows,
    columns: placed.reduce((widest, cell) => Math.max(widest, cell.column + cell.columns), 0),
    cells: placed,
    links: length > 0 && linked >= length * LINKED,
  };
}

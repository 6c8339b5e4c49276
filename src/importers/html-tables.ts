import { MAX_COLUMNS } from '@/domain/raw-table';
import { decodeEntities } from './html-entities';

/** A table of a page: texts by row, merged texts repeated. Hidden rows are told by number, from 1. */
export interface HtmlTable {
  rows: string[][];
  hidden: number[];
}

/** A page spreads its cells over more than this. */
export class TooManyCells extends Error {}
const MAX_CELLS = 20_000_000;
/** Quoted attributes of a tag; one with more is text. */
const MAX_QUOTES = 200;
const MAX_ROWSPAN = 65_534;

const RAW_TEXT = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'template']);
const LINE_BREAKS = new Set(['br', 'p', 'div', 'li', 'h1', 'h2', 'h3', 'h4']);

/**
 * All tables of a page in the order they begin, nested ones on their own; cells in cells of an outer table are not its
 * text. Merged texts stand in every cell they cover, merged numbers once.
 * @throws TooManyCells
 */
export function htmlTables(html: string): HtmlTable[] {
  const reader = new PageReader();
  const lastTag = html.lastIndexOf('>');
  for (let at = 0; at < html.length;) {
    const open = html.indexOf('<', at);
    const end = open === -1 ? html.length : open;
    if (end > at) reader.text(html.slice(at, end));
    if (open === -1) break;
    if (open < lastTag) at = afterMarkup(html, open, reader);
    else {
      reader.text(html.slice(open));
      break;
    }
  }
  return reader.finish();
}

function afterMarkup(html: string, open: number, reader: PageReader): number {
  if (html.startsWith('<!--', open)) return after(html, '-->', open + 4);
  if (html[open + 1] === '!' || html[open + 1] === '?') return after(html, '>', open);
  const tag = tagAt(html, open);
  if (!tag) {
    reader.text('<');
    return open + 1;
  }
  if (tag.closing) reader.close(tag.name);
  else {
    reader.open(tag.name, tag.attributes);
    if (RAW_TEXT.has(tag.name)) {
      const close = new RegExp(`</${tag.name}`, 'ig');
      close.lastIndex = tag.end;
      return close.exec(html)?.index ?? html.length;
    }
  }
  return tag.end;
}

function after(html: string, what: string, from: number): number {
  const found = html.indexOf(what, from);
  return found === -1 ? html.length : found + what.length;
}

const TAG = /<(\/?)([a-z][\w:-]*)/iy;
const QUOTE_OR_END = /=\s*(["'])|>/g;

function tagAt(
  html: string,
  open: number,
): { name: string; closing: boolean; attributes: string; end: number } | null {
  TAG.lastIndex = open;
  const head = TAG.exec(html);
  if (!head) return null;
  const from = open + head[0].length;
  QUOTE_OR_END.lastIndex = from;
  for (let quotes = 0; quotes < MAX_QUOTES; quotes += 1) {
    const found = QUOTE_OR_END.exec(html);
    if (!found) return null;
    if (found[1] === undefined) {
      const attributes = html.slice(from, found.index);
      return {
        name: head[2]!.toLowerCase(),
        closing: head[1] === '/',
        attributes,
        end: found.index + 1,
      };
    }
    const close = html.indexOf(found[1], QUOTE_OR_END.lastIndex);
    if (close === -1) return null;
    QUOTE_OR_END.lastIndex = close + 1;
  }
  return null;
}

/** Value of an attribute, empty if it has none; null if it is not there. */
function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(
    `(?:^|\\s)${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))|(?=\\s|/|$))`,
    'i',
  ).exec(attributes);
  return found && decodeEntities(found[1] ?? found[2] ?? found[3] ?? '');
}

interface Cell {
  parts: string[];
  columns: number;
  rows: number;
  /** Exact value that a spreadsheet program wrote beside the shown one. */
  exact: string | null;
}

class OpenTable {
  readonly table: HtmlTable = { rows: [], hidden: [] };
  cell: Cell | null = null;
  /** For each column, how many more rows a cell from above covers, and its text. */
  private readonly above: { left: number; text: string }[] = [];
  private row: string[] | null = null;

  constructor(private readonly count: (cells: number) => void) {}

  startRow(hidden: boolean): void {
    this.endRow();
    this.row = [];
    if (hidden) this.table.hidden.push(this.table.rows.length + 1);
  }

  startCell(attributes: string): void {
    this.endCell();
    if (!this.row) this.startRow(false);
    const span = (name: string, limit: number) =>
      Math.min(Math.max(Number.parseInt(attribute(attributes, name) ?? '1', 10) || 1, 1), limit);
    this.cell = {
      parts: [],
      columns: span('colspan', MAX_COLUMNS),
      rows: attribute(attributes, 'rowspan') === '0' ? MAX_ROWSPAN : span('rowspan', MAX_ROWSPAN),
      exact: attribute(attributes, 'x:num') || null,
    };
  }

  endCell(): void {
    if (!this.cell || !this.row) return;
    const { columns, rows, exact, parts } = this.cell;
    const shown = textOf(parts);
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

class PageReader {
  private readonly tables: HtmlTable[] = [];
  private readonly stack: OpenTable[] = [];
  private cells = 0;

  open(name: string, attributes: string): void {
    if (name === 'table') {
      const table = new OpenTable((cells) => this.count(cells));
      this.tables.push(table.table);
      this.stack.push(table);
      return;
    }
    const table = this.stack.at(-1);
    if (!table) return;
    if (name === 'tr') table.startRow(/display\s*:\s*none/i.test(attributes));
    else if (name === 'td' || name === 'th') table.startCell(attributes);
    else if (name === 'caption') {
      table.startRow(false);
      table.startCell('');
    } else if (LINE_BREAKS.has(name)) table.cell?.parts.push('\n');
  }

  close(name: string): void {
    const table = this.stack.at(-1);
    if (!table) return;
    if (name === 'table') {
      table.endRow();
      this.stack.pop();
    } else if (name === 'tr' || name === 'caption') table.endRow();
    else if (name === 'td' || name === 'th') table.endCell();
    else if (LINE_BREAKS.has(name)) table.cell?.parts.push('\n');
  }

  text(text: string): void {
    this.stack.at(-1)?.cell?.parts.push(decodeEntities(text).replaceAll(/[ \t\r\n\f]+/g, ' '));
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

/** Spaces of the markup fall away; those that do not break are meant and stay. */
const textOf = (parts: readonly string[]): string =>
  parts
    .join('')
    .replaceAll(/ *\n[ \n]*/g, '\n')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/^[ \n]+|[ \n]+$/g, '')
    .replaceAll('\u00a0', ' ')
    .trimEnd();

const isNumber = (text: string): boolean => /^[-+(]?[\d,.\s]*\d[\d,.\s]*%?\)?$/.test(text);

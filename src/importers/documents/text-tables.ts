import type { CellDoubt } from '@/domain/published-document';
import { isTableTitle } from '@/domain/reading/table-titles';
import { largest } from './largest';

/** A row of a table in a text, divided into cells. */
export interface TextRow {
  /** Its place from 0; where numbers are left out, lines between are blank. */
  line: number;
  cells: readonly string[];
  doubt: CellDoubt | null;
}

/** What a text is made of. */
export type TextPart = { kind: 'line'; text: string } | { kind: 'table'; rows: readonly TextRow[] };

/** Spaces that stand between columns, of either width. */
const GAP = /[ \u00a0]{2,}|[ \u00a0]*\u3000[ \u00a0\u3000]*/;
const AMOUNT = /^[-+]?\d[\d,]*(?:\.\d+)?%?$/;
/** Blank lines inside a table, at most. */
const MAX_BLANK = 2;
/** Lines that make an aligned table. */
const MIN_ALIGNED = 3;

/**
 * Divides a text into lines and tables: lines with tabs, one cell to a line that begins with a tab (rows then end with a
 * blank line), and lines whose parts stand in columns.
 */
export function textParts(lines: readonly string[]): TextPart[] {
  const parts: TextPart[] = [];
  /** Lines that were found to make no table of a kind; parts of them make none either. */
  const none = FORMS.map(() => 0);
  for (let at = 0; at < lines.length;) {
    let table: Found | null = null;
    for (const [form, read] of FORMS.entries()) {
      if (at < none[form]!) continue;
      const found = read(lines, at);
      if (found.rows.length > 0) {
        table = found;
        break;
      }
      none[form] = at + found.lines;
    }
    if (table) parts.push({ kind: 'table', rows: table.rows });
    else parts.push({ kind: 'line', text: lines[at]! });
    at += table?.lines ?? 1;
  }
  return parts;
}

/** Rows of a table, none where there is no table, and the lines that were looked at. */
interface Found {
  rows: TextRow[];
  lines: number;
}

const NOTHING: Found = { rows: [], lines: 0 };

const isBlank = (line: string | undefined): boolean => line !== undefined && line.trim() === '';

/**
 * Lines with tabs, and few blank ones between them. Where most hold one cell only, the rows are lost: then no cell is
 * sure.
 */
function tabbedLines(lines: readonly string[], from: number): Found {
  if (isBlank(lines[from])) return NOTHING;
  const rows: { cells: string[]; line: number }[] = [];
  let [kept, blank, listed] = [0, 0, 0];
  for (let at = from; at < lines.length && blank <= MAX_BLANK; at += 1) {
    const text = lines[at]!;
    if (text.includes('\t')) {
      rows.push({ cells: text.split('\t').map((cell) => cell.trim()), line: at - from });
      if (LISTED.test(text)) listed += 1;
      if (text.trim() !== '') kept = rows.length;
      blank = 0;
    } else if (text.trim() === '') blank += 1;
    else break;
  }
  rows.length = kept;
  if (kept === 0) return NOTHING;
  const width = largest(rows.map(({ cells }) => cells.length));
  const doubt = width > 2 && listed * 2 > kept ? 'cells_counted' : null;
  return { rows: rows.map((row) => ({ ...row, doubt })), lines: rows.at(-1)!.line + 1 };
}

/** One cell to a line, each begun by a tab; a blank line ends the row. */
const LISTED = /^\t[^\t]*$/;

function listedCells(lines: readonly string[], from: number): Found {
  const { rows, lines: count } = listedRows(lines, from);
  const counts = rows.map(({ length }) => length);
  const width = largest(counts);
  const full = counts.filter((each) => each === width).length;
  if (width < 2 || full < 2 || rows.length < MIN_ALIGNED) return { rows: [], lines: count };
  const doubtOf = (row: string[]): CellDoubt | null =>
    row.length === width || row.length === 1 ? null : 'cells_counted';
  const row = (cells: string[], line: number) => ({ cells, line, doubt: doubtOf(cells) });
  return { rows: rows.map(row), lines: count };
}

/** Rows up to the title of the next table. */
function listedRows(lines: readonly string[], from: number): { rows: string[][]; lines: number } {
  const rows: string[][] = [];
  let [end, blank, several] = [from, MAX_BLANK, 0];
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at]!;
    const row = rows.at(-1);
    const more = row ? moreOfCell(lines, at, blank) : [];
    if (LISTED.test(line)) {
      if (blank > 0) {
        if ((row?.length ?? 0) > 1) several += 1;
        const isAlone = isBlank(lines[at + 1]) && !LISTED.test(lines[at + 1] ?? '');
        if (several > 1 && isAlone && isTableTitle(line.trim())) break;
        rows.push([]);
      }
      rows.at(-1)!.push(line.trim());
      [end, blank] = [at + 1, 0];
    } else if (row && more.length > 0) {
      row.push([row.pop(), ...more.map((each) => lines[each]!.trim())].join('\n'));
      at = more.at(-1)!;
      [end, blank] = [at + 1, 0];
    } else if (isBlank(line) && blank < MAX_BLANK) blank += 1;
    else break;
  }
  return { rows, lines: end - from };
}

/** Paragraphs of a cell after its first: right below it, or up to the next cell, which then has no blank line before. */
function moreOfCell(lines: readonly string[], from: number, blank: number): number[] {
  const isParagraph = (at: number) => lines[at] !== undefined && /^[^\t]*\S/.test(lines[at]!);
  const isText = (at: number) => isParagraph(at) && !lines[at]!.includes('\t');
  const found: number[] = [];
  for (let at = from; isText(at) && found.length < MAX_PARAGRAPHS;) {
    found.push(at);
    if (LISTED.test(lines[at + 1] ?? '')) return found;
    at += isBlank(lines[at + 1]) ? 2 : 1;
  }
  return blank === 0 && isText(from) ? [from] : [];
}
const MAX_PARAGRAPHS = 8;

interface Piece {
  text: string;
  /** Columns of the screen that it stands in; Chinese characters take two. */
  from: number;
  to: number;
}

/** Lines whose parts are set apart by runs of spaces and stand below each other. */
function alignedLines(lines: readonly string[], from: number): Found {
  const rows: Piece[][] = [];
  let at = from;
  for (; at < lines.length; at += 1) {
    const pieces = piecesOf(lines[at]!);
    if (pieces.length < 2) break;
    rows.push(pieces);
  }
  const withAmounts = rows.filter((row) => row.some(({ text }) => AMOUNT.test(text))).length;
  const isTable = rows.length >= MIN_ALIGNED && withAmounts > 1;
  return { rows: isTable ? placedRows(rows) : [], lines: at - from };
}

const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, each) => sum + ((each.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  let [rest, column] = [line, 0];
  while (rest !== '') {
    const gap = GAP.exec(rest);
    const text = gap ? rest.slice(0, gap.index) : rest;
    if (text.trim() !== '') {
      pieces.push({ text: text.trim(), from: column, to: column + widthOf(text) });
    }
    if (!gap) break;
    column += widthOf(text) + widthOf(gap[0]);
    rest = rest.slice(gap.index + gap[0].length);
  }
  return pieces;
}

/** Rows with all columns say where columns are; parts of shorter rows go to the column they stand in, with a doubt. */
function placedRows(rows: readonly Piece[][]): TextRow[] {
  const width = largest(rows.map(({ length }) => length));
  const full = rows.filter(({ length }) => length === width);
  const columns = Array.from({ length: width }, (_, column) => ({
    from: full.reduce((least, row) => Math.min(least, row[column]!.from), Infinity),
    to: largest(full.map((row) => row[column]!.to)),
  }));
  const aligned = columns.every(({ from }, i) => i === 0 || from >= columns[i - 1]!.to);
  return rows.map((row, line) => {
    if (row.length === width) return { line, cells: row.map(({ text }) => text), doubt: null };
    if (!aligned) return { line, cells: row.map(({ text }) => text), doubt: 'cells_counted' };
    const cells = Array.from({ length: width }, () => '');
    for (const { text, from, to } of row) {
      const overlap = (column: (typeof columns)[number]) =>
        Math.min(to, column.to) - Math.max(from, column.from);
      const best = columns.reduce(
        (found, column, i) => (overlap(column) > overlap(columns[found]!) ? i : found),
        0,
      );
      cells[best] = cells[best] === '' ? text : `${cells[best]} ${text}`;
    }
    return { line, cells, doubt: 'column_by_position' };
  });
}

/** Forms of tables, the narrower first. */
const FORMS = [listedCells, tabbedLines, alignedLines];

import type { Block, Grid, PublishedDocument } from '@/domain/published-document';
import { refusal } from '../refuse';
import type { InputSource } from '../source';
import { wholeText } from '../text';
import { headerReaches, headerRows, type Reach } from './header-spans';
import { shownAsHeading } from './headings';
import { sheetSections, type SheetCell, type SheetRow } from './sheet-sections';
import { textParts, type TextRow } from './text-tables';

/** Bytes of a text that is read at once. */
const MAX_TEXT = 64 * 1024 ** 2;
const AMOUNT = /^[-+]?\d[\d,]*(?:\.\d+)?$/;

/**
 * A published document as text: lines with tabs or parts in columns are tables, others text.
 * @throws InputError if it is too large or blank.
 */
export async function readPlainText(source: InputSource): Promise<PublishedDocument> {
  if (source.blob.size > MAX_TEXT) {
    throw refusal(
      'too_large',
      source.path,
      `texts of more than ${MAX_TEXT / 1024 ** 2} MB are not read as documents; open its tables as CSV.`,
    );
  }
  const blocks = textBlocks(await wholeText(source.blob, null));
  if (blocks.length === 0) throw refusal('empty_file', source.path, 'the file holds no text.');
  return { file: source.path, format: 'text', pages: null, blocks, notes: [] };
}

/** The lines and tables of a text, in its order. */
export function textBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let table = 0;
  for (const part of textParts(text.split(/\r\n?|[\n\f]/))) {
    if (part.kind === 'line') blocks.push(...lineBlock(part.text, false));
    else {
      for (const { kind, rows } of sheetSections(sheetRows(part.rows), LEAST)) {
        if (kind === 'lines') {
          blocks.push(
            ...rows.flatMap(({ cells }) =>
              cells.flatMap((cell) => lineBlock(cell.text, cells.length === 1)),
            ),
          );
        } else {
          table += 1;
          blocks.push(gridOf(rows, part.rows, table));
        }
      }
    }
  }
  return blocks;
}

/** Rows of several cells that make a table: tabs show that there is one. */
const LEAST = 1;

function lineBlock(line: string, marked: boolean): Block[] {
  const text = line.trim();
  if (text === '') return [];
  const heading = shownAsHeading(text, false, marked);
  return [{ kind: 'text', page: null, sheet: null, text, heading, box: null }];
}

const sheetRows = (rows: readonly TextRow[]): SheetRow[] =>
  rows.map(({ cells }, row) => ({
    row,
    cells: cells.flatMap((text, column): SheetCell[] =>
      text === '' ? [] : [{ row, column, rows: 1, columns: 1, text, isNumber: AMOUNT.test(text) }],
    ),
  }));

/** The rows of a table, counted from its first; its header reaches as far as blank places and headings below show. */
function gridOf(section: readonly SheetRow[], all: readonly TextRow[], table: number): Grid {
  const [first, last] = [section[0]!.row, section.at(-1)!.row];
  const rows = all.slice(first, last + 1);
  const width = Math.max(
    ...rows.map(({ cells }) => cells.findLastIndex((each) => each !== '') + 1),
  );
  const header = headerRows(rows.map(({ cells }) => cells));
  const placed = rows.map((row, index) =>
    index < header ? spread(row, rows[index + 1]?.cells ?? [], width) : row,
  );
  const isLost = placed.slice(0, header).some(({ doubt }) => doubt === 'cells_counted');
  const texts = placed.map(({ cells }) => cells);
  const reaches = isLost ? new Map<string, Reach>() : headerReaches(texts, header);
  return {
    kind: 'grid',
    page: null,
    sheet: null,
    sheetName: null,
    table,
    rows: rows.length,
    columns: width,
    cells: placed.flatMap(({ cells, doubt }, row) =>
      cells.slice(0, width).flatMap((text, column) => {
        if (text === '') return [];
        const reach = reaches.get(`${row} ${column}`) ?? { rows: 1, columns: 1 };
        const sure = isLost ? 'cells_counted' : doubt;
        return [{ row, column, ...reach, text, box: null, doubt: sure }];
      }),
    ),
    box: null,
  };
}

/**
 * Groups of columns where the row below repeats itself as often as there are groups: then each stands over one of the
 * repetitions, whatever tabs have been lost.
 */
function spread({ cells, doubt }: TextRow, below: readonly string[], width: number): TextRow {
  const groups = cells.filter((text) => text !== '');
  const each = width / groups.length;
  const isEven = groups.length > 1 && Number.isInteger(each) && each > 1 && below.length >= width;
  const repeats = (text: string, i: number) => text === '' || bare(text) === bare(below[i % each]!);
  if (!isEven || !below.slice(0, width).every(repeats)) return { cells, doubt };
  const wide = Array.from({ length: width }, (_, i) => (i % each === 0 ? groups[i / each]! : ''));
  return { cells: wide, doubt: null };
}

const bare = (text: string): string => text.replaceAll(/\s/g, '');

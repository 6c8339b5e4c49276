import type { Block, PublishedDocument } from '@/domain/published-document';
import { refusal } from '../refuse';
import type { InputSource } from '../source';
import { wholeText } from '../text';
import { shownAsHeading } from './headings';
import { sheetSections, type SheetCell, type SheetRow } from './sheet-sections';
import { textGrid } from './text-grid';
import { textParts, type TextRow } from './text-tables';

/** Bytes of a text that is read at once. */
const MAX_TEXT = 16 * 1024 ** 2;
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
          for (const { cells } of rows) {
            blocks.push(...cells.flatMap((cell) => lineBlock(cell.text, cells.length === 1)));
          }
        } else {
          table += 1;
          const [first, last] = [rows[0]!.row, rows.at(-1)!.row];
          const own = part.rows.filter(({ line }) => line >= first && line <= last);
          blocks.push(textGrid(own, table));
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
  rows.map(({ cells, line: row }) => ({
    row,
    cells: cells.flatMap((text, column): SheetCell[] =>
      text === '' ? [] : [{ row, column, rows: 1, columns: 1, text, isNumber: AMOUNT.test(text) }],
    ),
  }));

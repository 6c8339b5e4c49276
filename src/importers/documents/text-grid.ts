import type { CellDoubt, Grid } from '@/domain/published-document';
import { largest } from './largest';
import { headerReaches, headerRows, type Reach } from './header-spans';
import type { TextRow } from './text-tables';

/**
 * The rows of a table in a text; its header reaches as far as blank places and headings below show. Where the header has
 * lost its places, no cell is sure; where a row has more cells than headings stand over, none of the row is.
 */
export function textGrid(rows: readonly TextRow[], table: number): Grid {
  const width = largest(rows.map(lengthOf));
  const header = headerRows(rows.map(({ cells }) => cells));
  const placed = rows.map((row, index) =>
    index < header ? spread(row, rows[index + 1]?.cells ?? [], width) : row,
  );
  const isLost = placed.slice(0, header).some(({ doubt }) => doubt === 'cells_counted');
  const texts = placed.map(({ cells }) => cells);
  const reaches = isLost ? new Map<string, Reach>() : headerReaches(texts, header);
  const headed = Math.max(0, ...placed.slice(0, header).map(lengthOf));
  const doubtOf = (row: TextRow): CellDoubt | null =>
    isLost || (header > 0 && lengthOf(row) > headed) ? 'cells_counted' : row.doubt;
  return {
    kind: 'grid',
    page: null,
    sheet: null,
    sheetName: null,
    table,
    rows: rows.length,
    columns: width,
    cells: placed.flatMap((each, row) =>
      each.cells.slice(0, width).flatMap((text, column) => {
        if (text === '') return [];
        const reach = reaches.get(`${row} ${column}`) ?? { rows: 1, columns: 1 };
        return [{ row, column, ...reach, text, box: null, doubt: doubtOf(each) }];
      }),
    ),
    box: null,
  };
}

/** Cells up to the last one with text. */
const lengthOf = ({ cells }: TextRow): number => cells.findLastIndex((each) => each !== '') + 1;

/**
 * Groups of columns where the row below repeats itself as often as there are groups: then each stands over one of the
 * repetitions, whatever tabs have been lost.
 */
function spread(row: TextRow, below: readonly string[], width: number): TextRow {
  const groups = row.cells.filter((text) => text !== '');
  const each = width / groups.length;
  const isEven = groups.length > 1 && Number.isInteger(each) && each > 1 && below.length >= width;
  const repeats = (text: string, i: number) => text === '' || bare(text) === bare(below[i % each]!);
  if (!isEven || !below.slice(0, width).every(repeats)) return row;
  const wide = Array.from({ length: width }, (_, i) => (i % each === 0 ? groups[i / each]! : ''));
  return { ...row, cells: wide, doubt: null };
}

const bare = (text: string): string => text.replaceAll(/\s/g, '');

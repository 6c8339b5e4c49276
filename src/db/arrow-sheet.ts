import {
  Field,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  type Data,
} from 'apache-arrow';
import { cellContent, type ColumnType, type Sheet, type SheetColumn } from '@/domain/sheet';
import {
  dateColumn,
  decimalColumn,
  doubleColumn,
  longColumn,
  PRECISION,
  textColumn,
  type ArrowColumn,
} from './arrow-columns';
import { inSlices } from './slices';

/** Cells taken between two looks at the clock. */
const CELLS = 1024;

/**
 * The column of a file that the cells of a sheet go into: amounts and numbers as decimals with as many places as any of
 * them has, quotients as doubles. One cell that is not of its column's type, or too long for it, makes the column text.
 */
function columnFor(cells: readonly (string | null)[], type: ColumnType): ArrowColumn {
  const rows = cells.length;
  switch (type) {
    case 'text':
      return textColumn(rows);
    case 'date':
      return dateColumn(rows);
    case 'count':
      return cells.every((cell) => !cell?.includes('.')) ? longColumn(rows) : doubleColumn(rows);
    case 'quotient':
    case 'ratio':
      return doubleColumn(rows);
    case 'number':
    case 'money': {
      const parts = cells.flatMap((cell) =>
        cell === null ? [] : [cell.replace('-', '').split('.')],
      );
      const longest = (part: 0 | 1) =>
        parts.reduce((most, both) => Math.max(most, both[part]?.length ?? 0), 0);
      const [whole, decimals] = [longest(0), longest(1)];
      return whole + decimals <= PRECISION ? decimalColumn(rows, decimals) : textColumn(rows);
    }
  }
}

function* columnData({ rows }: Sheet, column: SheetColumn, index: number): Generator<void, Data> {
  const contents = [];
  for (const [i, row] of rows.entries()) {
    contents.push(cellContent(row[index], column.type));
    if (i % CELLS === CELLS - 1) yield;
  }
  const isUniform = contents.every((content) => content === null || content.type === column.type);
  const cells = contents.map((content) => content?.value ?? null);
  const filled = columnFor(cells, isUniform ? column.type : 'text');
  for (const [i, cell] of cells.entries()) {
    filled.set(i, cell);
    if (i % CELLS === CELLS - 1) yield;
  }
  return filled.data(rows.length);
}

/** Heads as names of columns, each once. */
function columnNames({ columns }: Sheet): string[] {
  const names: string[] = [];
  for (const { head } of columns) {
    let name = head;
    for (let time = 2; names.includes(name); time += 1) name = `${head} ${time}`;
    names.push(name);
  }
  return names;
}

function* sheetTable(sheet: Sheet): Generator<void, Table> {
  const children: Data[] = [];
  for (const [index, column] of sheet.columns.entries()) {
    children.push(yield* columnData(sheet, column, index));
  }
  const names = columnNames(sheet);
  const fields = children.map(({ type }, i) => new Field(names[i]!, type, true));
  const rows = makeData({
    type: new Struct(fields),
    length: sheet.rows.length,
    nullCount: 0,
    children,
  });
  return new Table(new RecordBatch(new Schema(fields), rows));
}

/**
 * A sheet as an Arrow IPC stream, with types: decimals exact, quotients and ratios as doubles, dates as dates, empty
 * cells as nulls. Made in slices, so that the page stays awake.
 */
export const arrowOfSheet = async (sheet: Sheet): Promise<Uint8Array> =>
  tableToIPC(await inSlices(sheetTable(sheet)), 'stream');

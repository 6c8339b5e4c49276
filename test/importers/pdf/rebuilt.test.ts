import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Grid, PublishedDocument } from '@/domain/published-document';
import { bare, gridsOf, hasCorpus, readCorpus } from './corpus';

interface HeaderCell {
  text: string;
  colspan: number;
  rowspan: number;
}
interface Merge {
  row: number;
  col: number;
  rowspan: number;
  colspan: number;
}
interface PrintPage {
  header: string[];
  rows: string[][];
  merges: Merge[];
}
interface TrueTable {
  title: string;
  header: HeaderCell[][];
  rows: string[][];
  merges: Merge[];
  print_pages?: PrintPage[];
}
interface Truth {
  table_order: string[];
  tables: Record<string, TrueTable>;
}

/** `row,column,rows,columns:text` of a cell, so that cells are compared whole. */
const cellKey = (row: number, column: number, rows: number, columns: number, text: string) =>
  `${row},${column},${rows}x${columns}:${bare(text)}`;

function headerCells(header: readonly HeaderCell[][]): string[] {
  const taken = new Set<string>();
  const cells: string[] = [];
  for (const [row, line] of header.entries()) {
    let column = 0;
    for (const { text, colspan, rowspan } of line) {
      while (taken.has(`${row},${column}`)) column += 1;
      for (let r = row; r < row + rowspan; r += 1)
        for (let c = column; c < column + colspan; c += 1) taken.add(`${r},${c}`);
      cells.push(cellKey(row, column, rowspan, colspan, text));
    }
  }
  return cells;
}

function bodyCells(rows: readonly string[][], merges: readonly Merge[], from: number): string[] {
  const covered = new Set<string>();
  const span = new Map<string, Merge>();
  for (const merge of merges) {
    span.set(`${merge.row},${merge.col}`, merge);
    for (let r = merge.row; r < merge.row + merge.rowspan; r += 1)
      for (let c = merge.col; c < merge.col + merge.colspan; c += 1)
        if (r !== merge.row || c !== merge.col) covered.add(`${r},${c}`);
  }
  return rows.flatMap((line, row) =>
    line.flatMap((text, column) => {
      if (covered.has(`${row},${column}`)) return [];
      const { rowspan, colspan } = span.get(`${row},${column}`) ?? { rowspan: 1, colspan: 1 };
      return [cellKey(row + from, column, rowspan, colspan, text)];
    }),
  );
}

/** The tables that stand on paper: performance targets are printed page by page. */
function printedTables({
  table_order,
  tables,
}: Truth): { name: string; cells: string[]; rows: number }[] {
  return table_order.flatMap((name) => {
    const { header, rows, merges, print_pages } = tables[name]!;
    if (print_pages)
      return print_pages.map((page, index) => ({
        name: `${name} ${index + 1}`,
        rows: page.rows.length + 1,
        cells: [
          ...page.header.map((text, column) => cellKey(0, column, 1, 1, text)),
          ...bodyCells(page.rows, page.merges, 1),
        ],
      }));
    const cells = [...headerCells(header), ...bodyCells(rows, merges, header.length)];
    return [{ name, rows: header.length + rows.length, cells }];
  });
}

const firstRow = (grid: Grid): string =>
  grid.cells
    .filter(({ row }) => row === 0)
    .map(({ text }) => bare(text))
    .join('|');

/** Cells of grids one below the other as one table: header rows that repeat are left out, cells cut by a page joined. */
function joined(grids: readonly Grid[], headerRows: number): { cells: string[]; rows: number } {
  const open = new Map<
    number,
    { row: number; column: number; rows: number; columns: number; text: string }
  >();
  const all: { row: number; column: number; rows: number; columns: number; text: string }[] = [];
  let from = 0;
  for (const [index, grid] of grids.entries()) {
    const skip = index > 0 && firstRow(grid) === firstRow(grids[0]!) ? headerRows : 0;
    for (const cell of grid.cells) {
      if (cell.row < skip) continue;
      const cut = cell.row === skip && index > 0 ? open.get(cell.column) : undefined;
      if (cut && (cell.rows > 1 || cut.rows > 1) && (cell.text === '' || cut.text === '')) {
        cut.rows += cell.rows;
        cut.text += cell.text;
        continue;
      }
      all.push({ ...cell, row: cell.row - skip + from });
    }
    from += grid.rows - skip;
    open.clear();
    for (const cell of all) if (cell.row + cell.rows === from) open.set(cell.column, cell);
  }
  return {
    rows: from,
    cells: all.map(({ row, column, rows, columns, text }) =>
      cellKey(row, column, rows, columns, text),
    ),
  };
}

/** Every printed table with the grids it stands in. */
function compared(document: PublishedDocument, truth: Truth) {
  const grids = gridsOf(document);
  let next = 0;
  return printedTables(truth).map(({ name, cells, rows }) => {
    const headerRows = truth.tables[name.split(' ')[0]!]!.header.length;
    const taken: Grid[] = [];
    while (next < grids.length) {
      taken.push(grids[next]!);
      next += 1;
      if (joined(taken, headerRows).rows >= rows) break;
    }
    return { name, expected: cells.toSorted(), found: joined(taken, headerRows).cells.toSorted() };
  });
}

describe.skipIf(!hasCorpus)('the rebuilt budgets as PDF (needs ../shared/corpus)', () => {
  test.each(['jingyu_2026', 'yanbian_2026'])('%s: every cell in its place', async (name) => {
    const truth = JSON.parse(
      readFileSync(`../shared/corpus/rebuilt/truth/${name}.json`, 'utf8'),
    ) as Truth;
    const document = await readCorpus(`rebuilt/${name}.pdf`);
    const tables = compared(document, truth);
    for (const { name: table, expected, found } of tables)
      expect({ table, cells: found }).toEqual({ table, cells: expected });
    expect(tables.length).toBeGreaterThanOrEqual(12);
  });
});

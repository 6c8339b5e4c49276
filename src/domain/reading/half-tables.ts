import { normalizeWord } from '@/domain/import-words';
import type { TableWithTexts } from './join-tables';
import { matrixOf, type Matrix } from './matrix';
import type { JoinedCell } from './reading';
import { recognize } from './recognize-table';
import { findHead, headerPath, type TableHead } from './table-head';
import { readTitle, isTableTitle } from './table-titles';

interface Half {
  matrix: Matrix<JoinedCell>;
  head: TableHead;
  income: boolean;
  expenditure: boolean;
}

function halfOf({ table }: TableWithTexts): Half {
  const matrix = matrixOf(table);
  const head = findHead(matrix);
  const words = new Set<string>();
  for (let column = 0; column < Math.min(matrix.columns, 40); column++)
    for (const text of headerPath(matrix, head, column)) words.add(normalizeWord(text));
  return { matrix, head, income: words.has('收入'), expenditure: words.has('支出') };
}

const isHalved = (found: TableWithTexts): boolean => {
  const id = recognize(found)?.id;
  return id === 'balance' || id === 'appropriation';
};

/** Whether a table has a title of its own that is not the one of the table before. */
const hasOtherTitle = (found: TableWithTexts, before: TableWithTexts): boolean => {
  const titles = before.titles.map(({ text }) => normalizeWord(text));
  return found.titles.some(
    ({ text }) =>
      (isTableTitle(text) || readTitle(text) !== null) && !titles.includes(normalizeWord(text)),
  );
};

/** The second half at the right of the first, its first row of figures beside that of the first. */
function beside(
  first: TableWithTexts,
  half: Half,
  second: TableWithTexts,
  other: Half,
): TableWithTexts {
  const shift = half.head.end - other.head.end;
  const cells = second.table.cells
    .filter(({ row }) => row >= other.head.titles && row + shift >= 0)
    .map((cell) => ({ ...cell, row: cell.row + shift, column: cell.column + first.table.columns }));
  return {
    ...first,
    table: {
      grids: [...first.table.grids, ...second.table.grids],
      rows: Math.max(first.table.rows, second.table.rows + shift),
      columns: first.table.columns + second.table.columns,
      cells: [...first.table.cells, ...cells].toSorted(
        (a, b) => a.row - b.row || a.column - b.column,
      ),
    },
  };
}

/** Tables in which a balance printed as two, income above expenditure, is one with two halves. */
export function besideEachOther(tables: readonly TableWithTexts[]): TableWithTexts[] {
  const found: TableWithTexts[] = [];
  for (const table of tables) {
    const before = found.at(-1);
    const first = before && isHalved(before) ? halfOf(before) : null;
    if (before && first?.income && !first.expenditure && !hasOtherTitle(table, before)) {
      const second = halfOf(table);
      if (second.expenditure && !second.income) {
        found[found.length - 1] = beside(before, first, table, second);
        continue;
      }
    }
    found.push(table);
  }
  return found;
}

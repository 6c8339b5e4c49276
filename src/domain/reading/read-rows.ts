import { squash, type Matrix } from './matrix';
import { collectRows, panesOf, type DraftRow, type Pane } from './collect-rows';
import { hasItemColumns, rowsOfColumns, rowsOfOtherYears, settlePublicItems } from './public-items';
import type { DraftColumn } from './read-columns';
import type { AmountMeaning, JoinedCell, RowReading } from './reading';
import { classifyRow, settleHierarchy, type HierarchyContext } from './row-hierarchy';
import { labelMeaning, publicItemOf, type LabelMeaning } from './row-words';
import { isFigure, type TableHead } from './table-head';

/** A row of one pane with its columns of amounts. */
export interface PaneRow {
  row: RowReading;
  /** Row of the joined table. */
  at: number;
  columns: readonly DraftColumn[];
}

export interface RowsReading {
  rows: readonly PaneRow[];
  /** Rows with figures that have no label. */
  nameless: readonly { at: number; figures: number }[];
}

const toReading = ({
  rowNo,
  side,
  classification,
  code,
  label,
  economicCode,
  level,
  parentRowNo,
  isTotal,
  whole,
}: DraftRow): RowReading => ({
  rowNo,
  side,
  classification,
  code,
  label,
  economicCode,
  level,
  parentRowNo,
  isTotal,
  partial: !whole,
});

const asPaneRow = (
  row: DraftRow,
  columns: readonly DraftColumn[],
  side: RowReading['side'],
): PaneRow => ({
  row: { ...toReading(row), side: row.side ?? side },
  at: row.at,
  columns,
});

function readPublicPane(
  matrix: Matrix<JoinedCell>,
  head: TableHead,
  pane: Pane,
  { defaults, slack }: HierarchyContext,
): RowsReading {
  const { rows, nameless } = collectRows(matrix, head, pane);
  if (!hasItemColumns(pane.amounts)) {
    settlePublicItems(
      rows,
      rows.map(({ label }) => publicItemOf(label)),
      slack,
    );
    return { rows: rows.map((row) => asPaneRow(row, pane.amounts, defaults.side)), nameless };
  }
  const items = rowsOfColumns(matrix, head, pane, rows);
  settlePublicItems(
    items.map(({ row }) => row),
    items.map(({ item }) => item),
    slack,
  );
  const used = new Set(items.map(({ row }) => row.at));
  const left = rows.filter(({ at, amount }) => !used.has(at) && amount !== null);
  const elsewhere = rowsOfOtherYears(matrix, [...used, ...left.map(({ at }) => at)]);
  return {
    rows: items.map(({ row, columns }) => asPaneRow(row, columns, defaults.side)),
    nameless: left
      .filter(({ at }) => !elsewhere.has(at))
      .map(({ at }) => ({ at, figures: figuresIn(matrix, at, pane) })),
  };
}

const figuresIn = (matrix: Matrix<JoinedCell>, row: number, { amounts }: Pane): number =>
  amounts.filter(({ colNo }) => isFigure(squash(matrix.at(row, colNo - 1)?.text ?? ''))).length;

/** The labelled rows of all panes with their levels and parents. */
export function readRows(
  matrix: Matrix<JoinedCell>,
  head: TableHead,
  columns: readonly DraftColumn[],
  context: HierarchyContext,
): RowsReading {
  const panes = panesOf(columns, context.defaults.rows).map((pane): RowsReading => {
    if (context.tableId === 'three_public') return readPublicPane(matrix, head, pane, context);
    const { rows, nameless } = collectRows(matrix, head, pane);
    const listed =
      context.tableId === 'performance'
        ? rows.filter((row) => hasOwnAmount(matrix, row, pane))
        : rows;
    settleHierarchy(listed, context);
    for (const row of listed) row.classification = classifyRow(row, context);
    return {
      rows: listed.map((row) => asPaneRow(row, pane.amounts, context.defaults.side)),
      nameless,
    };
  });
  return {
    rows: panes.flatMap(({ rows }) => rows),
    nameless: panes.flatMap(({ nameless }) => nameless),
  };
}

/** In a table of targets an amount stands in the first row of its project. */
const hasOwnAmount = (matrix: Matrix<JoinedCell>, { at }: DraftRow, pane: Pane): boolean =>
  pane.amounts.some(({ colNo }) => {
    const cell = matrix.at(at, colNo - 1);
    return cell?.row === at && squash(cell.text) !== '';
  });

/** What the label of a row says of its amounts; null for rows that are divided by something else. */
export const rowMeaning = ({ classification, label }: RowReading): LabelMeaning | null =>
  classification === 'income_source' || classification === 'summary' ? labelMeaning(label) : null;

/** What an amount is by its column, narrowed by what its row says where the column says nothing of its own. */
export function meaningOf(
  column: AmountMeaning,
  said: LabelMeaning | null,
  fallback: AmountMeaning,
): AmountMeaning {
  if (!said) return column;
  return {
    fund: column.fund === fallback.fund && said.fund ? said.fund : column.fund,
    vintage: column.vintage === 'total' && said.vintage ? said.vintage : column.vintage,
    nature: column.nature === fallback.nature && said.nature ? said.nature : column.nature,
  };
}

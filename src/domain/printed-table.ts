import { groupBy } from './group';
import { columnHeads, type HeadCell } from './printed-head';
import type { PrintedCell } from './source-facts';
import type {
  CellState,
  COLUMN_ROLES,
  Fund,
  LineDoubt,
  Nature,
  Side,
  TableId,
  UnreadReason,
  Vintage,
} from './vocabulary';

export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** A table of a document, with how many amount cells hold what. */
export interface PrintedTableInfo {
  doc_id: string;
  table_id: TableId;
  table_no: number | null;
  title: string | null;
  printed_unit: string;
  page: number | null;
  row_count: number;
  note: string | null;
  numbers: number;
  zeros: number;
  blanks: number;
  unreadable: number;
}

export interface PrintedColumn {
  doc_id: string;
  table_id: TableId;
  col_no: number;
  /** Header cells from the top, joined by `/`; null where the package holds no head. */
  header: string | null;
  role: ColumnRole;
  side: Side | null;
  fund: Fund | null;
  vintage: Vintage | null;
  nature: Nature | null;
}

export interface PrintedText {
  doc_id: string;
  table_id: TableId;
  row_no: number;
  role: ColumnRole;
  text: string;
}

/** Something a document prints that none of its tables holds. */
export interface LeftAside {
  unread_no: number;
  reason: UnreadReason;
  /** What is printed there, shortened. */
  printed: string | null;
  page: number | null;
  amounts: number;
}

export interface PlacementRow {
  doc_id: string;
  table_id: TableId;
  row_no: number;
  col_no: number;
  evidence: string;
  note: string | null;
}

/** Why an amount is to be looked at. */
export interface DoubtRow {
  doc_id: string;
  table_id: TableId;
  row_no: number;
  col_no: number;
  reason: LineDoubt;
}

/** One cell of the rebuilt table. */
export interface TableCell {
  row_no: number;
  col_no: number;
  role: ColumnRole;
  text: string;
  /** Depth of the row in its hierarchy, for the indent of its name; 0 elsewhere. */
  indent: number;
  isTotal: boolean;
  state: CellState | null;
  placed: boolean;
  /** The printed amount, where the cell holds or could hold one. */
  amount: PrintedCell | null;
}

export interface PrintedTable {
  info: PrintedTableInfo;
  columns: readonly PrintedColumn[];
  /** Column whose cells name the rows; stays in sight when the table is moved sideways. */
  nameColumn: number | null;
  head: readonly (readonly HeadCell[])[];
  rows: readonly (readonly TableCell[])[];
  placements: readonly PlacementRow[];
  doubts: readonly DoubtRow[];
}

export interface PrintedParts {
  columns: readonly PrintedColumn[];
  cells: readonly PrintedCell[];
  texts: readonly PrintedText[];
  placements: readonly PlacementRow[];
  doubts: readonly DoubtRow[];
}

const NAME_ROLES: readonly ColumnRole[] = ['label', 'level2', 'indicator_level3', 'project'];
const nameColumn = (columns: readonly PrintedColumn[]): PrintedColumn | undefined =>
  NAME_ROLES.map((role) => columns.find((column) => column.role === role)).find(Boolean);
/** Roles under which a project table prints the name of a row, by the row's level. */
const PROJECT_NAMES: readonly ColumnRole[] = ['category', 'category', 'level1', 'level2'];

/** Place of a cell in its table. */
export const cellKey = (row: number, col: number): string => `${row}/${col}`;

/** Why an amount of a table is to be looked at; none if it is not in doubt. */
export const doubtsOf = (
  { doubts }: PrintedTable,
  { row_no, col_no }: Pick<PrintedCell, 'row_no' | 'col_no'>,
): readonly LineDoubt[] =>
  doubts.flatMap((one) => (one.row_no === row_no && one.col_no === col_no ? [one.reason] : []));

/** Tables whose package holds amounts but no label column get one before the first amount. */
function withNames(columns: readonly PrintedColumn[]): readonly PrintedColumn[] {
  const [first] = columns;
  if (!first || columns.some(({ header }) => header !== null)) return columns;
  const sides = [...new Set(columns.map(({ side }) => side))];
  return sides.flatMap((side, i) => [
    { ...first, col_no: -i, role: 'label' as const, side, fund: null, vintage: null, nature: null },
    ...columns.filter((column) => column.side === side),
  ]);
}

/** The words of a cell that holds no amount, from the row's amounts and the detail tables. */
function wordsOf(
  column: PrintedColumn,
  amounts: readonly PrintedCell[],
  text: string | undefined,
): string {
  const own = amounts.find(({ side }) => !column.side || side === column.side);
  switch (column.role) {
    case 'code':
      return own?.code ?? '';
    case 'label':
      return own?.label ?? text ?? '';
    case 'category':
    case 'level1':
    case 'level2':
      return (
        text ?? (own && PROJECT_NAMES[Math.min(own.level, 3)] === column.role ? own.label : '')
      );
    default:
      return text ?? '';
  }
}

/** Rows of a table whose blank rows are shown, however few others there are. */
const SHORT_TABLE = 200;

/**
 * Numbers of the rows to show: all of them, blank ones too. A document may be a few rows of a file that holds thousands
 * of documents; then the rows in between belong to others, and only its own are shown.
 */
function rowNumbers(rowCount: number, held: readonly number[]): number[] {
  const own = [...new Set(held)].toSorted((a, b) => a - b);
  const count = Math.max(rowCount, own.at(-1) ?? 0);
  if (count > SHORT_TABLE && own.length * 2 < count) return own;
  return Array.from({ length: count }, (_, i) => i + 1);
}

/** A table as printed: its rows in order, every column filled by its role. */
export function buildPrintedTable(info: PrintedTableInfo, parts: PrintedParts): PrintedTable {
  const own = <Row extends { table_id: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.table_id === info.table_id);
  const columns = withNames(own(parts.columns));
  const amounts = groupBy(own(parts.cells), (cell) => cell.row_no);
  const words = own(parts.texts);
  const texts = new Map(words.map((cell) => [`${cell.row_no}/${cell.role}`, cell.text]));
  const placements = own(parts.placements);
  const placed = new Set(placements.map(({ row_no, col_no }) => cellKey(row_no, col_no)));
  const rows = rowNumbers(info.row_count, [...amounts.keys(), ...words.map((cell) => cell.row_no)]);

  const cellAt = (row_no: number, column: PrintedColumn): TableCell => {
    const row = amounts.get(row_no) ?? [];
    const amount = row.find(({ col_no }) => col_no === column.col_no) ?? null;
    const half = row.find(({ side }) => !column.side || side === column.side);
    const isAmount = column.role === 'amount';
    return {
      row_no,
      col_no: column.col_no,
      role: column.role,
      text: isAmount
        ? (amount?.printed ?? '')
        : wordsOf(column, row, texts.get(`${row_no}/${column.role}`)),
      indent: column.role === 'label' && half ? Math.max(0, half.level - 1) : 0,
      isTotal: half?.is_total ?? false,
      state: isAmount ? (amount?.state ?? 'blank') : null,
      placed: placed.has(cellKey(row_no, column.col_no)),
      amount,
    };
  };

  return {
    info,
    columns,
    nameColumn: nameColumn(columns)?.col_no ?? null,
    head: columnHeads(columns),
    rows: rows.map((row) => columns.map((column) => cellAt(row, column))),
    placements,
    doubts: own(parts.doubts),
  };
}

/** What is marked in printed tables: amounts, and cells with words by their row and role. */
interface Markable {
  table: string | null;
  cells: readonly PrintedCell[];
  inVain: readonly PrintedCell[];
  counted: readonly { row_no: number; role: ColumnRole }[];
}

/** Keys (`row/column`) of the cells to mark, by table; tables without one are left out. */
export function markedCells(
  tables: readonly PrintedTable[],
  inputs: readonly Markable[],
  lines: readonly PrintedCell[],
): Map<string, ReadonlySet<string>> {
  const amounts = [...lines, ...inputs.flatMap(({ cells, inVain }) => [...cells, ...inVain])];
  const entries = tables.map(({ info, columns }) => {
    const keys = new Set(
      amounts
        .filter(({ table_id }) => table_id === info.table_id)
        .map(({ row_no, col_no }) => cellKey(row_no, col_no)),
    );
    for (const { table, counted } of inputs) {
      if (table !== info.table_id) continue;
      for (const { row_no, role } of counted) {
        const column = columns.find((one) => one.role === role);
        if (column) keys.add(cellKey(row_no, column.col_no));
      }
    }
    return [info.table_id as string, keys as ReadonlySet<string>] as const;
  });
  return new Map(entries.filter(([, keys]) => keys.size > 0));
}

import {
  CHECKED_TABLES,
  checkedDocuments,
  type CheckedDocument,
  type CheckedLine,
  type CheckedRows,
  type CheckedTable,
} from '@/checks/checked-document';
import { checkDocument, type Check } from '@/checks/check-document';
import { findingKey } from '@/checks/finding-rows';
import type { CellRef, CheckContext, Outcome, Rule } from '@/checks/rule';
import { RULES } from '@/checks/rules';
import { groupBy } from '@/domain/group';
import { absolute, fenOf, YUAN_PER_UNIT, yuanOf, type PrintedUnit } from '@/domain/money';
import type { PackageRow } from '@/domain/reading/package-row';
import type { TableId } from '@/domain/vocabulary';
import { contextsAmong } from './checked';
import { pick, seeded, type Random } from './seeded';

/** Errors as they come into published tables. */
export const PLANTING_KINDS = ['amount', 'rows', 'unit', 'column'] as const;
export type PlantingKind = (typeof PLANTING_KINDS)[number];

/** A document to plant into: as it is checked, and the rows of its tables. */
export interface Ground {
  document: CheckedDocument;
  context: CheckContext;
  lines: ReadonlyMap<TableId, readonly PackageRow[]>;
  /** Rows of everything else that makes up the document. */
  rest: (table: TableId) => CheckedRows;
  /** What fails without a planting. */
  failing: ReadonlySet<string>;
  /** Comparisons of amounts that a printed amount stands in, by `placeOf`. */
  comparisons: ReadonlyMap<string, number>;
}

/** An error in a table, and the document with it. */
export interface Planting {
  kind: PlantingKind;
  /** What was done, in a word. */
  how: string;
  table: TableId;
  /** Cells whose amount is another one. */
  changed: readonly CheckedLine[];
  document: CheckedDocument;
}

const text = (row: PackageRow, column: string): string => String(row[column] ?? '');
const amountOf = (row: PackageRow): string | null => text(row, 'amount') || null;

/** A printed amount by table, row and column. */
export const placeOf = ({
  table,
  row,
  column,
}: Pick<CellRef, 'table' | 'row' | 'column'>): string => `${table}/${row}/${column}`;

/** How many comparisons of amounts each printed amount stands in. */
function comparisonsByPlace(checks: readonly Check[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { outcome } of checks) {
    if (outcome.status === 'unchecked' || outcome.unit !== 'yuan') continue;
    const cells = [...outcome.left.cells, ...outcome.right.cells];
    for (const place of new Set(cells.filter(({ doc }) => doc === null).map(placeOf)))
      found.set(place, (found.get(place) ?? 0) + 1);
  }
  return found;
}

/** Documents of a package as grounds. */
export function groundsOf(rows: CheckedRows): Ground[] {
  const documents = checkedDocuments(rows);
  const contextOf = contextsAmong(documents);
  const ofDocument = new Map(
    CHECKED_TABLES.map((name) => [name, groupBy(rows[name], (row) => text(row, 'doc_id'))]),
  );
  return documents.map((document): Ground => {
    const own = (name: (typeof CHECKED_TABLES)[number]): readonly PackageRow[] =>
      ofDocument.get(name)?.get(document.id) ?? [];
    const nothing = Object.fromEntries(CHECKED_TABLES.map((name) => [name, []]));
    const context = contextOf(document);
    const { checks } = checkDocument(document, context);
    const failed = checks.filter(({ outcome }) => outcome.status === 'fail');
    return {
      document,
      context,
      lines: groupBy(own('line'), (row) => text(row, 'table_id') as TableId),
      rest: (table) => ({
        ...(nothing as unknown as CheckedRows),
        document: own('document'),
        printed_table: own('printed_table').filter((row) => row.table_id === table),
        printed_column: own('printed_column').filter((row) => row.table_id === table),
      }),
      failing: new Set(failed.map(findingKey)),
      comparisons: comparisonsByPlace(checks),
    };
  });
}

/** The document with other rows of one table; tasks follow the amounts of the table they stand in. */
function replanted(
  { document, rest }: Ground,
  table: TableId,
  lines: readonly PackageRow[],
  unit: PrintedUnit | null,
): CheckedDocument {
  const rows = rest(table);
  const printed_table =
    unit === null
      ? rows.printed_table
      : rows.printed_table.map((row) => ({ ...row, printed_unit: unit }));
  const [made] = checkedDocuments({ ...rows, printed_table, line: lines });
  const planted = made?.tables.get(table);
  const before = document.tables.get(table);
  if (!planted || !before) throw new Error(`${document.id} has no ${table}`);
  const tables = new Map(document.tables).set(table, planted);
  if (table !== 'outsourcing') return { ...document, tables };
  const tasks = document.tasks.map((task) => {
    const at = before.lines.findIndex(({ row, fen }) => row.rowNo === task.row && fen === task.fen);
    return { ...task, fen: planted.lines[at]?.fen ?? task.fen };
  });
  return { ...document, tables, tasks };
}

const value = ({ fen }: CheckedLine): bigint => fen ?? 0n;

/** What the longest sum of a table may be off by, in half fen. */
function envelope({ equations, step }: CheckedTable): bigint {
  const parts = Math.max(1, ...equations.map((equation) => equation.parts.length));
  return step * BigInt(parts + 1);
}

/** Cells that hold another amount than before, by more than rounding can make. */
function changedCells(before: CheckedTable, after: CheckedTable): CheckedLine[] {
  const slack = envelope(before);
  return before.lines.filter((line, i) => {
    const now = after.lines[i];
    return now !== undefined && 2n * absolute(value(now) - value(line)) > slack;
  });
}

type Lines = readonly PackageRow[];
interface Change {
  how: string;
  lines: Lines;
  unit?: PrintedUnit;
}

const isAmount = (row: PackageRow): boolean =>
  row.state === 'number' && fenOf(amountOf(row) ?? '0') !== 0n;

const withAmount = (row: PackageRow, amount: string): PackageRow => ({
  ...row,
  amount,
  state: fenOf(amount) === 0n ? 'zero' : 'number',
});
const blank = (row: PackageRow): PackageRow => ({
  ...row,
  amount: null,
  state: 'blank',
  printed: null,
});

/** The printed digits of an amount in its unit, and yuan again from digits. */
function digitsOf(row: PackageRow, unit: PrintedUnit) {
  const printed = text(row, 'printed').replace(/[^\d.]/g, '');
  const isPlain = /^\d+(\.\d+)?$/.test(printed);
  const toYuan = (digits: string): string | null => {
    const [whole = '0', fraction = ''] = digits.split('.');
    const scale = 10n ** BigInt(fraction.length);
    const fen = (BigInt(whole + fraction) * BigInt(YUAN_PER_UNIT[unit] * 100)) / scale;
    return yuanOf(text(row, 'amount').startsWith('-') ? -fen : fen);
  };
  return isPlain ? { printed, toYuan } : null;
}

const AMOUNT_CHANGES: Readonly<
  Record<string, (digits: string, random: Random, negative: boolean) => string | null>
> = {
  'digit changed': (digits, random) => {
    const at = pick(
      [...digits].flatMap((char, i) => (char === '.' ? [] : [i])),
      random,
    );
    if (at === undefined) return null;
    const other = (Number(digits[at]) + 1 + Math.floor(random() * 9)) % 10;
    return digits.slice(0, at) + String(other) + digits.slice(at + 1);
  },
  'digits swapped': (digits, random) => {
    const pairs = [...digits].flatMap((char, i) => {
      const next = digits[i + 1];
      return next === undefined || char === next || char === '.' || next === '.' ? [] : [i];
    });
    const at = pick(pairs, random);
    if (at === undefined) return null;
    return digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
  },
  'zero too many': (digits) => digits.replace(/^(\d+)/, '$10'),
  'sign lost': (digits, _random, negative) => (negative ? digits : null),
};

function changeAmount(lines: Lines, unit: PrintedUnit, random: Random): Change | null {
  const at = pick(
    lines.flatMap((row, i) => (isAmount(row) ? [i] : [])),
    random,
  );
  const row = at === undefined ? undefined : lines[at];
  if (at === undefined || !row) return null;
  const how = pick([...Object.keys(AMOUNT_CHANGES), 'set blank'], random) ?? 'set blank';
  const change = AMOUNT_CHANGES[how];
  if (!change) return { how, lines: lines.with(at, blank(row)) };
  const digits = digitsOf(row, unit);
  const negative = text(row, 'amount').startsWith('-');
  const changed = digits && change(digits.printed, random, negative);
  const yuan = changed && digits.toYuan(changed);
  if (!yuan) return null;
  const amount = how === 'sign lost' ? yuan.replace('-', '') : yuan;
  return { how, lines: lines.with(at, withAmount(row, amount)) };
}

const rowKey = (row: PackageRow): string => `${text(row, 'side')}/${text(row, 'row_no')}`;
const AMOUNT_COLUMNS = ['amount', 'state', 'printed'] as const;
const WHOLE_ROW = [...AMOUNT_COLUMNS, 'code', 'label', 'classification'] as const;

const taken = (row: PackageRow, from: PackageRow, columns: readonly string[]): PackageRow => ({
  ...row,
  ...Object.fromEntries(columns.map((column) => [column, from[column] ?? null])),
});

/** Rows that say the same of their amounts: one may stand for the other. */
const sameMeaning = (one: PackageRow, other: PackageRow): boolean =>
  ['code', 'label', 'parent_row_no'].every((column) => text(one, column) === text(other, column));

/** Two rows of a table change places: their amounts alone, or all of them where they stand below different sums. */
function swapRows(lines: Lines, random: Random): Change | null {
  const rows = [...groupBy(lines, rowKey).values()];
  const first = pick(rows, random);
  const [one] = first ?? [];
  if (!first || !one) return null;
  const same = (row: PackageRow, column: string): boolean =>
    text(row, column) === text(one, column);
  const whole = random() < 0.5;
  const second = pick(
    rows.filter(([row]) => {
      if (!row || row === one || !same(row, 'side') || sameMeaning(row, one)) return false;
      return !whole || (same(row, 'level') && !same(row, 'parent_row_no'));
    }),
    random,
  );
  if (!second) return null;
  const columns = whole ? WHOLE_ROW : AMOUNT_COLUMNS;
  const other = (own: Lines, row: PackageRow) => own.find((each) => each.col_no === row.col_no);
  const moved = lines.map((row) => {
    const from = first.includes(row)
      ? other(second, row)
      : second.includes(row)
        ? other(first, row)
        : undefined;
    return from ? taken(row, from, columns) : row;
  });
  return { how: whole ? 'whole rows' : 'amounts against labels', lines: moved };
}

function changeUnit(lines: Lines, unit: PrintedUnit): Change | null {
  const other: PrintedUnit = unit === '元' ? '万元' : '元';
  const by = (fen: bigint): bigint =>
    (fen * BigInt(YUAN_PER_UNIT[other])) / BigInt(YUAN_PER_UNIT[unit]);
  if (!lines.some(isAmount)) return null;
  const scaled = lines.map((row) => {
    const amount = amountOf(row);
    return amount === null ? row : { ...row, amount: yuanOf(by(fenOf(amount))) };
  });
  return { how: `${unit} as ${other}`, lines: scaled, unit: other };
}

/** Amounts of a row, or of all rows, one column to the right or left; what has no column is lost. */
function shiftColumns(lines: Lines, random: Random): Change | null {
  const rows = [...groupBy(lines, rowKey).values()].filter((row) => row.some(isAmount));
  const one = pick(rows, random);
  if (!one) return null;
  const whole = random() < 0.5;
  const moving = new Set(whole ? rows.filter(([row]) => row?.side === one[0]?.side) : [one]);
  const step = random() < 0.5 ? 1 : -1;
  const place = new Map<PackageRow, PackageRow>();
  for (const row of moving) {
    if (row.length < 2) continue;
    const columns = row.toSorted((a, b) => Number(a.col_no) - Number(b.col_no));
    for (const [i, cell] of columns.entries()) {
      const from = columns[i - step];
      place.set(cell, from ? taken(cell, from, AMOUNT_COLUMNS) : blank(cell));
    }
  }
  return {
    how: whole ? 'whole table' : 'one row',
    lines: lines.map((row) => place.get(row) ?? row),
  };
}

function changeOf(
  kind: PlantingKind,
  lines: Lines,
  unit: PrintedUnit,
  random: Random,
): Change | null {
  switch (kind) {
    case 'amount':
      return changeAmount(lines, unit, random);
    case 'rows':
      return swapRows(lines, random);
    case 'unit':
      return changeUnit(lines, unit);
    case 'column':
      return shiftColumns(lines, random);
  }
}

/**
 * How two rows are drawn that change places: the table first, each as likely as any other, or all rows alike, so that
 * most stand in the longest list.
 */
export type RowDraw = 'by table' | 'by row';

/** A table to plant into: one in proportion to its amounts; for a unit, and for rows drawn by table, one of all. */
function tableFor(
  kind: PlantingKind,
  { lines }: Ground,
  random: Random,
  draw: RowDraw,
): TableId | undefined {
  const filled = [...lines].filter(([, rows]) => rows.some(isAmount));
  if (kind === 'unit') return pick(filled, random)?.[0];
  if (kind === 'rows' && draw === 'by table')
    return pick(
      filled.filter(([, rows]) => new Set(rows.filter(isAmount).map(rowKey)).size > 1),
      random,
    )?.[0];
  return pick(
    filled.flatMap(([table, rows]) => rows.filter(isAmount).map(() => table)),
    random,
  );
}

/** Plants one error of a kind; null where the draw changes nothing that means anything. */
export function plant(
  ground: Ground,
  kind: PlantingKind,
  random: Random,
  draw: RowDraw = 'by table',
): Planting | null {
  const table = tableFor(kind, ground, random, draw);
  const before = table && ground.document.tables.get(table);
  const lines = table && ground.lines.get(table);
  if (!table || !before || !lines) return null;
  const change = changeOf(kind, lines, before.unit, random);
  if (!change) return null;
  const document = replanted(ground, table, change.lines, change.unit ?? null);
  const after = document.tables.get(table);
  const changed = after ? changedCells(before, after) : [];
  return changed.length === 0 ? null : { kind, how: change.how, table, changed, document };
}

const touches = (outcome: Outcome, table: TableId): boolean =>
  outcome.status === 'fail' &&
  [...outcome.left.cells, ...outcome.right.cells].some((cell) => cell.table === table);

/** A table in another unit keeps its own sums: rules between tables come first. */
const OUTSIDE_FIRST = RULES.toSorted(
  (a, b) => Number(a.family === 'within') - Number(b.family === 'within'),
);

/** A rule that fails because of a planting and touches its table, the likely ones first; null if none does. */
export function foundBy(ground: Ground, { document, table, kind }: Planting): Rule | null {
  for (const rule of kind === 'unit' ? OUTSIDE_FIRST : RULES) {
    const { checks } = checkDocument(document, ground.context, [rule]);
    const isNew = checks.some(
      (check) => touches(check.outcome, table) && !ground.failing.has(findingKey(check)),
    );
    if (isNew) return rule;
  }
  return null;
}

/** So many plantings of these kinds in turn, the same for the same document. */
export function* plantings(
  ground: Ground,
  count: number,
  kinds: readonly PlantingKind[] = PLANTING_KINDS,
  draw: RowDraw = 'by table',
): Generator<Planting> {
  const random = seeded(ground.document.id);
  let made = 0;
  for (let tries = 0; made < count && tries < count * 40; tries++) {
    const kind = kinds[made % kinds.length] ?? 'amount';
    const planting = plant(ground, kind, random, draw);
    if (!planting) continue;
    made++;
    yield planting;
  }
}

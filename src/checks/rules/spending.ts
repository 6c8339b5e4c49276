import type { CheckedDocument, CheckedLine, CheckedTable } from '../checked-document';
import { compareAmounts } from '../compare';
import { comparableCode, comparableName, type Dictionary } from '../dictionary';
import type { RowReading } from '@/domain/reading/reading';
import type { Side, TableId } from '@/domain/vocabulary';
import { allAmounts, amountsOf, meaningKey, type Amounts } from './quantities';
import { isPrinted, isTotalLabel, linesByRow, looseTotal } from './table-shape';

/** What a table says is spent, in all and by functional class. */
export interface Spending {
  table: CheckedTable;
  /** Its totals, the outermost first: a balance table prints one with and one without what goes into the next year. */
  totals: readonly Amounts[];
  /** By code; empty where it prints none. */
  byCode: ReadonlyMap<string, Amounts>;
  /** By the names from the class downwards, joined by `/`. */
  byName: ReadonlyMap<string, Amounts>;
}

/** Rows of one half of a table; a table that names no halves is all of one. */
export const rowsOn = ({ id, rows }: CheckedTable, side: Side): readonly RowReading[] =>
  rows.filter((row) => (row.side ?? (id === 'income' ? 'income' : 'expenditure')) === side);

/** Rows that hold the totals of a side, the outermost first; else rows that make it up. */
function totalRows(
  table: CheckedTable,
  side: Side,
  document: CheckedDocument,
): (readonly RowReading[])[] {
  const rows = rowsOn(table, side);
  const whole = rows.filter(({ level, isTotal }) => level === 0 && isTotal);
  const outer = whole.filter(({ parentRowNo }) => parentRowNo === null);
  const [first] = outer;
  if (first) {
    const each = [first, ...whole.filter((row) => row !== first)].map((row) => [row]);
    const isByUnit = outer.every(({ classification }) => classification === 'organization');
    return isByUnit && outer.length > 1 ? [outer, ...each.slice(0, 1)] : each;
  }
  const loose = looseTotal(rows, document);
  if (loose) return [[loose.whole]];
  const top = rows.filter(
    ({ parentRowNo, classification }) => parentRowNo === null && classification !== 'summary',
  );
  const level = Math.min(...top.map((row) => row.level));
  return [top.filter((row) => row.level === level)];
}

const isClass = ({ classification, code, label }: RowReading): boolean =>
  (classification === 'function' || (classification === 'project' && /^2\d{2}/.test(code ?? ''))) &&
  !isTotalLabel(label);

/** Names of the classes above a row and its own. */
function pathsOf(rows: readonly RowReading[]): Map<RowReading, string | null> {
  const byNo = new Map(rows.map((row) => [`${row.side}/${row.rowNo}`, row]));
  const paths = new Map<RowReading, string | null>();
  const pathOf = (row: RowReading, depth: number): string | null => {
    const known = paths.get(row);
    if (known !== undefined || depth > 9) return known ?? null;
    const parent = byNo.get(`${row.side}/${row.parentRowNo}`);
    const above = parent && isClass(parent) ? pathOf(parent, depth + 1) : '';
    const isTop = above === '' && row.level === 1;
    const own = comparableName(row.label);
    const path = above ? `${above}/${own}` : isTop ? own : null;
    paths.set(row, path);
    return path;
  };
  for (const row of rows) pathOf(row, 0);
  return paths;
}

/** Basic and project expenditure where a side gives them as rows of their own below its total. */
function byNature(
  rows: readonly RowReading[],
  total: readonly CheckedLine[],
  lines: ReadonlyMap<RowReading, readonly CheckedLine[]>,
): CheckedLine[] {
  if (total.some(({ nature }) => nature !== 'total')) return [];
  const found = rows
    .filter(({ classification, level }) => classification === 'summary' && level === 1)
    .flatMap((row) => lines.get(row) ?? [])
    .filter(({ nature }) => nature === 'basic' || nature === 'project');
  const meanings = found.map(meaningKey);
  const isOnce = (line: CheckedLine): boolean =>
    meanings.filter((meaning) => meaning === meaningKey(line)).length === 1;
  return found.filter(isOnce);
}

type Grouped = Map<string, CheckedLine[]>;

const put = (groups: Grouped, key: string, lines: readonly CheckedLine[]): void => {
  const known = groups.get(key);
  if (known) known.push(...lines);
  else groups.set(key, [...lines]);
};

/** Classes above coded items that the table lists without them: what the items add up to. */
function withClassesAbove(byCode: Grouped): Grouped {
  const all: Grouped = new Map(byCode);
  const listed = [...byCode.keys()];
  if (listed.some((code) => code.length === 3)) return all;
  for (const [code, lines] of byCode)
    for (const length of [3, 5])
      if (code.length > length && !byCode.has(code.slice(0, length)))
        put(all, code.slice(0, length), lines);
  return all;
}

/** Amounts of each group, of those that are blank as well; none where all of them are. */
function amountsIn(groups: Grouped, table: CheckedTable): Map<string, Amounts> {
  const isFilled = [...groups.values()].some((lines) => lines.some(isPrinted));
  return new Map(
    isFilled ? [...groups].map(([key, lines]) => [key, allAmounts(lines, table)]) : [],
  );
}

const isBelowClass = (row: RowReading, classes: readonly RowReading[]): boolean =>
  row.parentRowNo !== null &&
  classes.some(({ rowNo, side }) => rowNo === row.parentRowNo && side === row.side);

/** Whether classes without a class above them come to the total, so that each stands in the table once. */
function comesTo(
  top: readonly CheckedLine[],
  total: Amounts | undefined,
  table: CheckedTable,
): boolean {
  const own = amountsOf(top, table);
  if (!own || !total) return false;
  return [...own].some(([key, { terms }]) => {
    const whole = total.get(key);
    if (!whole?.isPrinted) return false;
    const apart = compareAmounts(whole.terms, terms);
    return apart.status !== 'fail';
  });
}

/** Classes that the table gives several times: for units, and again for all of them together. */
function dropRepeated(groups: Grouped): void {
  for (const [key, lines] of groups) {
    const meanings = lines.map(meaningKey);
    if (new Set(meanings).size < meanings.length) groups.delete(key);
  }
}

/** What a side of a table says is spent; `dictionary` names classes that a table gives by code alone. */
function read(
  table: CheckedTable,
  side: Side,
  document: CheckedDocument,
  dictionary: Dictionary,
): Spending {
  const lines = linesByRow(table);
  const rows = rowsOn(table, side);
  const classes = rows.filter(isClass);
  const paths = pathsOf(classes);
  const coded: Grouped = new Map();
  const named: Grouped = new Map();
  for (const row of classes) {
    const own = lines.get(row) ?? [];
    if (row.code) put(coded, comparableCode(row.code), own);
    const path = paths.get(row);
    if (path) put(named, path, own);
  }
  const byCode = withClassesAbove(coded);
  for (const [code, own] of byCode) {
    if (code.length !== 3 || coded.has(code)) continue;
    const names = dictionary.names('function', code, document.year);
    for (const name of new Set(names.map((entry) => comparableName(entry.name))))
      put(named, name, own);
  }
  const found = totalRows(table, side, document).map((whole, at) => {
    const own = whole.flatMap((row) => lines.get(row) ?? []);
    return amountsOf(at === 0 ? [...own, ...byNature(rows, own, lines)] : own, table);
  });
  const totals = found.filter((amounts) => amounts !== null);
  const top = classes.filter((row) => !isBelowClass(row, classes));
  if (
    !comesTo(
      top.flatMap((row) => lines.get(row) ?? []),
      totals[0],
      table,
    )
  )
    for (const groups of [byCode, named]) dropRepeated(groups);
  return { table, totals, byCode: amountsIn(byCode, table), byName: amountsIn(named, table) };
}

interface Known {
  dictionary: Dictionary;
  sides: Map<Side, Spending>;
}
const KNOWN = new WeakMap<CheckedTable, Known>();

/** What a table of a document says is spent, or where its money comes from; null if it holds nothing of it. */
export function spendingOf(
  document: CheckedDocument,
  id: TableId,
  dictionary: Dictionary,
  side: Side = 'expenditure',
): Spending | null {
  const table = document.tables.get(id);
  if (!table) return null;
  const before = KNOWN.get(table);
  const known =
    before?.dictionary === dictionary ? before : { dictionary, sides: new Map<Side, Spending>() };
  KNOWN.set(table, known);
  const spending = known.sides.get(side) ?? read(table, side, document, dictionary);
  known.sides.set(side, spending);
  return spending.totals.length > 0 || spending.byName.size > 0 ? spending : null;
}

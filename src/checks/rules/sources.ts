import type { CheckedDocument, CheckedLine, CheckedTable } from '../checked-document';
import { lineTerm, sumOf } from '../compare';
import { FUNDS_OF_APPROPRIATION, FUNDS_OF_INSTITUTION } from '@/domain/meanings-within';
import type { RowReading } from '@/domain/reading/reading';
import type { Fund, TableId, Vintage } from '@/domain/vocabulary';
import { isMoney } from './agree';
import { together, type Quantity } from './quantities';
import { rowsOn } from './spending';
import { isPrinted, linesByRow } from './table-shape';

export type SourceKey = `${Fund}/${Vintage}`;
/** Where money comes from, as a table says. */
export interface Sources {
  /** For each fund and vintage the amounts that the table may mean by it. */
  amounts: ReadonlyMap<SourceKey, readonly Quantity[]>;
  /** Columns of the table say what is of this year and what is carried over; else it follows from the rows. */
  saysVintages: boolean;
}

const CARRIED = /结转|结余/;
const VINTAGES: readonly Vintage[] = ['total', 'current', 'carryover'];

type Found = Map<SourceKey, Quantity[]>;

const put = (found: Found, key: SourceKey, quantity: Quantity): void => {
  const known = found.get(key);
  if (known) known.push(quantity);
  else found.set(key, [quantity]);
};

const printed = (line: CheckedLine, table: CheckedTable): Quantity => ({
  terms: [lineTerm(line, table)],
  isPrinted: isPrinted(line),
  isMade: false,
});

/** Columns of the total row: what is of this year and what is carried over may say so in the heads, or not at all. */
function fromColumns(total: readonly CheckedLine[], table: CheckedTable, isFinal: boolean): Found {
  const found: Found = new Map();
  const vintages = new Set(total.map(({ vintage }) => vintage));
  const isApart = vintages.has('carryover') && !vintages.has('current');
  for (const line of total) {
    const isThisYear =
      line.vintage === 'total' &&
      ((isApart && line.fund !== 'all') || (isFinal && vintages.size === 1));
    put(found, `${line.fund}/${isThisYear ? 'current' : line.vintage}`, printed(line, table));
  }
  return found;
}

/** Rows of a balance table: those above the sum of this year are of this year where what is carried over has its own. */
function fromRows(table: CheckedTable, rows: readonly RowReading[]): Found {
  const found: Found = new Map();
  const lines = linesByRow(table);
  const of = (row: RowReading): readonly CheckedLine[] => lines.get(row) ?? [];
  const byNo = new Map(rows.map((row) => [row.rowNo, row]));
  const hasVintages = rows.some((row) => new Set(of(row).map(({ vintage }) => vintage)).size > 1);
  const isCarried = (row: RowReading, depth = 0): boolean => {
    if (CARRIED.test(row.label) || of(row).some(({ vintage }) => vintage === 'carryover'))
      return true;
    const parent = row.parentRowNo === null ? undefined : byNo.get(row.parentRowNo);
    return depth < 9 && parent !== undefined && parent.level > 0 && isCarried(parent, depth + 1);
  };
  const carried = rows.filter((row) => isCarried(row));
  const hasCarried = carried.some((row) => of(row).some(({ fen }) => fen !== null && fen !== 0n));
  const asPrinted = (row: RowReading, { vintage }: CheckedLine): readonly Vintage[] => {
    if (hasVintages || vintage !== 'total') return [vintage];
    if (carried.includes(row)) return ['carryover'];
    const isOuter = row.level === 0 && row.parentRowNo === null;
    if (isOuter || carried.length === 0) return ['total'];
    return hasCarried ? ['current'] : ['current', 'total'];
  };
  for (const row of rows) {
    const isTotal = row.level === 0 && row.isTotal;
    const isEmpty = of(row).every(({ fen }) => fen === null || fen === 0n);
    if (hasVintages && !isTotal && isEmpty && carried.includes(row)) continue;
    for (const line of of(row)) {
      if (line.fund === 'all' && !isTotal && !carried.includes(row)) continue;
      for (const vintage of asPrinted(row, line))
        put(found, `${line.fund}/${vintage}`, printed(line, table));
    }
  }
  return found;
}

/** Sums that a table does not print itself: both vintages of a fund, funds of the appropriation and of the institution. */
function withSums(found: Found): Found {
  for (const [key, all] of found) {
    const [fund] = key.split('/');
    if (all.length > 1 && fund !== 'all') found.delete(key);
  }
  const one = (key: SourceKey): Quantity | undefined => found.get(key)?.[0];
  const add = (key: SourceKey, parts: readonly (Quantity | undefined)[]): void => {
    const all = parts.filter((part) => part !== undefined);
    if (!found.has(key) && all.length > 1) found.set(key, [together(all)]);
  };
  for (const vintage of VINTAGES) {
    add(
      `appropriation/${vintage}`,
      FUNDS_OF_APPROPRIATION.map((fund) => one(`${fund}/${vintage}`)),
    );
    add(
      `institution/${vintage}`,
      FUNDS_OF_INSTITUTION.map((fund) => one(`${fund}/${vintage}`)),
    );
  }
  for (const key of Array.from(found.keys())) {
    const [fund, vintage] = key.split('/') as [Fund, Vintage];
    if (vintage === 'current') add(`${fund}/total`, [one(key), one(`${fund}/carryover`)]);
  }
  return found;
}

const NOTHING: Sources = { amounts: new Map(), saysVintages: true };
const KNOWN = new WeakMap<CheckedTable, Sources>();

/** Where the money of a document comes from, as one of its tables says; empty if it has none. */
export function sourcesOf(document: CheckedDocument, id: TableId): Sources {
  const table = document.tables.get(id);
  if (!table) return NOTHING;
  const known = KNOWN.get(table);
  if (known) return known;
  const rows = rowsOn(table, 'income').filter(
    ({ classification }) => classification !== 'function',
  );
  const top = rows.filter(({ parentRowNo }) => parentRowNo === null);
  const whole = top.find(({ level }) => level === 0) ?? (top.length === 1 ? top[0] : undefined);
  const total = table.lines.filter(({ row }) => row === whole);
  const isAcross = new Set(total.map(({ fund }) => fund)).size > 1;
  const sources: Sources = {
    amounts: withSums(
      isAcross ? fromColumns(total, table, document.stage === 'final') : fromRows(table, rows),
    ),
    saysVintages: table.lines.some(({ vintage }) => vintage === 'current'),
  };
  KNOWN.set(table, sources);
  return sources;
}

const TABLES: readonly TableId[] = ['balance', 'income', 'appropriation'];

/** Whether all money of a document is of that fund, by what its tables say of the whole; null if they do not say. */
export function isAllOf(
  document: CheckedDocument,
  fund: Fund,
  whole: 'all' | 'appropriation' = 'all',
): boolean | null {
  for (const id of TABLES) {
    const { amounts } = sourcesOf(document, id);
    const all = amounts.get(`${whole}/total`);
    const own = amounts.get(`${fund}/total`);
    if (!all || !own?.some(isMoney)) continue;
    const amount = ({ terms }: Quantity): bigint => sumOf(terms);
    return all.some((each) => own.some((mine) => amount(each) === amount(mine)));
  }
  return null;
}

/** The amounts of a source that may be meant: where no column says the vintage, this year's or all years' money. */
export function meantBy(
  { amounts }: Sources,
  key: SourceKey,
  saysVintages: boolean,
): readonly Quantity[] {
  const own = amounts.get(key) ?? [];
  const [fund, vintage] = key.split('/') as [Fund, Vintage];
  if (saysVintages || vintage === 'carryover' || own.length === 0) return own;
  const other: SourceKey = `${fund}/${vintage === 'total' ? 'current' : 'total'}`;
  return [...own, ...(amounts.get(other) ?? [])];
}

/** Whether money carried over from the year before is printed anywhere. */
export const carriesOver = (document: CheckedDocument): boolean =>
  TABLES.some((id) =>
    [...sourcesOf(document, id).amounts].some(
      ([key, all]) => key.endsWith('/carryover') && all.some(isMoney),
    ),
  );

import { FUNDS_OF_APPROPRIATION, FUNDS_OF_INSTITUTION } from '@/domain/meanings-within';
import { squash } from '@/domain/reading/matrix';
import type { RowReading } from '@/domain/reading/reading';
import type { Fund, Nature, Side, TableId, Vintage } from '@/domain/vocabulary';
import type { CheckedLine, CheckedTable } from '../checked-document';
import { linesByRow, looseTotal } from './table-shape';

/** Amounts that together are a figure as a table may print it. */
export type Reading = readonly CheckedLine[];

/** A table that may print a figure, and the amounts in it that may be meant: the usual one first. */
export interface Source {
  table: TableId;
  find(table: CheckedTable, about: About): readonly Reading[];
}

/** What a figure is about, beside its identifier. */
export interface About {
  /** Name of the functional class. */
  subject: string | null;
  /** Total rows may bear the name of the organization. */
  organization: string;
}

/** Which column of a row is meant; of several funds or vintages each is a reading of its own. */
export interface Column {
  funds?: readonly Fund[];
  vintages?: readonly Vintage[];
  nature?: Nature;
}

const onSide = (side: Side | null, row: RowReading): boolean =>
  side === null || row.side === null || row.side === side;

const isCarried = ({ label }: RowReading): boolean => /结转|结余/u.test(label);

/** The lines of all rows in one column; null unless every row has it. */
function columnOf(
  table: CheckedTable,
  rows: readonly RowReading[],
  fund: Fund,
  vintage: Vintage,
  nature: Nature,
): Reading | null {
  const byRow = linesByRow(table);
  const lines = rows.map((row) =>
    byRow
      .get(row)
      ?.find((line) => line.fund === fund && line.vintage === vintage && line.nature === nature),
  );
  const found = lines.filter((line) => line !== undefined);
  if (found.length < lines.length || found.some(({ state }) => state === 'unreadable')) return null;
  return found.length > 0 ? found : null;
}

type Find = (fund: Fund, vintage: Vintage, nature: Nature) => Reading | null;

function joined(parts: readonly (Reading | null)[]): Reading | null {
  const found = parts.filter((part) => part !== null);
  return found.length > 0 ? found.flat() : null;
}

/** One nature of a fund, made up of its parts where it is not printed. */
function ofNature(find: Find, fund: Fund, vintage: Vintage, nature: Nature): Reading | null {
  const whole = find(fund, vintage, nature);
  if (whole) return whole;
  const parts: readonly Nature[] = nature === 'basic' ? ['personnel', 'operating'] : [];
  const made = parts.map((part) => find(fund, vintage, part));
  return made.every((part) => part !== null) ? joined(made) : null;
}

function ofVintage(find: Find, fund: Fund, vintage: Vintage, nature: Nature): Reading | null {
  const whole = ofNature(find, fund, vintage, nature);
  if (whole || vintage !== 'total') return whole;
  const [current, carried] = [
    ofNature(find, fund, 'current', nature),
    ofNature(find, fund, 'carryover', nature),
  ];
  return current && carried ? [...current, ...carried] : null;
}

/** One fund, or what it is made of where it is not printed. */
function ofFund(find: Find, fund: Fund, vintage: Vintage, nature: Nature): Reading | null {
  const whole = ofVintage(find, fund, vintage, nature);
  if (whole) return whole;
  const one = (part: Fund): Reading | null => ofVintage(find, part, vintage, nature);
  if (fund === 'appropriation') return joined(FUNDS_OF_APPROPRIATION.map(one));
  if (fund === 'institution') return joined(FUNDS_OF_INSTITUTION.map(one));
  if (fund !== 'all') return null;
  return joined([
    ofFund(find, 'appropriation', vintage, nature),
    one('fiscal_account'),
    one('non_appropriation'),
    ofFund(find, 'institution', vintage, nature),
  ]);
}

/** What rows hold in a column: a reading for every vintage and fund. */
function readings(
  table: CheckedTable,
  rows: readonly RowReading[],
  { funds = ['all'], vintages = ['total'], nature = 'total' }: Column,
): Reading[] {
  if (rows.length === 0) return [];
  const find: Find = (fund, vintage, own) => columnOf(table, rows, fund, vintage, own);
  return vintages.flatMap((vintage) =>
    funds.flatMap((fund) => {
      const found = ofFund(find, fund, vintage, nature);
      return found ? [found] : [];
    }),
  );
}

/**
 * The rows that are a whole side of a table: its one total, else its topmost rows where a code tells each. None where
 * that is not clear.
 */
function wholeRows({ rows }: CheckedTable, side: Side | null, about: About): readonly RowReading[] {
  const top = rows.filter((row) => row.parentRowNo === null && onSide(side, row));
  const totals = top.filter(
    ({ classification, isTotal, level }) => classification === 'summary' && isTotal && level === 0,
  );
  if (totals.length > 0) return totals.length === 1 ? totals : [];
  const loose = looseTotal(top, about);
  if (loose) return [loose.whole];
  const parts = top.filter(({ classification }) => classification !== 'summary');
  return parts.length === 1 || parts.every(({ code }) => code !== null) ? parts : [];
}

/** The total of a table, or of one of its sides. */
export const whole = (table: TableId, side: Side | null, column: Column = {}): Source => ({
  table,
  find: (found, about) => readings(found, wholeRows(found, side, about), column),
});

/** A row by its label without blanks; where several bear such a label each is a reading. */
export const labelled = (
  table: TableId,
  side: Side | null,
  label: RegExp,
  column: Column = {},
): Source => ({
  table,
  find: (found) =>
    found.rows
      .filter((row) => onSide(side, row) && label.test(squash(row.label)))
      .flatMap((row) => readings(found, [row], column)),
});

/** Income rows of one fund, not those under the money carried over. */
export const incomeOf = (table: TableId, fund: Fund, carried = false): Source => ({
  table,
  find: (found) => {
    const under = (row: RowReading): boolean => {
      const parent = found.rows.find(
        (other) => other.rowNo === row.parentRowNo && other.side === row.side,
      );
      return isCarried(row) || (parent !== undefined && isCarried(parent));
    };
    return found.rows
      .filter((row) => onSide('income', row) && row.classification === 'income_source')
      .filter((row) => under(row) === carried)
      .flatMap((row) =>
        readings(found, [row], {
          funds: [fund],
          vintages: carried ? ['carryover', 'total'] : ['total', 'current'],
        }),
      )
      .filter((lines) => lines.every((line) => line.fund === fund));
  },
});

/** The rows of some economic classes, or of all others; only where no column tells their nature. */
export const economic = (codes: readonly string[], within: boolean): Source => ({
  table: 'basic',
  find: (found) => {
    const classes = found.rows.filter(
      ({ classification, code }) => classification === 'economic' && code?.length === 3,
    );
    const rows = classes.filter(({ code }) => codes.includes(code ?? '') === within);
    return rows.length > 0 && codes.every((code) => classes.some((row) => row.code === code))
      ? readings(found, rows, { funds: ['general_public'], nature: 'basic' })
      : [];
  },
});

/** Items of the procurement catalogue: its codes begin with A for goods, B for works, C for services. */
export const catalogue = (kind: 'A' | 'B' | 'C'): Source => ({
  table: 'procurement',
  find: (found) => {
    const shape = new RegExp(`^${kind}\\d{6,10}`, 'u');
    const rows = found.rows.filter(({ label }) => shape.test(squash(label)));
    return readings(found, rows, {});
  },
});

const NUMBERING = /^(?:[（(]?[一二三四五六七八九十百\d]{1,4}[)）、.．])+/u;

/** The name of a functional class, as text and tables write it in several ways. */
export const className = (label: string): string =>
  squash(label)
    .replace(NUMBERING, '')
    .replace(/[（(]类[)）]/gu, '')
    .replace(/(?:支出)+$/u, '');

/** The row of the functional class that the statement is about: a class, not the items below it. */
export const functionClass = (table: TableId, column: Column = {}): Source => ({
  table,
  find: (found, { subject }) => {
    if (subject === null) return [];
    const name = className(subject);
    const isTop = (row: RowReading): boolean => {
      if (row.code !== null) return row.code.length === 3;
      const parent = found.rows.find(
        (other) => other.rowNo === row.parentRowNo && other.side === row.side,
      );
      return parent?.classification !== 'function';
    };
    const rows = found.rows.filter(
      (row) =>
        row.classification === 'function' &&
        onSide('expenditure', row) &&
        className(row.label) === name &&
        isTop(row),
    );
    return rows.length === 1 ? readings(found, rows, column) : [];
  },
});

import type { CheckedLine, CheckedTable } from '../checked-document';
import { compareAmounts, lineTerm, note, tableCell } from '../compare';
import type { Compared, Outcome, Rule } from '../rule';
import { equationsOf } from '@/domain/reading/equations';
import { linesByRow, missesMoney } from './table-shape';

const isMoney = ({ fen }: CheckedLine): boolean => fen !== null && fen !== 0n;

/** Sums across a row. */
const ACROSS = new Set<string>(['funds', 'natures', 'vintages']);

/** Rows in which one amount alone is printed, though there are columns for more. */
const bareRows = (table: CheckedTable): CheckedLine[] =>
  [...linesByRow(table).values()]
    .filter((row) => row.length > 1 && row.filter(isMoney).length === 1)
    .flat();

/** Sums across a row that are printed while everything that makes them up is blank, each sum once. */
function bareSums(table: CheckedTable): Compared[] {
  const lines = bareRows(table);
  if (lines.length === 0) return [];
  const real = new Map<CheckedLine, CheckedLine>();
  const filled = lines.map((line): CheckedLine => {
    const made: CheckedLine =
      line.state === 'blank' ? { ...line, state: 'zero', amount: '0' } : line;
    real.set(made, line);
    return made;
  });
  const { unit, columnsLeftOut } = table;
  const bare = equationsOf(filled, { unit, columnsLeftOut }).filter(
    ({ kind, left, parts, outcome }) =>
      ACROSS.has(kind) &&
      outcome === 'differs' &&
      isMoney(left) &&
      parts.every((part) => part.fen === null),
  );
  const seen = new Set<CheckedLine>();
  return bare.flatMap(({ left, parts }) => {
    if (seen.has(left)) return [];
    seen.add(left);
    const cells = parts.map((part) => lineTerm(real.get(part) ?? part, table));
    return [compareAmounts([lineTerm(left, table)], cells, { notes: [note('parts_are_blank')] })];
  });
}

/** Sums without parts; where there are none, how many sums have them. */
function outcomesOf(table: CheckedTable): Outcome[] {
  if (missesMoney(table)) return [];
  const bare = bareSums(table);
  const sums = new Set(
    table.equations.flatMap(({ kind, left }) => (ACROSS.has(kind) && isMoney(left) ? [left] : [])),
  );
  if (bare.length > 0 || sums.size === 0) return bare;
  const value = String(sums.size);
  return [
    {
      status: 'pass',
      unit: 'count',
      left: { value, cells: [tableCell(table)] },
      right: { value, cells: [] },
      difference: '0',
      notes: [],
    },
  ];
}

/** Sums across rows that stand there without any of their parts. */
export const PART_RULES: readonly Rule[] = [
  {
    id: 'parts_are_printed',
    family: 'within',
    severity: 'warning',
    name: { zh: '印有合计，就印有组成它的数', en: 'a sum that is printed has parts that are' },
    about: {
      zh: '一行印有合计（各种资金、基本与项目、当年与结转之和），表中也有组成它的各列，这些列却全是空白。可能是金额错了列，或漏填。不录入的金额列有影响的表不核对。',
      en: 'A row prints a sum (of funds, of basic and project, of this year and carry-over), the table has the columns that make it up, and all of them are blank: the amount may stand in the wrong column, or parts were left out. Tables with columns of amounts that are not in the dataset are left out.',
    },
    left: { zh: '合计', en: 'the sum' },
    right: { zh: '组成它的各列', en: 'the columns that make it up' },
    needs: [],
    check: ({ tables }) => [...tables.values()].flatMap(outcomesOf),
  },
];

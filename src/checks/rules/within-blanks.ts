import type { CheckedLine, CheckedTable } from '../checked-document';
import { compareAmounts, lineCell, lineTerm, note, tableCell } from '../compare';
import type { Compared, Outcome, Rule } from '../rule';
import { equationsOf } from '@/domain/reading/equations';
import type { EquationOf, RowReading } from '@/domain/reading/reading';
import type { Fund } from '@/domain/vocabulary';
import { isPrinted, linesByRow, meaningKey } from './table-shape';

/** A sum that is not printed though its parts are. */
function blankSum({ left, parts }: EquationOf<CheckedLine>, table: CheckedTable): Compared {
  const printed = parts.filter(isPrinted).map((part) => lineTerm(part, table));
  return {
    ...compareAmounts([], printed, { notes: [note('sum_is_blank')] }),
    status: 'fail',
    left: { value: null, cells: [lineCell(left)] },
  };
}

/**
 * Rows without any amount that only head what follows: not a grand total, and not where other rows of that level, with
 * parts of their own, print their sums.
 */
function headings(table: CheckedTable): (row: RowReading) => boolean {
  const byRow = linesByRow(table);
  const isFilled = (row: RowReading): boolean => byRow.get(row)?.some(isPrinted) ?? false;
  const parents = new Set(table.rows.map(({ side, parentRowNo }) => `${side}/${parentRowNo}`));
  const kind = ({ side, level, classification }: RowReading): string =>
    `${side}/${level}/${classification}`;
  const summed = new Set(
    table.rows.filter((row) => parents.has(`${row.side}/${row.rowNo}`) && isFilled(row)).map(kind),
  );
  const isTotal = ({ level, label }: RowReading): boolean =>
    level === 0 && /[合总小]计/.test(label);
  return (row) => !isFilled(row) && !isTotal(row) && !summed.has(kind(row));
}

const WIDE = new Set<Fund>(['all', 'appropriation', 'institution']);
const isMoney = ({ fen }: CheckedLine): boolean => fen !== null && fen !== 0n;

/** Whether an amount of a row may be part of another of it, by what both mean. */
function mayBePart(part: CheckedLine, whole: CheckedLine): boolean {
  const sameFund = part.fund === whole.fund;
  const sameVintage = part.vintage === whole.vintage;
  const sameNature = part.nature === whole.nature;
  const isTotal = whole.vintage === 'total';
  return (
    (isTotal && !sameVintage && sameFund && sameNature) ||
    (!sameNature &&
      sameFund &&
      sameVintage &&
      (whole.nature === 'total' || whole.nature === 'basic')) ||
    (!sameFund && sameNature && (sameVintage || isTotal) && WIDE.has(whole.fund))
  );
}

/** Rows that a blank sum may stand in, with the rows below them. */
function suspects(table: CheckedTable, blanks: ReadonlySet<CheckedLine>): Set<RowReading> {
  const byRow = linesByRow(table);
  const below = new Set<string>();
  for (const line of table.lines.filter(isMoney)) {
    const above = `${line.row.side}/${line.row.parentRowNo}`;
    below.add(`${above}/${line.colNo}`).add(`${above}/${meaningKey(line)}`);
  }
  const rows = new Set<RowReading>();
  const wholes = new Set<string>();
  for (const blank of blanks) {
    const { row } = blank;
    const own = `${row.side}/${row.rowNo}`;
    const isAbove = below.has(`${own}/${blank.colNo}`) || below.has(`${own}/${meaningKey(blank)}`);
    if (isAbove) wholes.add(own);
    if (isAbove || byRow.get(row)?.some((line) => isMoney(line) && mayBePart(line, blank)))
      rows.add(row);
  }
  for (const row of table.rows) if (wholes.has(`${row.side}/${row.parentRowNo}`)) rows.add(row);
  return rows;
}

/** Sums of a table that are blank though parts of them are printed and not zero, each cell once. */
function blankSums(table: CheckedTable): Compared[] {
  const headed = new Set(table.rows.filter(headings(table)));
  const blanks = new Set(
    table.lines.filter(({ state, row }) => state === 'blank' && !headed.has(row)),
  );
  if (blanks.size === 0) return [];
  const rows = table.id === 'three_public' ? new Set(table.rows) : suspects(table, blanks);
  if (rows.size === 0) return [];
  const filled = new Map(
    table.lines
      .filter(({ row }) => rows.has(row))
      .map((line) => [
        blanks.has(line) ? { ...line, state: 'zero' as const, amount: '0' } : line,
        line,
      ]),
  );
  const asPrinted = (line: CheckedLine): CheckedLine => filled.get(line) ?? line;
  const found = new Map<CheckedLine, EquationOf<CheckedLine>>();
  const all = equationsOf([...filled.keys()], { unit: table.unit, columnsLeftOut: false });
  for (const equation of all) {
    const left = asPrinted(equation.left);
    const parts = equation.parts.map(asPrinted);
    if (equation.kind === 'sides' || !blanks.has(left) || found.has(left)) continue;
    if (parts.some(isMoney)) found.set(left, { ...equation, left, parts });
  }
  return [...found.values()].map((equation) => blankSum(equation, table));
}

const hasSums = ({ equations }: CheckedTable): boolean => equations.length > 0;

function check(table: CheckedTable): Outcome[] {
  const blank = blankSums(table);
  if (blank.length > 0 || !hasSums(table)) return blank;
  const count = String(new Set(table.equations.map(({ left }) => left)).size);
  return [
    {
      status: 'pass',
      unit: 'count',
      left: { value: count, cells: [tableCell(table)] },
      right: { value: count, cells: [] },
      difference: '0',
      notes: [],
    },
  ];
}

/** Blanks where a sum belongs. */
export const BLANK_RULES: readonly Rule[] = [
  {
    id: 'sum_is_printed',
    family: 'within',
    severity: 'error',
    name: { zh: '有分项就有合计', en: 'where parts are printed, so is their sum' },
    about: {
      zh: '下级、分列的资金或本年与结转印有不为零的金额时，其合计不应空白；整行没有金额的标题行不算，除非是总计，或同级的其他行都印有合计。',
      en: 'Where parts of a sum are printed and not zero, in the rows below or across the row, the sum is not blank. Rows without any amount are headings and are passed over, unless they are grand totals or other rows of their level print their sums.',
    },
    left: { zh: '空白的合计', en: 'the blank sum' },
    right: { zh: '各部分之和', en: 'sum of its parts' },
    needs: [],
    check: ({ tables }) => [...tables.values()].flatMap(check),
  },
];

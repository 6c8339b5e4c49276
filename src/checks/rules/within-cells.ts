import type { CheckedDocument, CheckedLine, CheckedTable } from '../checked-document';
import { compareAmounts, lineCell, lineTerm, note, tableCell } from '../compare';
import type { Compared, Outcome, Rule } from '../rule';
import { linesByRow } from './table-shape';

const held = (table: CheckedTable, count: number): Compared => ({
  status: 'pass',
  unit: 'count',
  left: { value: String(count), cells: [tableCell(table)] },
  right: { value: String(count), cells: [] },
  difference: '0',
  notes: [],
});

/**
 * Amounts that stand in a column which is none of amounts, in one cell with another, or below the last printed row. A
 * table whose cells are read one by one as rows may have as many rows as cells.
 */
function cellsMatchHead(table: CheckedTable): Outcome[] {
  if (table.columns.length === 0 || table.lines.length === 0) return [];
  const amounts = new Set(
    table.columns.filter(({ role }) => role === 'amount').map(({ column }) => column),
  );
  const last = (table.rowCount ?? Infinity) * table.columns.length;
  const seen = new Set<string>();
  const wrong = table.lines.filter((line) => {
    const place = `${line.row.rowNo}/${line.colNo}`;
    const isTwice = seen.has(place);
    seen.add(place);
    return isTwice || !amounts.has(line.colNo) || line.row.rowNo > last;
  });
  if (wrong.length === 0) return [held(table, table.lines.length)];
  return wrong.map((line) => ({
    status: 'fail',
    unit: 'text',
    left: { value: line.printed, cells: [lineCell(line)] },
    right: { value: null, cells: [tableCell(table)] },
    difference: null,
    notes: [note('cell_outside_head')],
  }));
}

/** Amounts below zero where none can be: a budget plans money, what is left over may be negative. */
function notNegative(table: CheckedTable): Outcome[] {
  const counted = table.lines.filter(({ fen, vintage }) => fen !== null && vintage !== 'carryover');
  if (counted.length === 0) return [];
  const below = counted.filter(({ fen, row }) => (fen ?? 0n) < 0n && !/结转|结余/.test(row.label));
  if (below.length === 0) return [held(table, counted.length)];
  return below.map((line) => compareAmounts([], [lineTerm(line, table)], { atMost: true }));
}

/** An amount in yuan to less than a fen: the table is in another unit than it says. */
function decimalsFitUnit(table: CheckedTable): Outcome[] {
  const counted = table.lines.filter(({ state }) => state === 'number');
  if (counted.length === 0) return [];
  const [first] =
    table.unit === '元'
      ? counted.filter(({ printed }) => /\.\d{2}\d*[1-9]/.test(printed.replace(/\s/gu, '')))
      : [];
  if (!first) return [held(table, counted.length)];
  return [
    {
      status: 'fail',
      unit: 'text',
      left: { value: first.printed, cells: [lineCell(first)] },
      right: { value: table.unit, cells: [tableCell(table)] },
      difference: null,
      notes: [note('too_many_decimals')],
    },
  ];
}

const PLACEHOLDER =
  /待填|待补充|请填写|[{｛【][^}｝】]*[}｝】]|_{2,}|＿{2,}|^[xX×＊*]{2,}(?:部门|单位|项目|局)?$/u;

const isPlaceholder = ({ row, printed }: CheckedLine): boolean =>
  PLACEHOLDER.test(row.label) || PLACEHOLDER.test(printed);

function noPlaceholders(table: CheckedTable): Outcome[] {
  const rows = [...linesByRow(table).values()];
  if (rows.length === 0) return [];
  const left = rows.flatMap((lines) => lines.filter(isPlaceholder).slice(0, 1));
  if (left.length === 0) return [held(table, rows.length)];
  return left.map((line) => ({
    status: 'fail',
    unit: 'text',
    left: {
      value: PLACEHOLDER.test(line.printed) ? line.printed : line.row.label,
      cells: [lineCell(line)],
    },
    right: { value: null, cells: [] },
    difference: null,
    notes: [note('placeholder')],
  }));
}

const perTable =
  (check: (table: CheckedTable) => Outcome[]) =>
  ({ tables }: CheckedDocument): Outcome[] =>
    [...tables.values()].flatMap(check);

/** Cells of a table: that they stand below their head, and hold what they should. */
export const CELL_RULES: readonly Rule[] = [
  {
    id: 'cells_match_head',
    family: 'within',
    severity: 'error',
    name: { zh: '金额都在表头的金额列之下', en: 'amounts stand below heads of amounts' },
    about: {
      zh: '每个金额各占一格，所在的列是表头的金额列，所在的行在表内。',
      en: 'Each amount has a cell of its own, in a column whose head is one of amounts, in a row of the table.',
    },
    left: { zh: '金额', en: 'the amount' },
    right: { zh: '表头', en: 'the head' },
    needs: [],
    check: perTable(cellsMatchHead),
  },
  {
    id: 'not_negative',
    family: 'within',
    severity: 'warning',
    name: { zh: '预算金额不为负', en: 'budgeted amounts are not negative' },
    about: {
      zh: '预算安排的收入和支出不会小于零；结转结余以及决算不核对。',
      en: 'Planned income and expenditure are not below zero. What is left over, and final accounts, are not checked.',
    },
    left: { zh: '零', en: 'zero' },
    right: { zh: '金额', en: 'the amount' },
    needs: [],
    check: (document) => (document.stage === 'final' ? [] : perTable(notNegative)(document)),
  },
  {
    id: 'decimals_fit_unit',
    family: 'within',
    severity: 'error',
    name: { zh: '小数位数与单位相符', en: 'decimals fit the unit' },
    about: {
      zh: '以元为单位的表，金额最多到分；小数超过两位，说明单位不是元。',
      en: 'In a table in yuan amounts go to fen at most; more decimals than two mean another unit.',
    },
    left: { zh: '金额', en: 'the amount' },
    right: { zh: '单位', en: 'the unit' },
    needs: [],
    check: perTable(decimalsFitUnit),
  },
  {
    id: 'no_placeholders',
    family: 'within',
    severity: 'warning',
    name: { zh: '没有待填写的内容', en: 'nothing is left to be filled in' },
    about: {
      zh: '行名和金额中没有“待填”、下划线、花括号等模板留下的占位文字。',
      en: 'Names of rows and amounts hold no words, underlines or braces that a template left to be filled in.',
    },
    left: { zh: '占位文字', en: 'the placeholder' },
    right: { zh: '应填内容', en: 'what belongs there' },
    needs: [],
    check: perTable(noPlaceholders),
  },
];

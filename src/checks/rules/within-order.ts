import type { CheckedLine, CheckedTable } from '../checked-document';
import { lineCell, note, tableCell, unchecked } from '../compare';
import { comparableCode } from '../dictionary';
import type { CellRef, Compared, Outcome, Rule } from '../rule';
import { groupBy } from '@/domain/group';
import type { RowReading } from '@/domain/reading/reading';
import { linesByRow } from './table-shape';

type Lines = ReadonlyMap<RowReading, readonly CheckedLine[]>;

const CODED = new Set<RowReading['classification']>([
  'function',
  'economic',
  'government_economic',
]);
const coded = ({ rows }: CheckedTable): RowReading[] =>
  rows.filter(({ classification, code }) => code !== null && CODED.has(classification));

const cellsOf = (row: RowReading, lines: Lines): CellRef[] =>
  (lines.get(row) ?? []).slice(0, 1).map(lineCell);

const differ = (
  [upper, left]: readonly [RowReading, string],
  [lower, right]: readonly [RowReading, string],
  lines: Lines,
): Compared => ({
  status: 'fail',
  unit: 'text',
  left: { value: left, cells: cellsOf(upper, lines) },
  right: { value: right, cells: cellsOf(lower, lines) },
  difference: null,
  notes: [],
});

const held = (table: CheckedTable, count: number): Compared => ({
  status: 'pass',
  unit: 'count',
  left: { value: String(count), cells: [tableCell(table)] },
  right: { value: String(count), cells: [] },
  difference: '0',
  notes: [],
});

/** Neighbours below one parent, amounts in the same columns, in the order they are printed. */
function neighbours(
  rows: readonly RowReading[],
  lines: Lines,
): (readonly [RowReading, RowReading])[] {
  const columns = (row: RowReading): string =>
    (lines.get(row) ?? []).map(({ colNo }) => colNo).join(' ');
  const groups = groupBy(
    rows.toSorted((a, b) => a.rowNo - b.rowNo),
    (row) => `${row.side}/${row.parentRowNo}/${columns(row)}`,
  );
  return [...groups.values()].flatMap((group) =>
    group.slice(1).map((row, i) => [group[i] ?? row, row] as const),
  );
}

/** Neighbours whose place must rise; where a table does not keep that order, nothing is said about it. */
function rising(
  table: CheckedTable,
  pairs: readonly (readonly [RowReading, RowReading])[],
  lines: Lines,
  rises: (upper: RowReading, lower: RowReading) => boolean,
  textOf: (row: RowReading) => string,
): Outcome[] {
  if (pairs.length === 0) return [];
  const wrong = pairs.filter(([upper, lower]) => !rises(upper, lower));
  if (wrong.length === 0) return [held(table, pairs.length)];
  if (wrong.length * 2 > pairs.length)
    return [unchecked(note('order_not_kept', { table: table.id }), [tableCell(table)])];
  return wrong.map(([upper, lower]) =>
    differ([upper, textOf(upper)], [lower, textOf(lower)], lines),
  );
}

/**
 * Codes below a code rise from row to row, and classes do, unless some stand there for one unit after the other. A flat
 * list of items may go by unit first too.
 */
function codesInOrder(table: CheckedTable): Outcome[] {
  const rows = coded(table);
  const codeOf = new Map(rows.map((row) => [`${row.side}/${row.rowNo}`, row.code ?? '']));
  const classes = rows.filter(({ code }) => code?.length === 3);
  const isOnce = new Set(classes.map(({ code }) => code)).size === classes.length;
  const ordered = rows.filter(
    ({ side, parentRowNo, code }) =>
      codeOf.has(`${side}/${parentRowNo}`) || (isOnce && code?.length === 3),
  );
  const lines = linesByRow(table);
  return rising(
    table,
    neighbours(ordered, lines),
    lines,
    (upper, lower) => comparableCode(upper.code ?? '') < comparableCode(lower.code ?? ''),
    ({ code, label }) => `${code} ${label}`,
  );
}

/** A code stands below a code it begins with, and has three, five or seven digits. */
function codesBelow(table: CheckedTable): Outcome[] {
  const rows = coded(table);
  if (rows.length === 0) return [];
  const lines = linesByRow(table);
  const above = new Map(table.rows.map((row) => [`${row.side}/${row.rowNo}`, row]));
  const wrong = rows.flatMap((row) => {
    const parent = above.get(`${row.side}/${row.parentRowNo}`);
    const isApart =
      parent?.code &&
      parent.classification === row.classification &&
      !(row.code?.startsWith(parent.code) && row.code !== parent.code);
    return isApart
      ? [
          differ(
            [row, `${row.code} ${row.label}`],
            [parent, `${parent.code} ${parent.label}`],
            lines,
          ),
        ]
      : [];
  });
  return wrong.length > 0 ? wrong : [held(table, rows.length)];
}

const DIGITS = '一二三四五六七八九';
const NUMBERED =
  /^[（(]?(?:([一二三四五六七八九]?十?[一二三四五六七八九]?)|(\d{1,2}))[）)、.．](?!\d)/u;

/** 1 for 一、, 21 for （二十一） and for 21. ; null for a label without a number. */
export function ordinalOf(label: string): number | null {
  const [, chinese, arabic] = NUMBERED.exec(label) ?? [];
  if (arabic) return Number(arabic);
  if (!chinese) return null;
  const [tens, ones] = chinese.includes('十') ? chinese.split('十') : ['', chinese];
  const ten = chinese.includes('十') ? DIGITS.indexOf(tens || '一') + 1 : 0;
  return ten * 10 + (ones ? DIGITS.indexOf(ones) + 1 : 0);
}

const style = (label: string): string =>
  (NUMBERED.exec(label)?.[0] ?? '').replace(/[一二三四五六七八九十]+/u, '一').replace(/\d+/, '1');

function numbersInOrder(table: CheckedTable): Outcome[] {
  const rows = table.rows.filter(({ label }) => ordinalOf(label) !== null);
  const lines = linesByRow(table);
  const pairs = neighbours(rows, lines).filter(
    ([upper, lower]) => style(upper.label) === style(lower.label),
  );
  return rising(
    table,
    pairs,
    lines,
    (upper, lower) => {
      const [before, after] = [ordinalOf(upper.label) ?? 0, ordinalOf(lower.label) ?? 0];
      return before < after || after === 1;
    },
    ({ label }) => label,
  );
}

/** Order of the rows of a table. */
export const ORDER_RULES: readonly Rule[] = [
  {
    id: 'codes_in_order',
    family: 'within',
    severity: 'warning',
    name: { zh: '科目编码由小到大', en: 'codes rise' },
    about: {
      zh: '同一上级下的科目编码由小到大，不重复。本身不按编码排列的表不核对。',
      en: 'Codes below one parent rise and do not repeat. Tables that do not go by codes are not checked.',
    },
    left: { zh: '上一行', en: 'the row above' },
    right: { zh: '下一行', en: 'the row below' },
    needs: [],
    check: ({ tables }) => [...tables.values()].flatMap(codesInOrder),
  },
  {
    id: 'code_begins_with_its_parent',
    family: 'within',
    severity: 'warning',
    name: { zh: '下级编码以上级编码开头', en: 'a code begins with that of its parent' },
    about: {
      zh: '类、款、项的编码逐级加长：款的编码以类的编码开头，项的编码以款的编码开头。',
      en: 'Codes grow from level to level: each begins with the code of the row it is part of.',
    },
    left: { zh: '下级', en: 'the part' },
    right: { zh: '上级', en: 'the whole' },
    needs: [],
    check: ({ tables }) => [...tables.values()].flatMap(codesBelow),
  },
  {
    id: 'numbers_in_order',
    family: 'within',
    severity: 'warning',
    name: { zh: '序号由小到大', en: 'numbers of rows rise' },
    about: {
      zh: '同一上级下各行的序号（一、二、三……）由小到大，不重复；从一重新开始的另起一列。',
      en: 'The numbers that rows below one parent bear (一, 二, 三 …) rise and do not repeat; a new one begins a new list.',
    },
    left: { zh: '上一行', en: 'the row above' },
    right: { zh: '下一行', en: 'the row below' },
    needs: [],
    check: ({ tables }) => [...tables.values()].flatMap(numbersInOrder),
  },
];

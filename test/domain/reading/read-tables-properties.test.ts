import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GridCell } from '@/domain/published-document';
import { readTables } from '@/domain/reading/read-tables';
import type { TableReading } from '@/domain/reading/reading';
import { TABLE_IDS } from '@/domain/vocabulary';
import { documentOf, line } from '../../helpers/small-table';

const CONTEXT = { stage: 'budget', fiscalYear: 2026, corrections: [] } as const;
const TITLES = [
  '收支预算总表',
  '收入预算总表',
  '支出预算总表',
  '财政拨款收支预算总表',
  '一般公共预算支出表',
  '一般公共预算基本支出表',
  '“三公”经费支出预算表',
  '项目支出预算表',
  '政府采购预算表',
  '项目支出绩效目标表',
];
const WORDS = fc.constantFrom(
  '收入',
  '支出',
  '项目',
  '科目编码',
  '科目名称',
  '合计',
  '小计',
  '基本支出',
  '人员经费',
  '公用经费',
  '项目支出',
  '上年结转',
  '本年预算',
  '一般公共预算拨款',
  '2026年预算数',
  '增减%',
  '一、教育支出',
  '其中：甲',
  '本年收入合计',
  '收入总计',
  '205',
  '20502',
  '2050201',
  '某局',
  '因公出国（境）费',
  '公务接待费',
  '类',
  '注：无',
  '__proto__',
);
const AMOUNTS = fc.constantFrom(
  '',
  '-',
  '0.00',
  '1.00',
  '2.5',
  '12,345.67',
  '-3',
  '1e9',
  '无',
  '1.2.3',
);
const TEXTS = fc.oneof(WORDS, AMOUNTS, fc.string({ maxLength: 6 }));

const cells = (rows: number, columns: number) =>
  fc.array(
    fc.record({
      row: fc.nat({ max: rows - 1 }),
      column: fc.nat({ max: columns - 1 }),
      rows: fc.integer({ min: 1, max: 3 }),
      columns: fc.integer({ min: 1, max: 3 }),
      text: TEXTS,
    }),
    { maxLength: rows * columns },
  );

/** Tables of any cells under any title, cells on top of each other included. */
const documents = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 8 }))
  .chain(([rows, columns]) =>
    fc.record({ title: fc.constantFrom(...TITLES), cells: cells(rows, columns) }).map((drawn) =>
      documentOf(line(drawn.title), line('单位：万元'), {
        kind: 'grid',
        page: 1,
        sheet: null,
        sheetName: null,
        table: 1,
        rows,
        columns,
        box: null,
        cells: drawn.cells.map((cell): GridCell => ({ ...cell, box: null, doubt: null })),
      }),
    ),
  );

const reads = (check: (table: TableReading) => void): void =>
  fc.assert(
    fc.property(documents, (document) => {
      for (const table of readTables(document, CONTEXT).tables) check(table);
    }),
    { numRuns: 400 },
  );

const key = ({ rowNo, side }: { rowNo: number; side: string | null }): string => `${side} ${rowNo}`;

test('every line has a row and a column of amounts of its table, no place twice', () => {
  reads((table) => {
    expect(TABLE_IDS).toContain(table.tableId);
    const rows = new Set(table.rows.map(key));
    const amounts = new Set(
      table.columns.flatMap(({ role, colNo }) => (role === 'amount' ? [colNo] : [])),
    );
    for (const { row, colNo } of table.lines) {
      expect(rows).toContain(key(row));
      expect(amounts).toContain(colNo);
    }
    const places = table.lines.map(({ row, colNo }) => `${row.rowNo}/${colNo}`);
    expect(new Set(places).size).toBe(places.length);
  });
});

test('parents are rows of the same side, and never in a circle', () => {
  reads((table) => {
    const byKey = new Map(table.rows.map((row) => [key(row), row]));
    for (const row of table.rows) {
      const parentOf = (of: typeof row) =>
        of.parentRowNo === null ? undefined : byKey.get(key({ ...of, rowNo: of.parentRowNo }));
      expect(row.parentRowNo === null).toBe(parentOf(row) === undefined);
      let steps = 0;
      for (let at = parentOf(row); at; at = parentOf(at)) expect(++steps).toBeLessThan(20);
    }
  });
});

test('a line has an amount only where a number is printed, and what is printed stands in the table', () => {
  reads((table) => {
    const texts = new Set(table.table.cells.map(({ text }) => text.replace(/\s*\n\s*/gu, '')));
    for (const { amount, state, printed } of table.lines) {
      expect(amount !== null).toBe(state === 'number' || state === 'zero');
      expect(printed === '' || texts.has(printed)).toBe(true);
      expect(amount ?? '0.00').toMatch(/^-?\d+\.\d\d$/);
    }
  });
});

test('the difference of an equation is its left side less its parts', () => {
  reads((table) => {
    for (const { left, parts, difference, outcome } of table.equations) {
      const fen = (amount: string | null) => BigInt((amount ?? '0.00').replace('.', ''));
      const rest = parts.reduce((sum, part) => sum - fen(part.amount), fen(left.amount));
      expect(fen(difference)).toBe(rest);
      expect(outcome === 'closes').toBe(rest === 0n);
      for (const line_ of [left, ...parts]) expect(table.lines).toContain(line_);
    }
  });
});

const tree = fc.array(
  fc.array(fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 3,
  }),
  { minLength: 1, maxLength: 4 },
);

test('in a table by codes the leaves add up to the sum, and every sum closes', () => {
  const shown = (fen: number): string => (fen / 100).toFixed(2);
  const total = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0);
  fc.assert(
    fc.property(tree, (classes) => {
      const rows: [string, string, number][] = [];
      classes.forEach((groups, i) => {
        rows.push([`${201 + i}`, '某类', total(groups.map(total))]);
        groups.forEach((items, j) => {
          rows.push([`${201 + i}0${j + 1}`, '某款', total(items)]);
          items.forEach((item, k) => rows.push([`${201 + i}0${j + 1}0${k + 1}`, '某项', item]));
        });
      });
      const sum = total(classes.flat().map(total));
      const drawn = [
        ['科目编码', '科目名称', '合计'],
        ...rows.map(([c, n, a]) => [c, n, shown(a)]),
        ['', '合计', shown(sum)],
      ];
      const { tables } = readTables(
        documentOf(line('支出预算总表'), line('单位：元'), {
          kind: 'grid',
          page: 1,
          sheet: null,
          sheetName: null,
          table: 1,
          rows: drawn.length,
          columns: 3,
          box: null,
          cells: drawn.flatMap((row, r) =>
            row.map((text, c): GridCell => ({
              row: r,
              column: c,
              rows: 1,
              columns: 1,
              text,
              box: null,
              doubt: null,
            })),
          ),
        }),
        CONTEXT,
      );
      const [table] = tables;
      const leaves = table?.lines.filter(({ row }) => !row.isTotal) ?? [];
      expect(total(leaves.map(({ amount }) => Math.round(Number(amount) * 100)))).toBe(sum);
      expect(table?.equations.every(({ outcome }) => outcome === 'closes')).toBe(true);
    }),
    { numRuns: 100 },
  );
});

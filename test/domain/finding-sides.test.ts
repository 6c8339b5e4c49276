import { describe, expect, test } from 'vitest';
import { columnOfCell, markedSides, sideGroups, tablesOfCells } from '@/domain/finding-sides';
import type { FindingCell } from '@/domain/finding';
import { buildPrintedTable, type PrintedColumn } from '@/domain/printed-table';

const cell = (over: Partial<FindingCell>): FindingCell => ({
  doc_id: 'd',
  finding_no: 1,
  side: 'left',
  part_no: 1,
  cell_doc_id: 'd',
  source: 'line',
  table_id: 'balance',
  table_title: '收支预算总表',
  row_no: 1,
  col_no: 2,
  minus: false,
  label: '合计',
  code: null,
  header: '支出/本年',
  printed: '1.00',
  amount: 10_000,
  line_side: null,
  fund: 'all',
  vintage: 'total',
  nature: 'total',
  statement_id: null,
  section: null,
  page: null,
  table_no: 1,
  header_rows: 1,
  ...over,
});

describe('cells of one side', () => {
  test('say row and column once where there is one cell', () => {
    const [group, ...others] = sideGroups([cell({})]);
    expect(others).toEqual([]);
    expect(group).toMatchObject({ row: '合计', column: '支出 / 本年', parts: [{ name: '' }] });
  });

  test('of one column are told apart by their rows', () => {
    const [group] = sideGroups([cell({}), cell({ row_no: 2, label: '教育' })]);
    expect(group).toMatchObject({ row: null, column: '支出 / 本年' });
    expect(group?.parts.map(({ name }) => name)).toEqual(['合计', '教育']);
  });

  test('of one row are told apart by their columns', () => {
    const [group] = sideGroups([cell({}), cell({ col_no: 3, header: '支出/结转' })]);
    expect(group).toMatchObject({ row: '合计', column: null });
    expect(group?.parts.map(({ name }) => name)).toEqual(['支出 / 本年', '支出 / 结转']);
  });

  test('of several tables, documents and of the text stand apart, in their order', () => {
    const groups = sideGroups([
      cell({}),
      cell({ source: 'statement', table_id: null, row_no: 7, col_no: null, header: null }),
      cell({ cell_doc_id: 'e' }),
      cell({ row_no: 2 }),
    ]);
    expect(groups.map(({ doc, table, parts }) => [doc, table, parts.length])).toEqual([
      ['d', 'balance', 2],
      ['d', null, 1],
      ['e', 'balance', 1],
    ]);
  });

  test('without a place share neither row nor column', () => {
    const whole = cell({ source: 'printed_table', row_no: null, col_no: null, header: null });
    expect(sideGroups([whole])[0]).toMatchObject({ row: null, column: null });
  });

  test('none give no group', () => expect(sideGroups([])).toEqual([]));
});

const column = (over: Partial<PrintedColumn>): PrintedColumn => ({
  doc_id: 'd',
  table_id: 'performance',
  col_no: 1,
  header: 'x',
  role: 'amount',
  side: null,
  fund: null,
  vintage: null,
  nature: null,
  ...over,
});
const table = (columns: PrintedColumn[]) =>
  buildPrintedTable(
    {
      doc_id: 'd',
      table_id: 'performance',
      table_no: 1,
      title: null,
      printed_unit: '万元',
      page: null,
      row_count: 3,
      note: null,
      numbers: 0,
      zeros: 0,
      blanks: 0,
      unreadable: 0,
    },
    { columns, cells: [], texts: [], placements: [], doubts: [] },
  );
const performance = table([
  column({ col_no: 1, role: 'project' }),
  column({ col_no: 2 }),
  column({ col_no: 5, role: 'target' }),
  column({ col_no: 6, role: 'weight' }),
]);
const target = cell({ source: 'indicator', table_id: 'performance', row_no: 2, col_no: null });

describe('marks in a rebuilt table', () => {
  test.each([
    ['weight', 6],
    ['yuan', 5],
    ['text', 1],
  ])('of a target compared by %s stand in its column', (unit, expected) =>
    expect(columnOfCell(performance, target, unit)).toBe(expected),
  );

  test('hold both sides; a cell of both is one of the left', () => {
    const amount = cell({ table_id: 'performance', row_no: 1, col_no: 2 });
    const marks = markedSides(
      performance,
      [
        amount,
        { ...amount, side: 'right' },
        { ...target, side: 'right' },
        { ...amount, cell_doc_id: 'e', row_no: 3 },
        { ...amount, table_id: 'balance', row_no: 3 },
        { ...amount, row_no: null },
      ],
      'weight',
    );
    expect([...marks]).toEqual([
      ['1/2', 'left'],
      ['2/6', 'right'],
    ]);
  });
});

test('tables of the cells come by document, each once, in the order of use', () => {
  expect(
    tablesOfCells([
      cell({ table_id: 'project' }),
      cell({}),
      cell({ table_id: 'project', row_no: 4 }),
      cell({ table_id: null, source: 'statement' }),
      cell({ cell_doc_id: 'e' }),
    ]),
  ).toEqual([
    { doc: 'd', tables: ['project', 'balance'] },
    { doc: 'e', tables: ['balance'] },
  ]);
});

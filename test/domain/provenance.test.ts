import { describe, expect, test } from 'vitest';
import { makeFormat } from '@/domain/format';
import { formulaFigures } from '@/domain/formula-figures';
import type { LineSource } from '@/domain/measures';
import { metricById } from '@/domain/metrics';
import { cellsInVain, rowCells, usedCells } from '@/domain/provenance';
import type { PrintedCell } from '@/domain/source-facts';
import type { SourceInput } from '@/domain/source-inputs';

const cell = (rest: Partial<PrintedCell>): PrintedCell => ({
  doc_id: 'd',
  table_id: 'expenditure',
  row_no: 1,
  col_no: 2,
  parent_row_no: null,
  side: 'expenditure',
  classification: 'function',
  code: null,
  class_code: null,
  label: '合计',
  level: 0,
  is_total: true,
  fund: 'all',
  vintage: 'total',
  nature: 'total',
  amount: 100,
  state: 'number',
  printed: '100',
  page: null,
  evidence: null,
  placement_note: null,
  ...rest,
});

const source: LineSource = {
  from: 'line',
  table: 'expenditure',
  side: 'expenditure',
  nature: 'total',
};
const used = (lines: PrintedCell[], of: LineSource = source) => {
  const found = usedCells(of, lines);
  return found && { amount: found.amount.toNumber(), cols: found.cells.map((c) => c.col_no) };
};

describe('the cells a figure is made of', () => {
  test('a printed total is taken alone, never with its parts', () => {
    const lines = [
      cell({}),
      cell({ row_no: 2, level: 1, parent_row_no: 1, amount: 60 }),
      cell({ row_no: 3, level: 1, parent_row_no: 1, amount: 40 }),
    ];
    expect(used(lines)).toEqual({ amount: 100, cols: [2] });
  });

  test('without a printed total the top-level rows are added, deeper rows are not', () => {
    const lines = [
      cell({ row_no: 1, level: 1, col_no: 2, amount: 60 }),
      cell({ row_no: 2, level: 2, col_no: 2, amount: 60, parent_row_no: 1 }),
      cell({ row_no: 3, level: 1, col_no: 2, amount: 40 }),
    ];
    expect(used(lines)?.amount).toBe(100);
    expect(usedCells(source, lines)?.cells.map((c) => c.row_no)).toEqual([1, 3]);
  });

  test('this year and the carry-over stand for a whole that is not printed', () => {
    const parts = [
      cell({ vintage: 'current', col_no: 3, amount: 70 }),
      cell({ vintage: 'carryover', col_no: 4, amount: 30 }),
    ];
    expect(used(parts)).toEqual({ amount: 100, cols: [3, 4] });
    expect(used([cell({}), ...parts])).toEqual({ amount: 100, cols: [2] });
    expect(used(parts, { ...source, vintage: 'carryover' })).toEqual({ amount: 30, cols: [4] });
  });

  test('funds: the printed sum, else 财政拨款 and the rest, else the single funds', () => {
    const single = [
      cell({ fund: 'general_public', col_no: 5, amount: 80 }),
      cell({ fund: 'institution', col_no: 6, amount: 20 }),
    ];
    expect(used(single)).toEqual({ amount: 100, cols: [5, 6] });
    const appropriation = cell({ fund: 'appropriation', col_no: 4, amount: 80 });
    expect(used([appropriation, ...single])).toEqual({ amount: 100, cols: [4, 6] });
    const rest = cell({ fund: 'non_appropriation', col_no: 7, amount: 25 });
    expect(used([appropriation, rest, ...single])).toEqual({ amount: 105, cols: [4, 7] });
    expect(rowCells([cell({ fund: 'other_income', amount: 5 })], 'total')?.amount.toNumber()).toBe(
      5,
    );
  });

  test('a blank is no zero: the cell where the figure would stand is named', () => {
    const blank = cell({ amount: null, state: 'blank', printed: null });
    expect(usedCells(source, [blank])).toBeNull();
    expect(cellsInVain(source, [blank])).toEqual([blank]);
  });

  test('decimals add up exactly', () => {
    const lines = [0.1, 0.2].map((amount, i) => cell({ row_no: i, level: 1, amount }));
    expect(usedCells(source, lines)?.amount.toString()).toBe('0.3');
  });
});

describe('formula with its figures', () => {
  const format = makeFormat('zh', '万元');
  const input = (name: SourceInput['name'], amount: number): SourceInput => ({
    name,
    amount,
    unit: 'yuan',
    reason: null,
    table: null,
    cells: [],
    inVain: [],
    counted: [],
    projects: [],
    indicators: [],
    headcounts: [],
    statements: [],
  });
  const text = (id: string, value: number, inputs: SourceInput[], people: number | null = null) =>
    formulaFigures(metricById(id)!, value, { inputs, people, squares: null }, format);

  test('a share, an amount per head, a fall', () => {
    expect(
      text('project_share', 0.708193, [input('project', 9013600), input('total', 12727600)]),
    ).toBe('901.36 ÷ 1,272.76 = 70.8%');
    expect(text('total_per_staff', 530316.67, [input('total', 12727600)], 24)).toBe(
      '1,272.76 ÷ 24 = 53.03',
    );
    expect(
      text('running_cost_yoy', -0.0923, [
        input('running_cost_change', -41200),
        input('running_cost', 405000),
      ]),
    ).toBe('−4.12 ÷ (40.50 + 4.12) = −9.2%');
  });

  test('nothing is said where a figure is missing', () => {
    expect(text('total_per_staff', 1, [input('total', 100)])).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { FindingCell, FindingFact } from '@/domain/finding';
import {
  cellSheet,
  findingSheet,
  joinedSheet,
  ruleSheet,
  summarySheet,
} from '@/domain/finding-export';
import type { ExportedFinding, ExportWords } from '@/domain/finding-export-words';
import { cellContent, type Sheet } from '@/domain/sheet';
import { documentInfo } from '../helpers/document-info';

const WORDS: ExportWords = {
  sheet: (name) => `sheet ${name}`,
  column: (key) => key,
  document: ({ organization, fiscal_year }) => `${organization} ${fiscal_year}`,
  rule: (id) => ({ name: `name of ${id}`, about: '', left: '合计', right: '各部分之和' }),
  value: (kind, value) => `${kind} ${value}`,
  notes: (json) => (JSON.parse(json) as { code: string }[]).map(({ code }) => code).join(),
  cause: ({ printed_value, suggested_value }) => `${printed_value} → ${suggested_value}`,
  table: ({ table_id }) => table_id ?? 'text',
  place: ({ row_no, col_no }) => `r${row_no}c${col_no}`,
  separator: '; ',
  more: (count) => `+${count}`,
  cut: (shown, total) => `${shown} of ${total}`,
};

const INFO = documentInfo({
  doc_id: 'd1',
  organization: '靖宇县政务服务和数字化建设管理局',
  title: '2026年部门预算',
  source_file: '靖宇.docx',
});

const finding = (change: Partial<FindingFact> = {}): FindingFact => ({
  doc_id: 'd1',
  finding_no: 3,
  finding_key: 'k',
  rule_id: 'parts_add_up',
  family: 'within',
  status: 'fail',
  severity: 'error',
  unit: 'yuan',
  left_value: '2431200.00',
  right_value: '2722900.00',
  difference: '-291700.00',
  cause_no: null,
  notes: '[]',
  ...change,
});

const cell = (change: Partial<FindingCell> = {}): FindingCell => ({
  doc_id: 'd1',
  finding_no: 3,
  side: 'left',
  part_no: 1,
  cell_doc_id: 'd1',
  source: 'line',
  table_id: 'appropriation',
  table_title: null,
  row_no: 1,
  col_no: 6,
  minus: false,
  label: '一、本年支出',
  code: null,
  header: '2026年预算数',
  printed: '243.12',
  amount: 2_431_200,
  line_side: 'expenditure',
  fund: 'all',
  vintage: 'total',
  nature: 'total',
  statement_id: null,
  section: null,
  page: 12,
  table_no: 4,
  header_rows: 2,
  ...change,
});

const exported = (change: Partial<ExportedFinding> = {}): ExportedFinding => ({
  finding: finding(),
  info: INFO,
  cells: [cell()],
  cause: null,
  mute: null,
  ...change,
});

/** Cells of a row by the head of their column. */
const row = (sheet: Sheet, at = 0) =>
  Object.fromEntries(
    sheet.columns.map(({ head, type }, i) => [head, cellContent(sheet.rows[at]?.[i], type)]),
  );

describe('sheet of findings', () => {
  it('says whose finding it is and what differs, amounts as amounts', () => {
    const made = row(findingSheet([exported()], WORDS));
    expect(made).toMatchObject({
      document: { type: 'text', value: `${INFO.organization} 2026` },
      organization: { type: 'text', value: INFO.organization },
      doc_id: { type: 'text', value: 'd1' },
      year: { type: 'number', value: '2026' },
      stage: { type: 'text', value: 'stage budget' },
      rule_name: { type: 'text', value: 'name of parts_add_up' },
      left_is: { type: 'text', value: '合计' },
      left_value: { type: 'money', value: '2431200.00' },
      left_place: { type: 'text', value: 'r1c6' },
      left_printed: { type: 'text', value: '243.12' },
      right_label: null,
      difference: { type: 'money', value: '-291700.00' },
      muted: { type: 'text', value: 'muted no' },
      mute_date: null,
      source_file: { type: 'text', value: '靖宇.docx' },
    });
  });

  it.each([
    ['percent', '-34.56', 'number'],
    ['count', '5', 'number'],
    ['weight', '70', 'number'],
    ['text', '30101', 'text'],
  ] as const)('writes a %s as what it is', (unit, value, type) => {
    const sheet = findingSheet(
      [exported({ finding: finding({ unit, left_value: value }) })],
      WORDS,
    );
    expect(row(sheet)['left_value']).toEqual({ type, value });
  });

  it('leaves empty what is not there: nothing printed, an unknown document', () => {
    const blank = finding({ left_value: null, unit: null, difference: null });
    const made = row(findingSheet([exported({ finding: blank, info: null, cells: [] })], WORDS));
    expect([made['left_value'], made['unit'], made['organization'], made['difference']]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('names a few cells of a side, counts the rest, and says which are taken away', () => {
    const cells = Array.from({ length: 9 }, (_, i) =>
      cell({ side: 'right', row_no: i + 1, label: `第 ${i + 1} 项`, minus: i === 1 }),
    );
    const made = row(findingSheet([exported({ cells })], WORDS));
    expect(made['right_label']?.value).toBe(
      '第 1 项; 第 2 项; 第 3 项; 第 4 项; 第 5 项; 第 6 项; +3',
    );
    expect(made['right_printed']?.value).toBe('243.12; −(243.12)');
    expect(made['left_label']).toBeNull();
  });

  it('tells why it is passed over, and since when', () => {
    const mute = { reason: '=已更正', on: '2026-03-01' };
    expect(row(findingSheet([exported({ mute })], WORDS))).toMatchObject({
      muted: { value: 'muted yes' },
      mute_reason: { type: 'text', value: '=已更正' },
      mute_date: { type: 'date', value: '2026-03-01' },
    });
  });
});

describe('other sheets', () => {
  it('list every cell with its place as numbers', () => {
    const sheet = cellSheet(
      [exported({ cells: [cell(), cell({ amount: null, page: null })] })],
      WORDS,
    );
    expect(row(sheet)).toMatchObject({
      finding: { type: 'number', value: '3' },
      page: { type: 'number', value: '12' },
      row: { type: 'number', value: '1' },
      col: { type: 'number', value: '6' },
      printed: { type: 'text', value: '243.12' },
      amount: { type: 'money', value: '2431200.00' },
    });
    expect(row(sheet, 1)).toMatchObject({ amount: null, page: null });
  });

  it('are joined from parts, bounded, and say so', () => {
    const part = findingSheet([exported(), exported()], WORDS);
    const joined = (most: number, total: number) =>
      joinedSheet([part, part], { most, total, words: WORDS }).rows;
    expect(joined(10, 4)).toHaveLength(4);
    expect(joined(3, 4)).toHaveLength(4);
    expect(joined(3, 4).at(-1)).toEqual([{ type: 'text', value: '3 of 4' }]);
    expect(joined(10, 9).at(-1)).toEqual([{ type: 'text', value: '4 of 9' }]);
  });

  it('count nothing in a document that is not checked', () => {
    const totals = { passed: 0, rounding: 0, failed: 0, unchecked: 0 };
    const info = { ...INFO, ...totals, checked: false };
    expect(row(summarySheet([{ info, muted: 0 }], WORDS))).toMatchObject({
      checked: { value: 'checked no' },
      passed: null,
      failed: null,
    });
    const checked = { ...info, checked: true, failed: 3 };
    expect(row(summarySheet([{ info: checked, muted: 1 }], WORDS))).toMatchObject({
      passed: { type: 'number', value: '0' },
      failed: { type: 'number', value: '3' },
      muted: { type: 'number', value: '1' },
    });
  });

  it('have a line for every rule, with its words', () => {
    const rule = {
      id: 'parts_add_up',
      family: 'within',
      severity: 'error',
      name: '合计 = 各部分之和',
      about: '…',
      left: '合计',
      right: '各部分',
      passed: 10,
      rounding: 1,
      failed: 2,
      unchecked: 0,
    };
    expect(row(ruleSheet([rule], WORDS))).toMatchObject({
      rule: { value: 'parts_add_up' },
      rule_name: { value: '合计 = 各部分之和' },
      failed: { type: 'number', value: '2' },
      unchecked: { type: 'number', value: '0' },
    });
  });
});

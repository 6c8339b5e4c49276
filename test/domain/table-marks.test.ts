import { expect, it } from 'vitest';
import type { PrintedTable, TableCell } from '@/domain/printed-table';
import { qualityMarks } from '@/domain/quality-mark';
import { tableMarks } from '@/domain/table-marks';

const cell = (row_no: number, col_no: number, role: TableCell['role']) =>
  ({ row_no, col_no, role }) as TableCell;

/** A table of targets: project, target, weight. */
const TARGETS = {
  info: { doc_id: 'd1', table_id: 'performance' },
  columns: [
    { col_no: 1, role: 'project' },
    { col_no: 2, role: 'target' },
    { col_no: 3, role: 'weight' },
  ],
  nameColumn: 1,
  rows: [1, 2].map((row) => [
    cell(row, 1, 'project'),
    cell(row, 2, 'target'),
    cell(row, 3, 'weight'),
  ]),
} as unknown as PrintedTable;

const AMOUNTS = {
  info: { doc_id: 'd1', table_id: 'basic' },
  columns: [],
  nameColumn: null,
  rows: [[cell(1, 1, 'label'), cell(1, 2, 'amount'), cell(1, 3, 'amount')]],
} as unknown as PrintedTable;

const MARK = { severity: 'error', findings: 1, finding_doc_id: 'd1', finding_no: 5 } as const;
const indicator = { ...MARK, doc_id: 'd1', source: 'indicator', row_no: 2 } as const;

it('marks a target in the column that was looked at', () => {
  const marked = (unit: 'weight' | 'yuan' | 'text') => [
    ...tableMarks(TARGETS, qualityMarks([], [], [{ ...indicator, unit }])).keys(),
  ];
  expect(marked('weight')).toEqual(['2/3']);
  expect(marked('yuan')).toEqual(['2/2']);
  expect(marked('text')).toEqual(['2/1']);
});

it('marks amounts by their place, and nothing of another table or document', () => {
  const place = { ...MARK, table_id: 'basic', side: null, nature: 'total' } as const;
  const marks = qualityMarks(
    [],
    [
      { ...place, doc_id: 'd1', row_no: 1, col_no: 3 },
      { ...place, doc_id: 'd2', row_no: 1, col_no: 2 },
    ],
    [{ ...indicator, unit: 'weight' }],
  );
  expect([...tableMarks(AMOUNTS, marks)]).toEqual([
    ['1/3', { severity: 'error', findings: 1, doc: 'd1', finding: 5 }],
  ]);
});

import { describe, expect, it } from 'vitest';
import type { Check, DocumentChecks } from '@/checks/check-document';
import type { CheckedDocument, CheckedLine } from '@/checks/checked-document';
import { lineCell, ofDocument, statementCell, tableCell, unchecked, note } from '@/checks/compare';
import { findingRows } from '@/checks/finding-rows';
import { metricMarks } from '@/checks/metric-marks';
import type { CellRef, Compared, Rule, Severity } from '@/checks/rule';
import type { TableId } from '@/domain/vocabulary';
import { bundledDocuments } from '../helpers/checked';

const document = bundledDocuments().find(({ id }) => id.startsWith('222400'));
if (!document) throw new Error('no bundled document');

const rule = (severity: Severity): Rule => ({
  id: `rule_${severity}`,
  family: 'within',
  severity,
  name: { zh: '', en: '' },
  about: { zh: '', en: '' },
  left: { zh: '', en: '' },
  right: { zh: '', en: '' },
  needs: [],
  check: () => [],
});

const failed = (
  cells: readonly CellRef[],
  { severity = 'error', ...over }: Partial<Compared> & { severity?: Severity } = {},
): Check => ({
  rule: rule(severity),
  outcome: {
    status: 'fail',
    unit: 'yuan',
    left: { value: '1.00', cells: cells.slice(0, 1) },
    right: { value: '2.00', cells: cells.slice(1) },
    difference: '-1.00',
    notes: [],
    ...over,
  },
});

const of = (...checks: Check[]): DocumentChecks => ({ document, checks, causes: [] });
const ids = (checked: DocumentChecks): unknown[] =>
  metricMarks(checked).map((row) => row.metric_id);

function lineAt(
  { tables }: CheckedDocument,
  table: TableId,
  wanted: (line: CheckedLine) => boolean,
): CellRef {
  const line = tables.get(table)?.lines.find(wanted);
  if (!line) throw new Error(`nothing printed in ${table}`);
  return lineCell(line);
}

const TOTAL = lineAt(
  document,
  'balance',
  ({ row, vintage }) => row.label.includes('支出总计') && vintage === 'total',
);
const stated = (id: string): CellRef => {
  const statement = document.statements.find((each) => each.id === id);
  if (!statement) throw new Error(`nothing said of ${id}`);
  return statementCell(statement);
};

describe('marks of metrics', () => {
  it('marks everything that is worked out from the total', () => {
    const marked = ids(of(failed([TOTAL])));
    expect(marked.filter((id) => !String(id).startsWith('function_share'))).toEqual([
      'total',
      'current_of_total',
      'carryover_ratio',
      'project_share',
      'basic_share',
      'personnel_of_total',
      'operating_of_total',
      'total_per_staff',
      'three_public_of_total',
      'outsourcing_share',
      'procurement_share',
      'running_cost_of_total',
      'total_yoy',
    ]);
    expect(marked).toContain('function_share:201');
  });

  it('marks a figure of the text, and the class that a row prints', () => {
    expect(ids(of(failed([stated('procurement_total')])))).toEqual([
      'procurement',
      'procurement_share',
      'procurement_per_staff',
    ]);
    const health = lineAt(
      document,
      'expenditure',
      ({ row, nature, vintage }) =>
        row.code === '210' && row.level === 1 && nature === 'total' && vintage === 'total',
    );
    expect(ids(of(failed([health])))).toEqual(['function_share:210']);
  });

  it('marks counts by counts and weights by weights only', () => {
    const targets = { ...tableCell({ id: 'performance' }) };
    expect(ids(of(failed([targets], { unit: 'count' })))).toEqual([
      'indicator_count',
      'measurable_indicator_share',
    ]);
    expect(ids(of(failed([targets], { unit: 'weight' })))).toEqual(['weight_sum']);
    expect(ids(of(failed([targets], { unit: 'text' })))).toEqual([]);
  });

  it('leaves out what holds, notes, and cells of other documents', () => {
    const elsewhere = ofDocument({ id: 'another' }, TOTAL);
    expect(
      metricMarks(
        of(
          failed([TOTAL], { status: 'rounding' }),
          failed([TOTAL], { status: 'pass' }),
          failed([TOTAL], { severity: 'note' }),
          failed([elsewhere]),
        ),
      ),
    ).toEqual([]);
  });

  it('numbers findings as their rows are numbered, and names each once', () => {
    const checked = of(
      failed([TOTAL], { status: 'pass' }),
      { rule: rule('error'), outcome: unchecked(note('no_statement'), [TOTAL]) },
      failed([TOTAL], { status: 'rounding' }),
      failed([TOTAL, TOTAL], { severity: 'warning' }),
      failed([TOTAL]),
    );
    const marks = metricMarks(checked).filter(({ metric_id }) => metric_id === 'total');
    expect(marks).toEqual([
      { doc_id: document.id, metric_id: 'total', finding_no: 3, severity: 'warning' },
      { doc_id: document.id, metric_id: 'total', finding_no: 4, severity: 'error' },
    ]);
    const { finding } = findingRows(checked);
    for (const { finding_no, severity } of marks)
      expect(finding.find((row) => row.finding_no === finding_no)).toMatchObject({
        status: 'fail',
        severity,
      });
  });

  it('marks projects by the cells of their rows', () => {
    const project = document.projects.find(({ row }) => row !== null);
    const cell = lineAt(
      document,
      'project',
      ({ row, fund, vintage, fen }) =>
        row.rowNo === project?.row && fund === 'all' && vintage === 'total' && fen !== null,
    );
    expect(ids(of(failed([cell])))).toEqual(
      expect.arrayContaining(['largest_project_share', 'project_concentration']),
    );
  });
});

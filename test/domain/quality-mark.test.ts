import { describe, expect, it } from 'vitest';
import type { CellMark, MetricMark } from '@/domain/finding';
import { findingText, gravestMark, qualityMarks, severitiesOf } from '@/domain/quality-mark';
import type { SourceRef } from '@/domain/source-ref';

const cell = (change: Partial<CellMark> = {}): CellMark => ({
  doc_id: 'd1',
  finding_doc_id: 'd1',
  table_id: 'general_public',
  side: 'expenditure',
  row_no: 2,
  col_no: 3,
  nature: 'total',
  severity: 'error',
  findings: 1,
  finding_no: 7,
  ...change,
});
const metric: MetricMark = {
  doc_id: 'd1',
  metric_id: 'total',
  severity: 'warning',
  findings: 2,
  finding_no: 4,
};
const row = (change: Partial<Extract<SourceRef, { kind: 'row' }>> = {}): SourceRef => ({
  kind: 'row',
  doc: 'd1',
  table: 'general_public',
  side: 'expenditure',
  row: 2,
  nature: 'total',
  ...change,
});

describe('quality marks', () => {
  it('finds the mark of a metric of one document only', () => {
    const marks = qualityMarks([metric], []);
    expect(marks.ofSource({ kind: 'metric', doc: 'd1', metric: 'total' })).toEqual({
      severity: 'warning',
      findings: 2,
      doc: 'd1',
      finding: 4,
    });
    expect(marks.ofSource({ kind: 'metric', doc: 'd2', metric: 'total' })).toBeNull();
    expect(marks.ofSource({ kind: 'metric', doc: 'd1', metric: 'basic' })).toBeNull();
  });

  it('marks a row by its cells of the same side and nature', () => {
    const marks = qualityMarks([], [cell({ nature: 'project' })]);
    expect(marks.ofSource(row())).toBeNull();
    expect(marks.ofSource(row({ nature: 'project', side: 'income' }))).toBeNull();
    expect(marks.ofSource(row({ nature: 'project' }))?.finding).toBe(7);
  });

  it('marks a cell by its place, and leads to the document that was checked', () => {
    const marks = qualityMarks([], [cell({ finding_doc_id: 'next-year' })]);
    const place = { doc_id: 'd1', table_id: 'general_public', row_no: 2, col_no: 3 } as const;
    expect(marks.ofCell(place)).toMatchObject({ doc: 'next-year', finding: 7 });
    expect(marks.ofCell({ ...place, col_no: 4 })).toBeNull();
    expect(marks.ofCell({ ...place, doc_id: 'next-year' })).toBeNull();
  });

  it('takes the gravest of several, and counts one that touches them all as one', () => {
    const marks = qualityMarks([], [cell(), cell({ col_no: 4 })]);
    expect(marks.ofSource(row())).toMatchObject({ findings: 1, finding: 7 });
    const unlike = qualityMarks(
      [],
      [cell({ severity: 'warning', finding_no: 2 }), cell({ col_no: 4 })],
    );
    expect(unlike.ofSource(row())).toMatchObject({ severity: 'error', findings: null, finding: 7 });
    expect(gravestMark([null])).toBeNull();
  });

  it('lists severities from the gravest', () => {
    expect(qualityMarks([metric], [cell()]).severities).toEqual(['error', 'warning']);
    expect(severitiesOf([null])).toEqual([]);
    expect(qualityMarks([], []).ofSource(row())).toBeNull();
  });

  it('names a finding for the address whatever its document is called', () => {
    expect(findingText({ doc: 'a/b 县', finding: 12 })).toBe('a%2Fb%20%E5%8E%BF/12');
  });
});

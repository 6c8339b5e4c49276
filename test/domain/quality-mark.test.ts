import { describe, expect, it } from 'vitest';
import type { CellMark, MetricMark, PlaceMark } from '@/domain/finding';
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
    const marks = qualityMarks([metric], [], []);
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
    const marks = qualityMarks([], [cell({ nature: 'project' })], []);
    expect(marks.ofSource(row())).toBeNull();
    expect(marks.ofSource(row({ nature: 'project', side: 'income' }))).toBeNull();
    expect(marks.ofSource(row({ nature: 'project' }))?.finding).toBe(7);
  });

  it('marks a cell by its place, and leads to the document that was checked', () => {
    const marks = qualityMarks([], [cell({ finding_doc_id: 'next-year' })], []);
    const place = { doc_id: 'd1', table_id: 'general_public', row_no: 2, col_no: 3 } as const;
    expect(marks.ofCell(place)).toMatchObject({ doc: 'next-year', finding: 7 });
    expect(marks.ofCell({ ...place, col_no: 4 })).toBeNull();
    expect(marks.ofCell({ ...place, doc_id: 'next-year' })).toBeNull();
  });

  it('takes the gravest of several, and counts one that touches them all as one', () => {
    const marks = qualityMarks([], [cell(), cell({ col_no: 4 })], []);
    expect(marks.ofSource(row())).toMatchObject({ findings: 1, finding: 7 });
    const unlike = qualityMarks(
      [],
      [cell({ severity: 'warning', finding_no: 2 }), cell({ col_no: 4 })],
      [],
    );
    expect(unlike.ofSource(row())).toMatchObject({ severity: 'error', findings: null, finding: 7 });
    expect(gravestMark([null])).toBeNull();
  });

  it('marks figures of the text, and rows of detail tables with what was compared', () => {
    const place = (change: Partial<PlaceMark>): PlaceMark => ({
      doc_id: 'd1',
      source: 'statement',
      row_no: 24,
      unit: 'yuan',
      severity: 'warning',
      findings: 1,
      finding_doc_id: 'd1',
      finding_no: 9,
      ...change,
    });
    const weight = place({ source: 'indicator', row_no: 3, unit: 'weight' });
    const marks = qualityMarks(
      [],
      [],
      [place({}), place({ unit: 'percent', finding_no: 10 }), weight],
    );
    expect(marks.ofStatement({ doc_id: 'd1', statement_no: 24 })).toMatchObject({
      finding: 9,
      findings: null,
    });
    expect(marks.ofStatement({ doc_id: 'd1', statement_no: 3 })).toBeNull();
    expect(marks.ofStatement({ doc_id: 'd2', statement_no: 24 })).toBeNull();
    expect(marks.details('d1', 'indicator')).toMatchObject([{ row_no: 3, unit: 'weight' }]);
    expect(marks.details('d1', 'project')).toEqual([]);
  });

  it('lists severities from the gravest', () => {
    expect(qualityMarks([metric], [cell()], []).severities).toEqual(['error', 'warning']);
    expect(severitiesOf([null])).toEqual([]);
    expect(qualityMarks([], [], []).ofSource(row())).toBeNull();
  });

  it('names a finding for the address whatever its document is called', () => {
    expect(findingText({ doc: 'a/b 县', finding: 12 })).toBe('a%2Fb%20%E5%8E%BF/12');
  });
});

import { describe, expect, it } from 'vitest';
import { figureSources } from '@/composables/figureSources';
import { documents } from '@/db/queries/documents';
import { documentIndex } from '@/domain/document-index';
import type { FigureSheet } from '@/domain/exported-figure';
import { definitionSheet, sourceSheet, type FigureSheetWords } from '@/domain/figure-sheets';
import { metricById } from '@/domain/metrics';
import type { SourceRef } from '@/domain/source-ref';
import { JINGYU, run, sourceBudgets, YANBIAN } from '../helpers/engine';

const metric = (doc: string, id: string): SourceRef => ({ kind: 'metric', doc, metric: id });
const ROW: SourceRef = {
  kind: 'row',
  doc: JINGYU,
  table: 'balance',
  side: 'expenditure',
  row: 15,
  nature: 'total',
};

const sheetOf = (refs: readonly SourceRef[]): FigureSheet => ({
  sheet: {
    name: '表',
    columns: [{ head: '数', type: 'money' }],
    rows: refs.map(() => [null]),
  },
  sources: refs.map((ref, row) => ({ row, column: 0, ref })),
  metrics: [metricById('total')!, metricById('project_share')!],
});

const WORDS: FigureSheetWords = {
  sheet: (name) => name,
  column: (name) => name,
  line: (name, text) => `${name}: ${text}`,
  made: 'made',
  kind: (name) => name,
  metric: ({ name, formula }) => ({ name: name.zh, formula: formula.zh, unit: '元', tables: '' }),
  reason: (reason) => ({ name: reason, about: reason }),
  table: (id) => id,
  part: (name) => name,
  stage: (stage) => stage,
  cut: (shown, total) => `${shown} of ${total}`,
};

async function sourcesOf(refs: readonly SourceRef[]) {
  const engine = await sourceBudgets();
  const index = documentIndex(await run(documents()));
  const heard: number[] = [];
  const found = await figureSources(engine, [sheetOf(refs)], index, {
    signal: new AbortController().signal,
    onDone: (done) => heard.push(done),
  });
  expect(heard).toEqual([0]);
  return found;
}

describe('where exported figures are printed', () => {
  it('every figure leads to its cell, in the order of the table', async () => {
    const found = await sourcesOf([metric(JINGYU, 'total'), ROW, metric(YANBIAN, 'total')]);
    expect(
      found.map(({ row, head, doc, source }) => [
        row,
        head,
        doc.doc_id,
        source?.part,
        source?.table,
        source?.row,
        source?.column,
        source?.printed,
      ]),
    ).toEqual([
      [0, '数', JINGYU, 'total', 'balance', 15, 6, '243.12'],
      [1, '数', JINGYU, null, 'balance', 15, 6, '243.12'],
      [2, '数', YANBIAN, 'total', 'balance', 33, 6, '1272.76'],
    ]);
  });

  it('a ratio leads to both of its amounts, a figure per head to the headcount too', async () => {
    const found = await sourcesOf([
      metric(YANBIAN, 'project_share'),
      metric(YANBIAN, 'total_per_staff'),
    ]);
    const parts = (row: number) =>
      found.filter((one) => one.row === row).map(({ source }) => source?.part);
    expect(new Set(parts(0))).toEqual(new Set(['project', 'total']));
    expect(parts(1)).toContain('staff');
    expect(found.find(({ source }) => source?.part === 'staff')?.source?.printed).toMatch(/^\d+$/);
  });

  it('a figure of which nothing is printed has a row of its own without a cell', async () => {
    const found = await sourcesOf([
      metric(JINGYU, 'change:2020:total'),
      metric('nowhere', 'total'),
    ]);
    expect(found.every(({ row }) => row === 0)).toBe(true);
    expect(found.length).toBeGreaterThan(0);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    stop.abort(new Error('stopped'));
    const index = documentIndex(await run(documents()));
    const asking = figureSources(await sourceBudgets(), [sheetOf([ROW])], index, {
      signal: stop.signal,
      onDone: () => undefined,
    });
    await expect(asking).rejects.toThrow('stopped');
  });
});

describe('the sheets beside a table', () => {
  it('sources name the row as a reader of the workbook counts it', async () => {
    const { columns, rows } = sourceSheet(await sourcesOf([metric(JINGYU, 'total')]), WORDS);
    const cells = Object.fromEntries(columns.map(({ head }, i) => [head, rows[0]?.[i]]));
    expect(cells).toMatchObject({
      sheet: '表',
      sheet_row: '2',
      place_code: '220622',
      year: '2026',
      stage: 'budget',
      printed: '243.12',
      column: '6',
    });
    expect(cells.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('definitions hold the words of the figure, each metric once, and every reason', () => {
    const text = {
      title: '总预算',
      subtitle: '',
      unit: '',
      warnings: ['口径不同'],
      notes: ['无'],
      source: '来源',
    };
    const sheets = [sheetOf([]), sheetOf([])];
    const { rows } = definitionSheet([{ text, sheets }], WORDS);
    expect(rows.filter(([kind]) => kind === 'figure').map((row) => row[2])).toEqual([
      '总预算',
      'warning: 口径不同',
      'note: 无',
      '来源',
      'made',
    ]);
    expect(rows.filter(([kind]) => kind === 'metric')).toHaveLength(2);
    expect(rows.filter(([kind]) => kind === 'reason').length).toBeGreaterThan(5);
  });
});

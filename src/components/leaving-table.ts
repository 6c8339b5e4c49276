import type { CompareCell } from '@/domain/comparison';
import type { FigureSheet, SheetSource } from '@/domain/exported-figure';
import type { Format } from '@/domain/format';
import type { Metric } from '@/domain/metric';
import { decimalText, metricCells } from '@/domain/metric-cells';
import { inUnit, unitDecimals } from '@/domain/money';
import type { DocumentInfo } from '@/domain/organization';
import type { SheetCell, SheetColumn } from '@/domain/sheet';
import type { SourceRef } from '@/domain/source-ref';
import type { LeavingCell, LeavingColumn, TableColumn } from './data-table';

/** What the words of a table are made with. */
export interface TableWords {
  format: Format;
  t: (key: string, named?: Record<string, unknown>) => string;
}

const WIDEST = 44;
const NARROWEST = 9;
const WIDE = /[\u2e80-\uffef]/;
const lengthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);

const leavingOf = <Row>({ leaving, text }: TableColumn<Row>): LeavingColumn<Row> =>
  leaving ?? { type: 'text', cell: (row) => ({ value: text?.(row) ?? null }) };

const headOf = <Row>({ label, unit }: TableColumn<Row>, { t }: TableWords): string =>
  unit ? t('figureExport.withUnit', { name: label, unit }) : label;

/** Width that a column's head and first texts ask for, in characters. */
function widthOf(head: string, cells: readonly LeavingCell[]): number {
  const texts = cells.slice(0, 200).map(({ value }) => (typeof value === 'string' ? value : ''));
  const most = Math.max(...[head, ...texts].map(lengthOf));
  return Math.min(WIDEST, Math.max(NARROWEST, most + 2));
}

/** Rows taken between two looks at the clock. */
const AT_ONCE = 250;

function* cellsOf<Row>(
  { cell }: LeavingColumn<Row>,
  rows: readonly Row[],
): Generator<void, LeavingCell[]> {
  const cells: LeavingCell[] = [];
  for (const row of rows) {
    cells.push(cell(row));
    if (cells.length % AT_ONCE === 0) yield;
  }
  return cells;
}

/**
 * A table with all its rows as a sheet, for work in slices: typed, exact, units in the heads. A column in which figures
 * are missing is followed by one that says why.
 */
export function* leavingSteps<Row>(
  name: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  words: TableWords,
): Generator<void, FigureSheet> {
  const heads: SheetColumn[] = [];
  const filled: SheetCell[][] = [];
  const sources: SheetSource[] = [];
  const metrics: Metric[] = [];
  for (const column of columns) {
    const leaving = leavingOf(column);
    const { type, decimals, metric, metrics: several = [] } = leaving;
    const cells = yield* cellsOf(leaving, rows);
    const head = headOf(column, words);
    for (const [row, { source }] of cells.entries()) {
      if (source) sources.push({ row, column: heads.length, ref: source });
    }
    metrics.push(...(metric ? [metric] : []), ...several);
    heads.push({ head, type, width: widthOf(head, cells), ...(decimals ? { decimals } : {}) });
    filled.push(cells.map(({ value }) => value));
    if (!cells.some(({ reason }) => reason)) continue;
    const why = words.t('figureExport.reason', { name: column.label });
    heads.push({ head: why, type: 'text', width: widthOf(why, []) });
    filled.push(cells.map(({ reason }) => reason ?? null));
    yield;
  }
  const lines = rows.map((_, i) => filled.map((cells) => cells[i] ?? null));
  return { sheet: { name, columns: heads, rows: lines }, sources, metrics };
}

/** The same at once: for a table that has as many rows as the screen shows. */
export function leavingTable<Row>(...table: Parameters<typeof leavingSteps<Row>>): FigureSheet {
  const steps = leavingSteps<Row>(...table);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** A figure of a comparison as it leaves the app: in the unit shown, not rounded; or why there is none. */
export function leavingFigure(
  cell: CompareCell | null | undefined,
  { format, t }: TableWords,
): LeavingCell {
  if (!cell) return { value: null, reason: t('overTime.notLoadedCell') };
  const { info, metric, value, reason } = cell;
  const source = { kind: 'metric', doc: info.doc_id, metric: metric.id } as const;
  if (value === null) {
    return { value: null, reason: t(`common.missing.${reason ?? 'not_published'}`), source };
  }
  const { type, textOf } = metricCells(metric, format.unit);
  return { value: { type, value: textOf(value) }, source };
}

/** The column of a metric's figures as it leaves the app. */
export const metricLeaving = <Row>(
  metric: Metric,
  words: TableWords,
  cellOf: (row: Row) => CompareCell | null | undefined,
): LeavingColumn<Row> => {
  const { type, decimals } = metricCells(metric, words.format.unit);
  return {
    type,
    ...(decimals ? { decimals } : {}),
    metric,
    cell: (row) => leavingFigure(cellOf(row), words),
  };
};

/** An amount as it leaves the app: exact yuan, or why there are none. */
export interface LeavingAmount {
  yuan: number | string | null;
  reason?: string | null;
  source?: SourceRef | null;
}

/** The column of amounts as they leave the app: in the unit shown, not rounded. Amounts per head are quotients. */
export const amountLeaving = <Row>(
  { format }: TableWords,
  of: (row: Row) => LeavingAmount,
  type: 'money' | 'quotient' = 'money',
): LeavingColumn<Row> => ({
  type,
  decimals: unitDecimals(format.unit),
  cell(row) {
    const { yuan, reason = null, source = null } = of(row);
    return yuan === null
      ? { value: null, reason, source }
      : { value: inUnit(yuan, format.unit).toFixed(), source };
  },
});

/** The column of fractions of 1 as they leave the app. */
export const shareLeaving = <Row>(of: (row: Row) => number | null): LeavingColumn<Row> => ({
  type: 'ratio',
  cell(row) {
    const share = of(row);
    return { value: share === null ? null : decimalText(share) };
  },
});

/** A number of a metric that is no figure of a document, such as a median, as it leaves the app. */
export const metricNumber = (
  metric: Pick<Metric, 'unit' | 'compute'>,
  value: number | null | undefined,
  { format }: TableWords,
): LeavingCell => {
  if (value === null || value === undefined) return { value: null };
  const { type, textOf } = metricCells(metric, format.unit);
  return { value: { type, value: textOf(value) } };
};

/** A whole number as it leaves the app. */
export const wholeNumber = <Row>(of: (row: Row) => number | null): LeavingColumn<Row> => ({
  type: 'count',
  cell: (row) => {
    const value = of(row);
    return { value: value === null ? null : String(value) };
  },
});

/** Columns of files only that tell one document from another: place, year and stage. */
export const documentColumns = <Row>(
  infoOf: (row: Row) => DocumentInfo | undefined,
  { t }: TableWords,
): TableColumn<Row>[] => [
  {
    key: 'place_code',
    label: t('figureExport.place'),
    hidden: true,
    text: (row) => infoOf(row)?.jurisdiction_code ?? '',
  },
  {
    key: 'year',
    label: t('figureExport.year'),
    hidden: true,
    text: (row) => String(infoOf(row)?.fiscal_year ?? ''),
  },
  {
    key: 'stage',
    label: t('figureExport.stage'),
    hidden: true,
    text: (row) => {
      const stage = infoOf(row)?.stage;
      return stage ? t(`frame.stage.${stage}`) : '';
    },
  },
];

import type { Metric } from '@/domain/metric';
import { metricCells } from '@/domain/metric-cells';
import type { TimeLine, TimeSeries } from '@/domain/over-time';
import type { TableColumn } from './data-table';
import { leavingFigure, metricNumber, type TableWords } from './leaving-table';

/** How those compared with spread, year by year; null where none of them has a figure. */
export interface YearSpread {
  low: number;
  median: number;
  high: number;
  members: number;
}

/** The parts of a spread, as rows below the organizations. */
export const SPREAD_PARTS = ['high', 'median', 'low', 'members'] as const;
export type SpreadPart = (typeof SPREAD_PARTS)[number];

/** A row of lines over years: an organization, or a part of the spread of those compared with. */
export type OverTimeRow = { line: TimeLine } | { part: SpreadPart };

export interface OverTimeFacts {
  series: TimeSeries;
  metric: Metric;
  spread: readonly (YearSpread | null)[];
}

/** Rows of lines over years: organizations, then the spread of those compared with. */
export const overTimeRows = ({ series, spread }: OverTimeFacts): OverTimeRow[] => [
  ...series.lines.map((line) => ({ line })),
  ...(spread.some((year) => year !== null) ? SPREAD_PARTS.map((part) => ({ part })) : []),
];

/** Columns of lines over years: the name, then a column for each year. */
export function overTimeColumns(
  { series, metric, spread }: OverTimeFacts,
  words: TableWords,
): TableColumn<OverTimeRow>[] {
  const { t, format } = words;
  const unit = metric.unit === 'ratio' ? '' : format.metricUnit(metric.unit);
  const name = (row: OverTimeRow): string =>
    'line' in row ? row.line.label : t(`overTime.quartile.${row.part}`);
  const infoOf = (row: OverTimeRow) =>
    'line' in row ? row.line.cells.findLast((cell) => cell !== null)?.info : undefined;
  const { type, decimals } = metricCells(metric, format.unit);
  return [
    {
      key: 'name',
      label: t('compare.column.organization'),
      unit,
      sort: name,
      leaving: {
        type: 'text',
        cell: (row) => ({
          value: infoOf(row)?.organization ?? `${t('overTime.ofGroup')} · ${name(row)}`,
        }),
      },
    },
    {
      key: 'place_code',
      label: t('figureExport.place'),
      hidden: true,
      text: (row) => infoOf(row)?.jurisdiction_code ?? '',
    },
    ...series.years.map((year, i): TableColumn<OverTimeRow> => ({
      key: String(year),
      label: t('overTime.year', { year }),
      figures: true,
      sort: (row) =>
        'line' in row ? (row.line.cells[i]?.value ?? null) : (spread[i]?.[row.part] ?? null),
      leaving: {
        type,
        ...(decimals ? { decimals } : {}),
        metric,
        cell(row) {
          if ('line' in row) return leavingFigure(row.line.cells[i], words);
          const value = spread[i]?.[row.part];
          if (row.part !== 'members') return metricNumber(metric, value, words);
          return {
            value: value === undefined ? null : { type: 'count', value: String(value) },
          };
        },
      },
    })),
  ];
}

import type { CompareCell } from '@/domain/comparison';
import { difference, differenceText, differenceUnit } from '@/domain/difference';
import type { MetricUnit } from '@/domain/metric';
import { decimalText, metricCells } from '@/domain/metric-cells';
import type { SlopeFigures } from '@/domain/over-time';
import type { TableColumn } from './data-table';
import { documentColumns, leavingFigure, metricNumber, type TableWords } from './leaving-table';

export interface SlopeFacts {
  rows: readonly SlopeFigures[];
  heads: readonly [string, string];
  /** Two years of one metric: the difference is also said as a part of the first. */
  overTime: boolean;
}

const RELATING: ReadonlySet<MetricUnit> = new Set(['yuan', 'yuan per person', 'count']);

const differ = ({ cells: [from, to] }: SlopeFigures): number | null =>
  from?.value == null || to?.value == null ? null : difference(from.value, to.value);

const relative = (row: SlopeFigures): number | null => {
  const by = differ(row);
  const from = row.cells[0]?.value ?? 0;
  return by === null || from === 0 ? null : by / Math.abs(from);
};

const metricsOf = (rows: readonly SlopeFigures[], side: 0 | 1): CompareCell['metric'][] =>
  rows.flatMap(({ cells }) => cells[side]?.metric ?? []);

/** Columns of a slope: the name, both figures, and how they differ. */
export function slopeColumns(
  { rows, heads, overTime }: SlopeFacts,
  words: TableWords,
): TableColumn<SlopeFigures>[] {
  const { t, format } = words;
  const [metric] = [...metricsOf(rows, 0), ...metricsOf(rows, 1)];
  const unit = metric?.unit ?? 'yuan';
  const cells = metric && metricCells(metric, format.unit);
  const differing = metric && {
    unit: unit === 'ratio' ? ('percentage points' as const) : unit,
    compute: metric.compute,
  };
  const differingCells = differing && metricCells(differing, format.unit);
  const side = (label: string, at: 0 | 1): TableColumn<SlopeFigures> => {
    const [own] = metricsOf(rows, at);
    return {
      key: `side${at}`,
      label,
      unit: unit === 'ratio' ? '' : format.metricUnit(unit),
      figures: true,
      sort: (row) => row.cells[at]?.value ?? null,
      leaving: {
        type: cells?.type ?? 'text',
        ...(cells?.decimals ? { decimals: cells.decimals } : {}),
        ...(own ? { metric: own } : {}),
        cell: (row) => leavingFigure(row.cells[at], words),
      },
    };
  };
  return [
    {
      key: 'name',
      label: t('compare.column.organization'),
      sort: ({ label }) => label,
      text: (row) => (row.cells[1] ?? row.cells[0])?.info.organization ?? row.label,
    },
    ...documentColumns(({ cells: [from, to] }: SlopeFigures) => (to ?? from)?.info, words).filter(
      ({ key }) => key === 'place_code',
    ),
    side(heads[0], 0),
    side(heads[1], 1),
    {
      key: 'difference',
      label: t(overTime ? 'overTime.slope.change' : 'overTime.slope.difference'),
      unit: differenceUnit(unit, format),
      figures: true,
      sort: differ,
      text: (row) => {
        const by = differ(row);
        return by === null ? '–' : differenceText(by, unit, format);
      },
      leaving: {
        type: differingCells?.type ?? 'text',
        ...(differingCells?.decimals ? { decimals: differingCells.decimals } : {}),
        cell: (row) => (differing ? metricNumber(differing, differ(row), words) : { value: null }),
      },
    },
    ...(overTime && RELATING.has(unit)
      ? [
          {
            key: 'relative',
            label: t('overTime.slope.change'),
            unit: '%',
            figures: true,
            sort: relative,
            text: (row: SlopeFigures) => {
              const by = relative(row);
              return by === null ? '–' : format.change(by);
            },
            leaving: {
              type: 'ratio' as const,
              cell: (row: SlopeFigures) => {
                const by = relative(row);
                return { value: by === null ? null : decimalText(by) };
              },
            },
          },
        ]
      : []),
  ];
}

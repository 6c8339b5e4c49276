import { barChart, type BarRow } from '@/charts/bar';
import type { Drawing } from '@/charts/drawing';
import { dumbbell } from '@/charts/dumbbell';
import { rankingBar } from '@/charts/ranking-bar';
import type { ValueAxis } from '@/charts/rows';
import type { ChartTheme } from '@/charts/theme';
import { rankGroups, ranked, type CompareCell, type Comparison } from '@/domain/comparison';
import type { Format } from '@/domain/format';
import type { Metric } from '@/domain/metric';
import type { QualityMark } from '@/domain/quality-mark';

/** One chart of a comparison. */
export interface Panel {
  key: string;
  /** Scope and level of a group; empty where all are of one kind. */
  heading: string;
  /** What the chart shows, in words. */
  label: string;
  /** Charts side by side. */
  columns: number;
  drawing: Drawing;
}

export interface PanelOptions {
  /** Width there is for all charts, in CSS pixels. */
  width: number;
  theme: ChartTheme;
  format: Format;
  t: (key: string, named?: Record<string, unknown>) => string;
  /** The mark of a figure, and what it says. */
  markOf: (cell: CompareCell) => QualityMark | null;
  markWords: (mark: QualityMark) => string;
}

const GAP = 24;
const LEAST_WIDTH = 300;
/** Figures read out before it is enough. */
const READ_OUT = 12;

const trimmed = (text: string): string =>
  text.replace(/(\.\d*?)0+(?=%|$)/, '$1').replace(/\.(?=%|$)/, '');

const axisOf = (metric: Metric, { format }: PanelOptions): ValueAxis => ({
  unit: metric.unit === 'ratio' ? '' : format.metricUnit(metric.unit),
  tick: (value) => trimmed(format.value(value, metric.unit)),
});

/** A figure as written, marked where its headcount is the user's; or why there is none. */
function textOf(
  { value, metric, reason, staff }: CompareCell,
  { format, t }: PanelOptions,
): string {
  if (value === null) return t(`common.missing.${reason ?? 'not_published'}`);
  return format.metric(value, metric) + (staff?.supplied ? '*' : '');
}

function tipOf(cell: CompareCell, options: PanelOptions): string[] {
  const { t, format, markOf, markWords } = options;
  const { metric, staff, value } = cell;
  const mark = markOf(cell);
  const unit =
    value === null || metric.unit === 'ratio' ? '' : ` ${format.metricUnit(metric.unit)}`;
  const headcount = staff && {
    kind: t(`common.headcount.${staff.kind}`),
    n: staff.people,
    date: staff.asOf ?? '',
  };
  return [
    cell.info.organization,
    t('compare.figure.pair', {
      name: format.words(metric.name),
      value: textOf(cell, options) + unit,
    }),
    ...(headcount
      ? [t(staff.asOf ? 'compare.notes.dated' : 'compare.notes.headcount', headcount)]
      : []),
    ...(staff?.supplied ? [t('compare.notes.suppliedFrom', { source: staff.source ?? '' })] : []),
    ...(mark ? [markWords(mark)] : []),
  ];
}

const barOf = (cell: CompareCell, options: PanelOptions): BarRow => ({
  origin: { doc: cell.info.doc_id, metric: cell.metric.id },
  label: cell.label,
  value: cell.value,
  text: textOf(cell, options),
  marked: options.markOf(cell)?.severity,
  tip: tipOf(cell, options),
  slot: cell.slot,
});

/** A figure as read out, with what checks say of it. */
function spoken(cell: CompareCell, options: PanelOptions): string {
  const mark = options.markOf(cell);
  const text = textOf(cell, options);
  return mark ? options.t('common.mark.beside', { text, mark: options.markWords(mark) }) : text;
}

function described(cells: readonly CompareCell[], options: PanelOptions): string {
  const { t, format } = options;
  const [first] = cells;
  const list = cells
    .slice(0, READ_OUT)
    .map((cell) => t('compare.figure.pair', { name: cell.label, value: spoken(cell, options) }));
  return t('compare.figure.described', {
    name: first ? format.words(first.metric.name) : '',
    list: list.join(t('compare.figure.separator')),
  });
}

/** The charts of a comparison, each with its words. */
export function comparePanels(comparison: Comparison, options: PanelOptions): Panel[] {
  if (comparison.kind === 'dumbbell') return [dumbbellPanel(comparison, options)];
  const groups = comparison.kind === 'ranking' ? rankGroups(comparison.infos) : [];
  if (groups.length > 1) return sideBySide(comparison, options);
  const { cells, metric } = comparison;
  const label = described(cells, options);
  const input = {
    axis: axisOf(metric, options),
    width: options.width,
    theme: options.theme,
    description: label,
  };
  const drawing =
    comparison.kind === 'ranking'
      ? rankingBar({
          ...input,
          rows: ranked(cells).map((cell) => ({ ...barOf(cell, options), rank: cell.rank })),
        })
      : barChart({ ...input, rows: cells.map((cell) => barOf(cell, options)) });
  return [{ key: metric.id, heading: '', label, columns: 1, drawing }];
}

/** Groups that cannot be ranked with each other: as given, next to each other, on one scale. */
function sideBySide({ cells, infos, metric }: Comparison, options: PanelOptions): Panel[] {
  const { t } = options;
  const groups = rankGroups(infos);
  const room = Math.floor((options.width + GAP) / (LEAST_WIDTH + GAP));
  const columns = Math.max(1, Math.min(groups.length, room));
  const width = (options.width - GAP * (columns - 1)) / columns;
  const values = cells.flatMap(({ value }) => (value === null ? [] : [value]));
  const extent = [Math.min(0, ...values), Math.max(0, ...values)] as const;
  return groups.map(({ docs, scope, level }) => {
    const own = cells.filter(({ info }) => docs.includes(info));
    const label = described(own, options);
    return {
      key: docs.map(({ doc_id }) => doc_id).join(' '),
      heading: [level ? t(`frame.level.${level}`) : '', t(`frame.scope.${scope}`)]
        .filter(Boolean)
        .join(' · '),
      label,
      columns,
      drawing: barChart({
        rows: own.map((cell) => barOf(cell, options)),
        axis: { ...axisOf(metric, options), extent },
        width,
        theme: options.theme,
        description: label,
      }),
    };
  });
}

function dumbbellPanel(comparison: Comparison, options: PanelOptions): Panel {
  const { family, all, metric, infos } = comparison;
  const label = described(comparison.cells, options);
  const drawing = dumbbell({
    rows: family.map((of) => ({
      metric: of.id,
      label: options.format.words(of.name),
      dots: all.flatMap((cell) =>
        cell.metric.id === of.id && cell.value !== null
          ? [
              {
                doc: cell.info.doc_id,
                value: cell.value,
                text: textOf(cell, options),
                marked: options.markOf(cell)?.severity,
                tip: tipOf(cell, options),
                slot: cell.slot,
              },
            ]
          : [],
      ),
    })),
    docs: infos.map(({ doc_id }) => doc_id),
    metric: metric.id,
    axis: axisOf(metric, options),
    width: options.width,
    theme: options.theme,
    description: label,
  });
  return { key: 'dumbbell', heading: '', label, columns: 1, drawing };
}

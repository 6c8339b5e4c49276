import { barChart, type BarLine } from '@/charts/bar';
import type { Drawing } from '@/charts/drawing';
import { dumbbell } from '@/charts/dumbbell';
import { rankingBar } from '@/charts/ranking-bar';
import type { ChartTheme } from '@/charts/theme';
import { rankGroups, ranked, type Comparison } from '@/domain/comparison';
import { axisOf, barOf, described, textOf, tipOf, type FigureWords } from './figure-words';

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

export interface PanelOptions extends FigureWords {
  /** Width there is for all charts, in CSS pixels. */
  width: number;
  theme: ChartTheme;
  /** A value that all bars of one chart are seen against. */
  line?: BarLine;
}

const GAP = 24;
const LEAST_WIDTH = 300;

/** Width of one of several charts side by side, in CSS pixels. */
export const columnWidth = (width: number, columns: number): number =>
  (width - GAP * (columns - 1)) / columns;

/** The charts of a comparison, each with its words. */
export function comparePanels(comparison: Comparison, options: PanelOptions): Panel[] {
  if (comparison.kind === 'dumbbell') return [dumbbellPanel(comparison, options)];
  const groups = comparison.kind === 'ranking' ? rankGroups(comparison.infos) : [];
  if (groups.length > 1) return sideBySide(comparison, options);
  const { cells, metric } = comparison;
  const label = described(cells, options);
  const { line } = options;
  const values = [...cells.flatMap(({ value }) => value ?? []), ...(line ? [line.value] : [])];
  const extent = [Math.min(0, ...values), Math.max(0, ...values)] as const;
  const input = {
    axis: { ...axisOf(metric, options), ...(line ? { extent } : {}) },
    width: options.width,
    theme: options.theme,
    description: label,
    ...(line ? { line } : {}),
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
  const width = columnWidth(options.width, columns);
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

import type { HeatInput } from '@/charts/heat-map';
import type { HeatCellRow } from '@/db/queries/heat-map';
import type { RankedRow } from '@/db/queries/ranking';
import type { CompareCell, Comparison } from '@/domain/comparison';
import type { Metric } from '@/domain/metric';
import { shortLabels, type DocumentInfo } from '@/domain/organization';
import type { HeatScale, Language } from '@/domain/view-state';
import { axisOf, textOf, tipOf, type FigureWords } from './figure-words';
import type { PopulationRow } from '@/components/population-columns';
import { cellOf, originOf, withUnit } from './population-words';

/** A figure of a heat map, and where it stands among the members of the group. */
export interface HeatFigure {
  cell: CompareCell;
  standing: HeatCellRow | undefined;
}

/** An organization of a heat map. */
export interface HeatLine {
  info: DocumentInfo;
  label: string;
  slot: number | null;
  rank: number | null;
  figures: readonly HeatFigure[];
}

/** Standard deviations from which on a colour is the strongest. */
const STRONGEST = 2;
/** Members from which on a standard deviation says something. */
export const DEVIATION_FROM = 3;

/** Lines of a heat map: the chosen organizations, then the others of the page. */
export function heatLines(
  page: readonly RankedRow[],
  rows: readonly HeatCellRow[],
  metrics: readonly Metric[],
  comparison: Comparison,
  language: Language,
  isOrdered: boolean,
): HeatLine[] {
  const chosen = comparison.cells;
  const ids = new Set(chosen.map(({ info }) => info.doc_id));
  const others = page.filter(({ doc_id }) => !ids.has(doc_id));
  const labels = shortLabels([...chosen.map(({ info }) => info), ...others], language);
  const standings = new Map(rows.map((row) => [`${row.metric_id}\n${row.doc_id}`, row]));
  const lines = [
    ...chosen.map(({ info, slot }) => ({ info, slot })),
    ...others.map((info) => ({ info, slot: null })),
  ];
  return lines.map(({ info, slot }) => {
    const label = labels.get(info.doc_id) ?? info.organization;
    const figures = metrics.map((metric) => {
      const standing = standings.get(`${metric.id}\n${info.doc_id}`);
      const { value = null, reason = 'not_published' } = standing ?? {};
      const cell = cellOf({ info, label, value, reason, basis: null }, metric, comparison);
      return { cell: { ...cell, label, slot: slot ?? 0 }, standing };
    });
    const rank = page.find(({ doc_id }) => doc_id === info.doc_id)?.rank ?? null;
    const place = rank ?? figures[0]?.standing?.rank ?? null;
    return { info, label, slot, rank: isOrdered ? place : null, figures };
  });
}

/** The scale in use: no deviations of very few, no ranks of what one ruler does not fit. */
export function scaleInUse(scale: HeatScale, members: number, isOrdered: boolean): HeatScale {
  const wanted = scale === 'z' && members < DEVIATION_FROM ? 'rank' : scale;
  return wanted === 'rank' && !isOrdered ? 'value' : wanted;
}

/** Standard deviations that a value lies from the mean; null where all values are the same. */
const deviations = ({ value, mean, deviation }: HeatCellRow): number | null =>
  value === null || mean === null || !deviation ? null : (value - mean) / deviation;

/** Place of a figure on the scale of colours; null where it has none or does not belong to the group. */
export function shadeOf(
  { standing }: Pick<HeatFigure, 'standing'>,
  scale: HeatScale,
): number | null {
  if (!standing || standing.value === null || !standing.is_member) return null;
  const { value, rank, members, least, greatest } = standing;
  switch (scale) {
    case 'rank':
      return members > 1 && rank !== null ? 1 - (rank - 1) / (members - 1) : 1;
    case 'z':
      return (deviations(standing) ?? 0) / STRONGEST;
    case 'value':
      if (least === null || greatest === null) return null;
      return greatest > least ? (value - least) / (greatest - least) : 1;
  }
}

/** What a figure's colour says, in words. */
function standingText(
  { cell, standing }: HeatFigure,
  scale: HeatScale,
  words: FigureWords,
): string[] {
  const { t, format } = words;
  if (!standing || standing.value === null || !standing.is_member) return [];
  const { metric } = cell;
  if (scale === 'rank') {
    const { rank, members } = standing;
    const n = format.value(members, 'count');
    return rank === null
      ? []
      : [t('compareViews.heat.rankOf', { rank: format.value(rank, 'count'), n })];
  }
  if (scale === 'value') {
    const { least, greatest } = standing;
    if (least === null || greatest === null) return [];
    const [low, high] = [least, greatest].map((end) => withUnit(end, metric, words));
    return [t('compareViews.heat.rangeOf', { low, high })];
  }
  const z = deviations(standing);
  if (z === null || standing.mean === null) return [];
  const side = t(`compareViews.heat.${z < 0 ? 'below' : 'above'}`, {
    n: format.plain(Math.round(Math.abs(z) * 10) / 10),
  });
  return [t('compareViews.heat.zOf', { mean: withUnit(standing.mean, metric, words), z: side })];
}

/** What the chart is drawn from, width and theme apart. */
export function heatInput(
  lines: readonly HeatLine[],
  metrics: readonly Metric[],
  scale: HeatScale,
  words: FigureWords,
): Omit<HeatInput, 'width' | 'theme' | 'description'> {
  const { t, format, markOf } = words;
  return {
    rows: lines.map(({ label, slot, figures }) => ({
      label,
      slot,
      cells: figures.map((figure) => ({
        origin: originOf(figure.cell),
        text: figure.cell.value === null ? '–' : textOf(figure.cell, words),
        shade: shadeOf(figure, scale),
        missing: figure.cell.value === null,
        tip: () => [...tipOf(figure.cell, words), ...standingText(figure, scale, words)],
        marked: markOf(figure.cell)?.severity,
      })),
    })),
    columns: metrics.map((metric) => ({
      name: format.words(metric.name),
      unit: axisOf(metric, words).unit,
    })),
    scale: scale === 'z' ? 'diverging' : 'sequential',
    key: {
      low: t(`compareViews.heat.key.${scale}.low`),
      high: t(`compareViews.heat.key.${scale}.high`),
      missing: t('compareViews.heat.missing'),
    },
  };
}

/** The lines as rows of the table twin. */
export const heatTable = (lines: readonly HeatLine[]): PopulationRow[] =>
  lines.map(({ info, slot, rank, figures }) => ({
    info,
    slot,
    rank,
    cells: figures.map(({ cell }) => cell),
  }));

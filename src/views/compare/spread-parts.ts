import type { DistributionInput, SpreadShape } from '@/charts/distribution';
import type { BinRow, SpreadDotRow, SpreadRow } from '@/db/queries/distribution';
import { logBins, roundBins, suitsLog, type Bins } from '@/domain/bins';
import type { Comparison } from '@/domain/comparison';
import { isMoney, type Metric } from '@/domain/metric';
import type { Spread, SpreadScale } from '@/domain/view-state';
import { axisOf, textOf, tipOf, type FigureWords } from './figure-words';
import { axisName, originOf, scaleName, withUnit } from './population-words';

/** What a distribution shows, from one set of answers. */
export interface SpreadFacts {
  kind: Spread;
  metric: Metric;
  spread: SpreadRow;
  bins: Bins;
  counts: readonly BinRow[];
  /** Dots of a strip, or those beyond the whiskers of a box. */
  dots: readonly SpreadDotRow[];
}

/** Members from which on bins and boxes say more than the values one by one. */
export const SHAPE_FROM = 5;

/** How a distribution is drawn: few values one by one. */
export const spreadInUse = (kind: Spread, members: number): Spread =>
  members < SHAPE_FROM ? 'strip' : kind;

/** Whether amounts may stand on a logarithmic axis: those of the members, and of the chosen among or beside them. */
export const mayBeLog = (
  row: Pick<SpreadRow, 'least' | 'greatest'>,
  { metric, cells }: Pick<Comparison, 'metric' | 'cells'>,
): boolean =>
  isMoney(metric) &&
  suitsLog(row.least, row.greatest) &&
  cells.every(({ value }) => value === null || value > 0);

/** Ranges of a distribution on the axis that the reader wants, as far as the figures suit it. */
export const spreadBins = (
  row: SpreadRow,
  comparison: Pick<Comparison, 'metric' | 'cells'>,
  wanted: SpreadScale,
): Bins =>
  (wanted !== 'even' && mayBeLog(row, comparison) ? logBins : roundBins)(
    row.least,
    row.greatest,
    row.members,
  );

/** Every bin with its ends and members, those that nobody is in as well. */
export function allBins(
  bins: Bins,
  rows: readonly BinRow[],
): { from: number; to: number; count: number; isLast: boolean }[] {
  const counts = new Map(rows.map(({ bin, members }) => [bin, members]));
  const last = bins.ends.length - 2;
  return bins.ends.slice(1).map((to, bin) => ({
    from: bins.ends[bin] ?? to,
    to,
    count: counts.get(bin) ?? 0,
    isLast: bin === last,
  }));
}

function shapeOf(facts: SpreadFacts, words: FigureWords): SpreadShape {
  const { kind, metric, spread, dots } = facts;
  const { t, format } = words;
  const count = (n: number) => format.value(n, 'count');
  const text = (value: number) => format.metric(value, metric);
  const asDots = dots.map((row) => ({
    origin: { doc: row.doc_id, metric: metric.id, org: row.org_id },
    value: row.value,
  }));
  switch (kind) {
    case 'histogram':
      return {
        kind,
        bins: allBins(facts.bins, facts.counts).map(({ from, to, count: n, isLast }) => ({
          from,
          to,
          count: n,
          tip: [
            t(`compareViews.spread.${isLast ? 'binLast' : 'bin'}`, {
              from: text(from),
              to: withUnit(to, metric, words),
              n: count(n),
            }),
          ],
        })),
        count: { name: t('compareViews.spread.organizations'), tick: count },
      };
    case 'box': {
      const ends = ['least', 'low', 'median', 'high', 'greatest'] as const;
      const said = ends.map((end) => ({
        value: spread[end],
        name: t(`compareViews.spread.${end}`),
        figure: text(spread[end]),
      }));
      return {
        kind,
        low: spread.whisker_low,
        lower: spread.low,
        median: spread.median,
        upper: spread.high,
        high: spread.whisker_high,
        words: said,
        tip: [
          ...said.map((one) => t('compare.figure.pair', { name: one.name, value: one.figure })),
          t('compareViews.spread.whiskers', {
            low: text(spread.whisker_low),
            high: text(spread.whisker_high),
            n: count(spread.outside),
          }),
        ],
        outliers: asDots,
      };
    }
    case 'strip':
      return { kind, dots: asDots };
  }
}

/** What the chart is drawn from, width and theme apart. */
export function spreadInput(
  facts: SpreadFacts,
  { cells }: Comparison,
  words: FigureWords,
): Omit<DistributionInput, 'width' | 'theme' | 'description'> {
  const { metric, dots } = facts;
  const names = new Map(dots.map(({ doc_id, organization }) => [doc_id, organization]));
  return {
    shape: shapeOf(facts, words),
    marks: cells.flatMap((cell) =>
      cell.value === null
        ? []
        : [
            {
              origin: originOf(cell),
              value: cell.value,
              name: cell.label,
              figure: textOf(cell, words),
              tip: tipOf(cell, words),
              slot: cell.slot,
              marked: words.markOf(cell)?.severity,
            },
          ],
    ),
    axis: {
      name: scaleName(axisName(metric, words), facts.bins.log, words),
      tick: axisOf(metric, words).tick,
      log: facts.bins.log,
    },
    dotTip: ({ origin, value }) => [
      names.get(origin.doc) ?? '',
      words.t('compare.figure.pair', {
        name: words.format.words(metric.name),
        value: withUnit(value, metric, words),
      }),
    ],
  };
}

/** What is not drawn one by one though the drawing shows dots. */
export function hiddenInSpread({ kind, spread, dots }: SpreadFacts, words: FigureWords): string[] {
  const { t, format } = words;
  const all = kind === 'strip' ? spread.members : kind === 'box' ? spread.outside : 0;
  if (dots.length >= all) return [];
  const named = { n: format.value(all, 'count'), shown: format.value(dots.length, 'count') };
  return [t(kind === 'strip' ? 'compareViews.sampled' : 'compareViews.spread.outsideShown', named)];
}

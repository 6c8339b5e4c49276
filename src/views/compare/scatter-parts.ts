import { fitsAxes, type ScatterAxis, type ScatterInput, type ScatterPoint } from '@/charts/scatter';
import type {
  ScatterAxes,
  ScatterChosenRow,
  ScatterFactsRow,
  ScatterPeerRow,
} from '@/db/queries/scatter';
import type { CompareCell, Comparison } from '@/domain/comparison';
import type { Metric } from '@/domain/metric';
import type { DocumentInfo } from '@/domain/organization';
import { gravestMark } from '@/domain/quality-mark';
import { axisOf, textOf, tipOf, type FigureWords } from './figure-words';
import type { PopulationRow } from '@/components/population-columns';
import { TABLE_PAGE } from './population-table';
import { axisName, cellOf, scaleName, withUnit } from './population-words';

/** A member of the population with its place. */
export interface ScatterPeer extends Omit<ScatterPeerRow, 'doc_id'> {
  info: DocumentInfo;
}

/** What a scatter shows, from one set of answers. */
export interface Scattered {
  peers: readonly ScatterPeer[];
  chosen: readonly ScatterChosenRow[];
  facts: ScatterFactsRow | null;
  axes: ScatterAxes;
  /** Figures of the chosen: those of the vertical axis, then of the horizontal one, then of the area. */
  cells: readonly CompareCell[];
}

const isLog = ({ log }: ScatterAxes, axis: 'x' | 'y'): boolean => log.includes(axis);

/** The metrics of a scatter with the column each is in, the vertical axis first. */
const columnsOf = ({ x, y, size }: ScatterAxes) =>
  [
    { column: 'y', metric: y },
    { column: 'x', metric: x },
    ...(size ? [{ column: 'size', metric: size } as const] : []),
  ] as const;

/** Figures of the chosen organizations on both axes, and of the area. */
export function scatterCells(
  rows: readonly ScatterChosenRow[],
  axes: ScatterAxes,
  comparison: Comparison,
): CompareCell[] {
  return columnsOf(axes).flatMap(({ column, metric }) =>
    comparison.cells.flatMap(({ info, label }) => {
      const row = rows.find(({ doc_id }) => doc_id === info.doc_id);
      if (!row) return [];
      const found = {
        info,
        label,
        value: row[column],
        reason: row[`${column}_reason`],
        basis: null,
      };
      return [{ ...cellOf(found, metric, comparison), slot: slotOf(comparison, info.doc_id) }];
    }),
  );
}

const slotOf = ({ cells }: Comparison, doc: string): number =>
  cells.find(({ info }) => info.doc_id === doc)?.slot ?? 0;

const axisInput = (
  metric: Metric,
  log: boolean,
  median: number | null | undefined,
  words: FigureWords,
): ScatterAxis => ({
  name: scaleName(axisName(metric, words), log, words),
  tick: axisOf(metric, words).tick,
  log,
  median:
    median == null || (log && median <= 0)
      ? null
      : {
          value: median,
          text: words.t('compareViews.median', { x: words.format.metric(median, metric) }),
        },
});

/** The median of few is no more than their names say. */
const MEDIAN_FROM = 3;

/** What the chart is drawn from, width and theme apart. */
export function scatterInput(
  { peers, chosen, facts, axes, cells }: Scattered,
  words: FigureWords,
): Omit<ScatterInput, 'width' | 'theme' | 'description'> {
  const has = (facts?.drawn ?? 0) >= MEDIAN_FROM;
  const names = new Map(peers.map(({ info }) => [info.doc_id, info.organization]));
  return {
    peers: peers.map(({ info, x, y, size }) => ({
      origin: { doc: info.doc_id, metric: axes.y.id, org: info.org_id },
      x,
      y,
      size,
    })),
    chosen: chosen.flatMap((row) => {
      const own = cells.filter(({ info }) => info.doc_id === row.doc_id);
      const [first] = own;
      if (row.x === null || row.y === null || !first) return [];
      return [
        {
          origin: { doc: row.doc_id, metric: axes.y.id },
          x: row.x,
          y: row.y,
          size: row.size,
          label: first.label,
          slot: first.slot,
          tip: own.flatMap((cell, i) => tipOf(cell, words).slice(i === 0 ? 0 : 1)),
          marked: gravestMark(own.map(words.markOf))?.severity,
        },
      ];
    }),
    peerTip: (peer) => peerTip(peer, names.get(peer.origin.doc), axes, words),
    x: axisInput(axes.x, isLog(axes, 'x'), has ? facts?.median_x : null, words),
    y: axisInput(axes.y, isLog(axes, 'y'), has ? facts?.median_y : null, words),
    sized: axes.size !== null,
  };
}

function peerTip(
  point: ScatterPoint,
  name: string | undefined,
  axes: ScatterAxes,
  words: FigureWords,
): string[] {
  const lines = columnsOf(axes).flatMap(({ column, metric }) => {
    const value = point[column];
    return value == null
      ? []
      : [
          words.t('compare.figure.pair', {
            name: words.format.words(metric.name),
            value: withUnit(value, metric, words),
          }),
        ];
  });
  return [name ?? '', ...lines];
}

/** What is not in the chart, one sentence each. */
export function hiddenInScatter(scattered: Scattered, words: FigureWords): string[] {
  const { peers, facts, axes, cells, chosen } = scattered;
  const { t, format } = words;
  if (!facts) return [];
  const count = (n: number) => format.value(n, 'count');
  const lacking = (metric: Metric, n: number, key: 'lacking' | 'lackingSize') =>
    n > 0
      ? [t(`compareViews.scatter.${key}`, { name: format.words(metric.name), n: count(n) })]
      : [];
  const axesLog = { x: { log: isLog(axes, 'x') }, y: { log: isLog(axes, 'y') } };
  const unfit = chosen.filter(
    ({ x, y }) => x !== null && y !== null && !fitsAxes({ x, y }, axesLog),
  );
  const names = unfit.flatMap(({ doc_id }) => {
    const theirs = cells.filter(({ info, value }) => info.doc_id === doc_id && (value ?? 1) <= 0);
    return theirs.map((cell) =>
      t('compare.figure.pair', { name: cell.label, value: textOf(cell, words) }),
    );
  });
  const sizes = cells.flatMap(({ metric, value }) =>
    metric.id === axes.size?.id && value !== null ? [value] : [],
  );
  const largest = Math.max(...sizes, ...peers.flatMap(({ size }) => size ?? []));
  const own = chosen.filter(
    ({ x, y }) => x !== null && y !== null && fitsAxes({ x, y }, axesLog),
  ).length;
  return [
    [
      t('compareViews.scatter.drawn', { n: count(facts.members), drawn: count(facts.drawn) }),
      ...lacking(axes.y, facts.without_y, 'lacking'),
      ...lacking(axes.x, facts.without_x, 'lacking'),
      ...(axes.size ? lacking(axes.size, facts.without_size, 'lackingSize') : []),
      ...(facts.not_positive > 0
        ? [t('compareViews.scatter.notPositive', { n: count(facts.not_positive) })]
        : []),
    ].join(words.format.language === 'en' ? ' ' : ''),
    ...(peers.length < facts.drawn - own
      ? [t('compareViews.sampled', { n: count(facts.drawn), shown: count(peers.length) })]
      : []),
    ...(names.length > 0
      ? [
          t('compareViews.scatter.notPositiveNames', {
            names: names.join(t('compare.figure.separator')),
          }),
        ]
      : []),
    ...(axes.size && Number.isFinite(largest)
      ? [
          t('compareViews.scatter.sizeAbout', {
            name: format.words(axes.size.name),
            x: withUnit(largest, axes.size, words),
          }),
        ]
      : []),
  ];
}

/** The points as rows, the chosen first, then the others from the highest on the vertical axis. */
export function scatterTable(
  { peers, axes, cells }: Scattered,
  comparison: Comparison,
  page: number,
): { rows: PopulationRow[]; metrics: Metric[]; total: number } {
  const metrics = [...new Map(columnsOf(axes).map(({ metric }) => [metric.id, metric])).values()];
  const own = comparison.cells.map(({ info, slot }) => ({
    info,
    slot,
    rank: null,
    cells: cells.filter((cell) => cell.info.doc_id === info.doc_id),
  }));
  const others = peers
    .toSorted((a, b) => b.y - a.y)
    .map((row) => ({
      info: row.info,
      slot: null,
      rank: null,
      cells: columnsOf(axes).map(({ column, metric }) =>
        cellOf(
          {
            info: row.info,
            label: row.info.organization,
            value: row[column],
            reason: null,
            basis: null,
          },
          metric,
          comparison,
        ),
      ),
    }));
  const all = [...own, ...others];
  return {
    rows: all.slice((page - 1) * TABLE_PAGE, page * TABLE_PAGE),
    metrics,
    total: all.length,
  };
}

import type { SlopeEnd, SlopeInput, SlopeLine, SlopePopulation } from '@/charts/slope';
import type { SlopeShown } from '@/composables/useSlope';
import type { CompareCell } from '@/domain/comparison';
import type { SlopeFigures } from '@/domain/over-time';
import type { Axis } from '@/domain/view-state';
import { metricWords } from './compare-names';
import { axisOf, spoken, textOf, type FigureWords } from './figure-words';
import { datedTip } from './over-time-words';

const NO_END: SlopeEnd = { origin: null, value: null, text: '', tip: [] };
/** Organizations read out before it is enough. */
const READ_OUT = 12;

/** Names of the two sides: years, or metrics. */
export function slopeHeads({ sides, slope }: SlopeShown, words: FigureWords): [string, string] {
  const head = (side: 0 | 1): string => {
    const of = sides?.[side];
    if (!of) return '';
    return slope === 'years'
      ? words.t('overTime.year', { year: of.year })
      : words.format.words(of.metric.name);
  };
  return [head(0), head(1)];
}

export function slopeTitle(shown: SlopeShown, words: FigureWords): string {
  const name = words.format.words(shown.metric.name);
  if (!shown.sides) return name;
  const [from, to] = slopeHeads(shown, words);
  const of = shown.slope === 'years' ? name : words.t('overTime.year', { year: shown.year });
  return words.t('overTime.slope.title', { name: of, from, to });
}

/** What the chart is made of; `members` names those compared with. */
export function slopeAbout(shown: SlopeShown, members: string, words: FigureWords): string {
  const { format, t } = words;
  const [from, to] = slopeHeads(shown, words);
  const as = populationOf(shown, words)?.as;
  return [
    metricWords(shown.metric, format, t),
    ...(shown.sides ? [t('overTime.slope.about', { from, to })] : []),
    ...(as ? [t(`overTime.slope.${as}`, { members, n: shown.spread[0]?.members ?? 0 })] : []),
  ].join(' · ');
}

/** Why nothing can be drawn, in words with what to do; empty if it can. */
export function slopeHindrance(
  { sides, slope, metric, year, rows }: SlopeShown,
  { format, t }: FigureWords,
): string {
  if (!sides) {
    return slope === 'years'
      ? t('overTime.slope.oneYear', { year })
      : t('overTime.slope.alone', { name: format.words(metric.name) });
  }
  const isEmpty = rows.every(({ cells }) => cells.every((cell) => cell?.value == null));
  return isEmpty ? t('overTime.noValue') : '';
}

/** Who has no document in which of the years. */
export const slopeMissing = ({
  rows,
  sides,
}: SlopeShown): { label: string; slot: number; years: string }[] =>
  rows.flatMap(({ label, slot, cells }) => {
    const absent = (sides ?? []).flatMap(({ year }, i) => (cells[i] ? [] : [year]));
    return absent.length > 0 ? [{ label, slot, years: [...new Set(absent)].join(', ') }] : [];
  });

const endOf = (cell: CompareCell | null, words: FigureWords): SlopeEnd =>
  cell === null || cell.value === null
    ? NO_END
    : {
        origin: { doc: cell.info.doc_id, metric: cell.metric.id },
        value: cell.value,
        text: textOf(cell, words),
        marked: words.markOf(cell)?.severity,
        tip: datedTip(cell, words),
      };

/** Figures on two sides as lines; an organization with none is left to the notes. */
const lines = (rows: readonly SlopeFigures[], words: FigureWords): SlopeLine[] =>
  rows.flatMap(({ label, slot, cells: [from, to] }) =>
    from?.value == null && to?.value == null
      ? []
      : [{ label, slot, ends: [endOf(from, words), endOf(to, words)] as const }],
  );

/** Those compared with: each by itself if they are few, else their quartiles. */
function populationOf(
  { spread, pairs }: SlopeShown,
  words: FigureWords,
): SlopePopulation | undefined {
  if (pairs.length > 0) {
    return {
      as: 'lines',
      lines: pairs.map(({ first_value, last_value }) => [first_value, last_value] as const),
    };
  }
  const [left, right] = [0, 1].map((side) => spread.find((row) => row.side === side) ?? null);
  if (!left || !right) return undefined;
  const label = words.t('overTime.median', { n: right.members });
  return { as: 'band', sides: [left, right], label };
}

/** What the chart is drawn from. */
export const slopeInput = (
  shown: SlopeShown,
  axis: Axis,
  words: FigureWords,
): Omit<SlopeInput, 'width' | 'theme' | 'description'> => ({
  heads: slopeHeads(shown, words),
  lines: lines(shown.rows, words),
  population: populationOf(shown, words),
  axis: {
    ...axisOf(shown.metric, words),
    zero: axis === 'zero',
    note: words.t(`overTime.axisNote.${axis}`),
  },
});

/** What the chart shows, for readers who do not see it. */
export const slopeDescribed = (
  rows: readonly SlopeFigures[],
  title: string,
  words: FigureWords,
): string => {
  const { t } = words;
  const list = rows.slice(0, READ_OUT).map(({ label, cells }) =>
    t('overTime.describedLine', {
      name: label,
      ends: cells
        .map((cell) => (cell ? spoken(cell, words) : t('overTime.notLoadedCell')))
        .join(t('overTime.to')),
    }),
  );
  return t('compare.figure.described', {
    name: title,
    list: list.join(t('compare.figure.separator')),
  });
};

import type { CompareCell } from '@/domain/comparison';
import { difference, differenceText, differenceUnit } from '@/domain/difference';
import { groupBy } from '@/domain/group';
import type { Metric, MetricUnit } from '@/domain/metric';
import {
  cellsOf,
  loadedYears,
  missingDocuments,
  type TimeLine,
  type TimeSeries,
} from '@/domain/over-time';
import { selectionMixes, type Mix } from '@/domain/selection';
import { axisOf, spoken, textOf, tipOf, type FigureWords } from './figure-words';

/** Lines read out before it is enough. */
const READ_OUT = 12;
const NAMED = 4;

/** Lines of the tooltip of a figure that stands among other years. */
export function datedTip(cell: CompareCell, words: FigureWords): string[] {
  const [name = '', ...rest] = tipOf(cell, words);
  return [words.t('overTime.tip', { name, year: cell.info.fiscal_year }), ...rest];
}

/** In what respects the lines of one chart are not alike; that they are of several years is what it shows. */
export const lineMixes = ({ lines }: TimeSeries): Mix[] =>
  selectionMixes(
    lines.flatMap(({ cells }) => cells.findLast((cell) => cell !== null)?.info ?? []),
  ).filter((mix) => mix !== 'year');

/** The budgets that lines come from: the first few organizations by name, the years from first to last. */
export function seriesNames({ years, lines }: TimeSeries, { t }: Pick<FigureWords, 't'>): string {
  const names = lines
    .slice(0, NAMED)
    .map(({ label }) => label)
    .join(t('compare.figure.separator'));
  const stage = lines.flatMap(({ cells }) => cells.flatMap((cell) => cell?.info.stage ?? []))[0];
  return t(years.length > 1 ? 'overTime.source' : 'overTime.sourceOneYear', {
    names: lines.length > NAMED ? t('compare.figure.others', { names, n: lines.length }) : names,
    from: years[0] ?? '',
    to: years.at(-1) ?? '',
    stage: t(`frame.stage.${stage ?? 'budget'}`),
  });
}

/** A line as it is read out: its first and its last figure. */
function lineWords({ label, cells }: TimeLine, words: FigureWords): string[] {
  const known = cells.flatMap((cell) => (cell?.value == null ? [] : [cell]));
  const ends = known.length > 1 ? [known[0]!, known.at(-1)!] : known;
  if (ends.length === 0) return [];
  const end = (cell: CompareCell) =>
    words.t('overTime.describedEnd', {
      year: cell.info.fiscal_year,
      value: spoken(cell, words),
    });
  return [
    words.t('overTime.describedLine', {
      name: label,
      ends: ends.map(end).join(words.t('overTime.to')),
    }),
  ];
}

/** Lines whose change is said in words. */
const SAID = 3;
const PERCENT_OF: readonly MetricUnit[] = ['yuan', 'yuan per person', 'count'];

/** The unit of a figure in a sentence; an index says its base by its name. */
const saidUnit = (metric: Metric, words: FigureWords): string =>
  metric.unit === 'base 100' ? '' : axisOf(metric, words).unit;

/** A change as a percentage where there is a base above zero, else as a difference in the metric's own unit. */
function changeWords(from: number, to: number, { unit }: Metric, words: FigureWords): string {
  const by = difference(from, to);
  if (PERCENT_OF.includes(unit) && from > 0) return words.format.change(by / from);
  const text = differenceText(by, unit, words.format);
  return unit === 'base 100'
    ? text
    : words.t('compare.figure.pair', { name: text, value: differenceUnit(unit, words.format) });
}

/** What the first few lines say themselves: from their first figure to their last, and how much that is. */
export function seriesSays({ lines }: TimeSeries, metric: Metric, words: FigureWords): string {
  const { t } = words;
  const said = lines.slice(0, SAID).flatMap(({ label, cells }) => {
    const known = cells.flatMap((cell) => (cell?.value == null ? [] : [cell]));
    const [first, last] = [known[0], known.at(-1)];
    if (!first || !last || first === last) return [];
    return [
      t('overTime.says', {
        name: label,
        from: first.info.fiscal_year,
        to: last.info.fiscal_year,
        x: textOf(first, words),
        y: [textOf(last, words), saidUnit(metric, words)].filter(Boolean).join(' '),
        change: changeWords(first.value ?? 0, last.value ?? 0, metric, words),
      }),
    ];
  });
  return said.join(words.format.language === 'en' ? ' ' : '');
}

/** What a chart of lines shows, for readers who do not see it. */
export const seriesDescribed = (
  { years, lines }: TimeSeries,
  name: string,
  words: FigureWords,
): string =>
  words.t('overTime.described', {
    name,
    from: years[0] ?? '',
    to: years.at(-1) ?? '',
    list: lines
      .slice(0, READ_OUT)
      .flatMap((line) => lineWords(line, words))
      .join(words.t('compare.figure.separator')),
  });

/** Who has no document in which years, one entry for each organization. */
export const notLoaded = (series: TimeSeries): { label: string; slot: number; years: string }[] =>
  [...groupBy(missingDocuments(series), ({ line }) => line)].map(([{ label, slot }, missing]) => ({
    label,
    slot,
    years: missing.map(({ year }) => year).join(', '),
  }));

/** Why no lines can be drawn, in words with what to do; empty if they can. */
export function hindrance(series: TimeSeries, { t }: Pick<FigureWords, 't'>): string {
  const years = loadedYears(series);
  if (years.length === 0) return t('overTime.noYear');
  if (years.length === 1) return t('overTime.oneYear', { year: years[0] });
  return cellsOf(series).every(({ value }) => value === null) ? t('overTime.noValue') : '';
}

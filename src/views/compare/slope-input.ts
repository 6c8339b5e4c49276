import type { SlopeEnd, SlopeInput, SlopeLine, SlopePopulation } from '@/charts/slope';
import type { SideSpreadRow, SlopePairRow } from '@/db/queries/slope';
import type { CompareCell } from '@/domain/comparison';
import type { SlopeFigures } from '@/domain/over-time';
import { spoken, textOf, type FigureWords } from './figure-words';
import { datedTip } from './over-time-words';

const NO_END: SlopeEnd = { origin: null, value: null, text: '', tip: [] };
/** Organizations read out before it is enough. */
const READ_OUT = 12;

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
export const slopeLines = (rows: readonly SlopeFigures[], words: FigureWords): SlopeLine[] =>
  rows.flatMap(({ label, slot, cells: [from, to] }) =>
    from?.value == null && to?.value == null
      ? []
      : [{ label, slot, ends: [endOf(from, words), endOf(to, words)] as const }],
  );

/** Those compared with: each by itself if they are few, else their quartiles. */
export function slopePopulation(
  spread: readonly SideSpreadRow[],
  pairs: readonly SlopePairRow[],
  words: FigureWords,
): SlopeInput['population'] {
  if (pairs.length > 0) {
    const lines = pairs.map(({ first_value, last_value }) => [first_value, last_value] as const);
    return { as: 'lines', lines } satisfies SlopePopulation;
  }
  const side = (of: number) => spread.find((row) => row.side === of) ?? null;
  if (!side(0) || !side(1)) return undefined;
  return {
    as: 'band',
    sides: [side(0), side(1)],
    label: words.t('overTime.median', { n: side(1)?.members ?? 0 }),
  };
}

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

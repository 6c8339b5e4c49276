import type { WaterfallBar } from '@/charts/waterfall';
import type { WaterfallShown } from '@/composables/useWaterfall';
import { differenceText } from '@/domain/difference';
import type { Format } from '@/domain/format';
import { gravestMark, type QualityMark } from '@/domain/quality-mark';
import type { SourceRef } from '@/domain/source-ref';
import type { Part, PartName, Whole } from '@/domain/structure';
import type { WaterfallStep } from '@/domain/waterfall';

/** What the words of a waterfall are made with. */
export interface WaterfallWords {
  format: Format;
  t: (key: string, named?: Record<string, unknown>) => string;
  nameOf: (part: PartName) => string;
  /** Names of the two budgets: years, or organizations. */
  sides: readonly [string, string];
  /** Colour slots of the two. */
  slots: readonly [number, number];
  markOf: (source: SourceRef) => QualityMark | null;
  markWords: (mark: QualityMark) => string;
}

/** Parts named in a tooltip before it is enough. */
const NAMED = 8;

const docsOf = ({ first, last }: WaterfallShown): [string, string] => [first.doc_id, last.doc_id];

/** A figure of one side as written, or why there is none. */
function sideText(part: Part, doc: string, { format, t }: WaterfallWords): string {
  const cell = part.cells.get(doc);
  if (!cell) return t('overTime.waterfall.unlisted');
  return cell.amount === null ? t('overTime.waterfall.blank') : format.amount(cell.amount);
}

/** Neither side prints an amount. */
const isEmpty = ({ cells }: Part, docs: readonly string[]): boolean =>
  docs.every((doc) => cells.get(doc)?.amount == null);

/** Parts that both sides leave without an amount. */
export const emptyParts = (shown: WaterfallShown): Part[] =>
  shown.composition.parts.filter((part) => isEmpty(part, docsOf(shown)));

/** Name of a part, and on which side it has no amount. */
export function partLabel(part: Part, shown: WaterfallShown, words: WaterfallWords): string {
  const { t, nameOf, sides } = words;
  const name = nameOf(part);
  const docs = docsOf(shown);
  const lacking = docs.findIndex((doc) => part.cells.get(doc)?.amount == null);
  if (lacking < 0 || isEmpty(part, docs)) return name;
  const blank = part.cells.has(docs[lacking]!);
  return t(blank ? 'overTime.waterfall.blankIn' : 'overTime.waterfall.notIn', {
    name,
    side: sides[lacking],
  });
}

export function stepLabel(
  step: WaterfallStep,
  shown: WaterfallShown,
  words: WaterfallWords,
): string {
  const { t, sides } = words;
  const [part] = step.parts;
  switch (step.kind) {
    case 'first':
      return t('overTime.waterfall.whole', { name: sides[0] });
    case 'last':
      return t('overTime.waterfall.whole', { name: sides[1] });
    case 'rest':
      return t('overTime.waterfall.rest', { n: step.parts.length });
    case 'remainder':
      return t('overTime.waterfall.remainder');
    default:
      return part ? partLabel(part, shown, words) : '';
  }
}

const isWhole = ({ kind }: WaterfallStep): boolean => kind === 'first' || kind === 'last';

/** The figure of a step as written: a whole as it is, a change with its sign. */
export const stepText = (step: WaterfallStep, { format }: WaterfallWords): string =>
  isWhole(step) ? format.amount(step.change) : differenceText(step.change, 'yuan', format);

const wholeOf = (step: WaterfallStep, shown: WaterfallShown): Whole | undefined => {
  const [first, last] = docsOf(shown);
  const doc = step.kind === 'first' ? first : step.kind === 'last' ? last : null;
  return shown.composition.wholes.find((whole) => whole.doc === doc);
};

/** Cells that a step rests on. */
export const stepSources = (step: WaterfallStep, shown: WaterfallShown): SourceRef[] => {
  const whole = wholeOf(step, shown)?.source;
  return [
    ...(whole ? [whole] : []),
    ...step.parts.flatMap(({ cells }) =>
      docsOf(shown).flatMap((doc) => cells.get(doc)?.source ?? []),
    ),
  ];
};

function tipOf(step: WaterfallStep, shown: WaterfallShown, words: WaterfallWords): string[] {
  const { t, format, nameOf } = words;
  const [first, last] = docsOf(shown);
  const unit = format.unitName;
  const lines = step.parts.slice(0, NAMED).map((part) => {
    const both = `${sideText(part, first, words)} → ${sideText(part, last, words)}`;
    return step.kind === 'rest'
      ? t('compare.figure.pair', { name: nameOf(part), value: both })
      : both;
  });
  return [
    stepLabel(step, shown, words),
    `${stepText(step, words)} ${unit}`,
    ...lines,
    ...(step.parts.length > NAMED
      ? [t('overTime.waterfall.more', { n: step.parts.length - NAMED })]
      : []),
    ...(step.kind === 'remainder' ? [t('overTime.waterfall.remainderTip')] : []),
  ];
}

function lookOf({ kind }: WaterfallStep, { slots }: WaterfallWords): WaterfallBar['look'] {
  if (kind === 'first') return { is: 'whole', slot: slots[0] };
  if (kind === 'last') return { is: 'whole', slot: slots[1] };
  return { is: kind === 'part' || kind === 'rest' ? 'change' : 'outlined' };
}

/** The bars of a change, each with its words. */
export function waterfallBars(
  steps: readonly WaterfallStep[],
  shown: WaterfallShown,
  words: WaterfallWords,
): WaterfallBar[] {
  return steps.map((step): WaterfallBar => {
    const mark = gravestMark(stepSources(step, shown).map(words.markOf));
    const whole = wholeOf(step, shown);
    return {
      origin: whole ? { doc: whole.doc, metric: 'total' } : null,
      label: stepLabel(step, shown, words),
      from: step.from,
      to: step.to,
      text: stepText(step, words),
      marked: mark?.severity,
      tip: [...tipOf(step, shown, words), ...(mark ? [words.markWords(mark)] : [])],
      look: lookOf(step, words),
    };
  });
}

/** What the change itself says: from what to what, the largest rise and the largest fall among the printed parts. */
export function waterfallSays(
  steps: readonly WaterfallStep[],
  shown: WaterfallShown,
  words: WaterfallWords,
): string {
  const { t, format } = words;
  const [first, last] = [steps[0]!.to, steps.at(-1)!.to];
  const amount = t(last > first ? 'overTime.waterfall.rose' : 'overTime.waterfall.fell', {
    x: format.amount(Math.abs(last - first)),
  });
  const percent = first > 0 ? format.change((last - first) / first) : '';
  const change =
    last === first
      ? t('overTime.waterfall.same')
      : percent
        ? t('overTime.waterfall.withPercent', { text: amount, percent })
        : amount;
  const moved = steps.filter(({ kind }) => ['part', 'only_first', 'only_last'].includes(kind));
  const rise = moved.find((step) => step.change > 0);
  const fall = moved.find((step) => step.change < 0);
  const largest = (key: string, step: WaterfallStep | undefined): string[] =>
    step
      ? [t(key, { name: stepLabel(step, shown, words), x: format.amount(Math.abs(step.change)) })]
      : [];
  return [
    t('overTime.waterfall.says', {
      first: format.amount(first),
      last: format.amount(last),
      unit: format.unitName,
      change,
    }),
    ...largest('overTime.waterfall.largestRise', rise),
    ...largest('overTime.waterfall.largestFall', fall),
  ].join(words.format.language === 'en' ? ' ' : '');
}

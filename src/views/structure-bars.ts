import type { BarMark, CompositionInput } from '@/charts/composition-bars';
import type { StructureColumn } from '@/components/structure-words';
import type { Format } from '@/domain/format';
import { gravestMark, type QualityMark, type QualityMarks } from '@/domain/quality-mark';
import type { Composition, PartName, Whole } from '@/domain/structure';
import { segmentedBars, type Segment, type SegmentedBars } from '@/domain/structure-bars';
import type { PeerMedian } from '@/domain/structure-peers';
import type { Translate } from '@/domain/translate';
import type { Stack } from '@/domain/view-state';

/** Budgets to be drawn as bars of their parts. */
export interface StructureBarsAsked {
  shown: Composition;
  columns: readonly Pick<StructureColumn, 'doc' | 'label'>[];
  /** Metric that the whole is, where it is summed; null for a part. */
  wholeMetric: string | null;
  stack: Stack;
  /** Middle shares of peers, as a bar of their own. */
  median: PeerMedian | null;
  label: string;
  /** In CSS pixels. */
  width: number;
}

export interface StructureBarsWords {
  t: Translate;
  format: Format;
  nameOf: (part: PartName) => string;
  marks: Pick<QualityMarks, 'ofSource'>;
  markWords: (mark: QualityMark) => string;
}

function segmentName({ color, parts }: Segment, { t, nameOf }: StructureBarsWords): string {
  if (color === 'remainder') return t('structure.remainder');
  return color === 'rest' ? t('structure.restCount', { count: parts.length }) : nameOf(parts[0]!);
}

/** Medians are shares only; what is drawn together has none. */
function medianBar(
  { median, stack }: StructureBarsAsked,
  segments: readonly Segment[],
  { t }: StructureBarsWords,
): CompositionInput['bars'] {
  if (!median || stack !== 'share') return [];
  const shares = segments.map(({ parts: [part, ...more] }) =>
    part && more.length === 0 ? (median.shares.get(part.key) ?? null) : null,
  );
  return [
    { name: t('structure.median.name', { n: median.peers }), total: '', values: shares, shares },
  ];
}

/** What the bars of a composition are drawn from, and the segments that they consist of. */
export function structureBars(
  asked: StructureBarsAsked,
  words: StructureBarsWords,
): { input: CompositionInput; drawn: SegmentedBars } {
  const { shown, columns, wholeMetric, stack, width, label } = asked;
  const { t, format, marks, markWords } = words;
  const drawn = segmentedBars(shown);
  const { segments } = drawn;
  const inUnit = (yuan: number): string =>
    t(`structure.${stack === 'per_staff' ? 'perHeadIn' : 'amountIn'}.${format.unit}`, {
      amount: format.amount(yuan),
    });
  const asBarMark = (mark: QualityMark | null): BarMark | null =>
    mark && { severity: mark.severity, text: markWords(mark) };
  const segmentMark = ({ parts }: Segment, doc: string): BarMark | null => {
    const sources = parts.flatMap((part) => part.cells.get(doc)?.source ?? []);
    return asBarMark(gravestMark(sources.map(marks.ofSource)));
  };
  const wholeMark = ({ doc, source }: Whole): BarMark | null => {
    const summed =
      wholeMetric === null ? null : ({ kind: 'metric', doc, metric: wholeMetric } as const);
    const at = source ?? summed;
    return asBarMark(at && marks.ofSource(at));
  };
  const bars = drawn.bars.map(({ whole, values, shares }) => ({
    name: columns.find(({ doc }) => doc === whole.doc)?.label ?? '',
    total: inUnit(whole.amount ?? 0),
    values,
    shares,
    marks: segments.map((segment) => segmentMark(segment, whole.doc)),
    wholeMark: wholeMark(whole),
  }));
  return {
    drawn,
    input: {
      parts: segments.map((segment) => ({ ...segment, name: segmentName(segment, words) })),
      bars: [...bars, ...medianBar(asked, segments, words)],
      stack: stack === 'share' ? 'share' : 'amount',
      width,
      description: label,
      amount: format.amount,
      amountWithUnit: inUnit,
      ratio: format.ratio,
    },
  };
}

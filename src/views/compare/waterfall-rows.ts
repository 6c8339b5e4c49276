import type { ChangeRow, ChangeSide } from '@/components/waterfall-columns';
import type { WaterfallShown } from '@/composables/useWaterfall';
import { difference } from '@/domain/difference';
import type { Part, Whole } from '@/domain/structure';
import type { WaterfallStep } from '@/domain/waterfall';
import { partLabel, stepLabel, type WaterfallWords } from './waterfall-words';

const NOTHING: ChangeSide = { amount: null, source: null, missing: '' };

function sideOf(part: Part, doc: string, { t }: WaterfallWords): ChangeSide {
  const cell = part.cells.get(doc);
  return {
    amount: cell?.amount ?? null,
    source: cell?.source ?? null,
    missing: t(`overTime.waterfall.${cell ? 'blank' : 'unlisted'}`),
  };
}

const wholeSide = (whole: Whole | undefined): ChangeSide => ({
  ...NOTHING,
  amount: whole?.amount ?? null,
  source: whole?.source ?? null,
});

/**
 * A row for every part that has an amount, in the order of the steps, those of the rest by size; then what no part
 * explains, then the wholes.
 */
export function waterfallRows(
  steps: readonly WaterfallStep[],
  shown: WaterfallShown,
  words: WaterfallWords,
): ChangeRow[] {
  const { composition, first, last } = shown;
  const drawn = steps.flatMap(({ parts }) => parts);
  const rows = drawn.map((part): ChangeRow => {
    const sides = [sideOf(part, first.doc_id, words), sideOf(part, last.doc_id, words)] as const;
    return {
      key: part.key,
      label: partLabel(part, shown, words),
      sides,
      change: difference(sides[0].amount ?? 0, sides[1].amount ?? 0),
      whole: false,
      drillable: part.drillable,
    };
  });
  const remainder = steps.find(({ kind }) => kind === 'remainder');
  const [from, to] = [first, last].map(({ doc_id }) =>
    composition.wholes.find(({ doc }) => doc === doc_id),
  );
  return [
    ...rows,
    ...(remainder
      ? [
          {
            key: ' remainder',
            label: stepLabel(remainder, shown, words),
            sides: [NOTHING, NOTHING] as const,
            change: remainder.change,
            whole: false,
            drillable: false,
          },
        ]
      : []),
    {
      key: ' whole',
      label: words.t('structure.table.total'),
      sides: [wholeSide(from), wholeSide(to)],
      change: difference(from?.amount ?? 0, to?.amount ?? 0),
      whole: true,
      drillable: false,
    },
  ];
}

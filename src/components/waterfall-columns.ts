import { differenceText } from '@/domain/difference';
import type { SourceRef } from '@/domain/source-ref';
import type { TableColumn } from './data-table';
import { amountLeaving, shareLeaving, type TableWords } from './leaving-table';

/** One row: a part on both sides in yuan, null where that side has no amount. */
export interface ChangeRow {
  key: string;
  label: string;
  sides: readonly [ChangeSide, ChangeSide];
  change: number;
  /** The row is a whole. */
  whole: boolean;
  drillable: boolean;
}
export interface ChangeSide {
  amount: number | null;
  source: SourceRef | null;
  /** What is said where there is no amount. */
  missing: string;
}

export interface ChangeFacts {
  sides: readonly [string, string];
  /** Whole change in yuan. */
  total: number;
}

/** Columns of a waterfall's table: the part, both sides, the change and its share in the whole change. */
export function changeColumns(
  { sides, total }: ChangeFacts,
  words: TableWords,
): TableColumn<ChangeRow>[] {
  const { t, format } = words;
  const shareOf = ({ change, whole }: ChangeRow): number | null =>
    whole || total === 0 ? null : change / total;
  return [
    {
      key: 'part',
      label: t('overTime.waterfall.part'),
      sort: ({ label }) => label,
      text: ({ label }) => label,
    },
    ...sides.map((label, i): TableColumn<ChangeRow> => ({
      key: `side${i}`,
      label,
      unit: format.unitName,
      figures: true,
      sort: (row) => row.sides[i as 0 | 1].amount,
      leaving: amountLeaving(words, (row) => {
        const { amount, missing, source } = row.sides[i as 0 | 1];
        return { yuan: amount, reason: missing, source: amount === null ? null : source };
      }),
    })),
    {
      key: 'change',
      label: t('overTime.waterfall.change'),
      unit: format.unitName,
      figures: true,
      sort: ({ change }) => change,
      text: ({ change }) => differenceText(change, 'yuan', format),
      leaving: amountLeaving(words, ({ change }) => ({ yuan: change })),
    },
    {
      key: 'share',
      label: t('overTime.waterfall.share'),
      figures: true,
      text: (row) => {
        const share = shareOf(row);
        return share === null ? '' : format.ratio(share);
      },
      leaving: shareLeaving(shareOf),
    },
  ];
}

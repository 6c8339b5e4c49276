import type { DocumentInfo } from '@/domain/organization';
import { TARGET_TYPES, type TargetCount } from '@/domain/project-targets';
import type { TableColumn } from './data-table';
import { documentColumns, shareLeaving, wholeNumber, type TableWords } from './leaving-table';

/** Performance targets of a type, with a number to reach or without. */
export const allTargets = ({ measurable, others }: TargetCount): number => measurable + others;

const shareOf = (count: TargetCount): number | null =>
  allTargets(count) > 0 ? count.measurable / allTargets(count) : null;

/** Columns of performance targets by type: how many, how many of them with a number. */
export function targetColumns(
  nameOf: (doc: string) => string,
  infoOf: (doc: string) => DocumentInfo | undefined,
  words: TableWords,
): TableColumn<TargetCount>[] {
  const { t, format } = words;
  return [
    {
      key: 'organization',
      label: t('projects.targets.organization'),
      sort: ({ doc_id }) => nameOf(doc_id),
      text: ({ doc_id }) => nameOf(doc_id),
      leaving: {
        type: 'text',
        cell: ({ doc_id }) => ({ value: infoOf(doc_id)?.organization ?? nameOf(doc_id) }),
      },
    },
    ...documentColumns(({ doc_id }: TargetCount) => infoOf(doc_id), words),
    {
      key: 'type',
      label: t('projects.targets.type'),
      sort: ({ type }) => TARGET_TYPES.indexOf(type),
      text: ({ type }) => t(`projects.types.${type}`),
    },
    {
      key: 'count',
      label: t('projects.targets.count'),
      figures: true,
      sort: allTargets,
      text: (count) => format.plain(allTargets(count)),
      leaving: wholeNumber(allTargets),
    },
    {
      key: 'measurable',
      label: t('projects.targets.measurable'),
      figures: true,
      sort: ({ measurable }) => measurable,
      text: ({ measurable }) => format.plain(measurable),
      leaving: wholeNumber(({ measurable }) => measurable),
    },
    {
      key: 'share',
      label: t('projects.targets.share'),
      figures: true,
      sort: shareOf,
      text(count) {
        const share = shareOf(count);
        return share === null ? '' : format.ratio(share);
      },
      leaving: shareLeaving(shareOf),
    },
  ];
}

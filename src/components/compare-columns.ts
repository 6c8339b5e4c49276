import { rankGroups, ranked, type CompareCell, type Comparison } from '@/domain/comparison';
import { basisMix } from '@/domain/guard';
import type { DocumentInfo } from '@/domain/organization';
import type { TableColumn } from './data-table';
import { documentColumns, metricLeaving, wholeNumber, type TableWords } from './leaving-table';

/** A row of the table twin of bars and rankings. */
export type CompareTableRow = CompareCell & { rank: number | null };

const isRanked = ({ kind, infos }: Comparison): boolean =>
  kind === 'ranking' && rankGroups(infos).length === 1;

/** Rows of the table twin of bars and rankings: one for each organization, from the highest where they are ranked. */
export const compareRows = (comparison: Comparison): readonly CompareTableRow[] =>
  isRanked(comparison)
    ? ranked(comparison.cells)
    : comparison.cells.map((cell) => ({ ...cell, rank: null }));

/** Level and scope of a document's organization, in words. */
export const scopeText = (
  { level, scope }: Pick<DocumentInfo, 'level' | 'scope'>,
  { t }: Pick<TableWords, 't'>,
): string =>
  [level ? t(`frame.level.${level}`) : '', t(`frame.scope.${scope}`)].filter(Boolean).join(' · ');

/** Columns of the table twin of bars and rankings. */
export function compareColumns(
  comparison: Comparison,
  words: TableWords,
): TableColumn<CompareTableRow>[] {
  const { t, format } = words;
  const { metric, cells } = comparison;
  const scope = ({ info }: CompareTableRow): string => scopeText(info, words);
  const has = (part: 'staff' | 'basis') => cells.some((cell) => cell[part]);
  return [
    {
      key: 'organization',
      label: t('compare.column.organization'),
      sort: ({ info }) => info.organization,
      text: ({ info }) => info.organization,
    },
    ...documentColumns(({ info }: CompareTableRow) => info, words),
    ...(isRanked(comparison)
      ? [
          {
            key: 'rank',
            label: t('compare.column.rank'),
            figures: true,
            text: ({ rank }: CompareTableRow) => String(rank ?? '–'),
            leaving: wholeNumber(({ rank }: CompareTableRow) => rank),
          },
        ]
      : []),
    { key: 'scope', label: t('compare.column.scope'), sort: scope, text: scope },
    {
      key: 'value',
      label: format.words(metric.name),
      unit: metric.unit === 'ratio' ? '' : format.metricUnit(metric.unit),
      figures: true,
      sort: ({ value }) => value,
      leaving: metricLeaving(metric, words, (row) => row),
    },
    ...(has('staff') ? staffColumns(words) : []),
    ...(has('basis') && basisMix(metric) === 'basis'
      ? [
          {
            key: 'basis',
            label: t('compare.column.basis'),
            text: ({ basis }: CompareTableRow) => (basis ? t(`compare.basis.${basis}`) : ''),
          },
        ]
      : []),
  ];
}

const staffColumns = ({ t }: TableWords): TableColumn<CompareTableRow>[] => [
  {
    key: 'staff',
    label: t('compare.column.headcount'),
    sort: ({ staff }) => staff?.people ?? null,
    leaving: wholeNumber(({ staff }) => staff?.people ?? null),
  },
  {
    key: 'staff_kind',
    label: t('compare.headcount.kind'),
    hidden: true,
    text: ({ staff }) => (staff ? t(`common.headcount.${staff.kind}`) : ''),
  },
  {
    key: 'staff_as_of',
    label: t('compare.headcount.asOf'),
    hidden: true,
    leaving: { type: 'date', cell: ({ staff }) => ({ value: staff?.asOf ?? null }) },
  },
  {
    key: 'staff_source',
    label: t('compare.headcount.source'),
    hidden: true,
    text: ({ staff }) =>
      staff?.supplied
        ? t('compare.notes.suppliedFrom', { source: staff.source ?? '' })
        : (staff?.source ?? ''),
  },
];

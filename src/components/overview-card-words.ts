import type { Format } from '@/domain/format';
import { placeLabel, type DocumentInfo } from '@/domain/organization';
import type { StaffRow } from '@/domain/overview';
import type { Translate } from '@/domain/translate';

/** The figures of a card. */
export const CARD_FIGURES = [
  'total',
  'total_per_staff',
  'project_share',
  'carryover_ratio',
  'personnel_share',
  'three_public',
] as const;

/** Where the organization is, what it is, and which budget of it is shown. */
export const cardFacts = (
  info: DocumentInfo,
  { t, format }: { t: Translate; format: Format },
): string[] => [
  placeLabel(info, format.language),
  ...(info.level ? [t(`frame.level.${info.level}`)] : []),
  t(`frame.scope.${info.scope}`),
  t('overview.card.year', { year: info.fiscal_year, stage: t(`overview.stage.${info.stage}`) }),
  info.published_on
    ? t('overview.card.published', { date: info.published_on })
    : t('overview.card.unpublished'),
];

/** The headcount under the figures per head; empty where there is none. */
export function cardHeadcount(staff: StaffRow | null, t: Translate): string {
  if (!staff) return '';
  const words = { kind: t(`common.headcount.${staff.kind}`), n: staff.people, date: staff.as_of };
  return t(`overview.card.${staff.as_of ? 'staffDated' : 'staff'}`, words);
}

import type { Between, WaterfallShown } from '@/composables/useWaterfall';
import type { DocumentInfo } from '@/domain/organization';
import type { PartName } from '@/domain/structure';

/** What titles are made with; `labelOf` names an organization as everywhere on the screen. */
export interface TitleWords {
  t: (key: string, named?: Record<string, unknown>) => string;
  nameOf: (part: PartName) => string;
  labelOf: (org: string) => string;
}

/** Two years of one organization, rather than two organizations. */
export const isOverTime = ({ first, last }: Between): boolean => first.org_id === last.org_id;

/** Names of the two budgets: their years, or their organizations. */
export const sideNames = (between: Between, { t, labelOf }: TitleWords): [string, string] => {
  const name = ({ org_id, fiscal_year }: DocumentInfo): string =>
    isOverTime(between) ? t('overTime.year', { year: fiscal_year }) : labelOf(org_id);
  return [name(between.first), name(between.last)];
};

/** From which budget to which, and within which class. */
export function waterfallTitle(
  between: Between | null,
  path: readonly PartName[],
  { t, nameOf, labelOf }: TitleWords,
): string {
  if (!between) return t('compare.chart.waterfall');
  const { first, last } = between;
  const title = isOverTime(between)
    ? t('overTime.waterfall.title', {
        name: labelOf(last.org_id),
        from: first.fiscal_year,
        to: last.fiscal_year,
      })
    : t('overTime.waterfall.titleUnlike', {
        a: labelOf(first.org_id),
        b: labelOf(last.org_id),
        year: last.fiscal_year,
      });
  const part = path.at(-1);
  return part ? t('overTime.waterfall.within', { title, part: nameOf(part) }) : title;
}

/** The budgets that figures come from. */
export const waterfallSource = (
  infos: readonly (DocumentInfo | undefined)[],
  { t, labelOf }: TitleWords,
): string =>
  infos
    .flatMap((info) =>
      info
        ? t('common.budgetsOf', {
            names: labelOf(info.org_id),
            year: info.fiscal_year,
            stage: t(`frame.stage.${info.stage}`),
          })
        : [],
    )
    .join(t('compare.figure.separator'));

/** Why a change cannot be divided, in words; empty if it can. */
export function waterfallHindrance(shown: WaterfallShown, words: TitleWords): string {
  if (!('gaps' in shown.change)) return '';
  const { t, nameOf } = words;
  const part = shown.composition.path.at(-1);
  const [first, last] = sideNames(shown, words);
  const gaps = shown.change.gaps.map(({ doc, gap }) =>
    t(`overTime.waterfall.gap.${gap}`, {
      name: doc === shown.first.doc_id ? first : last,
      part: part ? nameOf(part) : '',
    }),
  );
  return [...gaps, t('overTime.waterfall.cannot')].join(' ');
}

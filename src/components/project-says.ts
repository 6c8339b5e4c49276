import type { Format } from '@/domain/format';
import type { ProjectRow, ProjectSummary } from '@/domain/project-list';
import type { Translate } from '@/domain/translate';

interface Words {
  t: Translate;
  format: Format;
}

/** A message and what stands in its places. */
export interface ProjectSaying {
  key: string;
  named: Readonly<Record<string, string>>;
}

/** Yuan with the name of the unit shown; none is zero. */
const money = (yuan: number | null, { t, format }: Words): string =>
  t(`structure.amountIn.${format.unit}`, { amount: format.amount(yuan ?? 0) });

const share = (part: number | null, whole: number | null, { format }: Words): string | null =>
  part === null || !whole ? null : format.ratio(part / whole);

/** What the projects come to, in two or three sentences; `name` is whose the largest of them is. */
export function projectSayings(
  summary: ProjectSummary,
  largest: ProjectRow | null,
  name: string,
  words: Words,
): ProjectSaying[] {
  const { format } = words;
  const largestShare = share(largest?.total ?? null, summary.total, words);
  const carriedShare = share(summary.carryover, summary.carryover_base, words);
  const saying = (key: string, named: ProjectSaying['named'] = {}): ProjectSaying => ({
    key: `projects.says.${key}`,
    named,
  });
  const targets = (): ProjectSaying[] => {
    if (summary.without_targets > 0)
      return [
        saying('targets', {
          count: format.plain(summary.without_targets),
          amount: money(summary.without_targets_total, words),
        }),
      ];
    if (summary.target_base > 0) return [saying('targetsAll')];
    return summary.projects > 0 ? [saying('targetsUnknown')] : [];
  };
  return [
    ...(summary.projects === 0 ? [saying('none')] : []),
    ...(largest && largest.total !== null && largestShare
      ? [
          saying('largest', {
            n: format.plain(summary.documents - summary.documents_without),
            count: format.plain(summary.projects),
            total: money(summary.total, words),
            name,
            project: largest.level2,
            amount: money(largest.total, words),
            share: largestShare,
          }),
        ]
      : []),
    ...(summary.carried > 0 && carriedShare
      ? [
          saying('carried', {
            count: format.plain(summary.carried),
            amount: money(summary.carryover, words),
            share: carriedShare,
            only: format.plain(summary.carried_only),
          }),
        ]
      : []),
    ...targets(),
  ];
}

/** Tasks and targets that name no project. */
export interface LooseDetails {
  tasks: number;
  amount: number | null;
  targets: number;
}

/** What is not known of the projects, and why. */
export function projectNotes(
  summary: ProjectSummary,
  loose: LooseDetails | null,
  words: Words,
): string[] {
  const { t, format } = words;
  const counted: readonly (readonly [string, number])[] = [
    ['documentsWithout', summary.documents_without],
    ['withoutTargets', summary.documents_without_targets],
    ['withoutTasks', summary.documents_without_tasks],
    ['fromPerformance', summary.from_performance],
    ['withoutAmount', summary.projects - summary.with_amount],
  ];
  const entrusted = () =>
    t('projects.notes.entrusted', {
      n: format.plain(summary.entrusted),
      amount: money(summary.entrusted_total, words),
      service: format.plain(summary.service_purchases),
      procurement: format.plain(summary.procurements),
    });
  const rest = ({ tasks, targets, amount }: LooseDetails) =>
    t('projects.notes.loose', { tasks, targets, amount: money(amount, words) });
  return [
    t('projects.notes.share'),
    ...(summary.entrusted > 0 ? [entrusted()] : []),
    ...counted
      .filter(([, n]) => n > 0)
      .map(([key, n]) => t(`projects.notes.${key}`, { n: format.plain(n) })),
    ...(loose && loose.tasks + loose.targets > 0 ? [rest(loose)] : []),
  ];
}

import type { Format } from '@/domain/format';
import { metricById } from '@/domain/metrics';
import { spokenMoney, valueOf, type OrgColumn } from '@/domain/overview';
import type { Part, Sentence } from '@/domain/sentences';
import type { Translate } from '@/domain/translate';

/** What the sentences of the overview are said with. */
export interface SayWords {
  format: Format;
  t: Translate;
}

/** Names said before the rest is counted. */
const NAMED = 3;
const SHOWN_OF_MANY = 2;

/** The first few of several organizations, and how many more there are. */
export function namedColumns(
  docs: readonly string[],
  columns: readonly OrgColumn[],
): { shown: readonly OrgColumn[]; rest: number; total: number } {
  const all = columns.filter(({ doc }) => docs.includes(doc));
  const shown = all.length > NAMED ? all.slice(0, SHOWN_OF_MANY) : all;
  return { shown, rest: all.length - shown.length, total: all.length };
}

/** What stands before a name in a list of them. */
export function jointBefore(
  index: number,
  { shown, rest }: ReturnType<typeof namedColumns>,
  t: Translate,
): string {
  if (index === 0) return '';
  const isLast = index === shown.length - 1 && rest === 0;
  return t(isLast ? 'overview.say.and' : 'overview.say.comma');
}

/** Which words a change is said with. */
export const directionOf = (change: number): 'up' | 'down' | 'flat' =>
  change === 0 ? 'flat' : change > 0 ? 'up' : 'down';

function placesText(docs: readonly string[], columns: readonly OrgColumn[], t: Translate): string {
  const named = namedColumns(docs, columns);
  const names = named.shown.map(({ label }, i) => jointBefore(i, named, t) + label);
  return names.join('') + (named.rest > 0 ? t('overview.say.others', { ...named }) : '');
}

/** The figure of a part, or the words that stand for it; a figure that rests on a headcount of the reader bears an asterisk. */
export function partText(
  part: Part,
  columns: readonly OrgColumn[],
  { format, t }: SayWords,
): string {
  const column = 'doc' in part ? columns.find(({ doc }) => doc === part.doc) : undefined;
  const figure = (write: (value: number) => string): string => {
    const value = column && 'metric' in part ? valueOf(column, part.metric) : null;
    return value === null ? '' : write(value);
  };
  switch (part.is) {
    case 'place':
      return column?.label ?? '';
    case 'same':
      return t('overview.say.same');
    case 'places':
      return placesText(part.docs, columns, t);
    case 'value':
      return figure((value) => {
        const metric = metricById(part.metric);
        return metric ? format.metric(value, metric) : '';
      });
    case 'money':
      return figure((value) => spokenMoney(format, value));
    case 'per100':
      return figure(format.points);
    case 'gap':
      return format.points(part.value);
    case 'median':
      return part.per100 ? format.points(part.value) : format.ratio(part.value);
    case 'change':
      return format.ratio(Math.abs(part.value));
    case 'basis':
      return t(`overview.say.basis.${part.of}`);
    case 'staff':
      return column?.staff
        ? t('overview.say.staff', {
            n: column.staff.people,
            kind: t(`common.headcount.${column.staff.kind}`),
          })
        : '';
    case 'kind':
      return t(`common.headcount.${part.of}`);
    case 'number':
      return String(part.value);
  }
}

/** The figure rests on a headcount that the reader filled in. */
export const isSupplied = (part: Part, columns: readonly OrgColumn[]): boolean =>
  'metric' in part &&
  part.metric.endsWith('_per_staff') &&
  'doc' in part &&
  columns.find(({ doc }) => doc === part.doc)?.staff?.supplied_by === 'user';

/** A sentence as plain text. */
export function sentenceText(
  sentence: Sentence,
  columns: readonly OrgColumn[],
  words: SayWords,
): string {
  const { t } = words;
  const said = sentence.map(({ key, parts, count = 1 }) => {
    const named = Object.entries(parts).map(([name, part]) => {
      const text = partText(part, columns, words) + (isSupplied(part, columns) ? '*' : '');
      const isChange = part.is === 'change';
      return [
        name,
        isChange ? t(`overview.say.${directionOf(part.value)}`, { value: text }) : text,
      ];
    });
    return t(`overview.say.${key}`, Object.fromEntries(named), count);
  });
  const whole = said.join(t('overview.say.semicolon')) + t('overview.say.stop');
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}

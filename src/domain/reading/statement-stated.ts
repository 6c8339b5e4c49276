import type { Frame } from './statement-frames';
import { readHead, type HeadContext, type NamedTopic } from './statement-heads';
import { topicOf, type Topic } from './statement-topics';

/** A figure that was read: what it is about, and what may follow on it. */
export interface Stated {
  topic: Topic;
  kind: NamedTopic['kind'];
  planned: boolean;
}

/** What a count is stated of. */
export const COUNTED: Stated = {
  topic: { id: '', unit: 'set', shareOf: null, leads: null, subject: null, basis: null },
  kind: null,
  planned: false,
};

/** 本年数与上年预算数一致: the figure before it. */
const OF_THIS_YEAR = /^(?:本年|当年|今年)度?(?:预算)?数?$/;

/** Words for the whole of a frame as subjects of a change: 收入比2025年减少. */
const SUBJECTS: readonly (readonly [shape: RegExp, frame: Frame])[] = [
  [/^(?:本年)?收入$/, 'income'],
  [/^(?:本年)?支出$/, 'expenditure'],
];
const WHOLE_OF: ReadonlyMap<Frame, string> = new Map([
  ['income', '收入预算'],
  ['expenditure', '支出预算'],
]);

/**
 * What the words before a comparison say changes: a topic, or `last` where they mean the figure before. Null where they
 * are not understood.
 */
export function readSubject(words: string, context: HeadContext): NamedTopic | 'last' | null {
  if (words === '' || OF_THIS_YEAR.test(words)) return 'last';
  const { frame } = context;
  const whole = SUBJECTS.find(([shape, of]) => of === frame && shape.test(words));
  const topic = whole && frame ? topicOf(WHOLE_OF.get(frame) ?? '', frame) : null;
  if (topic) return { topic, from: 0, kind: null };
  const named = readHead(words, context);
  if (named === 'generic') return 'last';
  return named !== null && typeof named === 'object' ? named : null;
}

/** Changes that are not named after what changes. */
const CHANGES: ReadonlyMap<string, string> = new Map([
  ['current', 'total_change'],
  ['outsourcing_total', 'outsourcing_change'],
]);
/** Figures that are no amounts of a budget or an account. */
export const OF_NEITHER: ReadonlySet<string> = new Set(['performance_amount']);
/** The statement id of a change of what was stated. */
export const changeIdOf = (stated: Stated): string =>
  CHANGES.get(stated.topic.id) ?? `${idOf(stated)}_change`;

/** The statement id of what was stated. */
export function idOf({ topic, kind, planned }: Stated): string {
  if (planned) return `${topic.id}_planned`;
  return kind === 'budget' ? `${topic.id}_budget` : topic.id;
}

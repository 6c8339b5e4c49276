import type { Place } from '@/domain/published-document';
import type { Found } from './reading';

/** One thing that speaks for an answer. */
export interface Vote<T> {
  value: T;
  weight: number;
  evidence: string;
  where: Place | null;
  /** A file's name or a rule of thumb: alone it leaves a doubt. */
  weak?: true;
  /** Votes of one kind together count at most this much. */
  most?: number;
  kind: string;
}

/** Longest words that are kept as evidence. */
const EVIDENCE = 120;

/** Votes of texts in which an answer is looked for; a text without one gives none. */
export const votesOfTexts =
  <T>(answerIn: (text: string) => T | null) =>
  (
    text: string,
    printed: string,
    where: Place | null,
    weight: number,
    kind: string,
    most: number,
  ): Vote<T>[] => {
    const value = answerIn(text);
    return value === null
      ? []
      : [{ value, weight, kind, evidence: printed.slice(0, EVIDENCE), where, most }];
  };

/** Less than this share of the winner's weight is no rival. */
const RIVAL = 0.6;

interface Tally<T> {
  value: T;
  weight: number;
  best: Vote<T>;
  sure: boolean;
}

/** The answer with the most weight, with its best evidence; doubtful where another is near or nothing firm says it. */
export function decide<T extends string | number>(votes: readonly Vote<T>[]): Found<T> | null {
  const tallies = new Map<T, Tally<T> & { kinds: Map<string, number> }>();
  for (const vote of votes) {
    const known = tallies.get(vote.value) ?? {
      value: vote.value,
      weight: 0,
      best: vote,
      sure: false,
      kinds: new Map<string, number>(),
    };
    const before = known.kinds.get(vote.kind) ?? 0;
    const counted = Math.min(vote.weight, Math.max(0, (vote.most ?? Infinity) - before));
    known.kinds.set(vote.kind, before + counted);
    known.weight += counted;
    if (vote.weight > known.best.weight) known.best = vote;
    known.sure ||= !vote.weak;
    tallies.set(vote.value, known);
  }
  const [first, second] = [...tallies.values()].toSorted((a, b) => b.weight - a.weight);
  if (!first) return null;
  const rivalled = second !== undefined && second.weight >= first.weight * RIVAL;
  return {
    value: first.value,
    evidence: first.best.evidence,
    where: first.best.where,
    doubtful: rivalled || !first.sure,
  };
}

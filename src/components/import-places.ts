import type { OrganizationMatch, PlaceAnswers, PlaceCandidate } from '@/domain/mapping';

/** A text whose place the user is asked about. */
export interface PlaceDoubt {
  text: string;
  records: number;
  candidates: readonly PlaceCandidate[];
  /** Six-digit code, empty where its records stay out, null while it is open. */
  answer: string | null;
}

const answerOf = (answers: PlaceAnswers, text: string): string | null =>
  Object.hasOwn(answers, text) ? (answers[text] ?? null) : null;

/** The texts in doubt, each once, those with most records first; settled ones stay in sight to be changed. */
export function placeDoubts(
  matches: readonly OrganizationMatch[],
  answers: PlaceAnswers,
): PlaceDoubt[] {
  const doubts = new Map<string, PlaceDoubt>();
  for (const { doubt, found } of matches) {
    if (!doubt) continue;
    const known = doubts.get(doubt.text);
    doubts.set(doubt.text, {
      text: doubt.text,
      records: (known?.records ?? 0) + found.records,
      candidates: known?.candidates ?? doubt.candidates,
      answer: answerOf(answers, doubt.text),
    });
  }
  for (const text of Object.keys(answers)) {
    if (doubts.has(text)) continue;
    doubts.set(text, { text, records: 0, candidates: [], answer: answerOf(answers, text) });
  }
  return [...doubts.values()].toSorted((a, b) => b.records - a.records);
}

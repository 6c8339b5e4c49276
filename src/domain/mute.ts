import type { FindingFact } from './finding';

/** Why a finding is passed over, and since when (ISO date). */
export interface Mute {
  reason: string;
  on: string;
}

/** Mutes by the key of their finding, in the order they were set. */
export type Mutes = ReadonlyMap<string, Mute>;

/** Mutes kept; the oldest go first. */
const KEPT = 2_000;
/** Characters of a reason that are kept. */
export const LONGEST_REASON = 500;
/** A key that is longer than this was not made here. */
const LONGEST_KEY = 2_000;

/** Names a finding among all documents, the same after its document is checked again. */
export const muteKey = ({
  doc_id,
  finding_key,
}: Pick<FindingFact, 'doc_id' | 'finding_key'>): string => `${doc_id}\t${finding_key}`;

/** The document of a key. */
export const documentOf = (key: string): string => key.slice(0, key.indexOf('\t'));

/** The mutes with one more, which takes the place of a former one; the reason is trimmed and cut. */
export function withMute(mutes: Mutes, key: string, { reason, on }: Mute): Mutes {
  const others = [...mutes].filter(([known]) => known !== key);
  const mute = { reason: reason.trim().slice(0, LONGEST_REASON), on };
  return new Map([...others, [key, mute] as const].slice(-KEPT));
}

export const withoutMute = (mutes: Mutes, key: string): Mutes =>
  new Map([...mutes].filter(([known]) => known !== key));

/** Mutes as text to be kept. */
export const formatMutes = (mutes: Mutes): string =>
  JSON.stringify([...mutes].map(([key, { reason, on }]) => [key, reason, on]));

/** The mutes that a kept text stands for; entries that are none are left out. */
export function parseMutes(text: string): Mutes {
  const entries = readList(text).flatMap((entry): [string, Mute][] => {
    const [key, reason, on] = Array.isArray(entry) ? (entry as unknown[]) : [];
    const isMute =
      typeof key === 'string' &&
      key.includes('\t') &&
      key.length <= LONGEST_KEY &&
      typeof reason === 'string' &&
      typeof on === 'string' &&
      /^\d{4}-\d{2}-\d{2}$/.test(on);
    return isMute ? [[key, { reason: reason.slice(0, LONGEST_REASON), on }]] : [];
  });
  return new Map(entries.slice(-KEPT));
}

function readList(text: string): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

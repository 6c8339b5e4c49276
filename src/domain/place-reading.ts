import { normalizeWord } from './import-words';
import { isWithin, type Place, type PlaceIndex } from './place-index';

/** Places that a text may mean; one for certain, several in doubt, none where it names no place. */
export interface PlaceReading {
  places: readonly Place[];
  /** Names that stand in the text but do not fit each other. */
  conflict: boolean;
}
const NONE: PlaceReading = { places: [], conflict: false };

/** 市场 and 区域: the last character of a name that belongs to the next word; 吉林市场… is not 吉林市. */
export const OTHER_WORD =
  /^(?:市场|市民(?!政|族|宗)|市政(?!务|府|协|法)|市容|[市区县州]域|区块|区划|区间|[省市州]际)/;

/** Places that a name at the start of a text may mean, and where the name ends. */
export interface Named {
  places: readonly Place[];
  end: number;
}

/** The longest name at a place of a text, normalized; null if none stands there. */
function nameAt(index: PlaceIndex, text: string, from: number): Named | null {
  for (const length of index.lengths.get(text.slice(from, from + 2)) ?? []) {
    const end = from + length;
    const places = index.byName.get(text.slice(from, end));
    if (!places || end > text.length) continue;
    const isCut = length > 2 && OTHER_WORD.test(text.slice(end - 1));
    if (!isCut || nameAt(index, text, end)) return { places, end };
  }
  return null;
}

/**
 * Places that fit all sets at once: each set must hold the place itself or one above it. 吉林, 白山, 靖宇 give 靖宇县;
 * 长春市, 靖宇县 give none.
 */
export function settle(sets: readonly (readonly Place[])[]): PlaceReading {
  if (sets.length === 0) return NONE;
  const all = new Set(sets.flat());
  const fitting = [...all].filter((place) =>
    sets.every((set) => set.some((other) => isWithin(place, other))),
  );
  return fitting.length > 0
    ? { places: fitting, conflict: false }
    : { places: [...all], conflict: true };
}

/** Names one after the other at the start of a text, each within the one before: 长春市朝阳区教育局. */
export function leadingPlaces(index: PlaceIndex, word: string): Named {
  let found: Named = { places: [], end: 0 };
  for (;;) {
    const next = nameAt(index, word, found.end);
    if (!next) return found;
    const { places } = found;
    const inside =
      places.length === 0
        ? next.places
        : next.places.filter((place) => places.some((above) => isWithin(place, above)));
    if (inside.length === 0) return found;
    found = { places: inside, end: next.end };
  }
}

const SEPARATORS = /[\s,，、/\\|;；:：>·•—–_()（）-]+/u;
const LATIN_SEPARATORS = /[,，、/\\|;；:：>·•()（）]+/u;
const NO_PLACE = /^(?:中国|中华人民共和国|china|prc)$/;
const PROVINCE_ITSELF =
  /^(?:省本级|市本级|州本级|县本级|区本级|本级|省级|市级|州级|县级|区级|省直|市直|州直|县直)$/;

/** Names of a token: the whole of it, else one name after the other; null where something else stands there. */
function tokenPlaces(index: PlaceIndex, token: string): (readonly Place[])[] | null {
  const whole = index.byName.get(token) ?? index.byStem.get(token);
  if (whole) return [whole];
  const sets: (readonly Place[])[] = [];
  let at = 0;
  while (at < token.length) {
    const next = nameAt(index, token, at);
    const rest = index.byStem.get(token.slice(at));
    if (next) sets.push(next.places);
    else if (rest && at > 0) return [...sets, rest];
    else return PROVINCE_ITSELF.test(token.slice(at)) ? sets : null;
    at = next.end;
  }
  return sets;
}

const latin = (token: string): string => {
  const plain = token.normalize('NFD').replace(/u\u0304?\u0308/g, 'v');
  return plain.replace(/[^a-z]/g, '');
};

/**
 * The place that the text of a place column names: 靖宇县, 靖宇, Jingyu County, 吉林省白山市靖宇县, 吉林 白山 靖宇. 市辖区
 * means no single place. None where any part of it is no place.
 */
export function readPlace(index: PlaceIndex, text: string): PlaceReading {
  const isLatin = /^[\p{Script=Latin}\p{M}\s'’,.\-/|()]+$/u.test(text.trim());
  const parts = text.split(isLatin ? LATIN_SEPARATORS : SEPARATORS).map((part) => {
    const word = normalizeWord(part);
    return isLatin ? latin(word) : word;
  });
  const tokens = parts.filter((token) => token !== '' && !NO_PLACE.test(token));
  const sets: (readonly Place[])[] = [];
  for (const token of tokens) {
    const found = tokenPlaces(index, token);
    if (!found) return NONE;
    sets.push(...found);
  }
  return settle(sets);
}

const CODES = /(?<![0-9])[1-8][1-7][0-9]{4}(?![0-9])/g;

/** Codes, and names of three characters and more, anywhere in a title; shorter names stand for too much else. */
export function placesInTitle(index: PlaceIndex, title: string): PlaceReading {
  const word = normalizeWord(title);
  const codes = [...word.matchAll(CODES)].flatMap(([code]) => index.byCode.get(code) ?? []);
  const sets: (readonly Place[])[] = codes.map((place) => [place]);
  for (let at = 0; at < word.length;) {
    const found = nameAt(index, word, at);
    const taken = found !== null && (found.end - at > 2 || at === 0);
    if (taken) sets.push(found.places);
    at = taken ? found.end : at + 1;
  }
  return settle(sets);
}

const LENGTHS = new Set([2, 4, 6, 9, 12]);

/** Six digits of a code of 2, 4, 6, 9 or 12 digits; null for anything else. 22 is 220000. */
export function sixDigits(text: string): string | null {
  const digits = normalizeWord(text).replace(/^'|\.0+$/g, '');
  if (!/^\d+$/.test(digits) || !LENGTHS.has(digits.length)) return null;
  return digits.slice(0, 6).padEnd(6, '0');
}

import { normalizeWord } from './import-words';
import type { PlaceCandidate } from './mapping';
import { JURISDICTION_LEVELS, type JurisdictionLevel } from './vocabulary';

/** A row of the table of places. */
export interface PlaceRow {
  code: string;
  name: string;
  short_name: string | null;
  name_en: string | null;
  level: JurisdictionLevel;
  parent_code: string | null;
}

/** A place with the places above it. */
export interface Place {
  code: string;
  name: string;
  level: JurisdictionLevel;
  parent: Place | null;
  /** Full name with the places above: 吉林省 白山市 靖宇县. */
  path: string;
}

/** Places by all their names. */
export interface PlaceIndex {
  byCode: ReadonlyMap<string, Place>;
  /** By full and short name, normalized. */
  byName: ReadonlyMap<string, readonly Place[]>;
  /** By name without 省, 市, 县 …, and by English name and pinyin in small letters. */
  byStem: ReadonlyMap<string, readonly Place[]>;
  /** Lengths of the names that begin with two characters, the longest first. */
  lengths: ReadonlyMap<string, readonly number[]>;
}

const SUFFIX =
  /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|矿区|特区|新区|[省市区县州盟旗])$/;
const PINYIN: Readonly<Record<string, string>> = {
  省: 'sheng',
  市: 'shi',
  区: 'qu',
  县: 'xian',
  州: 'zhou',
  盟: 'meng',
  旗: 'qi',
};
const ENGLISH_SUFFIX =
  /(?:province|prefecture|city|county|district|banner|league|newarea|municipality)$/;

/** Latin letters as they are compared: Nóng’ān Xiàn → nonganxian, Lüyuan → lvyuan and luyuan. */
function latinForms(text: string): string[] {
  const plain = text.toLowerCase().normalize('NFD');
  const v = plain.replace(/u\u0304?\u0308/g, 'v');
  return [...new Set([plain, v].map((form) => form.replace(/[^a-z]/g, '')))].filter(Boolean);
}

/** 靖宇 of 靖宇县; names of which less than two characters would be left have none. */
function stemsOf({ name, short_name, name_en }: PlaceRow): Set<string> {
  const spoken = [name, short_name ?? name].map(normalizeWord);
  const stems = spoken.map((word) => word.replace(SUFFIX, '')).filter((stem) => stem.length > 1);
  const ending = PINYIN[spoken[1]?.at(-1) ?? ''];
  const latin = latinForms(name_en ?? '').flatMap((form) => {
    const stem = form.replace(ENGLISH_SUFFIX, '');
    return [form, stem, ...(ending ? [stem + ending] : [])];
  });
  const words = new Set([...stems, ...latin.filter((word) => word.length > 1)]);
  for (const word of spoken) words.delete(word);
  return words;
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/**
 * Makes the index once for all matching; about 3,200 rows. A row whose parent is missing stands for itself. The country
 * is found by its code alone: its name stands before too many others.
 */
export function buildPlaceIndex(rows: readonly PlaceRow[]): PlaceIndex {
  const byRow = new Map(rows.map((row) => [row.code, row]));
  const byCode = new Map<string, Place>();
  const byName = new Map<string, Place[]>();
  const byStem = new Map<string, Place[]>();
  const lengths = new Map<string, number[]>();
  const place = (row: PlaceRow): Place => {
    const known = byCode.get(row.code);
    if (known) return known;
    const above = row.parent_code ? byRow.get(row.parent_code) : undefined;
    const parent = above && above.code !== row.code ? place(above) : null;
    const path = parent ? `${parent.path} ${row.name}` : row.name;
    const made = { code: row.code, name: row.name, level: row.level, parent, path };
    byCode.set(row.code, made);
    return made;
  };
  for (const row of rows) {
    const made = place(row);
    if (row.level === 'country') continue;
    for (const name of new Set([row.name, row.short_name ?? row.name].map(normalizeWord))) {
      add(byName, name, made);
      const start = name.slice(0, 2);
      if (!lengths.get(start)?.includes(name.length)) add(lengths, start, name.length);
    }
    for (const stem of stemsOf(row)) add(byStem, stem, made);
  }
  for (const found of lengths.values()) found.sort((a, b) => b - a);
  return { byCode, byName, byStem, lengths };
}

/** Whether a place is another or lies in it. */
export function isWithin(place: Place, other: Place): boolean {
  for (let at: Place | null = place; at; at = at.parent) if (at.code === other.code) return true;
  return false;
}

export const areRelated = (a: Place, b: Place): boolean => isWithin(a, b) || isWithin(b, a);

/** Candidates an answer can be chosen from. */
export const MAX_CANDIDATES = 8;

export const toCandidates = (places: Iterable<Place>, most = MAX_CANDIDATES): PlaceCandidate[] =>
  [...new Set(places)].slice(0, most).map(({ code, path }) => ({ code, path }));

const FOUND = 20;
const LEVELS: readonly JurisdictionLevel[] = JURISDICTION_LEVELS;

/** Places whose code, name or pinyin begins with a text, then those that hold it; for a search by hand. */
export function searchPlaces(index: PlaceIndex, text: string): PlaceCandidate[] {
  const word = normalizeWord(text);
  if (word === '') return [];
  const [latin = word] = latinForms(text);
  const starts = new Set<Place>();
  const holds = new Set<Place>();
  const take = (key: string, places: Iterable<Place>) => {
    const into = key.startsWith(word) || key.startsWith(latin) ? starts : holds;
    if (into === starts || key.includes(word)) for (const place of places) into.add(place);
  };
  for (const [code, place] of index.byCode) if (code.startsWith(word)) take(code, [place]);
  for (const [key, places] of [...index.byName, ...index.byStem]) take(key, places);
  const ranked = (places: Set<Place>): Place[] =>
    [...places].toSorted(
      (a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || (a.code < b.code ? -1 : 1),
    );
  return toCandidates([...ranked(starts), ...ranked(holds)], FOUND);
}

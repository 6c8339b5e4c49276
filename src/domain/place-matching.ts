import { PLACE_JOIN } from './header-titles';
import { isSumOfOrganizations, normalizeWord } from './import-words';
import type { FoundOrganization, OrganizationMatch, PlaceAnswers, TableFrame } from './mapping';
import { isBlank } from './number-forms';
import {
  areRelated,
  isWithin,
  searchPlaces,
  toCandidates,
  type Place,
  type PlaceIndex,
} from './place-index';
import {
  asNamed,
  OrganizationIds,
  type KnownOrganization,
  type NamedOrganization,
} from './place-organizations';
import {
  OTHER_WORD,
  placesInTitle,
  readPlace,
  settle,
  sixDigits,
  type PlaceReading,
} from './place-reading';

export { buildPlaceIndex, searchPlaces, type PlaceIndex, type PlaceRow } from './place-index';
export { scopeOfName, type KnownOrganization } from './place-organizations';

/** What is said of a table as a whole. */
interface TableContext {
  organization: string | null;
  /** Place of the whole table, as the user set it. */
  place: Place | null;
  /** Places its titles and names speak of, and the words. */
  hint: PlaceReading;
  words: string;
}

/** A place, or the text to ask about and what it may mean. */
type Settled = { place: Place } | { text: string; places: readonly Place[] };

const OWN_LEVEL = /省级|省本级|省直|市级|市本级|市直|州级|州本级|州直|盟本级|地区本级|本级/;

function contextOf(index: PlaceIndex, frame: TableFrame | undefined): TableContext {
  const words = frame?.evidence.place ?? '';
  const pieces = words.split(PLACE_JOIN).map((piece) => placesInTitle(index, piece).places);
  return {
    organization: frame?.organization ?? null,
    place: index.byCode.get(frame?.place ?? '') ?? null,
    hint: settle(pieces.filter((places) => places.length > 0)),
    words,
  };
}

const given = (text: string | null): string | null =>
  text === null || isBlank(text) ? null : text.trim();

/** Of several places those that something else known fits, step by step until one is left. */
function narrow(places: readonly Place[], others: readonly (readonly Place[])[]): readonly Place[] {
  return others.reduce((left, hints) => {
    if (left.length < 2) return left;
    const fitting = left.filter((place) => hints.some((hint) => areRelated(place, hint)));
    return fitting.length > 0 ? fitting : left;
  }, places);
}

/** Names that many places use for a part of theirs, even where the list of places has one of them. */
const GENERIC = new Set([
  '城区',
  '郊区',
  '矿区',
  '新区',
  '东区',
  '西区',
  '南区',
  '北区',
  '中区',
  '市区',
]);

/** A generic name that nothing else in the record or table points to. */
const isGenericAlone = (
  text: string,
  places: readonly Place[],
  hints: readonly (readonly Place[])[],
): boolean =>
  GENERIC.has(normalizeWord(text)) &&
  !hints.flat().some((hint) => places.some((place) => areRelated(place, hint)));

const only = (places: readonly Place[]): Place | null =>
  places.length === 1 ? (places[0] ?? null) : null;

/** Finds the place of one organization from all that is said of it. */
class PlaceFinder {
  private readonly read = new Map<string, PlaceReading>();

  constructor(private readonly index: PlaceIndex) {}

  private column(text: string): PlaceReading {
    let reading = this.read.get(text);
    if (!reading) this.read.set(text, (reading = readPlace(this.index, text)));
    return reading;
  }

  find(found: FoundOrganization, named: NamedOrganization, context: TableContext): Settled {
    const code = given(found.placeCode);
    const column = given(found.placeName);
    if (code) return this.byCode(code, column, named);
    if (column) return this.byColumn(column, named, context);
    return this.byName(named, context);
  }

  private byCode(code: string, column: string | null, { prefix }: NamedOrganization): Settled {
    const digits = sixDigits(code);
    const place = digits ? this.index.byCode.get(digits) : undefined;
    const named = column ? this.column(column).places : [];
    if (place && (named.length === 0 || named.some((other) => areRelated(other, place)))) {
      return { place };
    }
    if (place) return { text: `${code} ${column}`, places: [place, ...named] };
    const above = digits ? [`${digits.slice(0, 4)}00`, `${digits.slice(0, 2)}0000`] : [];
    const around = above.flatMap((upper) => this.index.byCode.get(upper) ?? []);
    return { text: code, places: [...named, ...prefix.places, ...around] };
  }

  private byColumn(
    column: string,
    { prefix: { places: prefix } }: NamedOrganization,
    { place, hint }: TableContext,
  ): Settled {
    const { places, conflict } = this.column(column);
    const hints = [prefix, place ? [place] : [], hint.conflict ? [] : hint.places];
    const left = conflict ? places : narrow(places, hints);
    const one = conflict || isGenericAlone(column, left, hints) ? null : only(left);
    const narrower = only(prefix);
    if (one && prefix.some((other) => areRelated(other, one))) {
      return { place: narrower && isWithin(narrower, one) ? narrower : one };
    }
    if (one && prefix.length === 0) return { place: one };
    const ranked = left.length > 0 ? left : this.similar(column);
    return { text: column, places: [...ranked, ...prefix] };
  }

  private byName({ word, prefix }: NamedOrganization, context: TableContext): Settled {
    if (prefix.places.length === 0) return this.byTable(word, context);
    const { place, hint } = context;
    const hints = [place ? [place] : [], hint.conflict ? [] : hint.places];
    const left = narrow(prefix.places, hints);
    const text = word.slice(0, prefix.end);
    const one = isGenericAlone(text, left, hints) ? null : only(left);
    if (one && place && !areRelated(one, place)) return { text: word, places: [one, place] };
    if (one) return { place: place && isWithin(place, one) ? place : one };
    return { text, places: left };
  }

  /** A name without its place: that of the table. */
  private byTable(name: string, { place, hint, words }: TableContext): Settled {
    const title = hint.conflict ? null : only(hint.places);
    const table = place ?? title;
    const relative = table && placeAbove(name, table);
    if (relative) return { place: relative };
    if (place) return { place };
    const isOwn =
      title?.level === 'county' ||
      OWN_LEVEL.test(words) ||
      (title?.level === 'province' && name.endsWith('厅'));
    if (title && isOwn) return { place: title };
    if (hint.places.length > 0) return { text: words, places: hint.places };
    return { text: name, places: this.similar(name) };
  }

  /** Places that begin as a text that names none. */
  private similar(text: string): Place[] {
    const word = normalizeWord(text);
    const stems = [4, 3, 2].flatMap((length) => this.index.byStem.get(word.slice(0, length)) ?? []);
    const found = stems.length > 0 ? [] : searchPlaces(this.index, word.slice(0, 12));
    return [...stems, ...found.flatMap(({ code }) => this.index.byCode.get(code) ?? [])];
  }
}

/** 县财政局 in 靖宇县 is of 靖宇县, 省财政厅 there of 吉林省. */
function placeAbove(name: string, table: Place): Place | null {
  const kind = OTHER_WORD.test(name) ? undefined : /^[省市州县区盟旗]/.exec(name)?.[0];
  for (let at: Place | null = table; kind && at; at = at.parent)
    if (at.name.endsWith(kind)) return at;
  return null;
}

/** The answer of the user on a text, if there is one: a place, or null to leave its records out. */
function answered(
  index: PlaceIndex,
  text: string,
  answers: PlaceAnswers,
): Place | null | undefined {
  if (!Object.hasOwn(answers, text)) return undefined;
  const code = answers[text] ?? '';
  return code === '' ? null : index.byCode.get(code);
}

/** Organizations matched between two yields. */
const AT_ONCE = 200;

/**
 * What each organization as found stands for: its place, and its `org_id` there, that of a loaded organization or a
 * new one. A place is certain only where exactly one fits; everything else is a doubt that the user's answers, keyed by
 * its text, settle. Sums of organizations stand for none. Yields now and then, so that many can be matched in slices.
 */
export function* matchingOrganizations(
  found: readonly FoundOrganization[],
  frames: readonly TableFrame[],
  places: PlaceIndex,
  known: readonly KnownOrganization[],
  answers: PlaceAnswers,
): Generator<void, OrganizationMatch[]> {
  const finder = new PlaceFinder(places);
  const ids = new OrganizationIds(places, known);
  const contexts = frames.map((frame) => contextOf(places, frame));
  const nowhere = contextOf(places, undefined);
  const step = (one: FoundOrganization) => {
    const context = contexts[one.table] ?? nowhere;
    const name = given(one.organization) ?? context.organization ?? '';
    const code = given(one.organizationCode);
    const none = { one, name: name || (code ?? ''), place: null, key: null, doubt: null };
    const named = asNamed(places, none.name);
    if (none.name === '' || isSumOfOrganizations(name)) return none;
    const settled = finder.find(one, named, context);
    const asked = 'text' in settled ? answered(places, settled.text, answers) : undefined;
    const place = 'place' in settled ? settled.place : asked;
    if (place) return { ...none, place, key: ids.take(place, named, code) };
    if (place === null || !('text' in settled)) return none;
    return { ...none, doubt: { text: settled.text, candidates: toCandidates(settled.places) } };
  };
  const steps: ReturnType<typeof step>[] = [];
  for (const [i, one] of found.entries()) {
    steps.push(step(one));
    if (i % AT_ONCE === 0) yield;
  }
  const settled = ids.settle();
  yield;
  return steps.map(({ one, name, place, key, doubt }) => {
    const organization = key === null ? undefined : settled.get(key);
    return {
      found: one,
      jurisdictionCode: place?.code ?? null,
      orgId: organization?.orgId ?? null,
      name,
      known: organization?.known ?? false,
      doubt,
    };
  });
}

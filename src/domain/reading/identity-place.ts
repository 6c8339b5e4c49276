import { normalizeWord } from '@/domain/import-words';
import { areRelated, type Place, type PlaceIndex } from '@/domain/place-index';
import { leadingPlaces } from '@/domain/place-reading';
import type { Evidence } from './identity-evidence';
import type { Found } from './reading';

/** Names before the place: 中共江苏省委办公厅, 中国民主同盟… . */
const PARTY =
  /^(?:国家[\u4e00-\u9fff]{2,6}总局(?=[\u4e00-\u9fff]{4})|国家统计局(?=[\u4e00-\u9fff]{4})|中国人民政治协商会议|政协|中国共产党|中共|中国国民党革命委员会|民革|中国民主同盟|民盟|中国民主建国会|民建|中国民主促进会|民进|中国农工民主党|农工党|中国致公党|致公党|九三学社|台湾民主自治同盟|台盟|中国国际贸易促进委员会|中国共产主义青年团|共青团)/;
/** Bodies of the whole country. */
const NATIONAL = /^(?:国家|中华人民共和国|中央|全国|国务院|中国)/;
const OF_STATE = /^(?:国家|中华人民共和国|国务院)/;
const COUNTRY = '100000';
/** What stands after a city's name and is a place of its own that lists of places do not have. */
const OTHER_AREA =
  /^[\u4e00-\u9fff]{0,12}?(?:开发区|高新区|高新技术产业|经开区|新区|园区|示范区|保税区|度假区|风景区|合作区|[\u4e00-\u9fff]{2}(?:区|县))/;
const STEM_LENGTHS = [5, 4, 3, 2];

/** Places that a name begins with, and the words after them. */
function placesOfName(
  index: PlaceIndex,
  name: string,
): { places: readonly Place[]; rest: string; isStem: boolean } {
  const word = normalizeWord(name);
  const bare = word.replace(PARTY, '');
  const { places, end } = leadingPlaces(index, bare);
  if (places.length > 0) return { places, rest: bare.slice(end), isStem: false };
  for (const length of STEM_LENGTHS) {
    const found = index.byStem.get(bare.slice(0, length));
    if (found) return { places: found, rest: bare.slice(length), isStem: true };
  }
  return { places: [], rest: bare, isStem: false };
}

const MAX_LINES = 4_000;
function mentions(evidence: Evidence, names: readonly string[]): number {
  const lines = [...evidence.lines, ...evidence.heads].slice(0, MAX_LINES);
  return lines.filter(({ text }) => names.some((name) => text.includes(name))).length;
}

/** How often the full names of the places above a place stand in the text. */
function mentionsAbove(evidence: Evidence, place: Place): number {
  const above: string[] = [];
  for (let at = place.parent; at; at = at.parent) above.push(normalizeWord(at.name));
  return mentions(evidence, above);
}

/** Of places with one name those whose city or province the text names. */
function narrow(evidence: Evidence, places: readonly Place[]): readonly Place[] {
  const named = places.filter((place) => mentionsAbove(evidence, place) > 0);
  return named.length > 0 ? named : places;
}

/** Names of places at the start of lines of the cover and of headings. */
function placesOfLines(index: PlaceIndex, evidence: Evidence): Place[] {
  const lines = [...evidence.cover, ...evidence.lines.slice(0, 40)];
  return lines.flatMap(({ text }) => {
    const { places } = leadingPlaces(index, normalizeWord(text));
    return places.length === 1 ? places : [];
  });
}

/**
 * The place of an organization: the one its name begins with, the city or province in the text deciding between places
 * of one name; without a place in the name that of the cover, doubtful. A body of the whole country belongs to the
 * country, and an area the list of places does not have is doubtful.
 */
export function findPlace(
  organization: Found<string> | null,
  evidence: Evidence,
  index: PlaceIndex,
): Found<string> | null {
  if (!organization) return null;
  const name = normalizeWord(organization.value);
  const { places, rest, isStem } = placesOfName(index, name);
  const base = { evidence: organization.evidence, where: organization.where };
  if (places.length > 0) {
    const [place, ...others] = narrow(evidence, places);
    if (!place || others.length > 0) return null;
    const isNamed = !isStem || mentions(evidence, [normalizeWord(place.name)]) > 0;
    const doubtful = organization.doubtful || !isNamed || OTHER_AREA.test(rest);
    return { value: place.code, ...base, doubtful };
  }
  if (NATIONAL.test(name.replace(PARTY, ''))) {
    if (!index.byCode.has(COUNTRY)) return null;
    return { value: COUNTRY, ...base, doubtful: organization.doubtful || !OF_STATE.test(name) };
  }
  const onCover = placesOfLines(index, evidence);
  const [first] = onCover;
  if (!first || onCover.some((place) => !areRelated(place, first))) return null;
  const deepest = onCover.reduce((a, b) => (a.path.length >= b.path.length ? a : b));
  return {
    value: deepest.code,
    evidence: evidence.cover[0]?.printed ?? deepest.name,
    where: evidence.cover[0]?.where ?? null,
    doubtful: true,
  };
}

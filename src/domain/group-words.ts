import type { Words } from './metric';
import { SIZE_FACTOR, type Group, type Peers, type Population } from './population';
import { sectorName } from './sectors';
import type { Language } from './view-state';
import type { JurisdictionLevel, Scope } from './vocabulary';

/** Name of the place of a code, or undefined where no list names it. */
export type NameOfPlace = (code: string) => string | undefined;

/** What peers share with the organization in focus. */
export const PEERS_NAMES: Readonly<Record<Peers, Words>> = {
  sector: { zh: '同级同行业', en: 'Same level and sector' },
  prefecture: { zh: '同地区同级', en: 'Same prefecture and level' },
  size: { zh: '同级规模相近', en: 'Same level, similar size' },
};

const LEVELS: Readonly<Record<JurisdictionLevel, Words & { noun: string }>> = {
  country: { zh: '中央', en: 'central level', noun: 'central' },
  province: { zh: '省级', en: 'province level', noun: 'province-level' },
  prefecture: { zh: '州市级', en: 'prefecture level', noun: 'prefecture-level' },
  county: { zh: '县级', en: 'county level', noun: 'county-level' },
};

const MEMBERS: Readonly<Record<Scope | 'any', Words & { one: string }>> = {
  department: { zh: '部门', en: 'departments', one: 'department' },
  unit: { zh: '单位', en: 'single units', one: 'single unit' },
  any: { zh: '机构', en: 'organizations', one: 'organization' },
};

const SIZE: Words = {
  zh: `总额为其 1/${SIZE_FACTOR} 至 ${SIZE_FACTOR} 倍`,
  en: `total between 1/${SIZE_FACTOR} and ${SIZE_FACTOR} times its own`,
};

const EVERYBODY: Words = { zh: '全部', en: 'all' };
const UNNAMED_LIST: Words = { zh: '未命名清单', en: 'unnamed list' };

/** Name of an own list; one from an address may have none. */
export const listName = (name: string, language: Language): string =>
  name.trim() || UNNAMED_LIST[language];

const placeOf = (code: string, nameOf: NameOfPlace): string => nameOf(code) ?? code;

/**
 * Who belongs to a group, without their number: “吉林省 · 县级 · 财政”. `population` is the group's own; empty for no
 * group.
 */
export function groupWords(
  group: Group,
  population: Population | null,
  language: Language,
  nameOf: NameOfPlace,
): string {
  if (population === null) return '';
  if (group.kind === 'list') return listName(group.name, language);
  const { level, sector, within, sizeLike } = population;
  const parts = [
    within === null ? [] : [placeOf(within, nameOf)],
    level === null ? [] : [LEVELS[level][language]],
    sector === null ? [] : [sectorName(sector)[language]],
    sizeLike === null ? [] : [SIZE[language]],
  ].flat();
  return parts.length > 0 ? parts.join(' · ') : EVERYBODY[language];
}

/** A number of organizations by what they are: “63 个部门”, “1 department”. */
export function countWords(count: string, scope: Scope | null, language: Language): string {
  const { one, en, zh } = MEMBERS[scope ?? 'any'];
  if (language === 'zh') return `${count} 个${zh}`;
  return `${count} ${count === '1' ? one : en}`;
}

/**
 * The members of a population in one phrase, for sentences: “吉林省县级财政部门”, “county-level departments of Finance in
 * 吉林省”, “规模相近的县级部门”.
 */
export function membersWords(
  group: Group,
  population: Population,
  language: Language,
  nameOf: NameOfPlace,
): string {
  const { level, sector, within, sizeLike, scope } = population;
  const { zh, en } = MEMBERS[scope ?? 'any'];
  if (group.kind === 'list') {
    const name = listName(group.name, language);
    return language === 'zh' ? `“${name}”中的机构` : `organizations of “${name}”`;
  }
  const place = within === null ? '' : placeOf(within, nameOf);
  if (language === 'zh') {
    const like = sizeLike === null ? '' : '规模相近的';
    return `${like}${place}${level ? LEVELS[level].zh : ''}${sector ? sectorName(sector).zh : ''}${zh}`;
  }
  return [
    level ? LEVELS[level].noun : '',
    en,
    sector ? `(${sectorName(sector).en})` : '',
    sizeLike === null ? '' : 'of similar size',
    place ? `in ${place}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

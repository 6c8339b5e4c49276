import { normalizeWord } from './import-words';
import { projectName } from '@/domain/reading/project-names';

/** Whose project it is: names that say nothing of what it does. */
export interface Owner {
  place: string;
  place_short: string | null;
  organization: string;
  org_name: string | null;
}

/** Words of nearly every project. */
const FILLER =
  /(?:项目|经费|资金|费用|专项|工作|上年结转|结转|结余|年度|部门预算|本级执行中追加|及|和|与|的|等(?!级|保))+/g;
/** A year or span of years, 2026年 or 2024-2027年, and 十五五 as it stands. */
const YEARS = /(?:19|20)\d{2}(?:[-—~至](?:19|20)?\d{2,4})?(?:年度|年)?/g;
/** Numbers of public lines are names; other numbers are quantities. */
const NUMBERS = /(?<!\d)(?!1[0-9]{4}(?!\d))\d+(?:\.\d+)?/g;
const BRACKETED = /[([{【〔《「][^)\]}】〕》」]*[)\]}】〕》」]/g;
/** The level at the head of a name: 州本级…, 市政务…, but not 市场… or 县城…. */
const LEVEL_AHEAD =
  /^(?:全?(?:省|州|市|县|区|旗)(?!场|容|民|政(?!务|府|协)|域|镇|乡|城|委))?(?:本级|级|直属|直)?/;
const OUTSIDE_NAMES = /[^\p{L}\p{N}+#]+/gu;
/** The last word of an organization in brackets says whether it is the department or its own level. */
const OWN_LEVEL = /[（(](?:本级|部门|汇总)[)）]$/;

/** A place as spoken: 广州 of 广州市; one character says too little. */
const spoken = (place: string | null): string | null => {
  const bare = (place ?? '').replace(/(?:特别行政区|自治[区州县旗]|[省市县区州盟旗])$/, '');
  return bare.length > 1 ? bare : null;
};

const without = (text: string, names: readonly (string | null)[]): string =>
  names
    .flatMap((name) => (name ? [normalizeWord(name.replace(OWN_LEVEL, ''))] : []))
    .filter((name) => name.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, ''), text);

/** A project's name without the number before it and without the names of its own place and organization. */
export function ownProjectName(name: string, owner: Owner): string {
  const text = normalizeWord(projectName(name.trim()));
  const { organization, org_name, place, place_short } = owner;
  const names = [organization, org_name, place, place_short, spoken(place_short ?? place)];
  const rest = without(text, names);
  return rest.length > 1 ? rest : text;
}

/**
 * What a name is compared by: without place, organization, years, bracketed additions, numbers and words that nearly all
 * projects have. A name of which nothing would be left stays as it is.
 */
export function comparedName(name: string, owner: Owner): string {
  const own = ownProjectName(name, owner);
  const bare = own
    .replace(BRACKETED, '')
    .replace(YEARS, '')
    .replace(NUMBERS, '')
    .replace(LEVEL_AHEAD, '')
    .replace(FILLER, '')
    .replace(OUTSIDE_NAMES, '')
    .replace(/费$/, '');
  return [...bare].length > 1 ? bare : own.replace(OUTSIDE_NAMES, '') || own;
}

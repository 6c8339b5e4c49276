import { readLists, readOrganizations, withList } from './kept-organizations';
import { formatViews, parseViews, withView } from './saved-view';
import { formatMutes, parseMutes } from './mute';
import { formatHeadcounts, parseHeadcounts } from './supplied-headcount';

/** A kind of what the reader keeps while working: how the reader's own and what arrives become one text. */
interface WorkSetting {
  /** What both say; where they differ on one thing, the reader's own stays. */
  joined(own: string, arriving: string): string;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

type NamedPair = [name: string, kept: unknown];

const isPair = (entry: unknown): entry is NamedPair =>
  Array.isArray(entry) && entry.length === 2 && typeof entry[0] === 'string';

/** The pairs of a text of JSON, one for each name. */
function readPairs(text: string): NamedPair[] {
  const list = parsed(text);
  return Array.isArray(list) ? [...new Map(list.filter(isPair))] : [];
}

/** A setting that is one thing: the reader's own stays, if there is one. */
const whole: WorkSetting = { joined: (own, arriving) => (isEmptySetting(own) ? arriving : own) };

const organizations: WorkSetting = {
  joined: (own, arriving) => {
    const ids = [own, arriving].flatMap((text) => readOrganizations(parsed(text)));
    return JSON.stringify([...new Set(ids)]);
  },
};

/** Pairs of a name and what is kept under it; of two with one name the reader's own stays, what is no pair goes. */
const pairs: WorkSetting = {
  joined: (own, arriving) => {
    const [mine, theirs] = [own, arriving].map(readPairs) as [NamedPair[], NamedPair[]];
    const names = new Set(mine.map(([name]) => name));
    return JSON.stringify([...theirs.filter(([name]) => !names.has(name)), ...mine]);
  },
};

/** Everything kept on this computer that belongs to the work, and so to a workspace; by the name it is kept under. */
export const WORK_SETTINGS = {
  headcounts: {
    joined: (own, arriving) => {
      const mine = parseHeadcounts(own);
      const orgs = new Set(mine.map(({ org }) => org));
      const theirs = parseHeadcounts(arriving).filter(({ org }) => !orgs.has(org));
      return formatHeadcounts([...theirs, ...mine]);
    },
  },
  mappings: pairs,
  mutes: {
    joined: (own, arriving) => formatMutes(new Map([...parseMutes(arriving), ...parseMutes(own)])),
  },
  lists: {
    joined: (own, arriving) => {
      const mine = readLists(parsed(own));
      const names = new Set(mine.map(({ name }) => name));
      const theirs = readLists(parsed(arriving)).filter(({ name }) => !names.has(name));
      return JSON.stringify([...theirs, ...mine].reduce(withList, []));
    },
  },
  views: {
    joined: (own, arriving) =>
      formatViews(parseViews(arriving).reduce((all, view) => withView(all, view), parseViews(own))),
  },
  recent: organizations,
  pinned: organizations,
  prices: whole,
  dictionary: whole,
  'report-note': whole,
} as const satisfies Record<string, WorkSetting>;
export type WorkSettingName = keyof typeof WORK_SETTINGS;

export const WORK_SETTING_NAMES = Object.keys(WORK_SETTINGS) as WorkSettingName[];

/** Chosen by the way, not worked out: they alone are nothing to ask about or to save again for. */
const BY_THE_WAY: readonly string[] = ['recent', 'mappings'] satisfies WorkSettingName[];
export const isByTheWay = (name: string): boolean => BY_THE_WAY.includes(name);

/** Texts that say nothing, in each of the ways settings are written. */
export const isEmptySetting = (text: string | undefined): boolean =>
  text === undefined || ['', '[]', 'null'].includes(text);

/** What `joined` makes of a setting of this name; what this version does not know stays the reader's own. */
export function joinedSetting(name: string, own: string, arriving: string): string {
  const known = WORK_SETTING_NAMES.find((each) => each === name);
  return (known ? WORK_SETTINGS[known] : whole).joined(own, arriving);
}

import { LONGEST_LIST } from './population';

/** Organizations a reader keeps under a name. */
export interface OwnList {
  name: string;
  orgs: readonly string[];
}

/** Lists kept; the oldest go first. */
const MOST_LISTS = 50;
export const LONGEST_LIST_NAME = 40;
/** Organizations remembered as chosen last, and as pinned. */
const MOST_RECENT = 20;
const MOST_PINNED = 100;

const named = (name: string): string => name.trim().slice(0, LONGEST_LIST_NAME);

/** The lists with one more, which takes the place of one of its name; nothing changes for a name or list that is empty. */
export function withList(lists: readonly OwnList[], { name, orgs }: OwnList): readonly OwnList[] {
  const list = { name: named(name), orgs: [...new Set(orgs)].slice(0, LONGEST_LIST) };
  if (list.name === '' || list.orgs.length === 0) return lists;
  return lists.some((other) => other.name === list.name)
    ? lists.map((other) => (other.name === list.name ? list : other))
    : [...lists, list].slice(-MOST_LISTS);
}

/** The lists with one under another name; a list that had that name goes. */
export function renamedList(
  lists: readonly OwnList[],
  name: string,
  to: string,
): readonly OwnList[] {
  const wanted = named(to);
  if (wanted === '' || wanted === name) return lists;
  return lists
    .filter((list) => list.name !== wanted)
    .map((list) => (list.name === name ? { ...list, name: wanted } : list));
}

export const withoutList = (lists: readonly OwnList[], name: string): readonly OwnList[] =>
  lists.filter((list) => list.name !== name);

/** Lists as they were kept; what is not a list is left out. */
export function readLists(kept: unknown): readonly OwnList[] {
  const lists: readonly unknown[] = Array.isArray(kept) ? kept : [];
  return lists.reduce<readonly OwnList[]>((read, list) => {
    if (typeof list !== 'object' || list === null || !('name' in list) || !('orgs' in list)) {
      return read;
    }
    const { name } = list;
    return typeof name === 'string'
      ? withList(read, { name, orgs: readOrganizations(list.orgs) })
      : read;
  }, []);
}

/** Identifiers as they were kept. */
export const readOrganizations = (kept: unknown): readonly string[] =>
  Array.isArray(kept) ? kept.filter((org) => typeof org === 'string') : [];

/** Organizations chosen last, the last one first, with these just chosen. */
export const withRecent = (recent: readonly string[], chosen: readonly string[]): string[] =>
  [...new Set([...chosen, ...recent])].slice(0, MOST_RECENT);

/** Pinned organizations with one more, or without it if it was pinned. */
export const withPinToggled = (pinned: readonly string[], org: string): string[] =>
  pinned.includes(org)
    ? pinned.filter((other) => other !== org)
    : [...pinned, org].slice(-MOST_PINNED);

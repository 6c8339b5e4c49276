import type { ProjectRow } from './project-list';
import { isProjectKind, type ProjectKindId } from './project-kinds';

/** What like projects are gathered by: a kind, the reader's words, or a project that they are like. */
export type ProjectGroup =
  | { by: 'kind'; kind: ProjectKindId }
  | { by: 'words'; words: string }
  | { by: 'like'; project: string };

/** A group as text for the address. */
export const formatProjectGroup = (group: ProjectGroup | null): string => {
  if (!group) return '';
  switch (group.by) {
    case 'kind':
      return `kind:${group.kind}`;
    case 'words':
      return `words:${group.words}`;
    case 'like':
      return `like:${group.project}`;
  }
};

const LONGEST = 200;

/** The group that a text stands for; null for anything else. */
export function parseProjectGroup(text: string): ProjectGroup | null {
  const [, by, rest = ''] = /^(kind|words|like):([^]+)$/.exec(text) ?? [];
  if (rest.length > LONGEST) return null;
  if (by === 'kind') return isProjectKind(rest) ? { by, kind: rest } : null;
  if (by === 'words') return { by, words: rest };
  return by === 'like' && rest.includes('/') ? { by, project: rest } : null;
}

export const GROUP_ACTS = ['in', 'out', 'use', 'unit', 'name'] as const;
export type GroupAct = (typeof GROUP_ACTS)[number];

/**
 * What the reader changed about a group, by the group's text: a project put in or taken out, the quantity used for one,
 * the unit compared, the group's name.
 */
export interface GroupEdit {
  group: string;
  act: GroupAct;
  /** Key of the project; empty where the whole group is meant. */
  project: string;
  /** Identifier of the quantity, unit or name; empty else. */
  value: string;
}

/** Changes that the address holds; the oldest go first. */
const MOST_EDITS = 200;
const LONGEST_NAME = 60;

export const formatGroupEdits = (edits: readonly GroupEdit[]): string =>
  edits
    .map(({ group, act, project, value }) =>
      [group, act, project, value].map(encodeURIComponent).join(':'),
    )
    .join(',');

/** The changes that a text stands for; those it says wrongly are left out. */
export const parseGroupEdits = (text: string): GroupEdit[] =>
  text
    .split(',')
    .flatMap((item): GroupEdit[] => {
      const [group = '', act = '', project = '', value = ''] = item
        .split(':')
        .map(decodeURIComponent);
      const known = GROUP_ACTS.find((one) => one === act);
      if (!known || !parseProjectGroup(group)) return [];
      return [{ group, act: known, project, value: value.slice(0, LONGEST_NAME) }];
    })
    .slice(-MOST_EDITS);

/** The changes with one more, which takes the place of what it contradicts; an empty value takes a choice back. */
export function withGroupEdit(edits: readonly GroupEdit[], edit: GroupEdit): GroupEdit[] {
  const isMember = (act: GroupAct) => act === 'in' || act === 'out';
  const others = edits.filter(
    (one) =>
      one.group !== edit.group ||
      one.project !== edit.project ||
      (isMember(edit.act) ? !isMember(one.act) : one.act !== edit.act),
  );
  const takenBack = !isMember(edit.act) && edit.value === '';
  return (takenBack ? others : [...others, edit]).slice(-MOST_EDITS);
}

/** The changes without those to a project's membership. */
export const withoutMembership = (
  edits: readonly GroupEdit[],
  group: string,
  project: string,
): GroupEdit[] =>
  edits.filter(
    (one) =>
      one.group !== group || one.project !== project || (one.act !== 'in' && one.act !== 'out'),
  );

/** Why a project is in a group. */
export type MatchReason =
  | { why: 'word'; word: string }
  | { why: 'like'; project: string }
  | { why: 'core' }
  | { why: 'reader' };

/** A project of a group: why it is there, how like the core it is, what it shares with it. */
export interface GroupMatch {
  key: string;
  reason: MatchReason;
  similarity: number | null;
  shared: readonly string[];
}

/** Projects of a group with the reader's changes: those taken out apart, those put in with their reason. */
export function editedMatches(
  found: readonly GroupMatch[],
  edits: readonly GroupEdit[],
  group: string,
): { matches: GroupMatch[]; out: GroupMatch[] } {
  const own = edits.filter((edit) => edit.group === group);
  const out = new Set(own.filter(({ act }) => act === 'out').map(({ project }) => project));
  const known = new Set(found.map(({ key }) => key));
  const added = own
    .filter(({ act, project }) => act === 'in' && !known.has(project))
    .map(({ project }): GroupMatch => ({
      key: project,
      reason: { why: 'reader' },
      similarity: null,
      shared: [],
    }));
  return {
    matches: [...found.filter(({ key }) => !out.has(key)), ...added],
    out: found.filter(({ key }) => out.has(key)),
  };
}

/** A name as the pool of compared projects has it. */
export type PooledProject = Pick<
  ProjectRow,
  | 'doc_id'
  | 'project_id'
  | 'level2'
  | 'org_name'
  | 'org_id'
  | 'organization'
  | 'place'
  | 'place_short'
>;

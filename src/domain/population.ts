import type { DocumentInfo } from './organization';
import { JURISDICTION_LEVELS, SCOPES, type JurisdictionLevel, type Scope } from './vocabulary';

/** The organizations that the chosen ones are seen among; null leaves a respect open. */
export interface Population {
  scope: Scope | null;
  level: JurisdictionLevel | null;
  sector: string | null;
  /** Code of a place: its organizations and those of all places within it. */
  within: string | null;
  /** Total budget between half and double that of this document. */
  sizeLike: string | null;
  /** Just these organizations. */
  orgs: readonly string[] | null;
}

export const EVERYONE: Population = {
  scope: null,
  level: null,
  sector: null,
  within: null,
  sizeLike: null,
  orgs: null,
};

/** How far apart in size peers may be. */
export const SIZE_FACTOR = 2;

export const PEERS = ['sector', 'prefecture', 'size'] as const;
export type Peers = (typeof PEERS)[number];

/** Whom the reader compares with: nobody else, peers of the organization in focus, a filter, or an own list. */
export type Group =
  | { kind: 'none' }
  | { kind: 'peers'; by: Peers }
  | ({ kind: 'filter' } & Pick<Population, 'scope' | 'level' | 'sector' | 'within'>)
  | { kind: 'list'; name: string; orgs: readonly string[] };

export const NO_GROUP: Group = { kind: 'none' };

/** Organizations that an own list may hold, since the address carries it. */
export const LONGEST_LIST = 500;

const like = ({ scope, level }: DocumentInfo): Population => ({ ...EVERYONE, scope, level });
/** A prefecture and what lies in it, whatever place of it a code names. */
const prefectureOf = (code: string): string => `${code.slice(0, 4)}00`;

/** The peers of an organization: always of its scope and level; null where its own place in the group is unknown. */
const PEERS_OF: Readonly<Record<Peers, (info: DocumentInfo) => Population | null>> = {
  sector: (info) => (info.sector === null ? null : { ...like(info), sector: info.sector }),
  prefecture: (info) => ({ ...like(info), within: prefectureOf(info.jurisdiction_code) }),
  size: (info) => ({ ...like(info), sizeLike: info.doc_id }),
};

/** The organizations a group stands for; null where there is none, or no one in focus whose peers they are. */
export function populationOf(group: Group, focus: DocumentInfo | undefined): Population | null {
  switch (group.kind) {
    case 'none':
      return null;
    case 'peers':
      return focus ? PEERS_OF[group.by](focus) : null;
    case 'filter': {
      const { scope, level, sector, within } = group;
      return { ...EVERYONE, scope, level, sector, within };
    }
    case 'list':
      return { ...EVERYONE, orgs: group.orgs };
  }
}

const FILTERS = ['scope', 'level', 'sector', 'within'] as const;

/** A group as text for the address; parts are encoded, so that names may hold any character. */
export function formatGroup(group: Group): string {
  const code = encodeURIComponent;
  switch (group.kind) {
    case 'none':
      return '';
    case 'peers':
      return `peers:${group.by}`;
    case 'filter':
      return `filter:${FILTERS.flatMap((key) => (group[key] === null ? [] : [`${key}=${code(group[key])}`])).join(';')}`;
    case 'list':
      return `list:${code(group.name)}:${group.orgs.map(code).join(',')}`;
  }
}

/** The group that a text stands for; undefined for anything else. */
export function parseGroup(text: string): Group | undefined {
  if (text === '') return NO_GROUP;
  const [kind, first = '', second = ''] = text.split(':');
  if (kind === 'peers') {
    const by = PEERS.find((known) => known === first);
    return by && { kind, by };
  }
  if (kind === 'filter') {
    const given = new Map(
      first.split(';').map((part) => [...part.split('='), ''].slice(0, 2) as [string, string]),
    );
    const of = (key: string): string | null => {
      const value = given.get(key);
      return value ? decodeURIComponent(value) : null;
    };
    return {
      kind,
      scope: SCOPES.find((scope) => scope === of('scope')) ?? null,
      level: JURISDICTION_LEVELS.find((level) => level === of('level')) ?? null,
      sector: of('sector'),
      within: of('within'),
    };
  }
  if (kind !== 'list') return undefined;
  const orgs = second.split(',').filter(Boolean).map(decodeURIComponent);
  return { kind, name: decodeURIComponent(first), orgs: orgs.slice(0, LONGEST_LIST) };
}

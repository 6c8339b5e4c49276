import { normalizeWord } from './import-words';
import { areRelated, type Place, type PlaceIndex } from './place-index';
import { leadingPlaces, OTHER_WORD, type Named } from './place-reading';
import type { Scope } from './vocabulary';

/** An organization that is loaded. */
export interface KnownOrganization {
  org_id: string;
  name: string;
  short_name: string | null;
  jurisdiction_code: string;
  scope: Scope;
}

/** A name as it is compared, with the places it begins with. */
export interface NamedOrganization {
  /** Normalized. */
  word: string;
  prefix: Named;
}

/** 中共江苏省委办公厅 is 江苏省委办公厅. */
const PARTY_BEFORE = /^(?:中国共产党|中共)(?=.{4})/;
/** 委员会办公厅 after a place is 委办公厅: the party committee, by its full and its usual name. */
const COMMITTEE = /^委员会(?=.{2})/;
/** 603001延边州…: a unit code written before the name. */
const CODE_BEFORE = /^\d{3,}[-_]?(?=\D)/;

export function asNamed(index: PlaceIndex, name: string): NamedOrganization {
  const word = normalizeWord(name).replace(CODE_BEFORE, '').replace(PARTY_BEFORE, '');
  return { word, prefix: leadingPlaces(index, word) };
}

const OWN_LEVEL = /\(?(?:机关|部门|局|厅|委)?本级\)?$|\(机关\)$/;

/** The scope that a name states: （本级） is one unit; null where it states none. */
export const scopeOfName = (name: string): Scope | null =>
  OWN_LEVEL.test(normalizeWord(name)) ? 'unit' : null;

const LEVEL_WORD = /^[省市州县区盟旗](?=.{3})/;
/** 县 before a name that does not name the county: 县财政局. */
const withoutLevel = (word: string): string =>
  OTHER_WORD.test(word) ? word : word.replace(LEVEL_WORD, '');

/** A name without its place and without （本级）: 财政局 of 靖宇县财政局（本级）. */
function coreName({ word, prefix: { places, end } }: NamedOrganization, place: Place): string {
  const rest = places.some((other) => areRelated(other, place)) ? word.slice(end) : word;
  const bare = rest.replace(COMMITTEE, '委').replace(OWN_LEVEL, '');
  return withoutLevel(bare) || bare || word;
}

const MAX_ID = 100;
/** A normalized text as letters, digits and CJK, other characters as one `-`. */
const safeId = (word: string): string =>
  word
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, MAX_ID);

/** An organization of the import, however many texts name it. */
interface Identity {
  place: Place;
  word: string;
  /** Safe for an id; null where no code is given. */
  code: string | null;
  /** Place and name without place. */
  core: string;
  ownLevel: boolean;
  /** Null where only the name tells. */
  scope: Scope | null;
}
/** What an identity came to. */
export interface SettledOrganization {
  orgId: string;
  known: boolean;
}

/** Gathers the organizations of an import, then says which are loaded already and gives the others an id. */
export class OrganizationIds {
  private readonly identities = new Map<string, Identity>();

  constructor(
    private readonly index: PlaceIndex,
    private readonly known: readonly KnownOrganization[],
  ) {}

  /**
   * Key of the organization: by its code where one is given, else by its name within the place. Where the scope is
   * known, a department and a unit of one name are two organizations.
   */
  take(
    place: Place,
    named: NamedOrganization,
    givenCode: string | null,
    scope: Scope | null = null,
  ): string {
    const code = givenCode === null ? null : safeId(normalizeWord(givenCode)) || null;
    const core = `${place.code}/${coreName(named, place)}`;
    const ownLevel = scope === null ? OWN_LEVEL.test(named.word) : scope === 'unit';
    const key = code ? `${place.code}#${code}` : `${core}/${ownLevel}`;
    if (!this.identities.has(key)) {
      this.identities.set(key, { place, word: named.word, code, core, ownLevel, scope });
    }
    return key;
  }

  /** By key of `take`. A loaded organization is the same by id, or by a name that only one of each side has. */
  settle(): Map<string, SettledOrganization> {
    const taken = new Set(this.known.map(({ org_id }) => org_id));
    const loaded = this.loadedByCore();
    const rivals = this.rivals(loaded);
    const settled = new Map<string, SettledOrganization>();
    for (const [key, identity] of this.identities) {
      const { place, code, core } = identity;
      const byCode = code ? `${place.code}-${code}` : null;
      const orgId =
        byCode && taken.has(byCode)
          ? byCode
          : sameName(identity, loaded.get(core) ?? [], rivals.get(core) ?? []);
      settled.set(
        key,
        orgId ? { orgId, known: true } : { orgId: newId(identity, taken), known: false },
      );
    }
    return settled;
  }

  private loadedByCore(): Map<string, KnownOrganization[]> {
    const places = new Set([...this.identities.values()].map(({ place }) => place.code));
    const loaded = new Map<string, KnownOrganization[]>();
    for (const organization of this.known) {
      const { name, short_name, jurisdiction_code: code } = organization;
      const place = places.has(code) ? this.index.byCode.get(code) : undefined;
      if (!place) continue;
      const names = [name, short_name ?? name].map((text) => asNamed(this.index, text));
      for (const core of new Set(names.map((named) => `${code}/${coreName(named, place)}`))) {
        loaded.set(core, [...(loaded.get(core) ?? []), organization]);
      }
    }
    return loaded;
  }

  /** Organizations of the import that a loaded one may be. */
  private rivals(loaded: ReadonlyMap<string, unknown>): Map<string, Identity[]> {
    const rivals = new Map<string, Identity[]>();
    if (loaded.size === 0) return rivals;
    for (const identity of this.identities.values()) {
      const { core } = identity;
      if (loaded.has(core)) rivals.set(core, [...(rivals.get(core) ?? []), identity]);
    }
    return rivals;
  }
}

const isOwnLevel = ({ name, scope }: KnownOrganization): boolean =>
  scope === 'unit' || scopeOfName(name) === 'unit';

function sameName(
  { ownLevel, scope }: Identity,
  loaded: readonly KnownOrganization[],
  rivals: readonly Identity[],
): string | null {
  const alike = loaded.filter((one) => isOwnLevel(one) === ownLevel);
  const isStrict = scope !== null || alike.length > 0;
  const candidates = isStrict ? alike : loaded;
  const others = isStrict ? rivals.filter((rival) => rival.ownLevel === ownLevel) : rivals;
  return candidates.length === 1 && others.length === 1 ? (candidates[0]?.org_id ?? null) : null;
}

function newId({ place, code, word, scope }: Identity, taken: Set<string>): string {
  const unit = scope === 'unit' && !OWN_LEVEL.test(word) ? '-unit' : '';
  const base = `${place.code}-${code ?? safeId(word)}${unit}`;
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  taken.add(id);
  return id;
}

import { normalizeWord } from './import-words';
import { areRelated, type Place, type PlaceIndex } from './place-index';
import { leadingPlaces, OTHER_WORD } from './place-reading';
import type { Scope } from './vocabulary';

/** An organization that is loaded. */
export interface KnownOrganization {
  org_id: string;
  name: string;
  short_name: string | null;
  jurisdiction_code: string;
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
export function coreName(index: PlaceIndex, name: string, place: Place): string {
  const word = normalizeWord(name).replace(OWN_LEVEL, '');
  const { places, end } = leadingPlaces(index, word);
  const rest = places.some((other) => areRelated(other, place)) ? word.slice(end) : word;
  return withoutLevel(rest) || word;
}

const MAX_ID = 100;
/** Letters, digits and CJK, other characters as one `-`. */
export const safeId = (text: string): string =>
  normalizeWord(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, MAX_ID);

/** An organization of the import, however many texts name it. */
interface Identity {
  place: Place;
  name: string;
  code: string | null;
  core: string;
  ownLevel: boolean;
}
/** What an identity came to. */
export interface SettledOrganization {
  orgId: string;
  known: boolean;
}

function group<Value>(
  values: Iterable<Value>,
  key: (value: Value) => string,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const of = groups.get(key(value));
    if (of) of.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}

/** Gathers the organizations of an import, then says which are loaded already and gives the others an id. */
export class OrganizationIds {
  private readonly identities = new Map<string, Identity>();
  private readonly cores = new Map<string, string>();

  constructor(
    private readonly index: PlaceIndex,
    private readonly known: readonly KnownOrganization[],
  ) {}

  private core(name: string, place: Place): string {
    const key = `${place.code}/${name}`;
    let core = this.cores.get(key);
    if (core === undefined) this.cores.set(key, (core = coreName(this.index, name, place)));
    return core;
  }

  /** Key of the organization: by its code where one is given, else by its name within the place. */
  take(place: Place, name: string, code: string | null): string {
    const core = this.core(name, place);
    const ownLevel = scopeOfName(name) === 'unit';
    const key = code ? `${place.code}#${safeId(code)}` : `${place.code}/${core}/${ownLevel}`;
    if (!this.identities.has(key)) this.identities.set(key, { place, name, code, core, ownLevel });
    return key;
  }

  /** By key of `take`. A loaded organization is the same by id, or by a name that only one of each side has. */
  settle(): Map<string, SettledOrganization> {
    const places = new Set([...this.identities.values()].map(({ place }) => place.code));
    const loaded = this.known.filter(({ jurisdiction_code: code }) => places.has(code));
    const taken = new Set(this.known.map(({ org_id }) => org_id));
    const byCore = this.loadedByCore(loaded);
    const rivals = group(this.identities.values(), ({ place, core }) => `${place.code}/${core}`);
    const settled = new Map<string, SettledOrganization>();
    for (const [key, identity] of this.identities) {
      const { place, code, core } = identity;
      const byCode = code ? safeId(`${place.code}-${code}`) : null;
      const same = `${place.code}/${core}`;
      const orgId =
        byCode && taken.has(byCode)
          ? byCode
          : this.sameName(identity, byCore.get(same) ?? [], rivals.get(same) ?? []);
      settled.set(
        key,
        orgId ? { orgId, known: true } : { orgId: this.newId(identity, taken), known: false },
      );
    }
    return settled;
  }

  private loadedByCore(loaded: readonly KnownOrganization[]): Map<string, KnownOrganization[]> {
    const named = loaded.flatMap((organization) => {
      const { name, short_name, jurisdiction_code } = organization;
      const place = this.index.byCode.get(jurisdiction_code);
      if (!place) return [];
      const names = new Set([name, short_name ?? name].map((text) => this.core(text, place)));
      return [...names].map((core) => ({ key: `${jurisdiction_code}/${core}`, organization }));
    });
    const groups = group(named, ({ key }) => key);
    return new Map(
      [...groups].map(([key, members]) => [key, members.map(({ organization }) => organization)]),
    );
  }

  private sameName(
    { ownLevel }: Identity,
    loaded: readonly KnownOrganization[],
    rivals: readonly Identity[],
  ): string | null {
    const alike = loaded.filter(({ name }) => (scopeOfName(name) === 'unit') === ownLevel);
    const candidates = alike.length > 0 ? alike : loaded;
    const others =
      alike.length > 0 ? rivals.filter((rival) => rival.ownLevel === ownLevel) : rivals;
    return candidates.length === 1 && others.length === 1 ? (candidates[0]?.org_id ?? null) : null;
  }

  private newId({ place, code, name }: Identity, taken: Set<string>): string {
    const base = safeId(`${place.code}-${code ?? name}`);
    let id = base;
    for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
    taken.add(id);
    return id;
  }
}

import {
  DEPARTMENTS,
  TOWNSHIP,
  TOWNSHIP_FORMS,
  TOWNSHIP_NAMES,
  type DepartmentKind,
} from './departments';
import { SYNTHETIC, SYNTHETIC_ID } from './label';
import type { OfficePlace } from './places';
import { Random } from './random';

/** A department or unit of a place. */
export interface Office {
  id: string;
  name: string;
  shortName: string;
  place: OfficePlace;
  kind: DepartmentKind;
  /** Units whose figures make up a department's; none where it publishes one budget alone. */
  units: readonly Office[];
  /** The department of a unit. */
  parent: string | null;
}

/** Departments that a place does not have, or that publish nothing. */
const ABSENT = 0.1;
/** Departments whose units publish budgets of their own. */
const WITH_UNITS = 0.035;
const TOWNSHIPS = [5, 15] as const;

/** Provinces that are cities: their departments are called as those of cities are. */
const MUNICIPALITIES = new Set(['110000', '120000', '310000', '500000']);

const nameLevel = ({ code, level }: OfficePlace): OfficePlace['level'] =>
  MUNICIPALITIES.has(code) ? 'prefecture' : level;

function unitsOf(
  id: string,
  name: string,
  rest: Omit<Office, 'id' | 'name' | 'shortName'>,
): Office[] {
  const units = [
    ['own', `${name}（本级）`],
    ['service', `${name}综合服务中心`],
  ] as const;
  return units.map(([part, unit]) => ({
    ...rest,
    id: `${id}-${part}`,
    name: unit,
    shortName: unit.replace(rest.place.name, ''),
    units: [],
    parent: id,
  }));
}

/** Departments of a place with their units, townships of a county among them; the same for the same seed. */
export function officesOf(place: OfficePlace, seed: number): Office[] {
  const random = new Random('offices', seed, place.code);
  const offices = DEPARTMENTS.flatMap((kind): Office[] => {
    const pattern = kind.names[nameLevel(place)];
    const present = !random.chance(ABSENT);
    const hasUnits = random.chance(WITH_UNITS);
    if (pattern === null || !present) return [];
    const id = `${place.code}-${SYNTHETIC_ID}-${kind.id}`;
    const name = SYNTHETIC + pattern.replace('@', place.name);
    const shortName = SYNTHETIC + pattern.replace('@', '');
    const units = hasUnits ? unitsOf(id, name, { place, kind, units: [], parent: id }) : [];
    return [{ id, name, shortName, place, kind, units, parent: null }];
  });
  return place.level === 'county' ? [...offices, ...townshipsOf(place, random)] : offices;
}

function townshipsOf(place: OfficePlace, random: Random): Office[] {
  const names = random.some(TOWNSHIP_NAMES, random.whole(...TOWNSHIPS));
  return names.map((stem, i) => {
    const shortName = `${stem}${random.pick(TOWNSHIP_FORMS)}`;
    return {
      id: `${place.code}-${SYNTHETIC_ID}-${TOWNSHIP.id}-${i + 1}`,
      name: `${SYNTHETIC}${place.name}${shortName}`,
      shortName: SYNTHETIC + shortName,
      place,
      kind: TOWNSHIP,
      units: [],
      parent: null,
    };
  });
}

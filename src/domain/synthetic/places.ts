import type { PlaceRow } from '@/domain/place-index';
import { groupBy } from '@/domain/group';
import type { OfficeLevel } from './departments';
import { Random } from './random';

export const SCALES = ['county', 'prefecture', 'province', 'nation'] as const;
/** How much of the country: one county; a prefecture or a province with all places in it; all. */
export type Scale = (typeof SCALES)[number];

/** A place that has departments. */
export type OfficePlace = PlaceRow & { level: OfficeLevel };

const hasOffices = (place: PlaceRow): place is OfficePlace => place.level !== 'country';

/**
 * Places of a scale, each before those in it. Provinces without counties in the table are left out.
 * @param code of the county, prefecture or province that is wanted; without it the seed says which
 * @throws RangeError if there is no such place, or it is of another level
 */
export function placesOfScale(
  rows: readonly PlaceRow[],
  scale: Scale,
  { seed, code }: { seed: number; code?: string | undefined },
): OfficePlace[] {
  const below = groupBy(rows, ({ parent_code }) => parent_code);
  const within = (place: OfficePlace): OfficePlace[] => [
    place,
    ...(below.get(place.code) ?? []).filter(hasOffices).flatMap(within),
  ];
  const provinces = rows
    .filter(hasOffices)
    .filter(({ level, code: own }) => level === 'province' && below.has(own));
  const all = provinces.flatMap(within);
  if (scale === 'nation') return all;
  const fitting = all.filter(
    (place) => place.level === scale && (scale === 'county' || below.has(place.code)),
  );
  const chosen =
    code === undefined
      ? new Random('place', seed).pick(fitting)
      : fitting.find((place) => place.code === code);
  if (!chosen) throw new RangeError(`${code} is no ${scale} of the table of places`);
  return within(chosen);
}

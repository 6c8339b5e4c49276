import type { PlaceRow } from '@/domain/place-index';
import type { Stage } from '@/domain/vocabulary';
import { syntheticDocument, type Detail, type SyntheticDocument } from './document';
import type { Codes } from './codes';
import { officesOf, type Office } from './offices';
import { placesOfScale, type Scale } from './places';
import { Random } from './random';

export interface PackageWish {
  scale: Scale;
  /** Years up to the last one. */
  years: number;
  seed: number;
  detail: Detail;
  /** The county, prefecture or province; the seed says which if it is not given. */
  place?: string | undefined;
  places: readonly PlaceRow[];
  codes: Codes;
}

/** The last year there are budgets of. */
export const LAST_YEAR = 2026;
/** Budgets that were never published, or are not found. */
const MISSING = 0.03;
/** Final accounts that are published beside the budgets, of the year before. */
const FINAL = 0.04;

/** Years and stages of which an office has a document. */
function publishedBy(
  office: Office,
  { years, seed }: PackageWish,
): { year: number; stage: Stage }[] {
  const documents: { year: number; stage: Stage }[] = [];
  for (let year = LAST_YEAR - years + 1; year <= LAST_YEAR; year += 1) {
    const random = new Random('published', seed, office.id, year);
    if (random.chance(FINAL)) documents.push({ year: year - 1, stage: 'final' });
    if (!random.chance(MISSING)) documents.push({ year, stage: 'budget' });
  }
  return documents;
}

/**
 * The documents of a made-up county, prefecture, province or nation, one after another: departments with their units,
 * place by place. Rows of an organization stand in the first of its documents.
 */
export function* syntheticDocuments(wish: PackageWish): Generator<SyntheticDocument> {
  const { scale, seed, detail, place, places, codes } = wish;
  for (const one of placesOfScale(places, scale, { seed, code: place })) {
    for (const department of officesOf(one, seed)) {
      for (const office of [department, ...department.units]) {
        let isFirst = true;
        for (const { year, stage } of publishedBy(department, wish)) {
          const document = syntheticDocument({ office, year, stage, detail, seed, codes });
          yield isFirst ? document : { ...document, rows: { ...document.rows, organization: [] } };
          isFirst = false;
        }
      }
    }
  }
}

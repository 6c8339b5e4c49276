import type { Query } from '@/db/engine';
import { matchesPattern, placeholders, quoteLiteral } from '@/db/sql';
import { searchTerms, type SearchTerm } from '@/domain/organization-search';
import type { JurisdictionLevel } from '@/domain/vocabulary';
import type { Time } from './picker';

/** A place and how many organizations it and the places within it have. */
export interface CountedPlace {
  code: string;
  name: string;
  short_name: string | null;
  name_en: string | null;
  /** Null for a code that no list of places names. */
  level: JurisdictionLevel | null;
  /** Organizations with a budget of the time. */
  shown: number;
  /** Organizations that are known, but have none of that time. */
  others: number;
}

/** Places a search lists at most. */
const MOST_FOUND = 6;

/** Organizations by place, and `held` by what the codes of places begin with. */
const counted = ({ year, stage }: Time): string => `
    own AS (SELECT jurisdiction_code AS code, COUNT(DISTINCT org_id) AS shown FROM document_info
      WHERE fiscal_year = ${year} AND stage = ${quoteLiteral(stage)} GROUP BY jurisdiction_code),
    known AS (SELECT k.code, k.organizations, COALESCE(o.shown, 0) AS shown
      FROM (SELECT jurisdiction_code AS code, COUNT(*) AS organizations FROM organization
        GROUP BY jurisdiction_code) k
      LEFT JOIN own o ON o.code = k.code),
    begun AS (SELECT code, SUBSTRING(code, 1, 2) AS prefix FROM known
      UNION SELECT code, SUBSTRING(code, 1, 4) FROM known
      UNION SELECT code, code FROM known),
    held AS (SELECT b.prefix, SUM(k.shown) AS shown, SUM(k.organizations) - SUM(k.shown) AS others
      FROM begun b JOIN known k ON k.code = b.code GROUP BY b.prefix)`;

/** Every place with organizations; codes of organizations that no list of places names stand at the top. */
const place = `
    place AS (SELECT p.*, h.shown, h.others FROM (
        SELECT j.code, j.name, j.short_name, j.name_en, j.level, a.code AS parent_code,
          REGEXP_REPLACE(j.code, '(00){1,3}$', '') AS prefix
        FROM jurisdiction j LEFT JOIN jurisdiction a ON a.code = j.parent_code
        UNION ALL
        SELECT k.code, k.code AS name, NULL, NULL, NULL, NULL, k.code AS prefix
        FROM known k LEFT JOIN jurisdiction j ON j.code = k.code WHERE j.code IS NULL) p
      JOIN held h ON h.prefix = p.prefix)`;
const COLUMNS = 'p.code, p.name, p.short_name, p.name_en, p.level, p.shown, p.others';

/** The places right within another, or those at the top for null, that have organizations. */
export const placesWithin = (parent: string | null, time: Time): Query<CountedPlace> => ({
  sql: `WITH ${counted(time)}, ${place} SELECT ${COLUMNS} FROM place p
    WHERE ${parent === null ? 'p.parent_code IS NULL' : `p.parent_code = ${quoteLiteral(parent)}`}
    ORDER BY p.code`,
});

const NAMES = ['p.name', "COALESCE(p.short_name, '')", "LOWER(COALESCE(p.name_en, ''))", 'p.code'];

/** How well a place answers to a term: 0 for its beginning, 1 for its sound from the beginning; NULL for no match. */
const placeRank = ({ text, pattern }: SearchTerm): string => {
  const begins = NAMES.map((name) => `POSITION(${quoteLiteral(text)} IN ${name}) = 1`);
  const sounds = pattern === null ? '' : `WHEN ${matchesPattern('p.name', `^${pattern}`)} THEN 1`;
  return `CASE WHEN ${begins.join(' OR ')} THEN 0 ${sounds} END`;
};

/** The first places that answer to one of the terms of a search, best first; none for an empty search. */
export function placesFound(text: string, time: Time): Query<CountedPlace> | null {
  const ranks = searchTerms(text).map(placeRank);
  if (ranks.length === 0) return null;
  const fit =
    ranks.length > 1
      ? `LEAST(${ranks.map((rank) => `COALESCE(${rank}, 9)`).join(', ')})`
      : ranks[0];
  return {
    sql: `WITH ${counted(time)}, ${place} SELECT ${COLUMNS}
    FROM (SELECT p.*, ${fit} AS fit FROM place p) p
    WHERE p.fit < 9 ORDER BY p.fit, p.code LIMIT ${MOST_FOUND}`,
  };
}

export interface PlaceNameRow {
  code: string;
  name: string;
  short_name: string | null;
  name_en: string | null;
}

/** The places of these codes; of an unknown code there is none. */
export const placesByCode = (codes: readonly string[]): Query<PlaceNameRow> => ({
  sql: `SELECT code, name, short_name, name_en FROM jurisdiction
    WHERE code IN ${placeholders(codes)} ORDER BY code`,
  params: [...codes],
});

/** A place and those above it, from the top. */
export const placePath = (code: string): Query<PlaceNameRow> => ({
  sql: `SELECT j.code, j.name, j.short_name, j.name_en FROM jurisdiction j
    WHERE j.code = ? OR (j.code <> '100000' AND POSITION(REGEXP_REPLACE(j.code, '(00){1,3}$', '') IN ?) = 1)
    ORDER BY j.code`,
  params: [code, code],
});

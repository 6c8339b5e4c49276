import type { Query } from '@/db/engine';
import { literalList, matchesPattern, quoteLiteral, rankIn } from '@/db/sql';
import type { Metric } from '@/domain/metric';
import type { Reason } from '@/domain/missing';
import type { DocumentInfo } from '@/domain/organization';
import { searchTerms, type SearchTerm } from '@/domain/organization-search';
import { EVERYONE, type Population } from '@/domain/population';
import type { PriceIndex } from '@/domain/price-index';
import { SECTORS } from '@/domain/sectors';
import type { Stage } from '@/domain/vocabulary';
import { figureRows } from './figure';
import { populationCondition } from './population';

/** Organizations on one page of a list. */
export const PAGE = 50;

export interface Time {
  year: number;
  stage: Stage;
}

/** Which organizations are listed: those with a budget of the time that fit all of it. */
export interface Listing {
  time: Time;
  /** Narrowed to these; null for all. */
  population: Population | null;
  /** Those of this very place, not of the places within it. */
  place?: string;
  /** What the reader typed. */
  text?: string;
}

/** How a list is ordered and what stands beside each name. */
export interface ListOrder {
  /** Values beside the names; null for none. */
  metric: Metric | null;
  prices: PriceIndex;
  by: 'name' | 'highest' | 'lowest';
}

export interface ListedRow extends Pick<
  DocumentInfo,
  | 'doc_id'
  | 'org_id'
  | 'organization'
  | 'org_short'
  | 'scope'
  | 'sector'
  | 'jurisdiction_code'
  | 'place'
  | 'place_short'
  | 'place_en'
  | 'level'
> {
  value: number | null;
  reason: Reason | null;
  /** Of the whole list, not of the page: organizations, those with a value, lowest and highest value. */
  total: number;
  valued: number;
  least: number | null;
  most: number | null;
}

const atTime = ({ year, stage }: Time): string =>
  `i.fiscal_year = ${year} AND i.stage = ${quoteLiteral(stage)}`;

const either = (conditions: readonly string[]): string => `(${conditions.join(' OR ')})`;
const isLatin = (text: string): boolean => /[a-z]/.test(text);

/**
 * How well a row of `document_info i` answers to a term, best first; NULL where it does not: the very name or code, its
 * beginning, the place, elsewhere in the names, by sound at the beginning, by sound elsewhere, by sector.
 */
function termRank({ text, pattern, sectors }: SearchTerm): string {
  const term = quoteLiteral(text);
  const plain = (column: string) => (isLatin(text) ? `LOWER(${column})` : column);
  const own = ['i.organization', 'i.org_short'].map(plain);
  const places = ['i.place', 'i.place_short', ...(isLatin(text) ? ['i.place_en'] : [])].map(plain);
  const codes = /^[\w.-]+$/.test(text) ? ['LOWER(i.org_id)', 'i.jurisdiction_code'] : [];
  const starts = (column: string) => `POSITION(${term} IN ${column}) = 1`;
  const contains = (column: string) => `POSITION(${term} IN ${column}) > 0`;
  const named = "CONCAT(COALESCE(i.place_short, i.place), ' ', i.organization)";
  const sounds = (from: string) => matchesPattern(named, `${from}${pattern ?? ''}`);
  const steps = [
    either([...own, ...codes].map((column) => `${column} = ${term}`)),
    either([...own, ...codes].map(starts)),
    either(places.map(starts)),
    either([...own, ...places].map(contains)),
    ...(pattern === null ? [] : [sounds('(?:^| )'), sounds('')]),
    ...(sectors.length === 0 ? [] : [`i.sector IN ${literalList(sectors)}`]),
  ];
  return `CASE ${steps.map((step, i) => `WHEN ${step} THEN ${i}`).join(' ')} END`;
}

/** The organizations of a listing, one row each: `org_id, doc_id, code, sector_place, fit`, the lowest fit best. */
function found({ time, population, place, text = '' }: Listing): string {
  const ranks = searchTerms(text).map(termRank);
  const fit = ranks.length > 0 ? ranks.join(' + ') : '0';
  const conditions = [
    atTime(time),
    ...(population ? [populationCondition(population)] : []),
    ...(place === undefined ? [] : [`i.jurisdiction_code = ${quoteLiteral(place)}`]),
  ];
  return `SELECT org_id, MIN(doc_id) AS doc_id, MIN(code) AS code, MIN(sector_place) AS sector_place, MIN(fit) AS fit
    FROM (SELECT i.org_id, i.doc_id, i.jurisdiction_code AS code,
        ${rankIn('i.sector', SECTOR_IDS)} AS sector_place, ${fit} AS fit
      FROM document_info i WHERE ${conditions.join(' AND ')}) AS fitting
    WHERE fit IS NOT NULL GROUP BY org_id`;
}

const SECTOR_IDS = SECTORS.map(({ id }) => id);
const NO_VALUES = `SELECT CAST(NULL AS VARCHAR) AS doc_id, CAST(NULL AS DOUBLE) AS value,
      CAST(NULL AS VARCHAR) AS reason WHERE false`;
const NAME_ORDER = 'fit, code, sector_place NULLS LAST, org_id';
const ORDERS: Readonly<Record<ListOrder['by'], string>> = {
  name: NAME_ORDER,
  highest: `value DESC NULLS LAST, ${NAME_ORDER}`,
  lowest: `value ASC NULLS LAST, ${NAME_ORDER}`,
};

/** One page (from 0) of the organizations of a listing, with the values of a metric. */
export function listedOrganizations(
  listing: Listing,
  { metric, prices, by }: ListOrder,
  page: number,
  size = PAGE,
): Query<ListedRow> {
  const order = ORDERS[metric ? by : 'name'];
  return {
    sql: `WITH listed AS (
      SELECT f.org_id, f.doc_id, f.code, f.sector_place, f.fit, v.value, v.reason
      FROM (${found(listing)}) f
      LEFT JOIN (${metric ? figureRows(metric, prices) : NO_VALUES}) v ON v.doc_id = f.doc_id),
    whole AS (SELECT COUNT(*) AS total, COUNT(value) AS valued, MIN(value) AS least, MAX(value) AS most
      FROM listed),
    paged AS (SELECT * FROM listed ORDER BY ${order} LIMIT ${size} OFFSET ${page * size})
    SELECT i.doc_id, i.org_id, i.organization, i.org_short, i.scope, i.sector, i.jurisdiction_code, i.place,
      i.place_short, i.place_en, i.level, p.value, p.reason, w.total, w.valued, w.least, w.most
    FROM (SELECT *, ROW_NUMBER() OVER (ORDER BY ${order}) AS position FROM paged) p CROSS JOIN whole w
    JOIN document_info i ON i.doc_id = p.doc_id
    ORDER BY p.position`,
  };
}

/** Identifiers of the first organizations of a listing, in the order of their names. */
export const listedIds = (listing: Listing, most: number): Query<{ org_id: string }> => ({
  sql: `SELECT org_id FROM (${found(listing)}) f ORDER BY ${NAME_ORDER} LIMIT ${most}`,
});

/** How many organizations of a time belong to a population. */
export const memberCount = (population: Population, time: Time): Query<{ members: number }> => ({
  sql: `SELECT COUNT(*) AS members FROM (${found({ time, population })}) f`,
});

export type Facet = 'scope' | 'level' | 'sector';
const FACETS = ['scope', 'level', 'sector'] as const;
export interface FacetRow {
  facet: Facet;
  /** Null for organizations of no known level or sector. */
  id: string | null;
  organizations: number;
}

/** Organizations of a time by scope, level and sector, each counted among those that fit the other two. */
export function facetCounts(population: Population, time: Time): Query<FacetRow> {
  const open: Population = { ...population, scope: null, level: null, sector: null };
  const counts = FACETS.map((facet) => {
    const others = { ...EVERYONE, ...pick(population), [facet]: null };
    return `SELECT ${quoteLiteral(facet)} AS facet, i.${facet} AS id, COUNT(*) AS organizations
      FROM base i WHERE ${populationCondition(others)} GROUP BY i.${facet}`;
  });
  return {
    sql: `WITH base AS (SELECT DISTINCT i.org_id, i.scope, i.level, i.sector FROM document_info i
      WHERE ${atTime(time)} AND ${populationCondition(open)})
    SELECT facet, id, organizations FROM (${counts.join(' UNION ALL ')}) AS counted
    ORDER BY facet, organizations DESC, id`,
  };
}

const pick = ({ scope, level, sector }: Population): Pick<Population, Facet> => ({
  scope,
  level,
  sector,
});

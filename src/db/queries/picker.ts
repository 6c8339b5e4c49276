import type { Query } from '@/db/engine';
import { literalList, matchesPattern, quoteLiteral, typedValues } from '@/db/sql';
import type { Metric } from '@/domain/metric';
import type { Reason } from '@/domain/missing';
import type { DocumentInfo } from '@/domain/organization';
import { searchTerms, type SearchTerm } from '@/domain/organization-search';
import { escapePattern } from '@/domain/pinyin';
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
  /** Organizations of the whole list. */
  total: number;
  /** Of the whole list where it is sorted by value, else of the page: those without a value, lowest, highest. */
  unvalued: number;
  least: number | null;
  most: number | null;
}

const atTime = ({ year, stage }: Time): string =>
  `i.fiscal_year = ${year} AND i.stage = ${quoteLiteral(stage)}`;

const either = (conditions: readonly string[]): string => `(${conditions.join(' OR ')})`;
const isLatin = (text: string): boolean => /[a-z]/.test(text);
const isCode = (text: string): boolean => /^[\w.-]+$/.test(text);

const OWN = ['i.organization', 'i.org_short'];
const PLACE = ['i.place', 'i.place_short'];
const CODES = ['i.jurisdiction_code', 'i.org_id'];
/** The names of a row in one text, each word beginning after a space. */
const NAMES = `CONCAT(COALESCE(i.place_short, i.place), ' ', i.organization, ' ', COALESCE(i.org_short, ''), ' ', i.place,
        ' ', COALESCE(i.place_en, ''))`;

const contains = (text: string) => (column: string) =>
  `POSITION(${quoteLiteral(text)} IN ${column}) > 0`;
const starts = (text: string) => (column: string) =>
  `POSITION(${quoteLiteral(text)} IN ${column}) = 1`;

/** A text in any of the columns, or its sound. */
const mentions = ({ text, pattern }: SearchTerm, columns: readonly string[]): string[] =>
  isLatin(text)
    ? columns.map((column) =>
        matchesPattern(
          column,
          `(?i:${escapePattern(text)})${pattern === null ? '' : `|${pattern}`}`,
        ),
      )
    : columns.map(contains(text));

/**
 * Whether a row of `document_info i` answers to a term. Places are looked through in their own short table, and
 * ranking, which takes several looks, is left for the rows that answer.
 */
function answers(term: SearchTerm): string {
  const { text, sectors } = term;
  const places = mentions(term, ['j.name', 'j.short_name', 'j.name_en']);
  return either([
    ...mentions(term, OWN),
    `i.jurisdiction_code IN (SELECT j.code FROM jurisdiction j WHERE ${either(places)})`,
    ...(isCode(text) ? CODES.map(starts(text)) : []),
    ...(sectors.length === 0 ? [] : [`i.sector IN ${literalList(sectors)}`]),
  ]);
}

/**
 * How well a row that answers to a term does so, best first: the very name or code, its beginning, the place, elsewhere
 * in the names, by sound at the beginning of a name, otherwise.
 */
function termRank({ text, pattern }: SearchTerm): string {
  const plain = (column: string) => (isLatin(text) ? `LOWER(${column})` : column);
  const codes = isCode(text) ? CODES : [];
  const own = [...OWN.map(plain), ...codes];
  const places = (isLatin(text) ? [...PLACE, 'i.place_en'] : PLACE).map(plain);
  const steps = [
    either(own.map((column) => `${column} = ${quoteLiteral(text)}`)),
    either(own.map(starts(text))),
    either(places.map(starts(text))),
    either([...own, ...places].map(contains(text))),
    ...(pattern === null ? [] : [matchesPattern(NAMES, `(?:^| )${pattern}`)]),
  ];
  return `CASE ${steps.map((step, i) => `WHEN ${step} THEN ${i}`).join(' ')} ELSE ${steps.length} END`;
}

/**
 * The organizations of a listing, each with one document however many it has of the time: `org_id, doc_id, code,
 * sector_place, fit`, the lowest fit best.
 */
function found({ time, population, place, text = '' }: Listing): string {
  const terms = searchTerms(text);
  const conditions = [
    atTime(time),
    ...(population ? [populationCondition(population)] : []),
    ...(place === undefined ? [] : [`i.jurisdiction_code = ${quoteLiteral(place)}`]),
    ...terms.map(answers),
  ];
  return `SELECT i.org_id, MIN(i.doc_id) AS doc_id, MIN(i.jurisdiction_code) AS code,
      MIN(s.sector_place) AS sector_place, MIN(${terms.map(termRank).join(' + ') || '0'}) AS fit
    FROM document_info i LEFT JOIN ${SECTOR_PLACES} s ON s.sector = i.sector
    WHERE ${conditions.join(' AND ')}
    GROUP BY i.org_id`;
}

const SECTOR_PLACES = typedValues(
  { sector: 'VARCHAR', sector_place: 'INTEGER' },
  SECTORS.map(({ id }, i) => [id, i]),
);
const NO_VALUES = `SELECT CAST(NULL AS VARCHAR) AS doc_id, CAST(NULL AS DOUBLE) AS value,
      CAST(NULL AS VARCHAR) AS reason WHERE false`;
const NAME_ORDER = 'fit, code, sector_place NULLS LAST, org_id, doc_id';
const ORDERS: Readonly<Record<ListOrder['by'], string>> = {
  name: NAME_ORDER,
  highest: `value DESC NULLS LAST, ${NAME_ORDER}`,
  lowest: `value ASC NULLS LAST, ${NAME_ORDER}`,
};

/**
 * One page (from 0) of the organizations of a listing, with the values of a metric. In the order of names only the
 * values of the page are looked up, so that they reach from the least to the most of the page.
 */
export function listedOrganizations(
  listing: Listing,
  { metric, prices, by }: ListOrder,
  page: number,
  size = PAGE,
): Query<ListedRow> {
  const order = ORDERS[metric ? by : 'name'];
  const values = `(${metric ? figureRows(metric, prices) : NO_VALUES}) v`;
  const paged = (rows: string): string =>
    `SELECT *, ROW_NUMBER() OVER (ORDER BY ${order}) AS position
      FROM (SELECT * FROM ${rows} ORDER BY ${order} OFFSET ${page * size} LIMIT ${size}) AS cut`;
  const valued = (rows: string): string =>
    `SELECT f.*, v.value, v.reason FROM ${rows} f LEFT JOIN ${values} ON v.doc_id = f.doc_id`;
  const steps =
    order === NAME_ORDER
      ? [`cut AS (${paged('found')})`, `paged AS (${valued('cut')})`]
      : [`listed AS (${valued('found')})`, `paged AS (${paged('listed')})`];
  const spread = order === NAME_ORDER ? 'paged' : 'listed';
  return {
    sql: `WITH found AS (${found(listing)}),
    ${steps.join(',\n    ')},
    whole AS (SELECT COUNT(*) AS total FROM found),
    spread AS (SELECT COUNT(*) - COUNT(value) AS unvalued, MIN(value) AS least, MAX(value) AS most
      FROM ${spread})
    SELECT i.doc_id, i.org_id, i.organization, i.org_short, i.scope, i.sector, i.jurisdiction_code, i.place,
      i.place_short, i.place_en, i.level, p.value, p.reason, w.total, s.unvalued, s.least, s.most
    FROM paged p CROSS JOIN whole w CROSS JOIN spread s
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

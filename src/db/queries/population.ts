import { literalList, quoteLiteral } from '@/db/sql';
import { SIZE_FACTOR, type Population } from '@/domain/population';
import type { Stage } from '@/domain/vocabulary';

/** Whose documents a view is about. */
export interface Shown {
  /** Whom the chosen ones are seen among; null for nobody else. */
  population: Population | null;
  /** Organizations chosen, members of the population or not. */
  orgs: readonly string[];
  years: readonly number[];
  stage: Stage;
}

/** Codes of a place and all within it: 220000 holds 22…, 222400 holds 2224…. */
const within = (code: string): string => `${code.replace(/(00){1,3}$/, '')}%`;

const sizeLike = (doc: string): string => `i.org_id IN (
      SELECT s.org_id FROM document_info s
      JOIN metric a ON a.doc_id = s.doc_id AND a.metric_id = 'total'
      JOIN metric b ON b.doc_id = ${quoteLiteral(doc)} AND b.metric_id = 'total'
      JOIN document_info f ON f.doc_id = b.doc_id
      WHERE s.fiscal_year = f.fiscal_year AND s.stage = f.stage
        AND a.value * ${SIZE_FACTOR} >= b.value AND a.value <= b.value * ${SIZE_FACTOR})`;

/** Which rows of `document_info i` belong to a population, as a condition. */
export function populationCondition(population: Population): string {
  const { scope, level, sector, within: place, sizeLike: doc, orgs } = population;
  const conditions = [
    scope && `i.scope = ${quoteLiteral(scope)}`,
    level && `i.level = ${quoteLiteral(level)}`,
    sector && `i.sector = ${quoteLiteral(sector)}`,
    place && `i.jurisdiction_code LIKE ${quoteLiteral(within(place))}`,
    doc && sizeLike(doc),
    orgs && `i.org_id IN ${literalList(orgs)}`,
  ].filter(Boolean);
  return conditions.length > 0 ? conditions.join(' AND ') : 'true';
}

/**
 * The documents of a view, one row each: `doc_id, org_id, fiscal_year, is_chosen, is_member`. Without a population the
 * chosen ones are the members.
 */
export function shownDocuments({ population, orgs, years, stage }: Shown): string {
  const chosen = `i.org_id IN ${literalList(orgs)}`;
  const member = population ? populationCondition(population) : chosen;
  return `SELECT doc_id, org_id, fiscal_year, is_chosen, is_member FROM (
      SELECT i.doc_id, i.org_id, i.fiscal_year, ${chosen} AS is_chosen, ${member} AS is_member
      FROM document_info i
      WHERE i.fiscal_year IN (${years.join(', ')}) AND i.stage = ${quoteLiteral(stage)}) AS candidate
    WHERE is_chosen OR is_member`;
}

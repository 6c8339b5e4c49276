import type { PooledProject } from '@/domain/project-group';
import type { Query } from '../engine';
import { theseDocuments, type Documents } from './projects';

const POOLED = `p.doc_id, p.project_id, p.level2, p.org_name, d.org_id, d.organization, d.place,
    d.place_short`;

/** Names that are compared at once. */
export const POOL = 4_000;

/** How many of the given texts a name has. */
const textsIn = (texts: readonly string[]): string =>
  texts.length === 0
    ? '0'
    : texts.map(() => 'CASE WHEN STRPOS(LOWER(p.level2), ?) > 0 THEN 1 ELSE 0 END').join(' + ');

/**
 * Names of projects to be compared: those of the chosen documents first, then those that have most of the texts, then
 * the largest, at most `POOL`. `least` leaves out others that have fewer of the texts.
 */
export function projectPool(
  docs: Documents,
  chosen: readonly string[],
  { texts, least }: { texts: readonly string[]; least: number },
): Query<PooledProject> {
  return {
    sql: `
  WITH named AS (
    SELECT ${POOLED}, p.total, p.doc_id IN ${theseDocuments(chosen)} AS is_chosen,
      ${textsIn(texts)} AS found
    FROM project_amount p JOIN document_info d ON d.doc_id = p.doc_id
    WHERE p.doc_id IN ${docs})
  SELECT doc_id, project_id, level2, org_name, org_id, organization, place, place_short
  FROM named WHERE is_chosen OR found >= ${least}
  ORDER BY is_chosen DESC, found DESC, total DESC NULLS LAST, doc_id, project_id
  LIMIT ${POOL}`,
    params: texts.map((text) => text.toLowerCase()),
  };
}

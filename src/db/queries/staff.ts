import { rankIn } from '@/db/sql';
import { STAFF_KINDS } from '@/domain/supplied-headcount';

const KIND_RANK = rankIn('h.kind', STAFF_KINDS);

/**
 * The headcount used for each document: the best kind that the document prints, or that holds for its year or the
 * year before; a published one before one supplied by the user, then the latest.
 */
export const staff = (): string => `
  WITH every AS (
    SELECT org_id, doc_id, as_of, kind, people, source, 'document' AS supplied_by FROM headcount
    UNION ALL
    SELECT org_id, doc_id, as_of, kind, people, source, 'user' AS supplied_by FROM supplied_headcount),
  ranked AS (
    SELECT d.doc_id, h.people, h.kind, h.as_of, h.source, h.supplied_by, ROW_NUMBER() OVER (
      PARTITION BY d.doc_id
      ORDER BY ${KIND_RANK}, h.supplied_by, h.as_of DESC) AS place
    FROM document d
    JOIN every h ON h.org_id = d.org_id
    WHERE ${KIND_RANK} IS NOT NULL AND h.people > 0 AND (h.doc_id = d.doc_id OR (h.doc_id IS NULL
      AND EXTRACT(YEAR FROM h.as_of) BETWEEN d.fiscal_year - 1 AND d.fiscal_year)))
  SELECT doc_id, people, kind, as_of, source, supplied_by FROM ranked WHERE place = 1`;

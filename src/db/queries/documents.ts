import type { DocumentInfo } from '@/domain/organization';
import { SECTORS } from '@/domain/sectors';
import { quoteLiteral } from '@/db/sql';
import type { Query } from '../engine';

/** The sector that a department's name tells; NULL for a name that tells none. */
const sectorOfName = `CASE ${SECTORS.map(
  ({ id, words }) =>
    `WHEN ${words.map((word) => `o.name LIKE ${quoteLiteral(`%${word}%`)}`).join(' OR ')}
      THEN ${quoteLiteral(id)}`,
).join(' ')} END`;

/**
 * Every document with its organization and place, in one row: what `document_info` is made from. The sector is that of
 * the dataset, else the one that the name tells.
 */
export const documentInfo = (): string => `
  SELECT d.doc_id, d.org_id, o.name AS organization, o.short_name AS org_short, o.scope,
    COALESCE(o.sector, ${sectorOfName}) AS sector,
    o.jurisdiction_code, COALESCE(j.name, o.jurisdiction_code) AS place, j.short_name AS place_short,
    j.name_en AS place_en, j.level, d.fiscal_year, d.stage, d.title, d.published_on, d.source_file, d.sha256
  FROM document d
  JOIN organization o ON o.org_id = d.org_id
  LEFT JOIN jurisdiction j ON j.code = o.jurisdiction_code`;

/** Every loaded document, by place, organization, year and stage. */
export const documents = (): Query<DocumentInfo> => ({
  sql: 'SELECT * FROM document_info ORDER BY jurisdiction_code, org_id, fiscal_year, stage, doc_id',
});

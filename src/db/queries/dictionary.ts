/** Names of codes of the list in force: the one the user brought, else that of the app. */
export const listedNames = (): string => `
  SELECT kind, code, name, year FROM dictionary
  UNION ALL SELECT kind, code, name, NULL FROM classification
  WHERE NOT EXISTS (SELECT 1 FROM dictionary)
  ORDER BY kind, code, year, name`;

/** Names taken from documents at most, the commonest first. */
const MOST_NAMES = 200_000;

/** Names that loaded documents print beside a code, by year, and how many of them do. */
export const printedNames = (): string => `
  SELECT l.classification AS kind, l.code, l.label AS name, d.fiscal_year AS year,
    CAST(COUNT(DISTINCT l.doc_id) AS INTEGER) AS documents
  FROM line l JOIN document d ON d.doc_id = l.doc_id
  WHERE l.code IS NOT NULL AND l.classification IN ('function', 'economic', 'government_economic')
  GROUP BY l.classification, l.code, l.label, d.fiscal_year
  ORDER BY documents DESC, l.classification, l.code, l.label, d.fiscal_year
  LIMIT ${MOST_NAMES}`;

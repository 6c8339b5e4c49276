import { literalList } from '@/db/sql';

/** A label or name without its numbering (一、（一）1.) and without a closing 支出, for comparison. */
export const bareName = (text: string): string =>
  `regexp_replace(regexp_replace(${text}, '^[（(]?[一二三四五六七八九十百0-9]+[、．.）)]', ''), '支出$', '')`;

const KINDS = ['function', 'economic', 'government_economic'];

/** Rows of a classification that print no code, once each. */
const UNCODED = `
  SELECT DISTINCT doc_id, table_id, side, row_no, parent_row_no, classification AS kind, level,
    ${bareName('label')} AS bare
  FROM line WHERE code IS NULL AND level > 0 AND classification IN ${literalList(KINDS)}`;

/** Names in use that stand once under their parent. */
const NAMES = `
  SELECT kind, parent_code, level, ${bareName('name')} AS bare, MIN(code) AS code
  FROM classification WHERE superseded IS NOT TRUE
  GROUP BY kind, parent_code, level, ${bareName('name')} HAVING COUNT(*) = 1`;

const sameRow = (a: string, b: string): string =>
  `${a}.doc_id = ${b}.doc_id AND ${a}.table_id = ${b}.table_id AND ${a}.side = ${b}.side`;

/**
 * Codes of rows that print only a name: the class by its name, each level below by its name under the code above.
 * A name that stands at no such place in the classification gets no code.
 */
export const lineCodes = (): string => `
  WITH uncoded AS (${UNCODED}), named AS (${NAMES}),
  first AS (
    SELECT u.*, n.code AS class_code FROM uncoded u
    JOIN named n ON n.kind = u.kind AND n.level = 1 AND n.bare = u.bare
    WHERE u.level = 1),
  second AS (
    SELECT u.*, n.code AS class_code FROM uncoded u
    JOIN first p ON ${sameRow('p', 'u')} AND p.row_no = u.parent_row_no
    JOIN named n ON n.kind = u.kind AND n.parent_code = p.class_code AND n.bare = u.bare
    WHERE u.level = 2),
  third AS (
    SELECT u.*, n.code AS class_code FROM uncoded u
    JOIN second p ON ${sameRow('p', 'u')} AND p.row_no = u.parent_row_no
    JOIN named n ON n.kind = u.kind AND n.parent_code = p.class_code AND n.bare = u.bare
    WHERE u.level = 3)
  SELECT doc_id, table_id, side, row_no, class_code FROM first
  UNION ALL SELECT doc_id, table_id, side, row_no, class_code FROM second
  UNION ALL SELECT doc_id, table_id, side, row_no, class_code FROM third`;

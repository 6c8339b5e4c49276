import { literalList } from '@/db/sql';
import { LEAF_FUNDS, OUTSIDE_APPROPRIATION } from '@/domain/measures';

const ofFund = (amount: string, fund: string): string =>
  `MAX(${amount}) FILTER (WHERE fund = '${fund}')`;

/** All funds of a row: the printed sum, else 财政拨款 and the rest, else the single funds. */
const allFunds = (amount: string): string => `COALESCE(
    ${ofFund(amount, 'all')},
    ${ofFund(amount, 'appropriation')} + COALESCE(
      ${ofFund(amount, 'non_appropriation')},
      SUM(${amount}) FILTER (WHERE fund IN ${literalList(OUTSIDE_APPROPRIATION)}), 0),
    SUM(${amount}) FILTER (WHERE fund IN ${literalList(LEAF_FUNDS)}),
    MAX(${amount}))`;

const ROW = 'doc_id, table_id, side, nature, row_no';

/**
 * One row per printed row and nature: its amount in yuan over all funds, as `total`, `current` and `carryover`.
 * A printed sum is taken as printed; parts are summed only where the sum is not printed. NULL where no part is.
 */
export const rowAmounts = (): string => `
  WITH by_fund AS (
    SELECT ${ROW}, fund,
      MIN(parent_row_no) AS parent_row_no, MIN(classification) AS classification, MIN(code) AS code,
      MIN(label) AS label, MIN(level) AS level, MAX(is_total) AS is_total,
      MAX(amount) FILTER (WHERE vintage = 'total') AS whole,
      MAX(amount) FILTER (WHERE vintage = 'current') AS current,
      MAX(amount) FILTER (WHERE vintage = 'carryover') AS carryover,
      COUNT(*) AS cells,
      COUNT(*) FILTER (WHERE state = 'unreadable') AS unreadable
    FROM line GROUP BY ${ROW}, fund),
  by_vintage AS (
    SELECT *, COALESCE(whole,
      CASE WHEN current IS NOT NULL OR carryover IS NOT NULL
        THEN COALESCE(current, 0) + COALESCE(carryover, 0) END) AS total
    FROM by_fund),
  by_row AS (
    SELECT ${ROW},
      MIN(parent_row_no) AS parent_row_no, MIN(classification) AS classification, MIN(code) AS code,
      MIN(label) AS label, MIN(level) AS level, MAX(is_total) AS is_total,
      ${allFunds('total')} AS total,
      ${allFunds('current')} AS current,
      ${allFunds('carryover')} AS carryover,
      CAST(SUM(cells) AS INTEGER) AS cells, CAST(SUM(unreadable) AS INTEGER) AS unreadable
    FROM by_vintage GROUP BY ${ROW})
  SELECT r.*, COALESCE(r.code, c.class_code) AS class_code,
    r.level = 0 AND r.is_total AND r.parent_row_no IS NULL AS is_grand_total
  FROM by_row r
  LEFT JOIN line_code c ON c.doc_id = r.doc_id AND c.table_id = r.table_id
    AND c.side = r.side AND c.row_no = r.row_no`;

/** Second-level projects with their amounts in yuan. */
export const projectAmounts = (): string => `
  SELECT p.doc_id, p.project_id, p.level1, p.level2, p.category, p.org_name, p.row_no,
    r.total, r.current, r.carryover
  FROM project p
  LEFT JOIN row_amount r ON r.doc_id = p.doc_id AND r.table_id = 'project' AND r.row_no = p.row_no`;

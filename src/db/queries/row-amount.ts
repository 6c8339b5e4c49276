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

const ROW = ['doc_id', 'table_id', 'side', 'nature', 'row_no'];
const sameRow = ROW.map((name) =>
  name === 'side' ? `m.${name} IS NOT DISTINCT FROM r.${name}` : `m.${name} = r.${name}`,
).join(' AND ');

/**
 * One row per printed row and nature: its amount in yuan over all funds, as `total`, `current` and `carryover`.
 * A printed sum is taken as printed; parts are summed only where the sum is not printed. NULL where no part is.
 * Most rows have a single cell, which is their amount; only the others are gone through fund by fund.
 * A row is topmost if no other but the total is a sum that it is part of. A part of “三公”经费 whose whole is not printed
 * stands for itself alone.
 */
export const rowAmounts = (): string => `
  WITH by_row AS (
    SELECT ${ROW.join(', ')},
      MIN(parent_row_no) AS parent_row_no, MIN(classification) AS classification, MIN(code) AS code,
      MIN(label) AS label, MIN(level) AS level, MAX(is_total) AS is_total,
      MAX(amount) AS amount, MIN(vintage) AS vintage, CAST(COUNT(*) AS INTEGER) AS cells,
      CAST(COUNT(*) FILTER (WHERE state = 'unreadable') AS INTEGER) AS unreadable
    FROM line GROUP BY ${ROW.join(', ')}),
  by_fund AS (
    SELECT ${ROW.map((name) => `m.${name}`).join(', ')}, m.fund,
      MAX(m.amount) FILTER (WHERE m.vintage = 'total') AS whole,
      MAX(m.amount) FILTER (WHERE m.vintage = 'current') AS current,
      MAX(m.amount) FILTER (WHERE m.vintage = 'carryover') AS carryover
    FROM line m JOIN by_row r ON ${sameRow}
    WHERE r.cells > 1
    GROUP BY ${ROW.map((name) => `m.${name}`).join(', ')}, m.fund),
  by_vintage AS (
    SELECT *, COALESCE(whole,
      CASE WHEN current IS NOT NULL OR carryover IS NOT NULL
        THEN COALESCE(current, 0) + COALESCE(carryover, 0) END) AS total
    FROM by_fund),
  summed AS (
    SELECT ${ROW.join(', ')},
      ${allFunds('total')} AS total,
      ${allFunds('current')} AS current,
      ${allFunds('carryover')} AS carryover
    FROM by_vintage GROUP BY ${ROW.join(', ')})
  SELECT ${ROW.map((name) => `r.${name}`).join(', ')},
    r.parent_row_no, r.classification, r.code, r.label, r.level, r.is_total,
    CASE WHEN r.cells = 1 THEN r.amount ELSE m.total END AS total,
    CASE WHEN r.cells > 1 THEN m.current WHEN r.vintage = 'current' THEN r.amount END AS current,
    CASE WHEN r.cells > 1 THEN m.carryover WHEN r.vintage = 'carryover' THEN r.amount END AS carryover,
    r.cells, r.unreadable, COALESCE(r.code, c.class_code) AS class_code,
    r.level = 0 AND r.is_total AND r.parent_row_no IS NULL AS is_grand_total,
    r.level > 0 AND p.row_no IS NULL AND (r.level = 1 OR r.table_id <> 'three_public') AS is_topmost
  FROM by_row r
  LEFT JOIN summed m ON ${sameRow}
  LEFT JOIN by_row p ON p.doc_id = r.doc_id AND p.table_id = r.table_id
    AND p.side IS NOT DISTINCT FROM r.side AND p.nature = r.nature
    AND p.row_no = r.parent_row_no AND p.level > 0
  LEFT JOIN line_code c ON c.doc_id = r.doc_id AND c.table_id = r.table_id
    AND c.side = r.side AND c.row_no = r.row_no`;

/** Second-level projects with their amounts in yuan. */
export const projectAmounts = (): string => `
  SELECT p.doc_id, p.project_id, p.level1, p.level2, p.category, p.org_name, p.row_no,
    r.total, r.current, r.carryover
  FROM project p
  LEFT JOIN row_amount r ON r.doc_id = p.doc_id AND r.table_id = 'project' AND r.row_no = p.row_no`;

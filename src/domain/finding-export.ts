import {
  CELL_COLUMNS,
  FINDING_COLUMNS,
  RULE_COLUMNS,
  SUMMARY_COLUMNS,
  type Column,
  type ColumnKey,
  type SummaryRow,
} from './finding-export-columns';
import type { ExportedFinding, ExportedRule, ExportWords, SheetName } from './finding-export-words';
import type { Sheet, SheetRow } from './sheet';

/** Findings of an export at most. */
export const MOST_FINDINGS = 20_000;
/** Their cells at most. */
export const MOST_CELLS = 200_000;

const sheetOf = <Row>(
  name: SheetName,
  columns: readonly Column<Row, ColumnKey>[],
  rows: readonly Row[],
  words: ExportWords,
): Sheet => ({
  name: words.sheet(name),
  columns: columns.map(({ key, type, width }) => ({
    head: words.column(key),
    type,
    ...(width ? { width } : {}),
  })),
  rows: rows.map((row): SheetRow => columns.map(({ cell }) => cell(row, words))),
});

/** The sheet of findings, one row each. */
export const findingSheet = (found: readonly ExportedFinding[], words: ExportWords): Sheet =>
  sheetOf('findings', FINDING_COLUMNS, found, words);

/** The sheet of the printed things that findings are about, one row each. */
export function cellSheet(found: readonly ExportedFinding[], words: ExportWords): Sheet {
  const rows = found.flatMap(({ cells, info }) => cells.map((cell) => ({ cell, info })));
  return sheetOf('cells', CELL_COLUMNS, rows, words);
}

/** The sheet of documents, with what checks found in each. */
export const summarySheet = (rows: readonly SummaryRow[], words: ExportWords): Sheet =>
  sheetOf('summary', SUMMARY_COLUMNS, rows, words);

/** The sheet of rules, with what each compares and how often it held. */
export const ruleSheet = (rules: readonly ExportedRule[], words: ExportWords): Sheet =>
  sheetOf('rules', RULE_COLUMNS, rules, words);

/** Parts of a sheet as one of at most so many rows; where there are more, in all `total`, the last row says so. */
export function joinedSheet(
  parts: readonly Sheet[],
  { most, total, words }: { most: number; total: number; words: ExportWords },
): Sheet {
  const [first] = parts;
  if (!first) throw new Error('a sheet has at least one part');
  const rows = parts.flatMap((part) => part.rows).slice(0, most);
  const cut: SheetRow = [{ type: 'text', value: words.cut(rows.length, total) }];
  return { ...first, rows: total > rows.length ? [...rows, cut] : rows };
}

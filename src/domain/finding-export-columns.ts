import type { DocumentTotals, FindingCell, FindingFact } from './finding';
import type { ExportedFinding, ExportedRule, ExportWords } from './finding-export-words';
import type { DocumentInfo } from './organization';
import type { SheetCell, SheetColumn } from './sheet';

/** Things of a side that are named one by one; all of them are on the sheet of cells. */
const NAMED = 6;

export interface Column<Row, Key extends string> extends Omit<SheetColumn, 'head'> {
  key: Key;
  cell(row: Row, words: ExportWords): SheetCell;
}

const text = (value: string | null | undefined): SheetCell =>
  value ? { type: 'text', value } : null;
const count = (value: number | null | undefined): SheetCell =>
  value === null || value === undefined ? null : { type: 'number', value: String(value) };

/** A value of a side by its unit: amounts in yuan, other numbers, or a text. */
function compared(unit: FindingFact['unit'], value: string | null): SheetCell {
  if (value === null) return null;
  if (unit === 'yuan') return { type: 'money', value };
  return { type: unit === 'text' || unit === null ? 'text' : 'number', value };
}

type Side = FindingCell['side'];

/** Something of each cell of a side, each thing once, the first few. */
function listed(
  { cells }: ExportedFinding,
  side: Side,
  words: ExportWords,
  of: (cell: FindingCell) => string | null,
): SheetCell {
  const things = [
    ...new Set(cells.flatMap((cell) => (cell.side === side ? (of(cell) ?? []) : []))),
  ].filter((thing) => thing !== '');
  const rest = things.length - NAMED;
  return text(
    [...things.slice(0, NAMED), ...(rest > 0 ? [words.more(rest)] : [])].join(words.separator),
  );
}

const signed = ({ minus, printed }: FindingCell): string | null =>
  printed === null ? null : minus ? `−(${printed})` : printed;

const DOCUMENT_COLUMNS = [
  {
    key: 'document',
    type: 'text',
    width: 34,
    cell: ({ info }, words) => info && text(words.document(info)),
  },
  { key: 'organization', type: 'text', width: 30, cell: ({ info }) => text(info?.organization) },
  { key: 'place', type: 'text', width: 18, cell: ({ info }) => text(info?.place) },
  { key: 'year', type: 'number', width: 8, cell: ({ info }) => count(info?.fiscal_year) },
  {
    key: 'stage',
    type: 'text',
    width: 8,
    cell: ({ info }, words) => info && text(words.value('stage', info.stage)),
  },
  {
    key: 'scope',
    type: 'text',
    width: 8,
    cell: ({ info }, words) => info && text(words.value('scope', info.scope)),
  },
] as const satisfies readonly Column<{ info: DocumentInfo | null }, string>[];

const sideColumns = <Name extends 'left' | 'right'>(side: Name) =>
  [
    {
      key: `${side}_is`,
      type: 'text',
      width: 26,
      cell: ({ finding }: ExportedFinding, words: ExportWords) =>
        text(words.rule(finding.rule_id)[side]),
    },
    {
      key: `${side}_value`,
      type: 'money',
      width: 16,
      cell: ({ finding }: ExportedFinding) => compared(finding.unit, finding[`${side}_value`]),
    },
    {
      key: `${side}_label`,
      type: 'text',
      width: 26,
      cell: (row: ExportedFinding, words: ExportWords) =>
        listed(row, side, words, ({ label }) => label),
    },
    {
      key: `${side}_place`,
      type: 'text',
      width: 40,
      cell: (row: ExportedFinding, words: ExportWords) => listed(row, side, words, words.place),
    },
    {
      key: `${side}_printed`,
      type: 'text',
      width: 20,
      cell: (row: ExportedFinding, words: ExportWords) => listed(row, side, words, signed),
    },
  ] as const;

export const FINDING_COLUMNS = [
  ...DOCUMENT_COLUMNS,
  { key: 'finding', type: 'number', width: 8, cell: ({ finding }) => count(finding.finding_no) },
  { key: 'rule', type: 'text', width: 26, cell: ({ finding }) => text(finding.rule_id) },
  {
    key: 'rule_name',
    type: 'text',
    width: 34,
    cell: ({ finding }, words) => text(words.rule(finding.rule_id).name),
  },
  {
    key: 'family',
    type: 'text',
    width: 12,
    cell: ({ finding }, words) => text(words.value('family', finding.family)),
  },
  {
    key: 'status',
    type: 'text',
    width: 10,
    cell: ({ finding }, words) => text(words.value('status', finding.status)),
  },
  {
    key: 'severity',
    type: 'text',
    width: 10,
    cell: ({ finding }, words) => text(words.value('severity', finding.severity)),
  },
  {
    key: 'unit',
    type: 'text',
    width: 8,
    cell: ({ finding }, words) => finding.unit && text(words.value('unit', finding.unit)),
  },
  ...sideColumns('left'),
  ...sideColumns('right'),
  {
    key: 'difference',
    type: 'money',
    width: 16,
    cell: ({ finding }) => compared(finding.unit, finding.difference),
  },
  {
    key: 'seen_place',
    type: 'text',
    width: 30,
    cell: (row, words) => listed(row, 'seen', words, words.place),
  },
  {
    key: 'cause',
    type: 'text',
    width: 40,
    cell: ({ cause }, words) => cause && text(words.cause(cause)),
  },
  {
    key: 'notes',
    type: 'text',
    width: 40,
    cell: ({ finding }, words) => text(words.notes(finding.notes)),
  },
  {
    key: 'muted',
    type: 'text',
    width: 8,
    cell: ({ mute }, words) => text(words.value('muted', mute ? 'yes' : 'no')),
  },
  { key: 'mute_reason', type: 'text', width: 26, cell: ({ mute }) => text(mute?.reason) },
  { key: 'mute_date', type: 'date', width: 12, cell: ({ mute }) => mute?.on ?? null },
  { key: 'source_file', type: 'text', width: 30, cell: ({ info }) => text(info?.source_file) },
  { key: 'doc_id', type: 'text', width: 30, cell: ({ finding }) => text(finding.doc_id) },
] as const satisfies readonly Column<ExportedFinding, string>[];

export interface CellRow {
  cell: FindingCell;
  info: DocumentInfo | null;
}

export const CELL_COLUMNS = [
  {
    key: 'document',
    type: 'text',
    width: 34,
    cell: ({ info }, words) => info && text(words.document(info)),
  },
  { key: 'finding', type: 'number', width: 8, cell: ({ cell }) => count(cell.finding_no) },
  {
    key: 'side',
    type: 'text',
    width: 10,
    cell: ({ cell }, words) => text(words.value('side', cell.side)),
  },
  {
    key: 'minus',
    type: 'text',
    width: 8,
    cell: ({ cell }, words) => (cell.minus ? text(words.value('minus', 'yes')) : null),
  },
  {
    key: 'other_document',
    type: 'text',
    width: 10,
    cell: ({ cell }, words) =>
      cell.cell_doc_id === cell.doc_id ? null : text(words.value('other_document', 'yes')),
  },
  { key: 'page', type: 'number', width: 6, cell: ({ cell }) => count(cell.page) },
  { key: 'table', type: 'text', width: 26, cell: ({ cell }, words) => text(words.table(cell)) },
  { key: 'row', type: 'number', width: 8, cell: ({ cell }) => count(cell.row_no) },
  { key: 'col', type: 'number', width: 8, cell: ({ cell }) => count(cell.col_no) },
  { key: 'code', type: 'text', width: 12, cell: ({ cell }) => text(cell.code) },
  { key: 'label', type: 'text', width: 30, cell: ({ cell }) => text(cell.label) },
  { key: 'header', type: 'text', width: 26, cell: ({ cell }) => text(cell.header) },
  { key: 'printed', type: 'text', width: 20, cell: ({ cell }) => text(cell.printed) },
  {
    key: 'amount',
    type: 'money',
    width: 16,
    cell: ({ cell }) => (cell.amount === null ? null : cell.amount.toFixed(2)),
  },
  { key: 'section', type: 'text', width: 26, cell: ({ cell }) => text(cell.section) },
  { key: 'doc_id', type: 'text', width: 30, cell: ({ cell }) => text(cell.cell_doc_id) },
] as const satisfies readonly Column<CellRow, string>[];

export interface SummaryRow {
  info: DocumentTotals;
  /** Findings passed over. */
  muted: number;
}

export const SUMMARY_COLUMNS = [
  ...DOCUMENT_COLUMNS,
  {
    key: 'checked',
    type: 'text',
    width: 10,
    cell: ({ info }, words) => text(words.value('checked', info.checked ? 'yes' : 'no')),
  },
  { key: 'passed', type: 'number', width: 10, cell: ({ info }) => counted(info, info.passed) },
  { key: 'rounding', type: 'number', width: 10, cell: ({ info }) => counted(info, info.rounding) },
  { key: 'failed', type: 'number', width: 10, cell: ({ info }) => counted(info, info.failed) },
  {
    key: 'unchecked',
    type: 'number',
    width: 10,
    cell: ({ info }) => counted(info, info.unchecked),
  },
  { key: 'muted', type: 'number', width: 10, cell: ({ muted }) => count(muted) },
  { key: 'source_file', type: 'text', width: 30, cell: ({ info }) => text(info.source_file) },
  { key: 'doc_id', type: 'text', width: 30, cell: ({ info }) => text(info.doc_id) },
] as const satisfies readonly Column<SummaryRow, string>[];

/** Nothing is counted in a document that is not checked yet. */
const counted = ({ checked }: DocumentTotals, value: number): SheetCell =>
  checked ? count(value) : null;

export const RULE_COLUMNS = [
  { key: 'rule', type: 'text', width: 26, cell: ({ id }) => text(id) },
  {
    key: 'family',
    type: 'text',
    width: 12,
    cell: ({ family }, words) => text(words.value('family', family)),
  },
  {
    key: 'severity',
    type: 'text',
    width: 10,
    cell: ({ severity }, words) => text(words.value('severity', severity)),
  },
  { key: 'rule_name', type: 'text', width: 34, cell: ({ name }) => text(name) },
  { key: 'about', type: 'text', width: 60, cell: ({ about }) => text(about) },
  { key: 'left_is', type: 'text', width: 26, cell: ({ left }) => text(left) },
  { key: 'right_is', type: 'text', width: 26, cell: ({ right }) => text(right) },
  { key: 'passed', type: 'number', width: 10, cell: ({ passed }) => count(passed) },
  { key: 'rounding', type: 'number', width: 10, cell: ({ rounding }) => count(rounding) },
  { key: 'failed', type: 'number', width: 10, cell: ({ failed }) => count(failed) },
  { key: 'unchecked', type: 'number', width: 10, cell: ({ unchecked }) => count(unchecked) },
] as const satisfies readonly Column<ExportedRule, string>[];

export type ColumnKey =
  | (typeof FINDING_COLUMNS)[number]['key']
  | (typeof CELL_COLUMNS)[number]['key']
  | (typeof SUMMARY_COLUMNS)[number]['key']
  | (typeof RULE_COLUMNS)[number]['key'];

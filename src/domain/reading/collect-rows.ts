import { readNumber } from '@/domain/number-forms';
import type { Classification, Side } from '@/domain/vocabulary';
import { squash, type Matrix } from './matrix';
import type { DraftColumn } from './read-columns';
import type { JoinedCell, RowReading } from './reading';
import { isFigure, isNumbering, type TableHead } from './table-head';
import { isProse } from './table-texts';
import { classificationOfHeader, namesOrganizations } from './text-columns';
import {
  bareLabel,
  countsThings,
  markerOf,
  summaryOf,
  type Marker,
  type SummaryKind,
} from './row-words';

/** A printed row of one pane, while its place in the hierarchy is settled. */
export interface DraftRow extends Omit<RowReading, 'partial'> {
  /** Row of the joined table. */
  at: number;
  pane: number;
  marker: Marker;
  kind: SummaryKind | null;
  /** Which of the label columns the label stands in, from 0. */
  step: number;
  isOrganization: boolean;
  /** The first amount of the row, for sums. */
  amount: number | null;
  /** Its parts are known, and all printed. */
  whole: boolean;
}

/** A row with figures and no label. */
export interface NamelessRow {
  at: number;
  figures: number;
}

const LABELS: ReadonlySet<string> = new Set(['label', 'level1', 'level2', 'category', 'project']);
const CODED_LABEL = /^[[（(]?(\d{3}|\d{5}|\d{7})[\]）)]?[-—_.、:：]?(?=[^\d.,%])(.{2,})$/u;
const CODE_PART = /^[类款项]$/;
const NOTE = /^(?:注|备注|说明|填表说明|本表)\d*[:：.、]?/;

/** Columns of a pane by what they hold. */
export interface Pane {
  number: number;
  side: Side | null;
  codes: readonly DraftColumn[];
  labels: readonly DraftColumn[];
  /** Codes and names of economic items that stand beside what the table is divided by. */
  economic: readonly DraftColumn[];
  amounts: readonly DraftColumn[];
  /** Rows of earlier panes of this side stand before its own. */
  before: number;
}

/** Columns of labels; a kind of project at the right of its name is no label. */
function labelsOf(columns: readonly DraftColumn[]): DraftColumn[] {
  const labels = columns.filter(({ role }) => role !== null && LABELS.has(role));
  const first = labels.findIndex(({ role }) => role !== 'category');
  return labels.filter(({ role }, i) => role !== 'category' || first < 0 || i < first);
}

/** Of columns that name two classifications side by side, those of the one the table is divided by. */
function ofClassification(columns: DraftColumn[], wanted: Classification): DraftColumn[] {
  const said = columns.map(({ header }) => classificationOfHeader(header));
  if (!said.includes(wanted as (typeof said)[number])) return columns;
  return columns.filter((_, i) => said[i] === null || said[i] === wanted);
}

const economicOf = (columns: readonly DraftColumn[]): DraftColumn[] =>
  columns.filter(
    ({ role, header }) =>
      (role === 'code' || role === 'label') && classificationOfHeader(header) === 'economic',
  );

/** The panes of a table that have amounts, from the left; `rows`: what the table is divided by. */
export function panesOf(columns: readonly DraftColumn[], rows: Classification): Pane[] {
  const panes: Pane[] = [];
  for (const number of new Set(columns.map(({ pane }) => pane))) {
    const own = columns.filter(({ pane }) => pane === number);
    const amounts = own.filter(({ role }) => role === 'amount');
    if (amounts.length === 0) continue;
    const side = own.find((column) => column.side)?.side ?? null;
    panes.push({
      number,
      side,
      codes: ofClassification(
        own.filter(({ role }) => role === 'code'),
        rows,
      ),
      labels: ofClassification(labelsOf(own), rows),
      economic: rows === 'economic' ? [] : economicOf(own),
      amounts,
      before: panes.filter((pane) => pane.side === side).length,
    });
  }
  return panes;
}

/** Text of the cell that begins at a place. */
const textAt = (matrix: Matrix<JoinedCell>, row: number, column: number): string => {
  const cell = matrix.at(row, column);
  return cell && cell.row === row ? squash(cell.text) : '';
};

/** Columns that print one code together: 类, 款, 项, or several below the same header cells. */
function partsOfCode(codes: readonly DraftColumn[]): readonly DraftColumn[] {
  const named = codes.filter(({ path }) => CODE_PART.test(path.at(-1) ?? ''));
  if (named.length > 1) return named;
  const [first] = codes;
  return codes.filter(({ header }) => header === first?.header);
}

/** 类, 款 and 项 joined to one code; parts that only the rows above print are taken from there. */
function codeReader(matrix: Matrix<JoinedCell>, codes: readonly DraftColumn[]) {
  const parts = partsOfCode(codes);
  const last: string[] = [];
  return (row: number): string | null => {
    if (parts.length < 2) {
      const texts = codes.map(({ colNo }) => textAt(matrix, row, colNo - 1));
      return texts.findLast((text) => text !== '') || null;
    }
    const texts = parts.map(({ colNo }) => {
      const text = squash(matrix.at(row, colNo - 1)?.text ?? '');
      return CODE_PART.test(text) ? '' : text;
    });
    const deepest = texts.findLastIndex((text) => text !== '');
    if (deepest < 0) return null;
    const full = texts.slice(0, deepest + 1).map((text, i) => text || (last[i] ?? ''));
    full.forEach((text, i) => (last[i] = text));
    last.length = full.length;
    return texts[deepest]?.length === 3 + 2 * deepest ? texts[deepest] : full.join('');
  };
}

const ECONOMIC_CODE = /^3\d{2}(?:\d{2}){0,2}$/;

/** The code of the economic item of a row, from a column of codes or from before its name. */
function economicReader(matrix: Matrix<JoinedCell>, { economic }: Pane) {
  const readCode = codeReader(
    matrix,
    economic.filter(({ role }) => role === 'code'),
  );
  const names = economic.filter(({ role }) => role === 'label');
  return (row: number): string | null => {
    const named = names.map(({ colNo }) =>
      CODED_LABEL.exec(squash(matrix.at(row, colNo - 1)?.text ?? '')),
    );
    const codes = [readCode(row), ...named.map((found) => found?.[1])];
    return codes.find((code) => code && ECONOMIC_CODE.test(code)) ?? null;
  };
}

interface Named {
  code: string | null;
  label: string;
  step: number;
  isOrganization: boolean;
}

const SUBTOTAL = /^(?:小计|合计)$/;

/** Code and label of a row: the rightmost label; of a subtotal the group it is of. */
function nameOf(
  texts: readonly { text: string; column: DraftColumn }[],
  code: string | null,
): Named | null {
  const filled = texts.flatMap(({ text, column }, step) =>
    text === '' ? [] : [{ text, column, step }],
  );
  const last = filled.at(-1);
  if (code !== null && !/[\dA-Z]/.test(code)) {
    const own = last ? nameOf(texts, null) : null;
    return own ?? { code: null, label: code, step: 0, isOrganization: false };
  }
  if (!last) return code ? { code, label: code, step: 0, isOrganization: false } : null;
  const group = SUBTOTAL.test(last.text) && filled.length > 1 ? filled.at(-2) : undefined;
  const { text, column, step } = group ?? last;
  const coded = code === null ? CODED_LABEL.exec(text) : null;
  const isOrganization = namesOrganizations(column.path.at(-1) ?? '');
  if (coded) return { code: coded[1] ?? null, label: coded[2] ?? text, step, isOrganization };
  return { code, label: text, step, isOrganization };
}

const amountOf = (text: string): number | null => {
  const { value, unit } = readNumber(text);
  return value === null || unit === '人' ? null : Number(value);
};

/** A table without labels prints one row: the sum of everything. */
const WHOLE: Named = { code: null, label: '合计', step: 0, isOrganization: false };

/** 合计 in a column that holds no labels: of numbers, of offices. */
function sumElsewhere(matrix: Matrix<JoinedCell>, row: number): Named | null {
  const sum = matrix.starting(row).find(({ text }) => summaryOf(squash(text)) === 'grand');
  return sum ? { code: null, label: squash(sum.text), step: 0, isOrganization: false } : null;
}

/** Rows of a pane with figures in its columns of amounts; two are enough to know. */
function rowsWithFigures(matrix: Matrix<JoinedCell>, head: TableHead, { amounts }: Pane): number {
  let rows = 0;
  for (let at = head.end; at < matrix.rows && rows < 2; at++)
    if (amounts.some(({ colNo }) => isFigure(textAt(matrix, at, colNo - 1)))) rows++;
  return rows;
}

/** The labelled rows of a pane, and those with figures that have no label. */
export function collectRows(
  matrix: Matrix<JoinedCell>,
  head: TableHead,
  pane: Pane,
): { rows: DraftRow[]; nameless: NamelessRow[] } {
  const rows: DraftRow[] = [];
  const nameless: NamelessRow[] = [];
  const readCode = codeReader(matrix, pane.codes);
  const readEconomic = economicReader(matrix, pane);
  const body = matrix.rows - head.end;
  const unlabelled = pane.labels.length + pane.codes.length === 0;
  const single = unlabelled && rowsWithFigures(matrix, head, pane) === 1;
  for (let at = head.end; at < matrix.rows; at++) {
    const code = readCode(at);
    const texts = pane.labels.map((column) => ({
      column,
      text: textAt(matrix, at, column.colNo - 1),
    }));
    const figures = pane.amounts
      .map(({ colNo }) => textAt(matrix, at, colNo - 1))
      .filter((text) => isFigure(text));
    const named =
      nameOf(texts, code) ??
      (single && figures.length > 0 ? WHOLE : figures.length > 0 ? sumElsewhere(matrix, at) : null);
    if (!named) {
      if (figures.length > 0 && !isNumbering(matrix.starting(at).map(({ text }) => text)))
        nameless.push({ at, figures: figures.length });
      continue;
    }
    if (countsThings(named.label)) continue;
    const isNote = NOTE.test(named.label) || (isProse(named.label) && figures.length === 0);
    if (isNote && figures.length === 0) continue;
    rows.push({
      at,
      pane: pane.number,
      rowNo: at - head.end + 1 + pane.before * body,
      side: pane.side,
      classification: 'summary',
      code: named.code,
      label: named.label,
      economicCode: readEconomic(at),
      level: 1,
      parentRowNo: null,
      isTotal: false,
      marker: markerOf(named.label),
      kind: summaryOf(named.label),
      step: named.step,
      isOrganization: named.isOrganization && !bareLabel(named.label).endsWith('计'),
      amount: figures.length > 0 ? amountOf(figures[0] ?? '') : null,
      whole: true,
    });
  }
  return { rows, nameless };
}

import { normalizeWord } from '@/domain/import-words';
import type { Side, Stage, TableId } from '@/domain/vocabulary';
import { readHeaderPath, type HeaderWord } from './column-words';
import { squash, type Matrix } from './matrix';
import type { AmountMeaning, ColumnReading, JoinedCell, LineDoubt } from './reading';
import { hasPublicItem, withoutItems } from './public-words';
import { headerPath, isFigure, type TableHead } from './table-head';
import type { TableDefaults } from './table-defaults';
import { textRole } from './text-columns';

export interface ColumnContext {
  tableId: TableId;
  defaults: TableDefaults;
  stage: Stage | null;
  fiscalYear: number | null;
}

/** A column while its meaning is settled. */
export interface DraftColumn extends ColumnReading {
  path: readonly string[];
  word: HeaderWord | null;
  /** Group of columns with labels of their own, from the left. */
  pane: number;
  figures: number;
  /** Doubts of every amount in it. */
  doubts?: readonly LineDoubt[];
}

interface Profile {
  figures: number;
  codes: number;
  words: number;
  filled: number;
  lines: boolean;
}

const MAX_LOOKED = 2_000;
const CODE = /^\[?[（(]?(?:\d{2,13}|[A-Z]?\d{3,13})[）)\]]?$/;

/** What stands in a column below the header. */
function profileOf(matrix: Matrix<JoinedCell>, from: number, column: number): Profile {
  const profile = { figures: 0, codes: 0, words: 0, filled: 0, lines: true };
  let next: number | null = null;
  for (let row = from; row < Math.min(matrix.rows, from + MAX_LOOKED); row++) {
    const cell = matrix.at(row, column);
    if (!cell || cell.row !== row || cell.column !== column) continue;
    const text = squash(cell.text);
    if (text === '') continue;
    profile.filled++;
    const number = /^\d{1,3}$/.test(text) ? Number(text) : null;
    if (number === null || (next !== null && number < next)) profile.lines = false;
    if (number !== null) next = number + 1;
    if (CODE.test(text) && !text.includes('.')) profile.codes++;
    if (isFigure(text)) profile.figures++;
    else if (!CODE.test(text)) profile.words++;
  }
  profile.lines &&= profile.filled > 2;
  return profile;
}

const SIDE_WORDS: readonly (readonly [RegExp, Side])[] = [
  [/^(?:本年|年度)?收入(?:预算|决算|部分|项目|情况)?$/, 'income'],
  [/^(?:本年|年度)?支出(?:预算|决算|部分|项目|情况)?$/, 'expenditure'],
];
const sideOf = (path: readonly string[]): Side | null =>
  SIDE_WORDS.find(([shape]) => path.some((text) => shape.test(normalizeWord(text))))?.[1] ?? null;

const isText = (role: ColumnReading['role']): boolean => role !== 'amount' && role !== null;

/** The role of a column by its lowest header cell and what stands below it. */
function roleOf(
  path: readonly string[],
  word: HeaderWord | null,
  profile: Profile,
  tableId: TableId,
): ColumnReading['role'] {
  const leaf = path.at(-1) ?? '';
  if (leaf === '') {
    if (profile.filled === 0) return 'omitted';
    return profile.figures * 2 > profile.filled ? null : 'label';
  }
  const text = textRole(leaf, tableId);
  if (text === 'label' || text === 'code') {
    const coded = profile.codes * 2 > profile.filled && profile.filled > 0;
    if (text === 'label' && profile.figures > profile.words + profile.codes && word)
      return 'amount';
    if (text === 'label')
      return coded && profile.words <= 1 && profile.codes > 1 ? 'code' : 'label';
    return profile.words > profile.codes && profile.words > 2 ? 'label' : 'code';
  }
  if (text) return text;
  if (!word) return profile.figures === 0 && profile.words > 0 ? 'omitted' : null;
  if (word.omitted) return 'omitted';
  return profile.words > profile.figures && profile.words > 2 && !sideOf(path)
    ? 'omitted'
    : 'amount';
}

const LABELS: ReadonlySet<string> = new Set([
  'label',
  'code',
  'level1',
  'level2',
  'category',
  'project',
]);

/** The columns of a table as their headers read, each in its pane; meanings are not settled yet. */
export function draftColumns(
  matrix: Matrix<JoinedCell>,
  head: TableHead,
  { tableId }: ColumnContext,
): DraftColumn[] {
  const drafts: DraftColumn[] = [];
  let pane = 0;
  let hasAmounts = false;
  for (let column = 0; column < matrix.columns; column++) {
    const path = headerPath(matrix, head, column);
    const profile = profileOf(matrix, head.end, column);
    const word = readHeaderPath(
      tableId === 'three_public' && hasPublicItem(path) ? withoutItems(path) : path,
    );
    const role =
      profile.lines && /^(?:行次|序号|栏次)?$/.test(path.at(-1) ?? '')
        ? 'omitted'
        : roleOf(path, word, profile, tableId);
    const starts = role !== null && LABELS.has(role);
    if (starts && hasAmounts) {
      pane++;
      hasAmounts = false;
    }
    if (role === 'amount') hasAmounts = true;
    const header = path.join('/');
    drafts.push({
      colNo: column + 1,
      header,
      role,
      side: null,
      meaning: null,
      path,
      word,
      pane,
      figures: profile.figures,
    });
  }
  return drafts;
}

/** The year whose amounts the table is about: that of the document, else the latest a header names. */
function yearOf(columns: readonly DraftColumn[], fiscalYear: number | null): number | null {
  const years = columns.flatMap(({ word }) => (typeof word?.year === 'number' ? [word.year] : []));
  if (years.length === 0) return null;
  if (fiscalYear !== null && years.includes(fiscalYear)) return fiscalYear;
  return Math.max(...years);
}

/** Whether a column's amounts are of another year or stage than the table's. */
function isElsewhere(
  { word }: DraftColumn,
  year: number | null,
  stage: Stage | null,
  hasFinal: boolean,
  hasBudget: boolean,
): boolean {
  if (!word) return false;
  if (typeof word.year === 'number' && year !== null && word.year !== year) return true;
  if (stage === 'final') return hasFinal && word.stage !== undefined && word.stage !== 'final';
  return hasBudget && (word.stage === 'final' || word.stage === 'adjusted');
}

const same = (a: AmountMeaning, b: AmountMeaning): boolean =>
  a.fund === b.fund && a.vintage === b.vintage && a.nature === b.nature;

/** What the columns of amounts of a pane mean together. */
function settlePane(columns: DraftColumn[], { meaning }: TableDefaults): void {
  const amounts = columns.filter(({ role }) => role === 'amount');
  const carried = amounts.some(({ word }) => word?.vintage === 'carryover');
  const counted = (of: DraftColumn): boolean =>
    amounts.some(
      ({ word }) =>
        word?.vintage === 'current' &&
        !word.open &&
        word.fund === of.word?.fund &&
        word.nature === of.word?.nature,
    );
  for (const column of amounts) {
    const { fund, vintage, nature, open } = column.word ?? {};
    const whole = open && (!carried || counted(column));
    column.meaning = {
      fund: fund ?? meaning.fund,
      vintage: whole ? 'total' : (vintage ?? meaning.vintage),
      nature: nature ?? meaning.nature,
    };
  }
}

/** The sides of panes: as the header says, else income first. */
function settleSides(columns: DraftColumn[], { halves, side }: TableDefaults): void {
  if (!halves) return;
  for (const column of columns) column.side = sideOf(column.path);
  const said = new Map<number, Side>();
  for (const column of columns)
    if (column.side && !said.has(column.pane)) said.set(column.pane, column.side);
  const last = columns.at(-1)?.pane ?? 0;
  for (const column of columns) {
    const single = last === 0 ? side : column.pane === 0 ? 'income' : 'expenditure';
    column.side = said.get(column.pane) ?? single;
  }
}

const YEAR_END = /^年末|^结转下年/;
const ON_THE_WAY = /^(?:年初|上年)(?:财政拨款)?结转|^(?:本年)?收入(?:合计)?$/;

/** In a table of expenditure that also prints what came in and what is left at the year's end, these are no expenditure. */
function omitIncome(columns: readonly DraftColumn[]): void {
  const says = (shape: RegExp) => (column: DraftColumn) =>
    column.path.some((text) => shape.test(normalizeWord(text)));
  if (!columns.some(says(YEAR_END))) return;
  for (const column of columns)
    if (column.role === 'amount' && says(ON_THE_WAY)(column)) column.role = 'omitted';
}

/** Whether income and expenditure stand side by side, each with labels of its own. */
export function standsInHalves(columns: readonly DraftColumn[]): boolean {
  const panes = (side: Side) =>
    new Set(columns.flatMap(({ path, pane }) => (sideOf(path) === side ? [pane] : [])));
  const income = panes('income');
  return income.size > 0 && [...panes('expenditure')].some((pane) => !income.has(pane));
}

/**
 * Settles what columns mean together, in place. A balance table keeps its first pane of each side; the others print the
 * same money divided in other ways.
 */
export function readColumns(columns: DraftColumn[], context: ColumnContext): DraftColumn[] {
  settleSides(columns, context.defaults);
  if (!context.defaults.halves) omitIncome(columns);
  const stated = columns.filter(({ role }) => role === 'amount');
  const year = yearOf(stated, context.fiscalYear);
  const hasFinal = stated.some(({ word }) => word?.stage === 'final');
  const hasBudget = stated.some(
    ({ word }) => word?.stage !== 'final' && word?.stage !== 'adjusted',
  );
  for (const column of stated)
    if (isElsewhere(column, year, context.stage, hasFinal, hasBudget)) column.role = 'omitted';
  const kept = new Map<Side | null, number>();
  for (const column of columns) {
    const pane = kept.get(column.side);
    if (pane === undefined) kept.set(column.side, column.pane);
    else if (context.defaults.halves && pane !== column.pane && column.role !== null)
      column.role = 'omitted';
  }
  for (const pane of new Set(columns.map((column) => column.pane)))
    settlePane(
      columns.filter((column) => column.pane === pane),
      context.defaults,
    );
  return columns;
}

/** Columns of amounts that say the same as one before them in their pane. */
export const repeatedMeanings = (columns: readonly DraftColumn[]): DraftColumn[] =>
  columns.filter(
    ({ meaning, pane, role }, i) =>
      role === 'amount' &&
      meaning !== null &&
      columns
        .slice(0, i)
        .some(
          (other) =>
            other.role === 'amount' &&
            other.pane === pane &&
            other.meaning &&
            same(other.meaning, meaning),
        ),
  );

export const isTextColumn = ({ role }: ColumnReading): boolean => isText(role);

import { HEADER_JOIN } from './header-detection';
import { headerMeaning, type HeaderMeaning } from './header-meaning';
import { looksLikeOrganization } from './header-titles';
import { IMPORT_FIELDS, landingOf, type ImportFieldId } from './import-fields';
import {
  normalizeWord,
  readFund,
  readMeasureName,
  readNature,
  readScope,
  readStage,
  readUnit,
  readVintage,
  readYear,
} from './import-words';
import type { ColumnMeaning, Mapping } from './mapping';
import { SPLIT_CODE_FIELDS, splitCodes } from './mapping-split-codes';
import { detectDecimalComma, isBlank, readNumber } from './number-forms';
import type { Stage, TableId } from './vocabulary';

/** What is known of the tables beside their columns. */
export interface MappingContext {
  table: TableId;
  stage: Stage | null;
}

/** A column on its way to a meaning: its header, and the texts of its cells that are not blank. */
interface Column {
  header: string;
  /** By the header alone. */
  stated: HeaderMeaning;
  meaning: HeaderMeaning;
  texts: readonly string[];
}

const isFigure = (text: string): boolean => {
  const { state } = readNumber(text, { decimalComma: true });
  return state !== 'unreadable';
};

/** Share of a column's texts that a test holds for; 0 of none. */
function share(texts: readonly string[], test: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
}

const CODE = /^'?\d{2,12}(?:\.0+)?$/;
const isPlaceCode = (text: string): boolean =>
  /^[1-8]\d(?:\d{2}){0,2}(?:\d{3}|\d{6})?(?:\.0+)?$/.test(text.trim());

/** Meanings whose cells must be readable as such; a column of other cells has another meaning, or none. */
const CELL_TESTS: Readonly<Partial<Record<ImportFieldId, (text: string) => boolean>>> = {
  year: (text) => readYear(text) !== null,
  stage: (text) => readStage(text) !== null,
  scope: (text) => readScope(text) !== null,
  vintage: (text) => readVintage(text) !== null,
  fund: (text) => readFund(text) !== null,
  nature: (text) => readNature(text) !== null,
  unit: (text) => readUnit(text) !== null,
  place_code: (text) => CODE.test(text.trim()),
};

/** Other meanings that the cells of a column speak for, by the meaning its header has. */
const INSTEAD: readonly {
  of: readonly ImportFieldId[];
  cells: (text: string) => boolean;
  field: ImportFieldId;
}[] = [
  { of: ['organization', 'unit'], cells: (text) => readUnit(text) !== null, field: 'unit' },
  { of: ['unit'], cells: looksLikeOrganization, field: 'organization' },
  { of: ['organization'], cells: (text) => CODE.test(text.trim()), field: 'organization_code' },
  {
    of: ['place_name', 'place_prefecture', 'place_province'],
    cells: isPlaceCode,
    field: 'place_code',
  },
  {
    of: ['place_code'],
    cells: (text) => /[省市区县州盟旗]$/.test(text.trim()),
    field: 'place_name',
  },
  { of: ['label'], cells: isFigure, field: 'project' },
  { of: ['project'], cells: (text) => !isFigure(text), field: 'project_name' },
  {
    of: ['label', 'project_name'],
    cells: (text) => readMeasureName(text) !== null,
    field: 'measure',
  },
  { of: ['label'], cells: looksLikeOrganization, field: 'organization' },
];

/** Meanings of columns without a header, by their cells alone. */
const BY_CELLS: readonly { cells: (text: string) => boolean; field: ImportFieldId }[] = [
  { cells: (text) => readYear(text) !== null, field: 'year' },
  { cells: (text) => /^[1-8][1-7]\d{4}$/.test(text.trim()), field: 'place_code' },
  { cells: looksLikeOrganization, field: 'organization' },
  { cells: (text) => /[省市区县州盟旗]$/.test(text.trim()), field: 'place_name' },
];

const MOST = 0.8;
const ENOUGH = 0.5;
/** Cells that must be there before they speak against a header. */
const FEW = 3;

const withField = (
  column: Column,
  field: ImportFieldId | null,
  certainty: ColumnMeaning['certainty'],
): Column => ({
  ...column,
  meaning: { ...column.meaning, field, certainty },
});
const without = (column: Column): Column => withField(column, null, 'none');

const isFigureField = (field: ImportFieldId | null): boolean =>
  field !== null && IMPORT_FIELDS[field].kind !== 'key';

/** Header and cells of one column weighed against each other. */
function weigh(column: Column): Column {
  const { texts, header } = column;
  const { field } = column.meaning;
  if (field === null) {
    const found =
      header === '' &&
      texts.length >= FEW &&
      BY_CELLS.find(({ cells }) => share(texts, cells) >= MOST);
    return found ? withField(column, found.field, 'likely') : column;
  }
  const instead = INSTEAD.find(
    ({ of, cells }) => of.includes(field) && share(texts, cells) >= MOST,
  );
  if (instead) return instead.field === field ? column : withField(column, instead.field, 'likely');
  if (texts.length < FEW) return column;
  const test = isFigureField(field) ? isFigure : CELL_TESTS[field];
  return test && share(texts, test) < ENOUGH ? without(column) : column;
}

const has = (columns: readonly Column[], field: ImportFieldId): boolean =>
  columns.some(({ meaning }) => meaning.field === field);

const byHeader = (column: Column): Column => ({ ...column, meaning: column.stated });

/**
 * What cells say of a label counts only beside the right columns: it is an organization where none is named and no
 * code stands, a measure beside an amount, project expenditure beside basic.
 */
function together(columns: readonly Column[]): Column[] {
  const named = columns.some(({ stated }) => stated.field === 'organization');
  const codes: readonly ImportFieldId[] = ['code', 'function_code', 'economic_code'];
  const coded = [...codes, ...SPLIT_CODE_FIELDS].some((id) => has(columns, id));
  const refused: Partial<Record<ImportFieldId, boolean>> = {
    organization: named || coded,
    measure: !has(columns, 'amount'),
    project: !has(columns, 'basic'),
  };
  return columns.map((column) => {
    const { field } = column.meaning;
    const isOther = field !== null && column.stated.field === 'label' && field !== 'label';
    return isOther && refused[field] ? byHeader(column) : column;
  });
}

/** 部门 beside 单位 is the department a unit belongs to. */
function departmentsOfUnits(columns: readonly Column[]): Column[] {
  const units = columns.filter(
    ({ meaning, header }) => meaning.field?.startsWith('organization') && header.includes('单位'),
  );
  return columns.map((column) => {
    const { field } = column.meaning;
    if (!column.header.includes('部门') || column.header.includes('单位')) return column;
    if (!units.some(({ meaning }) => meaning.field === field)) return column;
    if (field === 'organization') return withField(column, 'parent_organization', 'likely');
    return field === 'organization_code' ? without(column) : column;
  });
}

const topWord = ({ header }: Column): string => normalizeWord(header.split(HEADER_JOIN)[0] ?? '');

/** Of a balance table with income at the left and expenditure at the right, the half of expenditure. */
function expenditureHalf(columns: readonly Column[]): Column[] {
  const labels = columns.filter(({ meaning }) => meaning.field === 'label').map(topWord);
  const halves =
    labels.some((word) => word.endsWith('收入')) && labels.some((word) => word.endsWith('支出'));
  return columns.map((column) =>
    halves && topWord(column).endsWith('收入') ? without(column) : column,
  );
}

/** Beside 编制预算, the money of this year, 本年预算 is the whole with what was carried over. */
function wholeBesidePlanned(columns: readonly Column[]): Column[] {
  const own = ({ header }: Column): string => normalizeWord(header.split(HEADER_JOIN).at(-1) ?? '');
  if (!columns.some((column) => own(column) === '编制预算')) return [...columns];
  return columns.map((column) =>
    own(column) === '本年预算' && column.meaning.field === 'current'
      ? withField(column, 'total', 'likely')
      : column,
  );
}

/** Amounts of another stage than the table's are left aside: 2025年决算数 in a budget. */
const ofStage = (columns: readonly Column[], stage: Stage | null): Column[] =>
  columns.map((column) => {
    const own = column.meaning.stage;
    return stage && own && own !== stage && isFigureField(column.meaning.field)
      ? without(column)
      : column;
  });

const RANK = { chosen: 3, sure: 2, likely: 1, none: 0 };

/** The surest column of each meaning and year, the first of equals. */
function once(columns: readonly Column[]): Column[] {
  const best = new Map<string, Column>();
  for (const column of columns) {
    const { field, year, certainty } = column.meaning;
    const key = `${field}/${isFigureField(field) ? year : ''}`;
    const other = best.get(key);
    if (!other || RANK[other.meaning.certainty] < RANK[certainty]) best.set(key, column);
  }
  const kept = new Set(best.values());
  return columns.map((column) =>
    column.meaning.field === null || kept.has(column) ? column : without(column),
  );
}

/** Header cells without those that repeat the whole table: 政府性基金预算支出 over 基本支出, 收入预算 over 合计. */
function withoutTable(table: TableId, cells: readonly string[]): readonly string[] {
  const lands = landingOf('total', table);
  const repeated = lands?.side === 'income' ? 'income' : lands?.fund;
  return cells.filter(
    (cell, i) => i === cells.length - 1 || headerMeaning([cell]).field !== repeated,
  );
}

const INCOME_AS_TOTAL: Readonly<Partial<Record<ImportFieldId, ImportFieldId>>> = {
  income: 'total',
};

/** In an income table all amounts are income; 收入合计 is its total. */
const inTable = (columns: readonly Column[], table: TableId): Column[] =>
  columns.map((column) => {
    const { field, certainty } = column.meaning;
    const other = table === 'income' && field ? INCOME_AS_TOTAL[field] : undefined;
    return other ? withField(column, other, certainty) : column;
  });

/** Year and unit stay with a column that is left aside, for the meaning a user may give it. */
function toMeaning({ meaning: { field, year, unit, certainty } }: Column): ColumnMeaning {
  const kind = field === null ? null : IMPORT_FIELDS[field].kind;
  return {
    field,
    year: kind === 'key' ? null : year,
    unit: kind === 'key' || kind === 'headcount' ? null : unit,
    certainty,
  };
}

/** Characters of a cell that are looked at. */
const LOOKED_AT = 300;

/**
 * What columns likely mean, by their headers and the first records below them (in the order of the headers). A header
 * that says nothing certain gives no meaning; no meaning is given twice for one year.
 */
export function proposeMapping(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
  { table, stage }: MappingContext,
): Mapping {
  const read = headers.map((header, i) => {
    const stated = headerMeaning(withoutTable(table, header.split(HEADER_JOIN)));
    const cells = sample.map((record) => (record[i] ?? '').slice(0, LOOKED_AT));
    const texts = cells.filter((text) => !isBlank(text));
    return { header, stated, meaning: stated, texts };
  });
  const parts = splitCodes(
    headers,
    read.map(({ texts }) => texts),
  );
  const single = read.map(weigh).map((column, i) => {
    const part = parts.get(i);
    return part ? withField(column, part, 'sure') : column;
  });
  const weighed = departmentsOfUnits(together(single));
  const fitting = wholeBesidePlanned(expenditureHalf(weighed));
  const columns = once(ofStage(inTable(fitting, table), stage)).map(toMeaning);
  const figures = read.filter((_, i) => isFigureField(columns[i]?.field ?? null));
  return {
    columns,
    table,
    decimalComma: detectDecimalComma(figures.flatMap(({ texts }) => texts)),
  };
}

import type { Issue } from '@/domain/issue';
import {
  comparableName,
  kindOfCode,
  type ClassificationKind,
  type DictionaryEntry,
} from './dictionary';

/** What a list of codes that a user brought comes to: its entries, and every row that was not taken. */
export interface DictionaryCsv {
  entries: readonly DictionaryEntry[];
  /** Rows are counted from 1 below the header. */
  issues: readonly Issue[];
}

type Field = 'code' | 'class' | 'group' | 'item' | 'name' | 'year' | 'kind';

/** Headers of columns, without blanks, in small letters. */
const HEADERS: Readonly<Record<Field, RegExp>> = {
  code: /^(?:科目)?(?:编码|代码|编号)$|^code$/,
  class: /^类$|^类级?(?:编码|代码)$/,
  group: /^款$|^款级?(?:编码|代码)$/,
  item: /^项$|^项级?(?:编码|代码)$/,
  name: /^(?:科目)?名称$|^(?:科目)$|^name$/,
  year: /^(?:预算|适用)?(?:年度|年份|年)$|^(?:fiscal[_ ]?)?year$/,
  kind: /^(?:科目)?(?:类别|类型|种类|分类)$|^kind$/,
};

/** Words of a cell that says the kind, the more particular ones first. */
const KINDS: readonly (readonly [RegExp, ClassificationKind])[] = [
  [/政府.*经济|government/, 'government_economic'],
  [/经济|economic/, 'economic'],
  [/功能|function/, 'function'],
];

/** Codes of income: no table of spending prints them. */
const INCOME = /^1\d{2}(?:\d{2})*$/;

const HEADER_WITHIN = 20;
const MOST_ROWS = 200_000;
const MOST_ISSUES = 500;
const LONGEST_NAME = 200;

type Columns = Readonly<Partial<Record<Field, number>>>;
type Row = readonly string[];

const plain = (text: string | undefined): string =>
  (text ?? '').normalize('NFKC').replace(/[\s\ufeff]+/gu, '');

function columnsOf(header: Row): Columns {
  const words = header.map((cell) => plain(cell).toLowerCase());
  const fields = Object.keys(HEADERS) as Field[];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const at = words.findIndex((word) => HEADERS[field].test(word));
      return at < 0 ? [] : [[field, at]];
    }),
  );
}

const isHeader = ({ code, class: first, group, name }: Columns): boolean =>
  name !== undefined && (code !== undefined || (first !== undefined && group !== undefined));

/** 201, 03, 01 in columns of their own; a blank one is that of the row above. */
function codeReader(columns: Columns): (row: Row) => string {
  const cell = (row: Row, field: Field): string => {
    const at = columns[field];
    return at === undefined ? '' : plain(row[at]).replace(/\.0+$/, '');
  };
  if (columns.code !== undefined) return (row) => cell(row, 'code').replace(/[-—.·]/gu, '');
  let [first, second] = ['', ''];
  const two = (part: string): string => (/^\d$/.test(part) ? `0${part}` : part);
  return (row) => {
    const [own, group, item] = [
      cell(row, 'class'),
      two(cell(row, 'group')),
      two(cell(row, 'item')),
    ];
    if (own !== '' && own !== first) [first, second] = [own, ''];
    if (group !== '') second = group;
    if (group === '' && item === '') return first;
    return first + second + item;
  };
}

const EXPECTED: Readonly<Record<'code' | 'name' | 'year' | 'kind', string>> = {
  code: 'a code of 3, 5 or 7 digits beginning with 2, 3 or 5',
  name: 'a name of at most 200 characters',
  year: 'a year such as 2026, or nothing',
  kind: '功能, 经济 or 政府经济, as the first digit of the code has it, or nothing',
};

/**
 * Reads a list of codes of the budget classification from records of a CSV file, header included: columns for the code
 * (or its 类, 款 and 项) and the name, and if wanted for year and kind, with Chinese or English headers, in any order.
 * Rows that are not taken have an issue each; codes of income are counted in one, and so are the rest of very many.
 */
export function readDictionaryCsv(records: readonly Row[]): DictionaryCsv {
  const head = records.slice(0, HEADER_WITHIN).findIndex((row) => isHeader(columnsOf(row)));
  const header = records[head];
  if (!header) {
    const found = (records[0] ?? []).slice(0, 6).join(', ').slice(0, 80);
    return { entries: [], issues: [noHeader(found)] };
  }
  const columns = columnsOf(header);
  const codeOf = codeReader(columns);
  const entries: DictionaryEntry[] = [];
  const issues: Issue[] = [];
  const names = new Map<string, string>();
  let untold = 0;
  let income = 0;
  const tell = (issue: Issue): void => {
    if (issues.length < MOST_ISSUES) issues.push(issue);
    else untold += 1;
  };
  const rows = records.slice(head + 1);
  for (const [i, row] of rows.slice(0, MOST_ROWS).entries()) {
    if (row.every((cell) => plain(cell) === '')) continue;
    const code = codeOf(row);
    if (INCOME.test(code)) {
      income += 1;
      continue;
    }
    const read = readRow(row, columns, code);
    if ('field' in read) {
      tell(badRow(i + 1, header[columns[read.field] ?? -1] ?? read.field, read));
      continue;
    }
    const key = `${read.kind}/${read.code}/${read.year ?? ''}`;
    const known = names.get(key);
    if (known === undefined) {
      names.set(key, read.name);
      entries.push(read);
    } else if (comparableName(known) !== comparableName(read.name))
      tell(doubled(i + 1, read.code, known, read.name));
  }
  untold += Math.max(0, rows.length - MOST_ROWS);
  if (income > 0) issues.push(ofIncome(income));
  return { entries, issues: untold > 0 ? [...issues, others(untold)] : issues };
}

interface BadCell {
  field: keyof typeof EXPECTED;
  found: string;
}

function readRow(row: Row, columns: Columns, code: string): DictionaryEntry | BadCell {
  const cell = (field: Field): string => row[columns[field] ?? -1]?.trim() ?? '';
  const byCode = kindOfCode(code);
  if (!byCode) return { field: 'code', found: code };
  const name = cell('name').replace(/[\s\u3000]+/gu, '');
  if (name === '' || name.length > LONGEST_NAME) return { field: 'name', found: name };
  const yearText = plain(cell('year')).replace(/年(?:度)?$/u, '');
  if (yearText !== '' && !/^(?:19|20)\d{2}$/.test(yearText))
    return { field: 'year', found: yearText };
  const kindText = plain(cell('kind')).toLowerCase();
  const said = KINDS.find(([words]) => words.test(kindText))?.[1] ?? null;
  if (kindText !== '' && said !== byCode) return { field: 'kind', found: kindText };
  const year = yearText === '' ? null : Number(yearText);
  return { kind: byCode, code, name, year, source: 'list', documents: 0 };
}

const noHeader = (found: string): Issue => ({
  code: 'missing_column',
  column: '科目编码, 科目名称',
  found,
  message: `No header was found in the first ${HEADER_WITHIN} records (the first is “${found}”). Give the columns 科目编码 and 科目名称 (or code and name).`,
});

const badRow = (row: number, column: string, { field, found }: BadCell): Issue => ({
  code: found === '' ? 'missing_value' : 'wrong_value',
  row,
  column,
  found: found.slice(0, 80),
  message: `Row ${row}, ${column}: ${found === '' ? 'nothing' : `“${found.slice(0, 80)}”`} stands where ${EXPECTED[field]} belongs; the row was left out.`,
});

const doubled = (row: number, code: string, known: string, name: string): Issue => ({
  code: 'duplicate_key',
  row,
  found: code,
  message: `Row ${row}: ${code} was named “${known}” before and is “${name.slice(0, 80)}” here; the first name was kept. Give each year its own rows.`,
});

const ofIncome = (count: number): Issue => ({
  code: 'rejected_records',
  count,
  message: `${count} rows with codes of income (1…) were left out: only codes of spending are compared.`,
});

const others = (count: number): Issue => ({
  code: 'rejected_records',
  count,
  message: `${count} more rows were left out for the same kinds of reasons.`,
});

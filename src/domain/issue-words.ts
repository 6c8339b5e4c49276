import { DOCUMENT_ISSUE_WORDS } from './document-issue-words';
import { chineseFormat } from './format-words';
import type { Issue, IssueCode } from './issue';
import { fixed, number, type IssueWords, type Words } from './issue-phrases';
import {
  PACKAGE_TABLE_NAMES,
  tableDefinition,
  type Column,
  type ColumnType,
  type PackageTableName,
} from './package';
import { MAX_CELL, MAX_COLUMNS } from './raw-table';
import type { Language } from './view-state';
import { WORKSPACE_VERSION } from './workspace';

const TYPES: Readonly<Record<ColumnType, Words>> = {
  text: { zh: '文字', en: 'text' },
  integer: { zh: '整数', en: 'a whole number' },
  money: { zh: '以元计、最多两位小数的金额', en: 'an amount in yuan with at most two decimals' },
  number: { zh: '数字', en: 'a number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  date: { zh: '日期，例如 2026-02-13', en: 'a date such as 2026-02-13' },
};

const ISSUE_WORDS: Readonly<Record<IssueCode, IssueWords>> = {
  not_a_package: {
    title: { zh: '不是数据包', en: 'Not a data package' },
    say: fixed(
      '既不是数据包，也没有能读的表格。',
      'is no data package and holds no table that can be read.',
    ),
  },
  unreadable_file: {
    title: { zh: '文件无法读取', en: 'Unreadable file' },
    say: ({ because }) => ({
      zh: `读不出来${because.zh}。请重新下载，或在原来的程序里另存后再打开。`,
      en: `cannot be read${because.en}. Download it again, or save it anew in the program it came from.`,
    }),
  },
  engine_failed: {
    title: { zh: '没有做成', en: 'Did not work' },
    say: ({ because }) => ({
      zh: `载入时出了意外${because.zh}，原有数据不变。请再试一次；若仍不成，请把文件另存为 CSV 后打开。`,
      en: `met an unexpected fault${because.en}; what was loaded before is unchanged. Try again, or save the file as CSV and open that.`,
    }),
  },
  out_of_memory: {
    title: { zh: '内存不够', en: 'Out of memory' },
    say: fixed(
      '太大，本页的内存放不下，原有数据不变。请分成几次载入，或先删去不用的数据。',
      'is too big for the memory of this page; what was loaded before is unchanged. Load it in parts, or forget data you do not need.',
    ),
  },
  not_reachable: {
    title: { zh: '网址打不开', en: 'Address not reachable' },
    say: ({ because, found }) =>
      found === ''
        ? {
            zh: '不在本页所在的网站上。请下载这个文件，再从电脑上打开。',
            en: 'is not on the site this page came from. Download the file and open it here.',
          }
        : {
            zh: `取不到${because.zh}。请检查网址。`,
            en: `could not be fetched${because.en}. Check the address.`,
          },
  },
  mapping_needed: {
    title: { zh: '列的含义不明', en: 'Meaning of columns unclear' },
    say: ({ because }) => ({
      zh: `还不能载入${because.zh}。请在“数据”页说明各列的含义。`,
      en: `cannot be loaded yet${because.en}. Say on the Data screen what its columns mean.`,
    }),
  },
  rejected_records: {
    title: { zh: '未载入的记录', en: 'Records not loaded' },
    say: ({ records }) => ({
      zh: `有${records.zh}没有载入。`,
      en: `has ${records.en} that were not loaded.`,
    }),
  },
  empty_file: {
    title: { zh: '空文件', en: 'Empty file' },
    say: fixed(
      '里面没有内容。请在原来的程序里重新保存。',
      'has nothing in it. Save it again in the program it came from.',
    ),
  },
  unsupported_format: {
    title: { zh: '格式不支持', en: 'Format not supported' },
    say: ({ because }) => ({
      zh: `的格式读不了${because.zh}。能读的有 CSV、TSV、Excel（xlsx、xls、xlsm、xlsb）、ODS、网页表格、Parquet、JSON、NDJSON 和 zip；请另存为其中一种。`,
      en: `has a format that cannot be read${because.en}. CSV, TSV, Excel (xlsx, xls, xlsm, xlsb), ODS, HTML tables, Parquet, JSON, NDJSON and zip can; save it as one of these.`,
    }),
  },
  password_protected: {
    title: { zh: '有密码', en: 'Password' },
    say: fixed(
      '设有密码。请在原来的程序里取消密码，另存后再打开。',
      'is protected by a password. Save it without one and open it again.',
    ),
  },
  damaged_file: {
    title: { zh: '文件损坏', en: 'Damaged file' },
    say: ({ because }) => ({
      zh: `已损坏或不完整${because.zh}。请重新下载。`,
      en: `is damaged or incomplete${because.en}. Download it again.`,
    }),
  },
  ...DOCUMENT_ISSUE_WORDS,
  too_large: {
    title: { zh: '太大', en: 'Too large' },
    say: ({ because }) => ({
      zh: `太大，读不下${because.zh}。请分成几个文件，或另存为 CSV（CSV 可以很大）。`,
      en: `is too large to be read${because.en}. Split it into several files, or save it as CSV, which may be large.`,
    }),
  },
  too_many_columns: {
    title: { zh: '列太多', en: 'Too many columns' },
    say: ({ because }) => ({
      zh: `的列太多${because.zh}，最多 ${number(MAX_COLUMNS)} 列。请拆开这张表，或检查各列是用什么分隔的。`,
      en: `has too many columns${because.en}; ${number(MAX_COLUMNS)} is the most. Split the table, or check what separates its columns.`,
    }),
  },
  cell_too_large: {
    title: { zh: '单元格太长', en: 'Cell too long' },
    say: () => ({
      zh: `有一格超过 ${number(MAX_CELL)} 个字符，多半是有引号没有闭合。请检查那里的引号。`,
      en: `has a cell of more than ${number(MAX_CELL)} characters; look for a quote that is never closed.`,
    }),
  },
  no_table: {
    title: { zh: '没有表格', en: 'No table' },
    say: fixed('里没有找到表格。', 'holds no table.'),
  },
  links_only: {
    title: { zh: '只有链接', en: 'Links only' },
    say: ({ because }) => ({
      zh: `没有预算内容，只链接到别的文件${because.zh}。请下载这些文件后打开。`,
      en: `holds no budget, only links to files${because.en}. Download these files and open them.`,
    }),
  },
  linked_files: {
    title: { zh: '另有附件', en: 'Linked files' },
    say: ({ because }) => ({
      zh: `只有文字，表格在它链接的文件里${because.zh}。请把这些文件也下载后打开。`,
      en: `holds text; its tables are in files that it links to${because.en}. Download and open these as well.`,
    }),
  },
  misnamed_file: {
    title: { zh: '扩展名不符', en: 'Misnamed file' },
    say: ({ because }) => ({
      zh: `的扩展名和内容不符${because.zh}，已按内容读取。`,
      en: `is not what its ending says${because.en}; it was read as what it is.`,
    }),
  },
  duplicate_column: {
    title: { zh: '列名重复', en: 'Column twice' },
    say: ({ column, found }) => ({
      zh: `有两列都叫“${column || found}”。请改名，或删去一列。`,
      en: `has two columns named “${column || found}”. Rename or remove one of them.`,
    }),
  },
  ragged_records: {
    title: { zh: '列数不齐', en: 'Uneven records' },
    say: ({ records }) => ({
      zh: `有 ${records.zh}的列数和别的记录不同：缺的留空，多的保留。请核对这些记录。`,
      en: `has ${records.en} with more or fewer columns than the others: missing cells are left blank, all others kept. Check them.`,
    }),
  },
  broken_quotes: {
    title: { zh: '引号不成对', en: 'Broken quotes' },
    say: ({ records }) => ({
      zh: `有 ${records.zh}的引号不成对，已按最可能的意思读取。请核对这些记录。`,
      en: `has ${records.en} whose quotes are out of order; they were read as they most likely were meant. Check them.`,
    }),
  },
  invalid_characters: {
    title: { zh: '字符无法解读', en: 'Invalid characters' },
    say: ({ records }) => ({
      zh: `有 ${records.zh}含有不成字的字节，显示为 �。请在原来的程序里另存为 UTF-8。`,
      en: `has ${records.en} with bytes that are no characters, shown as �. Save it again as UTF-8 where it was made.`,
    }),
  },
  hidden_rows: {
    title: { zh: '隐藏的内容', en: 'Hidden content' },
    say: ({ because }) => ({
      zh: `有隐藏的行、列或工作表${because.zh}，也读进来了。请核对是否需要。`,
      en: `has hidden rows, columns or sheets${because.en}; they were read all the same. Check whether they belong to the data.`,
    }),
  },
  error_cells: {
    title: { zh: '出错的单元格', en: 'Cells with errors' },
    say: ({ because }) => ({
      zh: `有出错或没有算出结果的单元格${because.zh}，按显示的文字读取，不当作零。请在原表中改正，另存后再打开。`,
      en: `has cells with errors or formulas without a value${because.en}; they are taken as the text they show, not as zero. Correct them and save the file again.`,
    }),
  },
  missing_table: {
    title: { zh: '缺少表', en: 'Missing table' },
    say: ({ table }) => ({
      zh: `缺少 ${table} 表。请补上 ${table}.csv 或 ${table}.parquet。`,
      en: `has no table ${table}. Add ${table}.csv or ${table}.parquet.`,
    }),
  },
  missing_file: {
    title: { zh: '缺少文件', en: 'Missing file' },
    say: ({ found, table }) => ({
      zh: `列出了 ${table} 表的文件 ${found}，但没有这个文件。请补上，或从清单中去掉。`,
      en: `lists ${found} for the table ${table}, but the file is not there. Add it, or take it off the list.`,
    }),
  },
  wrong_hash: {
    title: { zh: '文件与校验码不符', en: 'File differs from its hash' },
    say: fixed(
      '与数据包里记录的 SHA-256 不同，被改过或损坏了。请重新获取；若是有意改的，请从说明里去掉它的校验码。',
      'is not the file whose SHA-256 the package gives: it was changed or damaged. Get it again, or take its hash out of the description if the change is meant.',
    ),
  },
  unused_file: {
    title: { zh: '没有用到', en: 'Unused file' },
    say: fixed(
      '不是数据包的表，放在一边没有用。',
      'is no table of the data package and was left aside.',
    ),
  },
  other_version: {
    title: { zh: '工作区版本不同', en: 'Workspace of another version' },
    say: ({ found }) => ({
      zh: `是第 ${found} 版的工作区，本应用读第 ${WORKSPACE_VERSION} 版。请用保存它的那份应用，或更新的应用打开。`,
      en: `is a workspace of version ${found}, and this app reads version ${WORKSPACE_VERSION}. Open it with the app it was saved from, or a newer one.`,
    }),
  },
  given_up: {
    title: { zh: '其余没有载入', en: 'The rest was not loaded' },
    say: fixed(
      '在载入途中取消：已载入的保留，可在“数据”页删去；其余没有载入。',
      'was cancelled on the way: what had been loaded stays and can be removed on the Data screen; the rest is not loaded.',
    ),
  },
  unknown_column: {
    title: { zh: '多出的列', en: 'Unknown column' },
    say: ({ table }) => ({
      zh: `不是 ${table} 表的列，放在一边没有用。`,
      en: `is not part of the table ${table} and was left aside.`,
    }),
  },
  missing_column: {
    title: { zh: '缺少列', en: 'Missing column' },
    say: fixed('是必需的，但没有。请补上这一列。', 'is required but missing. Add it.'),
  },
  missing_value: {
    title: { zh: '必填项为空', en: 'Missing value' },
    say: fixed('不能空着。请填上。', 'must have a value. Fill it in.'),
  },
  wrong_type: {
    title: { zh: '类型不对', en: 'Wrong type' },
    say: ({ found, defined }) => ({
      zh: `是“${found}”，应当是${TYPES[defined?.type ?? 'text'].zh}。`,
      en: `has “${found}”, expected ${TYPES[defined?.type ?? 'text'].en}.`,
    }),
  },
  wrong_value: {
    title: { zh: '取值不在范围内', en: 'Value not allowed' },
    say: ({ found, defined }) => ({
      zh: `是“${found}”，只能是：${defined?.values?.join('、') ?? ''}。`,
      en: `has “${found}”, expected one of ${defined?.values?.join(', ') ?? ''}.`,
    }),
  },
  duplicate_key: {
    title: { zh: '重复', en: 'Repeated' },
    say: ({ found }) => ({
      zh: `重复了“${found}”，每个只能出现一次。`,
      en: `repeats “${found}”; each may stand once.`,
    }),
  },
  broken_reference: {
    title: { zh: '引用不存在', en: 'Broken reference' },
    say: ({ found, defined }) => ({
      zh: `是“${found}”，但 ${defined?.refers ?? ''} 里没有它。`,
      en: `has “${found}”, which is not in ${defined?.refers ?? 'the table it refers to'}.`,
    }),
  },
  unit_mismatch: {
    title: { zh: '单位不符', en: 'Wrong unit' },
    say: ({ because }) => ({
      zh: `与印出的文字和单位不符${because.zh}。请检查 printed_unit。`,
      en: `does not fit the printed text and unit${because.en}. Check printed_unit.`,
    }),
  },
  state_mismatch: {
    title: { zh: '状态与金额不符', en: 'State does not fit' },
    say: ({ because }) => ({
      zh: `与金额不符${because.zh}：number 和 zero 要有金额，blank 和 unreadable 不能有。`,
      en: `does not fit the amount${because.en}: number and zero have one, blank and unreadable have none.`,
    }),
  },
  already_loaded: {
    title: { zh: '已经载入', en: 'Already loaded' },
    say: ({ found }) => ({
      zh: `是“${found}”，这份预算已经载入。`,
      en: `is “${found}”, a document that is loaded already.`,
    }),
  },
  not_a_budget: {
    title: { zh: '不是预算', en: 'No budget' },
    say: fixed(
      '里没有认出部门预算或决算的表。如果它确实是，请在“数据”页打开核对，指明是哪张表。',
      'holds no table of a departmental budget or final account that was recognised. If it is one, look at it on the Data screen and say which table is which.',
    ),
  },
  identity_missing: {
    title: { zh: '归属不明', en: 'Whose budget is unclear' },
    say: fixed(
      '没有写明是哪个单位、哪个地方、哪一年的预算或决算。请在“数据”页核对时补上。',
      'does not say whose budget or final account it is, of which place and year. Say so when you look at it on the Data screen.',
    ),
  },
  differing_document: {
    title: { zh: '与另一份不一致', en: 'Differs from another file' },
    say: ({ found }) => ({
      zh: `与“${found}”是同一份预算，但金额不同，没有一起载入。请核对哪一份是最后公布的。`,
      en: `is the same budget as “${found}” with other amounts, and was left out. Check which of them is the one published last.`,
    }),
  },
};

/** The kind of an issue in a few words. */
export const issueTitle = ({ code }: Pick<Issue, 'code'>, language: Language): string =>
  ISSUE_WORDS[code].title[language];

/** Definition of a column, whose name may be anything a file holds. */
function columnOf(table: PackageTableName, column: string): Column | undefined {
  const { columns } = tableDefinition(table);
  return Object.hasOwn(columns, column) ? columns[column] : undefined;
}

/** File, sheet, row and column an issue is about, as the start of a sentence. */
function placeWords({ code, file, table, row, column }: Issue): Words {
  const name = file ?? '';
  const isSheet = table !== undefined && !(PACKAGE_TABLE_NAMES as string[]).includes(table);
  const withColumn = column !== undefined && code !== 'duplicate_column';
  return {
    zh: [
      name,
      isSheet ? `（${table}）` : '',
      row === undefined ? '' : ` 第 ${number(row)} 行`,
      withColumn ? (/^\d+$/.test(column) ? ` 第 ${column} 列` : ` ${column} 列`) : '',
    ].join(''),
    en: [
      isSheet ? `${name} (${table})` : name,
      row === undefined ? '' : `, row ${number(row)}`,
      withColumn ? `, column ${column}` : '',
    ].join(''),
  };
}

function recordWords({ count, found }: Issue): Words {
  if (count === undefined) return { zh: '一些记录', en: 'some records' };
  const places = found === undefined || found === '' ? null : found;
  return {
    zh: `${number(count)} 条记录${places ? `（第 ${places} 条）` : ''}`,
    en: `${number(count)} ${count === 1 ? 'record' : 'records'}${places ? ` (${places})` : ''}`,
  };
}

/** An issue of a single row may stand for others of its kind that are not listed. */
function moreWords({ row, count = 1 }: Issue): Words {
  if (row === undefined || count < 2) return { zh: '', en: '' };
  const n = number(count - 1);
  return { zh: `同样的问题还有 ${n} 行。`, en: ` The same is wrong in ${n} more rows.` };
}

/** An issue as a full sentence: where, what was found, and what to do about it. */
export function describeIssue(issue: Issue, language: Language): string {
  const { code, found = '', column = '', table = '' } = issue;
  const known = PACKAGE_TABLE_NAMES.find((name) => name === table);
  const place = placeWords(issue)[language];
  const said = ISSUE_WORDS[code].say({
    found,
    because:
      found === '' ? { zh: '', en: '' } : { zh: `（${chineseFormat(found)}）`, en: ` (${found})` },
    records: recordWords(issue),
    column,
    table,
    defined: known && columnOf(known, column),
  })[language];
  const more = moreWords(issue)[language];
  const space = place !== '' && (language === 'en' || /[\w)]$/.test(place)) ? ' ' : '';
  return `${place}${space}${said}${more}`;
}

import { DATASET_FILES } from './dataset-files';
import { yearsOf, type Dataset } from './dataset';
import { REASONS } from './missing';
import { PACKAGE_TABLES, tableDefinition, type PackageTableName } from './package';
import type { PackageFormat } from './package-sink';
import { PACKAGE_WORDS } from './package-words';
import { isSynthetic } from '@/domain/synthetic/label';

/** What the text about a dataset is made from. */
export interface DatasetFacts extends Dataset {
  format: PackageFormat;
  tables: readonly { table: PackageTableName; path: string; rows: number }[];
  findings: number;
  /** Comparisons that could not be made. */
  unchecked: number;
  /** Documents that were checked. */
  checked: number;
  /** Headcounts that the user filled in. */
  supplied: number;
}

type Language = 'zh' | 'en';

/** A cell of a table in Markdown. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const head = (...cells: readonly string[]): string[] => [
  row(...cells),
  row(...cells.map(() => '---')),
];

const TYPES: Readonly<Record<string, Record<Language, string>>> = {
  text: { zh: '文本', en: 'text' },
  integer: { zh: '整数', en: 'integer' },
  money: { zh: '金额（元，两位小数）', en: 'yuan, two decimals' },
  number: { zh: '小数', en: 'decimal' },
  boolean: { zh: 'true / false', en: 'true / false' },
  date: { zh: '日期（年-月-日）', en: 'date (ISO)' },
};

function columnsOf(table: PackageTableName, language: Language): string[] {
  const words: Readonly<Record<string, string>> = PACKAGE_WORDS[table].columns;
  const heads = language === 'zh' ? ['列', '类型', '含义'] : ['column', 'type', 'meaning'];
  return [
    ...head(...heads),
    ...Object.entries(tableDefinition(table).columns).map(([name, { type, about, values }]) =>
      row(
        `\`${name}\``,
        TYPES[type]?.[language] ?? type,
        language === 'zh'
          ? (words[name] ?? about)
          : `${about}${values ? ` (${values.join(', ')})` : ''}`,
      ),
    ),
  ];
}

const aboutOf = (table: PackageTableName, language: Language): string =>
  language === 'zh' ? PACKAGE_WORDS[table].about : PACKAGE_TABLES[table].about;

/** Columns of the amounts that hold text of any kind: programs must not take codes for numbers. */
const TEXTS = Object.entries(tableDefinition('line').columns)
  .filter(([, { type }]) => type === 'text')
  .map(([name]) => name);

/** The total of each expenditure table: one printed amount each, nothing is summed twice. */
const TOTALS =
  "SELECT doc_id, amount FROM line WHERE table_id = 'expenditure' AND level = 0 AND nature = 'total' AND vintage = 'total' AND fund = 'all';";

/** How the amounts are read in three programs, three lines each. */
function loading(format: PackageFormat): string[] {
  if (format === 'parquet') {
    return [
      '```sql',
      '-- DuckDB',
      "CREATE TABLE line AS FROM 'line.parquet';",
      TOTALS,
      '```',
      '',
      '```python',
      'import pandas as pd',
      'line = pd.read_parquet("line.parquet")',
      'document = pd.read_parquet("document.parquet")',
      '```',
      '',
      '```r',
      'library(arrow)',
      'line <- read_parquet("line.parquet")',
      'document <- read_parquet("document.parquet")',
      '```',
    ];
  }
  const types = TEXTS.map((name) => `'${name}': 'VARCHAR'`).join(', ');
  return [
    '```sql',
    '-- DuckDB',
    `CREATE TABLE line AS FROM read_csv('line.csv', types = {${types}, 'amount': 'DECIMAL(18,2)'});`,
    TOTALS,
    '```',
    '',
    '```python',
    'import pandas as pd',
    `text = ${JSON.stringify(TEXTS)}`,
    'line = pd.read_csv("line.csv", dtype={name: str for name in text}, keep_default_na=False, na_values=[""])',
    '```',
    '',
    '```r',
    'library(readr)',
    'line <- read_csv("line.csv", col_types = cols(.default = "c", amount = "d", row_no = "i", col_no = "i"), na = "")',
    'document <- read_csv("document.csv", col_types = cols(.default = "c", fiscal_year = "i"), na = "")',
    '```',
  ];
}

const TEXT = {
  zh: {
    files: '文件',
    fileHeads: ['文件', '内容', '行数'],
    tables: '各表的列',
    units: '单位与缺失',
    load: '怎样读取',
    caveats: '使用前请看',
    reasons: '指标没有数值的原因（metrics.csv 的 reason）',
  },
  en: {
    files: 'Files',
    fileHeads: ['file', 'content', 'rows'],
    tables: 'Columns',
    units: 'Units and missing values',
    load: 'How to read it',
    caveats: 'Before you use it',
    reasons: 'Why a metric has no value (`reason` in metrics.csv)',
  },
} as const;

const UNITS: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '金额一律为元；文件印的若是万元，已乘好，印的原文在 `printed`。',
    '空单元格是“不知道”，不是零。`line` 的 `state` 说明格中是什么：number 数字、zero 印为零、blank 空白、unreadable 无法辨认。',
    '编码是文本，不要当作数字；日期为 年-月-日；小数点为 `.`，没有千分位。',
    '`metrics.csv` 中比率为小数（0.25 即 25%），金额为元。',
  ],
  en: [
    'Amounts are in yuan, whatever unit the document prints; the printed text is in `printed`.',
    'An empty cell is unknown, never zero. `state` in `line` says what the cell holds: number, zero (a printed zero), blank, unreadable.',
    'Codes are text, not numbers; dates are ISO; the decimal mark is `.`, thousands are not separated.',
    'Ratios in `metrics.csv` are fractions (0.25 is 25 %), money is in yuan.',
  ],
};

const CAVEATS: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '数字照公开文件原样收录，印错的也不改；可疑之处见 `findings.csv`。核对不判断哪一边对。',
    '不要把合计与其组成相加：`is_total` 标出合计行，`parent_row_no` 指向上级合计；`fund`、`vintage`、`nature` 也各有合计与其中项。',
    '同一笔钱会在几张表里各印一次（`table_id`），汇总前先选定一张表。',
    '部门口径包含所属单位，不要与其单位的文件相加。',
    '数据表的单元格保持原文，以 =、+、-、@ 开头的也不改动，供程序读取；用电子表格打开数据表前请留意。`findings.csv` 与 `metrics.csv` 供人查看，这类文字前加了撇号。',
  ],
  en: [
    'Figures stand as published, errors included; what looks wrong is in `findings.csv`. A check does not say which side is right.',
    'Never add sums to their parts: `is_total` marks sums, `parent_row_no` leads to the sum above; `fund`, `vintage` and `nature` have sums and parts as well.',
    'The same money is printed in several tables (`table_id`): choose one before you add up.',
    'A department includes its units: do not add the documents of both.',
    'Cells of the data tables stay as printed, also those that begin with =, +, - or @: they are for programs; take care when you open them in a spreadsheet. In `findings.csv` and `metrics.csv`, which are for people too, such texts have an apostrophe before them.',
  ],
};

function summary(facts: DatasetFacts, language: Language): string[] {
  const { documents, checked, findings, unchecked, created, software, supplied } = facts;
  const organizations = new Set(documents.map(({ org_id }) => org_id)).size;
  const years = yearsOf(documents);
  if (language === 'zh') {
    return [
      `${organizations} 个部门或单位的 ${documents.length} 份预算（决算），${years} 年；${software} 于 ${created.slice(0, 10)} 生成。`,
      '',
      `其中 ${checked} 份做过核对，没有通过或差在取整以内的共 ${findings} 处，列在 \`findings.csv\`；另有 ${unchecked} 处因缺表、缺数无法核对，只计数。` +
        '数据来自公开文件；文件的许可不明，本说明不作授予。',
      ...(supplied
        ? ['', '`headcount` 中 `doc_id` 为空的，有些是使用者补填的，见 `source`。']
        : []),
    ];
  }
  return [
    `${documents.length} budgets or final accounts of ${organizations} departments and units, ${years}; made by ${software} on ${created.slice(0, 10)}.`,
    '',
    `${checked} of them were checked; ${findings} comparisons failed or differ by rounding and stand in \`findings.csv\`; ${unchecked} more could not be made for want of a table or a figure, and are counted only. ` +
      'The data are taken from published documents; their licence is not known, and none is granted here.',
    ...(supplied > 0
      ? [
          '',
          `${supplied} rows of \`headcount\` were filled in by a reader, not printed (\`doc_id\` is empty, see \`source\`).`,
        ]
      : []),
  ];
}

function section(facts: DatasetFacts, language: Language): string[] {
  const words = TEXT[language];
  const made = facts.documents.some(isSynthetic);
  return [
    `# ${language === 'zh' ? facts.title : 'Departmental budgets: a dataset'}`,
    '',
    ...summary(facts, language),
    ...(made
      ? [
          '',
          language === 'zh'
            ? '**含合成数据，不是公开文件。**'
            : '**Holds synthetic data that nobody published.**',
        ]
      : []),
    '',
    `## ${words.files}`,
    '',
    ...head(...words.fileHeads),
    ...facts.tables.map(({ table, path, rows }) =>
      row(`\`${path}\``, aboutOf(table, language), String(rows)),
    ),
    ...Object.values(DATASET_FILES).map((file) => row(`\`${file.path}\``, file[language], '')),
    '',
    `## ${words.units}`,
    '',
    ...UNITS[language].map((text) => `- ${text}`),
    '',
    `## ${words.load}`,
    '',
    ...loading(facts.format),
    '',
    `## ${words.caveats}`,
    '',
    ...CAVEATS[language].map((text) => `- ${text}`),
    '',
    `## ${words.tables}`,
    '',
    ...facts.tables.flatMap(({ table }) => [
      `### \`${table}\`: ${aboutOf(table, language)}`,
      '',
      ...columnsOf(table, language),
      '',
    ]),
    `## ${words.reasons}`,
    '',
    ...Object.entries(REASONS).map(([code, reason]) => `- \`${code}\`: ${reason[language]}`),
    '',
  ];
}

/** The text that goes with a dataset, in Markdown: Chinese first, then English. */
export const datasetReadme = (facts: DatasetFacts): string =>
  [...section(facts, 'zh'), '---', '', ...section(facts, 'en')].join('\n');

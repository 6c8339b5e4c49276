import type { CheckedDocument } from '../checked-document';
import { detailCell, lineCell, tableCell, unchecked, note } from '../compare';
import type { CellRef, Outcome, Rule } from '../rule';
import { toldTexts } from './texts';

interface PrintedText {
  text: string;
  cell: CellRef;
}

/** Years that a text names. */
const yearsIn = (text: string): number[] =>
  [...text.matchAll(/(?<!\d)(20\d{2})(?=\s*年)/gu)].map(([, year]) => Number(year));

/** A title that names years names that of the document. */
function titlesNameTheYear({ tables, year }: CheckedDocument): Outcome[] {
  const told = [...tables.values()].flatMap((table) => {
    const years = yearsIn(table.title ?? '');
    if (years.length === 0) return [];
    const status = years.includes(year) ? 'pass' : 'fail';
    return toldTexts(
      status,
      { name: table.title, cells: [tableCell(table)] },
      { name: `${year} 年`, cells: [] },
    );
  });
  return told.length > 0 ? told : [unchecked(note('no_year_in_titles'))];
}

/** The word for whose budget it is, where a title begins with it: 2026年预算单位收入预算总表. */
const WHOSE =
  /^(?:(?:附?表)?[\d一二三四五六七八九十]{0,3}[:：、.]?)(?:20\d{2}年度?)?[省市区县]?级?(部门|(?:预算)?单位)(?!预算)/u;
const FITTING = { department: '部门', unit: '单位' } as const;
/** Titles with the fitting word for each one without it. */
const MOSTLY = 4;

/** Titles begin with the word that fits the scope, or with neither; one of another word among many is a slip. */
function titlesNameTheScope({ tables, scope }: CheckedDocument): Outcome[] {
  const titled = [...tables.values()].flatMap((table) => {
    const word = WHOSE.exec((table.title ?? '').replace(/\s+/gu, ''))?.[1];
    return word ? [{ table, fits: word.endsWith(FITTING[scope]) }] : [];
  });
  const fitting = titled.filter(({ fits }) => fits);
  if (titled.length === 0) return [unchecked(note('no_scope_in_titles'))];
  if (fitting.length < MOSTLY * (titled.length - fitting.length))
    return [
      unchecked(
        note('titles_of_both_scopes'),
        titled.map(({ table }) => tableCell(table)),
      ),
    ];
  return titled.map(({ table, fits }) =>
    toldTexts(
      fits ? 'pass' : 'fail',
      { name: table.title, cells: [tableCell(table)] },
      { name: FITTING[scope], cells: [] },
    ),
  );
}

/** Names of things, and where they stand. */
function textsOf({ tables, projects, indicators, tasks }: CheckedDocument): PrintedText[] {
  const texts: (PrintedText | null)[] = [];
  const add = (text: string | null, cell: CellRef): void => {
    texts.push(text === null ? null : { text, cell });
  };
  for (const table of tables.values()) {
    add(table.title, tableCell(table));
    const seen = new Set<unknown>();
    for (const line of table.lines) {
      if (seen.has(line.row)) continue;
      seen.add(line.row);
      add(line.row.label, lineCell(line));
    }
  }
  for (const { level1, level2, orgName, row } of projects)
    for (const text of [level1, level2, orgName]) add(text, detailCell('project', row));
  for (const { projectLabel, orgLabel, level3, printed, row } of indicators)
    for (const text of [projectLabel, orgLabel, level3, printed])
      add(text, detailCell('indicator', row));
  for (const { label, row } of tasks) add(label, detailCell('outsourcing', row));
  return texts.filter((one) => one !== null);
}

/** What a form says where something is to be put in: XX, 某单位, 待填写, {单位}, 20XX. */
const PLACEHOLDER = new RegExp(
  [
    '(?<![\\p{L}\\p{N}])[XxＸｘ×]{2,}(?=省|市|区|县|州|局|厅|委|办|部门|单位|年|月|项目|经费|支出|收入)',
    '(?<!\\d)20[XxＸｘ×*]{2}',
    '某(?:单位|部门|局|年)',
    '待填(?:写|列)|(?:^|[(（【])(?:待|请)(?:填写|填列|填报|补充)(?=$|[)）】])',
    '\\{[\\u4e00-\\u9fff]+\\}',
  ].join('|'),
  'u',
);

function nothingLeftToFillIn(document: CheckedDocument): Outcome[] {
  const texts = textsOf(document);
  const found = texts.flatMap(({ text, cell }) => {
    const [mark] = PLACEHOLDER.exec(text) ?? [];
    return mark
      ? [toldTexts('fail', { name: text, cells: [cell] }, { name: null, cells: [] })]
      : [];
  });
  if (texts.length === 0) return [];
  const nothing = { name: null, cells: [] };
  return found.length > 0 ? found : [toldTexts('pass', nothing, nothing)];
}

/** Rules on titles, and on what a form left behind. */
export const TITLE_RULES: readonly Rule[] = [
  {
    id: 'titles_name_the_year',
    family: 'names',
    severity: 'warning',
    name: { zh: '表名年度与文件年度一致', en: 'titles name the year' },
    about: {
      zh: '表名中写明年度的，应包括本文件的年度；常见差错是沿用上年模板。',
      en: "A title of a table that names years names that of the document; last year's form is often used again.",
    },
    left: { zh: '表名', en: 'title' },
    right: { zh: '文件年度', en: 'year of the document' },
    needs: [],
    check: titlesNameTheYear,
  },
  {
    id: 'titles_name_the_scope',
    family: 'names',
    severity: 'note',
    name: { zh: '表名中的“部门”“单位”与范围一致', en: 'titles name the scope' },
    about: {
      zh: '部门预算的表名以“部门”开头、单位预算的表名以“单位”开头时，个别表名用了另一词的予以提示；多数表名不符的不作结论，因为有的地方统一使用部门预算的表样。',
      en: "Where titles begin with 部门 in a department's budget, or with 单位 in a unit's, a few with the other word are told; where many are, nothing is, since some places have one form for both.",
    },
    left: { zh: '表名', en: 'title' },
    right: { zh: '文件范围', en: 'scope of the document' },
    needs: [],
    check: titlesNameTheScope,
  },
  {
    id: 'nothing_left_to_fill_in',
    family: 'names',
    severity: 'warning',
    name: { zh: '没有未填写的模板文字', en: 'nothing is left to fill in' },
    about: {
      zh: '表名、科目、项目、指标和委托业务的名称中不应有“XX”“某单位”“待填写”等模板文字。',
      en: 'No title, row, project, target or task has the words of an unfilled form, such as XX or 待填写.',
    },
    left: { zh: '印出的文字', en: 'text as printed' },
    right: { zh: '应填写的内容', en: 'what belongs there' },
    needs: [],
    check: nothingLeftToFillIn,
  },
];

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
  for (const { projectLabel, orgLabel, level3, explanation, printed, row } of indicators)
    for (const text of [projectLabel, orgLabel, level3, explanation, printed])
      add(text, detailCell('indicator', row));
  for (const { label, row } of tasks) add(label, detailCell('outsourcing', row));
  return texts.filter((one) => one !== null);
}

/** What a form says where something is to be put in: XX, 某单位, 待填写, {单位}, 请填写. */
const PLACEHOLDER =
  /(?<![\p{L}\p{N}])[XＸ×]{2,}(?![A-Za-z0-9])|(?<=[\u4e00-\u9fff])[XxＸｘ×]{2,}(?=[\u4e00-\u9fff年月日（(]|$)|某某|某(?:单位|部门|局|项目|年)|(?:待|请|需)(?:填写|填列|填报|补充)|\{[\u4e00-\u9fff]+\}|〔?20[XＸ×*]{2}/u;

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

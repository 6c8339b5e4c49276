import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { utils } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { bookOf, readAll, workbook } from '../bytes';
import { hasCorpus, PUBLISHED, REBUILT } from './truth';

const sheet = (title: string) =>
  utils.aoa_to_sheet([[title], [null, '单位：万元'], ['项目', '金额'], ['合计', 12.5]]);
const page = (...titles: string[]) =>
  titles
    .map((title) => `<p>${title}</p><table><tr><td>项目<td>金额<tr><td>合计<td>1</table>`)
    .join('');
const text = (...titles: string[]) =>
  titles.map((title) => `${title}\n单位：万元\n项目\t金额\n合计\t1\n`).join('\n');

const kindOf = async (path: string, content: Uint8Array | string) => {
  const { documents, tables, issues } = await readAll({ [path]: content });
  return [
    ...documents.map(() => 'document'),
    ...tables.map(() => 'table'),
    ...issues.map(({ code }) => code),
  ];
};

describe('which files are published documents', () => {
  const two = bookOf({ 表1: sheet('2026年部门收支预算总表'), 表2: sheet('收入预算总表') });
  test.each([
    ['two standard tables', 'a.xlsx', workbook(two, 'xlsx'), ['document']],
    ['the same as ODS', 'a.ods', workbook(two, 'ods'), ['document']],
    ['the same as XLS', 'a.xls', workbook(two, 'biff8'), ['document']],
    [
      'titles on the tabs only',
      'a.xlsx',
      workbook(bookOf({ 收支预算总表: sheet('表一'), 收入预算总表: sheet('表二') }), 'xlsx'),
      ['document'],
    ],
    [
      'a list that names tables',
      'a.xlsx',
      workbook(
        bookOf({
          来源: utils.aoa_to_sheet([
            ['部门', '原表', '行', '印出的内容'],
            ['甲局', '收支预算总表', '15', '243.12'],
            ['乙局', '支出预算总表', '3', '12.5'],
          ]),
        }),
        'xlsx',
      ),
      ['table'],
    ],
    ['one table', 'a.xlsx', workbook(bookOf({ a: sheet('收支预算总表') }), 'xlsx'), ['table']],
    [
      'the same table of two places',
      'a.xlsx',
      workbook(bookOf({ a: sheet('收支预算总表'), b: sheet('收支预算总表') }), 'xlsx'),
      ['table', 'table'],
    ],
    [
      'one table and the headings of a budget',
      'a.html',
      `${page('收支预算总表')}<p>一、主要职能</p><p>二、机构设置</p><p>三、名词解释</p>`,
      ['document'],
    ],
    ['a page with two', 'a.html', page('收支预算总表', '支出预算总表'), ['document']],
    [
      'a page without tables that links to files',
      'a.html',
      '<p>预算公开</p><a href="a.pdf">部门预算</a>',
      ['document'],
    ],
    ['a page without tables and files', 'a.html', '<p>预算公开</p>', ['no_table']],
    ['a page with one', 'a.html', page('收支预算总表'), ['table']],
    ['a text with two', 'a.txt', text('收支预算总表', '支出预算总表'), ['document']],
    ['a text with one', 'a.txt', text('收支预算总表'), ['table']],
    ['what is named as a table', 'a.csv', text('收支预算总表', '支出预算总表'), ['table']],
  ])('%s: %s', async (_, path, content, kind) => {
    expect(await kindOf(path, content)).toEqual(kind);
  });

  test
    .skipIf(!hasCorpus)
    .each([
      `${REBUILT}/jingyu_2026.xlsx`,
      `${REBUILT}/yanbian_2026.xls`,
      `${REBUILT}/a_yanbian_yuan.xlsx`,
      `${REBUILT}/e_jingyu_gb18030.html`,
      `${REBUILT}/yanbian_2026.html`,
      `${PUBLISHED}/普陀/模板/department_budget_template.xlsx`,
      `${PUBLISHED}/昆明/政府办公厅_2026年部门预算.html`,
      `${PUBLISHED}/天津/商务局_2026年部门预算.html`,
    ])('%s is one', async (path) => {
    expect(await kindOf(basename(path), readFileSync(path))).toEqual(['document']);
  });

  const SEEDS = '../shared/seeds';
  test.skipIf(!existsSync(SEEDS)).each(['000_b4e6eec5b9e49a5c.txt', '001_07c71afb0037d060.txt'])(
    '%s, a budget dumped to text, is one',
    async (name) => {
      expect(await kindOf(name, readFileSync(`${SEEDS}/${name}`))).toEqual(['document']);
    },
  );
});

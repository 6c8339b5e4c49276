import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textBlocks } from '@/importers/documents/plain-text';
import { bestAgreement, gridsOf, hasCorpus, readDocument, truthOf } from './truth';
import { codeOf, readBytes, shortForm } from './word-files';

const read = async (...lines: string[]) => shortForm(await readBytes('a.txt', lines.join('\n')));
const doubtsOf = async (...lines: string[]) =>
  gridsOf(await readBytes('a.txt', lines.join('\n'))).map(({ cells }) => [
    ...new Set(cells.map(({ doubt }) => doubt)),
  ]);

describe('tables in a text', () => {
  test('lines with tabs are rows, blank cells are kept, titles and units are text', async () => {
    expect(
      await read(
        '收支预算总表\t\t\t',
        '编制单位：甲局\t\t\t单位：万元',
        '收入\t\t支出\t',
        '项目\t金额\t项目\t金额',
        '财政拨款\t1\t\t',
        '合计\t1\t合计\t1',
        '第三部分 情况说明',
      ),
    ).toEqual([
      '# 收支预算总表',
      '编制单位：甲局',
      '单位：万元',
      [
        '0,0 1x2 收入|0,2 1x2 支出|1,0 项目|1,1 金额|1,2 项目|1,3 金额',
        '2,0 财政拨款|2,1 1|3,0 合计|3,1 1|3,2 合计|3,3 1',
      ].flatMap((cells) => cells.split('|')),
      '# 第三部分 情况说明',
    ]);
  });

  test('rows with more cells than the header has headings for are doubted', async () => {
    expect(await doubtsOf('科目\t合计', 'a\t1\t2', 'b\t3')).toEqual([[null, 'cells_counted']]);
  });

  test('a header that lost its places leaves nothing sure', async () => {
    const row = (...cells: string[]) => [...cells.map((cell) => `\t${cell}`), ''];
    const rows = [
      ...row('科目', '本年', '上年'),
      ...row('a', '1', '2', '3'),
      ...row('b', '4', '5', '6'),
    ];
    expect(await doubtsOf(...rows)).toEqual([['cells_counted']]);
  });

  test('blank rows count', async () => {
    const [cells] = await read('科目\t合计', '\t', '\t', '\t', '合计\t1', '\t', '完');
    expect(cells).toEqual(['0,0 科目', '0,1 合计', '4,0 合计', '4,1 1']);
  });

  test('tables follow each other by their titles', async () => {
    const table = (title: string) => [`${title}\t`, '项目\t金额', '合计\t1', ''];
    const blocks = await read(...table('收入预算总表'), ...table('支出预算总表'));
    expect(blocks.filter((block) => Array.isArray(block))).toHaveLength(2);
  });

  test('one cell to a line, a blank line after each row', async () => {
    const row = (...cells: string[]) => [...cells.map((cell) => `\t${cell}`), ''];
    expect(
      await read(
        ...row('收支预算总表'),
        ...row('收入', '支出'),
        ...row('项目', '金额', '项目', '金额'),
        ...row('财政拨款', '1', '基本', ''),
        ...row('合计', '1', '合计', '1'),
        '说明',
      ),
    ).toEqual([
      '# 收支预算总表',
      [
        '0,0 1x2 收入|0,2 1x2 支出|1,0 项目|1,1 金额|1,2 项目|1,3 金额',
        '2,0 财政拨款|2,1 1|2,2 基本|3,0 合计|3,1 1|3,2 合计|3,3 1',
      ].flatMap((cells) => cells.split('|')),
      '说明',
    ]);
  });

  test('parts below each other are columns; what stands in a shorter line is doubted', async () => {
    const blocks = textBlocks(
      [
        '项目            金额      上年',
        '财政拨款      100.00      5.00',
        '单位资金                  2.00',
        '合计          100.00      7.00',
      ].join('\n'),
    );
    const [grid] = blocks.filter((block) => block.kind === 'grid');
    const last = grid?.cells.filter(({ row }) => row === 2);
    expect(last?.map(({ column, text, doubt }) => [column, text, doubt])).toEqual([
      [0, '单位资金', 'column_by_position'],
      [2, '2.00', 'column_by_position'],
    ]);
    expect(grid?.cells.filter(({ row }) => row === 3).every(({ doubt }) => doubt === null)).toBe(
      true,
    );
  });

  test('prose with spaces is no table', async () => {
    const lines = ['收  入情况如下：', '一是  财政拨款收入', '二是  其他收入'];
    expect(await read(...lines)).toEqual(lines);
  });

  test('all text is kept, in tables or between them', () => {
    const line = fc.string({
      unit: fc.constantFrom('甲', '1', '.', '\t', ' ', '　', '表', '：'),
      maxLength: 14,
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const bare = (text: string) => text.replaceAll(/[\s\u3000]/g, '');
        const kept = textBlocks(lines.join('\n')).map((block) =>
          block.kind === 'text' ? block.text : block.cells.map(({ text }) => text).join(''),
        );
        expect(bare(kept.join(''))).toBe(bare(lines.join('')));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['listed cells with text between', '\ta\ntext\n'],
    ['parts in columns without amounts', 'aa  bb\n'],
    ['one cell to a row', '\ta\n\n'],
    ['titles', '收支预算总表\t\n'],
  ])('long texts of %s take no square of their length', (_, line) => {
    const begin = performance.now();
    textBlocks(line.repeat(20_000));
    expect(performance.now() - begin).toBeLessThan(10_000);
  });

  test('blank files are refused', async () => {
    expect(await codeOf(readBytes('a.txt', ' \n\n'))).toBe('empty_file');
  });
});

const SEEDS = '../shared/seeds';
describe.skipIf(!hasCorpus || !existsSync(SEEDS))('source budgets dumped to text', () => {
  test.each([
    [
      '000_b4e6eec5b9e49a5c.txt',
      'jingyu_2026',
      ['balance', 'basic', 'three_public', 'gov_fund', 'state_capital'],
    ],
    [
      '001_07c71afb0037d060.txt',
      'yanbian_2026',
      'balance expenditure appropriation general_public basic three_public gov_fund state_capital project outsourcing'.split(
        ' ',
      ),
    ],
  ])(
    '%s: tables whose cells the dump still separates are those of the transcription',
    async (file, doc, names) => {
      const grids = gridsOf(await readDocument(`${SEEDS}/${file}`));
      const tables = truthOf(doc, false).tables.filter(({ name }) => names.includes(name));
      const found = tables.map((table) => bestAgreement(grids, table));
      expect(found.flatMap(({ differences }) => differences)).toEqual([]);
      expect(tables).toHaveLength(names.length);
    },
  );
});

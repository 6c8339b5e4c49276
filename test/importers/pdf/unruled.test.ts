import { expect, test } from 'vitest';
import {
  cellAt,
  grids,
  lattice,
  line,
  readDrawn,
  rowTexts,
  text,
  textTo,
  texts,
} from './write-pdf';

/** Rows of a label and of figures that end at 260, 340 and 420; empty words are blank. */
const row = (y: number, label: string, ...figures: string[]): string[] => [
  text(60, y, label),
  ...figures.flatMap((figure, index) =>
    figure === '' ? [] : [textTo(260 + index * 80, y, figure)],
  ),
];

const BODY = [
  ...row(130, '行政运行', '92.04', '92.04', ''),
  ...row(150, '一般行政管理事务', '3.64', '', '3.64'),
  ...row(170, '住房公积金', '6.18', '6.18', '0.00'),
  ...row(190, '合计', '101.86', '98.22', '3.64'),
];
const HEADER = [
  text(60, 110, '项目'),
  text(235, 110, '总计'),
  text(305, 110, '基本支出'),
  text(385, 110, '项目支出'),
];

test('figures one below the other make columns; where a row has blanks they are doubted', async () => {
  const document = await readDrawn({
    content: [text(200, 70, '支出预算总表', 16), text(360, 92, '单位：万元'), ...HEADER, ...BODY],
  });
  const [grid] = grids(document);
  expect(texts(document)).toEqual(['支出预算总表', '单位：万元']);
  expect([0, 1, 2, 3, 4].map((index) => rowTexts(grid!, index))).toEqual([
    ['项目', '总计', '基本支出', '项目支出'],
    ['行政运行', '92.04', '92.04', ''],
    ['一般行政管理事务', '3.64', '', '3.64'],
    ['住房公积金', '6.18', '6.18', '0.00'],
    ['合计', '101.86', '98.22', '3.64'],
  ]);
  const doubted = grid!.cells.filter(({ doubt }) => doubt === 'column_by_position');
  expect(doubted.map((cell) => [cell.row, cell.text])).toEqual([
    [1, '92.04'],
    [1, '92.04'],
    [2, '3.64'],
    [2, '3.64'],
  ]);
});

test('lines above and below the header and the figures alone rule no columns', async () => {
  const rules = [95, 116, 196].map((y) => line(55, y, 430, y));
  const [grid] = grids(await readDrawn({ content: [...rules, ...HEADER, ...BODY] }));
  expect(rowTexts(grid!, 0)).toEqual(['项目', '总计', '基本支出', '项目支出']);
  expect(rowTexts(grid!, 4)).toEqual(['合计', '101.86', '98.22', '3.64']);
});

test('lines between the rows hold labels on several lines together', async () => {
  const content = [
    ...[95, 116, 145, 174, 196].map((y) => line(55, y, 430, y)),
    ...HEADER,
    text(60, 128, '机关事业单位基本'),
    text(60, 140, '养老保险缴费'),
    ...row(134, '', '12.37', '12.37', '0.00'),
    ...row(162, '职业年金', '6.00', '6.00', '0.00'),
    ...row(188, '合计', '18.37', '18.37', '0.00'),
  ].filter((each) => !each.includes('<>'));
  const [grid] = grids(await readDrawn({ content }));
  expect(rowTexts(grid!, 1)).toEqual(['机关事业单位基本\n养老保险缴费', '12.37', '12.37', '0.00']);
});

test('columns ruled in the header alone part the rows below; blanks are doubted', async () => {
  const xs = [55, 200, 270, 350, 430];
  const ys = [95, 116, 136, 156, 176, 196];
  const content = [
    ...ys.map((y) => line(55, y, 430, y)),
    ...xs.map((x, index) => line(x, 95, x, index === 0 || index === 4 ? 196 : 116)),
    ...HEADER,
    ...BODY,
  ];
  const [grid] = grids(await readDrawn({ content }));
  expect(grid).toMatchObject({ rows: 5, columns: 4 });
  expect(rowTexts(grid!, 2)).toEqual(['一般行政管理事务', '3.64', '', '3.64']);
  expect(cellAt(grid!, 2, 3)!.doubt).toBe('column_by_position');
  expect(cellAt(grid!, 4, 3)!.doubt).toBeNull();
});

test('rows without lines between them are parted at the heights of their figures, and doubted', async () => {
  const content = [...lattice([55, 200, 270, 350, 430], [95, 116, 196]), ...HEADER, ...BODY];
  const [grid] = grids(await readDrawn({ content }));
  expect(rowTexts(grid!, 0)).toEqual(['项目', '总计', '基本支出', '项目支出']);
  expect(rowTexts(grid!, 2)).toEqual(['一般行政管理事务', '3.64', '', '3.64']);
  expect(rowTexts(grid!, 4)).toEqual(['合计', '101.86', '98.22', '3.64']);
  expect(cellAt(grid!, 4, 1)!.doubt).toBe('cells_counted');
});

test('contents, lists and sentences with figures are no tables', async () => {
  const contents = ['一、收支预算总表', '二、收入预算总表', '三、支出预算总表', '四、三公经费表'];
  const document = await readDrawn({
    content: [
      ...contents.flatMap((words, index) => [
        text(60, 100 + index * 20, words),
        textTo(500, 100 + index * 20, String(index + 3)),
      ]),
      ...[1, 2, 3, 4].flatMap((n) => [
        text(60, 300 + n * 20, '一般公共预算支出'),
        text(160, 300 + n * 20, `${n}2.50`),
        text(200, 300 + n * 20, '万元，与上年持平。'),
      ]),
    ],
  });
  expect(grids(document)).toEqual([]);
  expect(texts(document)[0]).toBe('一、收支预算总表 3');
});

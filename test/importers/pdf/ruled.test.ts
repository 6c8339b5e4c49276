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
  turned,
} from './write-pdf';

const XS = [60, 160, 260, 360];
const YS = [100, 120, 140, 160];

/** A table of three rows and columns, its top left at a place. */
const table = (dx = 0, dy = 0): string[] => [
  ...lattice(
    XS.map((x) => x + dx),
    YS.map((y) => y + dy),
  ),
  text(64 + dx, 114 + dy, '项目'),
  text(164 + dx, 114 + dy, '基本支出'),
  text(264 + dx, 114 + dy, '项目支出'),
  text(64 + dx, 134 + dy, '行政运行'),
  textTo(256 + dx, 134 + dy, '1,234.56'),
  text(64 + dx, 154 + dy, '合计'),
  textTo(356 + dx, 154 + dy, '0.00'),
];
const ROWS = [
  ['项目', '基本支出', '项目支出'],
  ['行政运行', '1,234.56', ''],
  ['合计', '', '0.00'],
];
const rowsOf = (grid: Parameters<typeof rowTexts>[0]) =>
  Array.from({ length: grid.rows }, (_, row) => rowTexts(grid, row));

test('a table between text: title and unit stand outside, cells have boxes of the page', async () => {
  const document = await readDrawn({
    content: [
      text(180, 60, '支出预算总表', 16),
      text(290, 92, '单位：万元'),
      ...table(),
      text(60, 190, '注：本表为说明。'),
    ],
  });
  expect(texts(document)).toEqual(['支出预算总表', '单位：万元', '注：本表为说明。']);
  const [grid] = grids(document);
  expect(rowsOf(grid!)).toEqual(ROWS);
  expect(grid).toMatchObject({ page: 1, table: 1, rows: 3, columns: 3 });
  expect(grid!.cells.every(({ doubt }) => doubt === null)).toBe(true);
  const box = cellAt(grid!, 1, 1)!.box!;
  expect(box.left).toBeCloseTo(160 / 595, 2);
  expect(box.right).toBeCloseTo(260 / 595, 2);
  expect(box.top).toBeCloseTo(120 / 842, 2);
  expect(box.bottom).toBeCloseTo(140 / 842, 2);
  expect(document.blocks.map(({ kind }) => kind)).toEqual(['text', 'text', 'grid', 'text']);
});

test('two tables on a page, and two side by side, are counted from the top left', async () => {
  const small = (x: number, y: number, word: string) => [
    ...lattice([x, x + 80, x + 160], [y, y + 20, y + 40]),
    text(x + 4, y + 14, word),
    textTo(x + 156, y + 34, '1.50'),
  ];
  const document = await readDrawn({
    content: [...small(320, 300, '右'), ...small(60, 300, '左'), ...small(60, 100, '上')],
  });
  expect(grids(document).map((grid) => [grid.table, grid.cells[0]!.text])).toEqual([
    [1, '上'],
    [2, '左'],
    [3, '右'],
  ]);
});

test('merged header cells have their spans', async () => {
  const document = await readDrawn({
    content: [
      ...[100, 140, 160].map((y) => line(60, y, 360, y)),
      line(160, 120, 360, 120),
      line(60, 100, 60, 160),
      line(160, 100, 160, 160),
      line(260, 120, 260, 160),
      line(360, 100, 360, 160),
      text(70, 125, '单位'),
      text(230, 114, '本年预算'),
      text(170, 134, '合计'),
      text(270, 134, '项目支出'),
      textTo(356, 154, '3.00'),
    ],
  });
  const [grid] = grids(document);
  expect(cellAt(grid!, 0, 0)).toMatchObject({ text: '单位', rows: 2, columns: 1 });
  expect(cellAt(grid!, 0, 1)).toMatchObject({ text: '本年预算', rows: 1, columns: 2 });
  expect(cellAt(grid!, 2, 2)).toMatchObject({ text: '3.00', rows: 1, columns: 1 });
});

test('missing outer lines are seen by the ends of the others', async () => {
  const content = [
    ...YS.map((y) => line(60, y, 360, y)),
    ...[160, 260].map((x) => line(x, 100, x, 160)),
    ...table().filter((each) => each.startsWith('BT')),
  ];
  const [grid] = grids(await readDrawn({ content }));
  expect(rowsOf(grid!)).toEqual(ROWS);
});

test('double lines, dashes and lines in pieces are one line each', async () => {
  const dashes = (y: number) =>
    Array.from({ length: 60 }, (_, i) => line(60 + i * 5, y, 63 + i * 5, y));
  const content = [
    ...table(),
    ...YS.map((y) => line(60, y + 1.5, 360, y + 1.5)),
    ...dashes(120),
    line(160, 100, 160, 130),
    line(160.4, 129, 160.4, 160),
  ];
  const [grid] = grids(await readDrawn({ content }));
  expect(rowsOf(grid!)).toEqual(ROWS);
});

test('underlines and frames are no tables', async () => {
  const document = await readDrawn({
    content: [
      ...lattice([20, 575], [20, 820]),
      text(60, 100, '单位名称（公章）：某县财政局'),
      line(150, 103, 260, 103),
    ],
  });
  expect(grids(document)).toEqual([]);
  expect(texts(document)).toEqual(['单位名称（公章）：某县财政局']);
});

test('lines filled as thin shapes and drawn inside a form count', async () => {
  const bars = [
    ...YS.map((y) => `60 ${y - 0.25} 300 0.5 re f`),
    ...XS.map((x) => `${x - 0.25} 100 0.5 60 re f`),
  ];
  const content = ['q', ...bars, 'Q', ...table().filter((each) => each.startsWith('BT'))];
  const [grid] = grids(await readDrawn({ content }));
  expect(rowsOf(grid!)).toEqual(ROWS);
});

test('a page shown turned, and text turned on its page, are read upright; boxes are of the page as shown', async () => {
  const landscape = { width: 842, height: 595 };
  const plain = await readDrawn({ ...landscape, content: table() });
  // Drawn sideways on an upright page that is shown turned back by a quarter.
  const shown = await readDrawn({ content: turned(595, table()), rotate: 270 });
  expect(grids(shown)).toEqual(grids(plain));
  const sideways = await readDrawn({ content: turned(595, table()) });
  const [grid] = grids(sideways);
  expect(rowsOf(grid!)).toEqual(ROWS);
  const box = cellAt(grid!, 1, 1)!.box!;
  expect([box.left, box.top]).toEqual([
    expect.closeTo((595 - 140) / 595, 2),
    expect.closeTo(160 / 842, 2),
  ]);
});

test('a figure broken over lines is joined and doubted; two figures in a cell are not', async () => {
  const document = await readDrawn({
    content: [
      ...lattice([60, 160, 200, 300], [100, 130, 160]),
      text(64, 114, '行政运行'),
      text(162, 112, '1,234,5'),
      text(162, 124, '67.89'),
      textTo(296, 112, '12.00'),
      textTo(296, 124, '34.00'),
      text(64, 150, '住房公积金'),
      text(162, 142, '32380.0'),
      text(162, 154, '90089'),
    ],
  });
  const [grid] = grids(document);
  expect(cellAt(grid!, 0, 1)).toMatchObject({ text: '1,234,567.89', doubt: 'pieces_joined' });
  expect(cellAt(grid!, 0, 2)).toMatchObject({ text: '12.00\n34.00', doubt: null });
  expect(cellAt(grid!, 1, 1)).toMatchObject({ text: '32380.090089', doubt: 'pieces_joined' });
});

test('a figure that crosses the border of its cell stays whole, in the cell that holds most of it, and is doubted', async () => {
  const document = await readDrawn({
    content: [...table(), textTo(366, 134, '123,456,789.01')],
  });
  const [grid] = grids(document);
  expect(cellAt(grid!, 1, 2)).toMatchObject({ text: '123,456,789.01', doubt: 'over_border' });
  expect(rowTexts(grid!, 1)).toEqual(['行政运行', '1,234.56', '123,456,789.01']);
});

test('characters one below the other in a narrow cell are lines of it', async () => {
  const document = await readDrawn({
    content: [
      ...lattice([60, 80, 180], [100, 160]),
      text(65, 125, '收'),
      text(65, 145, '入'),
      text(84, 134, '事业收入'),
    ],
  });
  expect(rowTexts(grids(document)[0]!, 0)).toEqual(['收\n入', '事业收入']);
});

test('what a page cuts off is not read; a figure that is partly cut off stays whole and is doubted', async () => {
  const document = await readDrawn({
    content: [
      ...lattice([60, 160, 260, 360], [100, 120, 140]),
      text(64, 114, '行政运行'),
      'q 60 100 98 20 re W n',
      text(120, 114, '一般行政管理事务'),
      'Q',
      'q 261 120 98 20 re W n',
      textTo(290, 134, '9,876,543.21'),
      'Q',
    ],
  });
  const [grid] = grids(document);
  expect(rowTexts(grid!, 0)[1]).toBe('');
  expect(cellAt(grid!, 0, 0)!.text).toBe('行政运行 一般行政');
  const amounts = grid!.cells.filter(({ text: printed }) => /\d/.test(printed));
  expect(amounts).toMatchObject([{ text: '9,876,543.21', doubt: 'over_border' }]);
});

test('radicals that only look like characters are read as those', async () => {
  const document = await readDrawn({ content: [text(60, 100, '⼀、⼈员⽀出，⻓春')] });
  expect(texts(document)).toEqual(['一、人员支出，长春']);
});

test('text printed twice to look bold is read once', async () => {
  const document = await readDrawn({ content: [text(60, 100, '合计'), text(60.4, 100, '合计')] });
  expect(texts(document)).toEqual(['合计']);
});

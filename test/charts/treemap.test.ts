import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { squarify } from '@/charts/squarify';
import { boxRects, tileText, treemap, type TreemapInput, type TreemapTile } from '@/charts/treemap';
import { makeFormat } from '@/domain/format';
import { chartTheme, expectGolden } from '../helpers/golden-svg';

const format = makeFormat('zh', '万元');
const tile = (
  name: string,
  value: number,
  whole: number,
  color: TreemapTile['color'],
  parts: readonly TreemapTile[] = [],
  more: Partial<TreemapTile> = {},
): TreemapTile => ({
  key: name,
  name,
  value,
  color,
  parts,
  figure: format.amount(value),
  share: format.ratio(value / whole),
  opens: parts.length > 0,
  tip: [name, format.amount(value)],
  ...more,
});

const JINGYU = 2431200;
const YANBIAN = 12727600;
const jingyu = (): TreemapTile[] => [
  tile('一般公共服务支出', 2139500, JINGYU, 0, [
    tile('政府办公厅（室）及相关机构事务', 2139500, JINGYU, 0, [
      tile('行政运行', 920400, JINGYU, 0),
      tile('一般行政管理事务', 36400, JINGYU, 0),
      tile('其他政府办公厅（室）及相关机构事务支出', 1182700, JINGYU, 0),
    ]),
  ]),
  tile('社会保障和就业支出', 183700, JINGYU, 1),
  tile('住房保障支出', 61800, JINGYU, 2),
  tile('卫生健康支出', 46200, JINGYU, 3),
];
const yanbian = (): TreemapTile[] => [
  tile('一般公共服务支出', 11837600, YANBIAN, 0, [
    tile('行政运行', 2824000, YANBIAN, 0, [], { marked: 'warning' }),
    tile('其他政府办公厅（室）及相关机构事务支出', 9013600, YANBIAN, 0),
  ]),
  tile('社会保障和就业支出', 394400, YANBIAN, 1),
  tile('住房保障支出', 296700, YANBIAN, 2),
  tile('卫生健康支出', 198900, YANBIAN, 3),
];
const input = (more: Partial<TreemapInput> = {}): TreemapInput => ({
  boxes: [
    { name: '靖宇县', total: '243.12 万元', tiles: jingyu() },
    { name: '延边州', total: '1,272.76 万元', tiles: yanbian() },
  ],
  width: 900,
  theme: chartTheme(),
  description: '支出按功能分类：靖宇县、延边州',
  ...more,
});
const draw = (name: string, made: TreemapInput) => {
  const { option, height } = treemap(made);
  expectGolden(name, option, { width: made.width, height });
};

const many = (): TreemapTile[] =>
  Array.from({ length: 60 }, (_, i) =>
    tile(`Function number ${i + 1} of a long list`, 1000 / (i + 1), 5000, i < 9 ? i : 'rest'),
  );

describe('treemap', () => {
  it('draws two budgets on one scale', () => draw('treemap', input()));
  it('draws them one below the other on a phone', () =>
    draw('treemap-narrow', input({ width: 358 })));
  it('draws in the dark, with what no part explains', () => {
    const tiles = [...yanbian(), tile('未列明/不符差额', 2500000, YANBIAN, 'remainder')];
    draw(
      'treemap-dark',
      input({ theme: chartTheme(true), boxes: [{ name: '延边州', total: '', tiles }] }),
    );
  });
  it('draws many', () =>
    draw('treemap-many-en', input({ boxes: [{ name: 'Anyone', total: '', tiles: many() }] })));
  it('draws one that is a hundredth of the other', () => {
    const small = [tile('基本支出', 150000, 200000, 0), tile('项目支出', 50000, 200000, 1)];
    const [, other] = input().boxes;
    draw(
      'treemap-small',
      input({ boxes: [{ name: '小县', total: '20.00 万元', tiles: small }, other!] }),
    );
  });

  it('gives every budget an area as its whole', () => {
    const area = (width: number) =>
      boxRects(input({ width })).map((rect) => rect.width * rect.height);
    for (const width of [900, 358]) {
      const [a = 0, b = 1] = area(width);
      expect(a / b).toBeCloseTo(JINGYU / YANBIAN, 6);
    }
  });

  it('opens what has parts', () => {
    expect(treemap(input()).opens.filter((key) => key !== null)).toEqual([
      '一般公共服务支出',
      '一般公共服务支出',
    ]);
  });

  it('cuts names, never figures', () => {
    const wide = tile('社会保障和就业支出', 394400, YANBIAN, 1);
    const at = (width: number, height: number) =>
      tileText(wide, { x: 0, y: 0, width, height }, false);
    expect(at(200, 60)).toEqual(['社会保障和就业支出', '39.44  3.1%']);
    expect(at(80, 90)).toEqual(['社会保障和', '就业支出', '39.44', '3.1%']);
    expect(at(60, 24)).toEqual(['39.44']);
    expect(at(20, 20)).toEqual([]);
  });
});

describe('squarify', () => {
  const values = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 60 });
  const box = fc.record({
    x: fc.integer({ min: 0, max: 50 }),
    y: fc.integer({ min: 0, max: 50 }),
    width: fc.integer({ min: 20, max: 1000 }),
    height: fc.integer({ min: 20, max: 1000 }),
  });

  it('fills the box, areas in proportion, nothing outside it', () => {
    fc.assert(
      fc.property(values, box, (given, rect) => {
        const sorted = given.toSorted((a, b) => b - a);
        const total = sorted.reduce((sum, value) => sum + value, 0);
        const rects = squarify(sorted, rect);
        const areas = rects.map(
          ({ width, height }) => (width * height) / (rect.width * rect.height),
        );
        sorted.forEach((value, i) => expect(areas[i]).toBeCloseTo(value / total, 6));
        const outside = rects.filter(
          ({ x, y, width, height }) =>
            x < rect.x - 1e-6 ||
            y < rect.y - 1e-6 ||
            x + width > rect.x + rect.width + 1e-6 ||
            y + height > rect.y + rect.height + 1e-6,
        );
        expect(outside).toEqual([]);
      }),
    );
  });

  it('lets no two overlap', () => {
    fc.assert(
      fc.property(values, box, (given, rect) => {
        const rects = squarify(
          given.toSorted((a, b) => b - a),
          rect,
        );
        const overlaps = rects.flatMap((a, i) =>
          rects.slice(i + 1).filter((b) => {
            const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
            const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
            return across > 1e-6 && down > 1e-6;
          }),
        );
        expect(overlaps).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

import { describe, expect, test } from 'vitest';
import { splitBars, type SplitRow } from '@/charts/project-bars';
import { projectBubbles, type BubblePoint } from '@/charts/project-bubbles';
import { makeFormat } from '@/domain/format';
import { chartTheme, expectGolden, renderSvg } from '../helpers/golden-svg';

const ZH = makeFormat('zh', '万元');
const EN = makeFormat('en', '万元');
const LONG = '广州市数字政府运营中心2026-2029年广州市信息基础设施统一运维服务项目（二期）';

const axis = (format = ZH) => ({
  unit: format.unitName,
  tick: (value: number) => format.amount(value).replace(/\.0+$/, ''),
});

function bar(
  label: string,
  amount: number | null,
  share: number | null,
  slot: number | null,
  format = ZH,
): SplitRow {
  const carried = format === ZH ? '结转' : 'carried over';
  const words = format === ZH ? '空白' : 'blank';
  const text = amount === null ? words : format.amount(amount);
  return {
    origin: { doc: `doc-${slot}`, metric: 'project' },
    label,
    solid: amount === null ? null : amount * (1 - (share ?? 0)),
    pale: amount === null ? 0 : amount * (share ?? 0),
    text: share ? `${text} · ${carried} ${format.ratio(share)}` : text,
    tip: [label],
    slot,
  };
}

const few = (format = ZH): SplitRow[] => [
  bar('延边州12345政务服务便民热线运行管理费项目', 3_315_000, 0, 0, format),
  bar('州政府网站集约化平台技术运维服务', 2_784_400, 0.349_95, 0, format),
  { ...bar('购买服务22人工资及管理费（编外长聘支出）', 1_182_700, 0, 6, format), marked: 'error' },
  bar(LONG, 140_000, 1, null, format),
  bar('采购评审专家劳务报酬', null, null, 6, format),
];
const many: SplitRow[] = Array.from({ length: 20 }, (_, i) =>
  bar(
    i % 6 === 2 ? LONG : `第 ${i + 1} 个项目`,
    (20 - i) ** 3 * 4321,
    (i % 4) / 4,
    i % 3 ? null : i % 8,
  ),
);

const draw = (rows: readonly SplitRow[], width: number, format = ZH, dark = false) =>
  splitBars({
    rows,
    axis: axis(format),
    dense: true,
    width,
    theme: chartTheme(dark),
    description: 'd',
  });

describe('bars of a whole and its paler part', () => {
  test.each([
    ['project-bars', few(), 900, ZH, false],
    ['project-bars-en', few(EN), 900, EN, false],
    ['project-bars-narrow', few(), 358, ZH, true],
    ['project-bars-two', few().slice(0, 2), 640, ZH, false],
    ['project-bars-many', many, 900, ZH, false],
    ['project-bars-many-narrow', many, 358, ZH, false],
  ] as const)('%s', (name, rows, width, format, dark) => {
    const { option, height } = draw(rows, width, format, dark);
    expectGolden(name, option, { width, height });
  });

  test('targets: counts by type, zero is drawn as no bar with its figure', () => {
    const count = (label: string, solid: number, pale: number, slot: number): SplitRow => ({
      origin: { doc: 'd', metric: 'indicator_count' },
      label,
      solid,
      pale,
      text: `${solid + pale}（有数值 ${solid}）`,
      tip: [label],
      slot,
    });
    const { option, height } = splitBars({
      rows: [
        count('数量 · 靖宇县', 3, 0, 6),
        count('数量 · 延边州', 12, 0, 0),
        count('效益 · 靖宇县', 2, 1, 6),
        count('效益 · 延边州', 5, 8, 0),
        count('其他 · 靖宇县', 0, 0, 6),
      ],
      axis: { unit: '条', tick: String },
      dense: true,
      width: 900,
      theme: chartTheme(),
      description: 'd',
    });
    expectGolden('project-targets', option, { width: 900, height });
  });

  test('a blank amount has words and no bar; figures never leave the box', () => {
    const svg = renderSvg(draw([bar('甲', null, null, 3)], 900).option, { width: 900, height: 80 });
    expect(svg).toContain('空白');
    expect(svg).not.toContain(chartTheme().orgs[3]);
    expect(draw(few(), 900).origins).toHaveLength(3);
  });
});

const point = (label: string, amount: number, share: number, slot: number | null): BubblePoint => ({
  origin: { doc: 'd', metric: 'project' },
  label,
  amount,
  share,
  slot,
  marked: null,
  tip: [label],
});
const bubbles = (points: readonly BubblePoint[], width: number, dark = false) =>
  projectBubbles({
    points,
    amountAxis: {
      name: '金额（万元）',
      logName: '金额（万元，对数刻度）',
      tick: (value) => ZH.amount(value).replace(/\.0+$/, ''),
    },
    shareAxis: { name: '结转占比', tick: (value) => ZH.ratio(value).replace(/\.0+(?=%)/, '') },
    width,
    theme: chartTheme(dark),
    description: 'd',
  });

describe('bubbles of amount and carried-over share', () => {
  const some = [
    point('延边州12345政务服务便民热线运行管理费项目', 3_315_000, 0, 0),
    point('州政府网站集约化平台技术运维服务', 2_784_400, 0.35, 0),
    { ...point('电子政务外网购买第三方服务费', 400_000, 0.5, 0), marked: 'warning' as const },
    point('数字延边建设十五五规划编制经费', 140_000, 1, null),
    point('采购评审专家劳务报酬', 400, 1, 6),
  ];
  const crowd = Array.from({ length: 150 }, (_, i) =>
    point(`第 ${i} 个项目`, 1_000_000 / (i + 1), ((i * 37) % 100) / 100, i % 3 ? null : i % 8),
  );

  test.each([
    ['project-bubbles', some, 900, false],
    ['project-bubbles-narrow', some, 358, true],
    ['project-bubbles-two', some.slice(0, 2), 900, false],
    ['project-bubbles-crowd', crowd, 900, false],
  ] as const)('%s', (name, points, width, dark) => {
    const { option, height } = bubbles(points, width, dark);
    expectGolden(name, option, { width, height });
  });

  test('amounts far apart are drawn on a logarithmic axis that says so', () => {
    const svg = (points: readonly BubblePoint[]) =>
      renderSvg(bubbles(points, 900).option, { width: 900, height: 600 });
    expect(svg(some)).toContain('对数刻度');
    expect(svg(some.slice(0, 2))).not.toContain('对数刻度');
  });
});

import { describe, expect, it, test } from 'vitest';
import { barChart } from '@/charts/bar';
import { proseLines, textWidth } from '@/charts/drawing';
import {
  figurePicture,
  legendOf,
  PICTURE_WIDTH,
  type DrawFigure,
  type PictureText,
} from '@/charts/figure-picture';
import { EN, LONG, LONG_EN, part, ticks, ZH } from '../helpers/chart-data';
import { chartTheme, expectGoldenSvg } from '../helpers/golden-svg';

const WORDS: Record<'zh' | 'en', PictureText> = {
  zh: {
    title: '总预算',
    subtitle: '公式：收支预算总表 · 支出总计 · 取自：收支预算总表',
    unit: '单位：万元',
    warnings: ['口径不同：部门与本级、不同行政层级'],
    notes: [
      '2026 年价格，指数：居民消费价格指数（国家统计局）',
      '没有数字的  东丰县 印为空白 · 通化市 未公布 · 辉南县 未公布人数 · 梅河口市 无法辨认 · 集安市 未公布 · 柳河县 印为空白',
    ],
    source: '来源：靖宇县、延边州等 6 个部门 2026 年预算',
    made: '导出于 2026-11-23 · 同尺 0.5.0',
  },
  en: {
    title: 'Total budget',
    subtitle: 'Formula: table of receipts and expenditure · total expenditure',
    unit: 'Unit: CNY 10,000',
    warnings: ['Not alike: departments and their own offices, levels of government'],
    notes: [
      'Without a figure  Dongfeng printed as blank · Tonghua not published · Huinan no headcount',
    ],
    source: 'Source: Jingyu, Yanbian and 4 more, budgets of 2026',
    made: 'Exported 2026-11-23 · Tongchi 0.5.0',
  },
};

const drawing =
  (language: 'zh' | 'en', dark: boolean, columns: number): DrawFigure =>
  (width) => {
    const format = language === 'zh' ? ZH : EN;
    const theme = chartTheme(dark);
    const each = (width - 24 * (columns - 1)) / columns;
    const panels = Array.from({ length: columns + 1 }, (_, panel) => {
      const { option, height } = barChart({
        rows: Array.from({ length: 3 }, (__, i) => {
          const value = Math.round(part(panel * 3 + i + 1) * 20_000_000);
          return {
            origin: { doc: `doc-${i}`, metric: 'total' },
            label: i === 2 ? (language === 'zh' ? LONG : LONG_EN) : `<b>&"${i}"</b>`,
            value,
            text: format.value(value, 'yuan'),
            tip: [],
            slot: i,
          };
        }),
        axis: { unit: format.metricUnit('yuan'), tick: ticks('yuan', format) },
        width: each,
        theme,
        description: 'd',
      });
      return {
        heading: columns > 1 ? `${language} ${panel + 1}` : '',
        option,
        width: each,
        height,
      };
    });
    return {
      columns,
      panels: columns > 1 ? panels : panels.slice(0, 1),
      says: [
        language === 'zh' ? '延边州 1,272.76 万元，前者是后者的 5.2 倍。' : 'Yanbian 1,272.76.',
      ],
      legend: legendOf(
        Array.from({ length: 7 }, (_, slot) => ({ label: `${LONG} ${slot}`, slot })),
        theme,
      ),
      footnotes: ['▲ 该数涉及未通过的核对（错误）'],
    };
  };

describe('a figure as a picture', () => {
  test.each([
    ['figure-picture-zh', 'zh', false, 1],
    ['figure-picture-en-dark', 'en', true, 1],
    ['figure-picture-panels', 'zh', false, 2],
    ['figure-picture-panels-en-dark', 'en', true, 3],
  ] as const)('%s', (name, language, dark, columns) => {
    const { svg, width, height } = figurePicture(
      WORDS[language],
      drawing(language, dark, columns),
      chartTheme(dark),
    );
    expect([width, height > 300]).toEqual([PICTURE_WIDTH, true]);
    expectGoldenSvg(name, svg);
  });

  it('holds no markup of the data, no style, no address, and nothing that XML may not hold', () => {
    const evil = '</text><script>alert(1)</script> " onload="x" \u0000\u000B\uD800\uFFFE';
    const text = Object.fromEntries(
      Object.entries(WORDS.zh).map(([key, value]) => [key, Array.isArray(value) ? [evil] : evil]),
    ) as unknown as PictureText;
    const draw: DrawFigure = (width) => ({
      panels: [],
      says: [evil],
      legend: [{ label: evil, color: '"><script>' }],
      ...(width > 0 ? {} : { columns: 1 }),
    });
    const { svg } = figurePicture(text, draw, chartTheme());
    expect(svg).not.toMatch(/<script|<style|href| onload="/);
    expect(['\u0000', '\u000B', '\uD800', '\uFFFE'].filter((one) => svg.includes(one))).toEqual([]);
    expect(svg.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(5);
  });

  it('is as wide as its widest drawing', () => {
    const draw: DrawFigure = () => ({ panels: [{ option: {}, width: 1400, height: 50 }] });
    expect(figurePicture(WORDS.zh, draw, chartTheme()).width).toBe(1456);
  });
});

describe('prose in lines', () => {
  it('keeps words and numbers whole and lets no line begin with a closing sign', () => {
    const lines = proseLines(
      '增加 78,044.57（+237.6%）。增加最多的是卫生健康支出，100,059.75。',
      130,
    );
    expect(lines.join('').replaceAll(' ', '')).toBe(
      '增加78,044.57（+237.6%）。增加最多的是卫生健康支出，100,059.75。',
    );
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.every((line) => textWidth(line) <= 130)).toBe(true);
    expect(lines.filter((line) => /^[，。）%]/.test(line))).toEqual([]);
    expect(lines.some((line) => line.includes('78,044.57'))).toBe(true);
  });

  it('breaks a word that no line holds, and gives no line for no text', () => {
    expect(proseLines('x'.repeat(100), 100).every((line) => textWidth(line) <= 100)).toBe(true);
    expect(proseLines('x'.repeat(100), 100).join('')).toBe('x'.repeat(100));
    expect(proseLines('  ', 100)).toEqual([]);
  });
});

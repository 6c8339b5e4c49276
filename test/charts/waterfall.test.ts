import { describe, expect, test } from 'vitest';
import { waterfallChart, type WaterfallBar } from '@/charts/waterfall';
import { makeFormat } from '@/domain/format';
import { chartTheme, expectGolden } from '../helpers/golden-svg';

const ZH = makeFormat('zh', '万元');
const EN = makeFormat('en', '万元');
const LONG = '文化旅游体育与传媒支出（含广播电视、新闻出版、文物保护等各项）';

type Look = WaterfallBar['look'];
const CHANGE: Look = { is: 'change' };
const OUTLINED: Look = { is: 'outlined' };

const bars = (
  steps: readonly (readonly [string, number, Look?])[],
  first: readonly [string, number],
  last: string,
  format = ZH,
): WaterfallBar[] => {
  const signed = (yuan: number) => `${yuan > 0 ? '+' : ''}${format.amount(yuan)}`;
  let at = first[1];
  const between = steps.map(([label, change, look = CHANGE]): WaterfallBar => {
    const from = at;
    at += change;
    return { origin: null, label, from, to: at, text: signed(change), tip: [label], look };
  });
  const whole = (label: string, yuan: number, doc: string): WaterfallBar => ({
    origin: { doc, metric: 'total' },
    label,
    from: 0,
    to: yuan,
    text: format.amount(yuan),
    tip: [label],
    look: { is: 'whole', slot: 6 },
  });
  return [whole(first[0], first[1], 'first'), ...between, whole(last, at, 'last')];
};

const draw = (list: readonly WaterfallBar[], width: number, format = ZH, dark = false) =>
  waterfallChart({
    bars: list,
    axis: { unit: format.unitName, tick: (value) => format.amount(value).replace(/\.0+$/, '') },
    width,
    theme: chartTheme(dark),
    description: 'd',
  });

const USUAL = bars(
  [
    ['一般公共服务支出', 1_930_000],
    [LONG, 420_000.55],
    ['灾害防治支出（2025 年未列）', 300_000, OUTLINED],
    ['社会保障和就业支出', -810_000],
    ['其他支出（2026 年未列）', -95_000, OUTLINED],
    ['其余 5 类', 1_200],
    ['未分列的差额', -20_000, OUTLINED],
  ],
  ['2025 年总预算', 11_001_399.45],
  '2026 年总预算',
);

describe('waterfall', () => {
  test.each([
    ['waterfall', USUAL, 900, ZH, false],
    ['waterfall-narrow-dark', USUAL, 358, ZH, true],
    [
      'waterfall-negative-en',
      bars(
        [
          ['Education', -4_000_000],
          ['Transport, which neither table of the year before prints', 700_000, OUTLINED],
        ],
        ['Total budget 2025', 2_000_000],
        'Total budget 2026',
        EN,
      ),
      900,
      EN,
      false,
    ],
    [
      'waterfall-negative-narrow',
      bars([['教育支出', -4_000_000]], ['2025 年', 2_000_000], '2026 年'),
      358,
      ZH,
      false,
    ],
    ['waterfall-zero', bars([], ['2025 年', 0], '2026 年'), 900, ZH, false],
  ] as const)('%s', (name, list, width, format, dark) => {
    const { option, height } = draw(list, width, format, dark);
    expectGolden(name, option, { width, height });
  });

  test('signs of failed checks stand behind the figures', () => {
    const list = USUAL.map((bar, i) => (i === 1 ? { ...bar, marked: 'warning' as const } : bar));
    const { option, height } = draw(list, 640);
    expectGolden('waterfall-marked', option, { width: 640, height });
  });

  test('the wholes lead to their origins', () => {
    const [origins] = draw(USUAL, 900).origins;
    expect(origins?.[0]).toEqual({ doc: 'first', metric: 'total' });
    expect(origins?.at(-1)?.doc).toBe('last');
    expect(origins?.slice(1, -1).every((origin) => origin === null)).toBe(true);
  });
});

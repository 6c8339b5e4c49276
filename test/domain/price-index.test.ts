import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatPriceTable,
  parsePriceTable,
  priceLevels,
  type PriceKind,
  type PriceTable,
} from '@/domain/price-index';
import { readPriceTable } from '@/domain/price-reading';

const table = (text: string): string[][] => text.split('\n').map((line) => line.split(','));
const read = (text: string) => readPriceTable(table(text));
const only = (text: string) => {
  const { series, faults } = read(text);
  expect(faults).toEqual([]);
  return series.map(({ title, kind, kindFrom, values }) => [
    title,
    kind,
    kindFrom,
    values.map(([year, value]) => `${year}:${value}`).join(' '),
  ]);
};

describe('a price table', () => {
  test('years down, any base', () => {
    expect(only('year,index\n2024,98\n2025,100\n2026,101.5')).toEqual([
      ['index', 'level', 'values', '2024:98 2025:100 2026:101.5'],
    ]);
  });

  test('as a statistical yearbook prints it: heads over several columns, year before = 100', () => {
    const yearbook = [
      '3-1 居民消费价格指数（上年=100）,,',
      '年份,全国,城市',
      '2023年,100.2,100.3',
      '2024年,100.2,100.1',
      '２０２５年,101.0,100.9',
      '资料来源：国家统计局,,',
    ].join('\n');
    expect(only(yearbook)).toEqual([
      ['3-1 居民消费价格指数(上年=100) 全国', 'yearly', 'words', '2023:100.2 2024:100.2 2025:101'],
      [
        '3-1 居民消费价格指数(上年=100) 城市',
        'yearly',
        'words',
        '2023:100.3 2024:100.1 2025:100.9',
      ],
    ]);
    expect(read(yearbook).source).toBe('国家统计局');
  });

  test('years across, latest first, with both kinds', () => {
    const across = [
      '指标,2025年,2024年,2023年',
      '居民消费价格指数(上年=100),101,100.2,100.2',
      '居民消费价格指数(1978=100),727.1,719.9,718.5',
    ].join('\n');
    expect(only(across)).toEqual([
      ['居民消费价格指数(上年=100)', 'yearly', 'words', '2023:100.2 2024:100.2 2025:101'],
      ['居民消费价格指数(1978=100)', 'level', 'words', '2023:718.5 2024:719.9 2025:727.1'],
    ]);
  });

  test.each<[string, PriceKind]>([
    ['102.6,105.4,101.4', 'yearly'],
    ['100,102,103', 'level'],
    ['97,98.5,100', 'level'],
    ['101,100,102', 'yearly'],
    ['600,650,640', 'level'],
    ['2.6,-0.7,3.3', 'rate'],
    ['0.98,1,1.02', 'level'],
  ])('values alone: %s are %s', (values, kind) => {
    const rows = values.split(',').map((value, i) => `${2021 + i},${value}`);
    expect(only(rows.join('\n'))[0]?.slice(1, 3)).toEqual([kind, 'values']);
  });

  test('words beside the values are no index, an empty cell is a year without one', () => {
    expect(only('year,place,index\n2024,全国,300\n2025,全国,\n2026,全国,330')).toEqual([
      ['index', 'level', 'values', '2024:300 2026:330'],
    ]);
  });
});

describe('what cannot be used', () => {
  test.each([
    ['a,b\n1,2', [{ code: 'no_years' }]],
    ['2024\n2025', [{ code: 'no_values' }]],
    ['y,i\n2024,98\n2025,99\n2024,97', [{ code: 'year_twice', year: 2024, records: [2, 4] }]],
    [
      'y,i\n2024,98\n2025,n.a. 1',
      [{ code: 'not_a_number', year: 2025, record: 3, column: 2, text: 'n.a. 1' }],
    ],
    [
      'y,i\n2024,98\n2025,-600',
      [{ code: 'not_above_zero', year: 2025, record: 3, column: 2, text: '-600' }],
    ],
    ['y,上年=100\n2024,101\n2026,102', [{ code: 'gap', year: 2025, title: '上年=100' }]],
    ['y,2020=100\n2024,101', [{ code: 'too_short', title: '2020=100' }]],
  ])('%j', (text, faults) => {
    expect(read(text)).toMatchObject({ series: [], faults });
  });

  test('a faulty column leaves the others', () => {
    const { series, faults } = read('y,a（2020=100）,b\n2024,101,1x\n2025,102,7');
    expect(series.map(({ title }) => title)).toEqual(['a(2020=100)']);
    expect(faults).toEqual([
      { code: 'not_a_number', year: 2024, record: 2, column: 3, text: '1x' },
    ]);
  });
});

describe('levels', () => {
  test('are chained from the year before the first', () => {
    const chained = priceLevels(
      [
        [2025, '110'],
        [2026, '90'],
      ],
      'yearly',
    );
    expect([...chained]).toEqual([
      [2024, 100],
      [2025, 110],
      [2026, 99],
    ]);
  });

  const rates = fc.array(fc.integer({ min: -200, max: 300 }), { minLength: 1, maxLength: 20 });
  const yearlyOf = (tenths: readonly number[]) =>
    tenths.map((tenth, i) => [2000 + i, String((1000 + tenth) / 10)] as const);

  test('of rates and of years as 100 are the same', () => {
    fc.assert(
      fc.property(rates, (tenths) => {
        const rate = tenths.map((tenth, i) => [2000 + i, String(tenth / 10)] as const);
        expect(priceLevels(rate, 'rate')).toEqual(priceLevels(yearlyOf(tenths), 'yearly'));
      }),
    );
  });

  test('come back as the changes they were made of', () => {
    fc.assert(
      fc.property(rates, (tenths) => {
        const levels = priceLevels(yearlyOf(tenths), 'yearly');
        for (const [year, value] of yearlyOf(tenths)) {
          expect((levels.get(year)! / levels.get(year - 1)!) * 100).toBeCloseTo(Number(value), 9);
        }
      }),
    );
  });

  test('there are none over a gap, or at or below zero', () => {
    expect(
      priceLevels(
        [
          [2024, '101'],
          [2026, '101'],
        ],
        'yearly',
      ).size,
    ).toBe(0);
    expect(
      priceLevels(
        [
          [2024, '101'],
          [2026, '101'],
        ],
        'level',
      ).size,
    ).toBe(2);
    expect(
      priceLevels(
        [
          [2024, '-100'],
          [2025, '2'],
        ],
        'rate',
      ).size,
    ).toBe(0);
  });
});

describe('a table that is kept', () => {
  const kept: PriceTable = {
    file: 'cpi.csv',
    title: '居民消费价格指数',
    source: '国家统计局',
    kind: 'yearly',
    values: [
      [2025, '101.2'],
      [2026, '100.9'],
    ],
  };

  test('comes back', () => {
    expect(parsePriceTable(formatPriceTable(kept))).toEqual(kept);
    expect(parsePriceTable(formatPriceTable(null))).toBeNull();
  });

  test.each([
    'x',
    '{}',
    '[]',
    '["f","t","s","level",[[2024,"1"]]]',
    '["f","t","s","level",[[2024,"1"],[1,"2"],[2025,"NaN"]]]',
    '["f","t","s","other",[[2024,"1"],[2025,"1"]]]',
    '["f","t","s","yearly",[[2024,"101"],[2026,"101"]]]',
  ])('and is nothing where it is damaged: %s', (text) => {
    expect(parsePriceTable(text)).toBeNull();
  });
});

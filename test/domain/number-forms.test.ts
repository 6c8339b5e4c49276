import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from 'decimal.js';
import { formatAmount, groupThousands } from '@/domain/money';
import { detectDecimalComma, readNumber, toYuan } from '@/domain/number-forms';

const point = { decimalComma: false };
const comma = { decimalComma: true };

/** Printed text, and the value that both readings give unless a third says what a file of decimal commas gives. */
const FIGURES: readonly [text: string, value: string, withComma?: string | null][] = [
  ['243.12', '243.12'],
  ['1234', '1234'],
  ['0012', '12'],
  ['.5', '0.5'],
  ['-12.5', '-12.5'],
  ['+12.5', '12.5'],
  [' 12.5 ', '12.5'],
  ["'12.5", '12.5'],
  ['１２３．４５', '123.45'],
  ['１，２３４．５０', '1234.5'],
  ['1,234.50', '1234.5'],
  ['12,345,678', '12345678'],
  ['1，234', '1234', '1.234'],
  ['1,234', '1234', '1.234'],
  ['1 234 567.8', '1234567.8'],
  ['1\u00a0234,5', '1234.5'],
  ['1\u202f234', '1234'],
  ['1 234,5', '1234.5'],
  ["1'234.50", '1234.5'],
  ['1’234’567', '1234567'],
  ['1.234,50', '1234.5'],
  ['1.234', '1.234', '1234'],
  ['1.234.567,8', '1234567.8'],
  ['（1,234.50）', '-1234.5'],
  ['(1,234.50)', '-1234.5'],
  ['( 5 )', '-5'],
  ['−12', '-12'],
  ['－12', '-12'],
  ['– 12', '-12'],
  ['△100', '-100'],
  ['▲1,234.50', '-1234.5'],
  ['100-', '-100'],
  ['1,234.50－', '-1234.5'],
  ['1.2e3', '1200'],
  ['1.2E+3', '1200'],
  ['1.5E-02', '0.015'],
  ['-2.5e2', '-250'],
  ['￥1,234.50', '1234.5'],
  ['¥ 12', '12'],
  ['-¥12', '-12'],
  ['¥-12', '-12'],
  ['(¥12)', '-12'],
  ['RMB 12.50', '12.5'],
  ['人民币12.50', '12.5'],
  ['0.00000000005', '0.0000000001'],
  ['243.12000000000003', '243.12'],
  ['999999999999999999', '999999999999999999'],
];

describe('readNumber', () => {
  test.each(FIGURES)('%j is %s', (text, value, withComma = value) => {
    expect(readNumber(text, point)).toEqual({ state: 'number', value, unit: null });
    expect(readNumber(text, comma).value).toBe(withComma);
  });

  test.each(['0', '0.00', '０', '-0', '0.0', '(0)', '0e5', '¥0.00', '2.2737367544323206E-13'])(
    '%j is zero',
    (text) => expect(readNumber(text, point)).toEqual({ state: 'zero', value: '0', unit: null }),
  );

  const blanks: (string | null)[][] = [
    [null, '', ' ', '\t\n', '\u3000\u00a0', '\ufeff'],
    ['-', '--', '－', '—', '——', '− −', '–', '─', '/', '\\', '…', '……', '...', '．', '△'],
    ['无', '空', '暂无', 'N/A', 'n.a.', 'NULL', 'None', 'nan', '¥ -', '不适用', '未公开'],
    ['-'.repeat(500)],
  ];
  test.each(blanks.flat())('%j is blank, not zero', (text) =>
    expect(readNumber(text, point)).toEqual({ state: 'blank', value: null, unit: null }),
  );

  const unreadable = [
    ['12%', '１２％', '约12', '12左右', '#REF!', '#N/A', '#DIV/0!', '12-15', '12~15', '12—15'],
    ['2024-01-01', '2024/1/1', '2024.01.15', '2024年', '12:30', '1,5', '12,34', '1,23,456'],
    ['0,123', '1,2345', '12,345,67', '1 2 3', '1.2.3', '1,234,567.', '--5', '(-5)', '-(5)'],
    ['5-5', '(5', '5)', '(1) 2)', '-5-', '12.5 元/人', '元', '万元', '-元', 'e5', '1e', '1e999'],
    ['12百万元', '０x12', '0x1F', 'Infinity', '1_000', '一百', '〇', '12.', '⑫', '½', '٣', '१'],
    ['1e18', '9'.repeat(19), '9'.repeat(10_000), `0.${'1'.repeat(41)}`, '<b>1</b>', '=1+1'],
    ['999999999999999999.99999999996'],
  ];
  test.each(unreadable.flat())('%j is unreadable', (text) =>
    expect(readNumber(text, point)).toEqual({ state: 'unreadable', value: null, unit: null }),
  );

  test.each([
    ['12.5万元', '12.5', '万元'],
    ['12.5 万', '12.5', '万元'],
    ['￥1,234.50元', '1234.5', '元'],
    ['1,234元整', '1234', '元'],
    ['(12.5千元)', '-12.5', '千元'],
    ['3亿', '3', '亿元'],
    ['2.5亿元', '2.5', '亿元'],
    ['０元', '0', '元'],
    ['24人', '24', '人'],
    ['24 名', '24', '人'],
  ])('%j is %s in its own unit %s', (text, value, unit) =>
    expect(readNumber(text, point)).toMatchObject({ value, unit }),
  );

  test('1,5 and 1234,50 need a file of decimal commas, which reads 1,234.5 and 12.5 all the same', () => {
    const values = ['1,5', '1234,50', '-0,25', '1,234.5', '12.5', '1.234.567', '1,234,567'];
    expect(values.map((text) => readNumber(text, comma).value)).toEqual([
      '1.5',
      '1234.5',
      '-0.25',
      '1234.5',
      '12.5',
      '1234567',
      '1234567',
    ]);
  });
});

const fen = fc
  .bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
  .map((units) => new Decimal(units.toString()).div(100));

describe('laws of reading', () => {
  test('what was formatted is read back', () => {
    fc.assert(
      fc.property(fen, (amount) => {
        const want = amount.toFixed();
        expect(readNumber(groupThousands(amount, 2), point).value).toBe(want);
        expect(readNumber(amount.toFixed(2), point).value).toBe(want);
        const yuan = formatAmount(want, '元');
        expect(readNumber(`￥${yuan}元`, point)).toMatchObject({ value: want, unit: '元' });
        const swapped = groupThousands(amount, 2).replace(/[,.]/g, (c) => (c === ',' ? '.' : ','));
        expect(readNumber(swapped, comma).value).toBe(want);
      }),
    );
  });

  test('every way to write a minus gives the negative; zero has no sign', () => {
    const ways = ['-', '−', '－', '△', '▲', '- '].map((sign) => (text: string) => sign + text);
    const around = [
      (text: string) => `(${text})`,
      (text: string) => `（${text}）`,
      (text: string) => `${text}-`,
    ];
    fc.assert(
      fc.property(
        fen.filter((amount) => !amount.isNegative()),
        fc.constantFrom(...ways, ...around),
        (amount, negate) => {
          const { value, state } = readNumber(negate(amount.toFixed(2)), point);
          expect(value).toBe(amount.isZero() ? '0' : amount.negated().toFixed());
          expect(state).toBe(amount.isZero() ? 'zero' : 'number');
        },
      ),
    );
  });

  test('any text has one of four states, and a value only as a number', () => {
    const alphabet = [
      ..."0123456789.,-()+e '％%万元亿人¥￥（），．−△▲—/…",
      'RMB',
      '\u00a0',
      '\u3000',
    ];
    const odd = fc.array(fc.constantFrom(...alphabet), { maxLength: 14 }).map((a) => a.join(''));
    fc.assert(
      fc.property(
        fc.oneof(odd, fc.string({ unit: 'binary' })),
        fc.boolean(),
        (text, decimalComma) => {
          const { state, value } = readNumber(text, { decimalComma });
          expect(value !== null).toBe(state === 'number' || state === 'zero');
          expect(value ?? '1').toMatch(/^-?\d{1,18}(\.\d{1,10})?$/);
          expect(new Decimal(value ?? 1).isZero()).toBe(state === 'zero');
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('toYuan', () => {
  test.each([
    ['243.12', '万元', '2431200.00', false],
    ['0.0000005', '万元', '0.01', true],
    ['0.00000049', '万元', '0.00', true],
    ['-0.0000005', '万元', '-0.01', true],
    ['-0.0000001', '万元', '0.00', true],
    ['1.005', '元', '1.01', true],
    ['0.0000000001', '亿元', '0.01', false],
    ['1234567.89', '亿元', '123456789000000.00', false],
  ] as const)('%s %s is %s yuan', (value, unit, yuan, rounded) =>
    expect(toYuan(value, unit)).toEqual({ yuan, rounded }),
  );

  test('refuses what no budget holds', () => {
    expect(toYuan('-999999999999999.99', '元')?.yuan).toBe('-999999999999999.99');
    expect(toYuan('1000000000000000', '元')).toBeNull();
    expect(toYuan('999999999999999999', '亿元')).toBeNull();
  });
});

describe('detectDecimalComma', () => {
  test.each([
    [['1,5', '2,75', '100'], true],
    [['1.234,50', '12,00'], true],
    [['1 234,5'], true],
    [['1,234', '5,678', '12'], false],
    [['1,234.50', '0.5'], false],
    [['1,5', '1.5', '2.5'], false],
    [['1.234', '2.345'], false],
    [['', '-', '约1,5'], false],
    [[], false],
  ])('%j: %s', (texts, expected) => expect(detectDecimalComma(texts)).toBe(expected));
});

import { describe, expect, it } from 'vitest';
import { inShort, outcomesOf, smallDocument } from '../helpers/small-document';

const table = (amounts: readonly number[], total: number): string =>
  [
    'all.total.total',
    ...amounts.map((amount, i) => `${2010101 + i} 科目${i} | ${amount}`),
    `= 合计 | ${total}`,
  ].join('\n');
const rounded = Array.from({ length: 13 }, (_, i) => 100 * (i + 1) + 198_900);
const sum = rounded.reduce((total, amount) => total + amount, 0);
const compared = (amounts: readonly number[], total: number): string[] =>
  inShort(
    outcomesOf(
      smallDocument({ tables: { expenditure: table(amounts, total) }, unit: '元' }),
      'parts_add_up',
    ),
  ).map((text) => text.split(' ')[0] ?? '');

describe('what amounts in yuan may be rounded by', () => {
  it('is half of 100 yuan where all of many are multiples of it', () => {
    expect(compared(rounded, sum + 600)).toEqual(['rounding']);
    expect(compared(rounded, sum + 800)).toEqual(['fail']);
  });

  it('is half a yuan where one is no multiple, or few are there', () => {
    expect(compared([...rounded, 1], sum + 101)).toEqual(['fail']);
    expect(compared(rounded.slice(0, 3), 199_000 + 199_100 + 199_200 + 100)).toEqual(['fail']);
  });
});

import { expect, test } from 'vitest';
import { summaryOf } from '@/domain/reading/row-words';

test.each(['总计', '总计：', '合 计:', '支出总计：', '一、收入合计：'])(
  '%s sums everything, with a colon behind it or without',
  (label) => {
    expect(summaryOf(label)).toBe('grand');
  },
);

test('a heading that ends with a colon is no sum by that', () => {
  expect(summaryOf('其中：')).toBeNull();
  expect(summaryOf('教育支出：')).toBeNull();
});

import { describe, expect, test } from 'vitest';
import { makeFormat } from '@/domain/format';

const zh = makeFormat('zh', '万元');
const en = makeFormat('en', '元');

describe('makeFormat', () => {
  test.each([
    [0.708193, '70.8%'],
    [0.003455, '0.3%'],
    [0.0004, '0.04%'],
    [0, '0.0%'],
    [1, '100.0%'],
    [-0.4736, '−47.4%'],
  ])('ratio %d reads %s', (fraction, text) => expect(zh.ratio(fraction)).toBe(text));

  test('a change carries its sign', () => {
    expect(zh.change(0.1149)).toBe('+11.5%');
    expect(zh.change(-0.0923)).toBe('−9.2%');
    expect(zh.change(0)).toBe('0.0%');
  });

  test('a metric value follows its unit', () => {
    expect(zh.value(2431200, 'yuan')).toBe('243.12');
    expect(en.value(530316.67, 'yuan per person')).toBe('530,316.67');
    expect(zh.value(12, 'count')).toBe('12');
    expect(zh.value(0.243597, 'index')).toBe('0.244');
    expect(zh.value(88.18, 'points')).toBe('88.2');
  });

  test('units are named in the language of the screen', () => {
    expect(zh.metricUnit('yuan per person')).toBe('万元/人');
    expect(en.metricUnit('yuan')).toBe('CNY');
  });
});

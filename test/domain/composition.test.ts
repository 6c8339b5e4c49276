import { describe, expect, test } from 'vitest';
import { composition } from '@/domain/composition';
import { bareClassName, spokenMoney, type ClassRow, type FigureRow } from '@/domain/overview';
import { makeFormat } from '@/domain/format';

const row = (doc: string, code: string | null, label: string, total: number | null): ClassRow => ({
  doc_id: doc,
  table_id: 'balance',
  row_no: Number(code ?? 999),
  class_code: code,
  label,
  name: code ? `${label}支出` : null,
  name_en: code ? `Class ${code}` : null,
  total,
});
const column = (doc: string, total: number) => ({
  doc,
  figures: new Map([['total', { value: total } as FigureRow]]),
});

describe('composition', () => {
  const rows = [
    row('a', '201', '一般公共服务', 80),
    row('a', '208', '社会保障和就业', 20),
    row('a', '210', '卫生健康', 0),
    row('b', '201', '一般公共服务', 10),
    row('b', '208', '社会保障和就业', null),
    row('b', null, '三、其他', 30),
  ];
  const lines = composition([column('a', 100), column('b', 40)], rows, 'zh');

  test('lists the classes that hold money, the weightiest first', () => {
    expect(lines.map(({ name }) => name)).toEqual(['一般公共服务', '其他', '社会保障和就业']);
  });

  test('tells an amount, a blank cell and a class that is not listed apart', () => {
    const of = (key: string) => lines.find((line) => line.key === key)?.cells;
    expect(of('208')).toMatchObject([{ is: 'amount', total: 20, share: 0.2 }, { is: 'blank' }]);
    expect(of('其他')).toMatchObject([{ is: 'unlisted' }, { is: 'amount', share: 0.75 }]);
  });

  test('names classes in English where the classification does', () => {
    const names = composition([column('a', 100)], rows, 'en').map(({ name }) => name);
    expect(names).toEqual(['Class 201', 'Class 208']);
  });

  test('keeps both rows of a class printed twice', () => {
    const twice = [row('a', '201', '一般', 60), { ...row('a', '201', '一般', 40), row_no: 7 }];
    const cells = composition([column('a', 100)], twice, 'zh').flatMap((line) => line.cells);
    expect(cells.map((cell) => cell.is === 'amount' && cell.total)).toEqual([60, 40]);
  });
});

test('class names lose their numbering', () => {
  expect(bareClassName('二十、住房保障支出')).toBe('住房保障');
  expect(bareClassName('（一）卫生健康')).toBe('卫生健康');
});

test('money in a sentence', () => {
  expect(spokenMoney(makeFormat('zh', '万元'), 53759.09)).toMatch(/^5\.38 万元$/);
  expect(spokenMoney(makeFormat('en', '万元'), 53759.09)).toBe('CNY 53,759');
  expect(spokenMoney(makeFormat('en', '元'), 2431200)).toBe('CNY 2.43 million');
});

import { describe, expect, it } from 'vitest';
import { composition, deeperBudgets, type StructureRow } from '@/domain/structure';
import { segmentedBars } from '@/domain/structure-bars';
import { shareDifference, structureFacts } from '@/domain/structure-facts';
import { bareLabel } from '@/domain/structure-tree';
import { GRAND, structureRow } from '../helpers/structure-rows';

const row = structureRow;
const total = (doc: string, rowNo: number, amount: number) => row(doc, rowNo, null, amount, GRAND);
const at = (rows: readonly StructureRow[], docs: readonly string[], drill = '') =>
  composition(rows, docs, 'function', drill);

describe('deeperBudgets', () => {
  it('are those that print items where others print classes', () => {
    const classes = [row('a', 1, '301', 10), row('a', 2, '30101', 10)];
    const items = [row('b', 1, '30101', 6), row('b', 2, '30102', 4)];
    expect(deeperBudgets(at([...classes, ...items], ['a', 'b']))).toEqual(['b']);
    expect(deeperBudgets(at(items, ['b']))).toEqual([]);
    expect(deeperBudgets(at(classes, ['a'], '301'))).toEqual([]);
  });
});

describe('composition', () => {
  it('takes the largest first and the empty last', () => {
    const { parts } = at(
      [row('a', 1, '201', 10), row('a', 2, '202', 0), row('a', 3, '203', 30)],
      ['a'],
    );
    expect(parts.map(({ key, rank }) => [key, rank])).toEqual([
      ['203', 0],
      ['201', 1],
      ['202', null],
    ]);
    expect(parts[0]?.cells.get('a')?.share).toBe(0.75);
  });

  it('finds parents by code where no parent is printed, and adds no subtotal to its parts', () => {
    const rows = [row('a', 1, '201', 50), row('a', 2, '20103', 50), row('a', 3, '2010301', 50)];
    const { parts, wholes } = at(rows, ['a']);
    expect(parts.map(({ key }) => key)).toEqual(['201']);
    expect(wholes[0]?.amount).toBe(50);
  });

  it('shows what the parts leave of the printed total, exact to the fen', () => {
    const { wholes } = at(
      [row('a', 1, '201', 0.1), row('a', 2, '202', 0.2), total('a', 3, 0.4)],
      ['a'],
    );
    expect(wholes[0]).toMatchObject({ remainder: 0.1, drawsRemainder: true, gap: null });
  });

  it('joins rows without a code by their label, numbering apart', () => {
    const rows = [
      row('a', 1, null, 5, { label: '一、新科目' }),
      row('b', 7, null, 6, { label: '（二）新科目' }),
    ];
    expect(at(rows, ['a', 'b']).parts).toHaveLength(1);
    expect(bareLabel('二十一、粮油物资储备支出')).toBe('粮油物资储备支出');
    expect(bareLabel('12345热线')).toBe('12345热线');
  });

  it('keeps a class that one budget prints twice as two parts', () => {
    const { parts, wholes } = at([row('a', 1, '201', 5), row('a', 2, '201', 6)], ['a']);
    expect(parts).toHaveLength(2);
    expect(wholes[0]?.amount).toBe(11);
  });

  it.each([
    ['no_table', [], ''],
    ['blank', [row('a', 1, '201', null)], ''],
    ['unreadable', [row('a', 1, '201', null, { state: 'unreadable' })], ''],
    ['zero', [row('a', 1, '201', 0)], ''],
    ['negative', [row('a', 1, '201', -1)], ''],
    ['not_itemised', [row('a', 1, '201', 5), row('b', 1, '20103', 5)], '201'],
    ['not_printed', [row('a', 1, '202', 5), row('b', 1, '201', 5)], '201'],
  ])('says why a bar is missing: %s', (gap, rows, drill) => {
    expect(at(rows, ['a', 'b'], drill).wholes[0]?.gap).toBe(gap);
  });

  it('takes a drill that nobody prints for the top', () => {
    expect(at([row('a', 1, '201', 5)], ['a'], '999').path).toEqual([]);
  });
});

describe('segmentedBars', () => {
  it('draws at most nine parts and one rest that says what it holds', () => {
    const rows = Array.from({ length: 12 }, (_, i) => row('a', i + 1, String(201 + i), 100 - i));
    const { segments, bars } = segmentedBars(at(rows, ['a']));
    expect(segments.map(({ color }) => color)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 'rest']);
    expect(segments.at(-1)?.parts.map(({ key }) => key)).toEqual(['210', '211', '212']);
    expect(bars[0]?.values.at(-1)).toBe(91 + 90 + 89);
  });

  it('draws a remainder apart and leaves budgets with a gap out', () => {
    const rows = [row('a', 1, '201', 60), total('a', 2, 100)];
    const { segments, bars } = segmentedBars(at(rows, ['a', 'b']));
    expect(segments.map(({ color }) => color)).toEqual([0, 'remainder']);
    expect(bars.map(({ shares }) => shares)).toEqual([[0.6, 0.4]]);
  });
});

describe('structureFacts', () => {
  const rows = [
    row('a', 1, '201', 80),
    row('a', 2, '208', 20),
    row('b', 1, '201', 30),
    row('b', 2, '208', 70),
  ];

  it('names the largest part of each and the widest gap', () => {
    expect(structureFacts(at(rows, ['a', 'b'])).map(({ kind }) => kind)).toEqual([
      'own_largest',
      'difference',
    ]);
  });

  it('does not repeat shares that it has just given', () => {
    const same = [...rows.slice(0, 2), row('b', 1, '201', 67.3), row('b', 2, '208', 32.7)];
    expect(structureFacts(at(same, ['a', 'b'])).map(({ kind }) => kind)).toEqual([
      'same_largest',
      'same_difference',
    ]);
  });

  it('counts instead of naming where many are selected', () => {
    const many = ['a', 'b', 'c', 'd'].flatMap((doc, i) => [
      row(doc, 1, '201', 90 - i),
      row(doc, 2, '208', 10 + i),
    ]);
    expect(structureFacts(at(many, ['a', 'b', 'c', 'd']))).toMatchObject([
      { kind: 'often_largest', count: 4, of: 4, low: { doc: 'd' }, high: { doc: 'a' } },
      { kind: 'spread', part: { key: '201' }, higher: { doc: 'a' }, lower: { doc: 'd' } },
    ]);
  });

  it('gives no difference against a part that is blank or not printed', () => {
    const { parts } = at(
      [row('a', 1, '201', 5), row('b', 1, '208', 5), row('b', 2, '201', null)],
      ['a', 'b'],
    );
    expect(parts.map((part) => shareDifference(part, ['a', 'b']))).toEqual([null, null]);
  });
});

import * as fc from 'fast-check';
import { Decimal } from 'decimal.js';
import { describe, expect, test } from 'vitest';
import { LARGEST_PARTS, waterfall, type WaterfallStep } from '@/domain/waterfall';
import type { Composition, Gap, Part, Whole } from '@/domain/structure';

const whole = (doc: string, amount: number | null, gap: Gap | null = null): Whole => ({
  doc,
  table: 'expenditure',
  amount,
  state: 'number',
  source: null,
  remainder: 0,
  remainderShare: null,
  drawsRemainder: false,
  gap,
});
const part = (key: string, first: number | null, last: number | null): Part => ({
  key,
  code: key,
  zh: key,
  en: key,
  label: key,
  rank: 0,
  drillable: false,
  cells: new Map(
    [['a', first] as const, ['b', last] as const].flatMap(([doc, amount]) =>
      amount === null
        ? []
        : [
            [
              doc,
              {
                amount,
                state: 'number' as const,
                share: null,
                source: {
                  kind: 'row' as const,
                  doc,
                  table: 'expenditure' as const,
                  side: 'expenditure' as const,
                  row: 1,
                  nature: 'total' as const,
                },
              },
            ] as const,
          ],
    ),
  ),
});
const between = (wholes: readonly Whole[], parts: readonly Part[]): Composition => ({
  wholes,
  parts,
  path: [],
});
const steps = (composition: Composition): readonly WaterfallStep[] => {
  const found = waterfall(composition, 'a', 'b');
  if (!('steps' in found)) throw new Error('there is a gap');
  return found.steps;
};
const said = (list: readonly WaterfallStep[]): string =>
  list
    .map(({ kind, parts, change }) => `${kind}:${parts.map(({ key }) => key).join('+')}:${change}`)
    .join(' ');

describe('the way from one whole to another', () => {
  test('rises from the largest, then falls from the largest', () => {
    const composition = between(
      [whole('a', 100), whole('b', 130)],
      [part('x', 20, 25), part('y', 50, 30), part('z', 30, 75)],
    );
    expect(said(steps(composition))).toBe('first::100 part:z:45 part:x:5 part:y:-20 last::130');
  });

  test('a part that only one side prints is named as such, what no part explains is a step', () => {
    const composition = between(
      [whole('a', 100), whole('b', 130)],
      [part('x', 60, 70), part('y', 40, null), part('z', null, 55)],
    );
    expect(said(steps(composition))).toBe(
      'first::100 only_last:z:55 part:x:10 only_first:y:-40 remainder::5 last::130',
    );
  });

  test('small and unchanged parts are joined, a single small one is not', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => part(`p${i}`, 0, 100 - i));
    const kinds = (count: number) =>
      steps(between([whole('a', 0), whole('b', 5000)], many(count))).map(({ kind }) => kind);
    expect(kinds(LARGEST_PARTS + 1)).not.toContain('rest');
    const joined = steps(
      between([whole('a', 0), whole('b', 5000)], [...many(LARGEST_PARTS + 3), part('same', 7, 7)]),
    ).find(({ kind }) => kind === 'rest');
    expect(joined?.parts).toHaveLength(4);
  });

  test('the equation comes out to the fen, whatever is printed', () => {
    const fen = fc.integer({ min: -1e12, max: 1e12 }).map((n) => n / 100);
    const cell = fc.option(fen, { nil: null });
    fc.assert(
      fc.property(fen, fen, fc.array(fc.tuple(cell, cell), { maxLength: 30 }), (a, b, cells) => {
        const parts = cells.map(([x, y], i) => part(`p${i}`, x, y));
        const list = steps(between([whole('a', a), whole('b', b)], parts));
        const sum = list
          .slice(0, -1)
          .reduce((total, { change }) => total.plus(change), new Decimal(0));
        const joins = list.every(
          ({ from }, i) => i === 0 || i === list.length - 1 || from === list[i - 1]!.to,
        );
        const shown = new Set(list.flatMap((step) => step.parts));
        return (
          sum.eq(list.at(-1)!.to) &&
          list.at(-1)!.to === b &&
          joins &&
          shown.size === cells.filter(([x, y]) => x !== null || y !== null).length
        );
      }),
    );
  });

  test('a budget without parts or whole is said, not drawn; a zero whole is drawn', () => {
    expect(waterfall(between([whole('a', 1), whole('b', null, 'no_table')], []), 'a', 'b')).toEqual(
      { gaps: [{ doc: 'b', gap: 'no_table' }] },
    );
    expect(said(steps(between([whole('a', 0, 'zero'), whole('b', 5)], [part('x', 0, 5)])))).toBe(
      'first::0 part:x:5 last::5',
    );
  });
});

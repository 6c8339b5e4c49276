import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composition } from '@/domain/structure';
import { budgetTiles, type Tile } from '@/domain/structure-tiles';
import { GRAND, structureRow as row } from '../helpers/structure-rows';

const tilesOf = (rows: Parameters<typeof budgetTiles>[0], docs: readonly string[], drill = '') =>
  budgetTiles(rows, composition(rows, docs, 'function', drill));
const outline = (tiles: readonly Tile[]): unknown[] =>
  tiles.map(({ name, amount, parts }) => [
    name?.key ?? 'remainder',
    amount,
    ...(parts.length > 0 ? [outline(parts)] : []),
  ]);

const NESTED = [
  row('a', 1, '201', 60),
  row('a', 2, '20103', 60),
  row('a', 3, '2010301', 40),
  row('a', 4, '2010399', 19.5),
  row('a', 5, '208', 30),
  row('a', 6, null, 100, GRAND),
];

describe('budgetTiles', () => {
  it('nests as deep as printed, and shows at every level what parts leave', () => {
    const [budget] = tilesOf(NESTED, ['a']);
    expect(outline(budget!.tiles)).toEqual([
      [
        '201',
        60,
        [
          [
            '20103',
            60,
            [
              ['2010301', 40],
              ['2010399', 19.5],
              ['remainder', 0.5],
            ],
          ],
        ],
      ],
      ['208', 30],
      ['remainder', 10],
    ]);
    expect(budget!.tiles[0]?.parts[0]?.parts[0]?.share).toBe(0.4);
  });

  it('starts at the class that is open', () => {
    const [budget] = tilesOf(NESTED, ['a'], '20103');
    expect(outline(budget!.tiles)).toEqual([
      ['2010301', 40],
      ['2010399', 19.5],
      ['remainder', 0.5],
    ]);
  });

  it('draws nothing below zero or blank, and says so, as it says what exceeds its sum', () => {
    const rows = [
      row('a', 1, '201', 50),
      row('a', 2, '20103', 51),
      row('a', 3, '208', -1),
      row('a', 4, '210', null),
      row('a', 5, '221', 0),
    ];
    const [budget] = tilesOf(rows, ['a']);
    expect(outline(budget!.tiles)).toEqual([['201', 50, [['20103', 51]]]]);
    expect(budget!.undrawn.map(({ name, amount, state }) => [name.key, amount, state])).toEqual([
      ['208', -1, 'number'],
      ['210', null, 'blank'],
    ]);
    expect(budget!.exceeded).toMatchObject([{ name: { key: '201' }, by: 1 }]);
  });

  it('gives a class one colour in all budgets, and leaves out budgets with a gap', () => {
    const rows = [...NESTED, row('b', 1, '208', 5), row('b', 2, '201', 4)];
    const budgets = tilesOf(rows, ['a', 'b', 'c']);
    const colors = budgets.map(({ tiles }) => tiles.map(({ name, color }) => [name?.key, color]));
    expect(colors).toEqual([
      [
        ['201', 0],
        ['208', 1],
        [undefined, 'remainder'],
      ],
      [
        ['201', 0],
        ['208', 1],
      ],
    ]);
  });

  it('loses no fen of positive parts, whatever is printed', () => {
    const fen = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fen, fc.array(fen, { maxLength: 4 })), { minLength: 1, maxLength: 6 }),
        (classes) => {
          const rows = classes.flatMap(([amount, parts], i) => [
            row('a', 10 * i + 1, String(201 + i), amount / 100),
            ...parts.map((part, k) => row('a', 10 * i + 2 + k, `${201 + i}0${k + 1}`, part / 100)),
          ]);
          const [budget] = tilesOf(rows, ['a']);
          const cents = (tiles: readonly Tile[]) =>
            tiles.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
          const wrong = budget!.tiles.filter(({ name, amount, parts }) => {
            const excess = budget!.exceeded.find((one) => one.name?.key === name?.key)?.by ?? 0;
            const whole = Math.round(amount * 100) + Math.round(excess * 100);
            return parts.length > 0 && cents(parts) !== whole;
          });
          expect(wrong).toEqual([]);
          expect(cents(budget!.tiles)).toBe(classes.reduce((sum, [amount]) => sum + amount, 0));
        },
      ),
    );
  });
});

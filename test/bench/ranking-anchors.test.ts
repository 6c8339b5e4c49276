import { table } from 'arquero';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arqueroAnswer, type Figure, plainAnswer } from './ranking-anchors';

const figure = (doc_id: string, value: number | null, level = 'county'): Figure => ({
  doc_id,
  scope: 'department',
  level,
  value,
});

const columns = (figures: readonly Figure[]) =>
  table({
    doc_id: figures.map(({ doc_id }) => doc_id),
    scope: figures.map(({ scope }) => scope),
    level: figures.map(({ level }) => level),
    value: figures.map(({ value }) => value),
  });

const MIXED = [
  figure('a', 2),
  figure('b', 4),
  figure('c', 4),
  figure('d', 1),
  figure('e', null),
  figure('f', 9, 'prefecture'),
];

it('ranks ties alike and leaves out who is no member or has no value', () => {
  expect(plainAnswer(MIXED)).toEqual({
    top: [
      { doc_id: 'b', rank: 1 },
      { doc_id: 'c', rank: 1 },
      { doc_id: 'a', rank: 3 },
      { doc_id: 'd', rank: 4 },
    ],
    low: 1.75,
    median: 3,
    high: 4,
  });
});

it('is the same question in Arquero', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer({ min: 0, max: 20 })), { minLength: 1, maxLength: 40 }),
      (values) => {
        const figures = [...MIXED, ...values.map((value, i) => figure(`x${i + 10}`, value))];
        const [plain, arquero] = [plainAnswer(figures), arqueroAnswer(columns(figures))];
        expect(arquero.top).toEqual(plain.top);
        for (const part of ['low', 'median', 'high'] as const) {
          expect(arquero[part]).toBeCloseTo(plain[part], 9);
        }
      },
    ),
  );
});

import { describe, expect, test } from 'vitest';
import type { ContractedRow, FigureRow, StaffRow } from '@/domain/overview';
import { sentences, type Clause, type Sentence, type Speaker } from '@/domain/sentences';
import { overview as en } from '@/i18n/en/overview';
import { overview as zh } from '@/i18n/zh/overview';

type Value = number | null | { value: number; basis: string };

const figure = (doc: string, metric: string, value: Value): FigureRow => ({
  doc_id: doc,
  metric_id: metric,
  value: value !== null && typeof value === 'object' ? value.value : value,
  reason: value === null ? 'no_headcount' : null,
  basis: value !== null && typeof value === 'object' ? value.basis : null,
});

const speaker = (
  doc: string,
  figures: Record<string, Value>,
  contracted: ContractedRow['kind'] | null = null,
): Speaker => ({
  doc,
  figures: new Map(Object.entries(figures).map(([id, value]) => [id, figure(doc, id, value)])),
  staff: figures['total_per_staff'] ? ({ people: 24, kind: 'authorized' } as StaffRow) : null,
  contracted: contracted ? [{ doc_id: doc, kind: contracted, people: 22 }] : [],
});

const jingyu = speaker(
  'jingyu',
  {
    total: 2431200,
    project_share: 0.50144,
    outsourcing_share: 0.494694,
    personnel_share: 0.889118,
    carryover_ratio: 0.003455,
    total_per_staff: null,
    contracted_cost_per_head: 53759.09,
    largest_project_share: 0.970142,
    total_yoy: { value: -0.47359, basis: 'current' },
  },
  'contracted',
);
const yanbian = speaker(
  'yanbian',
  {
    total: 12727600,
    project_share: 0.708193,
    outsourcing_share: 0.341384,
    personnel_share: 0.890953,
    carryover_ratio: 0.138172,
    total_per_staff: 530316.67,
    contracted_cost_per_head: 48333.33,
    largest_project_share: 0.367778,
    total_yoy: { value: 0.11494, basis: 'total' },
  },
  'window',
);
const third = speaker('third', {
  project_share: 0.2,
  carryover_ratio: 0.05,
  total_per_staff: null,
  total_yoy: { value: 0.02, basis: 'total' },
});

const keys = (said: readonly Sentence[]) => said.map((sentence) => sentence.map(({ key }) => key));
const clause = (said: readonly Sentence[], key: string): Clause | undefined =>
  said.flat().find((one) => one.key === key);

describe('two organizations', () => {
  const said = sentences([jingyu, yanbian]);

  test('are told apart by their largest gap, carry-over, people and changes', () => {
    expect(keys(said)).toEqual([
      ['project_share.pair', 'carryover.pair'],
      ['noHeadcount', 'contracted.pair'],
      ['change.unlike'],
    ]);
  });

  test('the gap is the difference of the two shares and leads to their cells', () => {
    const { gap, high, lowValue } = clause(said, 'project_share.pair')?.parts ?? {};
    expect(high).toEqual({ is: 'place', doc: 'yanbian' });
    expect(lowValue).toEqual({ is: 'value', doc: 'jingyu', metric: 'project_share' });
    expect(gap).toMatchObject({ is: 'gap', doc: 'jingyu', metric: 'project_share' });
    expect(gap?.is === 'gap' && gap.value).toBeCloseTo(0.206753, 6);
  });

  test('a place is not named twice in a row within a sentence', () => {
    expect(clause(said, 'carryover.pair')?.parts['high']).toEqual({ is: 'same' });
    expect(clause(said, 'carryover.pair')?.parts['low']).toEqual({ is: 'place', doc: 'jingyu' });
    expect(clause(said, 'contracted.pair')?.parts['second']).toEqual({
      is: 'place',
      doc: 'yanbian',
    });
  });

  test('changes on unlike bases keep the order of the selection, whatever their size', () => {
    const first = (of: readonly Speaker[]) =>
      clause(sentences(of), 'change.unlike')?.parts['first'];
    expect(first([jingyu, yanbian])).toEqual({ is: 'place', doc: 'jingyu' });
    expect(first([yanbian, jingyu])).toEqual({ is: 'place', doc: 'yanbian' });
  });

  test('changes on one base are said side by side', () => {
    expect(keys(sentences([third, yanbian])).flat()).toContain('change.pair');
  });

  test('shares that print alike are said to be equal', () => {
    const twin = speaker('twin', { project_share: 0.7081, carryover_ratio: 0.1381 });
    const same = sentences([yanbian, twin]);
    expect(keys(same)[0]).toEqual(['project_share.equal', 'carryover.equal']);
    expect(clause(same, 'project_share.equal')?.parts['places']).toEqual({
      is: 'places',
      docs: ['yanbian', 'twin'],
    });
  });

  test('nothing is said of a figure that only one of them has', () => {
    const bare = speaker('bare', { carryover_ratio: 0.2 });
    expect(keys(sentences([bare, yanbian]))).toEqual([['carryover.pair'], ['contracted.one']]);
  });

  test('per-staff figures stand beside the headcount under them', () => {
    const staffed = speaker('staffed', { total_per_staff: 600000 });
    const parts = clause(sentences([staffed, yanbian]), 'perStaff.pair')?.parts;
    expect(parts?.['high']).toEqual({ is: 'place', doc: 'staffed' });
    expect(parts?.['lowStaff']).toEqual({ is: 'staff', doc: 'yanbian' });
  });
});

describe('several organizations', () => {
  const said = sentences([jingyu, yanbian, third]);

  test('are described by their ends and the middle', () => {
    expect(keys(said)).toEqual([
      ['project_share.range', 'carryover.range'],
      ['noHeadcount', 'contracted.pair'],
      ['change.mixed'],
    ]);
    expect(clause(said, 'project_share.range')?.parts).toMatchObject({
      high: { doc: 'yanbian' },
      low: { doc: 'third' },
      middle: { is: 'median', value: 0.50144 },
      count: { value: 3 },
    });
  });

  test('an even number has its median between the middle two', () => {
    const fourth = speaker('fourth', { project_share: 0.4 });
    const range = clause(sentences([jingyu, yanbian, third, fourth]), 'project_share.range');
    const middle = range?.parts['middle'];
    expect(middle?.is === 'median' && middle.value).toBeCloseTo((0.50144 + 0.4) / 2, 9);
  });

  test('those without a headcount are counted, for the plural', () => {
    expect(clause(said, 'noHeadcount')?.count).toBe(2);
  });

  test('unlike bases of changes are counted, not ranked', () => {
    expect(clause(said, 'change.mixed')?.parts).toEqual({
      whole: { is: 'number', value: 2 },
      current: { is: 'number', value: 1 },
    });
  });
});

describe('one organization', () => {
  test('has its own findings', () => {
    expect(keys(sentences([yanbian]))).toEqual([
      ['one.budget', 'one.carryover'],
      ['one.perStaff', 'contracted.one'],
      ['one.largest', 'one.change'],
    ]);
    expect(keys(sentences([jingyu]))[1]).toEqual(['noHeadcount', 'contracted.one']);
  });

  test('without figures says nothing', () => {
    expect(sentences([speaker('empty', {})])).toEqual([]);
    expect(sentences([])).toEqual([]);
  });
});

describe('words', () => {
  const message = (words: object, key: string): unknown =>
    key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], words);
  const slots = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  const share = (metric: string, values: readonly number[]) =>
    sentences(values.map((value, i) => speaker(`${metric}${i}`, { [metric]: value }, 'window')));
  const same = sentences([
    speaker('a', { contracted_cost_per_head: 1 }, 'window'),
    speaker('b', { contracted_cost_per_head: 2, total_per_staff: 3 }, 'window'),
    speaker('c', { total_per_staff: 3 }),
  ]);
  const everything = [
    ...[[jingyu], [yanbian], [jingyu, yanbian], [third, yanbian], [jingyu, yanbian, third]].flatMap(
      (of) => sentences(of),
    ),
    ...same,
    ...['project_share', 'outsourcing_share', 'personnel_share', 'carryover_ratio'].flatMap(
      (metric) =>
        [
          [0.1, 0.4],
          [0.4, 0.4],
          [0.1, 0.2, 0.4],
        ].flatMap((values) => share(metric, values)),
    ),
  ].flat();

  test.each([
    ['zh', zh.say],
    ['en', en.say],
  ])('%s has a message for every clause, with no place left open', (_, words) => {
    expect(new Set(everything.map(({ key }) => key)).size).toBe(25);
    for (const { key, parts } of everything) {
      const text = message(words, key);
      expect(text, key).toBeTypeOf('string');
      for (const slot of slots(text as string)) expect(Object.keys(parts), key).toContain(slot);
    }
  });
});

import { describe, expect, it } from 'vitest';
import type { Machine } from './machine';
import { acceptedAfter, type BenchRow, type BenchRun, compareRows, isFailure } from './run';

const row = (id: string, ratio: number, goal: number | null = 2): BenchRow => ({
  id,
  what: id,
  goal,
  reached: goal === null ? null : ratio <= goal,
  ratio,
  detail: '',
});

const MACHINE: Machine = {
  cpu: 'a',
  cores: 2,
  memory: 8,
  node: 'v20',
  chromium: '109',
  firefox: '115',
  duckdbWasm: '1',
  duckdbNative: '1',
};

const run = (rows: readonly BenchRow[], more: Partial<BenchRun> = {}): BenchRun => ({
  machine: MACHINE,
  scale: 'county',
  date: '2026-01-01T00:00:00.000Z',
  rows,
  ...more,
});

const verdict = (then: BenchRow, now: BenchRow) =>
  compareRows([then], [now], new Set([then.id]))[0]?.verdict;

describe('compareRows', () => {
  it('takes a quarter either way as the same', () => {
    expect(verdict(row('a', 1), row('a', 1.25))).toBe('same');
    expect(verdict(row('a', 1), row('a', 1.26))).toBe('worse');
    expect(verdict(row('a', 1), row('a', 0.75))).toBe('same');
    expect(verdict(row('a', 1), row('a', 0.74))).toBe('better');
  });

  it('sees a goal that is lost, however small the step', () => {
    expect(verdict(row('a', 1.99), row('a', 2.01))).toBe('goal lost');
    expect(verdict(row('a', 2.01), row('a', 2.02))).toBe('same');
    expect(verdict(row('a', 1.99, null), row('a', 2.01, null))).toBe('same');
  });

  it('makes no news of noise around nothing', () => {
    expect(verdict(row('a', 0.01), row('a', 0.05))).toBe('same');
    expect(verdict(row('a', -0.02), row('a', 0.02))).toBe('same');
    expect(verdict(row('a', -0.02), row('a', 0.5))).toBe('worse');
  });

  it('tells places apart and names what is new or missing', () => {
    const then = [
      { ...row('a', 1), where: 'x' },
      { ...row('a', 1), where: 'y' },
    ];
    const now = [{ ...row('a', 3), where: 'y' }, row('b', 1)];
    const all = compareRows(then, now, new Set(['a', 'b']));
    expect(all.map((one) => [one.figure, one.verdict, one.change])).toEqual([
      ['a (x)', 'missing', null],
      ['a (y)', 'goal lost', 3],
      ['b', 'new', null],
    ]);
    expect(all.map(isFailure)).toEqual([true, true, false]);
  });

  it('says nothing of figures that were not run', () => {
    expect(compareRows([row('a', 1), row('b', 1)], [row('b', 1)], new Set(['b']))).toHaveLength(1);
  });
});

describe('acceptedAfter', () => {
  it('keeps accepted figures that were not run', () => {
    const after = acceptedAfter(
      run([row('a', 1), row('b', 1)]),
      run([row('b', 2)]),
      new Set(['b']),
    );
    expect(after.rows.map(({ id, ratio }) => [id, ratio])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('never mixes machines or scales', () => {
    const before = run([row('a', 1), row('b', 1)]);
    const other = run([row('b', 2)], { machine: { ...MACHINE, cores: 4 } });
    expect(() => acceptedAfter(before, other, new Set(['b']))).toThrow('another machine');
    expect(() =>
      acceptedAfter(before, run([row('b', 2)], { scale: 'nation' }), new Set(['b'])),
    ).toThrow('another machine');
    expect(acceptedAfter(before, other, new Set(['a', 'b'])).rows).toHaveLength(1);
  });
});

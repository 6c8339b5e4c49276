import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckedStatement } from '@/checks/checked-document';
import type { Term } from '@/checks/compare';
import { statementCell } from '@/checks/compare';
import { changeOf, comparePercent, partOf } from '@/checks/rules/text-percent';

const percent = (value: string): CheckedStatement & { value: string } => ({
  no: 9,
  id: 'basic_share',
  subject: null,
  fen: null,
  value,
  unit: '%',
  comparedYear: null,
  basis: null,
  printed: `${value}%`,
  section: null,
  page: null,
});

/** 100 yuan: amounts in 万元 with two decimals. */
const STEP = 10_000n;
const term = (units: bigint, step = STEP): Term => ({
  fen: units * STEP,
  step,
  cell: statementCell({ no: 1 }),
});
const share = (value: string, part: bigint, whole: bigint) =>
  comparePercent(percent(value), partOf([term(part)], [term(whole)]));
const change = (value: string, by: bigint, now: bigint) =>
  comparePercent(percent(value), changeOf(term(by), [term(now)]));

describe('percentages of printed amounts', () => {
  it('pass if the quotient rounds to them, halves away from zero', () => {
    expect(share('33.33', 1n, 3n)).toMatchObject({ status: 'pass', difference: '-0.0033' });
    expect(share('66.67', 2n, 3n)).toMatchObject({
      status: 'pass',
      right: { value: '66.6667' },
    });
    expect(share('12.5', 1n, 8n)).toMatchObject({ status: 'pass', difference: '0.000' });
    expect(share('13', 1n, 8n)).toMatchObject({ status: 'pass' });
    expect(change('-12.5', -1n, 7n)).toMatchObject({ status: 'pass' });
  });

  it('are rounding where amounts that round to the printed ones give them', () => {
    expect(share('33.40', 1n, 3n)?.status).toBe('rounding');
    expect(share('33.40', 10_000n, 30_000n)?.status).toBe('fail');
  });

  it('differ where they are cut off, and say so', () => {
    const found = change('-34.56', -710n, 1344n);
    expect(found).toMatchObject({
      status: 'fail',
      left: { value: '-34.56' },
      right: { value: '-34.5667' },
      difference: '0.0067',
      notes: [{ code: 'percent_cut_off' }],
    });
    expect(change('-34.57', -710n, 1344n)?.status).toBe('pass');
  });

  it('cannot be of nothing', () => {
    expect(share('0', 0n, 0n)).toBeNull();
    expect(change('100', 5n, 5n)).toBeNull();
  });

  const amount = fc.bigInt({ min: 1n, max: 10n ** 9n });

  it('never fail when they were worked out from amounts before these were rounded, unless as cut off', () => {
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 0, max: 2 }), (a, b, decimals) => {
        const [part, whole] = a < b ? [a, b] : [b, a];
        const exact = (Number(part) / Number(whole)) * 100;
        const printed = (fen: bigint): Term => ({
          ...term(0n),
          fen: ((fen + STEP / 2n) / STEP) * STEP,
        });
        const found = comparePercent(
          percent(exact.toFixed(decimals)),
          partOf([printed(part)], [printed(whole)]),
        );
        return found === null || found.status !== 'fail' || found.notes.length > 0;
      }),
    );
  });

  it('fail when they are half a percent and more beside what the amounts give', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10_000n, max: 10n ** 7n }), (whole) => {
        const part = whole / 3n;
        const exact = (Number(part) / Number(whole)) * 100;
        return share((exact + 0.5).toFixed(2), part, whole)?.status === 'fail';
      }),
    );
  });
});

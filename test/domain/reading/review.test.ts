import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Correction, Equation } from '@/domain/reading/reading';
import { inPrintedUnit, partsTotal } from '@/domain/reading/review-amounts';
import {
  correctedCells,
  correctionKey,
  withCorrection,
  withoutCorrection,
} from '@/domain/reading/review-corrections';
import { placeKey } from '@/domain/reading/review-places';
import { canLoad, countStates, isOpenToLoad, nextToLook } from '@/domain/reading/review-queue';
import type { QueueItem, QueueState } from '@/domain/reading/review-queue';
import {
  lookReasons,
  missingIdentity,
  needsLook,
  summarize,
} from '@/domain/reading/review-summary';
import { at, found, readingOf, tableOf } from '../../helpers/made-reading';

const HEAD = ['项目', '合计', '基本', '项目支出'];
const plain = tableOf([HEAD, ['一、教育', '3', '1', '2'], ['二、卫生', '', null, '0']]);
const equation = (outcome: Equation['outcome'], difference = '0.00'): Equation => ({
  kind: 'natures',
  left: plain.lines[0]!,
  parts: plain.lines.slice(1, 3),
  difference,
  outcome,
});

describe('what needs a look', () => {
  it('is nothing where all is clear, printed zeros and blanks included', () => {
    expect(needsLook(readingOf([plain]))).toBe(false);
    expect(summarize(readingOf([plain]))).toMatchObject({ tables: 1, amounts: 4, doubts: 0 });
  });

  it('names each reason with how many things it concerns', () => {
    const table = tableOf([HEAD, ['一、教育', '3', '1', '2']], {
      doubts: { '1 2': ['pieces_joined', 'sum_differs'], '1 3': ['meaning_open'] },
      more: {
        equations: [equation('closes'), equation('rounding', '0.01'), equation('differs', '5.00')],
        unread: [{ reason: 'not_a_number', printed: '见附件', where: at(2, 4), amounts: 1 }],
      },
    });
    const reading = readingOf([table], {
      unread: [{ reason: 'unknown_table', printed: '附表', where: { page: 3 }, amounts: 7 }],
      identity: {
        ...readingOf([]).identity,
        scope: null,
        fiscalYear: found(2026, true),
      },
    });
    expect(lookReasons(reading)).toEqual([
      { reason: 'identity_missing', count: 1 },
      { reason: 'identity_doubtful', count: 1 },
      { reason: 'doubts', count: 2 },
      { reason: 'sums_differ', count: 1 },
      { reason: 'unread_amounts', count: 8 },
    ]);
    expect(missingIdentity(reading)).toEqual(['scope']);
    expect(summarize(reading)).toMatchObject({ equations: 3, closing: 2, unread: 2 });
  });

  it('is a document without tables', () => {
    expect(lookReasons(readingOf([]))).toEqual([{ reason: 'no_tables', count: 1 }]);
  });
});

const item = (id: string, state: QueueState, more: Partial<QueueItem> = {}): QueueItem => ({
  id,
  file: `${id}.pdf`,
  bytes: 1,
  state,
  progress: null,
  reading: readingOf([plain]),
  corrections: [],
  accepted: false,
  issues: [],
  ...more,
});

describe('the queue', () => {
  it('loads together what is ready, and what somebody looked at', () => {
    expect(canLoad(item('a', 'ready'))).toBe(true);
    expect(canLoad(item('a', 'needs_look'))).toBe(false);
    expect(isOpenToLoad(item('a', 'needs_look'))).toBe(true);
    expect(canLoad(item('a', 'needs_look', { accepted: true }))).toBe(true);
    for (const state of ['waiting', 'reading', 'refused', 'stopped', 'loaded'] as const) {
      expect(isOpenToLoad(item('a', state))).toBe(false);
    }
  });

  it('loads nothing of which it is not known whose it is, and nothing empty', () => {
    const identity = { ...readingOf([]).identity, organization: null };
    const nobody = readingOf([plain], { identity });
    expect(isOpenToLoad(item('a', 'needs_look', { reading: nobody, accepted: true }))).toBe(false);
    expect(isOpenToLoad(item('a', 'ready', { reading: readingOf([]) }))).toBe(false);
  });

  it('goes on to the next that needs a look, from the start after the last', () => {
    const items = [
      item('a', 'needs_look'),
      item('b', 'ready'),
      item('c', 'needs_look', { accepted: true }),
      item('d', 'needs_look'),
    ];
    expect(nextToLook(items, 'a')?.id).toBe('d');
    expect(nextToLook(items, 'd')?.id).toBe('a');
    expect(nextToLook(items.slice(0, 3), 'a')).toBeNull();
    expect(countStates(items)).toMatchObject({ needs_look: 2, ready: 2, refused: 0 });
  });
});

describe('lists of corrections', () => {
  const cell = (given: string, before: string, where = at(2, 2)): Correction => ({
    field: 'cell',
    where,
    found: before,
    given,
  });

  it('keep one of each place, in their order, with what stood there at first', () => {
    const year: Correction = { field: 'fiscal_year', found: '2025', given: '2026' };
    const first = withCorrection([cell('31', '3'), year], cell('32', '31'));
    expect(first).toEqual([cell('32', '3'), year]);
    expect(withCorrection(first, cell('5', '4', at(3, 2)))).toHaveLength(3);
    expect([...correctedCells(first)]).toEqual([placeKey(at(2, 2))]);
  });

  it('forget what is given back as it was', () => {
    expect(withCorrection([cell('31', '3')], cell('3', '31'))).toEqual([]);
    expect(withCorrection([], cell('3', '3'))).toEqual([]);
    const meaning = { fund: 'all', vintage: 'total', nature: 'total' } as const;
    const column = { colNo: 2, header: '合计', role: 'amount', side: null, meaning } as const;
    const given = { role: 'amount', side: null, meaning: { ...meaning } } as const;
    const where = { page: 1, table: 1, column: 2 };
    expect(withCorrection([], { field: 'column', where, found: column, given })).toEqual([]);
    const other = { ...given, meaning: { ...meaning, nature: 'basic' as const } };
    expect(
      withCorrection([], { field: 'column', where, found: column, given: other }),
    ).toHaveLength(1);
  });

  it('are emptied one by one by their keys', () => {
    const some = fc.record({
      row: fc.integer({ min: 1, max: 4 }),
      given: fc.constantFrom('1', '2'),
    });
    fc.assert(
      fc.property(fc.array(some), (edits) => {
        const list = edits.reduce<readonly Correction[]>(
          (corrections, { row, given }) =>
            withCorrection(corrections, cell(given, '0', at(row, 2))),
          [],
        );
        const keys = list.map(correctionKey);
        expect(new Set(keys).size).toBe(keys.length);
        expect(list.every(({ given }) => given === '1' || given === '2')).toBe(true);
        expect(keys.reduce<readonly Correction[]>(withoutCorrection, list)).toEqual([]);
      }),
    );
  });
});

describe('amounts of an equation', () => {
  it('are shown in the unit of the table, with all their decimals', () => {
    expect(inPrintedUnit('36400.00', '万元')).toBe('3.64');
    expect(inPrintedUnit('-1234567.89', '千元')).toBe('−1,234.56789');
    expect(partsTotal(equation('differs', '-2.50'))).toBe('5.50');
  });
});

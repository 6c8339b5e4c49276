import { describe, expect, it } from 'vitest';
import type { CheckedDocument, CheckedLine, CheckedTable } from '@/checks/checked-document';
import type { Check } from '@/checks/check-document';
import { findCauses } from '@/checks/causes';
import { compareAmounts, less, lineTerm, statementCell, type Term } from '@/checks/compare';
import type { Compared, Rule } from '@/checks/rule';
import { fenOf, type PrintedUnit } from '@/domain/money';
import type { TableId } from '@/domain/vocabulary';
import { bundledDocuments } from '../helpers/checked';

const RULE: Rule = {
  id: 'some_rule',
  family: 'within',
  severity: 'error',
  name: { zh: '', en: '' },
  about: { zh: '', en: '' },
  left: { zh: '', en: '' },
  right: { zh: '', en: '' },
  needs: [],
  check: () => [],
};

const check = (outcome: Compared): Check => ({ rule: RULE, outcome });

/** A document whose tables hold one row of amounts in yuan each, `null` for blanks. */
function documentOf(
  tables: Partial<Record<TableId, readonly (string | null)[]>>,
  { unit = '元', step = 1n }: { unit?: PrintedUnit; step?: bigint } = {},
): { document: CheckedDocument; at: (table: TableId, column: number) => Term } {
  const [base] = bundledDocuments();
  if (!base) throw new Error('no bundled document');
  const made = new Map<TableId, CheckedTable>();
  for (const [id, amounts] of Object.entries(tables) as [TableId, (string | null)[]][]) {
    const [line] = base.tables.get('balance')?.lines ?? [];
    if (!line) throw new Error('no line');
    const lines = amounts.map((amount, i): CheckedLine => {
      const fen = amount === null ? null : fenOf(amount);
      const row = { ...line.row, rowNo: 1 };
      return {
        ...line,
        table: id,
        row,
        colNo: i + 1,
        fen,
        state: fen === null ? 'blank' : 'number',
      };
    });
    const balance = base.tables.get('balance');
    if (balance) made.set(id, { ...balance, id, unit, lines, step, equations: [] });
  }
  const document = { ...base, tables: made };
  const at = (table: TableId, column: number): Term => {
    const own = made.get(table);
    const line = own?.lines[column - 1];
    if (!own || !line) throw new Error(`nothing at ${table} ${column}`);
    return lineTerm(line, own);
  };
  return { document, at };
}

describe('one cause for what fails', () => {
  it('names the cell and the amount that three failing sums have in common', () => {
    const { document, at } = documentOf({
      balance: ['70.00', '20.00', '10.00', '30.00'],
      income: ['20.00', '15.00', '5.00'],
      expenditure: ['70.00'],
    });
    const b = (column: number): Term => at('balance', column);
    const checks = [
      check(compareAmounts([b(1)], [b(2), b(3), b(4)])),
      check(compareAmounts([b(1)], [at('expenditure', 1)])),
      check(compareAmounts([b(3)], [at('income', 1)])),
      check(compareAmounts([b(3)], [at('income', 2), at('income', 3)])),
    ];
    const failing = checks.map(({ outcome }) => outcome.status);
    expect(failing).toEqual(['fail', 'pass', 'fail', 'fail']);
    const [cause, ...rest] = findCauses(document, checks);
    expect(rest).toEqual([]);
    expect(cause).toMatchObject({ kind: 'cell', checks: [0, 2, 3], suggested: '20.00' });
    expect(cause?.cell).toMatchObject({ table: 'balance', column: 3 });
  });

  it('takes the sum itself, when changing it breaks nothing that holds', () => {
    const { document, at } = documentOf({ balance: ['61.00', '20.00', '40.00', '60.00'] });
    const b = (column: number): Term => at('balance', column);
    const checks = [
      check(compareAmounts([b(1)], [b(2), b(3)])),
      check(compareAmounts([b(1)], [b(4)])),
      check(compareAmounts([b(4)], [b(2), b(3)])),
    ];
    const [cause] = findCauses(document, checks);
    expect(cause).toMatchObject({ kind: 'cell', printed: '61.00', suggested: '60.00' });
    expect(cause?.cell).toMatchObject({ column: 1 });
  });

  it('knows an amount that is taken away, and a blank', () => {
    const { document, at } = documentOf({ balance: ['50.00', '80.00', null, '30.00', '30.00'] });
    const b = (column: number): Term => at('balance', column);
    const checks = [
      check(compareAmounts([b(1)], [b(2), less(b(3))])),
      check(compareAmounts([b(4)], [b(3)])),
      check(compareAmounts([b(5)], [b(3)])),
    ];
    const [cause] = findCauses(document, checks);
    expect(cause).toMatchObject({ checks: [0, 1, 2], printed: null, suggested: '30.00' });
    expect(cause?.cell).toMatchObject({ column: 3, minus: false });
  });

  it('finds the table in another unit', () => {
    const { document, at } = documentOf({
      balance: ['600000.00', '200000.00', '400000.00'],
      income: ['600000.00', '200000.00', '400000.00'],
      basic: ['60.00', '20.00', '40.00'],
    });
    const checks = [1, 2, 3].flatMap((column) => [
      check(compareAmounts([at('balance', column)], [at('basic', column)])),
      check(compareAmounts([at('balance', column)], [at('income', column)])),
    ]);
    const causes = findCauses(document, checks);
    expect(causes).toEqual([
      {
        kind: 'unit',
        cell: expect.objectContaining({ source: 'printed_table', table: 'basic' }),
        printed: '元',
        suggested: '万元',
        checks: [0, 2, 4],
      },
    ]);
  });

  it('joins what differs by the same amount at the same cell, and percentages that follow a figure', () => {
    const { document, at } = documentOf({ balance: ['50.00', '40.00', '40.00', '50.00'] });
    const b = (column: number): Term => at('balance', column);
    const told = (status: Compared['status'], unit: Compared['unit'], no: number): Compared => ({
      status,
      unit,
      left: { value: '1', cells: [statementCell({ no })] },
      right: { value: '2', cells: [b(1).cell] },
      difference: unit === 'yuan' ? '-10.00' : '-1',
      notes: [],
    });
    const checks = [
      check(told('fail', 'yuan', 901)),
      check(compareAmounts([b(1)], [b(2)])),
      check(told('fail', 'percent', 901)),
      check(told('fail', 'percent', 902)),
    ];
    expect(findCauses(document, checks)).toEqual([
      { kind: 'together', cell: null, printed: null, suggested: null, checks: [0, 1, 2] },
    ]);
  });

  it('groups what holds but for rounding apart from what fails', () => {
    const { document, at } = documentOf(
      { balance: ['60.00', '20.00', '39.00', '39.00', '70.00'] },
      { step: 100n },
    );
    const b = (column: number): Term => at('balance', column);
    const checks = [
      check(compareAmounts([b(1)], [b(2), b(3)])),
      check(compareAmounts([b(1)], [b(2), b(4)])),
      check(compareAmounts([b(1)], [b(5)])),
    ];
    const statuses = checks.map(({ outcome }) => outcome.status);
    expect(statuses).toEqual(['rounding', 'rounding', 'fail']);
    const causes = findCauses(document, checks);
    expect(causes).toHaveLength(1);
    expect(causes[0]).toMatchObject({ kind: 'together', checks: [0, 1], suggested: null });
  });

  it('suggests a cell for a single failing sum only where every other cell is borne out', () => {
    const { document, at } = documentOf({ balance: ['60.00', '20.00', '41.00', '20.00', '60.00'] });
    const b = (column: number): Term => at('balance', column);
    const failing = check(compareAmounts([b(1)], [b(2), b(3)]));
    const whole = check(compareAmounts([b(1)], [b(5)]));
    const part = check(compareAmounts([b(2)], [b(4)]));
    expect(findCauses(document, [failing, whole])).toEqual([]);
    const [cause] = findCauses(document, [failing, whole, part]);
    expect(cause).toMatchObject({ kind: 'cell', checks: [0], suggested: '40.00' });
    expect(cause?.cell).toMatchObject({ column: 3 });
  });

  it('says nothing of a document without failures', () => {
    const { document, at } = documentOf({ balance: ['1.00', '1.00'] });
    expect(
      findCauses(document, [check(compareAmounts([at('balance', 1)], [at('balance', 2)]))]),
    ).toEqual([]);
  });
});

import type { Fund, Side, TableId, Vintage } from '@/domain/vocabulary';
import { economic, labelled, whole, type Column, type Source } from './text-cells';

/** All money, or this year’s: the wording often leaves it open. */
export const YEARS: readonly Vintage[] = ['total', 'current'];
const INCOME_SUM = /^本年收入(?:合计|小计)$|^当年收入(?:合计|小计)$|^[一二]?、?本年收入$/u;
const EXPENDITURE_SUM = /^本年支出(?:合计|小计)$|^当年支出(?:合计|小计)$|^[一二]?、?本年支出$/u;
const CARRIED_OVER = /^[一二三]?、?(?:上年|年初).*(?:结转|结余)/u;
/** What is left at the end of the year. */
export const CARRIED_ON = /(?:结转下年|年[末终].*(?:结转|结余)|结转结余下年)/u;

/** Readings of several sources of one table as those of one source. */
export const either = (first: Source, ...others: readonly Source[]): Source => ({
  table: first.table,
  find: (table, about) => [first, ...others].flatMap(({ find }) => find(table, about)),
});

/** The whole of a side, or what of it is of this year. */
export const wholeOrCurrent = (table: TableId, side: Side, column: Column = {}): Source =>
  either(
    whole(table, side, { vintages: YEARS, ...column }),
    labelled(table, side, side === 'income' ? INCOME_SUM : EXPENDITURE_SUM, {
      vintages: YEARS,
      ...column,
    }),
  );

/** What of a side is of this year. */
export const currentOf = (table: TableId, side: Side, column: Column = {}): Source =>
  either(
    whole(table, side, { vintages: ['current'], ...column }),
    labelled(table, side, side === 'income' ? INCOME_SUM : EXPENDITURE_SUM, {
      vintages: ['current', 'total'],
      ...column,
    }),
  );

/** What of all income was carried over. */
export const carriedOf = (table: TableId, column: Column = {}): Source =>
  either(
    whole(table, 'income', { vintages: ['carryover'], ...column }),
    labelled(table, 'income', CARRIED_OVER, { vintages: ['carryover', 'total'], ...column }),
  );

/** The general public budget alone. */
export const GENERAL: readonly Fund[] = ['general_public'];

/** Wages and support are personnel; the other economic classes of basic expenditure are operating. */
const PERSONNEL = ['301', '303'];

/** A part of basic expenditure: its column, else its row, else its economic classes. */
export function basicPart(of: 'personnel' | 'operating'): Source {
  const label = of === 'personnel' ? /^人员经费(?:合计|小计)$/u : /^公用经费(?:合计|小计)$/u;
  const sources = [
    whole('basic', 'expenditure', { nature: of, funds: GENERAL }),
    labelled('basic', 'expenditure', label, { nature: of, funds: GENERAL }),
    labelled('basic', 'expenditure', label, { nature: 'basic', funds: GENERAL }),
    economic(PERSONNEL, of === 'personnel'),
  ];
  return {
    table: 'basic',
    find: (table, about) => {
      for (const { find } of sources) {
        const found = find(table, about);
        if (found.length > 0) return found;
      }
      return [];
    },
  };
}

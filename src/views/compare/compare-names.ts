import type { Format } from '@/domain/format';
import type { Metric } from '@/domain/metric';
import type { CompareCell } from '@/domain/comparison';

const NAMED = 4;

/** The budgets that figures come from, in words: the first few by name, the rest by number. */
export function budgetNames(
  cells: readonly CompareCell[],
  t: (key: string, named?: Record<string, unknown>) => string,
): string {
  const [first] = cells;
  if (!first) return '';
  const all = cells
    .slice(0, NAMED)
    .map(({ label }) => label)
    .join(t('compare.figure.separator'));
  const names =
    cells.length > NAMED ? t('compare.figure.others', { names: all, n: cells.length }) : all;
  const { fiscal_year: year, stage } = first.info;
  return t('common.budgetsOf', { names, year, stage: t(`frame.stage.${stage}`) });
}

/** A metric's formula and the tables it is taken from, in words. */
export function metricWords(
  { formula, sources }: Metric,
  format: Format,
  t: (key: string, named?: Record<string, unknown>) => string,
): string {
  const tables = sources.map((id) => t(`source.tableName.${id}`));
  return [
    t('compare.formula', { text: format.words(formula) }),
    t('compare.tables', { text: tables.join(t('compare.figure.separator')) }),
  ].join(' · ');
}

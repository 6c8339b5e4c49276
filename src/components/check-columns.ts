import { FAMILIES, type Family } from '@/checks/rule';
import { RULES } from '@/checks/rules';
import { allOf, type ShownTotals } from '@/domain/check-totals';
import type { RuleSums } from '@/domain/finding';
import type { DocumentInfo } from '@/domain/organization';
import type { TableColumn } from './data-table';
import { documentColumns, wholeNumber, type TableWords } from './leaving-table';

/** Kinds of checks as columns of the matrix; the first is all of them. */
export const MATRIX_COLUMNS = ['', ...FAMILIES] as const;
type MatrixColumn = (typeof MATRIX_COLUMNS)[number];

export const matrixColumnName = (family: Family | '', { t }: Pick<TableWords, 't'>): string =>
  t(family ? `checks.family.${family}` : 'checks.matrix.all');

/** A document with what checks found in it. */
export interface MatrixRow {
  info: DocumentInfo;
  isChecked: boolean;
  totalsOf: (family?: string) => ShownTotals;
}

const COUNTS = ['failed', 'rounding', 'unchecked', 'muted', 'passed'] as const;

/** Columns of documents × kinds of checks: for each kind how many differ, are rounded, not checked, muted, agree. */
export function matrixColumns(words: TableWords): TableColumn<MatrixRow>[] {
  const { t } = words;
  /** Why a document has no counts of a kind; null where it has. */
  function missing({ isChecked, totalsOf }: MatrixRow, family: MatrixColumn): string | null {
    if (!isChecked) return t('checks.matrix.waiting');
    return allOf(totalsOf(family || undefined)) === 0 ? t('checks.matrix.none') : null;
  }
  return [
    {
      key: 'organization',
      label: t('checks.matrix.document'),
      text: ({ info }) => info.organization,
    },
    ...documentColumns(({ info }: MatrixRow) => info, words),
    ...MATRIX_COLUMNS.flatMap((family) =>
      COUNTS.map((count, i): TableColumn<MatrixRow> => ({
        key: `${family} ${count}`,
        label: t('leaving.of', {
          name: matrixColumnName(family, words),
          what: t(`checks.head.${count}`),
        }),
        leaving: {
          type: 'count',
          cell(row) {
            const reason = missing(row, family);
            if (reason !== null) return i === 0 ? { value: null, reason } : { value: null };
            return { value: String(row.totalsOf(family || undefined)[count]) };
          },
        },
      })),
    ),
  ];
}

/** Totals of the rules that were tried, by family in the order of the rules. */
export function ruleFamilies(
  sums: readonly RuleSums[],
): { family: Family; rules: readonly RuleSums[] }[] {
  const known = new Map(sums.map((one) => [one.rule_id, one]));
  return FAMILIES.map((family) => ({
    family,
    rules: RULES.filter((rule) => rule.family === family).flatMap(({ id }) => known.get(id) ?? []),
  })).filter(({ rules }) => rules.length > 0);
}

/** Columns of rules: what is checked, and how it came out. */
export function ruleColumns(
  names: { ruleName: (id: string) => string; ruleAbout: (id: string) => string },
  { t }: TableWords,
): TableColumn<RuleSums>[] {
  return [
    {
      key: 'family',
      label: t('checks.list.family'),
      text: ({ family }) => t(`checks.family.${family}`),
    },
    { key: 'rule', label: t('checks.rules.rule'), text: ({ rule_id }) => names.ruleName(rule_id) },
    ...(['failed', 'rounding', 'unchecked', 'passed'] as const).map(
      (count): TableColumn<RuleSums> => ({
        key: count,
        label: t(`checks.head.${count}`),
        leaving: wholeNumber((sums) => sums[count]),
      }),
    ),
    {
      key: 'about',
      label: t('checks.finding.why'),
      text: ({ rule_id }) => names.ruleAbout(rule_id),
    },
    { key: 'id', label: t('exporting.column.rule'), text: ({ rule_id }) => rule_id },
  ];
}

import { useI18n } from 'vue-i18n';
import { useCheckWords } from '@/components/checks-words';
import { headWords } from '@/domain/finding-sides';
import type { CauseFact, FindingCell } from '@/domain/finding';
import type { ExportWords } from '@/domain/finding-export-words';
import { formatAmount } from '@/domain/money';

const SEPARATORS = { zh: '；', en: '; ' } as const;

/** What an export says, in the language of the screen. */
export function useExportWords(): () => ExportWords {
  const { t, te, locale } = useI18n();
  const check = useCheckWords();

  function table(cell: FindingCell): string {
    if (cell.table_id !== null) return cell.table_title ?? check.tableName(cell.table_id);
    return [t('source.tableName.narrative'), check.statement(cell)].filter(Boolean).join(' · ');
  }

  function place(cell: FindingCell): string {
    const { page, row_no: row, col_no: col, source } = cell;
    return [
      ...(page === null ? [] : [t('exporting.place.page', { page })]),
      table(cell),
      ...(row === null || source === 'statement' ? [] : [t('exporting.place.row', { row })]),
      ...(col === null ? [] : [t('exporting.place.column', { col })]),
      headWords(cell.header),
    ]
      .filter(Boolean)
      .join(' ');
  }

  const unitName = (unit: string | null): string =>
    unit !== null && te(`data.frame.unitName.${unit}`)
      ? t(`data.frame.unitName.${unit}`)
      : (unit ?? '');

  const amount = (value: string | null): string =>
    value === null
      ? t('checks.nothing')
      : t('exporting.amount', { amount: formatAmount(value, '元') });

  /** What would make the checks hold, with the place of the cell. */
  function cause({ kind, explains: n, table_id, row_no, col_no, ...cell }: CauseFact): string {
    const where = [
      table_id === null ? t('source.tableName.narrative') : check.tableName(table_id),
      ...(row_no === null || table_id === null ? [] : [t('exporting.place.row', { row: row_no })]),
      ...(col_no === null ? [] : [t('exporting.place.column', { col: col_no })]),
    ].join(' ');
    if (kind === 'together' || cell.suggested_value === null)
      return t('exporting.cause.together', { n });
    const name = (value: string | null): string =>
      kind === 'unit' ? unitName(value) : amount(value);
    return t(`exporting.cause.${kind}`, {
      n,
      where,
      printed: name(cell.printed_value),
      suggested: name(cell.suggested_value),
    });
  }

  return () => ({
    sheet: (name) => t(`exporting.sheet.${name}`),
    column: (key) => t(`exporting.column.${key}`),
    document: ({ title, organization: name, fiscal_year: year, stage }) =>
      title ?? t('checks.document', { name, year, stage: t(`frame.stage.${stage}`) }),
    rule: (id) => ({
      name: check.ruleName(id),
      about: check.ruleAbout(id),
      left: check.sideWords(id, 'left'),
      right: check.sideWords(id, 'right'),
    }),
    value: (kind, value) => {
      const path = VALUE_PATHS[kind];
      return te(`${path}.${value}`) ? t(`${path}.${value}`) : value;
    },
    notes: (json) => check.notes(json).join(SEPARATORS[locale.value === 'en' ? 'en' : 'zh']),
    cause,
    table,
    place,
    separator: SEPARATORS[locale.value === 'en' ? 'en' : 'zh'],
    more: (n) => t('exporting.more', { n }),
    cut: (shown, total) => t('exporting.cut', { shown, total }),
  });
}

const VALUE_PATHS = {
  stage: 'frame.stage',
  scope: 'frame.scope',
  status: 'checks.status',
  severity: 'checks.severity',
  family: 'checks.family',
  unit: 'exporting.unit',
  side: 'checks.side',
  muted: 'exporting.yesNo',
  minus: 'exporting.yesNo',
  checked: 'exporting.yesNo',
  other_document: 'exporting.yesNo',
} as const;

import { useI18n } from 'vue-i18n';
import type { PrintedTable } from '@/domain/printed-table';
import type { PrintedCell, StatementFact } from '@/domain/source-facts';

/** Names of columns, tables and statements in the words of the screen; never an identifier. */
export function useColumnNames() {
  const { t, te, locale } = useI18n();
  const known = (key: string, otherwise: string): string => (te(key) ? t(key) : otherwise);

  const meaning = (cell: Pick<PrintedCell, 'fund' | 'vintage' | 'nature'>): string =>
    [
      t(`source.nature.${cell.nature}`),
      t(`source.fund.${cell.fund}`),
      t(`source.vintage.${cell.vintage}`),
    ].join(' · ');

  /** The printed head of a column, else what its amounts mean. */
  function columnName({ columns, info }: PrintedTable, col_no: number): string {
    const column = columns.find((one) => one.col_no === col_no);
    if (!column) return '';
    if (column.header !== null) return column.header.replaceAll('/', ' / ');
    const { fund, vintage, nature } = column;
    if (fund && vintage && nature) return meaning({ fund, vintage, nature });
    return known(`source.tableName.${info.table_id}`, '');
  }

  /** The printed title of a table, else the usual name of such a table. */
  const tableTitle = ({ table_id, title }: { table_id: string; title: string | null }): string =>
    title ?? known(`source.tableName.${table_id}`, t('source.table'));

  /** What such a table is called in the language of the screen, where the printed title is in another. */
  const tableGloss = ({ table_id, title }: { table_id: string; title: string | null }): string =>
    locale.value === 'zh' || title === null ? '' : known(`source.tableName.${table_id}`, '');

  const statementName = (id: string, otherwise: string): string =>
    known(`source.statement.${id}`, otherwise);

  /** What a figure of the text states, and of whom or what. */
  const statedName = ({ statement_id, subject }: StatementFact): string =>
    [statementName(statement_id, ''), subject].filter(Boolean).join(' · ');

  return { columnName, meaning, tableTitle, tableGloss, statementName, statedName };
}

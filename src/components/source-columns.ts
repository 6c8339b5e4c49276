import { Decimal } from 'decimal.js';
import { decimalText, metricCells } from '@/domain/metric-cells';
import { METRICS, metricById } from '@/domain/metrics';
import type { Metric } from '@/domain/metric';
import { YUAN_PER_UNIT, type PrintedUnit } from '@/domain/money';
import type { LeftAside, PrintedTable, PrintedTableInfo, TableCell } from '@/domain/printed-table';
import type { HeadcountFact, MetricFact, StatementFact } from '@/domain/source-facts';
import type { SourceRef } from '@/domain/source-ref';
import type { LeavingCell, TableColumn } from './data-table';
import { amountLeaving, wholeNumber, type TableWords } from './leaving-table';

/** A row of a printed table, a cell for each of its columns. */
export type PrintedRow = readonly TableCell[];

const perUnit = (unit: string): number => YUAN_PER_UNIT[unit as PrintedUnit] ?? 1;

/** A printed amount as a number of the printed unit, or what stands in its place. */
export function printedNumber(
  { amount, state, text }: Pick<TableCell, 'amount' | 'state' | 'text'>,
  unit: string,
  { t }: Pick<TableWords, 't'>,
): LeavingCell {
  const yuan = amount?.amount ?? null;
  if (yuan !== null) return { value: new Decimal(yuan).div(perUnit(unit)).toFixed() };
  return {
    value: null,
    reason:
      state === 'unreadable' ? t('leaving.unreadable', { printed: text }) : t('leaving.blank'),
  };
}

function cellRef({ amount }: TableCell): SourceRef | null {
  if (!amount?.side) return null;
  const { doc_id: doc, table_id: table, side, row_no: row, nature } = amount;
  return { kind: 'row', doc, table, side, row, nature };
}

/** Columns of a printed table, in their order: words as printed, amounts as numbers of the printed unit. */
export function printedTableColumns(
  table: PrintedTable,
  columnName: (table: PrintedTable, column: number) => string,
  words: TableWords,
): TableColumn<PrintedRow>[] {
  const { t } = words;
  const { info, columns } = table;
  const cellOf = (row: PrintedRow, place: number): TableCell | undefined => row[place];
  const isFirst = (row: PrintedRow, cell: TableCell): boolean =>
    row.find((one) => cellRef(one) !== null) === cell;
  return [
    {
      key: 'row',
      label: t('leaving.row'),
      leaving: wholeNumber(([first]) => first?.row_no ?? null),
    },
    ...columns.map(({ col_no, role }, place): TableColumn<PrintedRow> => {
      const label = columnName(table, col_no);
      if (role !== 'amount')
        return { key: String(col_no), label, text: (row) => cellOf(row, place)?.text ?? '' };
      return {
        key: String(col_no),
        label,
        unit: info.printed_unit,
        leaving: {
          type: 'money',
          cell(row) {
            const cell = cellOf(row, place);
            if (!cell) return { value: null };
            const source = isFirst(row, cell) ? cellRef(cell) : null;
            return { ...printedNumber(cell, info.printed_unit, words), source };
          },
        },
      };
    }),
  ];
}

/** Every amount cell of a printed table, from the left and from the top. */
export const amountCells = ({ rows }: PrintedTable): TableCell[] =>
  rows.flatMap((row) => row.filter(({ role }) => role === 'amount'));

/** Columns of the amount cells of a printed table: where each stands, what is printed, what it was read as. */
export function printedCellColumns(
  table: PrintedTable,
  names: {
    columnName: (table: PrintedTable, column: number) => string;
    meaning: (cell: NonNullable<TableCell['amount']>) => string;
  },
  words: TableWords,
): TableColumn<TableCell>[] {
  const { t } = words;
  return [
    { key: 'row', label: t('leaving.row'), leaving: wholeNumber(({ row_no }) => row_no) },
    {
      key: 'column',
      label: t('figureExport.column.column'),
      leaving: wholeNumber(({ col_no }) => col_no),
    },
    {
      key: 'label',
      label: t('figureExport.column.label'),
      text: ({ amount }) => amount?.label ?? '',
    },
    {
      key: 'head',
      label: t('figureExport.column.head'),
      text: ({ col_no }) => names.columnName(table, col_no),
    },
    { key: 'printed', label: t('figureExport.column.printed'), text: ({ text }) => text },
    {
      key: 'amount',
      label: t('leaving.amount'),
      unit: table.info.printed_unit,
      leaving: {
        type: 'money',
        cell: (cell) => printedNumber(cell, table.info.printed_unit, words),
      },
    },
    {
      key: 'meaning',
      label: t('leaving.kind'),
      text: ({ amount }) => (amount ? names.meaning(amount) : ''),
    },
    {
      key: 'inferred',
      label: t('leaving.inferred'),
      text: ({ placed }) => (placed ? t('leaving.yes') : ''),
    },
    {
      key: 'page',
      label: t('leaving.page'),
      leaving: wholeNumber(({ amount }) => amount?.page ?? null),
    },
  ];
}

/** A metric of a document as it is listed. */
export interface MetricListRow {
  metric: Metric;
  fact: MetricFact;
  name: string;
}

/** Every metric of a document in the order of the metrics; classes printed as zero are left out. */
export function metricListRows(
  facts: readonly MetricFact[],
  { t, format }: TableWords,
): MetricListRow[] {
  const byId = new Map(facts.map((fact) => [fact.metric_id, fact]));
  const classes = facts.filter(({ metric_id, value }) => metric_id.includes(':') && value !== 0);
  const ids = [...METRICS.map(({ id }) => id), ...classes.map(({ metric_id }) => metric_id)];
  return ids.flatMap((id) => {
    const metric = metricById(id);
    const fact = byId.get(id);
    if (!metric || !fact) return [];
    const english = format.language === 'en' ? fact.class_name_en : null;
    const className = english ?? fact.class_name;
    const name = className
      ? t('source.drawer.classShare', { name: className })
      : format.words(metric.name);
    return [{ metric, fact, name }];
  });
}

/** Columns of the metrics of a document: each value in its own unit, with its formula. */
export function metricListColumns(
  rows: readonly MetricListRow[],
  words: TableWords,
): TableColumn<MetricListRow>[] {
  const { t, format } = words;
  return [
    { key: 'metric', label: t('source.column.metric'), text: ({ name }) => name },
    {
      key: 'value',
      label: t('source.column.value'),
      leaving: {
        type: 'number',
        metrics: rows.map(({ metric }) => metric),
        cell({ metric, fact: { doc_id: doc, value, reason } }) {
          const source = { kind: 'metric', doc, metric: metric.id } as const;
          if (value === null)
            return {
              value: null,
              reason: t(`common.missing.${reason ?? 'not_published'}`),
              source,
            };
          const { type, textOf } = metricCells(metric, format.unit);
          return { value: { type, value: textOf(value) }, source };
        },
      },
    },
    {
      key: 'unit',
      label: t('source.column.unit'),
      text: ({ metric: { unit } }) =>
        unit === 'ratio' ? t('figureExport.fraction') : format.metricUnit(unit),
    },
    {
      key: 'formula',
      label: t('source.column.formula'),
      text: ({ metric }) => format.words(metric.formula),
    },
    { key: 'id', label: t('leaving.metricId'), text: ({ metric }) => metric.id },
  ];
}

/** Columns of headcounts: how many, of what kind, when, and where it is stated. */
export function headcountColumns({ t }: TableWords): TableColumn<HeadcountFact>[] {
  return [
    {
      key: 'kind',
      label: t('source.column.kind'),
      text: ({ kind }) => t(`common.headcount.${kind}`),
    },
    {
      key: 'people',
      label: t('source.column.people'),
      leaving: wholeNumber(({ people }) => people),
    },
    {
      key: 'as_of',
      label: t('source.column.asOf'),
      leaving: { type: 'date', cell: ({ as_of }) => ({ value: as_of }) },
    },
    {
      key: 'from',
      label: t('source.column.from'),
      text: (one) =>
        t(one.supplied_by === 'user' ? 'source.drawer.user' : 'source.drawer.fromDocument'),
    },
    { key: 'source', label: t('leaving.statedIn'), text: ({ source }) => source },
    {
      key: 'used',
      label: t('leaving.used'),
      text: ({ used }) => (used ? t('leaving.yes') : ''),
    },
  ];
}

/** Columns of the figures of the text: what each states, the phrase, the amount or number. */
export function statementColumns(
  nameOf: (row: StatementFact) => string,
  words: TableWords,
): TableColumn<StatementFact>[] {
  const { t, format } = words;
  return [
    { key: 'states', label: t('source.column.states'), text: nameOf },
    { key: 'printed', label: t('source.column.printed'), text: ({ printed }) => printed },
    {
      key: 'amount',
      label: t('leaving.amount'),
      unit: format.unitName,
      leaving: amountLeaving(words, ({ amount }) => ({ yuan: amount })),
    },
    {
      key: 'value',
      label: t('leaving.figure'),
      leaving: {
        type: 'number',
        cell: ({ value }) => ({ value: value === null ? null : decimalText(value) }),
      },
    },
    { key: 'unit', label: t('leaving.unit'), text: ({ value_unit }) => value_unit ?? '' },
    { key: 'section', label: t('source.column.section'), text: ({ section }) => section ?? '' },
  ];
}

/** Columns of the tables of a document: how many of their cells hold what. */
export function tableListColumns(
  tableTitle: (info: PrintedTableInfo) => string,
  { t }: TableWords,
): TableColumn<PrintedTableInfo>[] {
  const counts = ['numbers', 'zeros', 'blanks', 'unreadable'] as const;
  return [
    { key: 'no', label: t('source.column.no'), leaving: wholeNumber(({ table_no }) => table_no) },
    { key: 'title', label: t('source.column.table'), text: tableTitle },
    {
      key: 'unit',
      label: t('leaving.printedUnit'),
      text: ({ printed_unit }) => printed_unit,
    },
    { key: 'page', label: t('leaving.page'), leaving: wholeNumber(({ page }) => page) },
    ...counts.map((name): TableColumn<PrintedTableInfo> => ({
      key: name,
      label: t(`source.column.${name}`),
      leaving: wholeNumber((info) => info[name]),
    })),
  ];
}

/** Columns of what a document prints that none of its tables holds. */
export const asideColumns = ({ t }: TableWords): TableColumn<LeftAside>[] => [
  { key: 'printed', label: t('source.aside.printed'), text: ({ printed }) => printed ?? '' },
  {
    key: 'reason',
    label: t('source.aside.reason'),
    text: ({ reason }) => t(`review.unread.${reason}`),
  },
  {
    key: 'page',
    label: t('source.aside.page'),
    figures: true,
    text: ({ page }) => String(page ?? ''),
    leaving: wholeNumber(({ page }) => page),
  },
  {
    key: 'amounts',
    label: t('source.aside.amounts'),
    figures: true,
    text: ({ amounts }) => String(amounts),
    leaving: wholeNumber(({ amounts }) => amounts),
  },
];

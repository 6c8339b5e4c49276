import type {
  DocumentIdentity,
  DocumentReading,
  Found,
  LineReading,
  RowReading,
  StatementReading,
  TableReading,
} from '@/domain/reading/reading';
import type { TableId } from '@/domain/vocabulary';

/** Readings made by hand: one row of two amounts per table. */

export const foundValue = <T>(value: T, doubtful = false): Found<T> => ({
  value,
  evidence: String(value),
  where: null,
  doubtful,
});

export const identityOf = (over: Partial<DocumentIdentity> = {}): DocumentIdentity => ({
  organization: foundValue('靖宇县财政局'),
  jurisdiction: foundValue('220622'),
  fiscalYear: foundValue(2026),
  stage: foundValue('budget'),
  scope: foundValue('department'),
  title: foundValue('靖宇县财政局2026年部门预算'),
  publishedOn: null,
  ...over,
});

const row: RowReading = {
  rowNo: 1,
  side: 'expenditure',
  classification: 'function',
  code: '201',
  label: '一般公共服务支出',
  economicCode: null,
  level: 1,
  parentRowNo: null,
  isTotal: true,
  partial: false,
};

const lineOf = (colNo: number, amount: string, over: Partial<LineReading> = {}): LineReading => ({
  row,
  colNo,
  fund: 'all',
  vintage: 'total',
  nature: colNo === 2 ? 'total' : 'basic',
  amount: `${amount}0000.00`,
  state: 'number',
  printed: amount,
  where: { page: 3, table: 1, row: 3, column: colNo },
  doubts: [],
  ...over,
});

export function tableOf(
  tableId: TableId,
  amounts: readonly string[],
  over: Partial<TableReading> = {},
): TableReading {
  const cells = ['科目', '合计', '基本支出'].map((text, column) => ({
    row: 0,
    column,
    rows: 1,
    columns: 1,
    text,
    where: { page: 3, table: 1, row: 1, column: column + 1 },
    box: null,
    doubt: null,
  }));
  return {
    tableId,
    tableNo: 1,
    title: '支出预算总表',
    unit: foundValue('万元' as const),
    table: { grids: [0], rows: 3, columns: 3, cells },
    headerRows: 2,
    columns: [
      { colNo: 1, header: '科目', role: 'label', side: 'expenditure', meaning: null },
      ...amounts.map((_, i) => ({
        colNo: i + 2,
        header: i === 0 ? '合计' : '',
        role: 'amount' as const,
        side: 'expenditure' as const,
        meaning: null,
      })),
      { colNo: 4, header: '备注', role: null, side: null, meaning: null },
    ],
    rows: [row],
    lines: amounts.map((amount, i) => lineOf(i + 2, amount)),
    columnsLeftOut: false,
    equations: [],
    unread: [],
    placements: [],
    ...over,
  };
}

export const statementOf = (over: Partial<StatementReading> = {}): StatementReading => ({
  statementId: 'running_cost',
  subject: null,
  amount: '100000.00',
  value: null,
  valueUnit: null,
  comparedYear: null,
  basis: null,
  printed: '10万元',
  section: '机关运行经费',
  sentence: '机关运行经费10万元',
  where: { page: 9 },
  ...over,
});

export const readingOf = (over: Partial<DocumentReading> = {}): DocumentReading => ({
  document: { file: 'a.pdf', format: 'pdf', pages: 9, blocks: [], notes: [] },
  identity: identityOf(),
  tables: [tableOf('expenditure', ['30', '20'])],
  unread: [],
  projects: [],
  indicators: [],
  outsourcing: [],
  statements: [],
  headcounts: [],
  issues: [],
  ...over,
});

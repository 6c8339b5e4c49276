import type { Place } from '@/domain/published-document';
import type {
  DocumentReading,
  LineDoubt,
  LineReading,
  TableReading,
} from '@/domain/reading/reading';

/** The place of a cell on the first page. */
export const at = (row: number, column: number, table = 1, page = 1): Place => ({
  page,
  table,
  row,
  column,
});

interface MadeTable {
  /** By row and column of the amount: `1 2`. */
  doubts?: Readonly<Record<string, readonly LineDoubt[]>>;
  table?: number;
  more?: Partial<TableReading>;
}

/** A table of one header row, a label column and amounts; null is a blank place without a cell. */
export function tableOf(
  texts: readonly (readonly (string | null)[])[],
  { doubts = {}, table = 1, more = {} }: MadeTable = {},
): TableReading {
  const box = { left: 0, top: 0, right: 0.5, bottom: 0.5 };
  const cells = texts.flatMap((row, r) =>
    row.flatMap((text, c) =>
      text === null
        ? []
        : [
            {
              row: r,
              column: c,
              rows: 1,
              columns: 1,
              text,
              where: at(r + 1, c + 1, table),
              box,
              doubt: null,
            },
          ],
    ),
  );
  const rows = texts.slice(1).map((row, i) => ({
    rowNo: i + 1,
    side: null,
    classification: 'function' as const,
    code: null,
    label: row[0] ?? '',
    economicCode: null,
    level: 1,
    parentRowNo: null,
    isTotal: false,
    partial: false,
  }));
  const lines = rows.flatMap((row): LineReading[] =>
    (texts[row.rowNo] ?? []).slice(1).map((text, i) => ({
      row,
      colNo: i + 2,
      fund: 'all',
      vintage: 'total',
      nature: 'total',
      amount: text === null || text === '' ? null : `${text}.00`,
      state: text === null || text === '' ? 'blank' : 'number',
      printed: text ?? '',
      where: at(row.rowNo + 1, i + 2, table),
      doubts: doubts[`${row.rowNo} ${i + 2}`] ?? [],
    })),
  );
  return {
    tableId: 'balance',
    tableNo: table,
    title: null,
    unit: { value: '元', evidence: '单位：元', where: null, doubtful: false },
    table: { grids: [0], rows: texts.length, columns: texts[0]?.length ?? 0, cells },
    headerRows: 1,
    columns: [],
    rows,
    lines,
    columnsLeftOut: false,
    equations: [],
    unread: [],
    placements: [],
    ...more,
  };
}

export const found = <T>(value: T, doubtful = false) => ({
  value,
  evidence: '',
  where: null,
  doubtful,
});
/** A budget of which everything is known. */
export const readingOf = (
  tables: readonly TableReading[],
  more: Partial<DocumentReading> = {},
): DocumentReading => ({
  document: { file: 'a.pdf', format: 'pdf', pages: 1, blocks: [], notes: [] },
  identity: {
    organization: found('靖宇县财政局'),
    jurisdiction: found('220622'),
    fiscalYear: found(2026),
    stage: found('budget'),
    scope: found('department'),
    title: null,
    publishedOn: null,
  },
  tables,
  unread: [],
  projects: [],
  indicators: [],
  outsourcing: [],
  statements: [],
  headcounts: [],
  issues: [],
  ...more,
});

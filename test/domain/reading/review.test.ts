import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grid, GridCell, Place } from '@/domain/published-document';
import type {
  Correction,
  DocumentReading,
  Equation,
  LineDoubt,
  LineReading,
  TableReading,
} from '@/domain/reading/reading';
import { inPrintedUnit, partsTotal } from '@/domain/reading/review-amounts';
import {
  correctedCells,
  correctionKey,
  withCorrection,
  withoutCorrection,
} from '@/domain/reading/review-corrections';
import { gridRows } from '@/domain/reading/review-grid';
import { placeKey } from '@/domain/reading/review-places';
import { canLoad, countStates, isOpenToLoad, nextToLook } from '@/domain/reading/review-queue';
import type { QueueItem, QueueState } from '@/domain/reading/review-queue';
import {
  lookReasons,
  missingIdentity,
  needsLook,
  summarize,
} from '@/domain/reading/review-summary';
import { nextMark, pageCells, reviewMarks, reviewRows } from '@/domain/reading/review-table';

const at = (row: number, column: number, table = 1, page = 1): Place => ({
  page,
  table,
  row,
  column,
});

/** A table of one header row, a label column and amounts; null is a blank place without a cell. */
function tableOf(
  texts: readonly (readonly (string | null)[])[],
  { doubts = {}, table = 1, more = {} as Partial<TableReading> } = {} as {
    doubts?: Readonly<Record<string, readonly LineDoubt[]>>;
    table?: number;
    more?: Partial<TableReading>;
  },
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
    level: 1,
    parentRowNo: null,
    isTotal: false,
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
    equations: [],
    unread: [],
    placements: [],
    ...more,
  };
}

const found = <T>(value: T, doubtful = false) => ({ value, evidence: '', where: null, doubtful });
const readingOf = (
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
    expect(countStates(items)).toMatchObject({ needs_look: 3, ready: 1, refused: 0 });
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

describe('rows of a table', () => {
  it('have a cell for every column, header rows left out, blank places with the place of their amount', () => {
    const rows = reviewRows(plain);
    expect(rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['一、教育', '3', '1', '2'],
      ['二、卫生', '', '', '0'],
    ]);
    const blank = rows[1]?.cells[2];
    expect(blank).toMatchObject({ where: at(3, 3), box: null, rowNo: 2, colNo: 3 });
    expect(blank?.line?.state).toBe('blank');
    expect(rows[0]?.cells[0]?.line).toBeNull();
  });

  it('say what is doubted and what was not read, cells and whole rows', () => {
    const table = tableOf([HEAD, ['一、教育', '3', '1', '2'], ['备注', '见附件', '', '']], {
      doubts: { '1 3': ['over_border'] },
      more: {
        unread: [
          { reason: 'not_a_number', printed: '见附件', where: at(3, 2), amounts: 1 },
          {
            reason: 'unknown_row',
            printed: '备注',
            where: { page: 1, table: 1, row: 3 },
            amounts: 0,
          },
        ],
      },
    });
    const rows = reviewRows(table);
    expect(rows[0]?.cells[2]?.doubts).toEqual(['over_border']);
    expect(rows[1]?.cells[1]?.unread).toBe('not_a_number');
    expect(rows[1]?.unread).toBe('unknown_row');
    expect(rows[0]?.unread).toBeNull();
    const marks = reviewMarks(readingOf([table]));
    expect(marks.map(({ key, kind }) => [key, kind])).toEqual([
      [placeKey(at(2, 3)), 'doubt'],
      [placeKey(at(3, 2)), 'unread'],
    ]);
  });

  it('are stepped through over all tables, round the end', () => {
    const doubtful = (table: number) =>
      tableOf([HEAD, ['一、教育', '3', '1', '2']], { table, doubts: { '1 2': ['sum_differs'] } });
    const marks = reviewMarks(readingOf([doubtful(1), doubtful(2)]));
    const [first, second] = marks;
    expect(marks).toHaveLength(2);
    expect(nextMark(marks, null, 0, 1)).toBe(first);
    expect(nextMark(marks, null, 1, 1)).toBe(second);
    expect(nextMark(marks, first!.key, 0, 1)).toBe(second);
    expect(nextMark(marks, second!.key, 1, 1)).toBe(first);
    expect(nextMark(marks, first!.key, 0, -1)).toBe(second);
    expect(nextMark([], null, 0, 1)).toBeNull();
  });

  it('are found on their page, the smallest cell first', () => {
    const cells = pageCells(readingOf([plain]), 1);
    expect(cells).toHaveLength(plain.table.cells.length);
    expect(pageCells(readingOf([plain]), 2)).toEqual([]);
  });
});

describe('a grid as an HTML table', () => {
  const cellOf = (row: number, column: number, rows = 1, columns = 1): GridCell => ({
    row,
    column,
    rows,
    columns,
    text: `${row},${column}`,
    box: null,
    doubt: null,
  });
  const gridOf = (rows: number, columns: number, cells: readonly GridCell[]): Grid => ({
    kind: 'grid',
    page: null,
    sheet: null,
    sheetName: null,
    table: 1,
    rows,
    columns,
    cells,
    box: null,
  });
  const whole = { from: 0, to: 1000, columns: 1000 };
  const spans = (grid: Grid, part = whole) =>
    gridRows(grid, part).map((row) => row.map((one) => [one.column, one.rowSpan, one.columnSpan]));

  it('keeps spans, and blank places between them', () => {
    const grid = gridOf(3, 3, [cellOf(0, 0, 1, 2), cellOf(1, 1, 2, 1), cellOf(2, 2)]);
    expect(spans(grid)).toEqual([
      [
        [0, 1, 2],
        [2, 1, 1],
      ],
      [
        [0, 1, 1],
        [1, 2, 1],
        [2, 1, 1],
      ],
      [
        [0, 1, 1],
        [2, 1, 1],
      ],
    ]);
  });

  it('cuts spans at the edges of the part that is drawn', () => {
    const grid = gridOf(10, 5, [cellOf(0, 0, 10, 1), cellOf(4, 1, 1, 4)]);
    expect(spans(grid, { from: 4, to: 6, columns: 3 })).toEqual([
      [
        [0, 2, 1],
        [1, 1, 2],
      ],
      [
        [1, 1, 1],
        [2, 1, 1],
      ],
    ]);
  });

  it('covers every place of any grid exactly once, overlapping cells included', () => {
    const side = fc.integer({ min: 0, max: 5 });
    const length = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(fc.array(fc.tuple(side, side, length, length), { maxLength: 12 }), (places) => {
        const grid = gridOf(
          6,
          6,
          places.map((place) => cellOf(...place)),
        );
        const seen = new Map<string, number>();
        for (const { row, column, rowSpan, columnSpan } of gridRows(grid, whole).flat()) {
          for (let r = row; r < row + rowSpan; r++) {
            for (let c = column; c < column + columnSpan; c++) {
              seen.set(`${r} ${c}`, (seen.get(`${r} ${c}`) ?? 0) + 1);
            }
          }
        }
        expect([...seen.values()].every((times) => times === 1)).toBe(true);
        expect(seen.size).toBe(36);
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

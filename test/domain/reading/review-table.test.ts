import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grid, GridCell } from '@/domain/published-document';
import { gridRows } from '@/domain/reading/review-grid';
import { placeKey } from '@/domain/reading/review-places';
import { nextMark, pageCells, reviewMarks, reviewRows } from '@/domain/reading/review-table';
import { at, readingOf, tableOf } from '../../helpers/made-reading';

const HEAD = ['项目', '合计', '基本', '项目支出'];
const plain = tableOf([HEAD, ['一、教育', '3', '1', '2'], ['二、卫生', '', null, '0']]);
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

import { describe, expect, test } from 'vitest';
import type { TablesContext } from '@/domain/reading/read-tables';
import type { TableId } from '@/domain/vocabulary';
import { readBlocks as read } from '../../helpers/read-small-table';
import { grid, line } from '../../helpers/small-table';

describe('titles, units and pages', () => {
  const ROWS = '205|教育支出|1.00\n208|社会保障和就业支出|2.00';
  const HEAD = '科目编码|科目名称|金额';

  test('title, office and unit in the first rows of the table itself', () => {
    const { tables } = read([
      grid(`支出预算总表|<|<\n编制单位：某局|单位：元|<\n${HEAD}\n${ROWS}`, { page: null }),
    ]);
    expect(tables[0]).toMatchObject({
      tableId: 'expenditure',
      title: '支出预算总表',
      headerRows: 3,
    });
    expect(tables[0]?.lines.map(({ amount }) => amount)).toEqual(['1.00', '2.00']);
  });

  test('each table has its own unit; one without takes that of the others, in doubt', () => {
    const { tables } = read([
      line('支出预算总表'),
      line('金额单位：元'),
      grid(`${HEAD}\n${ROWS}`),
      line('一般公共预算支出表（单位：万元）', 2),
      grid(`${HEAD}\n${ROWS}`, { page: 2 }),
      line('收入预算总表', 3),
      line('单位：元', 3),
      grid('单位名称|合计\n某局|1.00', { page: 3 }),
      line('国有资本经营预算支出表', 4),
      grid(`${HEAD}\n${ROWS}`, { page: 4 }),
    ]);
    expect(tables.map(({ tableId, unit }) => [tableId, unit.value, unit.doubtful])).toEqual([
      ['expenditure', '元', false],
      ['general_public', '万元', false],
      ['income', '元', false],
      ['state_capital', '元', true],
    ]);
    expect(tables[3]?.lines[0]?.doubts).toEqual(['unit_of_others']);
  });

  test('a unit cut by a line break is not its rest', () => {
    const above = [line('支出预算总表'), line('单位：万'), line('元')];
    expect(read([...above, grid(`${HEAD}\n${ROWS}`)]).tables[0]?.unit.value).toBe('万元');
    const table = grid(`支出预算总表|<|<\n编制单位：某局|单位：万元|<\n${HEAD}\n${ROWS}`);
    const cells = table.cells.map((cell) => ({
      ...cell,
      text: cell.text.replace('：万元', '：万\n元'),
    }));
    expect(read([{ ...table, cells }]).tables[0]?.unit.value).toBe('万元');
  });

  test('without any unit nothing is read', () => {
    const { tables, unread } = read([line('支出预算总表'), grid(`${HEAD}\n${ROWS}`)]);
    expect(tables).toEqual([]);
    expect(unread).toEqual([
      { reason: 'no_unit', printed: '支出预算总表', where: { page: 1, table: 1 }, amounts: 4 },
    ]);
  });

  test('a table runs on over pages, with its header again or without', () => {
    const { tables } = read([
      line('支出预算总表'),
      line('单位：万元'),
      grid(`${HEAD}\n${ROWS}\n210|卫生健康支|3.00`),
      grid(`|出|\n213|农林水支出|4.00`, { page: 2 }),
      line('支出预算总表（续）', 3),
      line('单位：万元', 3),
      grid(`${HEAD}\n214|交通运输支出|5.00`, { page: 3 }),
    ]);
    expect(tables).toHaveLength(1);
    expect(tables[0]?.table.grids).toEqual([2, 3, 6]);
    expect(tables[0]?.rows.map(({ rowNo, label }) => `${rowNo} ${label}`)).toEqual([
      '1 教育支出',
      '2 社会保障和就业支出',
      '3 卫生健康支出',
      '4 农林水支出',
      '5 交通运输支出',
    ]);
    expect(tables[0]?.lines[3]?.where).toEqual({ page: 2, table: 1, row: 2, column: 3 });
  });

  test('another table on the next page is another table', () => {
    const { tables } = read([
      line('支出预算总表'),
      line('单位：万元'),
      grid(`${HEAD}\n${ROWS}`),
      line('一般公共预算支出预算表', 2),
      line('单位：万元', 2),
      grid(`${HEAD}\n${ROWS}`, { page: 2 }),
    ]);
    expect(tables.map(({ tableId, tableNo }) => `${tableId} ${tableNo}`)).toEqual([
      'expenditure 1',
      'general_public 2',
    ]);
  });

  test('a second table of one kind and one of no kind are left out, and listed', () => {
    const { tables, unread } = read([
      line('支出预算总表'),
      line('单位：万元'),
      grid(`${HEAD}\n${ROWS}`),
      line('支出预算总表（下属单位）', 4),
      grid(`${HEAD}\n${ROWS}`, { page: 4 }),
      line('某物流指标情况', 5),
      grid('指标|数量\n甲|1.00', { page: 5 }),
    ]);
    expect(tables).toHaveLength(1);
    expect(unread.map(({ reason }) => reason)).toEqual(['second_table', 'unknown_table']);
  });

  test('a table without a title is known by its content alone', () => {
    const { tables } = read([
      line('单位：万元'),
      grid(`项目名称|一级指标|二级指标|三级指标|指标值|权重
            甲|产出指标|数量指标|次数|≥3次|20`),
      line('单位：万元', 2),
      grid(
        `单位|支出|占比
            某局|1.00|3`,
        { page: 2 },
      ),
    ]);
    expect(tables.map(({ tableId }): TableId => tableId)).toEqual(['performance']);
  });
});

describe('corrections', () => {
  const blocks = [
    line('支出预算总表'),
    line('单位：万元'),
    grid('科目编码|科目名称|合计|风险准备\n205|教育支出|1.O0|0.50'),
  ];
  const where = { page: 1, table: 1 };
  const corrected = (correction: TablesContext['corrections'][number]) =>
    read(blocks, { corrections: [correction] }).tables[0];

  test('a cell, the unit, the meaning of a column, the kind of a table', () => {
    const cell = corrected({
      field: 'cell',
      where: { ...where, row: 2, column: 3 },
      found: '1.O0',
      given: '1.00',
    });
    expect(cell?.lines[0]).toMatchObject({ amount: '10000.00', state: 'number' });
    const unit = corrected({ field: 'unit', where, found: '万元', given: '元' });
    expect(unit?.unit).toMatchObject({ value: '元', doubtful: false });
    const column = corrected({
      field: 'column',
      where: { ...where, row: 1, column: 4 },
      found: null,
      given: {
        role: 'amount',
        side: null,
        meaning: { fund: 'all', vintage: 'total', nature: 'project' },
      },
    });
    expect(column?.lines.map(({ nature }) => nature)).toEqual(['total', 'project']);
    const kind = corrected({ field: 'table', where, found: 'expenditure', given: 'gov_fund' });
    expect(kind?.tableId).toBe('gov_fund');
    expect(corrected({ field: 'table', where, found: 'expenditure', given: null })).toBeUndefined();
  });
});

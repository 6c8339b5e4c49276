import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Grid, GridCell } from '@/domain/published-document';
import { readTarget, unitInName } from '@/domain/reading/indicator-target';
import { readIndicators } from '@/domain/reading/indicators';
import { packedIndicators } from '@/domain/reading/packed-indicators';
import { readProjects } from '@/domain/reading/projects';
import type { LineReading, RowReading, TableReading } from '@/domain/reading/reading';
import { tableReading } from './tables-by-hand';

describe('what a target says', () => {
  test.each([
    ['≥96%', '>= 96 %'],
    ['>=17个', '>= 17 个'],
    ['大于等于90百分比', '>= 90 百分比'],
    ['不少于1,200场次', '>= 1200 场次'],
    ['≤118.272万元', '<= 118.272 万元'],
    ['不超过5天', '<= 5 天'],
    ['小于0.5%', '< 0.5 %'],
    ['＝12期/年', '= 12 期/年'],
    ['等于12人', '= 12 人'],
    ['100%', ' 100 %'],
    ['20场及以上', '>= 20 场'],
    ['10个工作日以内', '<= 10 个工作日'],
    ['９０％', ' 90 %'],
    ['12个月', ' 12 个月'],
    ['持续提升', '  '],
    ['2026年全年', '  '],
    ['2026年5月至6月', '  '],
    ['12月底前', '  '],
    ['90%-95%', '  '],
    ['前五名', '  '],
    ['', '  '],
    ['涉密', '  '],
  ])('%s', (printed, expected) => {
    const { operator, target, targetUnit } = readTarget(printed);
    expect([operator, target, targetUnit].map((part) => part ?? '').join(' ')).toBe(expected);
  });

  test('a unit in a column of its own, or at the end of the name', () => {
    expect(readTarget('≥3', '次')).toEqual({ operator: '>=', target: '3', targetUnit: '次' });
    expect(unitInName('采购数量（台）')).toBe('台');
    expect(unitInName('保障（含2026年）')).toBeNull();
  });

  test('any text is read without failing, and a figure stands in it', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'≥≤<=>大小于等不少1290.,%万元个年月底前 以上（）'),
          maxLength: 30,
        }),
        (printed) => {
          const { target, operator } = readTarget(printed);
          const digits = (text: string): string => text.replaceAll(/[^\d]/g, '');
          const stands =
            target === null ? operator === null : digits(printed).includes(digits(target));
          expect(stands).toBe(true);
        },
      ),
    );
  });
});

type Cell = string | null;
/** A grid of texts; null continues the cell above. */
function gridOf(rows: readonly (readonly Cell[])[], page = 1): Grid {
  const cells: GridCell[] = [];
  rows.forEach((texts, row) =>
    texts.forEach((text, column) => {
      if (text === null) {
        const above = cells.findLast((cell) => cell.column === column);
        if (above) above.rows += 1;
        return;
      }
      cells.push({ row, column, rows: 1, columns: 1, text, box: null, doubt: null });
    }),
  );
  return {
    kind: 'grid',
    page,
    sheet: null,
    sheetName: null,
    table: 1,
    rows: rows.length,
    columns: rows[0]?.length ?? 0,
    cells,
    box: null,
  };
}

const HEADER = ['项目名称', '年度资金总额', '一级指标', '二级指标', '三级指标', '指标值', '权重'];

const projectTable = (
  projects: readonly (readonly [name: string, amount: string])[],
): TableReading => {
  const rows = projects.map(([name], i): RowReading => ({
    rowNo: i + 1,
    side: 'expenditure',
    classification: 'project',
    code: null,
    label: name,
    economicCode: null,
    level: 1,
    parentRowNo: null,
    isTotal: false,
    partial: false,
  }));
  const lines = projects.map(([, amount], i): LineReading => ({
    row: rows[i]!,
    colNo: 2,
    fund: 'all',
    vintage: 'total',
    nature: 'project',
    amount,
    state: 'number',
    printed: amount,
    where: {},
    doubts: [],
  }));
  const grid = gridOf([['二级项目', '合计'], ...projects.map(([name, amount]) => [name, amount])]);
  return tableReading('project', grid, 1, { rows, lines });
};

const read = (tables: readonly TableReading[]): string[] =>
  readIndicators(tables, readProjects(tables)).map((one) =>
    [
      one.projectId,
      one.projectLabel,
      one.level1,
      one.level3,
      one.operator,
      one.target,
      one.targetUnit,
      one.weight,
    ]
      .map((part) => part ?? '')
      .join(' | '),
  );

describe('layouts', () => {
  test('blank cells repeat what stands above, until the next project', () => {
    const grid = gridOf([
      HEADER,
      ['水库维修', '12.00', '产出指标', '数量指标', '维修座数', '≥3座', '50'],
      ['', '', '', '', '验收次数', '1次', '40'],
      ['堤防巡查', '8.00', '效益指标', '社会效益', '保障行洪', '有效', '90'],
    ]);
    const projects = projectTable([
      ['水库维修', '120000.00'],
      ['堤防巡查', '80000.00'],
    ]);
    expect(read([projects, tableReading('performance', grid, 1)])).toEqual([
      'p01 | 水库维修 | 产出指标 | 维修座数 | >= | 3 | 座 | 50',
      'p01 |  | 产出指标 | 验收次数 |  | 1 | 次 | 40',
      'p02 | 堤防巡查 | 效益指标 | 保障行洪 |  |  |  | 90',
    ]);
  });

  test('a cell without a name at the foot of a page is that of the project named on the next', () => {
    const rows: readonly (readonly Cell[])[] = [
      HEADER,
      ['水库维修', '12.00', '产出指标', '数量指标', '维修座数', '≥3座', '50'],
      [null, null, '', '', '验收次数', '1次', '40'],
      ['', '', '成本指标', '经济成本', '巡查费用', '≤8万元', '50'],
      ['堤防巡查', '8.00', '效益指标', '社会效益', '保障行洪', '有效', '90'],
    ];
    const onPages = (pages: readonly number[]): TableReading => {
      const whole = tableReading('performance', gridOf(rows), 1);
      const cells = whole.table.cells.map((cell) => ({
        ...cell,
        where: { ...cell.where, page: pages[cell.row] ?? 1 },
      }));
      return { ...whole, table: { ...whole.table, cells } };
    };
    const names = (table: TableReading): string[] =>
      readIndicators([table], readProjects([table])).map(
        ({ projectId, projectLabel, level3 }) => `${projectId} ${projectLabel ?? ''} ${level3}`,
      );
    expect(names(onPages([1, 1, 1, 1, 2]))).toEqual([
      'p01 水库维修 维修座数',
      'p01  验收次数',
      'p02 堤防巡查 巡查费用',
      'p02  保障行洪',
    ]);
    const asAbove = [
      'p01 水库维修 维修座数',
      'p01  验收次数',
      'p01  巡查费用',
      'p02 堤防巡查 保障行洪',
    ];
    expect(names(onPages([1, 1, 1, 2, 2]))).toEqual(asAbove);
    expect(names(onPages([1, 1, 1, 1, 1]))).toEqual(asAbove);
  });

  test('a form for each project, one below the other', () => {
    const form = (name: string, amount: string, target: string): Cell[][] => [
      ['项目名称', name, '', ''],
      ['主管部门', '靖宇县水务局', '', ''],
      ['资金金额（万元）', '年度资金总额：', amount, ''],
      ['总体目标', '保障安全，完成3处维修。', '', ''],
      ['一级指标', '二级指标', '三级指标', '指标值'],
      ['产出指标', '数量指标', '维修数量（处）', target],
    ];
    const grid = gridOf([...form('水库维修', '12', '≥3'), ...form('堤防巡查', '8', '12')]);
    const projects = projectTable([
      ['水库维修', '120000.00'],
      ['堤防巡查工作', '80000.00'],
    ]);
    expect(read([projects, tableReading('performance', grid, 1)])).toEqual([
      'p01 | 水库维修 | 产出指标 | 维修数量（处） | >= | 3 | 处 | ',
      'p02 | 堤防巡查 | 产出指标 | 维修数量（处） |  | 12 | 处 | ',
    ]);
  });

  test('all of a project’s targets in one cell; the last is left out where its end is cut', () => {
    const cell =
      '1、1-产出指标；11-数量指标；维修座数；实施周期指标值:≥3座；年度指标值:≥2座。2、2-效益指标；22-社会效益；保障行洪；年度指标值:有效。3、3-满意度指标；31-服务对象满意度；群众满意度；年度指标值:≥9';
    expect(
      packedIndicators(cell).map(({ level3, target, printed }) => [level3, target, printed]),
    ).toEqual([
      ['维修座数', '2', '≥2座'],
      ['保障行洪', null, '有效'],
    ]);
    const grid = gridOf([
      ['项目名称', '总计', '绩效指标'],
      ['合计', '12', ''],
      ['水库维修', '12', cell],
    ]);
    expect(read([tableReading('performance', grid, 1)])).toEqual([
      'p01 | 水库维修 | 产出指标 | 维修座数 | >= | 2 | 座 | ',
      'p01 |  | 效益指标 | 保障行洪 |  |  |  | ',
    ]);
  });

  test('direction and unit in columns of their own, and a project’s number before its name', () => {
    const grid = gridOf([
      ['项目名称', '三级指标', '绩效指标性质', '本年绩效指标值', '绩效度量单位', '一级指标'],
      ['22000026T000000460216-水库维修', '维修座数', '≥', '3', '座', '产出指标'],
      ['', '保障行洪', '定性', '优', '', '效益指标'],
    ]);
    const tables = [tableReading('performance', grid, 1)];
    expect(readProjects(tables).map(({ level2, rowNo }) => [level2, rowNo])).toEqual([
      ['水库维修', null],
    ]);
    expect(read(tables)).toEqual([
      'p01 | 22000026T000000460216-水库维修 | 产出指标 | 维修座数 | >= | 3 | 座 | ',
      'p01 |  | 效益指标 | 保障行洪 |  |  |  | ',
    ]);
  });
});

describe('projects in other words', () => {
  const indicator = ['产出指标', '数量指标', '维修座数', '3座', '90'];
  const matched = (
    label: string,
    amount: string,
    projects: readonly (readonly [string, string])[],
  ) =>
    readIndicators(
      [
        projectTable(projects),
        tableReading('performance', gridOf([HEADER, [label, amount, ...indicator]]), 1),
      ],
      readProjects([projectTable(projects)]),
    )[0]?.projectId ?? null;

  test.each([
    ['水库 维修（2026）', '1', [['水库维修(2026)', '990000.00']], 'p01'],
    [
      '水库维修工程项目',
      '12.00',
      [
        ['水库维修工程', '120000.00'],
        ['堤防巡查', '120000.00'],
      ],
      'p01',
    ],
    ['水库维修工程项目', '12.00', [['水库维修工程', '130000.00']], null],
    ['日常运行', '12.00', [['水库维修工程', '120000.00']], null],
    [
      '水库维修',
      '12.00',
      [
        ['水库维修', '120000.00'],
        ['水库维修', '120000.00'],
      ],
      null,
    ],
    ['__proto__', '12.00', [['水库维修', '120000.00']], null],
  ] as const)('%s, %s', (label, amount, projects, expected) =>
    expect(matched(label, amount, projects)).toBe(expected),
  );
});

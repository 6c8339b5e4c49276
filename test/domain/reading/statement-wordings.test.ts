import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StatementReading } from '@/domain/reading/reading';
import { readStatements } from '@/domain/reading/statements';
import { foundValue } from '../../helpers/hand-reading';
import { budgetOf, documentOf } from './wordings';

const shown = (one: StatementReading): string => {
  const id = one.subject === null ? one.statementId : `${one.statementId}(${one.subject})`;
  const figure = one.amount ?? `${one.value}${one.valueUnit}`;
  return [id, figure, one.comparedYear, one.basis].filter((part) => part !== null).join(' ');
};

const read = (heading: string, ...lines: string[]): string[] =>
  readStatements(documentOf([`# ${heading}`, ...lines]), budgetOf(2026)).map(shown);

const readFinal = (heading: string, ...lines: string[]): string[] =>
  readStatements(
    documentOf([`# ${heading}`, ...lines]),
    budgetOf(2025, { stage: foundValue('final') }),
  ).map(shown);

describe('what an amount is of', () => {
  test.each([
    ['一、收支预算总体情况', '清河县水务局2026年收支总预算500万元。', ['total 5000000.00']],
    [
      '二、收入预算情况',
      '收入预算 1,234.5 万元，其中：上年结转34.5万元，占2.8％。',
      [
        'income_total 12345000.00',
        'income_carryover 345000.00',
        'income_carryover_share 2.8% total',
      ],
    ],
    [
      '二、收入预算情况',
      '其中：事业收入资金12元；其他收入３４５千元。',
      ['income_business 12.00', 'income_other 345000.00'],
    ],
    [
      '三、支出预算情况',
      '基本支出1亿元，占支出预算的40%；项目支出1.5亿元。',
      ['basic 100000000.00', 'basic_share 40% total', 'project 150000000.00'],
    ],
    [
      '五、一般公共预算支出情况',
      '基本支出中，人员经费8万元，占80%。',
      ['general_public_personnel 80000.00', 'general_public_personnel_share 80% basic'],
    ],
    [
      '五、一般公共预算支出情况',
      '农林水（类）支出9万元，占90%；其他支出1万元。',
      [
        'function_amount(农林水支出) 90000.00 general_public',
        'function_share(农林水支出) 90% general_public',
        'function_amount(其他支出) 10000.00 general_public',
      ],
    ],
    [
      '六、一般公共预算基本支出情况',
      '2026年一般公共预算基本支出10万元，其中：',
      ['basic_total 100000.00'],
    ],
    [
      '（一）机关运行经费',
      '县水务局2家行政单位的机关运行经费财政拨款预算7万元。',
      ['administrative_unit_count 2家', 'running_cost 70000.00'],
    ],
    [
      '（一）机关运行经费。',
      '本部门机关运行经费当年一般公共预算拨款7万元。',
      ['running_cost 70000.00'],
    ],
    [
      '（二）政府采购情况',
      '货物类采购预算3万元，工程类采购预算0万元，服务类采购预算4万元。',
      ['procurement_goods 30000.00', 'procurement_works 0.00', 'procurement_services 40000.00'],
    ],
    [
      '（三）国有资产占有使用情况',
      '共有车辆3辆，单位价值100万元以上设备2台（套）。计划新增车辆1辆，单价50万元以上设备1台。',
      [
        'vehicles 3辆',
        'equipment(单价100万元以上设备) 2台/套',
        'vehicles_planned 1辆',
        'equipment_planned 1台/套',
      ],
    ],
    ['七、“三公”经费情况', '公务用车购置费2026年预算数2万元。', ['vehicle_purchase 20000.00']],
    ['八、会议费情况', '一般公共预算安排的会议费预算支出6万元。', ['meeting 60000.00']],
    [
      '（四）预算绩效情况',
      '将四个项目支出的绩效目标公开，涉及资金120万元。',
      ['performance_project_count 4个', 'performance_amount 1200000.00'],
    ],
  ] as const)('%s: %s', (heading, line, expected) => expect(read(heading, line)).toEqual(expected));

  test('of a final account the budget and what was settled stand apart', () => {
    expect(
      readFinal(
        '七、“三公”经费支出决算情况说明',
        '“三公”经费支出年初预算为9万元，支出决算为6万元，完成预算的66.7%。',
      ),
    ).toEqual(['three_public_budget 90000.00', 'three_public 60000.00']);
  });

  test('a heading within the paragraph gives its figure a name', () => {
    expect(
      read(
        '四、“三公”经费预算情况说明',
        '1.公务接待费。2026年预算数3万元，较2025年年初预算减少1万元。',
      ),
    ).toEqual(['reception 30000.00', 'reception_change -10000.00 2025 budget']);
  });

  test('a lead before a colon is what the next paragraphs divide', () => {
    expect(read('部门预算编制说明', '支出预算20万元，包括：', '农林水支出20万元。')).toEqual([
      'expenditure_total 200000.00',
      'function_amount(农林水支出) 200000.00 total',
    ]);
  });
});

describe('what changes', () => {
  const CASES: readonly (readonly [string, string, readonly string[]])[] = [
    [
      '比上年减少2万元，下降4.5%',
      '机关运行经费7万元',
      ['running_cost_change -20000.00 2025', 'running_cost_change_share -4.5% 2025'],
    ],
    [
      '与2025年预算数相比，增加2万元',
      '机关运行经费7万元',
      ['running_cost_change 20000.00 2025 budget'],
    ],
    ['较2025年执行数增长3%', '机关运行经费7万元', ['running_cost_change_share 3% 2025 executed']],
    ['与上年持平', '机关运行经费7万元', ['running_cost_change 0.00 2025']],
    ['与上年基本持平', '机关运行经费7万元', []],
    ['比上年增加（减少）0万元', '机关运行经费7万元', ['running_cost_change 0.00 2025']],
    ['比上年增加（减少）5万元', '机关运行经费7万元', []],
    ['比年初预算减少5万元', '机关运行经费7万元', []],
    [
      '比2025年年初预算数9万元减少2万元',
      '机关运行经费7万元',
      ['running_cost_change -20000.00 2025 budget'],
    ],
    ['主要原因是办公费比上年减少2万元', '机关运行经费7万元', []],
  ];
  test.each(CASES)('%s', (change, amount, expected) =>
    expect(read('机关运行经费', `2026年${amount}，${change}。`)).toEqual([
      'running_cost 70000.00',
      ...expected,
    ]),
  );

  test('the total or this year’s part of it', () => {
    const lines = ['收支总预算9万元，其中：本年预算8万元；上年结转1万元。比2025年预算增加2万元。'];
    expect(read('一、收支预算总体情况', ...lines).at(-1)).toBe('total_change 20000.00 2025 total');
    expect(
      read('一、收支预算总体情况', '收支总预算9万元。2026年本年预算比2025年当年预算减少3万元。').at(
        -1,
      ),
    ).toBe('total_change -30000.00 2025 current');
  });

  test('nothing where several things may change', () => {
    const line = '预算收入9万元。预算支出9万元。2026年预算比2025年预算增加2万元。';
    expect(read('一、收支总表情况说明', line)).toEqual([
      'income_total 90000.00',
      'expenditure_total 90000.00',
    ]);
  });
});

describe('what is left out', () => {
  test.each([
    ['三、支出预算情况', '社会公益类项目支出38万元。'],
    ['三、支出预算情况', '福利项目193万元，主要包括：项目支出38万元。'],
    ['七、“三公”经费情况', '“三公”经费2025年预算数为9万元。'],
    ['七、“三公”经费情况', '2025年公务接待费9万元，占10%。'],
    ['名词解释', '机关运行经费7万元。'],
    ['三、支出预算情况', '项目支出10-20万元。'],
    ['三、支出预算情况', '项目支出约20万元。'],
    ['三、支出预算情况', '项目支出1，234万元。'],
  ])('%s: %s', (heading, line) => expect(read(heading, line)).toEqual([]));

  test('one thing with two values in a section', () => {
    expect(
      read('（二）政府采购情况', '政府采购预算总额5万元。', '政府采购预算总额6万元。'),
    ).toEqual([]);
  });

  test('an amount whose unit is a slip', () => {
    expect(read('一、收支情况', '支出预算168元。', '（一）支出总计168万元。')).toEqual([
      'expenditure_total 1680000.00',
    ]);
  });
});

test('a statement leads back to its sentence, section and page', () => {
  const lines = ['# 三、机关运行经费', '无关的一句。2026年“机关运行经费”7 万元。'];
  expect(readStatements(documentOf(lines), budgetOf(2026))).toEqual([
    expect.objectContaining({
      section: '机关运行经费',
      sentence: '2026年“机关运行经费”7 万元。',
      printed: '“机关运行经费”7 万元',
      where: { page: 1 },
    }),
  ]);
});

test('a paragraph that a page breaks is one', () => {
  const lines = [
    '# 三、机关运行经费',
    '本部门二〇二六年度的机关运行经费预算为',
    '7万元，比上年减少1万元。',
  ];
  expect(readStatements(documentOf(lines), budgetOf(2026)).map(shown)).toContain(
    'running_cost_change -10000.00 2025',
  );
});

test('text in a box, as some pages print it, is text', () => {
  const text = '三、机关运行经费\n2026年机关运行经费7万元。';
  const cell = { row: 0, column: 0, rows: 1, columns: 1, text, box: null, doubt: null };
  const place = { page: 2, sheet: null, sheetName: null, table: 1, box: null };
  const document = documentOf([]);
  const box = {
    ...document,
    blocks: [{ kind: 'grid' as const, ...place, rows: 1, columns: 1, cells: [cell] }],
  };
  expect(readStatements(box, budgetOf(2026))).toEqual([
    expect.objectContaining({ amount: '70000.00', section: '机关运行经费', where: { page: 2 } }),
  ]);
});

test('where the year of the budget is unknown, amounts of a named year are left out', () => {
  const lines = ['# 三、机关运行经费', '2026年机关运行经费7万元。', '本部门机关运行经费8万元。'];
  const read = readStatements(documentOf(lines), budgetOf(2026, { fiscalYear: null }));
  expect(read.map(shown)).toEqual(['running_cost 80000.00']);
});

describe('any text', () => {
  const WORDS = [
    '收入预算',
    '支出预算',
    '比上年',
    '减少',
    '增长',
    '占',
    '其中：',
    '，',
    '。',
    '；',
    '（',
    '）',
    '12.5',
    '1,234',
    '万元',
    '%',
    '“三公”经费',
    '车辆',
    '辆',
    '2026年',
    '与上年持平',
    '主要原因是',
    ' ',
    '、',
    '-',
    '__proto__',
  ];
  test('is read without failing, and a figure that is read stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }), (words) => {
        const line = words.join('');
        for (const one of readStatements(documentOf([`# 收支预算情况`, line]), budgetOf(2026))) {
          expect(line).toContain(one.printed);
          expect(one.amount === null).not.toBe(one.value === null);
        }
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    '比',
    '（',
    '1,',
    '占',
    '一、',
    '12万元，',
    '增加（',
    '收入预算',
    '1'.repeat(30),
    '截至',
    '，其中：',
  ])('%s many times is read at once', (piece) => {
    const line = piece.repeat(Math.floor(19_000 / piece.length));
    const started = performance.now();
    readStatements(documentOf([`# 收支预算情况`, line, line]), budgetOf(2026));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

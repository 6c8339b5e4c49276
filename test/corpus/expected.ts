import type { Scope, Stage, TableId } from '@/domain/vocabulary';

/** What a reader of a published document sees: checked on its pages. */
export interface ExpectedDocument {
  organization: string;
  code: string;
  year: number;
  stage: Stage;
  scope: Scope;
  /** Standard tables it prints, in any order. */
  tables: readonly TableId[];
  /** Unit of its tables; tables in 万元 where most are in 元. */
  unit: '万元' | '元';
  inWan?: readonly TableId[];
  /** Both totals of its balance table in yuan; null without such a table. */
  total: string | null;
  /** Sums that the publisher's own figures miss: table, row and column of the sum, and what stands there. */
  own?: readonly { table: TableId; row: number; col: number; seen: string }[];
}

/** Documents that are to be refused, and the codes that say why. */
export const REFUSED: Readonly<Record<string, readonly string[]>> = {
  '不是预算/北京/中共深圳市区委宣传部_2026市级部门财政预算专题.pdf': ['not_a_budget'],
  '不是预算/宁德/政府办公厅_2026年部门预算.pdf': ['not_a_budget'],
  '不是预算/福州/商务局_2025年福州市物流业运行情况报告.pdf': ['not_a_budget'],
  '不是预算/长沙/财政局_2026年部门预算.pdf': ['scanned_document'],
  '天津/商务局_2026年部门预算.html': ['links_only'],
  '广州/政务服务和数据管理局_广州市政务服务和数据局2026年部门整体预算绩效目标申报表.pdf': [
    'not_a_budget',
  ],
  '普陀/模板/department_budget_template.xlsx': ['identity_missing'],
};

const SHANGHAI: readonly TableId[] = [
  'balance',
  'income',
  'expenditure',
  'appropriation',
  'general_public',
  'gov_fund',
  'state_capital',
  'basic',
  'three_public',
];
const BEIJING: readonly TableId[] = [...SHANGHAI, 'procurement', 'performance'];
const GUANGZHOU: readonly TableId[] = [...SHANGHAI, 'project'];
const SHENZHEN = GUANGZHOU;
const ZHEJIANG: readonly TableId[] = [...SHANGHAI, 'project', 'performance'];
const CHANGCHUN = ZHEJIANG;
const FINAL = SHANGHAI;
const CHONGQING = SHANGHAI.filter((id) => id !== 'state_capital').concat([
  'procurement',
  'performance',
]);
const JIANGSU = SHANGHAI.filter((id) => id !== 'state_capital').concat(['procurement']);
const XIAN = SHANGHAI.filter((id) => id !== 'state_capital').concat([
  'project',
  'procurement',
  'performance',
]);

const of = (
  organization: string,
  code: string,
  year: number,
  tables: readonly TableId[],
  total: string | null,
  over: Partial<ExpectedDocument> = {},
): ExpectedDocument => ({
  organization,
  code,
  year,
  stage: 'budget',
  scope: 'department',
  unit: '万元',
  tables,
  total,
  ...over,
});
const own = (
  seen: string,
  cells: readonly (readonly [table: TableId, row: number, col: number])[],
): NonNullable<ExpectedDocument['own']> =>
  cells.map(([table, row, col]) => ({ table, row, col, seen }));
const unit = { scope: 'unit' } as const;
/** Shanghai prints all tables in 元 but the three public expenses. */
const shanghai = { unit: '元', inWan: ['three_public'] } as const;
const final = { stage: 'final' } as const;

const CONGRESS = '江苏省人大常委会办公厅';
const PARTY = '江苏省委办公厅';

/** By file below `published`. */
export const EXPECTED: Readonly<Record<string, ExpectedDocument>> = {
  '上海/2026年上海市信访局_部门预算.pdf': of(
    '上海市信访办公室',
    '310000',
    2026,
    SHANGHAI,
    '288280739.00',
    { ...unit, ...shanghai },
  ),
  '上海/2026年上海市商务局_部门预算.pdf': of(
    '上海钻石宝玉石交易联合管理办公室',
    '310000',
    2026,
    [...SHANGHAI, 'project'],
    '7233086.00',
    { ...unit, ...shanghai },
  ),
  '上海/2026年上海市财政局_部门预算.pdf': of(
    '上海市财务会计综合管理事务中心（上海市财政科学研究所）',
    '310000',
    2026,
    SHANGHAI,
    '21443300.00',
    { ...unit, ...shanghai },
  ),
  '北京/2026年北京市财政局部门预算.pdf': of('北京市财政局', '110000', 2026, [], null),
  '北京/医疗保障局_2026年部门预算.pdf': of(
    '北京市医疗保障局',
    '110000',
    2026,
    BEIJING,
    '1108966196.02',
    {
      own: own('the rows above the total add up to 29,117.62, the total says 110,896.62', [
        ['expenditure', 65, 4],
        ['expenditure', 65, 6],
        ['general_public', 16, 3],
        ['general_public', 16, 7],
      ]),
    },
  ),
  '北京/审计局_附件2：北京市审计局2026年度部门预算报表.pdf': of(
    '北京市审计局',
    '110000',
    2026,
    BEIJING,
    '328520538.32',
  ),
  '北京/财政局_2026年部门预算.pdf': of('北京市财政局', '110000', 2026, BEIJING, '441693575.32'),
  '广州/信访局_2026年部门预算.pdf': of('广州市信访局', '440100', 2026, GUANGZHOU, '39440800.00'),
  '广州/政务服务和数据管理局_2026年部门预算.pdf': of(
    '广州市政务服务和数据管理局',
    '440100',
    2026,
    GUANGZHOU,
    '988807800.00',
  ),
  '广州/政务服务和数据管理局_广州市政务服务和数据管理局2026年项目支出绩效目标表（含转移支付项目）.pdf':
    of('广州市政务服务和数据管理局', '440100', 2026, ['performance'], null),
  '昆明/政府办公厅_2026年部门预算.html': of('昆明市人民政府办公室', '530100', 2026, [], null, unit),
  '普陀/上海市普陀区人民政府万里街道办事处24年预算.pdf': of(
    '上海市普陀区人民政府万里街道办事处',
    '310107',
    2024,
    SHANGHAI,
    '156211123.00',
    shanghai,
  ),
  '普陀/上海市普陀区人民政府万里街道办事处25年预算.pdf': of(
    '上海市普陀区人民政府万里街道办事处',
    '310107',
    2025,
    SHANGHAI,
    '189767551.00',
    shanghai,
  ),
  '普陀/上海市普陀区商务委员会25年预算.pdf': of(
    '上海市普陀区商务委员会',
    '310107',
    2025,
    SHANGHAI,
    '371514655.00',
    shanghai,
  ),
  '普陀/上海市普陀区商务委员会单位25年预算.pdf': of(
    '上海市普陀区商务委员会',
    '310107',
    2025,
    SHANGHAI,
    '371514655.00',
    { ...unit, ...shanghai },
  ),
  '普陀/上海市普陀区财政局2024年度部门决算.pdf': of(
    '上海市普陀区财政局',
    '310107',
    2024,
    FINAL,
    '29953900.00',
    final,
  ),
  '杭州/司法局_2026年部门预算.pdf': of('杭州市司法局', '330100', 2026, ZHEJIANG, '992304600.00'),
  '武汉/信访局_国家信访局2024年度部门决算公开.pdf': of(
    '国家信访局',
    '100000',
    2024,
    // Its report on a project prints that project's yearly targets.
    [...FINAL, 'performance'],
    '220665900.00',
    final,
  ),
  '江苏/江苏省人大办公厅/江苏省人大办公厅2017年度预算公开.pdf': of(
    CONGRESS,
    '320000',
    2017,
    JIANGSU,
    '136490700.00',
  ),
  '江苏/江苏省人大办公厅/省人大办公厅2018预算公开.pdf': of(
    CONGRESS,
    '320000',
    2018,
    JIANGSU,
    '158974400.00',
  ),
  '江苏/江苏省人大办公厅/江苏省人大常委会2019年度部门预算公开.pdf': of(
    CONGRESS,
    '320000',
    2019,
    [],
    null,
  ),
  '江苏/江苏省人大办公厅/江苏省人大常委会办公厅2019年部门预算公开表.pdf': of(
    CONGRESS,
    '320000',
    2019,
    JIANGSU,
    '183303700.00',
  ),
  '江苏/江苏省委办公厅/江苏省委办公厅2017年部门预算.pdf': of(PARTY, '320000', 2017, [], null),
  '江苏/江苏省委办公厅/江苏省委办公厅2017年预算公开表格.pdf': of(
    '中国共产党江苏省委员会办公厅',
    '320000',
    2017,
    JIANGSU,
    '208494500.00',
  ),
  '江苏/江苏省委办公厅/江苏省委办公厅2018年度部门预算公开文件.pdf': of(
    PARTY,
    '320000',
    2018,
    [],
    null,
  ),
  '江苏/江苏省委办公厅/江苏省委办公厅2018年度部门预算公开表.pdf': of(
    '中共江苏省委办公厅',
    '320000',
    2018,
    JIANGSU,
    '244584300.00',
  ),
  '江苏/江苏省委办公厅/江苏省委办公厅2019年度部门预算公开文件.pdf': of(
    PARTY,
    '320000',
    2019,
    [],
    null,
  ),
  '江苏/江苏省委办公厅/江苏省委办公厅2019年度部门预算公开表格.pdf': of(
    '中共江苏省委办公厅',
    '320000',
    2019,
    JIANGSU,
    '276642200.00',
  ),
  '深圳/2026年深圳市交通运输局部门预算.pdf': of(
    '深圳市交通运输局（本级）',
    '440300',
    2026,
    SHENZHEN,
    '3887635600.00',
    unit,
  ),
  '深圳/2026年深圳市民政局部门预算.pdf': of(
    '深圳市民政局（本级）',
    '440300',
    2026,
    SHENZHEN,
    '282834600.00',
    unit,
  ),
  '湖州/2026年湖州市交通运输局部门预算.pdf': of(
    '湖州市交通运输局',
    '330500',
    2026,
    ZHEJIANG,
    '2012861100.00',
    {
      own: own('the total leaves out what the classes above it hold', [['appropriation', 48, 4]]),
    },
  ),
  '湖州/2026年湖州市退役军人事务局部门预算.pdf': of(
    '湖州市退役军人事务局',
    '330500',
    2026,
    ZHEJIANG,
    '62563100.00',
  ),
  '西安/2026年西安市统计局部门预算.pdf': of('西安市统计局', '610100', 2026, XIAN, '62109297.20', {
    unit: '元',
  }),
  '西安/政务服务和数据管理局_2026年部门预算.pdf': of(
    '西安市行政审批服务局',
    '610100',
    2025,
    XIAN,
    '50937608.35',
    { unit: '元' },
  ),
  '重庆/2026年重庆市商务委员会部门预算.pdf': of(
    '重庆市商务委员会',
    '500000',
    2026,
    CHONGQING,
    '1749006400.00',
  ),
  '长春/2026年长春市信访局部门预算.pdf': of(
    '长春市信访局（本级）',
    '220100',
    2026,
    CHANGCHUN,
    '16827600.00',
    {
      ...unit,
      own: [
        ...own('the row has a total and a project amount, and 0.00 for the year', [
          ['expenditure', 3, 4],
          ['expenditure', 5, 3],
          ['expenditure', 5, 4],
          ['expenditure', 6, 3],
          ['expenditure', 6, 4],
        ]),
        ...own('the items add up to more than their class', [
          ['basic', 2, 3],
          ['basic', 2, 4],
          ['basic', 2, 5],
          ['basic', 12, 3],
          ['basic', 12, 4],
          ['basic', 12, 6],
        ]),
      ],
    },
  ),
};

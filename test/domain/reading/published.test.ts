import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { buildPlaceIndex, type PlaceRow } from '@/domain/place-index';
import { readIdentity } from '@/domain/reading/identity';
import { readStatements } from '@/domain/reading/statements';
import { isTableTitle, tableIdOfTitle } from '@/domain/reading/table-titles';
import { hasCorpus, readCorpus } from '../../importers/pdf/corpus';

/** What documents say of themselves and in their text, looked up on their pages: `page id figure year basis`. */
const DOCUMENTS = [
  {
    file: '上海/2026年上海市财政局_部门预算.pdf',
    identity:
      '上海市财务会计综合管理事务中心（上海市财政科学研究所） | 310000 | 2026 | budget | unit',
    statements: [
      '4 section_count 6个',
      '6 income_business 300000.00',
      '6 expenditure_appropriation_change 190000.00 2025 budget',
      '21 three_public 47000.00',
      '21 vehicle_total 32000.00',
      '21 vehicle_running 32000.00',
      '21 reception_change 0.00 2025 budget',
      '21 procurement_services 190000.00',
      '21 equipment(单价100万元以上设备) 0台/套',
      '21 equipment_planned(单价100万元以上设备) 0台/套',
    ],
  },
  {
    file: '北京/2026年北京市财政局部门预算.pdf',
    identity: '北京市财政局 | 110000 | 2026 | budget | department',
    statements: [
      '6 income_superior 0.00',
      '6 income_other 0.00',
      '6 income_carryover 127200.00',
      '7 expenditure_total_change 1481600.00 2025 budget',
      '8 three_public 2238000.00',
      '8 vehicle_total 844200.00',
      '9 procurement_goods 7169800.00',
      '9 procurement_works 0.00',
      '9 procurement_services 122315100.00',
      '9 vehicles 27辆',
    ],
  },
  {
    file: '广州/信访局_2026年部门预算.pdf',
    identity: '广州市信访局 | 440100 | 2026 | budget | department',
    statements: [
      '4 section_count 8个',
      '21 income_total 39440800.00',
      '21 income_total_change_share 7.8% 2025',
      '21 three_public_change -10000.00 2025',
      '21 three_public_change_share -17.2% 2025',
      '21 running_cost 4443900.00',
      '22 vehicles 2辆',
      '22 equipment(单价100万元以上设备) 1台/套',
      '22 outsourcing_total 4782000.00',
      '22 outsourcing_change_share 11.5% 2025',
    ],
  },
  {
    file: '普陀/上海市普陀区财政局2024年度部门决算.pdf',
    identity: '上海市普陀区财政局 | 310107 | 2024 | final | department',
    statements: [
      '21 total_change_share -1.87% 2023 total',
      '21 expenditure_current 29400500.00',
      '21 appropriation_total 3000.00',
      '21 general_public_total_change -631400.00 2023',
      '21 function_amount(一般公共服务支出) 21066600.00 general_public',
      '21 function_share(住房保障支出) 15.16% general_public',
      '21 general_public_total_budget 29939200.00',
      '23 basic_operating 1846500.00',
      '23 performance_amount 5984200.00',
      '24 running_cost_change 25500.00 2023',
    ],
  },
  {
    file: '江苏/江苏省人大办公厅/江苏省人大常委会2019年度部门预算公开.pdf',
    identity: '江苏省人大常委会办公厅 | 320000 | 2019 | budget | department',
    statements: [
      '10 function_amount_change_share(住房保障支出) 55.54% 2018',
      '11 income_carryover 0.00',
      '11 income_carryover_share 0% total',
      '11 project_share 35.24% total',
      '12 appropriation_total 183303700.00',
      '15 general_public_total_change_share 15.3% 2018',
      '15 abroad 1992500.00',
      '15 reception_share 50.12% three_public',
      '16 abroad 1992500.00',
      '17 running_cost 16420800.00',
    ],
  },
  {
    file: '江苏/江苏省委办公厅/江苏省委办公厅2017年部门预算.pdf',
    identity: '江苏省委办公厅 | 320000 | 2017 | budget | department',
    statements: [
      '6 income_total 208494500.00',
      '6 function_amount_change_share(一般公共服务支出) 7.62% 2016',
      '6 function_amount_change(社会保障和就业支出) 658800.00 2016',
      '6 basic 99640700.00',
      '7 income_general_public 207022500.00',
      '7 project 106886600.00',
      '7 project_share 51.27% total',
      '7 appropriation_total 207022500.00',
      '8 expenditure_appropriation_change 20435800.00 2016',
      '11 reception_change 0.00 2016 budget',
    ],
  },
  {
    file: '深圳/2026年深圳市民政局部门预算.pdf',
    identity: '深圳市民政局（本级） | 440300 | 2026 | budget | unit',
    statements: [
      '6 subordinate_unit_count 0家',
      '6 income_total_change 143099500.00 2025 budget',
      '6 expenditure_total 282834600.00',
      '10 abroad 468000.00',
      '10 reception 150000.00',
      '10 vehicle_total 42000.00',
      '11 performance_amount 227017700.00',
      '12 running_cost_change_share 7.6% 2025 budget',
      '13 vehicles_planned 0辆',
      '13 gov_fund_total 193361500.00',
    ],
  },
  {
    file: '西安/政务服务和数据管理局_2026年部门预算.pdf',
    identity: '西安市行政审批服务局 | 610100 | 2025 | budget | department',
    statements: [
      '8 authorized_admin 35名',
      '9 general_public_total_change 6620800.00 2024',
      '10 general_public_total 50937600.00',
      '11 general_public_total 50937600.00',
      '15 three_public_change -5000.00 2024',
      '15 vehicle_running_change 0.00 2024',
      '15 meeting 19600.00',
      '15 meeting_change_share -2% 2024',
      '17 procurement_total 21549900.00',
      '17 running_cost_change_share 2.98% 2024',
    ],
  },
  {
    file: '重庆/2026年重庆市商务委员会部门预算.pdf',
    identity: '重庆市商务委员会 | 500000 | 2026 | budget | department',
    statements: [
      '3 section_count 34个',
      '3 income_general_public 1018338400.00',
      '3 income_fiscal_account 220708200.00',
      '3 income_operation 62829800.00',
      '3 function_amount(社会保障和就业支出) 76866800.00 total',
      '4 appropriation_general_public 1018338400.00',
      '4 general_public_total 1018338400.00',
      '4 three_public 8909700.00',
      '4 vehicle_purchase 0.00',
      '4 procurement_total 65468200.00',
    ],
  },
  {
    file: '长春/2026年长春市信访局部门预算.pdf',
    identity: '长春市信访局（本级） | 220100 | 2026 | budget | unit',
    statements: [
      '17 income_total 16827600.00',
      '17 basic 12082000.00',
      '17 expenditure_total 16827600.00',
      '17 project 4745600.00',
      '17 income_appropriation 16827600.00',
      '17 appropriation_basic 12082000.00',
      '17 function_amount(一般公共服务支出) 13784100.00 general_public',
      '17 function_amount(社会保障和就业支出) 1784200.00 general_public',
      '18 reception_change -2700.00 2025 budget',
      '18 project_total 4745600.00',
    ],
  },
  {
    file: '普陀/上海市普陀区商务委员会单位25年预算.pdf',
    identity: '上海市普陀区商务委员会 | 310107 | 2025 | budget | unit',
    statements: [],
  },
  {
    file: '武汉/信访局_国家信访局2024年度部门决算公开.pdf',
    identity: '国家信访局 | 100000 | 2024 | final | department',
    statements: [],
  },
  {
    file: '北京/审计局_附件2：北京市审计局2026年度部门预算报表.pdf',
    identity: '北京市审计局 | 110000 | 2026 | budget | department',
    statements: [],
  },
  {
    file: '江苏/江苏省委办公厅/江苏省委办公厅2017年预算公开表格.pdf',
    identity: '中国共产党江苏省委员会办公厅 | 320000 | 2017 | budget | department?',
    statements: [],
  },
  {
    file: '江苏/江苏省人大办公厅/江苏省人大常委会办公厅2019年部门预算公开表.pdf',
    identity: '江苏省人大常委会办公厅 | 320000 | 2019 | budget | department?',
    statements: [],
  },
  {
    file: '广州/政务服务和数据管理局_广州市政务服务和数据局2026年部门整体预算绩效目标申报表.pdf',
    identity: '广州市政务服务和数据管理局 | 440100 | 2026? | budget? | department',
    statements: [],
  },
] as const;

const places = buildPlaceIndex(
  Papa.parse<PlaceRow>(readFileSync('data/jurisdiction.csv', 'utf8').replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data.map((row) => ({ ...row, parent_code: row.parent_code || null })),
);

describe.skipIf(!hasCorpus)('published documents', () => {
  test.each(DOCUMENTS)('$file', async ({ file, identity, statements }) => {
    const document = await readCorpus(`published/${file}`);
    const titles = document.blocks.flatMap((block) =>
      block.kind === 'text' && isTableTitle(block.text) && tableIdOfTitle(block.text)
        ? [block.text]
        : [],
    );
    const found = readIdentity(document, { places, titles, corrections: [] });
    const { organization, jurisdiction, fiscalYear, stage, scope } = found;
    expect(
      [organization, jurisdiction, fiscalYear, stage, scope]
        .map((one) => (one ? `${one.value}${one.doubtful ? '?' : ''}` : 'none'))
        .join(' | '),
    ).toBe(identity);
    const read = readStatements(document, found).map((one) =>
      [
        one.where.page,
        one.subject === null ? one.statementId : `${one.statementId}(${one.subject})`,
        one.amount ?? `${one.value}${one.valueUnit}`,
        one.comparedYear,
        one.basis,
      ]
        .filter((part) => part !== null)
        .join(' '),
    );
    expect(read).toEqual(expect.arrayContaining([...statements]));
  });
});

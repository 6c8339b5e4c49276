import {
  fieldWords,
  type AmountField,
  type Landing,
  type LineLanding,
  type Synonyms,
} from './import-field';
import type { Fund, Nature, Vintage } from './vocabulary';

const amount = (lands: Landing, label: string, help: string, synonyms: Synonyms): AmountField => ({
  kind: 'amount',
  lands,
  ...fieldWords(label, help, synonyms),
});

const line = (rest: Partial<LineLanding>): LineLanding => ({
  side: 'expenditure',
  nature: 'total',
  vintage: 'total',
  fund: 'all',
  ...rest,
});
const threePublic = (label: string, rest: Partial<LineLanding> = {}): LineLanding =>
  line({ table: 'three_public', label, ...rest });

/**
 * What makes a column one of differences, shares, execution or another year, never an amount of the budget itself; in
 * normalized words.
 */
export const NO_AMOUNT =
  /上年|去年|上期|上一年|前一年|增减|增长|增幅|增加|减少|变动|同比|环比|差额|差异|占比|比重|比例|百分|执行|完成|人均|备注|说明|序号|行次|页码|%|率$|change|growth|share|(?:^|[^e])ratio|percent|percapita|previous|prior|lastyear|difference|variance|note|remark/;

/** Totals, and their parts by nature and vintage. */
const PARTS = {
  amount: amount(
    line({}),
    '金额|Amount',
    '一条记录只有一个金额；指标、资金来源、支出性质另有列|The only amount of a record; measure, fund and nature have their own columns',
    {
      exact:
        '金额|预算数|决算数|预算金额|决算金额|数额|预算额|金额数|支出金额|预算数额|数值|值|年初预算数|年初预算|调整预算数|预算安排|预算安排数|批复数|预算批复数|amount|value|budget amount|amount (yuan)|yuan|budget|budgeted|approved|approved budget|allocation',
      partial: '金额',
    },
  ),
  total: amount(
    line({}),
    '总预算|Total budget',
    '支出总计，含上年结转|Total expenditure, carry-over included',
    {
      exact:
        '合计|总计|小计|总预算|支出总计|支出合计|支出预算总计|支出预算合计|总支出|支出总额|预算总计|预算合计|预算总额|总额|全年预算|年度预算|部门预算|部门预算数|部门总预算|收支总预算|收支总计|预算支出合计|支出预算|支出预算数|本年支出合计|total|grand total|total budget|total expenditure|total amount|total spending|budget total|total_expenditure|total_budget',
      partial: '总计|合计|支出总额|预算总额|total expenditure|total budget',
      not: '收入|编制|人数|人员|基本支出|项目支出|三公|sub|revenue|income|财政拨款',
    },
  ),
  current: amount(
    line({ vintage: 'current' }),
    '本年预算|Current-year budget',
    '当年安排的预算，不含结转|Money of this year, without carry-over',
    {
      exact:
        '本年预算|编制预算|编制预算数|本年预算数|当年预算|当年预算数|本年安排|当年安排|本年支出|本年收入|本年数|当年预算安排|本年预算安排|本年拨款|current|current year|current-year budget|current year budget|this year',
      partial: '本年预算|当年预算|current year',
      not: '其中|结转|上年',
    },
  ),
  carryover: amount(
    line({ vintage: 'carryover' }),
    '上年结转|Carry-over',
    '上年结转（结余）资金|Money carried over from the year before',
    {
      exact:
        '上年结转|结转资金|上年结转结余|上年结转和结余|上年结转资金|结转结余|年初结转|年初结转和结余|上年结余结转|结余结转|上年结转数|上年结余|结转下达|上年结转(结余)|carryover|carry-over|carried over|carry over|brought forward|balance brought forward',
      partial: '上年结转|结转结余|carryover|carry-over|carried over',
      not: '项目|基本|下年',
    },
  ),
  basic: amount(
    line({ nature: 'basic' }),
    '基本支出|Basic expenditure',
    '人员经费和公用经费|Personnel and operating cost',
    {
      exact:
        '基本支出|基本支出预算|基本支出合计|基本支出小计|基本|基本支出总计|basic|basic expenditure|basic spending|recurrent|recurrent expenditure',
      partial: '基本支出|basic expenditure',
      not: '项目支出|经济分类',
    },
  ),
  personnel: amount(
    line({ nature: 'personnel' }),
    '人员经费|Personnel',
    '工资福利和对个人家庭的补助|Wages, benefits and aid to persons',
    {
      exact:
        '人员经费|人员支出|人员类|人员|人员经费支出|人员类项目|人员经费合计|人员经费小计|personnel|personnel cost|personnel expenditure|wages|compensation of employees|staff cost|staff costs',
      partial: '人员经费|人员支出|personnel',
      not: '公用|编外|离退|人数|编制|购买服务',
    },
  ),
  operating: amount(
    line({ nature: 'operating' }),
    '公用经费|Operating cost',
    '日常公用经费|Day-to-day operating cost',
    {
      exact:
        '公用经费|公用支出|日常公用经费|日常公用支出|公用|商品服务支出|运转类|公用经费支出|公用经费合计|公用经费小计|operating|operating cost|operating costs|operating expenditure|operation|goods and services',
      partial: '公用经费|公用支出|operating cost|operating expenditure',
      not: '人员经费|人均',
    },
  ),
  project: amount(
    line({ nature: 'project' }),
    '项目支出|Project expenditure',
    '项目支出预算|Project expenditure',
    {
      exact:
        '项目支出|项目支出预算|项目支出合计|项目支出小计|项目支出总计|项目经费|项目预算|项目金额|项目资金|特定目标类|专项支出|project expenditure|projects|project spending|project budget|projects expenditure|project costs|programme expenditure',
      partial: '项目支出|项目经费|project expenditure',
      not: '基本支出|结转|名称|编码|个数|绩效|code|name',
    },
  ),
  business: amount(
    line({ nature: 'business' }),
    '经营支出|Business expenditure',
    '事业单位经营支出|Business expenditure of institutions',
    {
      exact: '经营支出|事业单位经营支出|business expenditure',
      partial: '单位经营支出',
    },
  ),
  to_superior: amount(
    line({ nature: 'to_superior' }),
    '上缴上级支出|Paid to superior units',
    '上缴上级支出|Paid to superior units',
    {
      exact: '上缴上级支出|上缴上级|paid to superior',
      partial: '上缴上级',
    },
  ),
  to_subordinate: amount(
    line({ nature: 'to_subordinate' }),
    '对附属单位补助支出|Grants to subordinate units',
    '对附属单位补助支出|Grants to subordinate units',
    {
      exact:
        '对附属单位补助支出|对附属单位补助|附属单位补助|对下级单位补助支出|grants to subordinates',
      partial: '附属单位补助',
    },
  ),
  income: amount(
    line({ table: 'income', side: 'income' }),
    '收入总计|Total income',
    '收入总计|Total income',
    {
      exact:
        '收入总计|收入合计|收入|总收入|收入预算|收入预算总计|收入预算合计|收入预算数|收入总额|收入预算总额|本年收入合计|total income|income|revenue|total revenue|income total|receipts',
      partial: '收入总计|收入合计|total income|total revenue',
      not: '非税|事业收入|经营收入|其他',
    },
  ),
} as const satisfies Record<string, AmountField>;

const fund = (of: Fund, label: string, synonyms: Synonyms): AmountField =>
  amount(line({ fund: of }), label, label, synonyms);

/** Totals by source of the money. */
const BY_FUND = {
  appropriation: fund('appropriation', '财政拨款|Fiscal appropriation', {
    exact:
      '财政拨款|财政拨款收入|财政拨款支出|财政拨款合计|财政拨款小计|财政拨款预算|财政资金|财政性资金|appropriation|fiscal appropriation|appropriations',
    partial: '财政拨款|appropriation',
    not: '非财政|一般公共|政府性基金|国有资本|其他|结转|三公',
  }),
  general_public: fund('general_public', '一般公共预算|General public budget', {
    exact:
      '一般公共预算|一般公共预算拨款|一般公共预算财政拨款|一般公共预算财政拨款收入|一般公共预算拨款收入|一般公共预算资金|一般公共预算收入|一般公共预算支出|一般公共预算小计|公共财政预算|公共财政预算拨款|general public budget|general public|general budget|general fund',
    partial: '一般公共预算|公共财政预算|general public',
    not: '基本支出|项目支出|结转|三公',
  }),
  gov_fund: fund('gov_fund', '政府性基金|Government funds', {
    exact:
      '政府性基金|政府性基金预算|政府性基金预算拨款|政府性基金预算财政拨款|政府性基金预算财政拨款收入|政府性基金预算拨款收入|政府性基金预算资金|政府性基金收入|政府性基金预算收入|基金预算|基金预算拨款|government fund|government funds|gov fund|managed funds',
    partial: '政府性基金|government fund',
    not: '结转',
  }),
  state_capital: fund('state_capital', '国有资本经营预算|State capital budget', {
    exact:
      '国有资本经营预算|国有资本经营|国有资本经营预算拨款|国有资本经营预算财政拨款|国有资本经营预算财政拨款收入|国有资本经营预算拨款收入|国有资本经营预算资金|国有资本经营收入|国有资本经营预算收入|state capital|state capital budget|state capital operations',
    partial: '国有资本|state capital',
    not: '结转',
  }),
  non_appropriation: fund('non_appropriation', '非财政拨款|Other than appropriation', {
    exact: '非财政拨款|非财政拨款收入|其他资金|非财政资金|non-appropriation|other funds',
    partial: '非财政拨款',
    not: '结转',
  }),
  fiscal_account: fund('fiscal_account', '财政专户管理资金|Fiscal special account', {
    exact:
      '财政专户管理资金|财政专户|财政专户资金|财政专户管理资金收入|财政专户核拨|财政专户拨款|专户资金|教育收费|fiscal account|fiscal special account|special account',
    partial: '财政专户|special account',
    not: '结转',
  }),
  institution: fund('institution', '单位资金|Own funds of units', {
    exact:
      '单位资金|单位资金收入|单位自有资金|自有资金|单位资金小计|own funds|institution funds|own-source funds|own revenue',
    partial: '单位资金|own funds',
    not: '结转',
  }),
  institution_business: fund('institution_business', '事业收入|Income of public service', {
    exact: '事业收入|事业收入资金|business income|service income',
    partial: '事业收入',
    not: '经营|结转',
  }),
  institution_operation: fund('institution_operation', '事业单位经营收入|Income of business', {
    exact: '事业单位经营收入|经营收入|事业单位经营收入资金|operating income',
    partial: '经营收入',
    not: '结转|国有资本',
  }),
  superior_subsidy: fund('superior_subsidy', '上级补助收入|Subsidy of superior units', {
    exact: '上级补助收入|上级补助|上级单位补助收入|subsidy from superior',
    partial: '上级补助',
    not: '结转',
  }),
  subordinate_payment: fund(
    'subordinate_payment',
    '附属单位上缴收入|Payments of subordinate units',
    {
      exact: '附属单位上缴收入|附属单位上缴|下级单位上缴收入|payments from subordinates',
      partial: '附属单位上缴',
      not: '结转',
    },
  ),
  other_income: fund('other_income', '其他收入|Other income', {
    exact: '其他收入|其他收入资金|other income|other revenue',
    partial: '其他收入',
    not: '结转',
  }),
} as const satisfies Record<string, AmountField>;

/** Figures of their own. */
const SPECIAL = {
  three_public: amount(
    line({ table: 'three_public' }),
    '“三公”经费|Three public expenses',
    '“三公”经费合计|Three public expenses, total',
    {
      exact:
        '三公经费|三公经费合计|三公经费支出|三公经费预算|三公|三公经费小计|三公经费总额|三公经费财政拨款|财政拨款三公经费|一般公共预算三公经费|three public expenses|three public|three_public|sangong',
      partial: '三公经费|three public',
      not: '接待|出国|出境|用车|公车',
    },
  ),
  abroad: amount(
    threePublic('因公出国（境）费'),
    '因公出国（境）费|Travel abroad',
    '因公出国（境）费用|Official travel abroad',
    {
      exact:
        '因公出国(境)费|因公出国(境)费用|因公出国(境)|因公出国费|出国(境)费|出国费|因公出国境费|因公出国境|因公出国境费用|travel abroad|overseas travel|official travel abroad',
      partial: '出国|出境|abroad|overseas travel',
      not: '团组|人次|批次|人数',
    },
  ),
  vehicles: amount(
    threePublic('公务用车购置及运行维护费'),
    '公务用车费|Official vehicles',
    '公务用车购置及运行维护费|Purchase and running of official vehicles',
    {
      exact:
        '公务用车购置及运行维护费|公务用车购置及运行费|公务用车购置和运行维护费|公务用车购置及运行维护|公务用车费|公务用车|公车购置及运行费|公务用车购置及运行|公务用车购置及运维费|公务用车费用|vehicles|official vehicles|vehicle costs|vehicle purchase and running',
      partial: '用车购置及|用车购置和|用车费',
      not: '辆|台|保有',
    },
  ),
  vehicle_purchase: amount(
    threePublic('公务用车购置费', { part_of: 'vehicles' }),
    '公务用车购置费|Purchase of vehicles',
    '公务用车购置费|Purchase of official vehicles',
    {
      exact:
        '公务用车购置费|公务用车购置|公车购置费|车辆购置费|购置费|公务用车购置经费|vehicle purchase|purchase of vehicles',
      partial: '用车购置|公车购置',
      not: '运行|维护|辆|台',
    },
  ),
  vehicle_running: amount(
    threePublic('公务用车运行维护费', { part_of: 'vehicles' }),
    '公务用车运行维护费|Running of vehicles',
    '公务用车运行维护费|Running and upkeep of official vehicles',
    {
      exact:
        '公务用车运行维护费|公务用车运行费|公务用车运行维护|公车运行维护费|公务用车维护费|公务用车运维费|车辆运行维护费|运行维护费|运行费|公务用车运行|vehicle running|running of vehicles|vehicle operation',
      partial: '用车运行|公车运行|用车维护',
      not: '购置|辆|台',
    },
  ),
  reception: amount(
    threePublic('公务接待费'),
    '公务接待费|Official reception',
    '公务接待费|Official reception',
    {
      exact:
        '公务接待费|公务接待|接待费|公务接待费用|公务接待经费|reception|official reception|hospitality',
      partial: '接待费|公务接待|hospitality',
      not: '批次|人次|次数|人数|外事',
    },
  ),
  outsourcing: amount(
    line({ table: 'outsourcing', nature: 'project' }),
    '委托业务费|Entrusted services',
    '委托业务费合计|Entrusted services, total',
    {
      exact:
        '委托业务费|委托业务费支出|委托业务费预算|委托业务费合计|委托业务经费|entrusted services|outsourcing|commissioned services',
      partial: '委托业务费|outsourcing',
    },
  ),
  procurement: amount(
    { statement: 'procurement_total' },
    '政府采购|Government procurement',
    '政府采购预算总额|Procurement budget, total',
    {
      exact:
        '政府采购|政府采购预算|政府采购金额|政府采购总额|政府采购预算总额|政府采购支出|政府采购合计|政府采购预算金额|政府采购预算合计|采购预算|procurement|government procurement|public procurement|procurement budget',
      partial: '政府采购预算|政府采购金额|procurement',
      not: '货物|工程|服务|是否|goods|works|services|面向',
    },
  ),
  running_cost: amount(
    { statement: 'running_cost' },
    '机关运行经费|Running cost',
    '机关运行经费|Running cost of the office',
    {
      exact:
        '机关运行经费|机关运行费|机关运行经费预算|机关运行经费支出|运行经费|机关运行经费合计|running cost|running costs|running_cost|office running cost',
      partial: '机关运行|running cost',
      not: '用车|车辆|vehicle',
    },
  ),
} as const satisfies Record<string, AmountField>;

const CROSSED_NATURES = [
  'basic',
  'personnel',
  'operating',
  'project',
  'business',
  'to_superior',
  'to_subordinate',
] as const satisfies readonly Nature[];
const CROSSED_FUNDS = Object.keys(BY_FUND) as (keyof typeof BY_FUND)[];
const CROSSED_VINTAGES = ['current', 'carryover'] as const satisfies readonly Vintage[];
const PUBLIC_NATURES = [
  'basic',
  'personnel',
  'operating',
  'project',
] as const satisfies readonly Nature[];

/** Two fields at once, one above the other in a head of several rows: 基本支出 over 上年结转. */
function crossed<A extends string, B extends string>(
  above: readonly A[],
  below: readonly B[],
  landing: (a: A, b: B) => Partial<LineLanding>,
  labels: Readonly<Record<A | B, AmountField>>,
): Record<`${A}_${B}`, AmountField> {
  const entries = above.flatMap((a) =>
    below.map((b) => {
      const [first, second] = [labels[a].label, labels[b].label];
      const label = `${first.zh} · ${second.zh}|${first.en}, ${second.en.toLowerCase()}`;
      return [`${a}_${b}`, amount(line(landing(a, b)), label, label, { exact: `${a}_${b}` })];
    }),
  );
  return Object.fromEntries(entries) as Record<`${A}_${B}`, AmountField>;
}

/** Columns of money. A field named as a measure is that measure. */
export const AMOUNT_FIELDS = {
  ...PARTS,
  ...SPECIAL,
  ...BY_FUND,
  ...crossed(CROSSED_NATURES, CROSSED_VINTAGES, (nature, vintage) => ({ nature, vintage }), PARTS),
  ...crossed(CROSSED_FUNDS, CROSSED_VINTAGES, (of, vintage) => ({ fund: of, vintage }), {
    ...BY_FUND,
    ...PARTS,
  }),
  ...crossed(['general_public'], PUBLIC_NATURES, (of, nature) => ({ fund: of, nature }), {
    ...BY_FUND,
    ...PARTS,
  }),
};

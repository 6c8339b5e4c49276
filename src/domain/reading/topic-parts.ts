import type { TopicRule } from './topic-rule';

/** What incomes are divided by. */
export const IN_INCOME: readonly TopicRule[] = [
  {
    id: 'income_current',
    words: '本年收入|当年收入|本年收入预算|本年预算|当年预算|本年收入合计',
    frames: ['income'],
    shareOf: 'total',
  },
  {
    id: 'income_carryover',
    words:
      '上年结转|上年结转结余|上年结转和结余|上年结转资金|上年结转收入|上年结转结余收入|上年结转结余资金|年初结转和结余|年初结转结余|上年结余结转|上年结转(结余)',
    frames: ['income'],
    shareOf: 'total',
  },
  {
    id: 'income_general_public',
    words:
      '一般公共预算|一般公共预算拨款|一般公共预算拨款收入|一般公共预算收入|一般公共预算收入预算|一般公共预算财政拨款|一般公共预算财政拨款收入|一般公共预算当年拨款收入|一般公共预算拨款收入预算|一般公共预算资金',
    frames: ['income', 'overall'],
    shareOf: 'total',
  },
  {
    id: 'income_gov_fund',
    words:
      '政府性基金|政府性基金预算|政府性基金收入|政府性基金预算拨款|政府性基金预算拨款收入|政府性基金预算收入|政府性基金收入预算|政府性基金预算收入预算|政府性基金预算财政拨款|政府性基金预算财政拨款收入|政府性基金当年拨款收入|政府性基金拨款收入',
    frames: ['income', 'overall'],
    shareOf: 'total',
  },
  {
    id: 'income_state_capital',
    words:
      '国有资本经营预算|国有资本经营预算拨款收入|国有资本经营预算收入|国有资本经营收入|国有资本经营收益|国有资本经营预算财政拨款收入|国有资本经营预算财政拨款|国有资本经营预算收入预算',
    frames: ['income', 'overall'],
    shareOf: 'total',
  },
  {
    id: 'income_fiscal_account',
    words:
      '财政专户管理资金|财政专户管理资金收入|财政专户管理资金收入预算总计|财政专户拨款|财政专户资金|专户资金|财政专户收入|财政专户拨款收入|财政专户管理资金收入预算',
    frames: ['income', 'overall'],
    shareOf: 'total',
  },
  {
    id: 'income_business',
    words: '事业收入|事业收入资金|事业收入预算',
    frames: ['income', 'overall'],
    shareOf: 'total',
  },
  {
    id: 'income_operation',
    words: '事业单位经营收入|经营收入|事业单位经营收入资金|事业单位经营收入预算',
    frames: ['income', 'overall'],
    shareOf: 'total',
  },
  { id: 'income_superior', words: '上级补助收入', frames: ['income', 'overall'], shareOf: 'total' },
  {
    id: 'income_subordinate',
    words: '附属单位上缴收入',
    frames: ['income', 'overall'],
    shareOf: 'total',
  },
  {
    id: 'income_other',
    words: '其他收入|其他收入资金|其他收入预算',
    frames: ['income', 'overall'],
    shareOf: 'total',
  },
  {
    id: 'income_institution',
    words: '单位资金|单位资金收入',
    frames: ['income', 'overall'],
    shareOf: 'total',
  },
  {
    id: 'carryover_general_public',
    words:
      '一般公共预算拨款结转|一般公共预算结转|一般公共预算财政拨款结转|一般公共预算拨款结转结余',
    frames: ['income'],
    shareOf: 'carryover',
  },
  {
    id: 'carryover_gov_fund',
    words: '政府性基金预算拨款结转|政府性基金预算结转|政府性基金结转|政府性基金预算财政拨款结转',
    frames: ['income'],
    shareOf: 'carryover',
  },
  {
    id: 'carryover_state_capital',
    words: '国有资本经营预算拨款结转|国有资本经营预算结转',
    frames: ['income'],
    shareOf: 'carryover',
  },
];

const BASIC = '基本支出|基本支出预算';
const PROJECT = '项目支出|项目支出预算';
const PERSONNEL = '人员经费|人员支出|人员经费支出';
const OPERATING = '公用经费|日常公用经费|公用支出|日常公用支出|公用经费支出';
/** What expenditures and single budgets are divided by. */
export const IN_EXPENDITURE: readonly TopicRule[] = [
  {
    id: 'current',
    words: '本年预算|当年预算|本年收入|当年收入|本年收入预算',
    frames: ['overall'],
    shareOf: 'total',
  },
  {
    id: 'carryover',
    words: '上年结转|上年结转结余|上年结转和结余|上年结转资金|上年结转收入',
    frames: ['overall'],
    shareOf: 'total',
  },
  { id: 'basic', words: BASIC, frames: ['expenditure', 'overall'], shareOf: 'total' },
  { id: 'project', words: PROJECT, frames: ['expenditure', 'overall'], shareOf: 'total' },
  { id: 'personnel', words: PERSONNEL, frames: ['expenditure'], shareOf: 'total' },
  { id: 'operating', words: OPERATING, frames: ['expenditure'], shareOf: 'total' },
  {
    id: 'expenditure_business',
    words: '事业单位经营支出|经营支出',
    frames: ['expenditure'],
    shareOf: 'total',
  },
  {
    id: 'expenditure_to_superior',
    words: '上缴上级支出',
    frames: ['expenditure'],
    shareOf: 'total',
  },
  {
    id: 'expenditure_to_subordinate',
    words: '对附属单位补助支出',
    frames: ['expenditure'],
    shareOf: 'total',
  },
  {
    id: 'expenditure_carried',
    words: '结转下年|结转下年支出|年终结转结余|年末结转和结余|结转下年资金|年终结转结余资金',
    frames: ['expenditure'],
    shareOf: 'total',
  },
  {
    id: 'appropriation_current',
    words: '本年预算|当年预算|本年收入|本年收入预算|当年收入|本年拨款|本年财政拨款',
    frames: ['appropriation'],
    shareOf: 'total',
  },
  {
    id: 'appropriation_carryover',
    words:
      '上年结转|上年结转结余|上年结转结余收入|上年结转资金|上年财政拨款结转|年初财政拨款结转和结余|上年结转收入',
    frames: ['appropriation'],
    shareOf: 'total',
  },
  {
    id: 'appropriation_general_public',
    words:
      '一般公共预算|一般公共预算收入|一般公共预算拨款收入|一般公共预算当年拨款收入|一般公共预算拨款|一般公共预算财政拨款|一般公共预算财政拨款收入',
    frames: ['appropriation'],
    shareOf: 'total',
  },
  {
    id: 'appropriation_gov_fund',
    words:
      '政府性基金|政府性基金收入|政府性基金当年拨款收入|政府性基金预算拨款收入|政府性基金预算收入|政府性基金预算财政拨款收入|政府性基金预算财政拨款',
    frames: ['appropriation'],
    shareOf: 'total',
  },
  {
    id: 'appropriation_state_capital',
    words:
      '国有资本经营收入|国有资本经营预算收入|国有资本经营预算拨款收入|国有资本经营预算财政拨款收入|国有资本经营预算财政拨款|国有资本经营收益财政拨款',
    frames: ['appropriation'],
    shareOf: 'total',
  },
  { id: 'appropriation_basic', words: BASIC, frames: ['appropriation'], shareOf: 'total' },
  { id: 'appropriation_project', words: PROJECT, frames: ['appropriation'], shareOf: 'total' },
  {
    id: 'appropriation_basic',
    words: '财政拨款基本支出|财政拨款基本支出预算',
    frames: ['appropriation', 'appropriation_basic'],
    leads: 'appropriation_basic',
  },
  {
    id: 'appropriation_personnel',
    words: PERSONNEL,
    frames: ['appropriation_basic'],
    shareOf: 'basic',
  },
  {
    id: 'appropriation_operating',
    words: OPERATING,
    frames: ['appropriation_basic'],
    shareOf: 'basic',
  },
  {
    id: 'general_public_total',
    words: '一般公共预算拨款|一般公共预算财政拨款|财政拨款支出|本年财政拨款支出|财政拨款',
    frames: ['general_public'],
  },
  {
    id: 'general_public_basic',
    words: BASIC,
    frames: ['general_public'],
    shareOf: 'general_public',
  },
  {
    id: 'general_public_project',
    words: PROJECT,
    frames: ['general_public'],
    shareOf: 'general_public',
  },
  {
    id: 'general_public_personnel',
    words: PERSONNEL,
    frames: ['general_public'],
    shareOf: 'general_public',
  },
  {
    id: 'general_public_operating',
    words: OPERATING,
    frames: ['general_public'],
    shareOf: 'general_public',
  },
  { id: 'basic_total', words: `${BASIC}|财政拨款基本支出`, frames: ['basic'] },
  { id: 'basic_personnel', words: PERSONNEL, frames: ['basic'], shareOf: 'basic' },
  { id: 'basic_operating', words: OPERATING, frames: ['basic'], shareOf: 'basic' },
];

import type { TopicRule } from './topic-rule';

/** Topics that stand for themselves, wherever they stand. */
export const LEADS: readonly TopicRule[] = [
  {
    id: 'total',
    words:
      '收支总预算|收支预算总额|收支预算总计|收支总计|收支预算合计|收入支出总计|收入支出预算总计|收入支出总预算|收入总计支出总计|收支总决算|收入支出总额',
    frames: 'any',
    leads: 'overall',
  },
  {
    id: 'income_total',
    words:
      '收入预算|收入总预算|预算收入|预算总收入|收入预算总计|收入预算合计|收入预算总额|收入总计|收入合计|预算收入总额|预算收入总计|预算收入合计|总收入|财务总收入|收入总额|本年收入预算合计|收入决算总计|收入总决算',
    frames: 'any',
    leads: 'income',
  },
  {
    id: 'expenditure_total',
    words:
      '支出预算|支出总预算|预算支出|预算总支出|支出预算总计|支出预算合计|支出预算总额|支出总计|支出合计|预算支出总额|预算支出总计|预算支出合计|总支出|财务总支出|支出总额|本年支出预算合计|支出决算总计|支出总决算',
    frames: 'any',
    leads: 'expenditure',
  },
  {
    id: 'income_current',
    words: '当年预算收入|本年收入合计|本年预算收入',
    frames: 'any',
    leads: 'income',
    shareOf: 'total',
  },
  {
    id: 'expenditure_current',
    words: '当年预算支出|本年支出合计|本年预算支出',
    frames: 'any',
    leads: 'expenditure',
    shareOf: 'total',
  },
  {
    id: 'appropriation_total',
    words:
      '财政拨款收支总预算|财政拨款收支预算总计|财政拨款收支总计|财政拨款收支预算|财政拨款收支总决算|财政拨款收入支出总计|财政拨款收入支出预算总计|财政拨款收支总额|财政拨款收支预算总额',
    frames: 'any',
    leads: 'appropriation',
  },
  {
    id: 'income_appropriation',
    words:
      '财政拨款收入|财政拨款收入预算|财政拨款收入总计|财政拨款收入预算总计|财政拨款收入合计|本年财政拨款收入|当年财政拨款收入|财政补助收入',
    frames: 'any',
    shareOf: 'total',
  },
  {
    id: 'expenditure_appropriation',
    words:
      '财政拨款支出|财政拨款安排支出|财政拨款支出预算|财政拨款预算支出|财政拨款支出总计|财政拨款支出合计|当年财政拨款支出|本年财政拨款支出',
    frames: ['overall', 'income', 'expenditure', 'appropriation'],
    leads: 'appropriation',
  },
  {
    id: 'general_public_total',
    words:
      '一般公共预算当年拨款|一般公共预算当年财政拨款|一般公共预算拨款支出|一般公共预算拨款支出预算|一般公共预算支出|一般公共预算支出预算|一般公共预算当年拨款支出|一般公共预算财政拨款支出|一般公共预算财政拨款支出预算|一般公共预算财政拨款支出合计|一般公共预算支出总计|当年一般公共预算支出|当年一般公共预算拨款支出|当年一般公共预算财政拨款支出|一般公共预算财政拨款预算支出',
    frames: 'any',
    leads: 'general_public',
  },
  {
    id: 'gov_fund_total',
    words:
      '政府性基金拨款支出|政府性基金拨款支出预算|政府性基金支出|政府性基金支出预算|政府性基金预算支出|政府性基金预算拨款支出|政府性基金预算财政拨款支出|政府性基金预算当年拨款|政府性基金当年拨款|政府性基金预算拨款支出预算|政府性基金财政拨款支出|政府性基金预算财政拨款本年支出',
    frames: 'any',
    leads: 'gov_fund',
  },
  {
    id: 'state_capital_total',
    words:
      '国有资本经营预算支出|国有资本经营预算拨款支出|国有资本经营预算拨款支出预算|国有资本经营支出|国有资本经营支出预算|国有资本经营预算财政拨款支出|国有资本经营预算当年拨款|国有资本经营预算拨款|国有资本经营财政拨款支出',
    frames: 'any',
    leads: 'state_capital',
  },
  {
    id: 'basic_total',
    words:
      '一般公共预算基本支出|一般公共预算财政拨款基本支出|一般公共预算拨款基本支出|一般公共预算基本支出预算|一般公共预算财政拨款基本支出预算|一般公共预算拨款基本支出预算',
    frames: 'any',
    leads: 'basic',
  },
  {
    id: 'three_public',
    words:
      '三公经费|三公经费支出|三公经费支出预算|三公经费财政拨款支出|三公经费财政拨款|三公经费预算支出|财政拨款三公经费|一般公共预算三公经费|一般公共预算财政拨款三公经费|一般公共预算三公经费支出|三公经费合计',
    frames: 'any',
    leads: 'three_public',
  },
  {
    id: 'running_cost',
    words:
      '机关运行经费|机关运行费|机关运行经费支出|机关运行经费财政拨款|一般公共预算机关运行经费|一般公共预算财政拨款机关运行经费|财政拨款机关运行经费|一般公共预算财政拨款运行经费|系统机关运行经费|机关运行经费预算支出|行政经费(机关运行经费)|行政(机关运行)经费',
    frames: 'any',
    leads: 'running',
  },
  {
    id: 'procurement_total',
    words:
      '政府采购|政府采购总额|政府采购金额|政府采购支出|政府采购支出总额|政府采购支出预算|政府采购支出预算总额|政府采购预算总额|政府采购资金|预算内政府采购资金|政府采购项目预算',
    frames: 'any',
    leads: 'procurement',
  },
  {
    id: 'outsourcing_total',
    words:
      '委托业务费|委托业务费支出|委托业务费财政拨款|委托业务费总额|一般公共预算委托业务费|委托业务费用',
    frames: 'any',
    leads: 'outsourcing',
  },
  { id: 'account_balance', words: '实有资金账户余额', frames: 'any', leads: 'account' },
  {
    id: 'account_spending',
    words: '实有资金账户支出|实有资金账户共支出',
    frames: 'any',
    leads: 'account',
  },
];

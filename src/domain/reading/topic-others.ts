import type { Frame } from './statement-frames';
import type { TopicRule } from './topic-rule';

const THREE_PUBLIC: readonly Frame[] = ['three_public', 'meeting', 'training', 'travel'];
/** Topics of the parts on special matters. */
export const IN_OTHERS: readonly TopicRule[] = [
  {
    id: 'abroad',
    words:
      '因公出国(境)费|因公出国(境)费用|因公出国(境)经费|因公出国(境)支出|因公出国(境)费支出|因公出国费|因公出国费用|因公出国经费',
    frames: THREE_PUBLIC,
    shareOf: 'three_public',
  },
  {
    id: 'reception',
    words: '公务接待费|公务接待费支出|公务接待费用|公务接待经费|公务接待',
    frames: THREE_PUBLIC,
    shareOf: 'three_public',
  },
  {
    id: 'vehicle_total',
    words:
      '公务用车购置及运行费|公务用车购置及运行维护费|公务用车购置和运行维护费|公务用车购置和运行费|公务用车购置及运行经费|公务用车购置及运行费支出|公务用车购置及运行维护费支出|公务用车购置与运行费|公务用车购置与运行维护费|公务用车费|公务用车费用|公务用车购置及运行维护费用|公务用车购置及运行维护经费',
    frames: THREE_PUBLIC,
    shareOf: 'three_public',
  },
  {
    id: 'vehicle_running',
    words:
      '公务用车运行维护费|公务用车运行费|公务用车运行维护费支出|公务用车运行费支出|公务用车运行维护支出|公务用车运行维护经费|公车运行维护费',
    frames: THREE_PUBLIC,
    shareOf: 'three_public',
  },
  {
    id: 'vehicle_purchase',
    words:
      '公务用车购置费|公务用车购置|公务用车购置支出|公务用车购置费支出|公务用车购置经费|公务用车购置费用|公车购置费',
    frames: THREE_PUBLIC,
    shareOf: 'three_public',
  },
  {
    id: 'meeting',
    words: '会议费|会议费支出|一般公共预算会议费|财政拨款会议费',
    frames: THREE_PUBLIC,
  },
  {
    id: 'training',
    words: '培训费|培训费支出|一般公共预算培训费|财政拨款培训费',
    frames: THREE_PUBLIC,
  },
  {
    id: 'travel',
    words: '差旅费|差旅费支出|一般公共预算差旅费',
    frames: ['travel', 'meeting', 'training'],
  },
  {
    id: 'procurement_goods',
    words:
      '政府采购货物|政府货物|货物|货物类|货物采购|货物类采购|政府采购货物类|货物类项目|货物采购金额|政府采购货物支出|货物支出|采购货物|采购货物支出|购买货物|购买货物支出',
    frames: ['procurement'],
    shareOf: 'total',
  },
  {
    id: 'procurement_works',
    words:
      '政府采购工程|政府工程|工程|工程类|工程采购|工程类采购|政府采购工程类|工程类项目|工程采购金额|政府采购工程支出|工程支出|采购工程|采购工程支出|购买工程|购买工程支出',
    frames: ['procurement'],
    shareOf: 'total',
  },
  {
    id: 'procurement_services',
    words:
      '政府采购服务|政府服务|服务|服务类|服务采购|服务类采购|政府采购服务类|服务类项目|服务采购金额|政府采购服务支出|服务支出|采购服务|采购服务支出|购买服务|购买服务支出',
    frames: ['procurement'],
    shareOf: 'total',
  },
  {
    id: 'service_purchase_total',
    words: '政府购买服务|政府购买服务支出|政府购买服务预算总额|政府购买服务金额|政府购买服务总额',
    frames: ['service_purchase', 'procurement'],
  },
  {
    id: 'fixed_assets',
    words: '固定资产金额|固定资产总额|固定资产总量|固定资产总值|固定资产原值|固定资产账面原值',
    frames: ['assets'],
  },
  { id: 'vehicles', words: '车辆|机动车|公务用车|账上机动车', frames: ['assets'], unit: 'vehicle' },
  { id: 'land', words: '土地|土地面积', frames: ['assets'], unit: 'area' },
  {
    id: 'buildings',
    words: '房屋|房屋面积|房屋建筑面积|房屋建筑物',
    frames: ['assets'],
    unit: 'area',
  },
  { id: 'project_total', words: '项目支出|项目支出预算', frames: ['project'] },
  {
    id: 'project_current',
    words: '使用本年拨款|本年拨款|使用本年财政拨款|本年财政拨款|使用当年拨款|当年拨款',
    frames: ['project'],
  },
  {
    id: 'project_carryover',
    words: '财政拨款结转|使用财政拨款结转|使用上年结转|上年结转|财政拨款结转资金|使用结转资金',
    frames: ['project'],
  },
  {
    id: 'performance_amount',
    words:
      '涉及金额|涉及资金|涉及预算资金|涉及项目预算资金|涉及预算金额|涉及项目资金|涉及财政资金|涉及财政性资金|公开金额|共涉及资金|涉及资金总额|涉及财政拨款|涉及财政拨款资金',
    frames: ['performance'],
  },
];

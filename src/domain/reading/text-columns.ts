import { normalizeWord } from '@/domain/import-words';
import type { TableId } from '@/domain/vocabulary';
import type { ColumnRole } from './reading';

/** What a column of words holds, by its header. */
interface TextRule {
  role: ColumnRole;
  shape: RegExp;
  /** Tables it holds in; all by default. */
  only?: readonly TableId[];
}

const PROJECTS: readonly TableId[] = ['project', 'outsourcing', 'performance', 'procurement'];

/** The first rule that fits the lowest header cell decides. */
const RULES: readonly TextRule[] = [
  {
    role: 'omitted',
    shape: /^(?:行次|栏次|序号|备注|说明|特殊情况说明|情况说明|项目简介|次|项目类别说明)$/,
  },
  { role: 'is_service_purchase', shape: /是否.*购买服务/ },
  { role: 'is_procurement', shape: /是否.*采购/ },
  { role: 'indicator_level1', shape: /^一级指标(?:名称)?$/ },
  { role: 'indicator_level2', shape: /^二级指标(?:名称)?$/ },
  { role: 'indicator_level3', shape: /^(?:三级指标|指标)(?:名称)?$/ },
  { role: 'target', shape: /(?:指标值|目标值)(?:\(.*\))?$/ },
  { role: 'weight', shape: /权重|分值/ },
  {
    role: 'omitted',
    shape:
      /绩效目标|指标解释|指标性质|指标说明|度量单位|指标方向|评分标准|计量单位|委托事项|立项依据|实施内容/,
  },
  {
    role: 'category',
    shape: /^(?:项目)?(?:类型|类别|分类)(?:名称)?$/,
    only: ['project', 'performance'],
  },
  { role: 'level1', shape: /^一级项目(?:名称)?$/, only: PROJECTS },
  { role: 'level2', shape: /^(?:二级项目|三级项目)(?:名称)?$/, only: PROJECTS },
  { role: 'project', shape: /^(?:项目(?:名称)?|项目支出名称)$/, only: ['performance'] },
  {
    role: 'org_name',
    shape:
      /^(?:(?:预算|主管|项目|实施|填报)?(?:单位|部门)(?:[((]单位[))])?(?:名称|编码|代码)?|单位名称)$/,
    only: ['performance'],
  },
  { role: 'code', shape: /^[类款项]$/ },
  { role: 'code', shape: /(?:编码|代码|编号)$/ },
  {
    role: 'org_name',
    shape: /^(?:项目|主管|实施|预算)?(?:单位|部门)(?:\(单位\)|\(部门\))?(?:名称)?$/,
    only: ['project'],
  },
  {
    role: 'label',
    shape:
      /名称$|^(?:项目|科目|支出项目|收入项目|项目类别|支出项目类别|支出功能分类|支出功能科目|内容|事项|用途|经费项目|类别|资金来源|采购项目|采购类别|采购品目(?:大类)?|采购目录|采购内容|采购物品名称|预算单位|单位|部门|一级项目|二级项目)$|(?:分类|经济|功能)?科目(?:\(.*\))?$|^(?:部门|单位)(?:\/|、|及|和)(?:部门|单位)$|经济分类(?:科目)?(?:\(.*\))?$|功能分类(?:科目)?(?:\(.*\))?$/,
  },
];

/** What the words of a column are by its lowest header cell; null where it names amounts or is not known. */
export function textRole(header: string, tableId: TableId): ColumnRole | null {
  const word = normalizeWord(header).replace(/^\d{1,2}[、.]/, '');
  const bare = word.replace(/\([^()]*\)$/, '');
  for (const text of [word, bare]) {
    const rule = RULES.find(
      ({ shape, only }) => (!only || only.includes(tableId)) && shape.test(text),
    );
    if (rule && text !== '') return rule.role;
  }
  return null;
}

/** Whether a label column lists departments and units, by its header. */
export const namesOrganizations = (header: string): boolean =>
  /(?:单位|部门)(?:\(.*\))?(?:名称|编码|代码)?$/.test(normalizeWord(header)) &&
  !/项目|功能|经济|科目/.test(header);

/** Which classification a label or code column lists, by its header. */
export function classificationOfHeader(
  header: string,
): 'function' | 'economic' | 'government_economic' | null {
  const word = normalizeWord(header);
  if (/政府.*经济/.test(word)) return 'government_economic';
  if (/经济/.test(word)) return 'economic';
  return /功能/.test(word) ? 'function' : null;
}

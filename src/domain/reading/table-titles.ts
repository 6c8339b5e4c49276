import { normalizeWord } from '@/domain/import-words';
import type { TableId } from '@/domain/vocabulary';

/** A wording of titles. The first rule that fits decides, so the narrower wordings come first. */
interface TitleRule {
  /** Null: a table that places print and the dataset has no part for. */
  id: TableId | null;
  shape: RegExp;
  unless?: RegExp;
  /** Taken for this table only where the document prints none under its own name. */
  substitute?: true;
}

/** Names of tables, normalized: no blanks, no quotation marks, ASCII brackets. */
const RULES: readonly TitleRule[] = [
  { id: null, shape: /目录|自评|评价得分|绩效(?:监控|跟踪|自?评价)|预决算公开情况/ },
  {
    id: null,
    shape: /(?:整体(?:支出|预算)?|总体)绩效|专项资金/,
  },
  { id: null, shape: /转移支付/, unless: /含(?:专项)?转移支付/ },
  {
    id: 'performance',
    shape: /绩效(?:(?!.*(?:中心|处|局|所)).*)表/,
  },
  { id: 'outsourcing', shape: /委托业务费/ },
  { id: 'procurement', shape: /政府采购(?!中心|管理|监督|办)|采购预算/ },
  { id: null, shape: /(?:政府性基金|国有资本).*三公|财政专户.*三公/ },
  { id: 'three_public', shape: /三公|因公出国.*(?:接待|用车)|(?:接待|用车).*因公出国/ },
  { id: null, shape: /机关运行经费|行政经费|会议费|培训费|差旅费/ },
  {
    id: null,
    shape: /政府购买服务|购买服务|资产配置|新增资产|国有资产占|债务|专户|非税|征收|中期规划/,
  },
  { id: null, shape: /公用经费|人员经费/, unless: /基本支出/ },
  { id: null, shape: /上年结转|结转资金|结转结余/ },
  {
    id: 'government_economic',
    shape: /政府(?:预算)?(?:支出)?经济(?:分类|科目)/,
    unless: /基本支出|项目支出|三公/,
  },
  { id: null, shape: /政府(?:预算)?(?:支出)?经济(?:分类|科目)/ },
  { id: null, shape: /(?:政府性基金|国有资本).*(?:基本支出|项目支出)/ },
  { id: null, shape: /项目支出.*经济(?:分类|科目)/ },
  {
    id: 'project',
    shape:
      /项目(?:经费)?支出|专项业务(?:经)?费|(?:部门|单位|预算|重点|专项)项目(?:预算|经费|明细|情况|总)*表|^项目(?:预算|经费|明细|情况|总)*表/,
    unless: /基本支出/,
  },
  { id: null, shape: /基本支出.*功能(?:分类|科目)/, unless: /经济(?:分类|科目)/ },
  { id: 'basic', shape: /一般公共(?:预算|服务).*基本支出|公共财政.*基本支出/, unless: /项目支出/ },
  { id: 'basic', shape: /基本支出/, unless: /项目支出/, substitute: true },
  {
    id: null,
    shape: /(?:政府性基金|国有资本经营)(?:预算|财政拨款|拨款)*收入(?:预算|决算|情况|总|明细)*表/,
  },
  { id: 'state_capital', shape: /国有资本(?:经营)?/ },
  { id: 'gov_fund', shape: /政府性基金|基金预算/ },
  {
    id: 'appropriation',
    shape:
      /财政拨款(?:预算|决算)?(?:收支|收入支出|收入、支出|收入和支出)|财政拨款(?:预算|决算)?总表/,
    unless: /一般公共预算财政拨款/,
  },
  {
    id: null,
    shape:
      /(?:一般公共预算|公共财政预算)(?:财政拨款|拨款|当年)*收入(?:预算|决算|情况|总|明细)*表|一般公共预算(?:收支|收入支出)/,
  },
  { id: null, shape: /一般公共预算.*经济(?:分类|科目)/, unless: /功能/ },
  { id: 'general_public', shape: /(?:一般公共|公共财政)预算.*支出|一般公共预算.*拨款/ },
  { id: null, shape: /财政拨款/ },
  { id: null, shape: /经济(?:分类|科目)/, unless: /功能/ },
  { id: 'balance', shape: /收支|收入(?:、|和|与)?支出/ },
  { id: 'income', shape: /收入(?:预算|决算|总体|汇总|明细|情况|分类|总)*表/ },
  {
    id: 'expenditure',
    shape: /支出(?:预算|决算|总体|汇总|明细|情况|功能|分类|科目|总)*表/,
    unless: /工资福利支出|商品和服务支出|个人和家庭|资本性支出|公用支出|人员支出|专项支出|其他支出/,
  },
];

/** The same names where nothing but the name of the table stands: on the tab of a sheet. */
const withTableWord = (word: string): string => (word.includes('表') ? word : `${word}表`);

const MAX_TITLE = 80;
/** Words beside the name: its number, its form, the unit. */
const BESIDE: readonly RegExp[] = [
  /[-_—(]?(?:金额|货币|计量)?单位:?\(?(?:人民币)?(?:亿|万|千)?元\)?$/,
  /\(?(?:财|部门|单位)?(?:公开|预算|决算|财预|附)\d{1,2}(?:-\d{1,2})?表\)?$/,
  /(?:\((?:续|续表|接上页|空表|表?[一二三四五六七八九十\d]+)\)|-?续表?\d*)$/,
  /^(?:附件|附表|附|表|sheet)[\d一二三四五六七八九十]{1,3}(?:[-.]\d{1,3})*(?:表?[.、:_-]|表?(?!\d))/,
  /^\d{1,2}(?:[-.]\d{1,2})*(?:表?[.、:_-]|表?(?!\d))/,
  /^(?:部门|单位)?(?:公开|预算|决算|财预)\d{1,2}(?:-\d{1,2})?表/,
  /^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}、)/,
  /^(?:续表|续|附):?/,
];
/** Prose and lines of a list of contents are no titles. */
const NO_TITLE =
  /[,;。?!:]|说明|^(?:注|备注|见|详见|根据|按照|关于|本表|其中)|[.…·]{3,}\d*$|表\d{1,3}$|(?:空表|无数据|不涉及|为空)$/;
const ENDS_AS_TABLE = /表(?:\([^()]{1,40}\))*$/;

const strip = (word: string): string =>
  BESIDE.reduce((rest, shape) => {
    const less = rest.replace(shape, '');
    return less === '' ? rest : less;
  }, word);

export interface TitleReading {
  id: TableId;
  /** The title names another table, which serves where the document prints none under its own name. */
  substitute: boolean;
}

/** What a title says, as a rule's outcome; undefined where the text is no title of a table. */
function ruleOf(word: string): TitleRule | undefined {
  return RULES.find(({ shape, unless }) => shape.test(word) && !unless?.test(word));
}

/**
 * The standard table a text names as its title. `name`: the text is known to be a name (of a sheet), so that 表 may be
 * missing. Null for prose, for lines of contents and for tables that the dataset has no part for.
 */
export function readTitle(text: string, kind: 'title' | 'name' = 'title'): TitleReading | null {
  const word = strip(strip(normalizeWord(text.slice(0, 4 * MAX_TITLE))));
  if (word.length < 2 || word.length > MAX_TITLE || NO_TITLE.test(word)) return null;
  if (kind === 'title' && !ENDS_AS_TABLE.test(word)) return null;
  const rule = ruleOf(withTableWord(word));
  return rule?.id ? { id: rule.id, substitute: rule.substitute ?? false } : null;
}

/** Whether a text is the title of any table, be it one the dataset has no part for. */
export function isTableTitle(text: string): boolean {
  const word = strip(strip(normalizeWord(text.slice(0, 4 * MAX_TITLE))));
  return (
    word.length >= 3 && word.length <= MAX_TITLE && !NO_TITLE.test(word) && ENDS_AS_TABLE.test(word)
  );
}

/** The standard table a title names, or null: `表一 2026年收支预算总表` is `balance`. */
export const tableIdOfTitle = (title: string): TableId | null => readTitle(title)?.id ?? null;

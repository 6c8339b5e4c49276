import { normalizeWord } from '@/domain/import-words';
import type { PrintedUnit } from './reading';

/** 单位：万元, 金额单位:元, （万元）, 单位：人民币万元; in a line, or alone. */
const UNIT_SHAPES: readonly RegExp[] = [
  /(?:金额|货币|计量|资金)?单位[:：]?\(?(?:人民币)?\(?(亿元|万元|千元|元)/,
  /^[([【](?:人民币)?(?:单位)?:?(亿元|万元|千元|元)[)\]】]$/,
  /[([【](?:单位:?|人民币)?(亿元|万元|千元|元)[)\]】]$/,
  /^(?:人民币)?(亿元|万元|千元|元)$/,
];

/** The unit a text beside a table states, or null. */
export function unitOfText(text: string): PrintedUnit | null {
  if (text.length > 400) return null;
  const word = normalizeWord(text);
  for (const shape of UNIT_SHAPES) {
    const unit = shape.exec(word)?.[1];
    if (unit) return unit as PrintedUnit;
  }
  return null;
}

/** The unit a header cell states in brackets: 年度资金总额（万元）. */
export function unitOfHeader(text: string): PrintedUnit | null {
  const found = /[(:](?:单位:?|人民币)?(亿元|万元|千元|元)\)?/.exec(normalizeWord(text));
  return (found?.[1] as PrintedUnit | undefined) ?? null;
}

const BESIDE_TABLES: readonly RegExp[] = [
  /(?:金额|货币|计量|资金)?单位[:：]/,
  /(?:公开|预算|决算|财预|附)\d{0,2}-?\d{0,2}表(?:\d{1,2})?\)?$/,
  /^(?:预算|公开|附)?表\d{1,2}(?:-\d{1,2})?$/,
  /^(?:附件|附表|附|表)[\d一二三四五六七八九十]{0,3}(?:[-.]\d+)*[:.、]?$/,
  /^(?:编制|填报|预算|公开|编报|主管|申报)?(?:单位|部门)(?:名称|全称|编码)?(?:\((?:公章|盖章|章|单位)\))?[:：]/,
  /^(?:编制|填报|公开)?(?:日期|时间)[:：]/,
  /^(?:19|20)\d{2}年(?:度|\d{1,2}月(?:\d{1,2}日)?)?$/,
  /^\(?(?:续表?\d*|接上页)\)?$/,
  /^(?:第?\d{1,4}页?(?:共\d{1,4}页)?|-\d{1,4}-|\d{1,4}\/\d{1,4})$/,
  /^\(?(?:人民币)?(?:亿元|万元|千元|元)\)?$/,
];

/** Whether a text is said of the table below it: unit, form, office, date, page; no title and no prose. */
export function standsBesideTable(text: string): boolean {
  const word = normalizeWord(text);
  return word === '' || (word.length <= 120 && BESIDE_TABLES.some((shape) => shape.test(word)));
}

/** Sentences and notes: what ends the texts that belong to the table below. */
export function isProse(text: string): boolean {
  const word = normalizeWord(text);
  return /[。;；!！]/.test(text) || word.length > 90 || /^(?:注|备注|说明)\d*[:：.、]/.test(word);
}

import { normalizeWord } from './import-words';
import type { FrameValue, TableFrame } from './mapping';
import type { PrintedUnit } from './money';
import type { Scope, Stage } from './vocabulary';

/** A text around a table and where it stands. */
export interface TitleText {
  text: string;
  from: 'title' | 'header' | 'sheet' | 'file';
}

/** Between the texts a place may be read from, the nearest to the table first. */
export const PLACE_JOIN = ' | ';

/** Longest part of a text that is kept as evidence. */
const EVIDENCE_LENGTH = 120;

const UNITS: readonly (readonly [RegExp, PrintedUnit])[] = [
  [/100million(?:yuan|rmb|cny)|hundredmillionyuan/, '亿元'],
  [/(?:10,?000|tenthousand|10thousand|10k)(?:yuan|rmb|cny)|(?:rmb|cny)10,?000/, '万元'],
  [/(?:1,?000|thousand)(?:yuan|rmb|cny)|(?:rmb|cny)(?:1,000|thousand)/, '千元'],
  [/in(?:yuan|rmb|cny)|unit:?(?:yuan|rmb|cny)|\((?:yuan|rmb|cny)\)/, '元'],
];
const STATED_UNIT =
  /(?:单位[:：]?|\(|\[|【|^|[-_—,;])\(?(?:人民币)?(亿元|万元|千元|元)(?:$|[)\]】,;_\-·])/;

function findUnit(word: string): PrintedUnit | null {
  const stated = STATED_UNIT.exec(word)?.[1] as PrintedUnit | undefined;
  return stated ?? UNITS.find(([shape]) => shape.test(word))?.[1] ?? null;
}

/** The one year of a text; of several, the one said of its budget or account. */
function findYear(word: string): number | null {
  const years = [...word.matchAll(/(?:^|[^0-9])((?:19|20)[0-9]{2})(?![0-9])/g)].map(([, y]) =>
    Number(y),
  );
  const distinct = new Set(years);
  if (distinct.size === 1) return years[0] ?? null;
  const said = [...word.matchAll(/((?:19|20)[0-9]{2})年度?[^0-9]{0,12}?(?:预算|决算)/g)].map(
    ([, y]) => Number(y),
  );
  if (new Set(said).size === 1) return said[0] ?? null;
  const short = /(?:^|[^0-9])([12][0-9])年(?:度)?(?:部门|单位)?(?:预算|决算)/.exec(word)?.[1];
  return distinct.size === 0 && short ? 2000 + Number(short) : null;
}

/** 一般公共预算 and its like name money, not a stage. */
const FUND_BUDGETS =
  /一般公共预算|公共财政预算|政府性基金预算|基金预算|国有资本经营预算|社会保险基金预算|财政拨款预算|预算单位|预算部门|预算科目/g;

function findStage(word: string): Stage | null {
  const bare = word.replace(FUND_BUDGETS, '');
  if (/预决算|决算.*预算|预算.*决算/.test(bare)) return null;
  if (/决算|finalaccount|outturn/.test(bare)) return 'final';
  if (/调整.{0,4}预算|预算.{0,2}调整|revisedbudget|adjustedbudget|supplementarybudget/.test(bare))
    return 'adjusted';
  return /预算|budget/.test(bare) ? 'budget' : null;
}

function findScope(word: string): Scope | null {
  if (/本级/.test(word)) return 'unit';
  if (/部门.{0,2}单位|部门和单位/.test(word)) return null;
  if (/部门(?:预算|决算|收支|收入|支出)/.test(word)) return 'department';
  return /单位(?:预算|决算|收支)/.test(word) ? 'unit' : null;
}

const NAMED_ORGANIZATION =
  /(?:编制|填报|预算|公开|编报)?(?:单位|部门)(?:名称|全称)?(?:\((?:公章|盖章|章)\))?[:：](.+?)(?=(?:金额|货币)?单位[:：]|(?:19|20)\d{2}年|(?:编制|填报)?日期|$)/;
const BEFORE_BUDGET =
  /^(.+?)(?:[-_—·]|(?:19|20)?\d{2}年|部门(?:预算|决算|收支|整体)|单位(?:预算|决算|收支)|预算|决算|收支|收入|支出|关于|公开|$)/;
const ENDS_AS_ORGANIZATION =
  /(?:局|厅|委|委员会|办|办公室|中心|院|所|站|队|校|[中小大]学|学院|幼儿园|馆|社|联|会|处|科|部|署|台|团|法院|检察院|政府|街道|街道办事处|乡|镇|公司|集团|妇联|残联)(?:\(?本级\)?)?$/;
const NO_ORGANIZATION =
  /^(?:附|表|目录|预算|收支|部门|单位|全|各|第.{1,3}(?:部分|章|节|页|表)|sheet|说明|封面)|[:：,，。;]|^.{0,2}$/;

/** Whether a text is the name of a department or unit, by its end. */
export const looksLikeOrganization = (text: string): boolean =>
  asOrganization(normalizeWord(text)) !== null;

function asOrganization(word: string): string | null {
  return ENDS_AS_ORGANIZATION.test(word) && !NO_ORGANIZATION.test(word) && word.length <= 60
    ? word
    : null;
}

function findOrganization(word: string): string | null {
  const named = NAMED_ORGANIZATION.exec(word)?.[1];
  if (named && !/^\(?(?:人民币)?(?:亿元|万元|千元|元)/.test(named)) return named;
  const start = word.replace(/^\d+[-_.、]?/, '');
  const before = BEFORE_BUDGET.exec(start)?.[1] ?? start;
  return asOrganization(before);
}

/** Text that may hold the name or code of a place; which, the list of places tells. */
const MAY_NAME_PLACE = /[省市区县州盟旗]|(?:^|[^0-9])[1-8][1-7][0-9]{4}(?:[^0-9]|$)/;

/** A header speaks for the whole table only where it says 单位：万元; （万元） is of its own column. */
const findUnitInHeader = (word: string): PrintedUnit | null =>
  /单位[:：]/.test(word) ? findUnit(word) : null;

/**
 * What texts around a table say of all of it, each with the words it was read from. The nearest text that says
 * something wins. A place is left to the list of places: `evidence.place` has the words it may be read from.
 */
export function titleValues(texts: readonly TitleText[]): Omit<TableFrame, 'header'> {
  const evidence: Partial<Record<FrameValue, string>> = {};
  const words = texts.map((title) => ({ ...title, word: normalizeWord(title.text) }));
  function first<Value>(
    name: FrameValue,
    find: (word: string) => Value | null,
    from: readonly TitleText['from'][] = ['title', 'sheet', 'file'],
  ): Value | null {
    for (const { text, word, from: place } of words) {
      const value = from.includes(place) ? find(word) : null;
      if (value === null) continue;
      evidence[name] = text.slice(0, EVIDENCE_LENGTH);
      return value;
    }
    return null;
  }
  const unit =
    first('unit', findUnit, ['title']) ??
    first('unit', findUnitInHeader, ['header']) ??
    first('unit', findUnit, ['sheet', 'file']);
  const values = {
    unit,
    year: first('year', findYear),
    stage: first('stage', findStage),
    scope: first('scope', findScope),
    organization: first('organization', findOrganization),
    place: null,
  };
  const hints = words.filter(({ word, from }) => from !== 'header' && MAY_NAME_PLACE.test(word));
  const places = [...new Set(hints.map(({ text }) => text.trim()))].join(PLACE_JOIN);
  if (places) evidence.place = places.slice(0, 2 * EVIDENCE_LENGTH);
  return { ...values, evidence };
}

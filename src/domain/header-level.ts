import { normalizeWord, readUnit } from './import-words';
import type { PrintedUnit } from './money';
import type { Stage } from './vocabulary';

/** One header cell taken apart: what is said beside the meaning itself. */
export interface HeaderLevel {
  /** The rest, normalized; empty where the cell says only a year or unit. */
  word: string;
  year: number | null;
  unit: PrintedUnit | null;
  stage: Stage | null;
}

const YEARS = /(^|[^0-9])(?:fy)?((?:19|20)[0-9]{2})(?:年度?|财年|财政年度)?(?![0-9])/g;
/** 1=2+3, (4), 甲: marks of numbering in a header. */
const FORMULA = /^[\d=+\-*×,.、~<>]+$/;
const BRACKETS = /[([【]([^()[\]【】]*)[)\]】]/g;
const LEADING =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\d{1,2}[、.)](?!\d)|\([一二三四五六七八九十\d]{1,3}\)|其中[:：]?|ofwhich:?)/;
const STATED_UNIT = /(?:金额|货币|计量)?单位[:：]?(?:人民币)?(亿元|万元|千元|元)$/;
const UNIT_AT_END = /(.+?)[-_,:;·]?(亿元|万元|千元|元)$/;
const FORMULA_AT_END = /[*※①-⑳]+$|(?:\d+=)[\d+\-=×*]+$/;
/** Amounts that are named by their people or cars, not by money. */
const COUNTED = /^(?:人|名|人数|个)$/;

const STAGES: readonly (readonly [RegExp, Stage])[] = [
  [/决算|finalaccount|outturn/, 'final'],
  [/调整|adjusted|revised/, 'adjusted'],
  [
    /预算数|年初预算|本年预算|当年预算|编制预算|预算金额|预算额|预算安排|预算批复|originalbudget/,
    'budget',
  ],
];

const unitOf = (content: string): PrintedUnit | null =>
  readUnit(content.replace(/^(?:金额|货币|计量)?单位[:：]?/, ''));

/** Takes year, unit and stage out of a header cell. Two different years leave none: such a column compares them. */
export function takeApart(text: string): HeaderLevel {
  const years = new Set<number>();
  let unit: PrintedUnit | null = null;
  let word = normalizeWord(text).replace(BRACKETS, (all: string, content: string) => {
    const found = unitOf(content);
    unit ??= found;
    return found !== null || COUNTED.test(content) || FORMULA.test(content) ? '' : all;
  });
  word = word.replace(YEARS, (_all, before: string, digits: string) => {
    years.add(Number(digits));
    return before;
  });
  const stage = STAGES.find(([shape]) => shape.test(word))?.[1] ?? null;
  word = word.replace(LEADING, '').replace(FORMULA_AT_END, '');
  const stated = STATED_UNIT.exec(word) ?? (unit === null ? UNIT_AT_END.exec(word) : null);
  if (stated) {
    unit ??= readUnit(stated.at(-1) ?? null);
    word = word.slice(0, word.length - stated[0].length) + (stated.length > 2 ? stated[1] : '');
  }
  const [year = null] = years;
  return { word, year: years.size === 1 ? year : null, unit, stage };
}

/** Whether a header cell names several years: 2026年比2025年. */
export const comparesYears = (text: string): boolean =>
  new Set([...normalizeWord(text).matchAll(YEARS)].map(([, , digits]) => digits)).size > 1;

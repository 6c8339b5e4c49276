import { normalizeWord } from '@/domain/import-words';
import { readNumber } from '@/domain/number-forms';
import type { Operator } from './reading';

/** A target as printed and what it says in figures; all null for a target in words. */
export interface Target {
  operator: Operator | null;
  target: string | null;
  targetUnit: string | null;
}

/** Comparisons as they are printed, the longest first. */
const OPERATORS: readonly (readonly [words: string, operator: Operator])[] = [
  ['大于或等于|大于等于|不小于|不少于|不低于|至少|>=|=>|≥|≧|⩾', '>='],
  ['小于或等于|小于等于|不大于|不多于|不高于|不超过|最多|<=|=<|≤|≦|⩽', '<='],
  ['大于|高于|多于|超过|>', '>'],
  ['小于|低于|少于|<', '<'],
  ['等于|=', '='],
];
/** Comparisons after the figure: 20场及以上. */
const AFTER: readonly (readonly [words: RegExp, operator: Operator])[] = [
  [/(?:\(含\))?(?:及|或)?以上$/, '>='],
  [/(?:\(含\))?(?:及|或)?(?:以下|以内)$/, '<='],
];
const STARTS = OPERATORS.map(([words, operator]) => ({
  shape: new RegExp(`^(?:${words})`, 'u'),
  operator,
}));
const NUMBER = /^(-?\d{1,15}(?:\.\d{1,10})?)(.*)$/u;
/** A unit is words without another figure: 2026年全年 is a time, 3-5 is a range. */
const UNIT = /^[\p{Script=Han}a-z%‰℃°㎡/·()²³]{0,12}$/u;
const NO_UNIT =
  /^年(?:\d|全年|底|末|度|初|上半|下半|$)|^月(?:底|末|前|初)|全年|之前|以前|年底|月底/;
const MAX_TARGET = 80;
const WORDS: Target = { operator: null, target: null, targetUnit: null };

/** ≥96%, 等于12人, 100%, 不少于20场: what a target says. A target in words, a range and a date have no figure. */
export function readTarget(printed: string, separateUnit: string | null = null): Target {
  const text = normalizeWord(printed).replaceAll(/(?<=\d),(?=\d{3})/g, '');
  if (text === '' || text.length > MAX_TARGET) return WORDS;
  const start = STARTS.find(({ shape }) => shape.test(text));
  const rest = start ? text.replace(start.shape, '') : text;
  const after = start ? undefined : AFTER.find(([shape]) => shape.test(rest));
  const bare = after ? rest.replace(after[0], '') : rest;
  const [, digits = '', unit = ''] = NUMBER.exec(bare) ?? [];
  const { value } = readNumber(digits);
  if (value === null || !UNIT.test(unit)) return WORDS;
  const isYear = /^(?:19|20)\d{2}$/.test(digits) && unit.startsWith('年');
  const isTime = isYear || (unit !== '年' && unit !== '月' && NO_UNIT.test(unit));
  if (isTime) return WORDS;
  return {
    operator: start?.operator ?? after?.[1] ?? null,
    target: value,
    targetUnit: unit || separateUnit || null,
  };
}

const UNIT_IN_NAME = /[(（]([\p{Script=Han}%‰℃㎡/]{1,6})[)）]$/u;
/** 万元 of 委托费（万元）: the unit that the name of an indicator ends with; null where it has none. */
export const unitInName = (name: string): string | null => UNIT_IN_NAME.exec(name)?.[1] ?? null;

import { readTarget, type Target } from './indicator-target';

/** An indicator out of a cell that holds all those of a project. */
export interface PackedIndicator extends Target {
  level1: string;
  level2: string;
  level3: string;
  printed: string;
}

/** 1、1-产出指标；11-数量指标；名称；实施周期指标值:…；年度指标值:…。 Each with a number of its own before it. */
const PACKED =
  /(?<![\d.])\d{1,3}[、.](?:\d{1,2}-)?([\u4e00-\u9fff]{2,12})[;；](?:\d{1,3}-)?([\u4e00-\u9fff]{2,16})[;；]([^;；]{1,120})[;；](?:实施周期指标值[:：][^;；]{0,200}[;；])?(?:年度|本年度?)?指标值[:：]([^;；。]{1,200})(?=。)/gu;
const MAX_CELL = 30_000;

/**
 * The indicators that one cell lists, in their order; none where its text is of another kind. The last one counts only
 * if its full stop stands: a cell may be cut by a page.
 */
export function packedIndicators(text: string): PackedIndicator[] {
  const whole = text.slice(0, MAX_CELL).replaceAll(/\s*\n\s*/g, '');
  return [...whole.matchAll(PACKED)].map(
    ([, level1 = '', level2 = '', level3 = '', printed = '']) => ({
      level1,
      level2,
      level3: level3.replace(/^[.。]+|[.。]+$/g, '').trim(),
      printed: printed.trim(),
      ...readTarget(printed),
    }),
  );
}

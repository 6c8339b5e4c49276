import type { PrintedUnit } from '@/domain/money';
import type { TopicUnit } from './topic-rule';

/** Units of money as the text prints them. */
export const MONEY: ReadonlyMap<string, PrintedUnit> = new Map([
  ['元', '元'],
  ['千元', '千元'],
  ['万元', '万元'],
  ['万', '万元'],
  ['亿元', '亿元'],
]);
/** Units of things as the dataset names them, by the printed ones. */
export const THINGS: Readonly<
  Record<Exclude<TopicUnit, 'money'>, readonly [name: string, printed: ReadonlySet<string>]>
> = {
  vehicle: ['辆', new Set(['辆', '台', '部'])],
  area: ['平方米', new Set(['平方米', '平米', '㎡'])],
  set: ['台/套', new Set(['台/套', '台(套)', '套(台)', '台(件)', '台套', '台', '套'])],
};

/** Whether a printed unit counts vehicles, area or sets. */
export const isThing = (unit: string): boolean =>
  Object.values(THINGS).some(([, printed]) => printed.has(unit));
/** Whether a figure of a printed unit can be of a topic. */
export const fits = (topicUnit: TopicUnit, unit: string): boolean =>
  topicUnit === 'money' ? MONEY.has(unit) : THINGS[topicUnit][1].has(unit);

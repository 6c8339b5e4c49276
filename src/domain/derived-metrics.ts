import type { Metric, Words } from './metric';

/** Metrics made from another one: its id stands behind the prefix, `index:2024:total` for example. */
type Maker = (of: Metric, year: number) => Metric;

const both = (make: (language: 'zh' | 'en') => string): Words => ({
  zh: make('zh'),
  en: make('en'),
});

/** Metrics whose change a document may state itself, by the metric. */
const STATED: ReadonlyMap<string, string> = new Map([
  ['total', 'total_yoy'],
  ['running_cost', 'running_cost_yoy'],
  ['three_public', 'three_public_yoy'],
]);

const sentenceCase = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** A metric against the year before; of a ratio, in percentage points. */
export const changeOf = (of: Metric): Metric => ({
  ...of,
  id: `change:${of.id}`,
  name: { zh: `${of.name.zh}增减`, en: `Change in ${sentenceCase(of.name.en)}` },
  formula:
    of.unit === 'ratio'
      ? { zh: '本年 − 上年，百分点', en: 'this year − the year before, in percentage points' }
      : { zh: '（本年 − 上年）÷ 上年', en: '(this year − the year before) ÷ the year before' },
  compute: { op: 'change', of: of.id, stated: STATED.get(of.id) ?? null },
  unit: of.unit === 'ratio' ? 'percentage points' : 'ratio',
});

/** A metric as 100 in a base year. */
export const indexOf: Maker = (of, base) => ({
  ...of,
  id: `index:${base}:${of.id}`,
  name: both((language) =>
    language === 'zh' ? `${of.name.zh}指数` : `Index of ${sentenceCase(of.name.en)}`,
  ),
  formula: { zh: `${base} 年 = 100`, en: `${base} = 100` },
  compute: { op: 'index', of: of.id, base },
  unit: 'base 100',
});

/** Yuan of a metric in prices of another year; a metric that is not money stays as it is. */
export const realOf: Maker = (of, prices) =>
  of.unit === 'yuan' || of.unit === 'yuan per person'
    ? {
        ...of,
        id: `real:${prices}:${of.id}`,
        name: {
          zh: `${of.name.zh}（${prices} 年价格）`,
          en: `${of.name.en} (prices of ${prices})`,
        },
        formula: {
          zh: `${of.formula.zh}，按价格指数折为 ${prices} 年价格`,
          en: `${of.formula.en}, in prices of ${prices} by the price index loaded`,
        },
        compute: { op: 'real', of: of.id, prices },
      }
    : of;

const SHAPES: readonly [RegExp, Maker][] = [
  [/^change:()(.+)$/, (of) => changeOf(of)],
  [/^index:(\d{4}):(.+)$/, indexOf],
  [/^real:(\d{4}):(.+)$/, realOf],
];

/** The derived metric an id names; undefined where it names none or the metric under it is unknown. */
export function derivedById(
  id: string,
  known: (id: string) => Metric | undefined,
): Metric | undefined {
  for (const [shape, make] of SHAPES) {
    const [, year, inner] = shape.exec(id) ?? [];
    const of = inner ? known(inner) : undefined;
    if (of) return make(of, Number(year));
  }
  return undefined;
}

/** Id of the metric that a derived one rests on in the end; the id itself of any other. */
export const statedMetric = (id: string): string =>
  id.replace(/^(change:|index:\d{4}:|real:\d{4}:)+/, '');

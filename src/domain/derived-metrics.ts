import { isMoney, type Metric, type Words } from './metric';

/** Metrics made from another one: its id stands behind the prefix, `index:2024:total` for example. */
type Maker = (of: Metric, year: number | null) => Metric;

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

const yearWords = (year: number): Words => ({ zh: ` ${year} 年`, en: String(year) });
const sentenceCase = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** A metric against the year `since`, or the year before; of a ratio, in percentage points. */
export function changeOf(of: Metric, since: number | null = null): Metric {
  const isRatio = of.unit === 'ratio';
  const base = since === null ? { zh: '上年', en: 'the year before' } : yearWords(since);
  return {
    ...of,
    id: since === null ? `change:${of.id}` : `change:${since}:${of.id}`,
    name: {
      zh: since === null ? `${of.name.zh}增减` : `${of.name.zh}比${base.zh}增减`,
      en: `Change in ${sentenceCase(of.name.en)}${since === null ? '' : ` since ${base.en}`}`,
    },
    formula: isRatio
      ? { zh: `本年 − ${base.zh}，百分点`, en: `this year − ${base.en}, in percentage points` }
      : { zh: `（本年 − ${base.zh}）÷ ${base.zh}`, en: `(this year − ${base.en}) ÷ ${base.en}` },
    compute: { op: 'change', of: of.id, since, stated: STATED.get(of.id) ?? null },
    unit: isRatio ? 'percentage points' : 'ratio',
  };
}

/** A metric as 100 in a base year. */
export const indexOf = (of: Metric, base: number): Metric => ({
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
export const realOf = (of: Metric, prices: number): Metric =>
  isMoney(of)
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
  [/^change:(?:(\d{4}):)?(.+)$/, changeOf],
  [/^index:(\d{4}):(.+)$/, (of, year) => indexOf(of, Number(year))],
  [/^real:(\d{4}):(.+)$/, (of, year) => realOf(of, Number(year))],
];

/** The derived metric an id names; undefined where it names none or the metric under it is unknown. */
export function derivedById(
  id: string,
  known: (id: string) => Metric | undefined,
): Metric | undefined {
  for (const [shape, make] of SHAPES) {
    const [, year, inner] = shape.exec(id) ?? [];
    const of = inner ? known(inner) : undefined;
    if (of) return make(of, year === undefined ? null : Number(year));
  }
  return undefined;
}

/** Id of the metric that a derived one rests on in the end; the id itself of any other. */
export const statedMetric = (id: string): string =>
  id.replace(/^(change:(\d{4}:)?|index:\d{4}:|real:\d{4}:)+/, '');

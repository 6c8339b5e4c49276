import { Decimal } from 'decimal.js';
import type { Metric, MetricUnit, Words } from './metric';
import { countText, formatAmount, groupThousands, type DisplayUnit } from './money';
import type { Language } from './view-state';

/** How figures are written on the screens of one language and money unit. */
export interface Format {
  language: Language;
  unit: DisplayUnit;
  /** Yuan in the money unit, without the unit's name. */
  amount(yuan: number): string;
  /** A fraction as a percentage with one decimal: 0.708193 gives 70.8%. */
  ratio(fraction: number, decimals?: number): string;
  /** A difference of two fractions in percentage points. */
  points(fraction: number): string;
  /** A change as a signed percentage. */
  change(fraction: number): string;
  /** A metric value by its unit, without the unit's name. */
  value(value: number, unit: MetricUnit): string;
  /** A value of a metric: as its unit says, changes with their sign. */
  metric(value: number, metric: Pick<Metric, 'unit' | 'compute'>): string;
  /** A plain number with all its decimals, up to six: 1234.5 gives 1,234.5. */
  plain(value: number): string;
  /** Name of the money unit. */
  unitName: string;
  /** Name of a metric's unit, for a column head or an axis; empty where the figure carries its own sign. */
  metricUnit(unit: MetricUnit): string;
  words(words: Words): string;
}

const UNIT_NAMES: Readonly<Record<DisplayUnit, Words>> = {
  元: { zh: '元', en: 'CNY' },
  万元: { zh: '万元', en: 'CNY 10,000' },
  亿元: { zh: '亿元', en: 'CNY 100 million' },
};

const PLAIN_DECIMALS = 6;
const percent = (fraction: number, decimals: number): string =>
  groupThousands(new Decimal(fraction).times(100), decimals);

function ratioText(fraction: number, decimals = 1): string {
  const shown = percent(fraction, decimals);
  const hidden = fraction !== 0 && Number(shown.replaceAll(',', '').replace('−', '-')) === 0;
  return `${hidden ? percent(fraction, decimals + 1) : shown}%`;
}

const signed = (text: string, value: number): string => (value > 0 ? `+${text}` : text);

export function makeFormat(language: Language, unit: DisplayUnit): Format {
  const words = (both: Words): string => both[language];
  const amount = (yuan: number): string => formatAmount(yuan, unit);
  const change = (fraction: number): string => signed(ratioText(fraction), fraction);
  const unitName = words(UNIT_NAMES[unit]);
  const value = (figure: number, metricUnit: MetricUnit): string => {
    switch (metricUnit) {
      case 'yuan':
      case 'yuan per person':
        return amount(figure);
      case 'ratio':
        return ratioText(figure);
      case 'percentage points':
        return signed(percent(figure, 1), figure);
      case 'base 100':
        return groupThousands(new Decimal(figure), 1);
      case 'count':
        return countText(figure);
      case 'index':
        return groupThousands(new Decimal(figure), 3);
      case 'points':
        return groupThousands(new Decimal(figure), Number.isInteger(figure) ? 0 : 1);
    }
  };
  return {
    language,
    unit,
    amount,
    ratio: ratioText,
    points: (fraction) => percent(fraction, 1),
    change,
    unitName,
    words,
    value,
    plain(figure) {
      const exact = new Decimal(figure).toDecimalPlaces(PLAIN_DECIMALS);
      return groupThousands(exact, exact.decimalPlaces());
    },
    metric: (figure, { unit: metricUnit, compute }) =>
      compute.op === 'growth' || (compute.op === 'change' && metricUnit === 'ratio')
        ? change(figure)
        : value(figure, metricUnit),
    metricUnit(metricUnit) {
      switch (metricUnit) {
        case 'yuan':
          return unitName;
        case 'yuan per person':
          return words({ zh: `${unitName}/人`, en: `${unitName} per head` });
        case 'ratio':
          return '%';
        case 'count':
          return words({ zh: '个', en: 'count' });
        case 'index':
          return words({ zh: '指数', en: 'index' });
        case 'points':
          return words({ zh: '分', en: 'points' });
        case 'percentage points':
          return words({ zh: '百分点', en: 'percentage points' });
        case 'base 100':
          return words({ zh: '基年=100', en: 'base year = 100' });
      }
    },
  };
}

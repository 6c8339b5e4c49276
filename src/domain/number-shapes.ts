/**
 * How figures are printed, as data: what both readers, `number-forms.ts` here and `number-sql.ts` in the engine, are
 * made of. The patterns keep to what JavaScript and RE2 read alike (no look-around, no classes but of ASCII) and see
 * text whose characters were folded (`FIGURE_FOLDS`) and whose ends were trimmed.
 */

/** Longest text that is looked at; longer ones are no figures. */
export const MAX_FIGURE_LENGTH = 80;
/** Digits before the point; a figure with more is unreadable, so that yuan never overflow. */
export const MAX_WHOLE_DIGITS = 18;
/** Digits of yuan before the point; larger amounts are none of a budget, and would not fit the data package. */
export const YUAN_DIGITS = 15;
/** Decimals that are kept, rounded half up (away from zero): a fen in 亿元. */
export const FIGURE_DECIMALS = 10;

/** Nothing but dashes, dots and slashes, or a word for nothing. Blank is not zero. */
export const BLANK_SHAPE =
  '^(?:¥? ?[-—―─ー_ ./\\\\…⋯·]*|无|空|缺|暂无|无数据|不适用|未公开|未公布|不详|n/?a|n\\.a\\.|nil|none|null|nan)$';

/** One rewriting of a text: `to` names groups of `shape` as `$1`. Texts of other shapes stay. */
export interface Rewriting {
  shape: string;
  to: string;
}

const START = '[0-9.](?:.*[0-9])?';

/** Taken off before the unit: the apostrophe that makes a cell text in spreadsheets, the currency before the figure. */
export const PREFIXES: readonly Rewriting[] = [
  { shape: "^' ?(.*)$", to: '$1' },
  { shape: '^([-+(]?) ?(?:¥|rmb|cny|人民币) ?(.*)$', to: '$1$2' },
];

/** Words after a figure and the unit they state. A cell's own unit wins over that of its column. */
export const UNITS_IN_CELLS = [
  ['元', '元'],
  ['圆', '元'],
  ['yuan', '元'],
  ['千元', '千元'],
  ['万', '万元'],
  ['万元', '万元'],
  ['亿', '亿元'],
  ['亿元', '亿元'],
  ['人', '人'],
  ['名', '人'],
] as const satisfies readonly (readonly [word: string, unit: string])[];
export type CellUnit = (typeof UNITS_IN_CELLS)[number][1];

/** Group 2 is the word of the unit; `$1$3` is the figure without it. */
export const UNIT_SHAPE = `^(.*[0-9)-]) ?(${UNITS_IN_CELLS.map(([word]) => word).join('|')})(?:整|人民币)?(\\)?)$`;

/** Every way of a minus to one before the figure; at most one of them applies. */
export const SIGNS: readonly Rewriting[] = [
  { shape: `^\\( ?(${START}) ?\\)$`, to: '-$1' },
  { shape: `^(${START}) ?-$`, to: '-$1' },
  { shape: `^- (${START})$`, to: '-$1' },
  { shape: `^\\+ ?(${START})$`, to: '$1' },
];

/** A way to write the digits: what groups them and what comes before the decimals. */
export interface FigureForm {
  shape: string;
  /** Character between groups of three digits. */
  group?: string;
  /** Character before the decimals where it is no point. */
  mark?: ',';
  /** Read so only in files whose decimal mark is a comma, or only in others. */
  only?: 'comma' | 'point';
}

const grouped = (group: string, times: string, rest: string): string =>
  `^-?[1-9][0-9]{0,2}(?:${group}[0-9]{3})${times}${rest}$`;

/** The first form that fits is taken; a text that fits none is unreadable. */
export const FIGURE_FORMS: readonly FigureForm[] = [
  { shape: grouped('\\.', '+', ''), group: '.', only: 'comma' },
  { shape: '^-?[0-9]+,[0-9]+$', mark: ',', only: 'comma' },
  { shape: '^-?(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)$' },
  { shape: '^-?[0-9]+(?:\\.[0-9]+)?e[-+]?[0-9]{1,2}$' },
  { shape: grouped(',', '+', '\\.[0-9]+'), group: ',' },
  { shape: grouped(',', '{2,}', ''), group: ',' },
  { shape: grouped(',', '', ''), group: ',', only: 'point' },
  { shape: grouped('\\.', '+', ',[0-9]+'), group: '.', mark: ',' },
  { shape: grouped(' ', '+', '(?:[.,][0-9]+)?'), group: ' ', mark: ',' },
  { shape: grouped("'", '+', '(?:[.,][0-9]+)?'), group: "'", mark: ',' },
];

/** What a form leaves: digits with a point, within bounds. Anything else is unreadable. */
export const PLAIN_SHAPE = `^-?[0-9]{0,${MAX_WHOLE_DIGITS}}(?:\\.[0-9]{1,40})?(?:e[-+]?[0-9]{1,2})?$`;

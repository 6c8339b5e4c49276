import type { Words } from '../rule';

export const TEXT_NOTES: Readonly<Record<string, Words>> = {
  figure_not_printed: {
    zh: '{table}里没有印出{statement}',
    en: 'the {table} does not print {statement}',
  },
  figure_without_table: {
    zh: '没有加载印有{statement}的{table}',
    en: 'the {table}, which should print {statement}, is not loaded',
  },
  rounded_otherwise: {
    zh: '相差不到文字末位的一个单位：尾数可能是截去的，或为了各项相加相符调整过',
    en: 'they differ by less than one unit of the last digit in the text: cut off, or adjusted so that parts add up',
  },
};

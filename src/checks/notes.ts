import type { Note, Words } from './rule';
import { NAME_NOTES } from './notes/names';
import { DOCUMENT_NOTES } from './notes/documents';
import { TABLE_NOTES } from './notes/tables';
import { TEXT_NOTES } from './notes/text';

/**
 * What can be said about an outcome. `{name}` stands for a parameter; `{table}` and `{statement}` for the name of a
 * table or of a figure of the text, which are given as identifiers.
 */
export const NOTES: Readonly<Record<string, Words>> = {
  no_table: { zh: '缺少{table}', en: 'the {table} is missing' },
  no_statement: { zh: '没有文字说明的数字', en: 'there are no figures in the text' },
  no_project_list: { zh: '没有项目', en: 'there are no projects' },
  no_indicator: { zh: '没有绩效目标', en: 'there are no performance targets' },
  no_entrusted: { zh: '没有委托业务', en: 'there are no entrusted tasks' },
  no_last_year: {
    zh: '没有加载上一年的预算',
    en: 'the budget of the year before is not loaded',
  },
  no_units: { zh: '没有加载所属单位的预算', en: 'the budgets of its units are not loaded' },
  nothing_to_compare: {
    zh: '表中没有可以相互核对的数字',
    en: 'nothing is printed that could be compared',
  },
  ...TABLE_NOTES,
  ...TEXT_NOTES,
  ...NAME_NOTES,
  ...DOCUMENT_NOTES,
};

/** Names of tables and of figures of the text, in the language of the reader. */
export type Naming = (kind: 'table' | 'statement', id: string) => string;

/** A note in words. */
export function noteWords({ code, params }: Note, lang: keyof Words, name: Naming): string {
  const words = NOTES[code]?.[lang] ?? code;
  return words.replaceAll(/\{(\w+)\}/g, (whole, key: string) => {
    const value = params[key];
    if (value === undefined) return whole;
    return key === 'table' || key === 'statement' ? name(key, value) : value;
  });
}

import { IMPORT_FIELDS, type ImportFieldId } from '@/domain/import-fields';
import {
  readFund,
  readMeasureName,
  readNature,
  readScope,
  readStage,
  readUnit,
  readVintage,
  readYear,
} from '@/domain/import-words';
import type { ImportGroup } from '@/domain/mapping';
import type { Session } from '../../duckdb';
import { quoteIdentifier, typedValues, type SqlLiteral } from '../../sql';
import { cellName } from '../csv';
import type { KeyFieldId, MappedPlan } from './plan';
import { rawName } from '../raw';

/** How cells of keys with few values are read; null where a text means nothing. */
const READERS = {
  year: readYear,
  stage: readStage,
  scope: readScope,
  unit: readUnit,
  fund: readFund,
  nature: readNature,
  vintage: readVintage,
  measure: readMeasureName,
} as const satisfies Partial<Record<KeyFieldId, (text: string) => string | number | null>>;

export type WordKey = keyof typeof READERS;
export const WORD_KEYS = Object.keys(READERS) as WordKey[];

/** Texts that are looked at; of a column with more the rest mean nothing, since it is no column of such words. */
const MOST_TEXTS = 20_000;

/** A column of words, with the texts that mean something: text, value, whether it counts people. */
export interface WordList {
  key: WordKey;
  column: number;
  rows: readonly (readonly SqlLiteral[])[];
}

/** Reads the different texts of each column of words once, by the rules that the proposals are made with. */
export async function readWords(
  session: Session,
  { id }: ImportGroup,
  { keys }: MappedPlan,
): Promise<WordList[]> {
  const lists: WordList[] = [];
  for (const key of WORD_KEYS) {
    const column = keys.get(key)?.[0];
    if (column === undefined) continue;
    const cell = cellName(column);
    const { columns } = await session.query(
      `SELECT DISTINCT ${cell} FROM ${rawName(id)} WHERE ${cell} IS NOT NULL LIMIT ${MOST_TEXTS}`,
    );
    const rows = (columns[0] as string[]).flatMap((text) => rowOf(key, text));
    lists.push({ key, column, rows });
  }
  return lists;
}

function rowOf(key: WordKey, text: string): SqlLiteral[][] {
  const value = READERS[key](text);
  if (value === null) return [];
  const isPeople = key === 'measure' && IMPORT_FIELDS[value as ImportFieldId].kind === 'headcount';
  return [[text, value, isPeople ? 1 : 0]];
}

/** Name of a list of words in a statement. */
const wordList = (key: WordKey): string => quoteIdentifier(`${key}_word`);

/** Tables of the lists for WITH, each with a comma before it. */
export const wordTables = (words: readonly WordList[]): string =>
  words
    .map(({ key, rows }) => {
      const value = key === 'year' ? 'INTEGER' : 'VARCHAR';
      const columns = { text: 'VARCHAR', value, people: 'INTEGER' };
      return `, ${wordList(key)} AS (SELECT * FROM ${typedValues(columns, rows)})`;
    })
    .join('');

/** Joins the lists to a raw record `r`. */
export const wordJoins = (words: readonly WordList[]): string =>
  words
    .map(({ key, column }) => {
      const list = wordList(key);
      return `LEFT JOIN ${list} ON ${list}.text = r.${cellName(column)}`;
    })
    .join(' ');

/** Whether a column of words says nothing in a record. */
const unsaid = (column: number): string => `COALESCE(trim(r.${cellName(column)}), '') = ''`;

/** What a key says in a record `r`: `otherwise` where it says nothing, NULL for a word nobody knows. */
export function wordSql(words: readonly WordList[], key: WordKey, otherwise: string): string {
  const list = words.find((one) => one.key === key);
  if (!list) return otherwise;
  return `CASE WHEN ${unsaid(list.column)} THEN ${otherwise} ELSE ${wordList(key)}.value END`;
}

/** Whether a record `r` has a word for a key that nobody knows. */
export function unknownWord(words: readonly WordList[], key: WordKey): string {
  const list = words.find((one) => one.key === key);
  return list ? `(r.${key} IS NULL AND NOT ${unsaid(list.column)})` : 'false';
}

/** Whether the measure a record `r` names counts people. */
export const countsPeople = (words: readonly WordList[]): string =>
  words.some(({ key }) => key === 'measure')
    ? `COALESCE(${wordList('measure')}.people, 0) = 1`
    : 'false';

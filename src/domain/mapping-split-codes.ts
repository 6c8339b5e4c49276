import { HEADER_JOIN } from './header-detection';
import type { ImportFieldId } from './import-fields';
import { normalizeWord } from './import-words';

/** Levels of a code that stands in several columns, as their headers name them. */
const LEVELS: readonly (readonly [word: string, field: ImportFieldId])[] = [
  ['类', 'code_class'],
  ['款', 'code_group'],
  ['项', 'code_item'],
];
export const SPLIT_CODE_FIELDS: readonly ImportFieldId[] = LEVELS.map(([, field]) => field);

/** The level a header names and nothing else: 类, 科目编码(款), 项级代码. */
const LEVEL =
  /^(?:(?:部门|政府)?(?:预算)?(?:支出|收入)?(?:功能|经济)?(?:分类)?科目)?(?:编码|代码)?[(]?([类款项])[)]?(?:级)?(?:编码|代码)?$/;
const levelOf = (header: string): string | null =>
  LEVEL.exec(normalizeWord(header.split(HEADER_JOIN).at(-1) ?? ''))?.[1] ?? null;

const DIGITS = /^'?\d{1,7}(?:\.0+)?$/;
const MOST = 0.5;

/** Whether codes stand below, or nothing; names of classes in three columns are no codes. */
const holdsCodes = (texts: readonly string[]): boolean =>
  texts.filter((text) => DIGITS.test(text.trim())).length >= texts.length * MOST;

/**
 * Meanings of columns that hold a code in parts, by their place: columns named 类, 款 and perhaps 项 that follow each
 * other, with digits below. The first such code of a table; `cells` are the texts of each column that are not blank.
 */
export function splitCodes(
  headers: readonly string[],
  cells: readonly (readonly string[])[],
): ReadonlyMap<number, ImportFieldId> {
  const levels = headers.map(levelOf);
  const start = levels.findIndex(
    (level, i) => level === LEVELS[0]?.[0] && levels[i + 1] === LEVELS[1]?.[0],
  );
  if (start < 0) return new Map();
  const parts = LEVELS.flatMap(([word, field], i) =>
    levels[start + i] === word ? [[start + i, field] as const] : [],
  );
  const isCode = parts.every(([column]) => holdsCodes(cells[column] ?? []));
  return new Map(isCode && (cells[start] ?? []).length > 0 ? parts : []);
}

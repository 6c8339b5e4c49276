import type { KeyFieldId, MappedPlan } from './plan';
import { keyText } from './source';

/** Keys that say a whole code. */
export const CODE_KEYS = ['function_code', 'economic_code', 'code'] as const;
/** Keys that say a code in parts: 类, 款, 项. */
export const CODE_PARTS = [
  'code_class',
  'code_group',
  'code_item',
] as const satisfies readonly KeyFieldId[];

/** The keys of codes that a mapping has; of a code in parts the last part first. */
export const codeKeys = ({ keys }: MappedPlan): readonly KeyFieldId[] =>
  [...CODE_KEYS, ...CODE_PARTS.toReversed()].filter((key) => keys.has(key));

/** Digits of a code however it is written: 2010301 for 201.03.01, 2010301.0 and “2010301 行政运行”. */
const digitsOf = (text: string): string => {
  const start = `regexp_extract(${text}, '^([0-9][0-9 ._-]*?)(?:[.]0+)?(?:[^0-9 ._-].*)?$', 1)`;
  const digits = `NULLIF(regexp_replace(${start}, '[^0-9]', '', 'g'), '')`;
  return `CASE WHEN regexp_full_match(${text}, '[0-9]+') THEN ${text} ELSE ${digits} END`;
};

const NO_TEXT = 'CAST(NULL AS VARCHAR)';

/** What raw records say of their codes: `<key>_digits` for each key of whole codes, NULL where there is none. */
export const codeTexts = (plan: MappedPlan): string[] =>
  CODE_KEYS.map((key) => {
    const whole = plan.keys.has(key) ? digitsOf(keyText(plan, key)) : null;
    const joined = key === 'code' ? joinedParts(plan) : null;
    const both = [whole, joined].filter((one) => one !== null);
    return `${both.length > 1 ? `COALESCE(${both.join(', ')})` : (both[0] ?? NO_TEXT)} AS ${key}_digits`;
  });

/** The last text of a table at or above a record. */
const lastOf = (text: string): string =>
  `last_value(${text} IGNORE NULLS) OVER (PARTITION BY table_no ORDER BY record)`;

/** Stands for the code of a record that has a part of one without the part it belongs to. */
export const INCOMPLETE = '';

/**
 * The code that stands in parts, one column each. Parts of a code that are printed once, in the row of their class or
 * group, hold for the rows below; a part of more than two digits is the whole code so far.
 */
function joinedParts(plan: MappedPlan): string | null {
  if (!CODE_PARTS.some((key) => plan.keys.has(key))) return null;
  const [first, second, third] = CODE_PARTS.map((key) =>
    plan.keys.has(key) ? digitsOf(keyText(plan, key)) : NO_TEXT,
  ) as [string, string, string];
  const under = (above: string, part: string): string =>
    `CASE WHEN length(${part}) > 2 THEN ${part} ELSE ${above} || lpad(${part}, 2, '0') END`;
  const classAbove = lastOf(first);
  const groupAbove = lastOf(`CASE WHEN ${second} IS NOT NULL THEN ${second}
    WHEN ${first} IS NOT NULL THEN '' END`);
  const group = under(classAbove, second);
  const item = under(under(classAbove, `NULLIF(${groupAbove}, '')`), third);
  return `CASE WHEN ${third} IS NOT NULL THEN COALESCE(${item}, '${INCOMPLETE}')
    WHEN ${second} IS NOT NULL THEN COALESCE(${group}, '${INCOMPLETE}') ELSE ${first} END`;
}

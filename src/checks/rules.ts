import type { Rule } from './rule';
import { BETWEEN_RULES } from './rules/between';
import { DOCUMENT_RULES } from './rules/documents';
import { NAME_RULES } from './rules/names';
import { TEXT_RULES } from './rules/text';
import { WITHIN_RULES } from './rules/within';

/** Every rule, in the order a reader goes: within tables, between them, the text, names, other documents. */
export const RULES: readonly Rule[] = [
  ...WITHIN_RULES,
  ...BETWEEN_RULES,
  ...TEXT_RULES,
  ...NAME_RULES,
  ...DOCUMENT_RULES,
];

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of that id, if there is one. */
export const ruleById = (id: string): Rule | undefined => BY_ID.get(id);

import type { Rule } from '../rule';
import { CHANGE_RULES } from './text-changes';
import { COUNT_RULES } from './text-counts';
import { PROCUREMENT_RULES } from './text-procurement';
import { SHARE_RULES } from './text-shares';
import { STATED_RULES } from './text-stated';
import { SUM_RULES } from './text-sums';
import { TABLE_RULES } from './text-tables';

/** Figures of the text: against the tables, against each other, and worked out again. */
export const TEXT_RULES: readonly Rule[] = [
  ...TABLE_RULES,
  ...SUM_RULES,
  ...SHARE_RULES,
  ...CHANGE_RULES,
  ...COUNT_RULES,
  ...PROCUREMENT_RULES,
  ...STATED_RULES,
];

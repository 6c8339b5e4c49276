import type { Rule } from '../rule';
import { TABLE_RULES } from './text-tables';

/** Figures of the text: against the tables, against each other, and worked out again. */
export const TEXT_RULES: readonly Rule[] = [...TABLE_RULES];

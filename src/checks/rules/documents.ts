import type { Rule } from '../rule';
import { LAST_YEAR_RULES } from './documents-last-year';
import { UNIT_RULES } from './documents-units';

/** Rules that hold a document against others: of the year before, and of a department's units. */
export const DOCUMENT_RULES: readonly Rule[] = [...LAST_YEAR_RULES, ...UNIT_RULES];

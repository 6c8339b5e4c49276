import type { Rule } from '../rule';
import { CODE_RULES } from './names-codes';

/** Rules on names, projects, performance targets and entrusted tasks. */
export const NAME_RULES: readonly Rule[] = [...CODE_RULES];

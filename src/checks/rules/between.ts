import type { Rule } from '../rule';

export const BETWEEN_RULES: readonly Rule[] = [];

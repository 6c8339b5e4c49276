import type { Rule } from '../rule';

export const DOCUMENT_RULES: readonly Rule[] = [];

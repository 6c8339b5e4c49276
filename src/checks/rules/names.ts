import type { Rule } from '../rule';
import { CODE_RULES } from './names-codes';
import { COVERAGE_RULES } from './names-coverage';
import { OWN_COST_RULES } from './names-own-costs';
import { PROJECT_RULES } from './names-projects';
import { SPENDING_RULES } from './names-spending';
import { TARGET_RULES } from './names-targets';
import { TASK_RULES } from './names-tasks';
import { TITLE_RULES } from './names-titles';
import { UNIT_RULES } from './names-units';
import { WEIGHT_RULES } from './names-weights';

/** Rules on names, projects, performance targets and entrusted tasks. */
export const NAME_RULES: readonly Rule[] = [
  ...CODE_RULES,
  ...PROJECT_RULES,
  ...COVERAGE_RULES,
  ...TARGET_RULES,
  ...OWN_COST_RULES,
  ...SPENDING_RULES,
  ...WEIGHT_RULES,
  ...TASK_RULES,
  ...TITLE_RULES,
  ...UNIT_RULES,
];

import type { Rule } from '../rule';
import { CLASS_RULES } from './between-classes';
import { CONTRIBUTION_RULES } from './between-contributions';
import { ECONOMIC_RULES } from './between-economic';
import { INCOME_RULES } from './between-income';
import { ITEM_RULES } from './between-items';
import { PROJECT_RULES } from './between-projects';
import { UNIT_RULES } from './between-units';

/** What one table says must be what another says of the same money. */
export const BETWEEN_RULES: readonly Rule[] = [
  ...INCOME_RULES,
  ...CLASS_RULES,
  ...ECONOMIC_RULES,
  ...ITEM_RULES,
  ...CONTRIBUTION_RULES,
  ...PROJECT_RULES,
  ...UNIT_RULES,
];

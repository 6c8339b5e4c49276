import type { Rule } from '../rule';
import { BLANK_RULES } from './within-blanks';
import { CELL_RULES } from './within-cells';
import { ORDER_RULES } from './within-order';
import { PART_RULES } from './within-parts';
import { SUM_RULES } from './within-sums';

/** What a table must keep by itself: its sums, at every row and column, its order and its cells. */
export const WITHIN_RULES: readonly Rule[] = [
  ...SUM_RULES,
  ...BLANK_RULES,
  ...PART_RULES,
  ...ORDER_RULES,
  ...CELL_RULES,
];

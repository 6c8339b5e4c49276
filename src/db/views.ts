import { projectAmounts, rowAmounts } from './queries/row-amount';

/** Statements that make the views over the package tables; `line_code` must be there. */
export const createViews = (): string[] => [
  `CREATE OR REPLACE VIEW row_amount AS ${rowAmounts()}`,
  `CREATE OR REPLACE VIEW project_amount AS ${projectAmounts()}`,
];

import type { Session } from './duckdb';
import { lineCodes } from './queries/line-code';
import { measures } from './queries/measure';
import { metrics } from './queries/metric';
import { staff } from './queries/staff';
import { projectAmounts, rowAmounts } from './queries/row-amount';
import { documentInfo } from './queries/documents';

const replaceTable = (name: string, sql: string): string =>
  `CREATE OR REPLACE TABLE ${name} AS ${sql}`;

/** Makes again what follows from the package tables. */
export const derive = (session: Session): Promise<void> =>
  session.run(
    replaceTable('line_code', lineCodes()),
    replaceTable('document_info', documentInfo()),
    replaceTable('row_amount', rowAmounts()),
    replaceTable('project_amount', projectAmounts()),
    replaceTable('measure', measures()),
    replaceTable('staff', staff()),
    replaceTable('metric', metrics()),
  );

/** Makes again only what a headcount supplied by the user changes. */
export const deriveStaff = (session: Session): Promise<void> =>
  session.run(replaceTable('staff', staff()), replaceTable('metric', metrics()));

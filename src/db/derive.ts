import type { Session } from './duckdb';
import { documentInfo } from './queries/documents';
import { lineCodes } from './queries/line-code';
import { measures } from './queries/measure';
import { metrics } from './queries/metric';
import { projectAmounts, rowAmounts } from './queries/row-amount';
import { staff } from './queries/staff';
import { valuesList } from './sql';

/** What follows from the package tables, in the order it is worked out; each row belongs to one document. */
const DERIVED = [
  ['line_code', lineCodes],
  ['document_info', documentInfo],
  ['row_amount', rowAmounts],
  ['project_amount', projectAmounts],
  ['measure', measures],
  ['staff', staff],
  ['metric', metrics],
] as const;

/** Tables that the queries above read and that can be narrowed to some documents. */
const NARROWED = [
  'document',
  'line',
  'project',
  'indicator',
  'statement',
  ...DERIVED.map(([name]) => name),
];

const replaceTable = (name: string, sql: string): string =>
  `CREATE OR REPLACE TABLE ${name} AS ${sql}`;

/**
 * Makes again what follows from the package tables: all of it, or for these documents alone, which may be gone. Other
 * documents of the same organizations are among what is made again, since headcounts are shared.
 */
export async function derive(session: Session, changed?: readonly string[]): Promise<void> {
  if (changed) await deriveSome(session, changed);
  else await session.run(...DERIVED.map(([name, sql]) => replaceTable(name, sql())));
}

async function deriveSome(session: Session, changed: readonly string[]): Promise<void> {
  if (changed.length === 0) return;
  const given = valuesList(changed.map((doc) => [doc]));
  await session.run(
    `CREATE OR REPLACE TEMP TABLE changed_document AS
    WITH given (doc_id) AS (VALUES ${given})
    SELECT doc_id FROM given
    UNION SELECT d.doc_id FROM document d WHERE d.org_id IN (
      SELECT org_id FROM document WHERE doc_id IN (SELECT doc_id FROM given))`,
  );
  for (const [name, sql] of DERIVED) {
    await session.run(
      `DELETE FROM ${name} WHERE doc_id IN (SELECT doc_id FROM changed_document)`,
      `INSERT INTO ${name} ${ofChanged(sql())}`,
    );
  }
  await session.run('DROP TABLE changed_document');
}

/** A query over the package and derived tables that sees only the rows of changed documents. */
function ofChanged(sql: string): string {
  const narrowed = NARROWED.map(
    (name) => `${name} AS NOT MATERIALIZED (SELECT * FROM tongchi.main.${name}
      WHERE doc_id IN (SELECT doc_id FROM changed_document))`,
  );
  return `WITH ${narrowed.join(', ')} SELECT * FROM (${sql})`;
}

/** Makes again only what a headcount supplied by the user changes. */
export const deriveStaff = (session: Session): Promise<void> =>
  session.run(replaceTable('staff', staff()), replaceTable('metric', metrics()));

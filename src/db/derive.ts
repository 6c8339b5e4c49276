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

/** Lines whose documents are worked out at once; more of them go in parts, so that memory does not run out. */
const BATCH_LINES = 500_000;

/**
 * Makes again what follows from the package tables: all of it, or for these documents alone, which may be gone. Other
 * documents of the same organizations are among what is made again, since headcounts are shared.
 */
export async function derive(session: Session, changed?: readonly string[]): Promise<void> {
  if (changed) await deriveSome(session, changed);
  else await deriveAll(session);
}

async function deriveAll(session: Session): Promise<void> {
  const { columns } = await session.query('SELECT COUNT(*) FROM line');
  if (Number(columns[0]?.[0]) <= BATCH_LINES) {
    await session.run(...DERIVED.map(([name, sql]) => replaceTable(name, sql())));
    return;
  }
  await session.run(
    ...DERIVED.map(([name, sql]) => replaceTable(name, `SELECT * FROM (${sql()}) LIMIT 0`)),
  );
  await makeBatches(session, 'SELECT doc_id FROM document');
  await insertBatches(session);
}

async function deriveSome(session: Session, changed: readonly string[]): Promise<void> {
  if (changed.length === 0) return;
  await makeBatches(
    session,
    `WITH given (doc_id) AS (VALUES ${valuesList(changed.map((doc) => [doc]))})
    SELECT doc_id FROM given
    UNION SELECT d.doc_id FROM document d WHERE d.org_id IN (
      SELECT org_id FROM document WHERE doc_id IN (SELECT doc_id FROM given))`,
  );
  await forgetDerived(session, '(SELECT doc_id FROM changed_document)');
  await insertBatches(session);
}

/**
 * Works out what follows from documents of which nothing is derived yet, batch by batch, each in a transaction of its
 * own: what is derived from very many does not fit into memory before it is committed, and so compressed. Not to be
 * called inside a transaction. Screens see none of them before the last one, which lists the documents. Of documents of
 * organizations that are loaded already nothing is made again.
 */
export async function deriveNew(session: Session): Promise<void> {
  await session.run(
    ...DERIVED.map(
      ([name, sql]) => `CREATE TABLE IF NOT EXISTS ${name} AS SELECT * FROM (${sql()}) LIMIT 0`,
    ),
  );
  await makeBatches(
    session,
    'SELECT doc_id FROM document WHERE doc_id NOT IN (SELECT doc_id FROM document_info)',
  );
  const derived = DERIVED.filter(([name]) => name !== 'document_info');
  for (const batch of await batches(session)) {
    await session.atomic(() =>
      session.run(...derived.map(([name, sql]) => `INSERT INTO ${name} ${ofBatch(sql(), batch)}`)),
    );
  }
  await session.atomic(() =>
    session.run(`INSERT INTO document_info SELECT * FROM (${documentInfo()}) info
      WHERE doc_id IN (SELECT doc_id FROM changed_document)`),
  );
  await session.run('DROP TABLE changed_document');
}

/** Takes away what was derived from documents; `list` as after IN. */
export const forgetDerived = (session: Session, list: string): Promise<void> =>
  session.run(...DERIVED.map(([name]) => `DELETE FROM ${name} WHERE doc_id IN ${list}`));

/** Lists documents to be worked out, in batches of about as many lines. */
const makeBatches = (session: Session, documents: string): Promise<void> =>
  session.run(
    `CREATE OR REPLACE TEMP TABLE changed_document AS
    SELECT d.doc_id, CAST(FLOOR(SUM(COALESCE(n.lines, 0)) OVER (ORDER BY d.doc_id
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) / ${BATCH_LINES}) AS INTEGER) AS batch
    FROM (${documents}) d
    LEFT JOIN (SELECT doc_id, COUNT(*) AS lines FROM line GROUP BY doc_id) n
      ON n.doc_id = d.doc_id`,
  );

async function batches(session: Session): Promise<number[]> {
  const { columns } = await session.query('SELECT DISTINCT batch FROM changed_document');
  return columns[0] as number[];
}

/** Works out the derived rows of the listed documents. */
async function insertBatches(session: Session): Promise<void> {
  for (const batch of await batches(session)) {
    await session.run(
      ...DERIVED.map(([name, sql]) => `INSERT INTO ${name} ${ofBatch(sql(), batch)}`),
    );
  }
  await session.run('DROP TABLE changed_document');
}

/** A query over the package and derived tables that sees only the rows of a batch of documents. */
function ofBatch(sql: string, batch: number): string {
  const narrowed = NARROWED.map(
    (name) => `${name} AS NOT MATERIALIZED (SELECT * FROM tongchi.main.${name}
      WHERE doc_id IN (SELECT doc_id FROM changed_document WHERE batch = ${batch}))`,
  );
  return `WITH ${narrowed.join(', ')} SELECT * FROM (${sql})`;
}

/** Makes again only what a headcount supplied by the user changes. */
export const deriveStaff = (session: Session): Promise<void> =>
  session.run(replaceTable('staff', staff()), replaceTable('metric', metrics()));

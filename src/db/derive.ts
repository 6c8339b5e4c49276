import type { Session } from './duckdb';
import { documentInfo } from './queries/documents';
import { lineCodes } from './queries/line-code';
import { measures } from './queries/measure';
import { metrics } from './queries/metric';
import { projectAmounts, rowAmounts } from './queries/row-amount';
import { staff } from './queries/staff';
import { quoteLiteral, valuesList } from './sql';

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

/**
 * What the rows of the largest tables are sorted by within a batch: a question reads one metric of everybody, and finds
 * it in few blocks.
 */
const SORTED: Readonly<Record<string, string>> = {
  measure: 'measure, doc_id',
  metric: 'metric_id, doc_id',
};

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
      session.run(...derived.map(([name, sql]) => insertBatch(name, sql(), batch))),
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

/** A batch with the first and the last of its documents, which tell blocks of a table that hold none of it. */
interface Batch {
  no: number;
  first: string;
  last: string;
}

async function batches(session: Session): Promise<Batch[]> {
  const { columns } = await session.query(
    `SELECT batch, MIN(doc_id), MAX(doc_id) FROM changed_document GROUP BY batch ORDER BY batch`,
  );
  const [numbers, firsts, lasts] = columns as [number[], string[], string[]];
  return numbers.map((no, i) => ({ no, first: firsts[i] ?? '', last: lasts[i] ?? '' }));
}

/** Works out the derived rows of the listed documents. */
async function insertBatches(session: Session): Promise<void> {
  for (const batch of await batches(session)) {
    await session.run(...DERIVED.map(([name, sql]) => insertBatch(name, sql(), batch)));
  }
  await session.run('DROP TABLE changed_document');
}

/** Inserts what a query over the package and derived tables gives that sees only the rows of a batch of documents. */
function insertBatch(name: string, sql: string, { no, first, last }: Batch): string {
  const narrowed = NARROWED.map(
    (table) => `${table} AS NOT MATERIALIZED (SELECT * FROM tongchi.main.${table}
      WHERE doc_id BETWEEN ${quoteLiteral(first)} AND ${quoteLiteral(last)}
        AND doc_id IN (SELECT doc_id FROM changed_document WHERE batch = ${no}))`,
  );
  const order = SORTED[name] ? `ORDER BY ${SORTED[name]}` : '';
  return `INSERT INTO ${name} WITH ${narrowed.join(', ')} SELECT * FROM (${sql}) ${order}`;
}

/** Makes again only what a headcount supplied by the user changes. */
export const deriveStaff = (session: Session): Promise<void> =>
  session.run(replaceTable('staff', staff()), replaceTable('metric', metrics()));

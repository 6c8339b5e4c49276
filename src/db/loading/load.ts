import type { DuplicateChoice } from '@/domain/duplicates';
import type { LoadProgress } from '@/domain/import-draft';
import { InputError, isWarning, type Issue } from '@/domain/issue';
import { tableDefinition, type PackageTableName } from '@/domain/package';
import { queueChecks } from '../check-queue';
import { derive } from '../derive';
import type { LocalEngine, Session } from '../duckdb';
import { SQL_TYPES } from '../schema';
import { quoteIdentifier } from '../sql';
import { settleDuplicates } from './duplicates';
import { inBatches, loadsInBatches } from './in-batches';
import { alreadyLoaded, stagedProblems } from './problems';
import { deleteDocuments, givenDocuments } from './remove';
import { dropStaged, stageAll, stagedName, type StagedTable, type StageInput } from './stage';

export interface LoadResult {
  documents: string[];
  /** Told, but no reason to keep the package out. */
  warnings: Issue[];
}

export interface LoadOptions {
  /** What to do with documents that are loaded already; by default the loading is refused and asks. */
  duplicates?: 'ask' | DuplicateChoice;
  signal?: AbortSignal;
  onPhase?: (phase: LoadProgress['phase']) => void;
}

/** Tables whose rows may stand in several packages, by what makes them the same; the first one loaded stays. */
const SHARED: Readonly<Partial<Record<PackageTableName, readonly string[]>>> = {
  jurisdiction: tableDefinition('jurisdiction').key,
  classification: tableDefinition('classification').key,
  organization: tableDefinition('organization').key,
  headcount: [...tableDefinition('headcount').key, 'doc_id'],
};

/**
 * Loads a package whole or not at all, and derives measures and metrics of its documents. Rejects with the signal's
 * reason when stopped.
 * @throws InputError with every problem found; the database is then as it was.
 * @throws DuplicateDocumentsError if documents are loaded already and nobody said what to do with them.
 */
export function loadPackage(
  engine: LocalEngine,
  tables: readonly StageInput[],
  { duplicates = 'ask', signal, onPhase }: LoadOptions = {},
): Promise<LoadResult> {
  const load = async (session: Session): Promise<LoadResult> => {
    onPhase?.('taking');
    const staged = await stageAll(engine, session, tables);
    onPhase?.('checking');
    const issues = await stagedProblems(session, staged);
    const errors = issues.filter((issue) => !isWarning(issue));
    if (errors.length > 0) throw new InputError(errors);
    const isLarge = await loadsInBatches(session, staged);
    const insertAll = isLarge ? insertInBatches : insertStaged;
    return {
      documents: await insertAll(session, staged, { duplicates, onPhase }),
      warnings: issues,
    };
  };
  return engine.change((session) => withStaged(session, tables, () => load(session)), signal);
}

/**
 * Inserts staged tables without problems and derives what follows from them, in one transaction. Gives the documents.
 * @throws DuplicateDocumentsError
 */
export async function insertStaged(
  session: Session,
  staged: readonly StagedTable[],
  { duplicates = 'ask', onPhase }: Omit<LoadOptions, 'signal'>,
): Promise<string[]> {
  const { replaced } = await settleDuplicates(session, staged, duplicates);
  const { columns } = await session.query(
    `SELECT doc_id FROM ${stagedName('document')} ORDER BY package_file, package_row`,
  );
  const documents = columns[0] as string[];
  await session.atomic(async () => {
    const codes = await count(session, 'classification');
    await queueChecks(session, givenDocuments(replaced));
    await deleteDocuments(session, replaced);
    await session.run(...staged.map(insert));
    await queueChecks(session, `SELECT doc_id FROM ${stagedName('document')}`);
    onPhase?.('deriving');
    const sameCodes = codes === (await count(session, 'classification'));
    const changed = [...documents, ...replaced];
    await derive(session, sameCodes ? await changedBy(session, staged, changed) : undefined);
  });
  return documents;
}

/** The same for very many rows that touch nothing that is loaded: in transactions that fit into memory, undone together. */
async function insertInBatches(
  session: Session,
  staged: readonly StagedTable[],
  { onPhase }: Omit<LoadOptions, 'signal'>,
): Promise<string[]> {
  return inBatches(session, {
    insert: () => session.run(...staged.map(insert)),
    free: () =>
      dropStaged(
        session,
        staged.map(({ table }) => table),
      ),
    deriving: () => onPhase?.('deriving'),
  });
}

/** Documents whose figures change with these; undefined where it may be any, or are too many to go one by one. */
export async function changedBy(
  session: Session,
  staged: readonly StagedTable[],
  documents: readonly string[],
): Promise<readonly string[] | undefined> {
  if (documents.length * 2 > (await count(session, 'document'))) return undefined;
  if (!staged.some(({ table }) => table === 'headcount')) return documents;
  const others = await session.query(`SELECT doc_id FROM document
    WHERE org_id IN (SELECT org_id FROM ${stagedName('headcount')})`);
  return [...new Set([...documents, ...(others.columns[0] as string[])])];
}

async function count(session: Session, table: PackageTableName): Promise<number> {
  const { columns } = await session.query(`SELECT COUNT(*) FROM ${quoteIdentifier(table)}`);
  return Number(columns[0]?.[0]);
}

/** Loads tables that every package may refer to (places, classification), before any package. */
export function loadReference(engine: LocalEngine, tables: readonly StageInput[]): Promise<void> {
  return engine.change((session) =>
    withStaged(session, tables, async () => {
      const staged = await stageAll(engine, session, tables);
      await session.atomic(() => session.run(...staged.map(insert)));
    }),
  );
}

/** Everything wrong with a package; nothing is kept. */
export function validatePackage(
  engine: LocalEngine,
  tables: readonly StageInput[],
): Promise<Issue[]> {
  const validate = async (session: Session): Promise<Issue[]> => {
    const staged = await stageAll(engine, session, tables);
    const issues = await stagedProblems(session, staged);
    const complete = !issues.some(({ code }) => code === 'missing_column');
    return complete ? [...issues, ...(await alreadyLoaded(session, staged))] : issues;
  };
  return engine
    .change((session) => withStaged(session, tables, () => validate(session)))
    .catch((error: unknown) => {
      if (error instanceof InputError) return [...error.issues];
      throw error;
    });
}

async function withStaged<T>(
  session: Session,
  tables: readonly { table: PackageTableName }[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } finally {
    await dropStaged(
      session,
      tables.map(({ table }) => table),
    );
  }
}

/** Statement that takes a staged table over; of shared tables only rows that are not there. */
export function insert({ table }: StagedTable): string {
  const { columns } = tableDefinition(table);
  const cast = (name: string): string =>
    `CAST(s.${quoteIdentifier(name)} AS ${SQL_TYPES[columns[name]?.type ?? 'text']})`;
  const same = SHARED[table]
    ?.map((name) => `t.${quoteIdentifier(name)} IS NOT DISTINCT FROM ${cast(name)}`)
    .join(' AND ');
  const onlyNew = same
    ? `WHERE NOT EXISTS (SELECT 1 FROM ${quoteIdentifier(table)} t WHERE ${same})`
    : '';
  return `INSERT INTO ${quoteIdentifier(table)}
    SELECT ${Object.keys(columns).map(cast).join(', ')} FROM ${stagedName(table)} s ${onlyNew}`;
}

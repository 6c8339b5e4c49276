import type { DuplicateChoice } from '@/domain/duplicates';
import type { LoadProgress, MappingPreview } from '@/domain/import-draft';
import type { Issue } from '@/domain/issue';
import type {
  FoundOrganization,
  ImportCounts,
  ImportGroup,
  OrganizationMatch,
  RejectedRecord,
} from '@/domain/mapping';
import { queueChecks } from '../check-queue';
import { derive } from '../derive';
import type { LocalEngine, Session } from '../duckdb';
import { settleDuplicates } from './duplicates';
import { changedBy, insert } from './load';
import {
  headcountStatements,
  printedStatements,
  projectStatement,
  statementStatements,
} from './mapping/details';
import {
  DOC_SOURCE,
  documentIn,
  fromRecords,
  isStaged,
  SOURCE,
  stageDocuments,
  type MappedSource,
  type PlannedGroup,
} from './mapping/documents';
import { lineStatements } from './mapping/lines';
import {
  foundOrganizations,
  matchName,
  organizationList,
  stageMatches,
  type OrganizationList,
} from './mapping/organizations';
import { makeParents, parentName } from './mapping/parents';
import { planOf } from './mapping/plan';
import { countsOf, previewOf, rejectedOf } from './mapping/preview';
import { makeRecords, recordName, rejectSkipped } from './mapping/records';
import type { RawTable } from '@/domain/raw-table';
import { DOC_SHIFT, stageShifts } from './mapping/shifts';
import { deleteDocuments, givenDocuments } from './remove';
import { stagedName } from './stage';
import { inOneStep, inTwoSteps, type Change } from './two-steps';

/** Rejected records that are handed over at most; their count stays exact. */
const MOST_REJECTED = 1_000_000;
/** Cells that are inserted and derived in one transaction; more of them would not fit into memory. */
const ONE_STEP_CELLS = 1_000_000;

/** A group of raw tables, and what the organizations in it stand for. */
export interface MappedGroup {
  group: ImportGroup;
  matches: readonly OrganizationMatch[];
}

export interface MappedOptions {
  /** What to do with documents that are loaded already; by default the loading is refused and asks. */
  duplicates?: 'ask' | DuplicateChoice;
  signal?: AbortSignal;
  onPhase?: (phase: LoadProgress['phase']) => void;
  /** Hash of each file as it was handed over, by its path; tables of an archive have that of the archive. */
  sources?: ReadonlyMap<string, string>;
}

export interface MappedResult {
  documents: string[];
  /** Over all groups. */
  counts: ImportCounts;
  warnings: Issue[];
}

/** The different organizations that the records of a group name, as they are named, with how many records do. */
export function findOrganizations(
  engine: LocalEngine,
  group: ImportGroup,
): Promise<FoundOrganization[]> {
  return engine.change((session) => foundOrganizations(session, group, planOf(group)));
}

/** What a mapping would load, counted over all records; nothing is changed but tables on their way in. */
export function previewMapping(
  engine: LocalEngine,
  group: ImportGroup,
  matches: readonly OrganizationMatch[],
): Promise<MappingPreview> {
  return engine.change((session) =>
    withRecords(engine, session, [{ group, matches }], ([planned]) =>
      previewOf(session, group, planned!.plan, matches),
    ),
  );
}

/**
 * All records that a mapping does not load, in the order of the files; at most a million. After a loading that left out
 * documents, the ones that were loaded say which records those were.
 */
export function rejectedRecords(
  engine: LocalEngine,
  group: ImportGroup,
  matches: readonly OrganizationMatch[],
  loaded?: readonly string[],
): Promise<RejectedRecord[]> {
  return engine.change((session) =>
    withRecords(engine, session, [{ group, matches }], async ([planned], organizations) => {
      if (loaded) {
        const isLoaded = documentIn(loaded, organizations);
        await rejectSkipped(session, group.id, planned!.plan, isLoaded);
      }
      return rejectedOf(session, group, planned!.plan, MOST_REJECTED);
    }),
  );
}

/**
 * Loads the records of raw tables as their mappings say, all groups or nothing, and derives the figures of their
 * documents. Rejects with the signal's reason when stopped.
 * @throws DuplicateDocumentsError if documents are loaded already and nobody said what to do with them.
 */
export function loadMapped(
  engine: LocalEngine,
  groups: readonly MappedGroup[],
  options: MappedOptions = {},
): Promise<MappedResult> {
  const { signal, onPhase } = options;
  return engine.change((session) => {
    onPhase?.('checking');
    return withRecords(engine, session, groups, (planned, organizations) =>
      load(engine, session, planned, organizations, options),
    );
  }, signal);
}

/** Puts the records of groups into tables of their own while `work` runs. */
async function withRecords<T>(
  engine: LocalEngine,
  session: Session,
  groups: readonly MappedGroup[],
  work: (planned: readonly PlannedGroup[], organizations: OrganizationList) => Promise<T>,
): Promise<T> {
  const organizations = organizationList(groups.flatMap(({ matches }) => matches));
  const planned: PlannedGroup[] = [];
  let source = 0;
  try {
    for (const { group, matches } of groups) {
      const plan = planOf(group);
      planned.push({ group, plan, source });
      source += group.tables.length;
      await stageMatches(engine, session, group.id, matches, organizations);
      await makeRecords(session, group, plan);
    }
    return await work(planned, organizations);
  } finally {
    await dropHelpers(
      session,
      groups.map(({ group }) => group.id),
    );
  }
}

function dropHelpers(session: Session, ids: readonly string[]): Promise<void> {
  const tables = [
    ...ids.flatMap((id) => [matchName(id), recordName(id), parentName(id)]),
    SOURCE,
    DOC_SOURCE,
    DOC_SHIFT,
    stagedName('organization'),
    stagedName('document'),
  ];
  return session.until(undefined).run(...tables.map((name) => `DROP TABLE IF EXISTS ${name}`));
}

async function load(
  engine: LocalEngine,
  session: Session,
  planned: readonly PlannedGroup[],
  organizations: OrganizationList,
  { duplicates = 'ask', onPhase, sources }: MappedOptions,
): Promise<MappedResult> {
  const files = planned.flatMap(({ group }) =>
    group.tables.map((table) => sourceOf(table, sources)),
  );
  await stageDocuments(engine, session, planned, organizations, files);
  const { replaced, skipped } = await settleDuplicates(
    session,
    [fromRecords('document')],
    duplicates,
  );
  if (skipped.length > 0) {
    for (const { group, plan } of planned) {
      await rejectSkipped(session, group.id, plan, isStaged);
    }
  }
  const { columns } = await session.query(
    `SELECT doc_id FROM ${stagedName('document')} ORDER BY package_row`,
  );
  const documents = columns[0] as string[];
  const shifted = await stageShifts(session, planned);
  for (const { group, plan } of planned) await makeParents(session, group, plan);
  const counts = await countAll(session, planned);
  const change: Change = {
    documents,
    replaced,
    async insert() {
      await queueChecks(session, givenDocuments(replaced));
      await deleteDocuments(session, replaced);
      await session.run(...insertStatements(planned, shifted));
      await queueChecks(session, `SELECT doc_id FROM ${stagedName('document')}`);
    },
    async derive() {
      onPhase?.('deriving');
      await derive(session, await changedBy(session, [], [...documents, ...replaced]));
    },
    free: () =>
      dropHelpers(
        session,
        planned.map(({ group }) => group.id),
      ),
  };
  const cells = planned.reduce((sum, { plan }) => sum + plan.values.length * counts.loaded, 0);
  await (cells > ONE_STEP_CELLS ? inTwoSteps : inOneStep)(session, change);
  return { documents, counts, warnings: [] };
}

function insertStatements(planned: readonly PlannedGroup[], shifted: boolean): string[] {
  return [
    insert(fromRecords('organization')),
    insert(fromRecords('document')),
    ...planned.flatMap((group) => lineStatements(group, shifted)),
    ...headcountStatements(planned),
    ...statementStatements(planned),
    projectStatement(),
    ...printedStatements(planned),
  ];
}

async function countAll(session: Session, planned: readonly PlannedGroup[]): Promise<ImportCounts> {
  const total = { records: 0, loaded: 0, rejected: 0, amounts: 0, unreadable: 0, rounded: 0 };
  for (const { group, plan } of planned) {
    const counts = await countsOf(session, group, plan, isStaged());
    for (const name of Object.keys(total) as (keyof ImportCounts)[]) total[name] += counts[name];
  }
  return total;
}

function sourceOf(
  { file, sheet }: RawTable,
  hashes: ReadonlyMap<string, string> = new Map(),
): MappedSource {
  const archive = [...hashes.keys()].find((path) => file.startsWith(`${path}/`));
  const sha256 = hashes.get(file) ?? (archive === undefined ? null : hashes.get(archive)) ?? null;
  return { file, sheet, title: sheet ?? file.slice(file.lastIndexOf('/') + 1), sha256 };
}

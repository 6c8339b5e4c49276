import { computed, markRaw, shallowRef, type ShallowRef } from 'vue';
import type { LocalEngine } from '@/db/duckdb';
import { dropGroups, placeIndex, recipeOf, stageTables } from '@/db/loading/import-steps';
import { loadPackage } from '@/db/loading/load';
import { loadMapped, rejectedRecords } from '@/db/loading/mapped';
import { removeDocuments } from '@/db/loading/remove';
import type { ImportDraft } from '@/domain/import-draft';
import { InputError, type Issue } from '@/domain/issue';
import type { ImportGroup, Mapping, PlaceCandidate, RejectedRecord } from '@/domain/mapping';
import { applySaved, shapeOf } from '@/domain/mapping-proposal';
import { searchPlaces, type PlaceIndex } from '@/domain/place-matching';
import { documentsByDataset, type LoadRecipe, type StoredDataset } from '@/domain/stored-dataset';
import type { Workspace } from '@/domain/workspace';
import type { PackageInput } from '@/importers/package-reader';
import { readWorkspace } from '@/importers/workspace';
import { createDrafts } from './drafts';
import { createDuplicateQuestion } from './duplicate-question';
import { issuesOf, notThere, otherOrigin, unusedFile } from './import-issues';
import { createJobs, isCancel, type Job, type Source } from './jobs';
import { createKeeping } from './keeping';
import { endedEarly, IDLE, stateOf, type LoadReport } from './load-report';
import { readAndHash, withOwnPaths, type HashedSource } from './read-and-hash';
import { reader } from './reader';
import { replay } from './replay';
import { createReviewing } from './reviewing';
import { stagingTools } from './staging-tools';

/** What bringing data in needs of the store it belongs to. */
export interface ImportingHost {
  opened: Promise<LocalEngine>;
  report: ShallowRef<LoadReport>;
  /** After every change of the loaded data. */
  refresh(): Promise<void>;
  /** Mappings confirmed before, by the shape of their tables. */
  mappings: { get(shape: string): Mapping | undefined; set(shape: string, mapping: Mapping): void };
}

/** Bringing data in: reading files, mapping their tables, loading, keeping, and all of it again at the next start. */
export function createImporting({ opened, report, refresh, mappings }: ImportingHost) {
  const jobs = createJobs();
  const keeping = createKeeping();
  const waiting = createDrafts(opened, (error) => fail('', error));
  const { duplicates, asking, answer } = createDuplicateQuestion();
  /** Files that the tables waiting for a mapping came from. */
  let sources: readonly HashedSource[] = [];
  /** Drafts loaded last, their raw tables kept for the list of what was not loaded. */
  let loadedLast: readonly ImportDraft[] = [];
  /** Documents that came of them; others they name were left out by the user's choice. */
  let documentsLast: readonly string[] = [];
  let index: PlaceIndex | null = null;
  /** What the workspace opened last says of itself, until the reader has answered it. */
  const arrived = shallowRef<Workspace | null>(null);

  function fail(name: string, error: unknown): void {
    if (isCancel(error)) report.value = IDLE;
    else report.value = { ...IDLE, state: 'failed', name, issues: issuesOf(name, error) };
  }

  /** Runs a job; whatever goes wrong is reported, and gives no documents. */
  async function attempt(
    name: string,
    work: (job: Job) => Promise<LoadReport>,
  ): Promise<readonly string[]> {
    report.value = { ...IDLE, state: 'working', name };
    try {
      report.value = await jobs.run(work);
      return report.value.loaded;
    } catch (error) {
      fail(name, error);
      return [];
    }
  }

  async function keep(
    name: string,
    used: readonly HashedSource[],
    recipe: LoadRecipe,
    result: Pick<StoredDataset, 'documents' | 'records'>,
    job: Job,
  ): Promise<void> {
    const files = used.map(({ path, blob, sha256 }) => ({ path, bytes: blob.size, sha256 }));
    const loadedAt = new Date().toISOString();
    const dataset = { id: newId(), name, loadedAt, files, recipe, ...result };
    await keeping.keep(dataset, used, job);
  }

  async function loadOnePackage(
    read: Pick<PackageInput, 'name' | 'tables' | 'unused' | 'sources'>,
    given: readonly HashedSource[],
    job: Job,
  ): Promise<{ documents: readonly string[]; issues: readonly Issue[] }> {
    const engine = await opened;
    const { signal, tell } = job;
    const { result, choice } = await asking((duplicate) =>
      loadPackage(engine, read.tables, {
        duplicates: duplicate,
        signal,
        onPhase: (phase) => tell({ phase }),
      }),
    );
    const { documents, warnings } = result;
    await refresh();
    const used = given.filter(({ path }) => read.sources.includes(path));
    const recipe: LoadRecipe = { kind: 'package', duplicates: choice };
    await keep(read.name, used, recipe, { documents, records: null }, job);
    return { documents, issues: [...warnings, ...read.unused.map(unusedFile)] };
  }

  /** The same, with the workspace it belongs to; of a package that is not sound the issues are given, so that it stops no other. */
  async function loadSound(
    read: PackageInput,
    given: readonly HashedSource[],
    job: Job,
  ): ReturnType<typeof loadOnePackage> {
    try {
      const workspace = read.workspace === null ? null : readWorkspace(read.workspace, read.name);
      const result = await loadOnePackage(read, given, job);
      if (workspace) arrived.value = markRaw(workspace);
      return result;
    } catch (error) {
      if (error instanceof InputError) return { documents: [], issues: error.issues };
      throw error;
    }
  }

  /** Reads files; packages are loaded at once, tables wait for their mapping. */
  async function bringIn(name: string, files: readonly Source[], job: Job): Promise<LoadReport> {
    const engine = await opened;
    const { read, hashed } = await readAndHash(files, job);
    await forgetLoadedLast();
    const issues: Issue[] = [...read.issues];
    let loaded: readonly string[] = [];
    let groups: readonly ImportGroup[];
    try {
      for (const one of read.packages) {
        const result = await loadSound(one, hashed, job);
        loaded = [...loaded, ...result.documents];
        issues.push(...result.issues);
      }
      groups = await stageTables(engine, read.tables, stagingTools(job));
    } catch (error) {
      if (loaded.length === 0) throw error;
      return endedEarly({ name, loaded, issues }, error);
    }
    index = await placeIndex(engine);
    sources = [...sources, ...hashed];
    review(read.documents);
    // Not part of the job: tables are there to be seen and given up while they are worked out.
    void waiting.add(groups.map(asRemembered));
    return { ...IDLE, state: stateOf(loaded, issues), name, loaded, issues };
  }

  function asRemembered(group: ImportGroup): { group: ImportGroup; remembered: boolean } {
    const saved = mappings.get(shapeOf(group));
    return { group: saved ? applySaved(group, saved) : group, remembered: saved !== undefined };
  }

  async function forgetLoadedLast(): Promise<void> {
    const groups = loadedLast.map(({ group }) => group);
    loadedLast = [];
    await dropGroups(await opened, groups);
  }

  /** Loads what waits and is not skipped, all of it or nothing. */
  async function loadDrafts(): Promise<void> {
    const chosen = waiting.drafts.value.filter(({ skipped }) => !skipped);
    const used = sources.filter(({ path }) => chosen.some((draft) => comesFrom(draft, path)));
    const name = nameOf(used.map(({ path }) => path));
    await attempt(name, async (job) => {
      const engine = await opened;
      const { signal, tell } = job;
      const hashes = new Map(used.map(({ path, sha256 }) => [path, sha256]));
      const { result, choice } = await asking((duplicate) =>
        loadMapped(engine, chosen, {
          duplicates: duplicate,
          signal,
          sources: hashes,
          onPhase: (phase) => tell({ phase }),
        }),
      );
      const { documents, warnings, counts } = result;
      const records = { loaded: counts.loaded, rejected: counts.rejected };
      await refresh();
      for (const { group } of chosen) mappings.set(shapeOf(group), group.mapping);
      const groups = chosen.map(recipeOf);
      const recipe: LoadRecipe = { kind: 'tables', duplicates: choice, groups };
      await keep(name, used, recipe, { documents, records }, job);
      const skipped = waiting.take().filter((draft) => draft.skipped);
      await dropGroups(
        engine,
        skipped.map(({ group }) => group),
      );
      loadedLast = chosen;
      documentsLast = documents;
      sources = [];
      const notes = chosen.flatMap(({ group }) => group.tables.flatMap(({ notes }) => notes));
      const issues = [...notes, ...warnings];
      return { state: 'done', name, loaded: documents, records, issues };
    });
  }

  /** Datasets of earlier visits, loaded again in their order. One that fails is reported and stops nothing. */
  async function restore(): Promise<void> {
    for (const { dataset, files } of await keeping.earlier()) {
      await jobs
        .run(async (job) => {
          const documents = await replay(await opened, dataset, await files(), job);
          keeping.loadedAgain(dataset.id, documents);
        })
        .catch((error: unknown) => fail(dataset.name, error));
      await refresh();
    }
  }

  /** A package that comes with the app: loaded where it is new, and not kept. */
  async function loadNeighbour(name: string, bytes: Uint8Array): Promise<void> {
    await attempt(name, async ({ signal }) => {
      const file = { path: `${name}.zip`, blob: new Blob([bytes as Uint8Array<ArrayBuffer>]) };
      const { packages, issues } = await reader.read([file], { signal });
      const [one] = packages;
      if (!one) throw new InputError(issues);
      const engine = await opened;
      const { documents, warnings } = await loadPackage(engine, one.tables, { duplicates: 'skip' });
      await refresh();
      const told = [...warnings, ...one.unused.map(unusedFile)];
      return { ...IDLE, state: 'done', name, loaded: documents, issues: told };
    });
  }

  /** A package made of published documents: what is kept is the package, so that the next start need not read them. */
  const { add: review, reviewing } = createReviewing({
    opened,
    loadMade: (name, make) =>
      attempt(name, async (job) => {
        const made = await make(job);
        const path = `${name}.zip`;
        const { zip, sha256, tables } = made;
        const kept = { path, blob: new Blob([zip as Uint8Array<ArrayBuffer>]), sha256 };
        const read = { name, tables: [...tables], unused: [], sources: [path] };
        const left = made.outcomes.flatMap(({ issues }) => issues);
        if (made.outcomes.every(({ docId }) => docId === null)) throw new InputError(left);
        const { documents, issues } = await loadOnePackage(read, [kept], job);
        return { ...IDLE, state: 'done', name, loaded: documents, issues: [...left, ...issues] };
      }),
  });

  async function forget(id: string): Promise<void> {
    const dataset = keeping.stored.value.find((one) => one.id === id);
    if (!dataset) return;
    const forgetting = jobs.run(
      async () => {
        const documents = documentsByDataset(keeping.stored.value).get(id) ?? [];
        await removeDocuments(await opened, documents);
        await refresh();
        await keeping.forget(id);
      },
      { quiet: true },
    );
    await forgetting.catch((error: unknown) => fail(dataset.name, error));
  }

  async function openAddress(address: string): Promise<readonly string[]> {
    const url = new URL(address, location.href);
    const path = decodeURIComponent(url.pathname.split('/').at(-1) ?? '') || url.hostname;
    try {
      if (url.origin !== location.origin) throw otherOrigin(address);
      const response = await fetch(url);
      if (!response.ok) throw notThere(address, response.status);
      const blob = await response.blob();
      return await openUserFiles([{ path, blob }]);
    } catch (error) {
      fail(path, error);
      return [];
    }
  }

  const openUserFiles = (files: readonly Source[]): Promise<readonly string[]> => {
    const name = nameOf(files.map(({ path }) => path));
    return attempt(name, (job) => bringIn(name, withOwnPaths(files), job));
  };

  return {
    progress: jobs.progress,
    cancel: jobs.cancel,
    drafts: waiting.drafts,
    changeDraft: waiting.change,
    answerPlace: (id: string, text: string, code: string) => waiting.answer(id, { [text]: code }),
    skipDraft: waiting.skip,
    discardDrafts: async (): Promise<void> => {
      sources = [];
      await waiting.discard();
    },
    loadDrafts,
    duplicates,
    answerDuplicates: answer,
    async rejectedRecords(draftId?: string): Promise<readonly RejectedRecord[]> {
      const draft = draftId === undefined ? undefined : waiting.find(draftId);
      const asked = draft ? [draft] : loadedLast;
      const loaded = draft ? undefined : documentsLast;
      const engine = await opened;
      const lists = asked.map(({ group, matches }) =>
        rejectedRecords(engine, group, matches, loaded),
      );
      return (await Promise.all(lists)).flat();
    },
    arrived,
    stored: keeping.stored,
    storage: computed(() => keeping.state.value),
    forget,
    openUserFiles,
    openAddress,
    openText: (name: string, text: string) =>
      openUserFiles([{ path: name, blob: new Blob([text]) }]),
    findPlaces: (text: string): readonly PlaceCandidate[] =>
      index ? searchPlaces(index, text) : [],
    reviewing: markRaw(reviewing),
    restore,
    loadNeighbour,
    fail,
  };
}

/** Not `randomUUID`, which plain http does not have. */
const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join('-');

const NAMED_FILES = 3;
function nameOf(paths: readonly string[]): string {
  const names = [...new Set(paths.map((path) => path.split('/')[0] ?? path))];
  const listed = names.slice(0, NAMED_FILES).join(', ');
  return names.length > NAMED_FILES ? `${listed} … (${names.length})` : listed;
}

/** The file of a table is the given one, or lies in it (an archive). */
const comesFrom = ({ group }: ImportDraft, path: string): boolean =>
  group.tables.some(({ file }) => file === path || file.startsWith(`${path}/`));

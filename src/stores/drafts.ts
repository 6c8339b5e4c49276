import { shallowRef } from 'vue';
import type { LocalEngine } from '@/db/duckdb';
import { draftOf, dropGroups } from '@/db/loading/import-steps';
import type { ImportDraft } from '@/domain/import-draft';
import type { ImportGroup, PlaceAnswers } from '@/domain/mapping';

type GivenGroup = Pick<ImportDraft, 'group' | 'remembered'>;

const NOT_WORKED_OUT: Omit<ImportDraft, keyof GivenGroup> = {
  matches: [],
  answers: {},
  preview: null,
  obstacles: [],
  skipped: false,
};

/** Groups of tables that wait for their mapping. Each change is worked out anew; the latest one wins. */
export function createDrafts(opened: Promise<LocalEngine>, fail: (error: unknown) => void) {
  const drafts = shallowRef<readonly ImportDraft[]>([]);
  const rounds = new Map<string, number>();

  const patch = (id: string, change: Partial<ImportDraft>): void => {
    drafts.value = drafts.value.map((draft) =>
      draft.group.id === id ? { ...draft, ...change } : draft,
    );
  };
  const find = (id: string): ImportDraft | undefined =>
    drafts.value.find(({ group }) => group.id === id);

  async function workOut(id: string): Promise<void> {
    const draft = find(id);
    if (!draft) return;
    const round = (rounds.get(id) ?? 0) + 1;
    rounds.set(id, round);
    try {
      const outcome = await draftOf(await opened, draft.group, draft.answers);
      if (rounds.get(id) === round) patch(id, outcome);
    } catch (error) {
      if (rounds.get(id) === round && find(id)) fail(error);
    }
  }

  /** Shows groups at once, and works out one after the other what they would load. */
  async function add(groups: readonly GivenGroup[]): Promise<void> {
    const added = groups.map((given): ImportDraft => ({ ...given, ...NOT_WORKED_OUT }));
    drafts.value = [...drafts.value, ...added];
    for (const { group } of groups) await workOut(group.id);
  }

  /** Takes the drafts away; their raw tables stay until `dropGroups`. */
  function take(): readonly ImportDraft[] {
    const taken = drafts.value;
    drafts.value = [];
    return taken;
  }

  return {
    drafts,
    add,
    take,
    find,
    change: (id: string, group: ImportGroup): Promise<void> => {
      patch(id, { group, preview: null });
      return workOut(id);
    },
    answer: (id: string, answers: PlaceAnswers): Promise<void> => {
      patch(id, { answers: { ...find(id)?.answers, ...answers }, preview: null });
      return workOut(id);
    },
    skip: (id: string, skipped: boolean): void => patch(id, { skipped }),
    async discard(): Promise<void> {
      await dropGroups(
        await opened,
        take().map(({ group }) => group),
      );
    },
  };
}

import { computed } from 'vue';
import { useRouter } from 'vue-router';
import {
  isByTheWay,
  isEmptySetting,
  joinedSetting,
  WORK_SETTING_NAMES,
  type WorkSettingName,
} from '@/domain/work-settings';
import type { Workspace } from '@/domain/workspace';
import { useDatasets } from '@/stores/datasets';
import { replaceText, textOf } from '@/stores/kept-texts';

/** What becomes of the reader's own settings when a workspace is opened. */
export const ARRIVAL_CHOICES = ['join', 'replace', 'leave'] as const;
export type ArrivalChoice = (typeof ARRIVAL_CHOICES)[number];

const settled: Record<ArrivalChoice, (name: string, own: string, arriving: string) => string> = {
  join: joinedSetting,
  replace: (_, __, arriving) => arriving,
  leave: (_, own) => own,
};

const said = (text: string | undefined): boolean => !isEmptySetting(text);

/** A workspace that was opened as a file: its data are loaded, its settings and its view follow here. */
export function useWorkspaceArrival() {
  const datasets = useDatasets();
  const router = useRouter();

  /** The reader's own settings of which the workspace has some, too. */
  const own = computed<readonly WorkSettingName[]>(() => {
    const arriving = datasets.arrived?.settings;
    return WORK_SETTING_NAMES.filter(
      (name) => !isByTheWay(name) && said(arriving?.get(name)) && said(textOf(name)),
    );
  });

  async function take(workspace: Workspace, choice: ArrivalChoice): Promise<void> {
    const dictionary = textOf('dictionary');
    for (const name of WORK_SETTING_NAMES) {
      const text = textOf(name);
      // What is remembered by the way is not asked about.
      const how = isByTheWay(name) && choice === 'replace' ? 'join' : choice;
      replaceText(name, settled[how](name, text, workspace.settings.get(name) ?? ''));
    }
    const changed = textOf('dictionary');
    if (changed !== dictionary) {
      await (said(changed) ? datasets.restoreDictionary() : datasets.clearDictionary());
    }
    await router.push(workspace.address);
  }

  return {
    /** The workspace whose questions wait for an answer; null if there is none. */
    workspace: computed(() => datasets.arrived),
    own,
    /** Takes the settings of the workspace in the way chosen, and shows its view. */
    async settle(choice: ArrivalChoice): Promise<void> {
      const workspace = datasets.arrived;
      datasets.arrived = null;
      if (workspace) await take(workspace, choice);
    },
    /** The data stay loaded; the rest of the workspace is left aside. */
    dismiss: (): void => void (datasets.arrived = null),
  };
}

import { computed } from 'vue';
import {
  readLists,
  readOrganizations,
  renamedList,
  withList,
  withoutList,
  withPinToggled,
  withRecent,
  type OwnList,
} from '@/domain/kept-organizations';
import { keptText } from './kept-texts';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Organizations that stay with the reader: own lists, those pinned, those chosen last. */
export function keepOrganizations() {
  const keptLists = keptText('lists', '');
  const keptRecent = keptText('recent', '');
  const keptPinned = keptText('pinned', '');
  const lists = computed(() => readLists(parsed(keptLists.value)));
  const recent = computed(() => readOrganizations(parsed(keptRecent.value)));
  const pinned = computed(() => readOrganizations(parsed(keptPinned.value)));
  const keep = (changed: readonly OwnList[]): void => {
    keptLists.value = JSON.stringify(changed);
  };
  return {
    lists: {
      all: () => lists.value,
      set: (list: OwnList) => keep(withList(lists.value, list)),
      rename: (name: string, to: string) => keep(renamedList(lists.value, name, to)),
      remove: (name: string) => keep(withoutList(lists.value, name)),
    },
    recent: {
      all: () => recent.value,
      add(orgs: readonly string[]): void {
        keptRecent.value = JSON.stringify(withRecent(recent.value, orgs));
      },
    },
    pinned: {
      all: () => pinned.value,
      toggle(org: string): void {
        keptPinned.value = JSON.stringify(withPinToggled(pinned.value, org));
      },
    },
  };
}

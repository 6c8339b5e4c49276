import { useLocalStorage, useStorage, type StorageLike } from '@vueuse/core';
import { ref, type Ref } from 'vue';
import { isByTheWay, WORK_SETTING_NAMES } from '@/domain/work-settings';
import { isWorkspacePage, page } from './page-workspace';

const PREFIX = 'tongchi.';

/** Something of the work was changed since the page was opened or saved; only known of a workspace's own page. */
export const workChanged = ref(false);

/** Settings of a page that is a workspace: they come from it, and go with the page. */
const held = new Map(page.workspace?.settings);
const inPage: StorageLike = {
  getItem: (key) => held.get(nameOf(key)) ?? null,
  setItem: (key, text) => change(nameOf(key), text),
  removeItem: (key) => change(nameOf(key), ''),
};

const nameOf = (key: string): string => key.slice(PREFIX.length);

function change(name: string, text: string): void {
  if (text === (held.get(name) ?? '')) return;
  held.set(name, text);
  if (!isByTheWay(name) && WORK_SETTING_NAMES.some((each) => each === name)) {
    workChanged.value = true;
  }
}

/** Where settings are kept: this browser, or the page if it is a workspace. Throws where the browser keeps nothing. */
export const keptTexts = (): StorageLike => (isWorkspacePage ? inPage : localStorage);

const followed = new Map<string, Ref<string>>();

/** A setting of this name, kept as text. */
export function keptText<Text extends string = string>(
  name: string,
  initial: NoInfer<Text>,
): Ref<Text> {
  const text = isWorkspacePage
    ? useStorage<string>(PREFIX + name, initial, inPage, { writeDefaults: false })
    : useLocalStorage<string>(PREFIX + name, initial);
  followed.set(name, text);
  return text as Ref<Text>;
}

/** What is kept under a name; empty where there is nothing. */
export function textOf(name: string): string {
  try {
    return followed.get(name)?.value ?? keptTexts().getItem(PREFIX + name) ?? '';
  } catch {
    return '';
  }
}

/** Keeps another text under a name; whoever shows it follows. Throws if there is no room for it. */
export function replaceText(name: string, text: string): void {
  const shown = followed.get(name);
  if (shown) shown.value = text;
  else keptTexts().setItem(PREFIX + name, text);
}

/** Everything kept that belongs to the work, by name; in a workspace also what only a later version knows. */
export function workTexts(): Map<string, string> {
  const names = new Set([...WORK_SETTING_NAMES, ...(page.workspace?.settings.keys() ?? [])]);
  const texts = [...names].map((name): [string, string] => [name, textOf(name)]);
  return new Map(texts.filter(([, text]) => text !== ''));
}

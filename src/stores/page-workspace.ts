import { shallowRef } from 'vue';
import { carriedState } from '@/db/page-source';
import { InputError } from '@/domain/issue';
import type { Workspace } from '@/domain/workspace';
import { readWorkspace } from '@/importers/workspace';

/** The workspace that this page was saved with, or why it cannot be read; neither in the app as it was built. */
export interface PageWorkspace {
  workspace: Workspace | null;
  fault: InputError | null;
}

function readCarried(): PageWorkspace {
  const text = carriedState();
  if (text === null) return { workspace: null, fault: null };
  try {
    return { workspace: readWorkspace(text, decodeURIComponent(location.pathname)), fault: null };
  } catch (error) {
    if (error instanceof InputError) return { workspace: null, fault: error };
    throw error;
  }
}

/** Known from the first moment, as the settings and the first screen come from it. */
export const page: PageWorkspace = readCarried();

/** The page is a workspace, sound or not: nothing of it is kept on this computer, nothing kept there is shown. */
export const isWorkspacePage = page.workspace !== null || page.fault !== null;

/** What the page says of itself; after it was saved again, what was saved. */
export const shownWorkspace = shallowRef(page.workspace);

/** The workspace is to be looked at only. */
export const isReadOnly = page.workspace?.readOnly ?? false;

/** Raised whenever a workspace of before can no longer be read as it was meant. */
export const WORKSPACE_VERSION = 1;
export const WORKSPACE_KIND = 'tongchi-workspace';
/** File of a workspace that says what it is, beside the tables of its package. */
export const WORKSPACE_FILE = 'workspace.json';
export const WORKSPACE_ENDING = '.tongchi';

export const LONGEST_WORKSPACE_TITLE = 100;
export const LONGEST_WORKSPACE_NOTE = 5_000;
/** Characters of the address, of one setting, and of everything but the data. */
export const LONGEST_WORKSPACE_ADDRESS = 200_000;
export const LONGEST_WORK_SETTING = 5_000_000;
export const LONGEST_WORKSPACE = 20_000_000;
/** Settings of one workspace, those of later versions among them. */
export const MOST_WORK_SETTINGS = 100;

/** How somebody worked with a set of data: everything of a workspace but the data themselves. */
export interface Workspace {
  title: string;
  note: string;
  /** ISO time. */
  savedAt: string;
  /** Version of the app that saved it. */
  app: string;
  /** It is to be looked at; data and judgements stay as they are. */
  readOnly: boolean;
  /** Path and query of the address hash: `/compare?chart=ranking`. */
  address: string;
  /**
   * What the reader keeps that belongs to the work, as the settings keep it: texts by the name of the setting. Names
   * that this version does not know are carried along.
   */
  settings: ReadonlyMap<string, string>;
}

/** What a workspace is written with. */
export interface WorkspaceText {
  kind: typeof WORKSPACE_KIND;
  version: typeof WORKSPACE_VERSION;
  title: string;
  note: string;
  savedAt: string;
  app: string;
  readOnly: boolean;
  address: string;
  settings: [name: string, text: string][];
}

/** A workspace as JSON, title and note within their bounds. `<` is written so that the text may stand inside a page. */
export function formatWorkspace(workspace: Workspace): string {
  const written: WorkspaceText = {
    kind: WORKSPACE_KIND,
    version: WORKSPACE_VERSION,
    title: workspace.title.trim().slice(0, LONGEST_WORKSPACE_TITLE),
    note: workspace.note.trim().slice(0, LONGEST_WORKSPACE_NOTE),
    savedAt: workspace.savedAt,
    app: workspace.app,
    readOnly: workspace.readOnly,
    address: workspace.address,
    settings: [...workspace.settings],
  };
  return JSON.stringify(written).replaceAll('<', '\\u003c');
}

/** A name for the file of a workspace: its title, without what file systems refuse. */
export function workspaceFileName(
  title: string,
  ending: '.html' | typeof WORKSPACE_ENDING,
): string {
  const plain = title
    .replaceAll(/[\p{Cc}\p{Cf}"*/:<>?\\|]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[ .]+/, '')
    .slice(0, LONGEST_WORKSPACE_TITLE)
    .replace(/[ .]+$/, '');
  return `${plain || 'tongchi'}${ending}`;
}

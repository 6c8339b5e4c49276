import * as v from 'valibot';
import { InputError, type Issue } from '@/domain/issue';
import {
  LONGEST_WORK_SETTING,
  LONGEST_WORKSPACE,
  LONGEST_WORKSPACE_ADDRESS,
  LONGEST_WORKSPACE_NOTE,
  LONGEST_WORKSPACE_TITLE,
  MOST_WORK_SETTINGS,
  WORKSPACE_KIND,
  WORKSPACE_VERSION,
  type Workspace,
  type WorkspaceText,
} from '@/domain/workspace';

const upTo = (length: number) => v.pipe(v.string(), v.maxLength(length));

/** What a later version adds beside these is left aside. */
const workspaceText = v.object({
  kind: v.literal(WORKSPACE_KIND),
  version: v.literal(WORKSPACE_VERSION),
  title: upTo(LONGEST_WORKSPACE_TITLE),
  note: upTo(LONGEST_WORKSPACE_NOTE),
  savedAt: v.pipe(v.string(), v.isoTimestamp()),
  app: upTo(100),
  readOnly: v.boolean(),
  address: v.pipe(upTo(LONGEST_WORKSPACE_ADDRESS), v.startsWith('/')),
  settings: v.pipe(
    v.array(v.tuple([upTo(100), upTo(LONGEST_WORK_SETTING)])),
    v.maxLength(MOST_WORK_SETTINGS),
  ),
}) satisfies v.GenericSchema<unknown, WorkspaceText>;

const versioned = v.object({ kind: v.literal(WORKSPACE_KIND), version: v.number() });

/**
 * Reads what a workspace says of itself. It may come from another version of the app, or from anywhere else.
 * @throws InputError naming the file and what is wrong with it.
 */
export function readWorkspace(text: string, file: string): Workspace {
  if (text.length > LONGEST_WORKSPACE) {
    throw refused(file, 'too_large', `${text.length} characters`, 'is larger than a workspace');
  }
  const parsed = parse(text, file);
  if (v.is(versioned, parsed) && parsed.version !== WORKSPACE_VERSION) {
    const found = String(parsed.version);
    throw refused(
      file,
      'other_version',
      found,
      `is a workspace of version ${found}, and this app reads version ${WORKSPACE_VERSION}; open it with the app it was saved from, or a newer one.`,
    );
  }
  const read = v.safeParse(workspaceText, parsed);
  if (!read.success) {
    const [issue] = read.issues;
    const found = `${v.getDotPath(issue) ?? 'workspace'}: ${issue.message}`;
    throw refused(file, 'damaged_file', found, `is no workspace, or was changed: ${found}.`);
  }
  const { title, note, savedAt, app, readOnly, address, settings } = read.output;
  return { title, note, savedAt, app, readOnly, address, settings: new Map(settings) };
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refused(file, 'damaged_file', String(error), `is not JSON (${String(error)}).`);
  }
}

const refused = (file: string, code: Issue['code'], found: string, what: string) =>
  new InputError([{ code, file, found, message: `${file}: ${what}` }]);

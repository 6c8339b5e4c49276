/** An element of the one-file page that carries bytes as base64, in three parts: its opening with the id, text, closing. */
const PAYLOAD =
  /(?<opening><script type="application\/octet-stream" id="(?<id>[\w-]+)">)(?<text>[^<]*)(?<closing><\/script>)/g;

/** Element of the page's own text without payloads. */
export const FRAME_ID = 'pageFrame';
/** Elements of a workspace: what it says, and the zip of its data package. */
export const STATE_ID = 'workspaceState';
export const DATA_ID = 'workspaceData';

/** What a page with a workspace does without: the data that the app comes with. */
const LEFT_OUT = 'bundledData';

/** An element that carries bytes as base64 text. */
export const payloadElement = (id: string, base64: string): string =>
  `<script type="application/octet-stream" id="${id}">${base64}</script>`;

/** The page with nothing in its payloads. */
export const emptiedPage = (html: string): string =>
  html.replaceAll(PAYLOAD, '$<opening>$<closing>');

/** The texts of the payloads of a page, by their id. */
export const payloadTexts = (html: string): ReadonlyMap<string, string> =>
  new Map([...html.matchAll(PAYLOAD)].map(({ groups }) => [groups!.id!, groups!.text!]));

/** The page as it was built: how it reads without payloads, and the text of each payload. */
export interface PageSource {
  frame: string;
  /** @throws Error if the page has no such payload. */
  payload(id: string): string;
}

/** The text of a built page, in parts. */
export function pageParts({ frame, payload }: PageSource): string[] {
  const parts: string[] = [];
  let at = 0;
  for (const found of frame.matchAll(PAYLOAD)) {
    const { opening, id } = found.groups as { opening: string; id: string };
    const inside = found.index + opening.length;
    parts.push(frame.slice(at, inside), payload(id));
    at = inside;
  }
  return [...parts, frame.slice(at)];
}

/**
 * The text of a page that carries a workspace, in parts: what the workspace says stands before everything else it
 * carries, so that it is known when the app starts; its data stand last. `state` is JSON without `<`, `data` base64 in
 * parts of any kind.
 */
export function workspacePageParts<Part>(
  { frame, payload }: PageSource,
  { state, data }: { state: string; data: readonly Part[] },
): (string | Part)[] {
  if (state.includes('<')) throw new Error('a workspace inside a page holds no "<"');
  const carried = (id: string): string => (id === LEFT_OUT ? '' : payload(id));
  const parts = pageParts({ frame, payload: carried });
  const [head = '', end = ''] = [parts[0], parts.at(-1)];
  const [first, last] = [head.lastIndexOf('<script'), end.lastIndexOf('</body>')];
  if (parts.length < 2 || first < 0 || last < 0) throw new Error('the page is not as it was built');
  const [opened, closed] = payloadElement(DATA_ID, '\n').split('\n') as [string, string];
  return [
    head.slice(0, first),
    `<script type="application/json" id="${STATE_ID}">${state}</script>\n`,
    head.slice(first),
    ...parts.slice(1, -1),
    end.slice(0, last),
    opened,
    ...data,
    `${closed}\n`,
    end.slice(last),
  ];
}

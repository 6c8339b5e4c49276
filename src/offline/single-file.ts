import { gzipSync } from 'node:zlib';
import { emptiedPage, FRAME_ID, payloadElement } from '../domain/page-text.ts';
import { withPolicy } from './csp.ts';

/** Everything that goes into the one file. */
export interface SingleFileParts {
  /** Source of `index.html`. */
  template: string;
  /** The app as one classic script. */
  script: string;
  style: string;
  /** Small classic script that starts the engine, unpacks the app and puts it into the page. */
  boot: string;
  /** SVG of the tab icon. */
  icon: string;
  /** Read before `boot` runs, beside the app. */
  early: readonly Payload[];
  /** Read after the app has started; see `readPayload`. */
  late: readonly Payload[];
}

/** Bytes carried inside the page. */
export interface Payload {
  id: string;
  bytes: Uint8Array;
}

/** Stands until the app does; so it also tells of a file that was cut off while copying. */
const OPENING = `<p>正在打开……若停在此处，文件可能不完整，请重新复制。<br>
Opening… If it stays like this, the file may be incomplete: copy it again.</p>`;

/**
 * Puts the whole app into one HTML text that runs from `file://`: only classic scripts, no request of its own.
 * Order matters for startup: the bytes of engine and app, then `boot`, then what is needed later. The page without
 * its payloads is one of them, so that it can give its own text again.
 */
export function assembleSingleFile(parts: SingleFileParts): string {
  const app = { id: 'app-script', bytes: Buffer.from(parts.script) };
  const body = [
    ...[...parts.early, app].map(packed),
    inlineScript(parts.boot),
    ...parts.late.map(packed),
    payloadElement(FRAME_ID, ''),
  ].join('\n');
  const steps: readonly (readonly [RegExp, string])[] = [
    [/<script type="module"[^>]*><\/script>/, body],
    [/(?<=<div id="app">)(?=<\/div>)/, OPENING],
    [/<link rel="icon"[^>]*>/, iconLink(parts.icon)],
    [/<\/head>/, `<style>${parts.style}</style></head>`],
  ];
  const page = withPolicy(steps.reduce(replaceOnce, parts.template), 'single', [parts.script]);
  const frame = { id: FRAME_ID, bytes: Buffer.from(emptiedPage(page)) };
  return page.replace(payloadElement(FRAME_ID, ''), () => packed(frame));
}

function replaceOnce(html: string, [pattern, text]: readonly [RegExp, string]): string {
  if (!pattern.test(html)) throw new Error(`index.html has nothing like ${pattern.source}`);
  return html.replace(pattern, () => text);
}

const packed = ({ id, bytes }: Payload): string =>
  payloadElement(id, gzipSync(bytes, { level: 9 }).toString('base64'));

/** A closing tag or a comment opening inside a string would end the element or change how it is read. */
function inlineScript(code: string): string {
  const safe = code.replace(/<(?=\/script|!--)/gi, '\\x3C');
  return `<script>${safe}</script>`;
}

function iconLink(svg: string): string {
  const data = Buffer.from(svg).toString('base64');
  return `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,${data}">`;
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { withPolicy } from '@/offline/csp';
import { emptiedPage, FRAME_ID, pageParts, payloadTexts } from '@/domain/page-text';
import { assembleSingleFile } from '@/offline/single-file';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function assemble(script: string, boot = 'boot()') {
  return assembleSingleFile({
    template: readFileSync('index.html', 'utf8'),
    script,
    style: 'p{}',
    boot,
    icon: '<svg/>',
    early: [{ id: 'engine', bytes: Buffer.from('wasm') }],
    late: [{ id: 'later', bytes: Buffer.from('more') }],
  });
}

function unpacked(html: string, id: string): string {
  const text = new RegExp(`id="${id}">([^<]+)<`).exec(html)![1]!;
  return gunzipSync(Buffer.from(text, 'base64')).toString();
}

test('the app is carried packed, whatever stands in its strings', () => {
  const app = `const s = "</script><!-- $& 同尺";`;
  expect(unpacked(assemble(app), 'app-script')).toBe(app);
});

test('the script that starts all cannot end its own element', () => {
  const html = assemble('app()', `const s = "</script><!-- $& ";`);
  expect(html).toContain(`<script>const s = "\\x3C/script>\\x3C!-- $& ";</script>`);
});

test('engine and app, boot, then what is needed later; payloads unpack to their bytes', () => {
  const html = assemble('app()');
  const order = ['id="engine"', 'id="app-script"', 'boot()', 'id="later"'].map((part) =>
    html.indexOf(part),
  );
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(unpacked(html, 'engine')).toBe('wasm');
});

test('the page carries itself without its payloads, and so can be written again', () => {
  const html = assemble(`const s = "</script><!-- $& 同尺";`);
  const frame = unpacked(html, FRAME_ID);
  expect(frame).toBe(emptiedPage(html));
  const texts = payloadTexts(html);
  expect(pageParts({ frame, payload: (id) => texts.get(id)! }).join('')).toBe(html);
});

test('the policy allows exactly the scripts and styles of the page', () => {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(assemble('app()'))![1]!;
  expect(policy).toContain(
    `script-src 'self' 'wasm-unsafe-eval' ${hash('boot()')} ${hash('app()')};`,
  );
  expect(policy).toContain(`style-src ${hash('p{}')};`);
  expect(policy).toContain("connect-src 'none';");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);
});

test('a file cut off while copying says so, as the app does not come to take the words away', () => {
  const html = assemble('app()');
  const cut = html.slice(0, html.indexOf('id="engine"'));
  expect(cut).toMatch(/<div id="app"><p>[^<]*请重新复制/);
});

test('no policy without a charset to put it behind', () => {
  expect(() => withPolicy('<title></title>', 'site')).toThrow('charset');
});

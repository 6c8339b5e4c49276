import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { policyOf, withPolicy } from '@/offline/csp';
import { assembleSingleFile } from '@/offline/single-file';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function assemble(script: string) {
  return assembleSingleFile({
    template: readFileSync('index.html', 'utf8'),
    script,
    style: 'p{}',
    boot: 'boot()',
    icon: '<svg/>',
    early: [{ id: 'engine', bytes: Buffer.from('wasm') }],
    late: [{ id: 'later', bytes: Buffer.from('more') }],
  });
}

test('the app cannot end its own script element', () => {
  const html = assemble(`const s = "</script><!-- $& ";`);
  expect(html).toContain(`<script>const s = "\\x3C/script>\\x3C!-- $& ";</script>`);
});

test('engine, boot, app, then what is needed later; payloads unpack to their bytes', () => {
  const html = assemble('app()');
  const order = ['id="engine"', 'boot()', 'app()', 'id="later"'].map((part) => html.indexOf(part));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  const text = /id="engine">([^<]+)</.exec(html)![1]!;
  expect(gunzipSync(Buffer.from(text, 'base64')).toString()).toBe('wasm');
});

test('the policy allows exactly the inline texts of the page', () => {
  const html = assemble('app()');
  const policy = policyOf(html, 'single');
  expect(policy['script-src']).toEqual(
    expect.arrayContaining([hash('boot()'), hash('app()'), "'wasm-unsafe-eval'"]),
  );
  expect(policy['style-src']).toEqual([hash('p{}')]);
  expect(policy['connect-src']).toEqual(["'none'"]);
  expect(html).not.toMatch(/unsafe-inline|'unsafe-eval'/);
});

test('no policy without a charset to put it behind', () => {
  expect(() => withPolicy('<title></title>', 'site')).toThrow('charset');
});

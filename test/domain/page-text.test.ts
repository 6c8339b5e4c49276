import { expect, test } from 'vitest';
import {
  emptiedPage,
  FRAME_ID,
  pageParts,
  payloadElement,
  payloadTexts,
  workspacePageParts,
} from '@/domain/page-text';

const PAGE = [
  '<!doctype html>\n<html lang="zh-CN"><head><style>p{}</style></head>\n<body><div id="app"><p>…</p></div>',
  payloadElement('duckdbWasm', 'QUJD'),
  payloadElement('bundledData', 'REVG'),
  '<script>boot("</body>")</script>',
  payloadElement('late', 'R0hJ'),
  `${payloadElement(FRAME_ID, 'SktM')}\n</body></html>\n`,
].join('\n');

const texts = payloadTexts(PAGE);
const source = { frame: emptiedPage(PAGE), payload: (id: string) => texts.get(id)! };
const STATE = '{"title":"\\u003c/script>"}';
const saved = workspacePageParts(source, { state: STATE, data: ['WFla', 'MTIz'] }).join('');

test('a page without its payloads, and they, make the same page again', () => {
  expect(source.frame).not.toMatch(/QUJD|REVG|R0hJ|SktM/);
  expect(pageParts(source).join('')).toBe(PAGE);
});

test('a saved page is the page with the workspace, and without the data the app comes with', () => {
  const state = `<script type="application/json" id="workspaceState">${STATE}</script>\n`;
  const data = `${payloadElement('workspaceData', 'WFlaMTIz')}\n`;
  expect(saved).toContain(state);
  expect(saved).toContain(data);
  expect(
    saved
      .replace(state, '')
      .replace(data, '')
      .replace(/(?<="bundledData">)/, 'REVG'),
  ).toBe(PAGE);
});

test('what the workspace says comes before everything else, its data last', () => {
  const order = ['workspaceState', 'duckdbWasm', 'boot(', FRAME_ID, 'workspaceData', '</html>'];
  const places = order.map((part) => saved.lastIndexOf(part));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('a saved page saved again is the same but for its workspace', () => {
  const carried = payloadTexts(saved);
  const again = { frame: source.frame, payload: (id: string) => carried.get(id)! };
  const parts = { state: STATE, data: ['WFla', 'MTIz'] };
  expect(workspacePageParts(again, parts).join('')).toBe(saved);
});

test('neither a text that would end its element nor a page that is none is written', () => {
  expect(() => workspacePageParts(source, { state: '<', data: [] })).toThrow('no "<"');
  const other = { frame: '<p></p>', payload: () => '' };
  expect(() => workspacePageParts(other, { state: '', data: [] })).toThrow('not as it was built');
});

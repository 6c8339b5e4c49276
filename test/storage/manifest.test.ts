import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MANIFEST_VERSION, readManifest, writeManifest } from '@/storage/manifest';
import { sampleDataset, sampleFile, sampleGroup } from './samples';

const DATASET = sampleDataset('one', [sampleFile('预算.csv', 3)], {
  recipe: { kind: 'tables', duplicates: 'skip', groups: [sampleGroup] },
});

const fault = (json: string): string => {
  const reading = readManifest('one', json);
  return 'fault' in reading ? reading.fault : 'none';
};

/** The manifest with a part replaced, `undefined` removes it. */
function changed(path: readonly (string | number)[], value: unknown): string {
  const manifest = JSON.parse(writeManifest(DATASET));
  const parent = path.slice(0, -1).reduce((part, key) => part[key], manifest);
  parent[path.at(-1)!] = value;
  return JSON.stringify(manifest);
}

test('what is written is read again', () => {
  expect(readManifest('one', writeManifest(DATASET))).toEqual({ dataset: DATASET });
});

test('another version is named, whatever else it holds', () => {
  expect(fault(changed(['version'], MANIFEST_VERSION + 1))).toBe(
    `it is of version ${MANIFEST_VERSION + 1}, this page reads ${MANIFEST_VERSION}`,
  );
  expect(fault('{"version":0,"datasets":[]}')).toContain('version 0');
});

test.each([
  ['text that was cut', writeManifest(DATASET).slice(0, 99), /not JSON/],
  ['no text', '', /not JSON/],
  ['a list', '[]', /version|Object/],
  ['another dataset', changed(['dataset', 'id'], '../two'), /calls itself \.\.\/two/],
  [
    'a size below zero',
    changed(['dataset', 'files', 0, 'bytes'], -1),
    /^dataset\.files\.0\.bytes:/,
  ],
  ['a missing path', changed(['dataset', 'files', 0, 'path'], undefined), /files\.0\.path/],
  ['a hash of other letters', changed(['dataset', 'files', 0, 'sha256'], '<b>'), /sha256/],
  ['a date that is none', changed(['dataset', 'loadedAt'], 'yesterday'), /loadedAt/],
  ['an unknown choice', changed(['dataset', 'recipe', 'duplicates'], 'merge'), /duplicates/],
  ['an unknown recipe', changed(['dataset', 'recipe', 'kind'], 'script'), /recipe\.kind/],
  [
    'an unknown table',
    changed(['dataset', 'recipe', 'groups', 0, 'mapping', 'table'], 'toString'),
    /mapping\.table/,
  ],
  [
    'an unknown field',
    changed(['dataset', 'recipe', 'groups', 0, 'mapping', 'columns', 1, 'field'], 'constructor'),
    /columns\.1\.field/,
  ],
  [
    'an answer that is no text',
    changed(['dataset', 'recipe', 'groups', 0, 'places'], { 城关镇: 1 }),
    /places: must be texts/,
  ],
  ['more than it may hold', changed(['dataset', 'run'], 'x'), /dataset\.run/],
])('%s is refused with its place', (_, json, words) => {
  expect(fault(json)).toMatch(words);
});

test('no text makes the reading throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (json) => {
      expect(fault(json)).not.toBe('none');
    }),
  );
});

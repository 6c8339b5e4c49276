import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError, type Issue } from '@/domain/issue';
import { describeIssue } from '@/domain/issue-words';
import {
  formatWorkspace,
  LONGEST_WORKSPACE,
  workspaceFileName,
  type Workspace,
} from '@/domain/workspace';
import { base64Of } from '@/exporters/base64';
import { workspaceZip } from '@/exporters/workspace-file';
import { readFiles } from '@/importers/read-files';
import { readWorkspace } from '@/importers/workspace';
import { zipFiles } from '@/importers/zip';

const WORKSPACE: Workspace = {
  title: '靖宇 2026',
  note: '第一行\n</script><!--',
  savedAt: '2026-11-23T10:00:00.000Z',
  app: '0.5.0',
  readOnly: true,
  address: '/compare?metric=total&orgs=a',
  settings: new Map([
    ['mutes', '[]'],
    ['metrics', 'of a later version'],
  ]),
};
const FILE = 'x.tongchi';

function refusal(text: string): Issue {
  try {
    readWorkspace(text, FILE);
  } catch (error) {
    if (error instanceof InputError) return error.issues[0]!;
    throw error;
  }
  throw new Error('it was taken');
}
const changed = (change: object): string =>
  JSON.stringify({ ...(JSON.parse(formatWorkspace(WORKSPACE)) as object), ...change });

test('what was written is read again', () => {
  expect(readWorkspace(formatWorkspace(WORKSPACE), FILE)).toEqual(WORKSPACE);
});

test('any words and settings come through, and none ends the element they stand in', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.trim());
  const workspace = fc.record({
    title: words,
    note: words,
    savedAt: fc.constant(WORKSPACE.savedAt),
    app: words,
    readOnly: fc.boolean(),
    address: words.map((text) => `/${text}`),
    settings: fc.array(fc.tuple(words, fc.string())).map((pairs) => new Map(pairs)),
  });
  fc.assert(
    fc.property(workspace, (one) => {
      const text = formatWorkspace(one);
      expect(text).not.toContain('<');
      expect(readWorkspace(text, FILE)).toEqual(one);
    }),
  );
});

describe('what is no workspace of this version is refused in words', () => {
  test('another version, with both versions named', () => {
    const issue = refusal(changed({ version: 7, address: null }));
    expect(issue).toMatchObject({ code: 'other_version', file: FILE, found: '7' });
    expect(issue.message).toContain('version 7, and this app reads version 1');
    expect(describeIssue(issue, 'zh')).toContain('第 7 版的工作区，本应用读第 1 版');
    expect(describeIssue(issue, 'en')).toContain('version 7');
  });

  test.each([
    ['not JSON', '{"kind":'],
    ['another file', '{"kind":"other"}'],
    ['a list', '[]'],
    ['an address that is none', changed({ address: 'javascript:alert(1)' })],
    ['settings that are no texts', changed({ settings: [['mutes', 3]] })],
    ['too many settings', changed({ settings: Array.from({ length: 101 }, () => ['a', 'b']) })],
    ['a title without end', changed({ title: 'x'.repeat(5_000) })],
    ['a time that is none', changed({ savedAt: 'yesterday' })],
  ])('%s', (_, text) => {
    expect(refusal(text)).toMatchObject({ code: 'damaged_file', file: FILE });
  });

  test('more than a workspace holds', () => {
    expect(refusal(' '.repeat(LONGEST_WORKSPACE + 1)).code).toBe('too_large');
  });
});

const PACKAGE = new Blob([
  zipFiles([
    ['document.csv', new TextEncoder().encode('doc_id\n')],
    ['organization.csv', new TextEncoder().encode('org_id\n')],
    ['jurisdiction.csv', new TextEncoder().encode('code\n')],
    ['line.csv', new TextEncoder().encode('doc_id\n')],
  ]) as BlobPart,
]);
const read = (blob: Blob) =>
  readFiles([{ path: FILE, blob }], { parquet: () => Promise.reject(new Error('no Parquet')) });

test('a workspace file is a package that knows its workspace', async () => {
  const state = formatWorkspace(WORKSPACE);
  const { packages, issues } = await read(await workspaceZip(PACKAGE, state));
  expect(issues).toEqual([]);
  expect(packages).toMatchObject([{ workspace: state, unused: [], sources: [FILE] }]);
  expect(packages[0]!.tables.map(({ table }) => table)).toContain('line');
});

test('a package that belongs to no workspace says so', async () => {
  const { packages } = await readFiles([{ path: 'x.zip', blob: PACKAGE }], {
    parquet: () => Promise.reject(new Error('no Parquet')),
  });
  expect(packages).toMatchObject([{ workspace: null }]);
});

test('a workspace file that is cut off is told', async () => {
  const whole = await workspaceZip(PACKAGE, formatWorkspace(WORKSPACE));
  const { packages, issues } = await read(whole.slice(0, whole.size - 100));
  expect(packages).toEqual([]);
  expect(issues).toMatchObject([{ code: 'damaged_file', file: FILE }]);
});

test('base64 of bytes in any number of pieces', async () => {
  const bytes = Uint8Array.from({ length: 7_000_001 }, (_, i) => (i * 7919) % 251);
  const text = await (await base64Of(new Blob([bytes]))).text();
  expect(Buffer.from(text, 'base64').equals(bytes)).toBe(true);
});

test('names of files hold nothing that a file system refuses', () => {
  expect(workspaceFileName(' 靖宇/2026: "a" <b>\u0007. ', '.html')).toBe('靖宇 2026 a b.html');
  expect(workspaceFileName(' ..', '.tongchi')).toBe('tongchi.tongchi');
});

import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { shallowRef, type ShallowRef } from 'vue';
import type { LocalEngine } from '@/db/duckdb';
import { removeDocuments } from '@/db/loading/remove';
import { openEngineInNode } from '@/db/open-node';
import { parquetInNode } from '@/importers/parquet';
import { readFiles } from '@/importers/read-files';
import { repairTable } from '@/importers/repair-table';
import { createImporting } from '@/stores/importing';
import { IDLE, type LoadReport } from '@/stores/load-report';
import { csvFiles, smallPackage } from '../helpers/package';

/** The reader without its worker, which Node does not have. */
vi.mock('@/stores/reader', () => ({
  reader: {
    read: (files: Parameters<typeof readFiles>[0], tools: object) =>
      readFiles(files, { ...tools, parquet: async () => parquetInNode }),
    repair: repairTable,
    hash: async () => '0'.repeat(64),
  },
}));

const PACKAGE = csvFiles(smallPackage()).map(({ path, bytes }) => ({
  path: `包/${path}`,
  blob: new Blob([bytes as BlobPart]),
}));
const TABLE = {
  path: '支出.csv',
  blob: new Blob(['单位名称,支出合计\n', '某局,1\n'.repeat(20_000)]),
};

let engine: LocalEngine;
let report: ShallowRef<LoadReport>;
beforeAll(async () => {
  engine = await openEngineInNode();
});
beforeEach(async () => {
  const { columns } = await engine.query('SELECT doc_id FROM document');
  await removeDocuments(engine, columns[0] as string[]);
  report = shallowRef(IDLE);
});

const importingOf = (refresh: () => Promise<void>) =>
  createImporting({
    opened: Promise.resolve(engine),
    report,
    refresh,
    mappings: { get: () => undefined, set: () => undefined },
  });
const documents = async () => (await engine.query('SELECT doc_id FROM document')).columns[0];

test('a package stays that was loaded before its files’ other tables were given up, and that is said', async () => {
  const importing = importingOf(async () => importing.cancel());
  await importing.openUserFiles([...PACKAGE, TABLE]);
  expect(report.value).toMatchObject({
    state: 'done',
    loaded: ['doc-1'],
    issues: [{ code: 'given_up' }],
  });
  expect(await documents()).toEqual(['doc-1']);
  expect(importing.stored.value).toHaveLength(1);
  expect(importing.drafts.value).toEqual([]);
});

test('nothing is said of tables alone that were given up', async () => {
  const importing = importingOf(async () => undefined);
  const opening = importing.openUserFiles([TABLE]);
  while (importing.progress.value === null) await Promise.resolve();
  importing.cancel();
  await opening;
  expect(report.value).toEqual(IDLE);
  expect(importing.drafts.value).toEqual([]);
});

test('forgetting leaves documents that were replaced by those of another dataset', async () => {
  const importing = importingOf(async () => undefined);
  await importing.openUserFiles(PACKAGE);
  const again = importing.openUserFiles(PACKAGE);
  while (importing.duplicates.value === null) await new Promise((done) => setTimeout(done));
  importing.answerDuplicates('replace');
  await again;
  const [first, second] = importing.stored.value;
  await importing.forget(first!.id);
  expect(await documents()).toEqual(['doc-1']);
  await importing.forget(second!.id);
  expect(await documents()).toEqual([]);
});

test('forgetting shows no loading, and takes out the documents', async () => {
  const importing = importingOf(async () => undefined);
  await importing.openUserFiles(PACKAGE);
  expect(await documents()).toEqual(['doc-1']);
  const forgetting = importing.forget(importing.stored.value[0]!.id);
  await Promise.resolve();
  expect(importing.progress.value).toBeNull();
  await forgetting;
  expect(await documents()).toEqual([]);
  expect(importing.stored.value).toEqual([]);
});

test('a dataset of an earlier visit has the documents that loading it again gives', async () => {
  const importing = importingOf(async () => undefined);
  await importing.openUserFiles(PACKAGE);
  await removeDocuments(engine, ['doc-1']);
  await importing.restore();
  expect(importing.stored.value.map((dataset) => dataset.documents)).toEqual([['doc-1']]);
  await importing.forget(importing.stored.value[0]!.id);
  expect(await documents()).toEqual([]);
});

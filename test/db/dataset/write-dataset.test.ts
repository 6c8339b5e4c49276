import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { DATASET_WORDS } from '@/checks/dataset-words';
import { writeDataset } from '@/db/dataset/write-dataset';
import type { LocalEngine } from '@/db/duckdb';
import { loadPackage, validatePackage } from '@/db/loading/load';
import { openEngineInNode } from '@/db/open-node';
import { DATASET_FILES } from '@/domain/dataset-files';
import { PACKAGE_FORMATS, type PackageFormat } from '@/domain/package-sink';
import { muteKey } from '@/domain/mute';
import { readPackage } from '@/importers/package-reader';
import { parquetInNode } from '@/importers/parquet';
import { readFiles } from '@/importers/read-files';
import { zipFiles } from '@/importers/zip';
import { engineOfZip, packageRowsOf, zipped } from '../../helpers/dataset';
import { checkedBudgets, JINGYU, YANBIAN } from '../../helpers/engine';
import { csvFiles, line, smallPackage } from '../../helpers/package';

const parquet = async () => parquetInNode;

interface Wanted {
  format?: PackageFormat;
  documents?: readonly string[] | null;
  mutes?: ReadonlyMap<string, { reason: string; on: string }>;
}

const dataset = (
  engine: LocalEngine,
  { format = 'csv', documents = null, mutes = new Map() }: Wanted = {},
): Promise<Uint8Array> =>
  zipped((sink) =>
    writeDataset(engine, sink, {
      documents,
      format,
      name: 'made',
      created: '2026-11-23T08:00:00.000Z',
      software: 'Tongchi',
      words: DATASET_WORDS,
      mutes,
    }),
  );

const textOf = (files: Record<string, Uint8Array>, path: string): string =>
  new TextDecoder().decode(files[path]);
const recordsOf = (files: Record<string, Uint8Array>, path: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(textOf(files, path).trim(), { header: true }).data;

interface Field {
  name: string;
  type: string;
}
interface ForeignKey {
  fields: string[];
  reference: { resource: string; fields: string[] };
}
interface Resource {
  name: string;
  path: string;
  profile: string;
  bytes: number;
  hash: string;
  schema?: {
    fields: Field[];
    primaryKey: string[];
    foreignKeys?: ForeignKey[];
  };
}

describe.each(PACKAGE_FORMATS)('as %s', (format) => {
  let engine: LocalEngine;
  let bytes: Uint8Array;
  let files: Record<string, Uint8Array>;
  beforeAll(async () => {
    engine = await checkedBudgets();
    bytes = await dataset(engine, { format });
    files = unzipSync(bytes);
  });

  test('opens again whole, without a word about the files beside the tables', async () => {
    expect(await packageRowsOf(await engineOfZip(bytes))).toEqual(await packageRowsOf(engine));
    const zip = { path: 'made.zip', blob: new Blob([bytes as BlobPart]) };
    const { packages, tables, documents, issues } = await readFiles([zip], { parquet });
    expect({ tables, documents, issues }).toEqual({ tables: [], documents: [], issues: [] });
    expect(packages.map(({ unused }) => unused)).toEqual([[]]);
  });

  test('has every file with its right hash', () => {
    const sums = textOf(files, DATASET_FILES.sums.path).trim().split('\n');
    const listed = sums.map((one) => one.slice(66)).toSorted();
    const others = Object.keys(files).filter((path) => path !== DATASET_FILES.sums.path);
    expect(listed).toEqual(others.toSorted());
    for (const one of sums) {
      const path = one.slice(66);
      const sha256 = createHash('sha256').update(files[path]!).digest('hex');
      expect(one).toBe(`${sha256}  ${path}`);
    }
  });

  test('is described as the standard wants it', () => {
    const described = JSON.parse(textOf(files, 'datapackage.json')) as {
      name: string;
      profile: string;
      created: string;
      version: string;
      sources: { title: string; sha256: string }[];
      resources: Resource[];
    };
    expect(described.name).toMatch(/^[-a-z0-9._]+$/);
    expect(described.profile).toBe('data-package');
    expect(Date.parse(described.created)).not.toBeNaN();
    expect(described.sources).toHaveLength(2);
    const byName = new Map(described.resources.map((one) => [one.name, one]));
    expect(byName.size).toBe(described.resources.length);
    for (const { name, path, bytes: size, hash, profile, schema } of described.resources) {
      expect(name).toMatch(/^[-a-z0-9._]+$/);
      expect(size, path).toBe(files[path]!.length);
      expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
      // A tabular resource is CSV.
      expect(profile === 'tabular-data-resource', path).toBe(path.endsWith('.csv'));
      if (!schema) continue;
      const names = schema.fields.map((field) => field.name);
      expect(schema.fields.map(({ type }) => type).filter((type) => !TYPES.has(type))).toEqual([]);
      expect(schema.primaryKey.filter((key) => !names.includes(key))).toEqual([]);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const target = byName.get(reference.resource === '' ? name : reference.resource);
        expect(names).toEqual(expect.arrayContaining(fields));
        const there = target?.schema?.fields.map((field) => field.name);
        expect(there, `${name} ${fields[0]}`).toEqual(expect.arrayContaining(reference.fields));
        expect(reference.resource).not.toBe(name);
      }
      const header = path.endsWith('.csv') ? textOf(files, path).split('\n')[0] : names.join(',');
      expect(header).toBe(names.join(','));
    }
  });

  test('a changed table is refused by name', async () => {
    const path = `project.${format}`;
    const changed = { ...files, [path]: files['document.csv'] ?? files['document.parquet']! };
    const given = { path: 'made.zip', bytes: zipFiles(Object.entries(changed)) };
    await expect(readPackage([given], parquet)).rejects.toMatchObject({
      issues: [{ code: 'wrong_hash', file: `made.zip/${path}` }],
    });
  });
});

const TYPES = new Set(['string', 'integer', 'number', 'boolean', 'date']);

test('what stands in the list of findings and the values of metrics is what the engine has', async () => {
  const engine = await checkedBudgets();
  const { columns } = await engine.query(
    "SELECT doc_id, finding_no, finding_key FROM finding WHERE status = 'fail' ORDER BY doc_id, finding_no LIMIT 1",
  );
  const [doc_id, finding_no, finding_key] = columns.map(([first]) => String(first));
  const key = muteKey({ doc_id: doc_id!, finding_key: finding_key! });
  const mutes = new Map([[key, { reason: '=已核实', on: '2026-11-22' }]]);
  const files = unzipSync(await dataset(engine, { mutes }));
  const findings = recordsOf(files, 'findings.csv');
  const counted = await engine.query("SELECT COUNT(*) FROM finding WHERE status <> 'unchecked'");
  expect(findings).toHaveLength(Number(counted.columns[0]![0]));
  const muted = findings.filter(({ muted: is }) => is === 'yes');
  expect(muted).toMatchObject([
    { doc_id, finding: finding_no, mute_reason: "'=已核实", mute_date: '2026-11-22' },
  ]);
  expect(findings.find(({ status }) => status === 'fail')?.left_place).toMatch(/table_id=\w+/);

  const metrics = recordsOf(files, 'metrics.csv');
  const values = await engine.query(
    'SELECT doc_id, metric_id, value, reason FROM metric ORDER BY doc_id, metric_id',
    [],
    { exact: true },
  );
  expect(metrics).toHaveLength(values.length);
  const written = new Map(metrics.map((one) => [`${one.doc_id} ${one.metric_id}`, one]));
  for (let i = 0; i < values.length; i += 1) {
    const [doc, id, value, reason] = values.columns.map((column) => column[i]);
    const own = written.get(`${String(doc)} ${String(id)}`)!;
    expect(own.reason).toBe(reason ?? '');
    expect(own.value === '' ? null : Number(own.value)).toBe(value === null ? null : Number(value));
  }
  const defined = new Set(recordsOf(files, 'metric_definitions.csv').map((one) => one.metric_id));
  expect(metrics.filter(({ metric_id }) => !defined.has(metric_id))).toEqual([]);
});

test('one of two documents leaves with what it refers to, and nothing of the other', async () => {
  const engine = await checkedBudgets();
  const bytes = await dataset(engine, { documents: [YANBIAN] });
  const { tables } = await readPackage([{ path: 'one.zip', bytes }], parquet);
  expect(await validatePackage(await openEngineInNode(), tables)).toEqual([]);
  const again = await engineOfZip(bytes);
  const documents = await again.query('SELECT doc_id FROM document');
  expect(documents.columns[0]).toEqual([YANBIAN]);
  const places = await again.query('SELECT code FROM jurisdiction ORDER BY code');
  expect(places.columns[0]).toEqual(['220000', '222400']);
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    expect(new TextDecoder().decode(content).includes(JINGYU), path).toBe(false);
  }
});

test('a formula stays in the data and is harmless in what people open', async () => {
  const engine = await openEngineInNode();
  const name = '=cmd()|"x",\n+1';
  const { tables } = await readPackage(
    csvFiles(
      smallPackage({
        organization: [{ org_id: 'org-1', name, jurisdiction_code: '220622', scope: 'department' }],
        line: [line({ label: '=1+1' })],
      }),
    ),
    parquet,
  );
  await loadPackage(engine, tables);
  const bytes = await dataset(engine);
  const files = unzipSync(bytes);
  expect(await packageRowsOf(await engineOfZip(bytes))).toEqual(await packageRowsOf(engine));
  expect(recordsOf(files, 'line.csv').map(({ label }) => label)).toEqual(['=1+1']);
  expect(new Set(recordsOf(files, 'metrics.csv').map((one) => one.organization))).toEqual(
    new Set([`'${name}`]),
  );
  expect(textOf(files, 'README.md')).toContain('| `line.csv` | 印出的一个金额（一行一格） | 1 |');
});

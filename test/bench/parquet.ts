import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { Compression, Table, WriterPropertiesBuilder, writeParquet } from 'parquet-wasm';
import type { LocalEngine } from '@/db/duckdb';
import { dropRaw, stageRaw } from '@/db/loading/raw';
import { openEngineInNode } from '@/db/open-node';
import { quoteLiteral } from '@/db/sql';
import { parquetInNode } from '@/importers/parquet';
import { readParquetTable } from '@/importers/parquet-table';
import { type BenchEntry, median } from './entry';

const ROWS = 1_000_000;
const ROUNDS = 9;
const UNITS = 100_000;
const FOLDER = join(process.cwd(), 'test-output/bench');

/** A file of codes as words, years as whole numbers and amounts as doubles, as programs write them. */
function budgetParquet(): Uint8Array {
  const each = <T>(value: (i: number) => T): T[] =>
    Array.from({ length: ROWS }, (_, i) => value(i));
  const amounts = (shift: number) =>
    Float64Array.from({ length: ROWS }, (_, i) => (((i + shift) * 7919) % 10_000_019) / 100);
  const table = tableFromArrays({
    年度: Int32Array.from({ length: ROWS }, () => 2026),
    单位名称: each((i) => `某县第${i % UNITS}局`),
    科目编码: each((i) => `20${10 + (i % 20)}0${i % 9}01`),
    科目名称: each((i) => (i % 3 === 0 ? '行政运行' : '一般行政管理事务')),
    合计: amounts(0),
    基本支出: amounts(1),
    项目支出: amounts(2),
  });
  const properties = new WriterPropertiesBuilder().setCompression(Compression.ZSTD).build();
  return writeParquet(Table.fromIPCStream(tableToIPC(table, 'stream')), properties);
}

interface NativeConnection {
  run(sql: string): Promise<unknown>;
  closeSync(): void;
}

/** DuckDB as a program of this computer, with one thread as the page has; null where there is none for it. */
async function openNative(): Promise<NativeConnection | null> {
  const { DuckDBInstance } = await import('@duckdb/node-api').catch(() => ({
    DuckDBInstance: null,
  }));
  if (!DuckDBInstance) return null;
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('SET threads = 1');
  return connection;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** From the bytes of the file, checked and sampled as in the app, to the raw table. */
async function loadOurs(engine: LocalEngine, file: Blob): Promise<void> {
  const source = { path: 'bench.parquet', blob: file };
  const { content, columns, names } = await readParquetTable(source, async () => parquetInNode);
  const order = Array.from({ length: columns }, (_, i) => i);
  await stageRaw(engine, 'bench', [{ content, columns, order, names }]);
}

export const parquetLoad: BenchEntry = {
  id: 'parquet-load',
  what: 'Parquet file of a million rows to a raw table ÷ native DuckDB of one thread, in Node',
  goal: 4,
  async run() {
    const native = await openNative();
    if (!native) {
      console.warn(
        'parquet-load is not measured: @duckdb/node-api has no DuckDB for this computer',
      );
      return [];
    }
    const bytes = budgetParquet();
    const path = join(FOLDER, 'bench.parquet');
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(path, bytes);
    const create = `CREATE OR REPLACE TABLE bench AS FROM read_parquet(${quoteLiteral(path)})`;
    const engine = await openEngineInNode();
    const blob = new Blob([bytes as BlobPart]);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      theirs.push(await timed(() => native.run(create)));
      ours.push(await timed(() => loadOurs(engine, blob)));
      await dropRaw(engine, 'bench');
    }
    native.closeSync();
    rmSync(path);
    const [own, bare] = [median(ours), median(theirs)];
    return [{ ratio: own / bare, detail: `${own.toFixed(0)} ms ÷ ${bare.toFixed(0)} ms` }];
  },
};

import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { Compression, Table, WriterPropertiesBuilder, writeParquet } from 'parquet-wasm';
import type { LocalEngine } from '@/db/duckdb';
import { dropRaw, stageRaw } from '@/db/loading/raw';
import { openEngineInNode } from '@/db/open-node';
import { parquetInNode } from '@/importers/parquet';
import { type BenchEntry, median } from './entry';

const ROWS = 1_000_000;
const ROUNDS = 5;
const UNITS = 100_000;

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

const COLUMNS = 7;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const readBare = (engine: LocalEngine, file: Uint8Array): Promise<void> =>
  engine.change(() => engine.withArrow(parquetInNode(file), async () => undefined));

export const parquetLoad: BenchEntry = {
  id: 'parquet-load',
  what: 'Parquet of a million rows to a raw table ÷ the same through Arrow to a typed table, in Node',
  goal: 3,
  async run() {
    const engine = await openEngineInNode();
    const file = budgetParquet();
    const ours: number[] = [];
    const bare: number[] = [];
    const order = Array.from({ length: COLUMNS }, (_, i) => i);
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(await timed(() => readBare(engine, file)));
      ours.push(
        await timed(() => {
          const content = { format: 'arrow' as const, data: parquetInNode(file) };
          return stageRaw(engine, 'bench', [{ content, columns: COLUMNS, order, names: null }]);
        }),
      );
      await dropRaw(engine, 'bench');
    }
    const [own, typed] = [median(ours), median(bare)];
    return [{ ratio: own / typed, detail: `${own.toFixed(0)} ms ÷ ${typed.toFixed(0)} ms` }];
  },
};

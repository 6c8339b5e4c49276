import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { checkDocuments, checkPauses } from './checking';
import type { BenchEntry, BenchResult } from './entry';
import { csvLoad, packageLoad } from './loading';
import { nationChange, nationSql } from './nation';
import { parquetLoad } from './parquet';
import { pdfLoad } from './pdf';
import { singleFileSize } from './size';
import { startup } from './startup';
import { workspace } from './workspace';

/** Every figure that is watched; `npm run bench -- ID…` measures only those named. */
const ENTRIES: readonly BenchEntry[] = [
  singleFileSize,
  startup,
  csvLoad,
  parquetLoad,
  packageLoad,
  pdfLoad,
  checkDocuments,
  checkPauses,
  nationChange,
  nationSql,
  workspace,
];

interface Row extends BenchResult {
  id: string;
  what: string;
  goal: number;
  reached: boolean;
}

await main(process.argv.slice(2));

async function main(wanted: readonly string[]): Promise<void> {
  const entries = ENTRIES.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  if (entries.length === 0) {
    throw new Error(`No figure is named ${wanted.join(', ')}; there are ${ids(ENTRIES)}`);
  }
  const rows: Row[] = [];
  for (const entry of entries) rows.push(...(await rowsOf(entry)));
  console.table(rows.map(asPrinted));
  const machine = { cores: cpus().length, node: process.version };
  writeFileSync('bench-results.json', `${JSON.stringify({ machine, rows }, null, 2)}\n`);
}

async function rowsOf({ id, what, goal, run }: BenchEntry): Promise<Row[]> {
  const results = await run();
  return results.map((result) => ({ id, what, goal, reached: result.ratio <= goal, ...result }));
}

function asPrinted({ id, where, ratio, goal, reached, detail }: Row): Record<string, unknown> {
  return {
    figure: where ? `${id} (${where})` : id,
    ratio: Number(ratio.toFixed(2)),
    goal,
    reached: reached ? 'yes' : 'NO',
    detail,
  };
}

function ids(entries: readonly BenchEntry[]): string {
  return entries.map(({ id }) => id).join(', ');
}

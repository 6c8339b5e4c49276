import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkDocuments, checkPauses } from './checking';
import type { BenchEntry } from './entry';
import { csvLoad, packageLoad } from './loading';
import { thisMachine } from './machine';
import { nationChange, nationSql } from './nation';
import { benchScale } from './nation-data';
import { parquetLoad } from './parquet';
import { pdfLoad } from './pdf';
import {
  acceptedAfter,
  type BenchRow,
  type BenchRun,
  compareRows,
  figureOf,
  isFailure,
} from './run';
import { singleFileSize } from './size';
import { sizesAnchors, sizesGrowth, viewSizes } from './sizes';
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
  viewSizes,
  sizesGrowth,
  sizesAnchors,
  workspace,
];

const RESULTS = 'bench-results.json';
const ACCEPTED = 'test/bench/accepted.json';

await main(process.argv.slice(2));

/** `--accept` keeps the figures of this run as those to reach again; `--compare` holds it against them. */
async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { accept: { type: 'boolean' }, compare: { type: 'boolean' } },
  });
  const unknown = positionals.filter((wanted) => !ENTRIES.some(({ id }) => id === wanted));
  if (unknown.length > 0) {
    throw new Error(`No figure is named ${unknown.join(', ')}; there are ${ids(ENTRIES)}`);
  }
  const entries = ENTRIES.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
  const against = values.compare ? acceptedToCompare() : null;
  const rows: BenchRow[] = [];
  for (const entry of entries) rows.push(...(await rowsOf(entry)));
  console.table(rows.map(asPrinted));
  const date = new Date().toISOString();
  const run: BenchRun = { machine: thisMachine(), scale: benchScale(), date, rows };
  write(RESULTS, run);
  const measured = new Set(entries.map(({ id }) => id));
  if (against) compare(against, run, measured);
  if (values.accept) write(ACCEPTED, acceptedAfter(readAccepted(), run, measured));
}

async function rowsOf({ id, what, goal, run }: BenchEntry): Promise<BenchRow[]> {
  const results = await run();
  return results.map((result) => ({
    id,
    what,
    goal,
    reached: goal === null ? null : result.ratio <= goal,
    ...result,
  }));
}

/** Known before an hour of measuring: whether there is anything to compare with. */
function acceptedToCompare(): BenchRun {
  const accepted = readAccepted();
  if (!accepted) throw new Error(`There are no accepted figures in ${ACCEPTED}`);
  if (accepted.scale === benchScale()) return accepted;
  throw new Error(`The accepted figures are of the scale ${accepted.scale}, not ${benchScale()}`);
}

function compare(accepted: BenchRun, run: BenchRun, measured: ReadonlySet<string>): void {
  const comparisons = compareRows(accepted.rows, run.rows, measured);
  console.table(comparisons);
  if (comparisons.some(isFailure)) process.exitCode = 1;
}

function readAccepted(): BenchRun | null {
  return existsSync(ACCEPTED) ? (JSON.parse(readFileSync(ACCEPTED, 'utf8')) as BenchRun) : null;
}

function write(path: string, run: BenchRun): void {
  writeFileSync(path, `${JSON.stringify(run, null, 2)}\n`);
}

function asPrinted(row: BenchRow): Record<string, unknown> {
  const { ratio, goal, reached, detail } = row;
  return {
    figure: figureOf(row),
    ratio: Number(ratio.toFixed(2)),
    goal,
    reached: reached === null ? '' : reached ? 'yes' : 'NO',
    detail,
  };
}

function ids(entries: readonly BenchEntry[]): string {
  return entries.map(({ id }) => id).join(', ');
}

import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '@/cli/generate';
import { type Scale, SCALES } from '@/domain/synthetic/places';

const YEARS = 1;
const SEED = 1;

/** How much of the country the bench generates: all of it, or less for a quick run (`BENCH_SCALE=prefecture`). */
export const benchScale = (): Scale => {
  const wanted = process.env.BENCH_SCALE ?? 'nation';
  const scale = SCALES.find((one) => one === wanted);
  if (!scale) throw new Error(`BENCH_SCALE is one of ${SCALES.join(', ')}`);
  return scale;
};

/** The folder of a made-up package of one year with the amounts of the main measures; generated once, then kept. */
export function nationPackage(scale: Scale): string {
  const folder = join(tmpdir(), `tongchi-bench-${scale}-${YEARS}-${SEED}`);
  if (existsSync(join(folder, 'datapackage.json'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  console.warn(`generating ${folder}`);
  generate({ scale, years: YEARS, seed: SEED, detail: 'measures', format: 'parquet', out: folder });
  return folder;
}

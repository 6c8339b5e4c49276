import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { generate, type GenerateOptions } from '@/cli/generate';
import { openInput, validate } from '@/cli/session';
import { rowsOf } from '@/db/engine';

const folder = mkdtempSync(join(tmpdir(), 'tongchi-generate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const make = (name: string, over: Partial<GenerateOptions> = {}) => {
  const out = join(folder, name);
  const options = { scale: 'county', place: '220622', years: 1, seed: 7 } as const;
  return {
    out,
    made: generate({ ...options, detail: 'full', format: 'parquet', out, ...over }),
  };
};

const hashes = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((file) => createHash('sha256').update(readFileSync(file)).digest('hex'));

test('a seed gives the same bytes, another seed others', () => {
  const { out } = make('one/same');
  expect(hashes(make('two/same').out)).toEqual(hashes(out));
  expect(hashes(make('three/same', { seed: 8 }).out)).not.toEqual(hashes(out));
});

test('the package is sound, as Parquet and as CSV, and holds the same', async () => {
  const parquet = make('parquet');
  const csv = make('csv', { format: 'csv' });
  expect(csv.made.lines).toBe(parquet.made.lines);
  for (const { out } of [parquet, csv]) expect(await validate(out)).toEqual([]);
  const amounts = async (path: string) => {
    const { engine } = await openInput(path);
    const question =
      'SELECT COUNT(*) AS n, SUM(amount) AS amount, COUNT(DISTINCT code) AS codes FROM line';
    return rowsOf(await engine.query(question, [], { exact: true }));
  };
  expect(await amounts(parquet.out)).toEqual(await amounts(csv.out));
});

test('a folder with something in it is left alone', () => {
  const { out } = make('full');
  expect(() =>
    generate({ scale: 'county', years: 1, seed: 1, detail: 'full', format: 'csv', out }),
  ).toThrow(/not empty/);
});

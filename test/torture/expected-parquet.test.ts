import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { openEngineInNode } from '@/db/open-node';
import { filesOf, hasTorture, readTorture, stage, TORTURE } from './torture';

const HYPARQUET = 'parquet/hyparquet/test/files';
const APACHE = 'parquet/apache-parquet-testing/data';

/** Files that the JSON beside them gives by another meaning of their bytes, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'geospatial.parquet': 'shapes stay bytes',
  'shredded-partial-object.parquet': 'a variant shows its parts, of which some are bytes',
  'nested_structs.rust.parquet':
    'its JSON has sums rounded to doubles; the engine keeps all digits',
};

/** A JSON value and the engine's text say the same. Of nested values the texts inside are compared. */
function same(json: unknown, text: string): boolean {
  if (text.startsWith("{'metadata': ")) return scalarsOf(json).every((each) => text.includes(each));
  if (isBytes(json) && text.startsWith('\\x')) return text === bytesText(json);
  if (json === null || json === undefined) return text === '' || text === '[]';
  if (typeof json === 'number') return Math.abs(Number(text) - json) <= Math.abs(json) * 1e-6;
  if (typeof json === 'boolean') return text === String(json);
  if (typeof json === 'string') return text === json || sameTime(json, text);
  const inner = scalarsOf(json);
  return inner.every((each) => text.includes(each));
}

const sameTime = (json: string, text: string): boolean =>
  /^\d{4}-\d\d-\d\dT/.test(json) &&
  Math.abs(
    Date.parse(
      `${text
        .replace(' ', 'T')
        .replace(/(\.\d{3})\d*/, '$1')
        .replace(/[+-]00$/, '')}Z`,
    ) - Date.parse(json),
  ) < 1000;

const isBytes = (json: unknown): json is number[] =>
  Array.isArray(json) && json.every((byte) => Number.isInteger(byte) && byte >= 0 && byte < 256);
const bytesText = (bytes: readonly number[]): string =>
  bytes.map((byte) => `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

const scalarsOf = (json: unknown): string[] => {
  if (json === null) return [];
  if (typeof json !== 'object') return [String(json)];
  return Object.values(json).flatMap(scalarsOf);
};

describe.skipIf(!hasTorture)('Parquet files with an expected result', () => {
  let engine: LocalEngine;
  beforeAll(async () => {
    engine = await openEngineInNode();
  });
  const read = async (path: string) => {
    const { tables } = await readTorture(path);
    return stage(engine, tables[0]!, 100_000);
  };

  const pairs = hasTorture
    ? filesOf(HYPARQUET, /\.parquet$/).filter((file) =>
        existsSync(join(TORTURE, HYPARQUET, file.replace('.parquet', '.json'))),
      )
    : [];
  test.each(pairs.filter((file) => !(file in OTHERWISE)))('%s', async (file) => {
    const json = JSON.parse(
      readFileSync(join(TORTURE, HYPARQUET, file.replace('.parquet', '.json')), 'utf8'),
    ) as unknown[][];
    const { cells, records } = await read(`${HYPARQUET}/${file}`);
    expect(records).toBe(json.length);
    const differing = json.flatMap((row, r) =>
      row.flatMap((value, c) => (same(value, cells[r]![c]!) ? [] : [[r, c, value, cells[r]![c]]])),
    );
    expect(differing.slice(0, 3)).toEqual([]);
  });

  test('a file whose notes only the patient reader understands', async () => {
    const { cells } = await read(`${APACHE}/dict-page-offset-zero.parquet`);
    expect(cells).toEqual(Array.from({ length: 39 }, () => ['1552']));
  });

  test('half floats', async () => {
    const { cells, table } = await read(`${APACHE}/floating_orders_nan_count.parquet`);
    expect(table.names).toContain('float16_ieee754');
    const half = table.names!.indexOf('float16_ieee754');
    const double = table.names!.indexOf('double_ieee754');
    expect(cells.map((row) => row[half])).toEqual(cells.map((row) => row[double]));
  });

  const expects = hasTorture ? filesOf(APACHE, /_expect\.csv$/) : [];
  test.each(
    expects.filter((file) =>
      existsSync(join(TORTURE, APACHE, file.replace('_expect.csv', '.parquet'))),
    ),
  )('%s', async (file) => {
    const text = readFileSync(join(TORTURE, APACHE, file), 'utf8').trimEnd();
    const [header, ...rows] = Papa.parse<string[]>(text).data;
    const { table, cells } = await read(`${APACHE}/${file.replace('_expect.csv', '.parquet')}`);
    expect(table.names).toEqual(header);
    expect(cells).toEqual(rows);
  });
});

import { beforeAll, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { openEngineInNode } from '@/db/open-node';
import { filesOf, outcomeOf } from './torture';

/** Expected results of other programs, not inputs. */
const EXPECTED = /\.json$|\/clean\//;

/** Tests that every file of a folder becomes what the list says: one line each, path and outcome. */
export function testOutcomes(folder: string, list: string): void {
  const outcomes = list
    .trim()
    .split('\n')
    .map((line) => line.split('  ') as [path: string, outcome: string]);
  let engine: LocalEngine;
  beforeAll(async () => {
    engine = await openEngineInNode();
  });

  test('every file has an outcome here', () => {
    const inputs = filesOf(folder, /./).filter((path) => !EXPECTED.test(path));
    expect(outcomes.map(([path]) => path)).toEqual(inputs);
  });

  test.each(outcomes)('%s: %s', async (path, outcome) => {
    expect(await outcomeOf(engine, `${folder}/${path}`)).toBe(outcome);
  });
}

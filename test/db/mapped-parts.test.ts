import { afterEach, beforeAll, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import {
  engineOfOnePlace,
  forgetAll,
  linesOf,
  loadedGroups,
  type GroupParts,
} from '../helpers/mapped';

let engine: LocalEngine;
beforeAll(async () => {
  engine = await engineOfOnePlace();
}, 60_000);
afterEach(() => forgetAll(engine));

test('the three public expenses and their parts are each a row of their table', async () => {
  const parts: GroupParts = {
    tables: [
      [
        ['单位', '预算', '出国', '用车', '其中购置', '接待'],
        ['甲局', '100', '1', '3', '2', '0.5'],
      ],
    ],
    fields: ['organization', 'total', 'abroad', 'vehicles', 'vehicle_purchase', 'reception'],
  };
  await loadedGroups(engine, [parts]);
  expect(
    await linesOf(
      engine,
      'row_no, parent_row_no, level, label, printed',
      "table_id = 'three_public'",
    ),
  ).toEqual([
    [2, 1, 1, '因公出国（境）费', '1'],
    [3, 1, 1, '公务用车购置及运行维护费', '3'],
    [4, 3, 2, '公务用车购置费', '2'],
    [6, 1, 1, '公务接待费', '0.5'],
  ]);
  const { columns } = await engine.query(
    "SELECT amount FROM measure WHERE measure IN ('three_public', 'reception') ORDER BY measure",
  );
  expect(columns[0]).toEqual([5_000, 45_000]);
});

test('one part of the three public expenses is not taken for the whole', async () => {
  const parts: GroupParts = {
    tables: [
      [
        ['单位', '预算', '接待'],
        ['甲局', '100', '0.5'],
      ],
    ],
    fields: ['organization', 'total', 'reception'],
  };
  await loadedGroups(engine, [parts]);
  const { columns } = await engine.query(
    `SELECT measure, amount, reason FROM measure WHERE measure IN ('three_public', 'reception')
    ORDER BY measure`,
  );
  expect(columns).toEqual([
    ['reception', 'three_public'],
    [5_000, null],
    [null, 'not_published'],
  ]);
});

import { beforeEach, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { ask } from '@/db/engine';
import { openEngineInNode } from '@/db/open-node';
import { loadedGroups, previewed, type GroupParts } from '../helpers/mapped';

let engine: LocalEngine;
beforeEach(async () => {
  engine = await openEngineInNode();
  await engine.transaction((session) =>
    session.run(
      "INSERT INTO jurisdiction (code, name, level) VALUES ('220622', '靖宇县', 'county')",
    ),
  );
});

const metric = async (id: string) => {
  const rows = await ask<{ doc_id: string; value: number | null }>(engine, {
    sql: 'SELECT doc_id, value FROM metric WHERE metric_id = ? ORDER BY doc_id',
    params: [id],
  });
  return Object.fromEntries(rows.map(({ doc_id, value }) => [doc_id, value]));
};

const WIDE: GroupParts = {
  tables: [
    [
      ['单位', '预算数', '基本支出', '项目支出'],
      ['甲局', '100.00', '60', '40'],
      ['乙局', '20', '', '—'],
    ],
  ],
  fields: ['organization', 'total', 'basic', 'project'],
};

describe('one row per organization', () => {
  test('preview', async () => {
    const preview = await previewed(engine, WIDE);
    expect(preview.counts).toEqual({
      records: 2,
      loaded: 2,
      rejected: 0,
      amounts: 4,
      unreadable: 0,
      rounded: 0,
    });
  });
  test('load', async () => {
    const result = await loadedGroups(engine, [WIDE]);
    expect(result.counts.loaded).toBe(2);
    expect(await metric('total')).toEqual({
      '220622-甲局-2026-budget': 1_000_000,
      '220622-乙局-2026-budget': 200_000,
    });
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { ask } from '@/db/engine';
import { guardRows, likeOrganizations } from '@/db/queries/guard';
import type { Shown } from '@/db/queries/population';
import { guardMixes, likeMembers, type LikeDocuments } from '@/domain/guard';
import { metricById } from '@/domain/metrics';
import { EVERYONE } from '@/domain/population';
import { NO_PRICES } from '@/domain/price-index';
import { madeDoc, severalYears } from '../helpers/several-years';

let engine: LocalEngine;
beforeAll(async () => {
  engine = await severalYears();
  const carryover = async (doc: string, amount: number) =>
    engine.query(
      `UPDATE measure SET amount = ${amount}, reason = NULL WHERE measure = 'carryover' AND doc_id = ?`,
      [doc],
    );
  await carryover(madeDoc('a', 2026), 12);
  await carryover(madeDoc('b', 2026), 0);
  await carryover(madeDoc('f', 2026), 5);
});

async function rows(more: Partial<Shown>, metric: string | null) {
  const shown = { population: null, orgs: ['a', 'b'], years: [2026], stage: 'budget', ...more };
  const { sql, params = [] } = guardRows(
    shown as Shown,
    metric === null ? null : metricById(metric)!,
    NO_PRICES,
  );
  expect(sql).not.toMatch(/::|QUALIFY|GROUP BY ALL/);
  await engine.query(`EXPLAIN ${sql}`, params);
  return ask<LikeDocuments>(engine, { sql, params });
}

describe('kinds of documents', () => {
  test('chosen ones one by one, the others counted; every document once', async () => {
    const found = await rows({ population: EVERYONE }, 'total');
    expect(found.filter(({ org_id }) => org_id).map((row) => [row.org_id, row.vintage])).toEqual([
      ['a', 'holds'],
      ['b', 'none'],
    ]);
    const others = found.filter(({ org_id }) => org_id === null);
    expect(others).toHaveLength(4);
    expect(others).toContainEqual({
      org_id: null,
      is_member: true,
      scope: 'department',
      level: 'county',
      fiscal_year: 2026,
      stage: 'budget',
      vintage: 'silent',
      basis: null,
      documents: 5,
      synthetic: 0,
    });
    expect(found.reduce((sum, { documents }) => sum + documents, 0)).toBe(10);
    expect(guardMixes(found, metricById('total')!)).toEqual(['scope', 'level', 'vintage']);
  });

  test('a document without the figure says nothing of what it would rest on', async () => {
    const [row] = await rows({ orgs: ['f'] }, 'total');
    expect(row).toMatchObject({ org_id: 'f', vintage: 'none' });
  });

  test('carry-over counts only where a figure holds it', async () => {
    const found = await rows({ population: EVERYONE }, 'project_count');
    expect(new Set(found.map(({ vintage }) => vintage))).toEqual(new Set(['none']));
    const without = await rows({ orgs: ['a', 'i'] }, null);
    expect(without.map(({ vintage }) => vintage)).toEqual(['holds', 'silent']);
  });

  test('kinds of headcount and bases of change', async () => {
    const staff = await rows({ orgs: ['a', 'i'] }, 'total_per_staff');
    expect(staff.map(({ basis }) => basis)).toEqual(['actual', null]);
    const change = await rows({ orgs: ['a', 'b'] }, 'change:total');
    expect(change.map(({ basis }) => basis)).toEqual(['last_document', null]);
  });

  test('organizations all of whose documents are of these kinds', async () => {
    const like = async (years: number[], org: string) => {
      const shown: Shown = { population: EVERYONE, orgs: [org], years, stage: 'budget' };
      const total = metricById('total')!;
      const kinds = await rows({ ...shown }, 'total');
      const wanted = likeMembers(kinds, total, org)!;
      const { sql } = likeOrganizations(shown, total, NO_PRICES, wanted);
      expect(sql).not.toMatch(/::|QUALIFY|GROUP BY ALL/);
      return (await ask<{ org_id: string }>(engine, { sql })).map(({ org_id }) => org_id);
    };
    expect(await like([2026], 'i')).toEqual(['b', 'c', 'e', 'f', 'h', 'i', 'j']);
    expect(await like([2026], 'a')).toEqual(['a', 'b', 'f']);
    expect(await like([2025, 2026], 'i')).toEqual(['b', 'c', 'e', 'f', 'h', 'i', 'j']);
  });
});

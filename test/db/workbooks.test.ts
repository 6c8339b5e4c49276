import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { draftOf, stageTables } from '@/db/loading/import-steps';
import { loadReference } from '@/db/loading/load';
import { loadMapped, type MappedGroup } from '@/db/loading/mapped';
import { openEngineInNode } from '@/db/open-node';
import type { PackageTableName } from '@/domain/package';
import { repairTable } from '@/importers/repair-table';
import { readSpreadsheet } from '@/importers/spreadsheet';
import { wayBack } from '../helpers/way-back';
import { DATA, JINGYU, sourceBudgets, YANBIAN } from '../helpers/engine';

const FOLDER = '../shared/corpus/rebuilt';

/** Metrics that rest on tables of amounts; a workbook says nothing of the others. */
const METRICS = `metric_id IN ('total', 'current', 'carryover', 'carryover_ratio', 'basic',
  'basic_share', 'project', 'project_share', 'personnel', 'personnel_share', 'operating',
  'operating_share', 'three_public', 'reception_share', 'outsourcing', 'outsourcing_share',
  'project_count', 'largest_project_share', 'project_concentration', 'project_carryover_share')
  OR (metric_id LIKE 'function_share:%' AND value <> 0)`;

async function metricsOf(engine: LocalEngine, place: string): Promise<unknown> {
  const { columns } = await engine.query(
    `SELECT metric_id, MAX(value) FROM metric WHERE doc_id LIKE ? AND value IS NOT NULL
      AND (${METRICS}) GROUP BY metric_id ORDER BY metric_id`,
    [`${place}%`],
  );
  return Object.fromEntries((columns[0] as string[]).map((id, i) => [id, columns[1]![i]]));
}

/** An engine with the tables of a workbook, read as mere tables, that leave no doubt, all of one organization. */
async function loaded(name: string, organization: string, place: string): Promise<LocalEngine> {
  const engine = await openEngineInNode();
  const reference: PackageTableName[] = ['jurisdiction', 'classification'];
  await loadReference(
    engine,
    reference.map((table) => {
      const bytes = new Uint8Array(readFileSync(`${DATA}/${table}.csv`));
      return { table, file: `${table}.csv`, format: 'csv' as const, bytes };
    }),
  );
  const blob = new Blob([readFileSync(`${FOLDER}/${name}`)]);
  const format = name.endsWith('.xls') ? 'xls' : 'xlsx';
  const tables = await readSpreadsheet({ path: name, blob }, format);
  const groups: MappedGroup[] = [];
  for (const staged of await stageTables(engine, tables, { repair: repairTable })) {
    const frames = staged.frames.map((frame) => ({ ...frame, organization, place }));
    const group = { ...staged, frames };
    const { matches, obstacles } = await draftOf(engine, group, {});
    if (obstacles.length === 0) groups.push({ group, matches });
  }
  await loadMapped(engine, groups);
  return engine;
}

describe.skipIf(!existsSync(FOLDER))('a workbook of a source budget, told whose it is', () => {
  test.each([
    ['jingyu_2026.xlsx', JINGYU, '220622', '靖宇县政务服务和数字化建设管理局'],
    ['yanbian_2026.xls', YANBIAN, '222400', '延边朝鲜族自治州政务服务和数字化建设管理局（本级）'],
  ])(
    '%s gives the figures of its transcription',
    async (name, doc, place, organization) => {
      const transcribed = await metricsOf(await sourceBudgets(), doc.slice(0, 6));
      expect(Object.keys(transcribed as object).length).toBeGreaterThan(20);
      const engine = await loaded(name, organization, place);
      expect(await metricsOf(engine, place)).toEqual(transcribed);
      expect(await wayBack(engine)).toEqual([]);
    },
    120_000,
  );
});

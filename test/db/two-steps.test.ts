import { beforeEach, describe, expect, test } from 'vitest';
import { derive } from '@/db/derive';
import type { LocalEngine, Session } from '@/db/duckdb';
import { loadPackage } from '@/db/loading/load';
import { deleteDocuments } from '@/db/loading/remove';
import { stagedName } from '@/db/loading/stage';
import { inOneStep, inTwoSteps, type Change } from '@/db/loading/two-steps';
import { openEngineInNode } from '@/db/open-node';
import { readPackage } from '@/importers/package-reader';
import { parquetInNode } from '@/importers/parquet';
import { everyRow } from '../helpers/database';
import { csvFiles, smallPackage } from '../helpers/package';

let engine: LocalEngine;
beforeEach(async () => {
  engine = await openEngineInNode();
  const { tables } = await readPackage(csvFiles(smallPackage()), async () => parquetInNode);
  await loadPackage(engine, tables);
});

/** A document of a new organization in place of the one of the small package. */
const change = (session: Session): Change => ({
  documents: ['doc-2'],
  replaced: ['doc-1'],
  async insert() {
    await deleteDocuments(session, ['doc-1']);
    await session.run(
      "INSERT INTO organization (org_id, name, jurisdiction_code, scope) VALUES ('org-2', '新局', '220622', 'unit')",
      `INSERT INTO document (doc_id, org_id, fiscal_year, stage, printed_unit)
      VALUES ('doc-2', 'org-2', 2026, 'budget', '元')`,
      `INSERT INTO line (doc_id, table_id, row_no, col_no, side, classification, label, level,
        is_total, fund, vintage, nature, amount, state)
      VALUES ('doc-2', 'expenditure', 1, 1, 'expenditure', 'function', '合计', 0, true, 'all',
        'total', 'total', 5, 'number')`,
    );
  },
  derive: () => derive(session, ['doc-1', 'doc-2']),
  free: () => session.run(`DROP TABLE ${stagedName('organization')}`),
});

const run = (steps: typeof inTwoSteps, over: Partial<Change> = {}, signal?: AbortSignal) =>
  engine.change(async (session) => {
    await session
      .until(undefined)
      .run(`CREATE OR REPLACE TABLE ${stagedName('organization')} AS SELECT 'org-2' AS org_id`);
    await steps(session, { ...change(session), ...over });
  }, signal);

describe('two transactions', () => {
  test('give what one gives, and leave nothing behind', async () => {
    await run(inTwoSteps);
    const two = await everyRow(engine);
    expect(Object.keys(await everyRow(engine, 'incoming'))).toEqual([]);
    engine = await openEngineInNode();
    const { tables } = await readPackage(csvFiles(smallPackage()), async () => parquetInNode);
    await loadPackage(engine, tables);
    await run(inOneStep);
    expect(two).toEqual(await everyRow(engine));
    expect(two.metric?.some((row) => row.startsWith('doc-2|total|5'))).toBe(true);
  });

  test('undo the first where the second fails', async () => {
    const before = await everyRow(engine);
    const failing = { derive: () => Promise.reject(new Error('no memory')) };
    await expect(run(inTwoSteps, failing)).rejects.toThrow('no memory');
    expect(await everyRow(engine)).toEqual(before);
    expect(Object.keys(await everyRow(engine, 'incoming'))).toEqual([]);
  });

  test('undo the first where the second is stopped', async () => {
    const before = await everyRow(engine);
    const controller = new AbortController();
    const free = () => Promise.resolve(controller.abort());
    await expect(run(inTwoSteps, { free }, controller.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(await everyRow(engine)).toEqual(before);
  });
});

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CHECKED_TABLES, checkedDocuments } from '@/checks/checked-document';
import { relatedAmong } from '@/checks/related';
import { checkAll } from '@/cli/check-all';
import { readInputFiles } from '@/cli/files';
import { arrowOfChecks, rowsFromArrow, rowsOfTables } from '@/db/arrow-rows';
import { checkAgain, giveUpChecks, keepFound, takeBatch, waitingChecks } from '@/db/checking';
import type { LocalEngine } from '@/db/duckdb';
import { rowsOf } from '@/db/engine';
import { loadPackage } from '@/db/loading/load';
import { removeDocuments } from '@/db/loading/remove';
import { openEngineInNode } from '@/db/open-node';
import { CHECK_TABLE_NAMES, type CheckRow, type CheckRows } from '@/domain/check-tables';
import { CODE_NAME_RULE } from '@/domain/code-names';
import { readPackage } from '@/importers/package-reader';
import { parquetInNode } from '@/importers/parquet';
import { bundledRows } from '../helpers/checked';
import { everyRow } from '../helpers/database';
import { DATA, JINGYU, YANBIAN } from '../helpers/engine';
import { csvFiles, line, smallPackage, type Tables } from '../helpers/package';

let engine: LocalEngine;
beforeAll(async () => {
  engine = await openEngineInNode();
});
beforeEach(async () => {
  await removeDocuments(engine, (await waitingAndChecked()).documents);
});

async function waitingAndChecked() {
  const list = async (sql: string) => (await engine.query(sql)).columns[0] as string[];
  return {
    documents: await list('SELECT doc_id FROM document ORDER BY 1'),
    waiting: await list('SELECT doc_id FROM check_queue ORDER BY 1'),
    checked: await list('SELECT DISTINCT doc_id FROM check_count ORDER BY 1'),
  };
}

const load = async (tables: Tables, duplicates: 'ask' | 'replace' = 'ask') =>
  loadPackage(engine, (await readPackage(csvFiles(tables), async () => parquetInNode)).tables, {
    duplicates,
  });

/** A department with a budget, the year before, and a unit. */
const document = (over: Tables[string][number]) => ({
  doc_id: 'd2026',
  org_id: 'dept',
  fiscal_year: 2026,
  stage: 'budget',
  printed_unit: '万元',
  ...over,
});
const organization = (org_id: string, parent_org_id: string | null) => ({
  org_id,
  name: org_id,
  jurisdiction_code: '220622',
  scope: parent_org_id ? 'unit' : 'department',
  parent_org_id,
});
const family = (docs: Tables[string]): Tables =>
  smallPackage({
    organization: [
      organization('dept', null),
      organization('unit', 'dept'),
      organization('else', null),
    ],
    document: docs,
    line: docs.map(({ doc_id }) => line({ doc_id: doc_id ?? null })),
  });
const D2026 = document({});
const D2025 = document({ doc_id: 'd2025', fiscal_year: 2025 });
const UNIT = document({ doc_id: 'unit2026', org_id: 'unit' });
const ELSE = document({ doc_id: 'else2026', org_id: 'else' });

describe('which documents are checked', () => {
  test('those that were loaded, and nothing waits afterwards', async () => {
    await load(family([D2026, ELSE]));
    expect(await waitingAndChecked()).toMatchObject({
      waiting: ['d2026', 'else2026'],
      checked: [],
    });
    expect(await checkAll(engine)).toEqual([]);
    expect(await waitingAndChecked()).toMatchObject({
      waiting: [],
      checked: ['d2026', 'else2026'],
    });
  });

  test('again those that a new document is compared with, and no other', async () => {
    await load(family([D2026, ELSE]));
    await checkAll(engine);
    await load(family([UNIT]));
    expect(await waitingAndChecked()).toMatchObject({
      waiting: ['d2026', 'unit2026'],
      checked: ['else2026'],
    });
    await checkAll(engine);
    await removeDocuments(engine, ['unit2026']);
    expect(await waitingAndChecked()).toMatchObject({ waiting: ['d2026'], checked: ['else2026'] });
    await checkAll(engine);
    await load(family([D2025]));
    expect((await waitingAndChecked()).waiting).toEqual(['d2025', 'd2026']);
  });

  test('a replaced one, and what is left of what was found goes with a removed one', async () => {
    await load(family([D2026]));
    await checkAll(engine);
    await load(family([D2026]), 'replace');
    expect(await waitingAndChecked()).toMatchObject({ waiting: ['d2026'], checked: [] });
    await checkAll(engine);
    await removeDocuments(engine, ['d2026']);
    const rows = await everyRow(engine);
    for (const name of [...CHECK_TABLE_NAMES, 'check_queue']) expect(rows[name]).toEqual([]);
  });

  test('those that are asked for, and none once they are given up', async () => {
    await load(family([D2026, ELSE]));
    await checkAll(engine);
    await checkAgain(engine, ['else2026']);
    expect((await waitingAndChecked()).waiting).toEqual(['else2026']);
    await checkAgain(engine);
    expect(await waitingChecks(engine)).toBe(2);
    await giveUpChecks(engine);
    expect(await waitingAndChecked()).toMatchObject({ waiting: [], checked: [] });
    expect(await takeBatch(engine, CHECKED_TABLES)).toBeNull();
  });
});

describe('names of codes that other documents settle', () => {
  const CODE = '2999901';
  const budget = (doc_id: string, label: string, fiscal_year = 2026): Tables =>
    smallPackage({
      organization: [organization(doc_id, null)],
      document: [document({ doc_id, org_id: doc_id, fiscal_year })],
      line: [line({ doc_id }), line({ doc_id, row_no: 2, code: CODE, label, is_total: false })],
    });
  const loadAndCheck = async (tables: Tables): Promise<string[]> => {
    await load(tables);
    const { waiting } = await waitingAndChecked();
    await checkAll(engine);
    return waiting;
  };
  const found = async () =>
    (
      await engine.query(
        `SELECT doc_id || ' ' || status FROM finding WHERE rule_id = '${CODE_NAME_RULE}' ORDER BY 1`,
      )
    ).columns[0];

  test('those with a finding wait again until enough others agree, and no more then', async () => {
    expect(await loadAndCheck(budget('a', '数据管理'))).toEqual(['a']);
    expect(await found()).toEqual(['a unchecked']);
    expect(await loadAndCheck(budget('b', '数据管理'))).toEqual(['a', 'b']);
    expect(await loadAndCheck(budget('c', '数据管理'))).toEqual(['a', 'b', 'c']);
    expect(await found()).toEqual(['a unchecked', 'b unchecked', 'c unchecked']);
    expect(await loadAndCheck(budget('d', '数据管理'))).toEqual(['a', 'b', 'c', 'd']);
    expect(await found()).toEqual([]);
    expect(await loadAndCheck(budget('odd', '民政事务'))).toEqual(['odd']);
    expect(await found()).toEqual(['odd fail']);
    expect(await loadAndCheck(budget('e', '数据管理'))).toEqual(['e']);
    expect(await loadAndCheck(budget('odd2', '民政事务'))).toEqual(['odd', 'odd2']);
    expect(await found()).toEqual(['odd unchecked', 'odd2 unchecked']);
  });

  test('names of another year, and of codes without a finding, bring none back', async () => {
    await loadAndCheck(budget('a', '数据管理'));
    expect(await loadAndCheck(budget('b', '数据管理', 2025))).toEqual(['b']);
    await load(family([ELSE]));
    expect((await waitingAndChecked()).waiting).toEqual(['else2026']);
  });
});

describe('units that do not say whose they are', () => {
  const named = (org_id: string, name: string, scope: string) => ({
    ...organization(org_id, null),
    name,
    scope,
  });
  const tables = (...docs: Tables[string]): Tables => ({
    ...family(docs),
    organization: [
      named('bureau', '某县教育局', 'department'),
      named('own', '某县教育局（本级）', 'unit'),
      named('school', '某县 第一中学', 'unit'),
      named('other', '某县第二中学', 'unit'),
    ],
    line: docs.map(({ doc_id, org_id }) =>
      line({
        doc_id: doc_id ?? null,
        ...(org_id === 'bureau' && { classification: 'organization', label: '某县第一中学' }),
      }),
    ),
  });
  const BUREAU = document({ doc_id: 'bureau2026', org_id: 'bureau' });
  const units = ['own', 'school', 'other'].map((org) =>
    document({ doc_id: `${org}2026`, org_id: org }),
  );

  test('belong to the department whose name they bear, or whose tables list them', async () => {
    await load(tables(BUREAU));
    await checkAll(engine);
    await load(tables(...units));
    expect((await waitingAndChecked()).waiting).toEqual([
      'bureau2026',
      'other2026',
      'own2026',
      'school2026',
    ]);
    await checkAgain(engine, ['bureau2026']);
    const batch = await takeBatch(engine, CHECKED_TABLES);
    const rows = rowsOfTables(batch?.tables ?? new Map(), CHECKED_TABLES);
    const documents = checkedDocuments(rows);
    const department = documents.find(({ id }) => id === 'bureau2026');
    expect(department && relatedAmong(documents)(department).units.map(({ id }) => id)).toEqual([
      'own2026',
      'school2026',
    ]);
  });
});

describe('a batch', () => {
  test('brings the year before and the units along, without asking for their checks', async () => {
    await load(family([D2026, D2025, UNIT, ELSE]));
    await giveUpChecks(engine);
    await checkAgain(engine, ['d2026']);
    await engine.transaction((session) =>
      session.run("DELETE FROM check_queue WHERE doc_id <> 'd2026'"),
    );
    const batch = await takeBatch(engine, CHECKED_TABLES);
    expect(batch?.documents).toEqual(['d2026']);
    const rows = rowsOfTables(batch?.tables ?? new Map(), CHECKED_TABLES);
    expect(rows.document.map(({ doc_id }) => doc_id)).toEqual(['d2025', 'd2026', 'unit2026']);
    expect(rows.organization.map(({ org_id }) => org_id)).toEqual(['dept', 'unit']);
    expect(rows.line.map(({ amount }) => amount)).toEqual([
      '1000000.00',
      '1000000.00',
      '1000000.00',
    ]);
  });

  test('reads rows as the package has them, amounts exactly', async () => {
    const { tables } = await readPackage(readInputFiles(DATA), async () => parquetInNode);
    await loadPackage(engine, tables);
    const batch = await takeBatch(engine, CHECKED_TABLES);
    expect(batch?.documents).toEqual([JINGYU, YANBIAN]);
    const read = rowsOfTables(batch?.tables ?? new Map(), CHECKED_TABLES);
    const text = (row: Record<string, unknown>, names: readonly string[]) =>
      names.map((name) => row[name] ?? '').join('|');
    const bundled = bundledRows();
    for (const table of CHECKED_TABLES) {
      const names = Object.keys(bundled[table][0] ?? {});
      const expected = bundled[table].map((row) => text(row, names)).toSorted();
      expect(read[table].map((row) => text(row, names)).toSorted()).toEqual(expected);
    }
  });
});

const FOUND: CheckRow<'finding'> = {
  doc_id: 'd2026',
  finding_no: 1,
  finding_key: 'x/“引号”\t\n',
  rule_id: 'x',
  family: 'within',
  status: 'fail',
  severity: 'error',
  unit: 'yuan',
  left_value: '-9999999999999999.99',
  right_value: null,
  difference: '-9999999999999999.99',
  difference_amount: '-9999999999999999.99',
  cause_no: null,
  notes: '[]',
};
const found = (rows: Partial<CheckRows>): CheckRows => ({
  check_count: [],
  finding: [],
  finding_cell: [],
  finding_cause: [],
  metric_mark: [],
  ...rows,
});

describe('what is found', () => {
  test('crosses as it is, exact to the last digit', async () => {
    const [row] = rowsFromArrow(
      arrowOfChecks(found({ finding: [FOUND] })).get('finding') as Uint8Array,
    );
    expect(row).toEqual(FOUND);
    await load(family([D2026]));
    const batch = await takeBatch(engine, CHECKED_TABLES);
    await keepFound(engine, batch?.documents ?? [], arrowOfChecks(found({ finding: [FOUND] })));
    const kept = await engine.query('SELECT * FROM finding', [], { exact: true });
    expect(rowsOf(kept)).toEqual([FOUND]);
    expect(await everyRow(engine, 'incoming')).toEqual({});
  });

  test('is dropped for documents that changed or went meanwhile', async () => {
    await load(family([D2026, ELSE]));
    const batch = await takeBatch(engine, CHECKED_TABLES);
    await load(family([D2026]), 'replace');
    await removeDocuments(engine, ['else2026']);
    const rows = [FOUND, { ...FOUND, doc_id: 'else2026' }];
    await keepFound(engine, batch?.documents ?? [], arrowOfChecks(found({ finding: rows })));
    expect((await engine.query('SELECT * FROM finding')).length).toBe(0);
    expect((await waitingAndChecked()).waiting).toEqual(['d2026']);
  });

  test('takes the place of what was found before', async () => {
    await load(family([D2026]));
    await checkAll(engine);
    const once = await everyRow(engine);
    await checkAgain(engine);
    await checkAll(engine);
    expect(await everyRow(engine)).toEqual(once);
  });
});

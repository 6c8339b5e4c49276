import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tablesAsArrow } from '@/db/snapshot-node';
import { derive } from '@/db/derive';
import type { LocalEngine } from '@/db/duckdb';
import { ask } from '@/db/engine';
import { loadPackage, type LoadOptions } from '@/db/loading/load';
import { removeDocuments } from '@/db/loading/remove';
import { openEngineInNode } from '@/db/open-node';
import { DuplicateDocumentsError } from '@/domain/duplicates';
import { InputError } from '@/domain/issue';
import { readInputFiles } from '@/cli/files';
import { readPackage } from '@/importers/package-reader';
import { parquetInNode } from '@/importers/parquet';
import { everyRow } from '../helpers/database';
import { DATA, JINGYU, YANBIAN } from '../helpers/engine';
import { csvFiles, line, smallPackage, type Tables } from '../helpers/package';

/** The source budgets as the app ships them, so that each test starts from the same engine without loading. */
let shipped: Map<string, Uint8Array>;
beforeAll(async () => {
  const { tables } = await readPackage(readInputFiles(DATA), async () => parquetInNode);
  const engine = await openEngineInNode();
  await loadPackage(engine, tables);
  shipped = await tablesAsArrow(engine);
}, 60_000);

let engine: LocalEngine;
beforeEach(async () => {
  engine = await openEngineInNode(shipped);
});

const load = async (tables: Tables, options?: LoadOptions) => {
  const read = await readPackage(csvFiles(tables), async () => parquetInNode);
  return loadPackage(engine, read.tables, options);
};
const totals = async () => {
  const rows = await ask<{ doc_id: string; value: number }>(engine, {
    sql: "SELECT doc_id, value FROM metric WHERE metric_id = 'total' ORDER BY doc_id",
  });
  return Object.fromEntries(rows.map(({ doc_id, value }) => [doc_id, value]));
};
const counts = async () =>
  Object.entries(await everyRow(engine)).map(([name, rows]) => [name, rows.length]);

/** The budget of an organization that is loaded, with another total and under another name. */
const again = (doc_id: string): Tables =>
  smallPackage({
    jurisdiction: [{ code: '220622', name: '靖宇县', level: 'county', parent_code: null }],
    organization: [
      {
        org_id: '220622-government-services',
        name: '靖宇县政务服务和数字化建设管理局',
        jurisdiction_code: '220622',
        scope: 'department',
      },
    ],
    document: [
      {
        doc_id,
        org_id: '220622-government-services',
        fiscal_year: 2026,
        stage: 'budget',
        printed_unit: '万元',
      },
    ],
    line: [line({ doc_id })],
    headcount: [
      {
        org_id: '220622-government-services',
        doc_id,
        as_of: null,
        kind: 'actual',
        people: 20,
        source: '手册',
      },
    ],
  });

const SHIPPED_TOTALS = { [JINGYU]: 2431200, [YANBIAN]: 12727600 };

describe.each([
  ['the same identifier', JINGYU],
  ['the same organization, year and stage', 'other-name'],
])('a document that is loaded already, by %s', (_, doc) => {
  test('is asked about, and nothing is changed', async () => {
    const before = await everyRow(engine);
    const error: unknown = await load(again(doc)).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(DuplicateDocumentsError);
    expect((error as DuplicateDocumentsError).documents).toEqual([
      {
        docId: doc,
        loadedDocId: JINGYU,
        organization: '靖宇县政务服务和数字化建设管理局',
        fiscalYear: 2026,
        stage: 'budget',
      },
    ]);
    expect(await everyRow(engine)).toEqual(before);
    expect(await everyRow(engine, 'incoming')).toEqual({});
  });

  test('takes the place of the loaded one', async () => {
    const { documents } = await load(again(doc), { duplicates: 'replace' });
    expect(documents).toEqual([doc]);
    const { [JINGYU]: old, ...others } = SHIPPED_TOTALS;
    expect(await totals()).toEqual({ ...others, [doc]: 1_000_000 });
    expect(old).toBeDefined();
    const lines = await engine.query('SELECT COUNT(*) FROM line WHERE doc_id = ?', [doc]);
    expect(lines.columns[0]).toEqual([1]);
    expect((await everyRow(engine)).project?.filter((row) => row.startsWith(JINGYU))).toEqual([]);
  });

  test('is kept beside the loaded one under a name of its own', async () => {
    const [first, second] = doc === JINGYU ? [`${doc}-2`, `${doc}-3`] : [doc, `${doc}-2`];
    const kept = async () => (await load(again(doc), { duplicates: 'keep' })).documents;
    expect([await kept(), await kept()]).toEqual([[first], [second]]);
    const ours = { [first]: 1_000_000, [second]: 1_000_000 };
    expect(await totals()).toEqual({ ...SHIPPED_TOTALS, ...ours });
    const staff = await engine.query('SELECT people FROM staff WHERE doc_id = ?', [second]);
    expect(staff.columns[0]).toEqual([20]);
  });

  test('is left out', async () => {
    const before = await counts();
    const { documents } = await load(again(doc), { duplicates: 'skip' });
    expect(documents).toEqual([]);
    expect(await counts()).toEqual(before);
    expect(await totals()).toEqual(SHIPPED_TOTALS);
  });
});

test('a package of new documents needs no choice', async () => {
  expect((await load(smallPackage(), { duplicates: 'ask' })).documents).toEqual(['doc-1']);
});

describe('documents taken out', () => {
  test('leave the database as it was before they came', async () => {
    const before = await everyRow(engine);
    const organization = [
      { org_id: 'org-0', name: '某部门', jurisdiction_code: '220622', scope: 'department' },
      {
        org_id: 'org-1',
        name: '某局',
        jurisdiction_code: '220622',
        scope: 'unit',
        parent_org_id: 'org-0',
      },
    ].map((row) => ({ parent_org_id: null, ...row }));
    const headcount = [
      {
        org_id: 'org-1',
        doc_id: null,
        as_of: '2025-12-31',
        kind: 'actual',
        people: 5,
        source: 'x',
      },
    ];
    await load(smallPackage({ organization, headcount }));
    expect(await everyRow(engine)).not.toEqual(before);
    await removeDocuments(engine, ['doc-1', 'never there']);
    expect(await everyRow(engine)).toEqual(before);
  });

  test('keep an organization that has another document', async () => {
    const next = smallPackage();
    await load(next);
    const second = { ...next.document![0]!, doc_id: 'doc-2', fiscal_year: 2025 };
    await load(smallPackage({ document: [second], line: [line({ doc_id: 'doc-2' })] }));
    await removeDocuments(engine, ['doc-1']);
    expect(await totals()).toEqual({ ...SHIPPED_TOTALS, 'doc-2': 1_000_000 });
    expect((await everyRow(engine)).organization).toHaveLength(3);
  });
});

describe('what is derived for changed documents alone', () => {
  const derivedAnew = async () => {
    await engine.transaction((session) => derive(session));
    return everyRow(engine);
  };

  test('is what deriving everything gives', async () => {
    await load(smallPackage());
    const some = await everyRow(engine);
    expect(some).toEqual(await derivedAnew());
    await load(again('other-name'), { duplicates: 'replace' });
    expect(await everyRow(engine)).toEqual(await derivedAnew());
    await removeDocuments(engine, [YANBIAN]);
    expect(await everyRow(engine)).toEqual(await derivedAnew());
  });

  test('reaches documents of an organization whose headcount came later', async () => {
    await load(smallPackage());
    const next = smallPackage();
    const headcount = [
      { org_id: 'org-1', as_of: '2025-12-31', kind: 'actual', people: 5, source: 'x' },
    ];
    const document = [{ ...next.document![0]!, doc_id: 'doc-2', fiscal_year: 2020 }];
    await load(smallPackage({ document, line: [line({ doc_id: 'doc-2' })], headcount }));
    expect(await everyRow(engine)).toEqual(await derivedAnew());
    const { columns } = await engine.query("SELECT people FROM staff WHERE doc_id = 'doc-1'");
    expect(columns[0]).toEqual([5]);
  });
});

describe('several files of one table', () => {
  const parts = async (...files: [path: string, text: string][]) => {
    const given = [...csvFiles(smallPackage())].filter(({ path }) => path !== 'line.csv');
    const { tables } = await readPackage(
      [...given, ...csvFiles({ line: [line({})] })],
      async () => parquetInNode,
    );
    const bytes = (text: string) => new TextEncoder().encode(text);
    return [
      ...tables.filter(({ table }) => table !== 'line'),
      ...files.map(([file, text]) => ({
        table: 'line' as const,
        file,
        format: 'csv' as const,
        bytes: bytes(text),
      })),
    ];
  };
  const HEAD =
    'doc_id,table_id,row_no,col_no,side,classification,label,level,is_total,fund,vintage,nature,state';
  const ROW = 'doc-1,expenditure,1,2,expenditure,function,合计,0,true,all,total,total,number';

  test('are taken by the names of their columns, missing ones empty', async () => {
    const first = `${HEAD},amount,printed,__proto__\n${ROW},1000000.00,100.00,x\n`;
    const second = `amount,${HEAD}\n5.00,${ROW.replace(',1,2,', ',2,2,')}\n`;
    const { warnings } = await loadPackage(
      engine,
      await parts(['line-1.csv', first], ['line-2.csv', second]),
    );
    expect(warnings.map(({ code, file, column }) => [code, file, column])).toEqual([
      ['unknown_column', 'line-1.csv', '__proto__'],
    ]);
    const { columns } = await engine.query(
      "SELECT row_no, amount, printed FROM line WHERE doc_id = 'doc-1' ORDER BY row_no",
    );
    expect(columns).toEqual([
      [1, 2],
      [1_000_000, 5],
      ['100.00', null],
    ]);
  });

  test('have their problems told by file and by row of that file', async () => {
    const good = `${HEAD},amount\n${ROW},1000000.00\n`;
    const bad = `${HEAD},amount\n${ROW.replace(',1,2,', ',2,2,')},1.00\n${ROW},x\n`;
    const error: unknown = await loadPackage(
      engine,
      await parts(['line-1.csv', good], ['line-2.csv', bad]),
    ).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(InputError);
    const { issues } = error as InputError;
    expect(issues.map(({ code, file, row }) => [code, file, row])).toEqual([
      ['wrong_type', 'line-2.csv', 2],
      ['duplicate_key', 'line-2.csv', 2],
    ]);
  });

  test('a column named twice is refused', async () => {
    const twice = `${HEAD},amount,amount\n${ROW},1.00,2.00\n`;
    const error: unknown = await loadPackage(engine, await parts(['line.csv', twice])).catch(
      (e: unknown) => e,
    );
    expect((error as InputError).issues.map(({ code, column }) => [code, column])).toEqual([
      ['duplicate_column', 'amount'],
    ]);
    expect(await everyRow(engine, 'incoming')).toEqual({});
  });
});

test('a loading that is stopped leaves everything as it was', async () => {
  const before = await everyRow(engine);
  for (const phase of ['taking', 'checking', 'deriving'] as const) {
    const controller = new AbortController();
    const stopped = load(smallPackage(), {
      signal: controller.signal,
      onPhase: (now) => now === phase && controller.abort(),
    });
    await expect(stopped, phase).rejects.toMatchObject({ name: 'AbortError' });
    expect(await everyRow(engine), phase).toEqual(before);
    expect(await everyRow(engine, 'incoming'), phase).toEqual({});
  }
  expect((await load(smallPackage())).documents).toEqual(['doc-1']);
});

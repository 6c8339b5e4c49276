import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import Papa from 'papaparse';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { loadMapped, rejectedRecords } from '@/db/loading/mapped';
import { validatePackage } from '@/db/loading/load';
import { removeDocuments } from '@/db/loading/remove';
import { openEngineInNode } from '@/db/open-node';
import { tablesAsArrow } from '@/db/snapshot-node';
import { DuplicateDocumentsError } from '@/domain/duplicates';
import { isWarning } from '@/domain/issue';
import { PACKAGE_TABLE_NAMES, tableDefinition } from '@/domain/package';
import { everyRow } from '../helpers/database';
import { JINGYU, sourceBudgets, YANBIAN } from '../helpers/engine';
import {
  loadedGroups,
  mappedGroup,
  previewed,
  type Cell,
  type FieldText,
  type GroupParts,
} from '../helpers/mapped';
import { wayBack } from '../helpers/way-back';

/** The places and source budgets, so that each test starts from the same engine without loading. */
let shipped: Map<string, Uint8Array>;
beforeAll(async () => {
  shipped = await tablesAsArrow(await sourceBudgets());
}, 60_000);

let engine: LocalEngine;
beforeEach(async () => {
  engine = await openEngineInNode(shipped);
});

const doc = (name: string, year = 2026) => `220622-${name}-${year}-budget`;
const WIDE: GroupParts = {
  tables: [
    [
      ['单位', '总预算', '基本支出'],
      ['甲局', '100', '60'],
      ['乙局', '20', ''],
    ],
  ],
  fields: ['organization', 'total', 'basic'],
};
const totals = async () => {
  const { columns } = await engine.query(
    "SELECT doc_id, value FROM metric WHERE metric_id = 'total' ORDER BY doc_id",
  );
  return Object.fromEntries((columns[0] as string[]).map((id, i) => [id, columns[1]![i]]));
};

test('a wide file of the source budgets’ own figures gives the figures of the package', async () => {
  const measures = [
    'total',
    'basic',
    'project',
    'personnel',
    'operating',
    'carryover',
    'three_public',
  ] as const;
  const amounts = async (where: string) => {
    const { columns } = await engine.query(
      `SELECT d.org_id, measure, amount FROM measure m JOIN document d ON d.doc_id = m.doc_id
      WHERE ${where} AND measure IN (${measures.map((name) => `'${name}'`).join(', ')})
      ORDER BY d.org_id, measure`,
      [],
      { exact: true },
    );
    return (columns[0] as string[]).map((_, i) => columns.map((column) => column[i]));
  };
  const shares = async (where: string) => {
    const { columns } = await engine.query(
      `SELECT d.org_id, metric_id, value FROM metric m JOIN document d ON d.doc_id = m.doc_id
      WHERE ${where} AND metric_id IN ('basic_share', 'project_share', 'carryover_ratio')
      ORDER BY d.org_id, metric_id`,
    );
    return (columns[0] as string[]).map((_, i) => columns.map((column) => column[i]));
  };
  const own = `d.doc_id IN ('${JINGYU}', '${YANBIAN}')`;
  const package_ = await amounts(own);
  const packageShares = await shares(own);
  const orgs = [...new Set(package_.map(([org]) => org as string))];
  const record = (org: string): Cell[] => [
    org,
    ...measures.map((name) => {
      const found = package_.find(([of, measure]) => of === org && measure === name);
      const amount = found?.[2] as string | null | undefined;
      return amount ? new Decimal(amount).div(10_000).toFixed() : '';
    }),
  ];
  const parts: GroupParts = {
    tables: [[['单位', ...measures], ...orgs.map(record)]],
    fields: ['organization', ...measures],
    frames: [{ year: 2020 }],
  };
  const { group, matches } = await mappedGroup(engine, parts);
  const known = matches.map((match) => ({
    ...match,
    jurisdictionCode: match.name.slice(0, 6),
    orgId: match.name,
    known: true,
  }));
  await loadMapped(engine, [{ group, matches: known }]);
  expect(package_).toHaveLength(14);
  expect(await amounts('d.fiscal_year = 2020')).toEqual(package_);
  expect(await shares('d.fiscal_year = 2020')).toEqual(packageShares);
});

describe('documents that are loaded already', () => {
  const other: GroupParts = {
    ...WIDE,
    tables: [
      [
        ['单位', '总预算', '基本支出'],
        ['甲局', '1', ''],
        ['丙局', '3', '2'],
        ['', '3', ''],
      ],
    ],
  };
  let before: Record<string, string[]>;
  beforeEach(async () => {
    await loadedGroups(engine, [WIDE]);
    before = await everyRow(engine);
  });

  test('are asked about, and nothing is changed', async () => {
    const error: unknown = await loadedGroups(engine, [other]).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(DuplicateDocumentsError);
    expect((error as DuplicateDocumentsError).documents).toEqual([
      {
        docId: doc('甲局'),
        loadedDocId: doc('甲局'),
        organization: '甲局',
        fiscalYear: 2026,
        stage: 'budget',
      },
    ]);
    expect(await everyRow(engine)).toEqual(before);
  });

  test('are replaced', async () => {
    const { counts } = await loadedGroups(engine, [other], { duplicates: 'replace' });
    expect(counts).toMatchObject({ records: 3, loaded: 2, rejected: 1, amounts: 3 });
    expect(await totals()).toMatchObject({
      [doc('甲局')]: 10_000,
      [doc('乙局')]: 200_000,
      [doc('丙局')]: 30_000,
    });
    const { columns } = await engine.query('SELECT COUNT(*) FROM line WHERE doc_id = ?', [
      doc('甲局'),
    ]);
    expect(columns[0]).toEqual([2]);
  });

  test('are kept beside', async () => {
    const { documents } = await loadedGroups(engine, [other], { duplicates: 'keep' });
    expect(documents).toEqual([`${doc('甲局')}-2`, doc('丙局')]);
    expect(await totals()).toMatchObject({
      [doc('甲局')]: 1_000_000,
      [`${doc('甲局')}-2`]: 10_000,
    });
  });

  test('are left out, and their records counted', async () => {
    const { group, matches } = await mappedGroup(engine, other);
    const { documents, counts } = await loadMapped(engine, [{ group, matches }], {
      duplicates: 'skip',
    });
    expect(documents).toEqual([doc('丙局')]);
    const rejected = await rejectedRecords(engine, group, matches, documents);
    expect(rejected.map(({ record, reason }) => [record, reason])).toEqual([
      [2, 'document_skipped'],
      [4, 'no_organization'],
    ]);
    expect(counts).toMatchObject({ records: 3, loaded: 1, rejected: 2, amounts: 2 });
    expect(await totals()).toMatchObject({ [doc('甲局')]: 1_000_000, [doc('丙局')]: 30_000 });
  });

  test('a record of two years stays where one of them is new', async () => {
    const years: GroupParts = {
      tables: [
        [
          ['单位', '2025', '2026'],
          ['甲局', '5', '6'],
        ],
      ],
      fields: ['organization', 'total@2025', 'total@2026'],
    };
    const { documents, counts } = await loadedGroups(engine, [years], { duplicates: 'skip' });
    expect(documents).toEqual([doc('甲局', 2025)]);
    expect(counts).toMatchObject({ loaded: 1, rejected: 0, amounts: 1 });
  });
});

describe('all or nothing', () => {
  test('a loading that is stopped changes nothing and leaves nothing behind', async () => {
    const ready = await mappedGroup(engine, WIDE);
    const before = [await everyRow(engine), await everyRow(engine, 'incoming')];
    for (const phase of ['checking', 'deriving'] as const) {
      const controller = new AbortController();
      const loading = loadMapped(engine, [ready], {
        signal: controller.signal,
        onPhase: (now) => now === phase && controller.abort(),
      });
      await expect(loading, phase).rejects.toMatchObject({ name: 'AbortError' });
      const after = [await everyRow(engine), await everyRow(engine, 'incoming')];
      expect(after, phase).toEqual(before);
    }
    await loadMapped(engine, [ready]);
    expect(Object.keys(await totals())).toHaveLength(4);
  });

  test('one group that fails takes the others with it', async () => {
    const good = await mappedGroup(engine, WIDE);
    const gone = { ...good, group: { ...good.group, id: 'never staged' } };
    const before = await everyRow(engine);
    await expect(loadMapped(engine, [good, gone])).rejects.toThrow(/never staged/);
    expect(await everyRow(engine)).toEqual(before);
    const left = Object.keys(await everyRow(engine, 'incoming'));
    expect(left.filter((name) => !/^group \d+( part \w+)?$/.test(name))).toEqual([]);
  });
});

/**
 * Problems of what is loaded, taken as a data package by another engine. Tables of a package have one unit, records of
 * a file may each have their own.
 */
async function problemsAsPackage(loaded: LocalEngine, checking: LocalEngine): Promise<string[]> {
  const tables = [];
  for (const table of PACKAGE_TABLE_NAMES) {
    const names = Object.keys(tableDefinition(table).columns);
    const cells = names.map((name) => `CAST("${name}" AS VARCHAR)`);
    const { columns, length } = await loaded.query(`SELECT ${cells.join(', ')} FROM ${table}`);
    if (length === 0) continue;
    const rows = Array.from({ length }, (_, i) => columns.map((column) => column[i] ?? ''));
    const bytes = new TextEncoder().encode(Papa.unparse([names, ...rows], { newline: '\n' }));
    tables.push({ table, file: `${table}.csv`, format: 'csv' as const, bytes });
  }
  const issues = await validatePackage(checking, tables);
  return issues
    .filter((issue) => !isWarning(issue) && issue.code !== 'unit_mismatch')
    .map(({ message }) => message);
}

/** Fields that go together, and cells that may stand in them: sound ones, empty ones and nonsense. */
const CELLS: Readonly<Record<FieldText, readonly Cell[]>> = {
  organization: ['甲局', '乙局', '甲局', '乙局', '丙局', '', '合计', '?局', ' 甲局'],
  year: ['2026', '2025年', '2026', '', '不知'],
  stage: ['预算', '', '决算', '?'],
  unit: ['万元', '元', '', '斤'],
  measure: ['总预算', '基本支出', '接待费', '编制数', '机关运行经费', '', '天气'],
  fund: ['', '一般公共预算', '政府性基金', '?'],
  nature: ['', '基本支出', '项目支出', '?'],
  vintage: ['', '本年', '上年结转'],
  code: ['201', '20103', '2010301', '301', '103', '', '2010302 行政'],
  label: ['合计', '一、甲', '（一）乙', '丙', ''],
  project_name: ['热线', '大厅', '', ''],
  amount: ['1', '2.5', '', '—', '0', 'x', '3万元', '1.0000005', '99999999999999999'],
  'total@2025': ['1', '', 'x', '3'],
  basic: ['1', '', '-2'],
  three_public: ['1', ''],
  reception: ['0.5', ''],
  vehicles: ['2', ''],
  vehicle_purchase: ['1', ''],
  procurement: ['4', '', '?'],
  actual: ['12', '', '多'],
  '-': ['', 'x'],
};
/** Fields whose cells become something else than one line each. */
const APART = ['measure', 'project_name', 'procurement', 'actual'];
const FIELDS = Object.keys(CELLS).filter((field) => field !== 'organization');

const tables = fc
  .subarray(FIELDS, { minLength: 1, maxLength: 7 })
  .chain((some) => {
    const fields = ['organization', ...some];
    const record = fc.tuple(
      ...fields.map((field) => fc.constantFrom(...(CELLS[field] as readonly Cell[]))),
    );
    const one = fc.array(record, { maxLength: 12 }).map((rows) => [fields, ...rows]);
    return fc.record({
      fields: fc.constant(fields),
      tables: fc.array(one, { minLength: 1, maxLength: 2 }),
      table: fc.constantFrom('expenditure' as const, 'general_public' as const, 'project' as const),
      year: fc.constantFrom(2026, null),
      unit: fc.constantFrom('万元' as const, null),
    });
  })
  .map(({ fields, tables: given, table, year, unit }): GroupParts => {
    return { fields, tables: given, table, frames: given.map(() => ({ year, unit })) };
  });

test('of any table every record is loaded or has one reason, and what is loaded is sound', async () => {
  const checking = await openEngineInNode();
  const before = await everyRow(engine);
  await fc.assert(
    fc.asyncProperty(fc.array(tables, { minLength: 1, maxLength: 2 }), async (groups) => {
      const { columns } = await engine.query('SELECT doc_id FROM document');
      const left = (columns[0] as string[]).filter((id) => id !== JINGYU && id !== YANBIAN);
      await removeDocuments(engine, left);
      expect(await everyRow(engine)).toEqual(before);
      const seen = [];
      for (const parts of groups) {
        const { counts, records, rejected } = await previewed(engine, parts);
        const given = parts.tables.reduce((sum, rows) => sum + rows.length - 1, 0);
        expect(counts.records).toBe(given);
        expect(counts.loaded + counts.rejected).toBe(given);
        expect(records).toHaveLength(counts.loaded);
        expect(rejected).toHaveLength(counts.rejected);
        seen.push(counts);
      }
      const { counts, documents } = await loadedGroups(engine, groups);
      expect(counts.loaded).toBe(seen.reduce((sum, one) => sum + one.loaded, 0));
      expect(counts.records).toBe(seen.reduce((sum, one) => sum + one.records, 0));
      expect(documents.length > 0).toBe(counts.loaded > 0);
      expect(await problemsAsPackage(engine, checking)).toEqual([]);
      expect(await wayBack(engine)).toEqual([]);
      const cells = await engine.query(
        "SELECT COUNT(*) FROM line WHERE state <> 'blank' AND doc_id NOT IN (?, ?)",
        [JINGYU, YANBIAN],
      );
      const said = counts.amounts + counts.unreadable;
      const areLines = groups.every(({ fields }) => !fields.some((f) => APART.includes(f)));
      expect(areLines ? cells.columns[0] : [said]).toEqual([said]);
    }),
    { numRuns: 5 },
  );
}, 60_000);

import { beforeAll, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { ask, rowsOf, type Query } from '@/db/engine';
import { loadPackage } from '@/db/loading/load';
import { openEngineInNode } from '@/db/open-node';
import {
  peopleOf,
  projectsByKey,
  rowCells,
  targetCounts,
  targetsOf,
  tasksOf,
  withoutProject,
} from '@/db/queries/project-details';
import { POOL, projectPool } from '@/db/queries/project-pool';
import {
  documentsShown,
  projectCount,
  projectPage,
  projectSummary,
  theseDocuments,
} from '@/db/queries/projects';
import { EVERYONE } from '@/domain/population';
import { PROJECT_FILTERS, PROJECT_SORTS, type ProjectRow } from '@/domain/project-list';
import { readPackage } from '@/importers/package-reader';
import { parquetInNode } from '@/importers/parquet';
import { JINGYU, YANBIAN, run, sourceBudgets } from '../helpers/engine';
import { csvFiles, line, smallPackage } from '../helpers/package';

const BOTH = [JINGYU, YANBIAN];
const docs = theseDocuments(BOTH);
const asked = { docs, filter: 'all', search: '' } as const;
const whole = { limit: 100, offset: 0 };
const plain = async (sql: string) =>
  rowsOf<Record<string, number>>(await (await sourceBudgets()).query(sql));

describe('the list of projects', () => {
  test('amounts, entrusted tasks, targets and people are those of plain statements', async () => {
    const rows = await run(projectPage(asked, 'name', whole));
    const money = await plain(`
      SELECT doc_id, project_id, total, carryover FROM project_amount ORDER BY doc_id, project_id`);
    const ordered = rows.toSorted((a, b) =>
      `${a.doc_id} ${a.project_id}`.localeCompare(`${b.doc_id} ${b.project_id}`),
    );
    expect(
      ordered.map(({ doc_id, project_id, total, carryover }) => ({
        doc_id,
        project_id,
        total,
        carryover,
      })),
    ).toEqual(money);
    const counted = await plain(`
      SELECT doc_id, project_id, COUNT(*) AS n, SUM(weight) AS weight FROM indicator
      WHERE project_id IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`);
    expect(
      ordered
        .filter(({ targets }) => targets !== 0)
        .map(({ doc_id, project_id, targets, weight }) => ({
          doc_id,
          project_id,
          n: targets,
          weight,
        })),
    ).toEqual(counted);
    const entrusted = await plain(`
      SELECT doc_id, project_id, SUM(amount) AS entrusted FROM outsourcing GROUP BY 1, 2
      ORDER BY 1, 2`);
    expect(
      ordered
        .filter(({ tasks }) => tasks !== 0)
        .map(({ doc_id, project_id, entrusted: amount }) => ({
          doc_id,
          project_id,
          entrusted: amount,
        })),
    ).toEqual(entrusted);
    expect(ordered.flatMap(({ people }) => people ?? [])).toEqual([22, 12]);
  });

  test('what is blank is not zero, and a share needs a printed amount', async () => {
    const rows = await run(projectPage(asked, 'amount', whole));
    const of = (name: string): ProjectRow => rows.find(({ level2 }) => level2 === name)!;
    expect(of('购买服务22人工资及管理费（编外长聘支出）')).toMatchObject({
      total: 1_182_700,
      current: 1_182_700,
      carryover: null,
      carryover_share: 0,
      prints_carryover: true,
      people: 22,
      is_service_purchase: true,
      is_procurement: true,
    });
    expect(of('采购评审专家劳务报酬')).toMatchObject({
      total: 400,
      current: null,
      carryover: 400,
      carryover_share: 1,
      targets: 0,
      tasks: 0,
      entrusted: null,
      entrusted_share: null,
    });
    expect(of('政务公开工作经费')).toMatchObject({ entrusted_share: 0.6, carryover: 0 });
  });

  test.each(PROJECT_SORTS)('sorted by %s, what has no value last', async (sort) => {
    const rows = await run(projectPage(asked, sort, whole));
    expect(rows).toHaveLength(17);
    const key = { amount: 'total', name: 'level2', organization: 'place' } as const;
    const column = sort in key ? key[sort as keyof typeof key] : (sort as 'carryover');
    const values = rows.map((row) => row[column]);
    const known = values.filter((value) => value !== null);
    expect(values.slice(0, known.length)).toEqual(known);
    const figures = known.filter((value) => typeof value === 'number');
    expect(figures).toEqual(figures.toSorted((a, b) => b - a));
  });

  test.each([
    ['all', 17],
    ['carried', 10],
    ['carried_only', 3],
    ['without_targets', 3],
    ['entrusted', 6],
  ] as const)('filter %s finds %i', async (filter, count) => {
    expect(PROJECT_FILTERS).toContain(filter);
    const rows = await run(projectPage({ ...asked, filter }, 'amount', whole));
    expect(rows).toHaveLength(count);
    const [counted] = await run(projectCount({ ...asked, filter }));
    expect(counted).toEqual({
      projects: count,
      organizations: new Set(rows.map(({ org_id }) => org_id)).size,
    });
  });

  test('search looks into names, first-level projects and places; quotes are text', async () => {
    const search = async (text: string) =>
      (await run(projectCount({ ...asked, search: text })))[0]?.projects;
    expect(await search('热线')).toBe(2);
    expect(await search('APP')).toBe(1);
    expect(await search('本级执行中追加')).toBe(2);
    expect(await search('靖宇')).toBe(5);
    expect(await search("'; DROP TABLE project; --")).toBe(0);
  });

  test('pages follow each other without gap or double', async () => {
    const all = await run(projectPage(asked, 'targets', whole));
    const pages = await Promise.all(
      [0, 5, 10, 15].map((offset) => run(projectPage(asked, 'targets', { limit: 5, offset }))),
    );
    expect(pages.flat()).toEqual(all);
  });

  test('of a population, the chosen among them', async () => {
    const shown = documentsShown({
      population: { ...EVERYONE, level: 'county' },
      orgs: ['222400-government-services'],
      years: [2026],
      stage: 'budget',
    });
    const [county] = await run(projectCount({ ...asked, docs: shown }));
    expect(county).toEqual({ projects: 17, organizations: 2 });
    const [none] = await run(
      projectCount({
        ...asked,
        docs: documentsShown({
          population: { ...EVERYONE, level: 'province' },
          orgs: [],
          years: [2026],
          stage: 'budget',
        }),
      }),
    );
    expect(none).toEqual({ projects: 0, organizations: 0 });
  });
});

describe('what the projects come to', () => {
  test('as a plain statement sums them', async () => {
    const [summary] = await run(projectSummary(docs));
    const [sums] = await plain(`
      SELECT SUM(total) AS total, SUM(carryover) AS carryover FROM project_amount`);
    expect(summary).toMatchObject({
      ...sums,
      projects: 17,
      documents: 2,
      documents_without: 0,
      carried: 10,
      carried_only: 3,
      without_targets: 3,
      without_targets_total: 148_400,
      targets: 71,
      measurable: 58,
      entrusted: 6,
      service_purchases: 3,
      procurements: 3,
      from_performance: 0,
    });
  });

  test('nothing chosen comes to nothing', async () => {
    const [summary] = await run(projectSummary(theseDocuments([])));
    expect(summary).toMatchObject({ projects: 0, documents: 0, total: null, target_base: 0 });
  });
});

describe('one project', () => {
  const key = [{ doc_id: YANBIAN, project_id: 'p03' }];

  test('its targets, tasks, people and printed cells', async () => {
    expect((await run(targetsOf(key))).map(({ printed }) => printed)).toEqual([
      '等于12人',
      '<=58万元',
      '有效提升',
      '>=90%',
    ]);
    expect(await run(tasksOf(key))).toMatchObject([{ amount: 580_000, is_procurement: true }]);
    expect(await run(peopleOf(key))).toMatchObject([{ kind: 'window', people: 12 }]);
    const [row] = await run(projectsByKey(key));
    const cells = await run(rowCells(YANBIAN, 'project', row!.row_no!));
    expect(cells[0]).toMatchObject({ header: '合计', printed: '58.00', amount: 580_000 });
    expect(cells.length).toBeGreaterThan(5);
  });

  test('several at once, each once', async () => {
    const keys = [...key, { doc_id: JINGYU, project_id: 'p05' }];
    expect(await run(projectsByKey(keys))).toHaveLength(2);
    expect(await run(peopleOf(keys))).toHaveLength(2);
  });
});

test('targets by the printed words of their type add up to all', async () => {
  const rows = await run(targetCounts(BOTH));
  const [all] = await plain('SELECT COUNT(*) AS n, COUNT(target) AS m FROM indicator');
  expect(rows.reduce((sum, { targets }) => sum + targets, 0)).toBe(all?.n);
  expect(rows.reduce((sum, { measurable }) => sum + measurable, 0)).toBe(all?.m);
  expect(await run(withoutProject(docs))).toEqual([{ tasks: 0, amount: null, targets: 0 }]);
});

describe('names to be compared', () => {
  test('the chosen first, then those with most of the texts', async () => {
    const pool = await run(projectPool(docs, [JINGYU], { texts: ['热线', '政务'], least: 1 }));
    expect(pool.slice(0, 5).map(({ doc_id }) => doc_id)).toEqual(Array(5).fill(JINGYU));
    const others = pool.slice(5).map(({ level2 }) => level2);
    expect(others.slice(0, 2).every((name) => name.includes('热线'))).toBe(true);
    expect(others.every((name) => /热线|政务/.test(name))).toBe(true);
  });

  test('all of them where no text is wanted', async () => {
    expect(POOL).toBeGreaterThan(17);
    expect(await run(projectPool(docs, [], { texts: [], least: 0 }))).toHaveLength(17);
  });
});

describe('a project that only the table of targets prints', () => {
  let engine: LocalEngine;
  const askOf = <Row>(query: Query<Row>) => ask(engine, query);

  beforeAll(async () => {
    const indicator = (row_no: number, project_id: string) => ({
      doc_id: 'doc-1',
      project_id,
      row_no,
      level3: '数量',
      target: 3,
      target_unit: '个',
      printed: '3',
    });
    const funds = (row_no: number, amount: string | null) =>
      line({
        table_id: 'performance',
        row_no,
        classification: 'project',
        label: '某项目',
        level: 1,
        is_total: false,
        nature: 'project',
        vintage: 'current',
        amount,
        state: amount === null ? 'blank' : 'number',
        printed: amount === null ? '' : '67.70',
      });
    const tables = smallPackage({
      line: [line({}), funds(1, '677000.00'), funds(3, null)],
      project: [
        { doc_id: 'doc-1', project_id: 'p01', level2: '有资金' },
        { doc_id: 'doc-1', project_id: 'p02', level2: '空白' },
        { doc_id: 'doc-1', project_id: 'p03', level2: '没有目标' },
      ],
      indicator: [indicator(1, 'p01'), indicator(2, 'p01'), indicator(3, 'p02')],
    });
    engine = await openEngineInNode();
    const read = await readPackage(csvFiles(tables), async () => parquetInNode);
    await loadPackage(engine, read.tables);
  });

  test('takes the funds printed there, and says so; blank funds are no amount', async () => {
    const of = { docs: theseDocuments(['doc-1']), filter: 'all', search: '' } as const;
    const rows = await askOf(projectPage(of, 'name', whole));
    const shown = rows.map(({ project_id, table_id, row_no, total, carryover_share }) => ({
      project_id,
      table_id,
      row_no,
      total,
      carryover_share,
    }));
    const none = { table_id: null, row_no: null, total: null, carryover_share: null };
    expect(shown.toSorted((a, b) => a.project_id.localeCompare(b.project_id))).toEqual([
      {
        project_id: 'p01',
        table_id: 'performance',
        row_no: 1,
        total: 677_000,
        carryover_share: null,
      },
      { project_id: 'p02', ...none },
      { project_id: 'p03', ...none },
    ]);
    const [summary] = await askOf(projectSummary(of.docs));
    expect(summary).toMatchObject({
      projects: 3,
      with_amount: 1,
      from_performance: 1,
      without_targets: 1,
      documents_without_tasks: 1,
      total: 677_000,
      carryover: null,
    });
  });
});

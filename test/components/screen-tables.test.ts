import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { flowColumns, flowTableRows } from '@/components/flow-columns';
import { leavingTable } from '@/components/leaving-table';
import {
  classColumns,
  classFacts,
  largestColumns,
  largestFacts,
  organizationColumns,
  rulerColumns,
  rulerRows,
} from '@/components/overview-columns';
import { projectAmountColumns, projectColumns } from '@/components/project-columns';
import { groupColumns, unitCostColumns } from '@/components/project-group-columns';
import { compositionColumns, compositionRows } from '@/components/structure-columns';
import { targetColumns } from '@/components/target-columns';
import { leavingTiles, tileColumns } from '@/components/tile-columns';
import { overviewColumns } from '@/composables/overviewColumns';
import { flowRows } from '@/db/queries/flow';
import { overviewQuestions } from '@/db/queries/overview';
import { peopleOf, targetCounts, targetsOf } from '@/db/queries/project-details';
import { projectPage, theseDocuments } from '@/db/queries/projects';
import { structureRows } from '@/db/queries/structure';
import { budgetFlow } from '@/domain/flow';
import { groupBy } from '@/domain/group';
import { groupRows, rowCost } from '@/domain/project-comparison';
import { projectKeyOf } from '@/domain/project-list';
import { countTargets } from '@/domain/project-targets';
import { cellContent } from '@/domain/sheet';
import { composition, type PartName } from '@/domain/structure';
import { budgetTiles } from '@/domain/structure-tiles';
import { JINGYU, run, YANBIAN } from '../helpers/engine';
import {
  DOCS,
  expectAsPrinted,
  golden,
  headed,
  infos,
  nameOf,
  words,
} from '../helpers/screen-tables';

describe('tables of the structure screen', () => {
  const compositionOf = async (people: ReadonlyMap<string, number> | null) => {
    const rows = await run(structureRows('function', DOCS));
    const facts = {
      shown: composition(rows, DOCS, 'function', ''),
      columns: (await infos()).columns,
      people,
      wholeMetric: 'total',
      median: null,
      nameOf,
    };
    return leavingTable(
      '功能分类',
      compositionColumns(facts, words),
      compositionRows(facts, words),
      words,
    );
  };

  it('holds parts by budgets as they are printed, with why one is missing', async () => {
    const made = await compositionOf(null);
    golden('structure', made);
    await expectAsPrinted(made, (row) => made.sheet.rows[row]?.[0] !== '未列明/不符差额');
  });

  it('divides by heads without rounding, and says where nobody is counted', async () => {
    const [amounts, perHead] = [
      await compositionOf(null),
      await compositionOf(new Map([[JINGYU, 7]])),
    ];
    const [own, other] = (await infos()).columns;
    const whole = headed(amounts, `${own!.label} 金额（万元）`).at(-1)!;
    expect(headed(perHead, `${own!.label} 人均（万元/人）`).at(-1)).toBe(
      new Decimal(whole).times(10_000).div(7).div(10_000).toFixed(),
    );
    expect(
      headed(perHead, `${other!.label} 人均（万元/人）`).every((value) => value === null),
    ).toBe(true);
    expect(headed(perHead, `${other!.label} 人均：无数字的原因`)).toContain('未公布人数');
  });

  it('holds areas below the ones they lie in', async () => {
    const rows = await run(structureRows('function', DOCS));
    const { infoOf } = await infos();
    const budgets = budgetTiles(rows, composition(rows, DOCS, 'function', ''));
    const facts = { budgets, people: null, infoOf, nameOf };
    const made = leavingTable('面积', tileColumns(facts, words), leavingTiles(facts, words), words);
    golden('structure-areas', made);
    const names = headed(made, '组成部分');
    await expectAsPrinted(made, (row) => names[row] !== '未列明/不符差额');
    expect(new Set(headed(made, '层级'))).toContain('3');
  });

  it('holds every step of a flow, printed amounts apart from differences', async () => {
    const flow = budgetFlow(await run(flowRows(YANBIAN)));
    const of = ({ name, kind }: { name: PartName | null; kind: string }) =>
      name ? nameOf(name) : kind;
    const made = leavingTable(
      '流向',
      flowColumns({ flow, perHead: null, nameOf: of }, words),
      flowTableRows(flow),
      words,
    );
    golden('structure-flow', made);
    expect(made.sheet.rows).toHaveLength(flow.links.length);
    const sum = headed(made, '金额（万元）').reduce(
      (all, value) => all.plus(value ?? 0),
      new Decimal(0),
    );
    const fen = flow.links.reduce((all, link) => all + link.fen, 0n);
    expect(sum.times(1_000_000).toFixed()).toBe(String(fen));
  });
});

describe('tables of the projects screen', () => {
  const list = () =>
    run(
      projectPage({ docs: theseDocuments(DOCS), filter: 'all', search: '' }, 'amount', {
        limit: 1_000_000,
        offset: 0,
      }),
    );
  const facts = async () => ({
    nameOf: ({ organization }: { organization: string }) => organization,
    infoOf: (await infos()).infoOf,
  });

  it('lists every project with what is printed of it', async () => {
    const rows = await list();
    const made = leavingTable('项目', projectColumns(await facts(), words), rows, words);
    golden('projects', made);
    await expectAsPrinted(made);
    const [engine] = await run<{ projects: number; total: number }>({
      sql: `SELECT COUNT(*) AS projects, CAST(SUM(total) AS DOUBLE) AS total FROM project_amount
        WHERE doc_id IN ('${JINGYU}', '${YANBIAN}')`,
    });
    expect(rows).toHaveLength(engine!.projects);
    const sum = headed(made, '金额（万元）').reduce(
      (all, one) => all.plus(one ?? 0),
      new Decimal(0),
    );
    expect(sum.times(10_000).toNumber()).toBe(engine!.total);
    const amounts = leavingTable('图', projectAmountColumns(await facts(), words), rows, words);
    expect(headed(amounts, '金额（万元）')).toEqual(headed(made, '金额（万元）'));
  });

  it('holds like projects with the quantity and the cost of one unit', async () => {
    const projects = await list();
    const targets = await run(targetsOf(projects));
    const rows = groupRows({
      matches: projects.map((row) => ({
        key: projectKeyOf(row),
        reason: { why: 'core' },
        similarity: 0.5,
        shared: [],
      })),
      projects: new Map(projects.map((row) => [projectKeyOf(row), row])),
      targets: groupBy(targets, ({ doc_id, project_id }) =>
        projectKeyOf({ doc_id, project_id: project_id ?? '' }),
      ),
      people: groupBy(await run(peopleOf(projects)), (row) => projectKeyOf(row)),
      chosen: new Map(),
      order: new Map(DOCS.map((doc, i) => [doc, i])),
    });
    const made = leavingTable('同类', groupColumns(await facts(), '人', words), rows, words);
    golden('project-group', made);
    const costs = rows.flatMap((row) => {
      const cost = rowCost(row, '人');
      return cost ? [{ row, cost }] : [];
    });
    const each = leavingTable('每人', unitCostColumns(await facts(), words), costs, words);
    const [amount, quantity, cost] = ['金额（万元）', '数量', '每单位（万元）'].map((head) =>
      headed(each, head),
    );
    expect(costs.length).toBeGreaterThan(3);
    for (const i of costs.keys())
      expect(Number(cost![i])).toBeCloseTo(Number(amount![i]) / Number(quantity![i]), 10);
  });

  it('counts targets by type as the documents print them', async () => {
    const { infoOf } = await infos();
    const counts = countTargets(await run(targetCounts(DOCS)), DOCS);
    const made = leavingTable(
      '目标',
      targetColumns((doc) => doc, infoOf, words),
      counts,
      words,
    );
    golden('targets', made);
    const [engine] = await run<{ targets: number }>({
      sql: `SELECT COUNT(*) AS targets FROM indicator WHERE doc_id IN ('${JINGYU}', '${YANBIAN}')`,
    });
    const sum = headed(made, '目标数').reduce((all, one) => all + Number(one), 0);
    expect(sum).toBe(engine!.targets);
  });
});

describe('tables of the overview', () => {
  const shown = async () => {
    const { figures, staff, contracted, classes, projects } = overviewQuestions(DOCS);
    const { all, labels } = await infos();
    const columns = overviewColumns(
      all,
      { labels, slots: new Map() },
      {
        figures: await run(figures),
        staff: await run(staff),
        contracted: await run(contracted),
      },
    );
    return { columns, classes: await run(classes), projects: await run(projects) };
  };

  it('holds each metric of each organization exact, in its own unit', async () => {
    const { columns } = await shown();
    const made = leavingTable('指标', rulerColumns(columns, words), rulerRows(), words);
    golden('overview', made);
    const ids = headed(made, '指标标识');
    expect(made.metrics.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    const engine = await run<{ metric_id: string; value: number | null }>({
      sql: `SELECT metric_id, CAST(value AS DOUBLE) AS value FROM metric WHERE doc_id = '${YANBIAN}'`,
    });
    const known = new Map(engine.map((row) => [row.metric_id, row.value]));
    const values = headed(made, columns[1]!.label);
    for (const [i, { metric }] of rulerRows().entries()) {
      const value = known.get(metric.id) ?? null;
      const isMoney = metric.unit === 'yuan' || metric.unit === 'yuan per person';
      const expected = value === null ? null : isMoney ? value / 10_000 : value;
      const read = values[i] === null ? null : Number(values[i]);
      const apart = expected === null || read === null ? null : Math.abs(read - expected);
      expect([read === null, (apart ?? 0) < 1e-9], metric.id).toEqual([expected === null, true]);
    }
    golden(
      'overview-organizations',
      leavingTable('部门', organizationColumns(words), columns, words),
    );
  });

  it('holds classes and the largest projects as printed', async () => {
    const { columns, classes, projects } = await shown();
    const byClass = leavingTable(
      '分类',
      classColumns(words),
      classFacts(columns, classes, words),
      words,
    );
    golden('overview-classes', byClass);
    await expectAsPrinted(byClass);
    const largest = leavingTable(
      '最大',
      largestColumns(words),
      largestFacts(columns, projects),
      words,
    );
    golden('overview-largest', largest);
    await expectAsPrinted(largest);
    const none = leavingTable('最大', largestColumns(words), largestFacts(columns, []), words);
    expect(headed(none, '金额：无数字的原因')[0]).toContain('未公布项目金额');
  });
});

it('no text of a table is taken for a number, and no number for a text', async () => {
  const rows = await run(structureRows('economic', DOCS));
  const facts = {
    shown: composition(rows, DOCS, 'economic', ''),
    columns: (await infos()).columns,
    people: null,
    wholeMetric: 'basic',
    median: null,
    nameOf,
  };
  const { sheet } = leavingTable(
    '经济分类',
    compositionColumns(facts, words),
    compositionRows(facts, words),
    words,
  );
  for (const [i, { type }] of sheet.columns.entries())
    for (const row of sheet.rows)
      expect(cellContent(row[i], type)?.type ?? type, `${i}`).toBe(type);
});

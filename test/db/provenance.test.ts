import { Decimal } from 'decimal.js';
import { describe, expect, test } from 'vitest';
import { printedCells } from '@/db/queries/printed-table';
import {
  documentHeadcounts,
  documentIndicators,
  documentMeasures,
  documentMetrics,
  documentProjects,
  documentStatements,
} from '@/db/queries/provenance';
import { provenanceSql } from '@/db/queries/provenance-sql';
import { storedById } from '@/domain/metrics';
import type { DocumentFacts, MeasureFact } from '@/domain/source-facts';
import { measureInput, metricInputs, metricTables, type SourceInput } from '@/domain/source-inputs';
import { TABLE_IDS } from '@/domain/vocabulary';
import { JINGYU, run, sourceBudgets, YANBIAN } from '../helpers/engine';

async function factsOf(doc: string): Promise<DocumentFacts> {
  return {
    measures: await run(documentMeasures(doc)),
    cells: await run(printedCells([doc], TABLE_IDS)),
    headcounts: await run(documentHeadcounts(doc)),
    statements: await run(documentStatements(doc)),
    projects: await run(documentProjects(doc)),
    indicators: await run(documentIndicators(doc)),
  };
}

const total = (amounts: readonly (number | null)[]): number =>
  amounts.reduce((sum, amount) => sum.plus(amount ?? 0), new Decimal(0)).toNumber();

/** The amount of a measure worked out again from nothing but what its input leads to. */
function again({ name, cells, ...input }: SourceInput): number {
  switch (name) {
    case 'project_count':
      return input.counted.length;
    case 'indicator_count':
    case 'measurable_indicator_count':
      return input.counted.length;
    case 'weighted_project_count':
      return new Set(input.indicators.map((row) => row.project_id)).size;
    case 'weight_total':
      return total(input.indicators.map((row) => row.weight));
    case 'contracted_people':
      return total(input.headcounts.map((row) => row.people));
    case 'project_squares':
      return total(input.projects.map((row) => (row.total ?? 0) ** 2));
    default:
      return input.statements.length > 0
        ? total(input.statements.map((row) => row.amount))
        : total(cells.map((cell) => cell.amount));
  }
}

describe.each([JINGYU, YANBIAN])('%s', (doc) => {
  test('every measure is exactly what its printed cells come to', async () => {
    const facts = await factsOf(doc);
    expect(facts.measures.length).toBeGreaterThan(25);
    for (const fact of facts.measures) {
      const input = measureInput(fact as MeasureFact, facts);
      const found = fact.amount === null && input.cells.length === 0 ? null : again(input);
      expect([fact.measure, found]).toEqual([fact.measure, fact.amount]);
    }
  });

  test('every functional class is its printed cells ÷ those of the total', async () => {
    const facts = await factsOf(doc);
    const shares = (await run(documentMetrics(doc))).filter((m) => m.metric_id.includes(':'));
    expect(shares.length).toBe(doc === JINGYU ? 4 : 30);
    for (const share of shares) {
      const [own, all] = metricInputs(storedById(share.metric_id)!, null, facts);
      expect(again(own!) / again(all!)).toBeCloseTo(share.value!, 6);
      expect(share.class_name).toBeTruthy();
    }
  });

  test('every metric leads somewhere, from the tables that are asked for alone', async () => {
    const facts = await factsOf(doc);
    for (const fact of await run(documentMetrics(doc))) {
      const metric = storedById(fact.metric_id)!;
      const tables = metricTables(metric, facts.measures);
      const fewer = { ...facts, cells: facts.cells.filter((c) => tables.includes(c.table_id)) };
      const inputs = metricInputs(metric, fact.basis, fewer);
      expect(inputs, metric.id).toEqual(metricInputs(metric, fact.basis, facts));
      for (const input of inputs) {
        const { cells, counted, statements, headcounts } = input;
        const ways = cells.length + counted.length + statements.length + headcounts.length;
        expect(ways > 0, `${metric.id} ${input.name}`).toBe(input.amount !== null || ways > 0);
      }
    }
  });

  test('every question shown runs as it stands', async () => {
    const engine = await sourceBudgets();
    const facts = await factsOf(doc);
    for (const fact of await run(documentMetrics(doc))) {
      const metric = storedById(fact.metric_id)!;
      const inputs = metricInputs(metric, fact.basis, facts);
      const ref = { kind: 'metric' as const, doc, metric: metric.id };
      const [value, ...others] = provenanceSql(ref, inputs, metric.compute.op === 'per_staff');
      expect((await engine.queryReadOnly(value!)).columns[1]?.[0]).toBe(fact.value);
      for (const sql of others) await engine.queryReadOnly(sql);
    }
  });
});

test('the cells of well-known figures', async () => {
  const facts = await factsOf(YANBIAN);
  const of = (id: string, basis: string | null = null) => {
    return metricInputs(storedById(id)!, basis, facts).map((input) => [
      input.name,
      input.table,
      input.cells.map((cell) => cell.printed),
      input.statements.map((row) => row.printed),
    ]);
  };
  expect(of('project_share')).toEqual([
    [
      'project',
      'expenditure',
      ['725.50', '175.86', '0.00', '0.00', '0.00', '0.00', '0.00', '0.00'],
      [],
    ],
    ['total', 'balance', ['1272.76'], []],
  ]);
  expect(of('running_cost_yoy')).toEqual([
    ['running_cost_change', null, [], ['减少 4.12 万元']],
    ['running_cost', null, [], ['机关运行经费财政拨款预算 40.5 万元']],
  ]);
  expect(facts.headcounts.filter((row) => row.used).map((row) => row.people)).toEqual([24]);
});

test('a row says its cells', async () => {
  const engine = await sourceBudgets();
  const [sql] = provenanceSql(
    {
      kind: 'row',
      doc: JINGYU,
      table: 'expenditure',
      side: 'expenditure',
      row: 17,
      nature: 'project',
    },
    [],
    false,
  );
  const answer = await engine.queryReadOnly(sql!);
  expect(answer.columns[4]).toEqual(['121.91']);
});

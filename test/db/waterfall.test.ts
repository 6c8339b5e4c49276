import { Decimal } from 'decimal.js';
import { describe, expect, test } from 'vitest';
import { compareMetrics } from '@/db/queries/compare';
import { structureRows } from '@/db/queries/structure';
import { metricById } from '@/domain/metrics';
import { composition } from '@/domain/structure';
import type { Division } from '@/domain/view-state';
import { LARGEST_PARTS, waterfall, type WaterfallStep } from '@/domain/waterfall';
import { JINGYU, YANBIAN, run } from '../helpers/engine';

async function stepsOf(division: Division, drill = ''): Promise<readonly WaterfallStep[]> {
  const docs = [JINGYU, YANBIAN];
  const rows = await run(structureRows(division, docs));
  const found = waterfall(composition(rows, docs, division, drill), JINGYU, YANBIAN);
  if (!('steps' in found)) throw new Error(`there is a gap: ${JSON.stringify(found.gaps)}`);
  return found.steps;
}

const sumOf = (steps: readonly WaterfallStep[]): number =>
  steps.reduce((sum, { change }) => sum.plus(change), new Decimal(0)).toNumber();

async function totals(metric: string): Promise<number[]> {
  const rows = await run(compareMetrics([JINGYU, YANBIAN], [metricById(metric)!])!);
  return [JINGYU, YANBIAN].map((doc) => rows.find(({ doc_id }) => doc_id === doc)?.value ?? NaN);
}

describe('a change between two budgets', () => {
  test.each(['function', 'nature', 'fund'] as const)(
    'by %s leads from the total of one to that of the other, to the fen',
    async (division) => {
      const steps = await stepsOf(division);
      const [first, last] = await totals('total');
      expect(steps[0]?.to).toBe(first);
      expect(steps.at(-1)?.to).toBe(last);
      expect(sumOf(steps.slice(0, -1))).toBe(last);
    },
  );

  test('by nature: what the metrics say', async () => {
    const steps = await stepsOf('nature');
    const [basic, project] = await Promise.all([totals('basic'), totals('project')]);
    const by = new Map(steps.flatMap((step) => step.parts.map(({ key }) => [key, step.change])));
    expect(by.get('basic')).toBe(new Decimal(basic[1]!).minus(basic[0]!).toNumber());
    expect(by.get('project')).toBe(new Decimal(project[1]!).minus(project[0]!).toNumber());
  });

  test('by functional class: every class as a plain statement has it', async () => {
    const steps = await stepsOf('function');
    const plain = await run<{ code: string; change: number }>({
      sql: `
        WITH class AS (
          SELECT doc_id, class_code AS code, total FROM row_amount
          WHERE table_id = 'expenditure' AND side = 'expenditure' AND nature = 'total'
            AND classification = 'function' AND level = 1 AND total IS NOT NULL)
        SELECT COALESCE(a.code, b.code) AS code,
          CAST(COALESCE(b.total, 0) - COALESCE(a.total, 0) AS DOUBLE) AS change
        FROM (SELECT * FROM class WHERE doc_id = ?) a
        FULL JOIN (SELECT * FROM class WHERE doc_id = ?) b ON b.code = a.code
        ORDER BY code`,
      params: [JINGYU, YANBIAN],
    });
    expect(plain.length).toBeGreaterThan(3);
    expect(plain.length).toBeLessThanOrEqual(LARGEST_PARTS + 1);
    const drawn = steps.flatMap(({ parts, change, kind }) =>
      kind === 'rest' ? [] : parts.map(({ code }) => [code, change]),
    );
    const moved = plain
      .filter(({ change }) => change !== 0)
      .map(({ code, change }) => [code, change]);
    expect(drawn.toSorted()).toEqual(moved.toSorted());
  });

  test('within a class, from its amount to its amount', async () => {
    const steps = await stepsOf('function', '201');
    expect(sumOf(steps.slice(0, -1))).toBe(steps.at(-1)?.to);
    expect(steps.length).toBeGreaterThan(2);
  });
});

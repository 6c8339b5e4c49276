import { afterEach, describe, expect, test } from 'vitest';
import { supplyHeadcounts } from '@/db/loading/headcounts';
import { compareMetrics, functionShares } from '@/db/queries/compare';
import { metricById } from '@/domain/metrics';
import { JINGYU, YANBIAN, run, sourceBudgets } from '../helpers/engine';

const compare = (...metrics: string[]) =>
  run(
    compareMetrics(
      [JINGYU, YANBIAN],
      metrics.map((id) => metricById(id)!),
    )!,
  );

describe('metrics of chosen documents', () => {
  test('with the headcount under them', async () => {
    const rows = await compare('total_per_staff');
    expect(rows).toEqual([
      expect.objectContaining({
        doc_id: JINGYU,
        value: null,
        reason: 'no_headcount',
        people: null,
      }),
      expect.objectContaining({
        doc_id: YANBIAN,
        value: 530_316.67,
        people: 24,
        staff_kind: 'authorized',
        staff_as_of: '2026-02-13',
        supplied_by: 'document',
      }),
    ]);
  });

  test('with the base of a change, which differs', async () => {
    const rows = await compare('total_yoy');
    expect(rows.map(({ basis }) => basis)).toEqual(['current', 'total']);
  });

  test('nothing chosen asks nothing', () => {
    expect(compareMetrics([], [metricById('total')!])).toBeNull();
    expect(functionShares([])).toBeNull();
  });
});

test('functional classes that are printed, by name', async () => {
  const rows = await run(functionShares([JINGYU, YANBIAN])!);
  expect(rows[0]).toEqual({
    metric_id: 'function_share:201',
    name: '一般公共服务支出',
    name_en: 'General public services',
  });
});

describe('a headcount filled in by the user', () => {
  afterEach(async () => supplyHeadcounts(await sourceBudgets(), []));

  test('gives the per-staff figure, marked as the user’s, and takes it back', async () => {
    const engine = await sourceBudgets();
    const supplied = {
      org: '220622-government-services',
      kind: 'actual',
      people: 22,
      asOf: '2026-01-01',
      source: '购买服务 22 人；%~,',
    } as const;
    await supplyHeadcounts(engine, [supplied]);
    expect((await compare('total_per_staff'))[0]).toMatchObject({
      value: 110_509.09,
      people: 22,
      staff_source: supplied.source,
      supplied_by: 'user',
    });
    await supplyHeadcounts(engine, []);
    expect((await compare('total_per_staff'))[0]).toMatchObject({
      value: null,
      reason: 'no_headcount',
      supplied_by: null,
    });
  });
});

import { expect, test } from 'vitest';
import { heatMetrics, otherAxis } from '@/domain/companions';
import { METRICS, metricById } from '@/domain/metrics';

test('every metric stands first among twelve columns, none twice', () => {
  for (const metric of METRICS) {
    const columns = heatMetrics(metric).map(({ id }) => id);
    expect(columns[0]).toBe(metric.id);
    expect(columns).toHaveLength(12);
    expect(new Set(columns).size).toBe(12);
  }
});

test('the other axis is the one named, else the total, else the share of projects', () => {
  const total = metricById('total')!;
  const share = metricById('project_share')!;
  expect(otherAxis(total, '').id).toBe('project_share');
  expect(otherAxis(share, '').id).toBe('total');
  expect(otherAxis(total, 'no such metric').id).toBe('project_share');
  expect(otherAxis(total, 'change:total').id).toBe('change:total');
});

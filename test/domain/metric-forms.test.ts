import { describe, expect, test } from 'vitest';
import {
  functionShare,
  metricAddress,
  metricFamily,
  metricForms,
  modeOf,
  shownMetric,
} from '@/domain/metric-forms';
import type { Metric } from '@/domain/metric';
import { METRICS, metricById } from '@/domain/metrics';

const metric = (id: string): Metric => metricById(id)!;

describe('forms of a metric', () => {
  test.each([
    ['project', { amount: 'project', per_staff: null, share: 'project_share' }],
    ['basic', { amount: 'basic', per_staff: 'basic_per_staff', share: 'basic_share' }],
    [
      'personnel_share',
      { amount: 'personnel', per_staff: 'personnel_per_staff', share: 'personnel_share' },
    ],
    ['three_public', { amount: 'three_public', per_staff: 'three_public_per_staff', share: null }],
    ['reception_share', { amount: null, per_staff: null, share: 'reception_share' }],
    ['total_yoy', { amount: null, per_staff: null, share: null }],
    ['function_share:201', { amount: null, per_staff: null, share: 'function_share:201' }],
  ])('%s', (id, forms) => {
    expect(metricForms(metric(id))).toEqual(forms);
  });

  test('changes have no form', () => {
    expect(modeOf(metric('total_yoy'))).toBeNull();
    expect(modeOf(metric('project_share'))).toBe('share');
  });
});

describe('a metric in the address', () => {
  test.each(METRICS.map(({ id }) => id).concat('function_share:208'))('%s comes back', (id) => {
    expect(shownMetric(metricAddress(metric(id))).id).toBe(id);
  });

  test('is named by its amount and its form', () => {
    expect(metricAddress(metric('project_share'))).toEqual({ metric: 'project', mode: 'share' });
    expect(metricAddress(metric('total_yoy'))).toEqual({ metric: 'total_yoy', mode: 'amount' });
  });

  test('keeps what it names where the form does not exist', () => {
    expect(shownMetric({ metric: 'project', mode: 'per_staff' }).id).toBe('project');
    expect(shownMetric({ metric: 'unknown', mode: 'share' }).id).toBe('total');
  });
});

describe('family of a metric', () => {
  test('shares its unit, and changes stay apart from shares', () => {
    const shares = metricFamily(metric('project_share')).map(({ id }) => id);
    expect(shares).toContain('carryover_ratio');
    expect(shares).not.toContain('total_yoy');
    expect(metricFamily(metric('total_yoy')).map(({ id }) => id)).toEqual([
      'total_yoy',
      'running_cost_yoy',
      'three_public_yoy',
    ]);
  });

  test('of a functional class is the classes printed, under their names', () => {
    const class201 = functionShare(
      'function_share:201',
      '一般公共服务支出',
      'General public services',
    );
    expect(class201.name).toEqual({
      zh: '一般公共服务占比',
      en: 'Share of general public services',
    });
    expect(metricFamily(class201, [class201])).toEqual([class201]);
  });
});

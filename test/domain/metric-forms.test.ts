import { describe, expect, test } from 'vitest';
import {
  functionShare,
  metricAddress,
  metricFamily,
  metricForms,
  modeOf,
  shownMetric,
} from '@/domain/metric-forms';
import { statedMetric } from '@/domain/derived-metrics';
import type { Metric } from '@/domain/metric';
import { METRICS, metricById } from '@/domain/metrics';

const AS_PRINTED = { base: null, prices: null };
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
    const { amount, per_staff, share } = metricForms(metric(id));
    expect({ amount, per_staff, share }).toEqual(forms);
  });

  test('changes have no form', () => {
    expect(modeOf(metric('total_yoy'))).toBeNull();
    expect(modeOf(metric('project_share'))).toBe('share');
  });
});

describe('forms that follow from another metric', () => {
  test.each([
    ['total', 'change', 'change:total', 'ratio'],
    ['project_share', 'change', 'change:project_share', 'percentage points'],
    ['total', 'index', 'index:2024:total', 'base 100'],
    ['total_yoy', 'change', 'total_yoy', 'ratio'],
  ] as const)('%s as %s', (id, mode, shown, unit) => {
    const found = shownMetric({ ...AS_PRINTED, metric: id, mode }, 2024);
    expect([found.id, found.unit]).toEqual([shown, unit]);
    expect(metricById(found.id)).toEqual(found);
  });

  test('prices of one year apply to money alone, and to what follows from it', () => {
    const state = { metric: 'total', mode: 'change', base: null, prices: 2026 } as const;
    expect(shownMetric(state, 2024).id).toBe('change:real:2026:total');
    expect(shownMetric({ ...state, metric: 'project', mode: 'share' }, 2024).id).toBe(
      'project_share',
    );
    expect(modeOf(metric('real:2026:total'))).toBe('amount');
  });

  test('rest on a metric that is stored', () => {
    expect(statedMetric('index:2024:real:2026:total')).toBe('total');
    expect(metricById('change:nothing')).toBeUndefined();
  });
});

describe('a metric in the address', () => {
  test.each(METRICS.map(({ id }) => id).concat('function_share:208'))('%s comes back', (id) => {
    expect(shownMetric({ ...AS_PRINTED, ...metricAddress(metric(id)) }, 2024).id).toBe(id);
  });

  test('is named by its amount and its form', () => {
    expect(metricAddress(metric('project_share'))).toEqual({ metric: 'project', mode: 'share' });
    expect(metricAddress(metric('total_yoy'))).toEqual({ metric: 'total_yoy', mode: 'amount' });
  });

  test('keeps what it names where the form does not exist', () => {
    expect(shownMetric({ ...AS_PRINTED, metric: 'project', mode: 'per_staff' }, 2024).id).toBe(
      'project',
    );
    expect(shownMetric({ ...AS_PRINTED, metric: 'unknown', mode: 'share' }, 2024).id).toBe('total');
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

import { describe, expect, test } from 'vitest';
import {
  functionShare,
  metricAddress,
  metricFamily,
  metricForms,
  modeObstacle,
  modeOf,
  modePatch,
  shownMetric,
} from '@/domain/metric-forms';
import { statedMetric } from '@/domain/derived-metrics';
import type { Metric } from '@/domain/metric';
import { METRICS, metricById } from '@/domain/metrics';
import { MODES } from '@/domain/view-state';

const AS_PRINTED = { base: null, prices: null };
const metric = (id: string): Metric => metricById(id)!;

describe('forms of a metric', () => {
  test.each([
    ['project', { amount: 'project', per_staff: 'project_per_staff', share: 'project_share' }],
    ['basic', { amount: 'basic', per_staff: 'basic_per_staff', share: 'basic_share' }],
    ['total', { amount: 'total', per_staff: 'total_per_staff', share: null }],
    [
      'personnel_of_total',
      { amount: 'personnel', per_staff: 'personnel_per_staff', share: 'personnel_of_total' },
    ],
    ['personnel_share', { amount: 'personnel_share', per_staff: null, share: null }],
    ['project_count', { amount: 'project_count', per_staff: null, share: null }],
    ['total_yoy', { amount: 'total_yoy', per_staff: null, share: null }],
    ['function_share:201', { amount: null, per_staff: null, share: 'function_share:201' }],
  ])('%s', (id, forms) => {
    const { amount, per_staff, share } = metricForms(metric(id));
    expect({ amount, per_staff, share }).toEqual(forms);
  });

  test.each(METRICS.filter(({ unit }) => unit === 'yuan').map(({ id }) => id))(
    'the amount %s has every form but the share of itself',
    (id) => {
      const forms = metricForms(metric(id));
      const missing = MODES.filter((mode) => forms[mode] === null);
      expect(missing).toEqual(id === 'total' ? ['share'] : []);
      for (const mode of MODES) {
        if (forms[mode] === null) continue;
        const shown = shownMetric({ ...AS_PRINTED, ...modePatch(metric(id), mode) }, 2024);
        expect(modeOf(shown)).toBe(mode);
        expect(metricForms(shown)).toEqual(
          mode === 'share' || mode === 'per_staff'
            ? { ...forms, change: shown.id, index: shown.id }
            : forms,
        );
      }
    },
  );

  test('what is no form of an amount stands as it is', () => {
    expect(modeOf(metric('total_yoy'))).toBe('amount');
    expect(modeOf(metric('personnel_share'))).toBe('amount');
    expect(modeOf(metric('project_share'))).toBe('share');
    expect(modeOf(metric('change:2024:project_share'))).toBe('change');
  });
});

describe('what keeps a metric from a form', () => {
  const TWO = [2026, 2025];
  test.each([
    ['total', 'share', TWO, 'is_total'],
    ['project_count', 'per_staff', TWO, 'not_money'],
    ['personnel_share', 'share', TWO, 'not_money'],
    ['function_share:201', 'amount', TWO, 'no_amount'],
    ['total_yoy', 'index', TWO, 'is_change'],
    ['project', 'change', [2026], 'one_year'],
    ['total', 'change', [2026], null],
    ['total', 'index', [2026], 'one_year'],
    ['total', 'index', TWO, null],
    ['project_count', 'change', TWO, null],
  ] as const)('%s as %s in %j: %s', (id, mode, years, obstacle) => {
    expect(modeObstacle(metric(id), mode, years)).toBe(obstacle);
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
    expect(shownMetric({ ...AS_PRINTED, metric: 'project_count', mode: 'share' }, 2024).id).toBe(
      'project_count',
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

  test('of a derived metric is derived in the same way', () => {
    const family = metricFamily(metric('change:2024:real:2026:project')).map(({ id }) => id);
    expect(family).toContain('change:2024:real:2026:total');
    expect(family).toHaveLength(METRICS.filter(({ unit }) => unit === 'yuan').length);
    expect(metricFamily(metric('index:2024:total_per_staff')).map(({ id }) => id)).toContain(
      'index:2024:contracted_cost_per_head',
    );
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

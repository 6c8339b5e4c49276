import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { metricLines } from '@/cli/metrics';
import { DATA } from '../helpers/engine';

const GOLDEN = '../shared/golden/metrics.csv';

interface Golden {
  jurisdiction_code: string;
  metric_id: string;
  value: string;
  unit: string;
  reason: string;
}

const golden = existsSync(GOLDEN)
  ? Papa.parse<Golden>(readFileSync(GOLDEN, 'utf8'), { header: true, skipEmptyLines: true }).data
  : [];

const TOLERANCE: Record<string, number> = { ratio: 1e-6, count: 0 };
const CHANGE_TOLERANCE = 5e-5;

describe.skipIf(golden.length === 0)('metrics worked out by hand', () => {
  let lines: string[] = [];
  beforeAll(async () => {
    lines = await metricLines(DATA, true);
  });

  test.each(golden)('$metric_id of $jurisdiction_code is $value', (expected) => {
    const line = lines.find(
      (text) =>
        text.includes(`"jurisdiction_code":"${expected.jurisdiction_code}"`) &&
        text.includes(`"metric_id":"${expected.metric_id}"`),
    );
    const actual = JSON.parse(line ?? 'null') as {
      value: number | null;
      unit: string;
      reason: string | null;
    };
    expect(actual.unit).toBe(expected.unit);
    if (expected.value === '') {
      expect(actual).toMatchObject({ value: null, reason: expected.reason });
    } else if (expected.unit.startsWith('yuan')) {
      expect(line).toContain(`"value":${expected.value},`);
    } else {
      const tolerance = expected.metric_id.endsWith('_yoy')
        ? CHANGE_TOLERANCE
        : (TOLERANCE[expected.unit] ?? 0);
      expect(Math.abs((actual.value ?? Number.NaN) - Number(expected.value))).toBeLessThanOrEqual(
        tolerance,
      );
    }
  });
});

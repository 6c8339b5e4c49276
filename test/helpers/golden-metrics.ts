import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, test } from 'vitest';

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

/** Metrics worked out by hand are kept outside; without them these tests are left out. */
export const hasGolden = golden.length > 0;

const TOLERANCE: Record<string, number> = { ratio: 1e-6, count: 0 };
const CHANGE_TOLERANCE = 5e-5;

/** Tests that lines of `tongchi metrics --json` are the metrics worked out by hand, of one place or of all. */
export function goldenMetricTests(lines: () => readonly string[], place?: string): void {
  const wanted = golden.filter((one) => !place || one.jurisdiction_code === place);
  const lineOf = ({ jurisdiction_code, metric_id }: Golden): string =>
    lines().find(
      (text) =>
        text.includes(`"jurisdiction_code":"${jurisdiction_code}"`) &&
        text.includes(`"metric_id":"${metric_id}"`),
    ) ?? 'null';
  const actual = (expected: Golden) =>
    JSON.parse(lineOf(expected)) as { value: number | null; unit: string; reason: string | null };

  test.each(wanted)('$metric_id of $jurisdiction_code is in $unit', (expected) => {
    expect(actual(expected)?.unit).toBe(expected.unit);
  });

  const missing = wanted.filter(({ value }) => value === '');
  test.each(missing)('$metric_id of $jurisdiction_code is missing: $reason', (expected) => {
    expect(actual(expected)).toMatchObject({ value: null, reason: expected.reason });
  });

  const present = wanted.filter(({ value }) => value !== '');
  const amounts = present.filter(({ unit }) => unit.startsWith('yuan'));
  test.each(amounts)('$metric_id of $jurisdiction_code is exactly $value', (expected) => {
    expect(lineOf(expected)).toContain(`"value":${expected.value},`);
  });

  const others = present.filter(({ unit }) => !unit.startsWith('yuan'));
  test.each(others)('$metric_id of $jurisdiction_code is $value', (expected) => {
    const tolerance = expected.metric_id.endsWith('_yoy')
      ? CHANGE_TOLERANCE
      : (TOLERANCE[expected.unit] ?? 0);
    const off = Math.abs((actual(expected)?.value ?? Number.NaN) - Number(expected.value));
    expect(off).toBeLessThanOrEqual(tolerance);
  });
}

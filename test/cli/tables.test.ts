import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { metricLines } from '@/cli/metrics';
import { openInput } from '@/cli/session';
import { InputError } from '@/domain/issue';

const folder = mkdtempSync(join(tmpdir(), 'tongchi-tables-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, ...lines: string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
};

test('a table that leaves no doubt gives metrics', async () => {
  const path = file(
    '县级部门.csv',
    '单位：万元,,,,',
    '单位名称,年度,支出合计,项目支出,编制人数',
    '靖宇县财政局,2026,"1,200.50",600.25,20',
    '合计,2026,"1,200.50",600.25,20',
  );
  const lines = (await metricLines((await openInput(path)).engine, true)).map(
    (line) => JSON.parse(line) as { metric_id: string; value: number | null; doc_id: string },
  );
  const values = new Map(lines.map(({ metric_id, value }) => [metric_id, value]));
  expect(values.get('total')).toBe(12_005_000);
  expect(values.get('project_share')).toBe(0.5);
  expect(values.get('total_per_staff')).toBe(600_250);
  expect(new Set(lines.map(({ doc_id }) => doc_id)).size).toBe(1);
});

test('a table with doubts is refused with what is in doubt', async () => {
  const path = file('doubt.csv', '单位名称,支出合计（万元）', '朝阳区财政局,12', '鼓楼区财政局,13');
  const refusal = await openInput(path).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(InputError);
  const [issue] = (refusal as InputError).issues;
  expect(issue?.code).toBe('mapping_needed');
  expect(issue?.message).toContain('nothing says the year');
  expect(issue?.message).toContain('朝阳区');
});

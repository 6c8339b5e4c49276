import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { csvFiles, line, smallPackage } from '../helpers/package';

const folder = mkdtempSync(join(tmpdir(), 'tongchi-codes-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A package of one budget in a folder of its own; with another amount than a number, none that can be loaded. */
function packageIn(path: string, org: string, amount = '1000000.00'): void {
  const id = { doc_id: `${org}-2026` };
  const tables = smallPackage({
    organization: [{ org_id: org, name: org, jurisdiction_code: '220622', scope: 'department' }],
    document: [{ ...id, org_id: org, fiscal_year: 2026, stage: 'budget', printed_unit: '万元' }],
    line: [line({ ...id, amount })],
  });
  mkdirSync(path, { recursive: true });
  for (const file of csvFiles(tables)) writeFileSync(join(path, file.path), file.bytes);
}

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    encoding: 'utf8',
  });

const sound = join(folder, 'sound');
packageIn(join(sound, 'one'), 'org-1');
packageIn(join(sound, 'two'), 'org-2');
const mixed = join(folder, 'mixed');
packageIn(join(mixed, 'one'), 'org-1');
packageIn(join(mixed, 'two'), 'org-2', 'much');
const besideFile = join(folder, 'beside-file');
packageIn(join(besideFile, 'one'), 'org-1');
writeFileSync(join(besideFile, 'table.csv'), '单位名称,支出合计（万元）\n某局,12\n');

const VERBS: readonly (readonly [verb: string, ...rest: string[]])[] = [
  ['metrics'],
  ['query', 'SELECT doc_id FROM document ORDER BY doc_id'],
];

test.each(VERBS)(
  '%s ends with 1 where a part of a path is refused, and does the rest',
  (verb, ...rest) => {
    const whole = run(verb, sound, ...rest);
    expect([whole.status, whole.stderr]).toEqual([0, '']);
    expect(whole.stdout).toContain('org-2');

    const half = run(verb, mixed, ...rest);
    expect(half.status).toBe(1);
    expect(half.stderr).toContain('much');
    expect(half.stdout).toContain('org-1');
    expect(half.stdout).not.toContain('org-2');

    const beside = run(verb, besideFile, ...rest);
    expect(beside.status).toBe(1);
    expect(beside.stderr).toContain('table.csv');
    expect(beside.stdout).toContain('org-1');
  },
  60_000,
);

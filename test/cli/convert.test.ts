import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convert, type Converted, type ConvertOptions } from '@/cli/convert';
import { convertLine } from '@/cli/convert-line';
import { validate } from '@/cli/session';

const folder = mkdtempSync(join(tmpdir(), 'tongchi-convert-'));
afterAll(() => rmSync(folder, { recursive: true }));

const table = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

/** A page that prints a budget of two tables. */
const page = (name: string, amount: string): string => `<html><head><meta charset="utf-8">
  <title>${name}2026年部门预算</title></head><body><h1>${name}2026年部门预算</h1>
  <h2>支出预算总表</h2><p>单位：万元</p>
  ${table([
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['201', '一般公共服务支出', amount, amount, '0.00'],
    ['20103', '政府办公厅（室）及相关机构事务', amount, amount, '0.00'],
    ['2010301', '行政运行', amount, amount, '0.00'],
    ['', '合计', amount, amount, '0.00'],
  ])}</body></html>`;

async function run(inputs: string[], out: string, over: Partial<ConvertOptions> = {}) {
  const lines: Converted[] = [];
  for await (const one of convert(inputs, { out, jobs: 1, ...over })) lines.push(one);
  return lines;
}

const input = join(folder, '县级');
beforeAll(() => {
  mkdirSync(join(input, '2026'), { recursive: true });
  writeFileSync(join(input, '2026/a.html'), page('靖宇县财政局', '30.00'));
  writeFileSync(join(input, '2026/b.html'), page('靖宇县教育局', '50.00'));
  writeFileSync(join(input, 'broken.pdf'), '%PDF-1.4 cut off');
  writeFileSync(join(input, 'notes.txt'), 'nothing of a budget');
});

describe('documents of a folder', () => {
  const out = join(folder, 'out');
  let lines: Converted[] = [];
  beforeAll(async () => {
    lines = await run([input], out);
  }, 60_000);

  test('each file has its line, in order; a bad one stops no other', () => {
    expect(lines.map(({ given, docId, error }) => [given, docId, error?.code ?? null])).toEqual([
      [join(input, '2026/a.html'), '220622-靖宇县财政局-2026-budget', null],
      [join(input, '2026/b.html'), '220622-靖宇县教育局-2026-budget', null],
      [join(input, 'broken.pdf'), null, 'damaged_file'],
      [join(input, 'notes.txt'), null, 'not_a_budget'],
    ]);
  });

  test('a line of JSON has every key, null where there is nothing', () => {
    const [good, , broken] = lines.map((line) => JSON.parse(convertLine(line, true)) as object);
    const keys = [
      'file',
      'ok',
      'doc_id',
      'organization',
      'jurisdiction_code',
      'fiscal_year',
      'stage',
      'scope',
      'printed_unit',
      'tables',
      'issues',
      'error',
    ];
    expect(Object.keys(good!)).toEqual(keys);
    expect(Object.keys(broken!)).toEqual(keys);
    expect(good).toMatchObject({
      ok: true,
      organization: '靖宇县财政局',
      jurisdiction_code: '220622',
      fiscal_year: 2026,
      stage: 'budget',
      scope: 'department',
      printed_unit: '万元',
      tables: [
        {
          table_id: 'expenditure',
          title: '支出预算总表',
          where: { page: null, table: 1, row: 1, column: 1 },
          rows: 4,
          amounts: 12,
        },
      ],
      error: null,
    });
    expect(broken).toMatchObject({
      ok: false,
      doc_id: null,
      organization: null,
      printed_unit: null,
      tables: [],
      error: { code: 'damaged_file' },
    });
  });

  test('the package is sound', async () => {
    expect(await validate(out)).toEqual([]);
  });

  test('a further run takes what is there and reads the rest alone', async () => {
    const results = join(out, '.tongchi-convert');
    const kept = () =>
      readdirSync(results, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [path, statSync(path).mtimeMs] as const);
    const before = new Map(kept());
    const more = join(input, '2026/c.html');
    writeFileSync(more, page('靖宇县民政局', '7.00'));
    const again = await run([input], out);
    rmSync(more);
    expect(again.filter(({ docId }) => docId !== null)).toHaveLength(3);
    const after = kept();
    const added = after.filter(([path]) => !before.has(path));
    expect(added).toHaveLength(2);
    expect(after.filter(([path, time]) => before.has(path) && before.get(path) !== time)).toEqual(
      [],
    );
    await run([input], out, { fresh: true });
    expect(kept().some(([path, time]) => before.get(path) === time)).toBe(false);
  });
});

const tsx = (args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    encoding: 'utf8',
  });

describe('the command', () => {
  test.each([[['convert', input]], [['convert', input, '--out', folder, '--format', 'xml']]])(
    'wrong usage: %s',
    (args) => expect(tsx(args).status).toBe(2),
  );
});

test('a run that is broken off goes on where it was; its code says that some input failed', () => {
  const out = join(folder, 'command');
  const args = ['convert', input, '--out', out, '--json', '--jobs', '1'];
  const script = `
    const { spawn } = require('node:child_process');
    const args = ['--import', 'tsx', 'src/cli/main.ts', ...${JSON.stringify(args)}];
    const child = spawn(process.execPath, args);
    child.stderr.once('data', () => child.kill('SIGINT'));
    child.on('exit', (code) => process.exit(code === 130 ? 0 : 1));`;
  execFileSync(process.execPath, ['-e', script]);
  expect(existsSync(join(out, 'datapackage.json'))).toBe(false);
  const { status, stdout, stderr } = tsx(args);
  expect(status).toBe(1);
  const lines = stdout.trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { ok: boolean }).ok)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(stderr).toContain('broken.pdf\tdamaged_file');
  expect(existsSync(join(out, 'line.csv'))).toBe(true);
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkDocument } from '@/checks/check-document';
import type { CheckedDocument } from '@/checks/checked-document';
import { RULES } from '@/checks/rules';
import { check } from '@/cli/check';
import { jsonLine, readableLines, toldChecks, type ToldCheck } from '@/cli/check-lines';
import { ALONE, bundledDocuments } from '../helpers/checked';
import { DATA, JINGYU, YANBIAN } from '../helpers/engine';
import { csvFiles, line, smallPackage } from '../helpers/package';

const folder = mkdtempSync(join(tmpdir(), 'tongchi-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A package on disk: one organization, one budget, one amount. */
function packageOf(name: string, year: number, org = 'org-1'): string {
  const path = join(folder, name);
  const id = { doc_id: `${org}-${year}` };
  const tables = smallPackage({
    organization: [{ org_id: org, name: org, jurisdiction_code: '220622', scope: 'department' }],
    document: [{ ...id, org_id: org, fiscal_year: year, stage: 'budget', printed_unit: '万元' }],
    line: [line(id)],
  });
  mkdirSync(path, { recursive: true });
  for (const file of csvFiles(tables)) writeFileSync(join(path, file.path), file.bytes);
  return path;
}

async function checked(...inputs: string[]) {
  const heard: string[] = [];
  const checking = check(inputs, { json: true, tell: (message) => heard.push(message) });
  const lines: string[] = [];
  for (;;) {
    const { value, done } = await checking.next();
    if (done) return { lines, heard, sound: value };
    lines.push(...value);
  }
}

type Line = Record<string, unknown> & {
  doc_id: string;
  rule_id: string;
  status: string;
  message: string;
  left: { label: string; amount: number | null; where: Record<string, unknown> | null };
  right: Line['left'];
};

describe('lines of the bundled budgets', async () => {
  const { lines, heard, sound } = await checked(DATA);
  const all = lines.map((text) => JSON.parse(text) as Line);

  test('are there for every rule of every document, those that hold included', () => {
    expect([heard, sound]).toEqual([[], true]);
    for (const doc of [JINGYU, YANBIAN]) {
      const own = all.filter(({ doc_id }) => doc_id === doc);
      expect([...new Set(own.map(({ rule_id }) => rule_id))]).toEqual(RULES.map(({ id }) => id));
    }
    expect(new Set(all.map(({ status }) => status))).toEqual(
      new Set(['pass', 'rounding', 'fail', 'unchecked']),
    );
  });

  test('have every field, null where there is nothing to say', () => {
    const keys = Object.keys(all[0] ?? {});
    expect(keys.slice(0, 6)).toEqual(['doc_id', 'rule_id', 'status', 'message', 'left', 'right']);
    for (const one of all) {
      expect(Object.keys(one)).toEqual(keys);
      expect(one.message).not.toBe('');
      for (const side of [one.left, one.right]) {
        expect(Object.keys(side)).toEqual(['label', 'amount', 'where', 'text', 'doc_id']);
      }
    }
    const places = all.flatMap(({ left, right }) => [left.where, right.where]);
    for (const where of places.filter((place) => place !== null))
      expect(Object.keys(where)).toEqual(['page', 'table', 'row', 'column']);
  });

  test('lead to the cells as a reader counts them, headers included', () => {
    const blank = all.find(
      ({ doc_id, rule_id, status, left }) =>
        doc_id === JINGYU &&
        rule_id === 'sum_is_printed' &&
        status === 'fail' &&
        left.label.startsWith('一般公共预算支出预算表'),
    );
    expect(blank?.left).toEqual({
      label: '一般公共预算支出预算表 · 政府办公厅（室）及相关机构事务 · 项目支出',
      amount: null,
      where: { page: null, table: 5, row: 4, column: 6 },
      text: null,
      doc_id: null,
    });
    expect(blank?.right).toMatchObject({
      label: '一般公共预算支出预算表 · 一般行政管理事务 · 项目支出 + 1 more',
      amount: 1_219_100,
    });
  });

  test('say what is compared, both sides and by how much they differ', () => {
    const sum = all.find(
      ({ doc_id, rule_id, status, left }) =>
        doc_id === JINGYU &&
        rule_id === 'parts_add_up' &&
        status === 'fail' &&
        left.amount === 2_431_200,
    );
    expect(sum?.message).toBe(
      'whole = sum of its parts: the whole 2431200.00 yuan, sum of its parts 2722900.00 yuan, difference -291700.00 yuan',
    );
    expect(sum).toMatchObject({
      family: 'within',
      severity: 'error',
      difference: -291_700,
      cause: { kind: 'cell', printed: '2431200.00', suggested: '2139500.00' },
    });
  });

  test('say what is missing where nothing could be checked', () => {
    const alone = all.find(({ message }) => message.includes('the year before is not loaded'));
    expect(alone).toMatchObject({
      status: 'unchecked',
      left: { label: null, amount: null, where: null },
      right: { label: null, amount: null, where: null },
    });
  });

  test('keep every digit of an amount', () => {
    const text = lines.find((one) => one.includes('"amount":2431200.00,'));
    expect(text).toBeDefined();
  });
});

describe('several inputs', () => {
  const notLoaded = (lines: readonly string[]) =>
    lines.filter((one) => one.includes('the year before is not loaded')).length;

  test('are checked together: the year before may come from another', async () => {
    const [last, own] = [packageOf('last', 2025), packageOf('own', 2026)];
    const together = await checked(own, last);
    const alone = await checked(own);
    expect(together.sound).toBe(true);
    expect(notLoaded(alone.lines)).toBeGreaterThan(0);
    expect(notLoaded(together.lines)).toBe(notLoaded(alone.lines));
    const unchecked = together.lines.filter((one) => one.includes('the year before is not loaded'));
    expect(unchecked.every((one) => one.includes('"doc_id":"org-1-2025"'))).toBe(true);
  });

  test('of the same budget are both checked', async () => {
    const { lines, sound } = await checked(packageOf('one', 2026), packageOf('two', 2026));
    const docs = new Set(lines.map((one) => (JSON.parse(one) as Line).doc_id));
    expect([docs, sound]).toEqual([new Set(['org-1-2026', 'org-1-2026-2']), true]);
  });

  test('go on after one that cannot be read', async () => {
    const broken = join(folder, 'broken.pdf');
    writeFileSync(broken, '%PDF-1.7\nthis is no document');
    const missing = join(folder, 'missing');
    const { lines, heard, sound } = await checked(missing, broken, packageOf('fine', 2026, 'b'));
    expect(sound).toBe(false);
    expect(heard.some((message) => message.includes('missing'))).toBe(true);
    expect(heard.some((message) => message.includes('broken.pdf'))).toBe(true);
    expect(lines.length).toBeGreaterThan(0);
  });
});

describe('a document', () => {
  const [jingyu] = bundledDocuments() as [CheckedDocument];
  const toldOf = (document: CheckedDocument): ToldCheck[] =>
    toldChecks(checkDocument(document, ALONE), new Map());

  test('read from a workbook has sheets, one read from others too has pages', () => {
    const keysOf = (sourceFile: string): unknown => {
      const told = toldOf({ ...jingyu, sourceFile }).find(({ left }) => left.where !== null);
      return Object.keys(told?.left.where ?? {})[0];
    };
    expect(keysOf('预算.XLSX')).toBe('sheet');
    expect(keysOf('a.xls; b.ods')).toBe('sheet');
    expect(keysOf('a.xls; b.pdf')).toBe('page');
  });

  test('is told in words with failures first', () => {
    const told = toldOf(jingyu);
    const [head, summary, ...rest] = readableLines(jingyu, told);
    expect(head).toBe(`${jingyu.organization} 2026 budget (${JINGYU})`);
    const failed = told.filter(({ status }) => status === 'fail').length;
    expect(summary).toMatch(new RegExp(`^${failed} failed, \\d+ differ by rounding, `));
    const heads = rest
      .filter((text) => /^ {2}\S/.test(text))
      .map((text) => text.trim().split(' ')[0]);
    expect(heads).toEqual(
      heads.toSorted(
        (a = '', b = '') =>
          ['FAIL', 'rounding', 'unchecked'].indexOf(a) -
          ['FAIL', 'rounding', 'unchecked'].indexOf(b),
      ),
    );
    expect(heads).not.toContain('pass');
  });

  test('may hold any text: it is quoted', () => {
    const [told] = toldOf(jingyu) as [ToldCheck];
    const odd = {
      ...told,
      unit: 'text' as const,
      left: { ...told.left, value: '"\n\\', label: '\u2028"' },
    };
    expect(JSON.parse(jsonLine(odd))).toMatchObject({
      left: { amount: null, text: '"\n\\', label: '\u2028"' },
      difference: null,
    });
  });
});

test('the command says by its code that an input failed', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'check', ...args], {
      encoding: 'utf8',
    });
  const { status, stdout, stderr } = run(join(folder, 'none'), packageOf('code', 2026));
  expect(status).toBe(1);
  expect(stderr).toContain('none');
  expect(stdout).toMatch(/^org-1 2026 budget \(org-1-2026\)\n\d+ failed, /);
});

import { describe, expect, test } from 'vitest';
import { ISSUE_CODES, type Issue } from '@/domain/issue';
import { describeIssue, issueTitle } from '@/domain/issue-words';
import { FORMATS, UNREAD } from '@/importers/formats';

const issue = (over: Partial<Issue>): Issue => ({ code: 'unreadable_file', message: '', ...over });

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test.each(ISSUE_CODES)('%s has a title and a whole sentence', (code) => {
    const bare = describeIssue(issue({ code, file: '甲.csv' }), language);
    expect(bare).toMatch(/^甲\.csv/);
    expect(bare).toMatch(language === 'zh' ? /。$/ : /\.$/);
    expect(bare).not.toMatch(/undefined|null|\(\)|（）/);
    expect(issueTitle({ code }, language)).not.toBe('');
  });
});

test('says where, what was found and what to do', () => {
  const wrong = issue({
    code: 'wrong_type',
    file: 'line.csv',
    table: 'line',
    row: 1,
    column: 'amount',
    found: '一百万',
  });
  expect(describeIssue(wrong, 'zh')).toBe(
    'line.csv 第 1 行 amount 列是“一百万”，应当是以元计、最多两位小数的金额。',
  );
  expect(describeIssue(wrong, 'en')).toBe(
    'line.csv, row 1, column amount has “一百万”, expected an amount in yuan with at most two decimals.',
  );
});

test('names the allowed values of a column of the data package', () => {
  const wrong = issue({
    code: 'wrong_value',
    file: 'document.csv',
    table: 'document',
    row: 3,
    column: 'stage',
    found: 'draft',
  });
  expect(describeIssue(wrong, 'zh')).toContain('budget、adjusted、final');
});

test('counts records and names the first, with the sheet of a workbook', () => {
  const ragged = issue({
    code: 'ragged_records',
    file: '表.xlsx',
    table: '附表1',
    found: '5, 9 …',
    count: 1200,
  });
  expect(describeIssue(ragged, 'zh')).toMatch(/^表\.xlsx（附表1）有 1,200 条记录（第 5, 9 … 条）/);
  expect(describeIssue(ragged, 'en')).toMatch(/^表\.xlsx \(附表1\) has 1,200 records \(5, 9 …\)/);
});

test('says how many rows with the same fault are not listed', () => {
  const repeated = issue({
    code: 'missing_value',
    file: 'line.csv',
    table: 'line',
    row: 120,
    column: 'label',
    count: 41,
  });
  expect(describeIssue(repeated, 'zh')).toContain('还有 40 行');
  expect(describeIssue(repeated, 'en')).toContain('40 more rows');
});

test('names kinds of files in Chinese, all that the readers know', () => {
  const kinds = Object.values({ ...FORMATS, ...UNREAD }).map(({ words }) => words);
  for (const found of kinds) {
    const said = describeIssue(issue({ code: 'unsupported_format', file: '甲', found }), 'zh');
    expect(said, found).not.toMatch(/\b(an?|file|archive|text|known)\b/i);
  }
});

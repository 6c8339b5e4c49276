import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils } from '@e965/xlsx';
import { tableFromArrays, tableToIPC } from 'apache-arrow';
import Papa from 'papaparse';
import { Table, writeParquet } from 'parquet-wasm';
import { afterAll, expect, test } from 'vitest';
import { openInput } from '@/cli/session';
import { rowsOf } from '@/db/engine';
import { bookOf, inGb18030, inUtf16, inUtf8, workbook } from '../importers/bytes';

/** The figures of the two source budgets, in 万元, as a prefecture would put them together. */
const HEADER = [
  '行政区划代码',
  '单位名称',
  '年度',
  '支出合计（万元）',
  '基本支出（万元）',
  '项目支出（万元）',
  '上年结转（万元）',
  '编制人数',
];
const RECORDS = [
  ['220622', '靖宇县政务服务和数字化建设管理局', '2026', '473.72', '213.95', '259.77', '', ''],
  ['222400', '延边州政务服务和数字化建设管理局', '2026', '1234.5', '0', '1234.56789', '0.01', '24'],
  ['222401', '延吉市财政局', '2026', '1,200', '-', '-3.5', '100', '18'],
];
const ALL = [HEADER, ...RECORDS];
const csv = Papa.unparse(ALL);
const tsv = Papa.unparse(ALL, { delimiter: '\t' });
const FIGURES_FROM = 3;
const isFigure = (text: string): boolean => /^-?[\d,]+(\.\d+)?$/.test(text);

/** Figures as numbers, everything else as text. */
const sheet = () =>
  bookOf({
    汇总: utils.aoa_to_sheet(
      ALL.map((record) =>
        record.map((cell, c) =>
          c >= FIGURES_FROM && isFigure(cell) ? Number(cell.replace(',', '')) : cell || null,
        ),
      ),
    ),
  });
const parquet = () => {
  const columns = Object.fromEntries(
    HEADER.map((name, i) => [name, RECORDS.map((record) => record[i]!)]),
  );
  return writeParquet(Table.fromIPCStream(tableToIPC(tableFromArrays(columns), 'stream')));
};

const FILES: Readonly<Record<string, Uint8Array>> = {
  'UTF-8.csv': inUtf8(csv),
  'GB18030.csv': inGb18030(csv),
  'UTF-16.tsv': inUtf16(`\uFEFF${tsv}`),
  'book.xlsx': workbook(sheet(), 'xlsx'),
  'book.xls': workbook(sheet(), 'biff8'),
  'book.ods': workbook(sheet(), 'ods'),
  'table.parquet': parquet(),
};

const folder = mkdtempSync(join(tmpdir(), 'tongchi-same-'));
afterAll(() => rmSync(folder, { recursive: true }));

const QUESTIONS = {
  line: `SELECT * EXCLUDE (printed) FROM line ORDER BY doc_id, table_id, row_no, col_no`,
  headcount: `SELECT org_id, doc_id, kind, people FROM headcount ORDER BY org_id, kind`,
  organization: `SELECT * FROM organization ORDER BY org_id`,
  metric: `SELECT doc_id, metric_id, value, reason FROM metric ORDER BY doc_id, metric_id`,
};

async function loadedFrom(name: string): Promise<Record<string, unknown[]>> {
  const path = join(folder, name);
  writeFileSync(path, FILES[name]!);
  const { engine } = await openInput(path);
  const answers: Record<string, unknown[]> = {};
  for (const [table, sql] of Object.entries(QUESTIONS)) {
    answers[table] = rowsOf(await engine.query(sql, [], { exact: true }));
  }
  return answers;
}

test('the same figures in any format load to identical tables', async () => {
  const [first, ...others] = Object.keys(FILES);
  const expected = await loadedFrom(first!);
  expect(expected.line).toHaveLength(RECORDS.length * 4);
  expect(expected.line).toContainEqual(
    expect.objectContaining({ nature: 'project', amount: '12345678.90', state: 'number' }),
  );
  for (const name of others) expect(await loadedFrom(name), name).toEqual(expected);
}, 120_000);

import { utils } from '@e965/xlsx';
import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { Table, writeParquet } from 'parquet-wasm';
import { describe, expect, test } from 'vitest';
import { bookOf, inGb18030, inUtf16, inUtf8, readTable, workbook } from './bytes';

/** A sheet as a budget office would send it: code with zeros, names, amounts. */
const RECORDS = [
  ['单位编码', '单位名称', '项目', '金额'],
  ['007', '靖宇县政务服务局', '工资福利支出', '1234567.89'],
  ['010', '延边州"一窗"中心', '办公费,印刷费', '0.3'],
  ['012', '长白山管委会', '', '-5'],
];
const csv = RECORDS.map((record) =>
  record.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','),
).join('\r\n');
const tsv = RECORDS.map((record) => record.join('\t')).join('\n');
const html = `<html><body><table>${RECORDS.map(
  (record) => `<tr>${record.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
).join('')}</table></body></html>`;

const sheet = () => {
  const cells = RECORDS.map((record, r) =>
    record.map((cell, c) => (r > 0 && c === 3 ? Number(cell) : cell || null)),
  );
  return bookOf({ 部门: utils.aoa_to_sheet(cells) });
};
const parquet = () => {
  const [names, ...rows] = RECORDS;
  const columns = Object.fromEntries(names!.map((name, i) => [name, rows.map((row) => row[i]!)]));
  return writeParquet(Table.fromIPCStream(tableToIPC(tableFromArrays(columns), 'stream')));
};
const json = () =>
  JSON.stringify(
    RECORDS.slice(1).map((row) => Object.fromEntries(RECORDS[0]!.map((name, i) => [name, row[i]]))),
  );

describe('the same figures in any format give the same cells', () => {
  test.each([
    ['UTF-8', 'a.csv', inUtf8(csv)],
    ['UTF-8 with a mark', 'a.csv', inUtf8(`\uFEFF${csv}`)],
    ['GB18030', 'a.csv', inGb18030(csv)],
    ['UTF-16 with a mark', 'a.tsv', inUtf16(`\uFEFF${tsv}`)],
    ['UTF-16 big-endian with a mark', 'a.txt', inUtf16(`\uFEFF${tsv}`, true)],
    ['UTF-16 without a mark', 'a.tsv', inUtf16(tsv)],
    ['UTF-16 big-endian without a mark', 'a.tsv', inUtf16(tsv, true)],
    ['XLSX', 'a.xlsx', workbook(sheet(), 'xlsx')],
    ['XLSB', 'a.xlsb', workbook(sheet(), 'xlsb')],
    ['XLS', 'a.xls', workbook(sheet(), 'biff8')],
    ['ODS', 'a.ods', workbook(sheet(), 'ods')],
    ['XML 2003', 'a.xml', workbook(sheet(), 'xlml')],
    ['a page in GB18030 named .xls', 'a.xls', inGb18030(html)],
  ])('%s', async (_, path, bytes) => {
    const { sample, names, columns } = await readTable(path, bytes);
    expect(sample).toEqual(RECORDS);
    expect({ names, columns }).toEqual({ names: null, columns: 4 });
  });

  test.each([
    ['Parquet', 'a.parquet', parquet()],
    ['JSON', 'a.json', inUtf8(json())],
    ['JSON in GB18030', 'a.json', inGb18030(json())],
  ])('%s, which names its columns', async (_, path, bytes) => {
    const { sample, names } = await readTable(path, bytes);
    expect([names, ...sample]).toEqual(RECORDS);
  });
});

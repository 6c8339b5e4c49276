import { describe, expect, test } from 'vitest';
import type { Issue } from '@/domain/issue';
import { readDelimited, repairDelimited } from '@/importers/delimited';
import { CANONICAL } from '@/importers/table-writer';
import { inGb18030, readTable } from './bytes';

describe('titles above a table', () => {
  const table = '名称,一,二\n甲,1,2\n"乙,丙",3,4\n';
  const notes = (found: readonly Issue[]) =>
    found.map(({ code, count, found: places }) => [code, count, places]);
  const taken = async (bytes: Uint8Array | string) => {
    const { sample, records, notes: found, content } = await readTable('a.csv', bytes);
    return { sample, records, notes: found, text: await (content.data as Blob).text() };
  };
  const crlf = (text: string) => text.replaceAll('\n', '\r\n');
  const wide = (...titles: string[][]) => [
    ...titles,
    ['名称', '一', '二'],
    ['甲', '1', '2'],
    ['乙,丙', '3', '4'],
  ];

  test.each<[string, Uint8Array | string, string, string[][]]>([
    ['are made as wide', `预算表\n${table}`, `"预算表",,\n${table}`, [['预算表', '', '']]],
    [
      'of several cells',
      `预算表\n日期,2026\n${table}`,
      `"预算表",,\n"日期","2026",\n${table}`,
      [
        ['预算表', '', ''],
        ['日期', '2026', ''],
      ],
    ],
    [
      'behind a mark of the encoding',
      `\uFEFF预算表\n${table}`,
      `"预算表",,\n${table}`,
      [['预算表', '', '']],
    ],
    [
      'with the line ends of the file',
      crlf(`预算表\n单位：万元\n${table}`),
      crlf(`"预算表",,\n"单位：万元",,\n${table}`),
      [
        ['预算表', '', ''],
        ['单位：万元', '', ''],
      ],
    ],
    [
      'with blank lines between, which are records',
      `\n预算表\n\n${table}`,
      `,,\n"预算表",,\n,,\n${table}`,
      [
        ['', '', ''],
        ['预算表', '', ''],
        ['', '', ''],
      ],
    ],
    [
      'with line ends of their own',
      `预算表\r\n单位\r${table}`,
      `"预算表",,\n"单位",,\n${table}`,
      [
        ['预算表', '', ''],
        ['单位', '', ''],
      ],
    ],
    [
      'with a line end and quotes in quotes',
      `"预算\n""表"""\n${table}`,
      `"预算\n""表""",,\n${table}`,
      [['预算\n"表"', '', '']],
    ],
    ['in GB18030', inGb18030(`预算表\n${table}`), `"预算表",,\n${table}`, [['预算表', '', '']]],
  ])('%s', async (_, bytes, text, titles) => {
    const read = await taken(bytes);
    expect(read).toEqual({ sample: wide(...titles), records: null, notes: [], text });
    if (typeof bytes !== 'string') return;
    expect(
      await repairDelimited({ path: 'a.csv', blob: new Blob([bytes]) }, CANONICAL),
    ).toMatchObject({ sample: read.sample, notes: [] });
  });

  test('the table below them is not written anew, however big', async () => {
    const big = new Blob([`预算表\n\n${table}`, table.repeat(100_000)]);
    const { content, records } = await readDelimited({ path: 'a.csv', blob: big });
    expect(records).toBeNull();
    expect((content.data as Blob).size).toBe(big.size + '"",,,,'.length);
  });

  test('short records below the table are told, with their places in the file', async () => {
    const read = await taken(`预算表\n\n${table}注：略\n`);
    expect(read.sample).toEqual([...wide(['预算表', '', ''], ['', '', '']), ['注：略', '', '']]);
    expect(notes(read.notes)).toEqual([['ragged_records', 1, '6']]);
  });

  test('line ends that differ from those of the file are written anew with it', async () => {
    const read = await taken(crlf(table).replace(/^/, '"预\n算"\r\n'));
    expect(read).toMatchObject({ sample: wide(['预\n算', '', '']), records: 4, notes: [] });
  });

  test('odd characters and quotes in them are told', async () => {
    expect(notes((await taken(`预\0算\n\n${table}`)).notes)).toEqual([
      ['invalid_characters', 1, '1'],
    ]);
    expect(notes((await taken(`"预"算\n${table}`)).notes)).toEqual([['broken_quotes', 1, '1']]);
  });

  test.each([
    ['more than twenty lines are no titles', 'x\n'.repeat(21) + table, 21],
    ['what stands above a wider record is none', `x\n1,2,3,4\n${table}`, 2],
  ])('%s', async (_, text, count) => {
    expect((await taken(text)).notes).toMatchObject([{ code: 'ragged_records', count }]);
  });
});

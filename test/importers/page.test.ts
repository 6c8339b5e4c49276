import { describe, expect, test } from 'vitest';
import { htmlTables } from '@/importers/html-tables';
import { inGb18030, inUtf8, readAll, readTable, refusalOf } from './bytes';

const rows = (html: string) => htmlTables(html).map((table) => table.rows);

describe('tables of a page', () => {
  test.each([
    [
      'rows and cells',
      '<table><tr><td>a</td><th>b</th></tr><tr><td>1</td></tr></table>',
      [['a', 'b'], ['1']],
    ],
    ['tags that are not closed', '<TABLE><TR><TD>a<TD>b<TR><TD>c</TABLE>', [['a', 'b'], ['c']]],
    ['a cell over two columns', '<table><tr><td colspan=2>a<td>b</table>', [['a', 'a', 'b']]],
    [
      'a cell over two rows',
      '<table><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></table>',
      [
        ['a', 'b'],
        ['a', 'c'],
      ],
    ],
    [
      'a cell over rows and columns, at the end',
      '<table><tr><td>x<td rowspan=2 colspan=2>a<tr><td>y</table>',
      [
        ['x', 'a', 'a'],
        ['y', 'a', 'a'],
      ],
    ],
    ['a merged amount', '<table><tr><td colspan=2>1,234.50<td>b</table>', [['1,234.50', '', 'b']]],
    ['a caption', '<table><caption>收支总表</caption><tr><td>a</table>', [['收支总表'], ['a']]],
    [
      'characters by name',
      '<table><tr><td>A&amp;B &lt;1&gt; &#24180; &#x5E74; &yen; &nosuch; &#150;</table>',
      [['A&B <1> 年 年 ¥ &nosuch; –']],
    ],
    [
      'spaces that are meant',
      '<table><tr><td>\n &nbsp;&nbsp;其中：<b>a</b>\n  b </td></table>',
      [['  其中：a b']],
    ],
    ['line breaks', '<table><tr><td>a<br>b<p>c</p></td></table>', [['a\nb\nc']]],
    [
      'scripts and comments',
      '<table><tr><td>a<script>"<td>"</script><!-- <td>x --><style>td{}</style></table>',
      [['a']],
    ],
    ['a lone sign', '<table><tr><td>a < b</td></tr></table>', [['a < b']]],
    ['a quote in an attribute', '<table><tr><td title="x > y">a</td></tr></table>', [['a']]],
    [
      'exact values that Excel keeps',
      '<table><tr><td x:num="1234.567">1,235</td><td x:num>5</td></table>',
      [['1234.567', '5']],
    ],
    ['the end of the file instead of the end of the table', '<table><tr><td>a', [['a']]],
  ])('%s', (_, html, expected) => {
    expect(rows(html)).toEqual([expected]);
  });

  test('a table in a cell is a table of its own', () => {
    const html =
      '<table><tr><td>out<table><tr><td>in</td></tr></table></td><td>b</td></tr></table>';
    expect(rows(html)).toEqual([[['out', 'b']], [['in']]]);
  });

  test.each([
    [
      'titles and units',
      '<h1>2026年预算</h1><p align="right"> 单位：万元&nbsp;</p><table><tr><td>a</table>',
      [['2026年预算', '单位：万元']],
    ],
    ['no more than three', '<li>a<li>b<li>c<li>d<table><tr><td>x</table>', [['b', 'c', 'd']]],
    [
      'nothing before a long line',
      `<p>a</p><p>${'长'.repeat(81)}</p><p>${'短'.repeat(80)}</p><table><tr><td>x</table>`,
      [['短'.repeat(80)]],
    ],
    [
      'nothing that is not shown',
      '<title>t</title><style>a{}</style><script>"<p>b"</script><!-- c --><table><tr><td>x</table>',
      [[]],
    ],
    ['each table its own', 'a<table><tr><td>x</table>b<table><tr><td>y</table>', [['a'], ['b']]],
    [
      'those in a cell around it',
      '<table><tr><td>a<td>单位：元<br><table><tr><td>x</table></table>',
      [[], ['单位：元']],
    ],
    ['characters by name', 'A&amp;B&#24180;<table><tr><td>x</table>', [['A&B年']]],
  ])('lines above a table: %s', (_, html, expected) => {
    expect(htmlTables(html).map(({ above }) => above)).toEqual(expected);
  });

  test('odd pages are read in good time', () => {
    const began = performance.now();
    const long = `<td title="${'x'.repeat(65_536)}" colspan=2>a`;
    expect(rows(`<table><tr>${long.repeat(100)}`)[0]![0]).toHaveLength(200);
    const evil = [
      '<font>',
      '<p>',
      '<td><font>1',
      '</b>',
      '&#32;',
      '<b> ',
      '<td a b c d=',
      'x&amp;',
    ];
    for (const each of evil) {
      for (const start of ['', '<table><tr><td>']) htmlTables(start + each.repeat(200_000));
    }
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test('cells in great numbers are read in good time', () => {
    const began = performance.now();
    const row = '<tr><td colspan=3>a<td>b</td></tr>';
    expect(rows(`<table>${row.repeat(100_000)}`)[0]).toHaveLength(100_000);
    const evil = ['<', '<!--', '<a "', '<td title="', '<table>', '<script>', '&#', '<td>'];
    for (const each of evil) {
      for (const end of ['', '>']) htmlTables(`<table><tr>${each.repeat(30_000)}${end}`);
    }
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

test('cells that spread over too much are refused', async () => {
  const spread = '<td rowspan=99999 colspan=99999>a';
  const html = `<table><tr>${spread.repeat(20)}${`<tr>`.repeat(5_000)}`;
  expect(await refusalOf('a.html', html)).toMatchObject({ code: 'too_large' });
});

describe('pages', () => {
  const html =
    '<html><head><meta charset="gb2312"></head><table><tr><td>单位<td>金额<tr><td>靖宇县<td>0012</table>';
  const cells = [
    ['单位', '金额'],
    ['靖宇县', '0012'],
  ];

  test('a page in GB18030 that is named .xls is read, and said to be one', async () => {
    const { tables, issues } = await readAll({ '预算.xls': inGb18030(html) });
    expect(tables).toMatchObject([{ file: '预算.xls', sheet: null, sample: cells }]);
    expect(issues).toMatchObject([
      { code: 'misnamed_file', file: '预算.xls', found: 'a web page' },
    ]);
  });

  test('several tables are told apart by number, those without text left out', async () => {
    const three = '<table><tr><td>a</table><table><tr><td></table><table><tr><td>b</table>';
    const { tables } = await readAll({ 'a.html': three });
    expect(tables.map(({ sheet, sample }) => [sheet, sample])).toEqual([
      ['#1', [['a']]],
      ['#2', [['b']]],
    ]);
  });

  test('lines above a table are its first records, and counted', async () => {
    const page =
      '<p>预算表</p><p>单位：万元</p><table><caption>表一</caption><tr><td>a<td>b<tr style="display:none"><td>c<td>d</table>';
    const { sample, notes } = await readTable('a.html', inUtf8(page));
    expect(sample).toEqual([
      ['预算表', ''],
      ['单位：万元', ''],
      ['表一', ''],
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(notes).toMatchObject([{ code: 'hidden_rows', found: '5' }]);
  });

  test('lines above make no table of one without text', async () => {
    const page = '<html>a<table><tr><td></table>b<table><tr><td>c</table>';
    const { sample } = await readTable('a.html', inUtf8(page));
    expect(sample).toEqual([['b'], ['c']]);
  });

  test('hidden rows are read, and told', async () => {
    const hidden = '<table><tr><td>a</tr><tr style="display:none"><td>b</tr></table>';
    const { sample, notes } = await readTable('a.htm', inUtf8(hidden));
    expect(sample).toEqual([['a'], ['b']]);
    expect(notes).toMatchObject([{ code: 'hidden_rows', found: '2', count: 1 }]);
  });

  test('what a page says of its encoding is believed where the bytes allow it', async () => {
    const page = '<meta charset="shift_jis"><table><tr><td>';
    const bytes = Uint8Array.from([...inUtf8(page), 0x97, 0x5c, 0x8e, 0x5a, ...inUtf8('</table>')]);
    expect((await readTable('a.html', bytes)).sample).toEqual([['予算']]);
  });

  test.each([
    [
      'quoted-printable',
      (text: string) =>
        Array.from(
          inGb18030(text),
          (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
        )
          .join('')
          .replaceAll(/(.{72})/g, '$1=\r\n'),
    ],
    [
      'base64',
      (text: string) =>
        Buffer.from(inGb18030(text))
          .toString('base64')
          .replaceAll(/(.{76})/g, '$1\r\n'),
    ],
  ])('a web archive in %s', async (encoding, encode) => {
    const archive = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;\r\n boundary="----=_x"',
      '',
      '------=_x',
      'Content-Type: text/html; charset="gb2312"',
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      encode(html),
      '------=_x--',
    ].join('\r\n');
    const { tables, issues } = await readAll({ 'a.xls': inUtf8(archive) });
    expect(tables).toMatchObject([{ sample: cells }]);
    expect(issues).toMatchObject([{ code: 'misnamed_file' }]);
  });

  test('a page without a table is refused', async () => {
    expect(await refusalOf('a.html', '<html><p>没有表</p></html>')).toMatchObject({
      code: 'no_table',
    });
  });
});

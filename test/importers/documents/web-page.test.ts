import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inGb18030 } from '../bytes';
import { hasCorpus, linesOf, PUBLISHED, readDocument } from './truth';
import { codeOf, readBytes, shortForm } from './word-files';

const read = async (html: string | Uint8Array, path = 'a.html') =>
  shortForm(await readBytes(path, html));
const page = (body: string) => `<!doctype html><html><body>${body}</body></html>`;
const table = (rows: string) => `<table>${rows}</table>`;

describe('tables of a web page', () => {
  test('reach over rows and columns, to the last row at most', async () => {
    const rows =
      '<tr><td rowspan=2>项目<td colspan=2>本年<tr><td>基本<td>项目<tr><td>合计<td rowspan=9>1<td>2';
    expect(await read(page(table(rows)))).toEqual([
      ['0,0 2x1 项目', '0,1 1x2 本年', '1,1 基本', '1,2 项目', '2,0 合计', '2,1 1', '2,2 2'],
    ]);
  });

  test('lines of a cell, and the spaces that are meant', async () => {
    const rows =
      '<tr><td><p>一般\n  公共</p><p>预算</p><td>项&nbsp;&nbsp;目<br>名称 <td>&nbsp;<tr><td>a<td>b<td>c';
    expect(await read(page(table(rows)))).toEqual([
      ['0,0 一般 公共\n预算', '0,1 项  目\n名称', '0,2 ', '1,0 a', '1,1 b', '1,2 c'],
    ]);
  });

  test('a table that only arranges the page is its content', async () => {
    const inner = table('<tr><td>项目<td>金额<tr><td>合计<td>1');
    const outer = `<tr><td colspan=2>部门预算<tr><td><p>一、职能</p>${inner}<td><p>完。</p>`;
    expect(await read(page(table(outer)))).toEqual([
      '部门预算',
      '# 一、职能',
      ['0,0 项目', '0,1 金额', '1,0 合计', '1,1 1'],
      '完。',
    ]);
  });

  test('a small table in a cell of a table is a table behind it', async () => {
    const rows = `<tr><td>甲<td>乙<td>丙<tr><td>1<td>2${table('<tr><td>x<td>y')}<td>3`;
    expect(await read(page(table(rows)))).toEqual([
      ['0,0 甲', '0,1 乙', '0,2 丙', '1,0 1', '1,1 2', '1,2 3'],
      ['0,0 x', '0,1 y'],
    ]);
  });

  test('merges that spread without end are refused', async () => {
    const rows = '<tr><td rowspan=60000 colspan=1000>1'.repeat(6000);
    expect(await codeOf(readBytes('a.html', page(table(rows))))).toBe('too_large');
  });

  test('rows that the page hides are read and told', async () => {
    const rows = '<tr><td>a<td>b<tr style="display: none"><td>c<td>d';
    const { notes, blocks } = await readBytes('a.html', page(table(rows)));
    expect(notes.map(({ code, count }) => [code, count])).toEqual([['hidden_rows', 1]]);
    expect(blocks).toHaveLength(1);
  });

  test('a page that ends inside a table says so', async () => {
    const { notes } = await readBytes('a.html', '<html><body><table><tr><td>a<td>b<tr><td>c');
    expect(notes.map(({ code }) => code)).toEqual(['cut_off']);
  });
});

describe('text of a web page', () => {
  test('scripts, styles, menus and buttons are left out, headings are seen', async () => {
    const body = `<script>var a = "1,272.76";</script><style>p{}</style><nav><p>站内</p></nav>
      <ul><li><a href="/">首页</a><li><a href="/a">政务公开</a></ul>
      <table><tr><td><a href="/b">机构</a><td><a href="/c">政策</a></table>
      <h1>2026年部门预算</h1><p align=center><b>收支预算总表</b></p>
      <p style="text-align: center"><span style="font-weight:bold">支出表</span></p>
      <p>单位：万元</p><select><option>字体</select><p>见<a href="x.html">本站</a>的说明</p><button>打印</button>`;
    expect(await read(page(body))).toEqual([
      '# 2026年部门预算',
      '# 收支预算总表',
      '# 支出表',
      '单位：万元',
      '见本站的说明',
    ]);
  });

  test('other encodings, and pages named as Word documents', async () => {
    const html = page(`<p>收支总表</p>${table('<tr><td>项目<td>金额<tr><td>合计<td>1')}`);
    const document = await readBytes(
      'a.doc',
      inGb18030(html.replace('<html>', '<html><meta charset=gb2312>')),
    );
    expect(shortForm(document)[1]).toEqual(['0,0 项目', '0,1 金额', '1,0 合计', '1,1 1']);
    expect(document.format).toBe('html');
    expect(document.notes.map(({ code }) => code)).toEqual(['misnamed_file']);
  });

  test('web archives', async () => {
    const archive = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="x"',
      '',
      '--x',
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<p>=E9=A2=84=E7=AE=97</p><table><tr><td>a<td>b<tr><td>c<td>d</table>',
      '--x--',
    ].join('\r\n');
    expect(await read(archive, 'a.mht')).toEqual(['预算', ['0,0 a', '0,1 b', '1,0 c', '1,1 d']]);
  });
});

describe('pages without a budget of their own', () => {
  test('a page that only links to files names them', async () => {
    const body =
      '<p>预算公开</p><p>附件：<a href="/f/1.pdf">部门预算.pdf</a> <a href="/f/2.xls?x"> 表 </a></p>';
    await expect(readBytes('a.html', page(body))).rejects.toMatchObject({
      issues: [{ code: 'links_only', count: 2, found: '部门预算.pdf, 表' }],
    });
  });

  test('a page with text says that its tables are elsewhere', async () => {
    const body = '<p>收入1.5万元，支出1.5万元，结转0元。</p><a href="t.xlsx">公开表</a>';
    const { notes } = await readBytes('a.html', page(body));
    expect(notes).toMatchObject([{ code: 'linked_files', found: '公开表' }]);
  });

  test.skipIf(!hasCorpus)('published pages', async () => {
    const tianjin = `${PUBLISHED}/天津/商务局_2026年部门预算.html`;
    await expect(readDocument(tianjin)).rejects.toMatchObject({
      issues: [{ code: 'links_only', file: basename(tianjin), found: '天津市商务局.zip' }],
    });
    const kunming = await readDocument(`${PUBLISHED}/昆明/政府办公厅_2026年部门预算.html`);
    expect(kunming.notes.map(({ code }) => code)).toEqual(['linked_files']);
    const lines = linesOf(kunming);
    expect(lines.filter((line) => /80,778,193\.86元/.test(line)).length).toBeGreaterThan(2);
    expect(lines.filter((line) => /^(?:首页|互动交流|走进昆明)$/.test(line))).toEqual([]);
  });
});

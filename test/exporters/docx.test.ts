import { unzipSync, strFromU8 } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { reportDocx, xmlText } from '@/exporters/docx';
import type { ReportBlock, ReportDocument } from '@/domain/report';
import { xmlElements } from '../helpers/xml';

const WORDS = {
  page: ['第 ', ' 页，共 ', ' 页'],
  card: ['指标', '数值', '说明'],
} as const;
/** One white pixel. */
const PIXEL = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4//8/AwAI/AL+p5qgoAAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const HOSTILE = '=HYPERLINK("http://x")& <w:fldSimple w:instr="DDE"/> \u0001\uD800 {MERGEFIELD x}';

const blocks: readonly ReportBlock<Uint8Array>[] = [
  { is: 'heading', text: '总预算' },
  { is: 'text', text: HOSTILE, tone: 'plain' },
  { is: 'text', text: '口径不同', tone: 'guard' },
  { is: 'list', items: ['没有数字的：甲县'] },
  {
    is: 'cards',
    cards: [
      {
        name: '甲县财政局',
        color: '#ab5716',
        facts: ['甲县', '县级'],
        figures: [
          { label: '总预算', cell: { text: '12.00' }, unit: '万元', note: '÷ 编制数 3 人' },
        ],
      },
    ],
  },
  {
    is: 'picture',
    kind: 'bar',
    title: '图 1　总预算',
    subtitle: '单位：万元',
    source: '来源：甲县',
    description: '总预算：甲县 12.00 & "乙"',
    legend: [{ name: '其他', color: '#b9b3a6' }],
    width: 640,
    height: 1720,
    drawn: PIXEL,
  },
  {
    is: 'table',
    title: '表 1　各机构数值',
    columns: [
      { head: '机构', width: 2 },
      { head: '数值', unit: '万元', figures: true },
    ],
    rows: [
      [{ text: '甲县\n财政局' }, { text: '12.00 ▲' }],
      [{ text: '合计' }, { text: '12.00' }],
    ],
    sums: 1,
  },
];
const report: ReportDocument<Uint8Array> = {
  title: '报告 <一>',
  subtitle: '甲县',
  by: '',
  note: ['说明一', '说明二'],
  date: '2026-11-23',
  dateline: '2026-11-23 由同尺 Tongchi 生成',
  language: 'zh',
  sections: [{ id: 'comparison', title: '指标对比', blocks }],
};

let parts: Map<string, string>;
beforeAll(async () => {
  const files = unzipSync(await reportDocx(report, WORDS));
  parts = new Map(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
});
const part = (path: string): string => parts.get(path) ?? '';

const texts = (xml: string, name: string): string[] =>
  xmlElements(xml).flatMap((one) => (one.name === name ? [one.text] : []));

describe('a report as a Word file', () => {
  test('is a package whose parts are sound and whose relations exist', () => {
    const xml = [...parts].filter(([path]) => /\.(xml|rels)$/.test(path));
    expect(xml.length).toBeGreaterThan(8);
    for (const [, text] of xml) {
      xmlElements(text);
      expect(/\p{Cc}/u.test(text.replace(/[\t\n\r]/g, ''))).toBe(false);
    }
    for (const [path, text] of xml.filter(([one]) => one.endsWith('.rels'))) {
      const folder = path.replace(/_rels\/[^/]+$/, '');
      for (const { attributes } of xmlElements(text).filter(
        ({ name }) => name === 'Relationship',
      )) {
        expect(attributes.TargetMode, 'nothing outside is linked').toBeUndefined();
        expect([...parts.keys()]).toContain(`${folder}${attributes.Target}`.replace(/^\/*/, ''));
      }
    }
  });

  test('has the styles of Word, with fonts for Chinese and for Latin', () => {
    const styles = xmlElements(part('word/styles.xml'));
    const ids = styles.flatMap(({ name, attributes }) =>
      name === 'w:style' ? [attributes['w:styleId']] : [],
    );
    expect(ids).toEqual(
      expect.arrayContaining([
        'Title',
        'Heading1',
        'Heading2',
        'Heading3',
        'Caption',
        'ReportTable',
      ]),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const fonts = styles.filter(({ name }) => name === 'w:rFonts').map((one) => one.attributes);
    expect(fonts).toContainEqual(
      expect.objectContaining({ 'w:ascii': 'Times New Roman', 'w:eastAsia': '宋体' }),
    );
    expect(fonts).toContainEqual(
      expect.objectContaining({ 'w:ascii': 'Arial', 'w:eastAsia': '黑体' }),
    );
    const used = xmlElements(part('word/document.xml')).flatMap(({ name, attributes }) =>
      name === 'w:pStyle' || name === 'w:tblStyle' ? [attributes['w:val']] : [],
    );
    expect(ids).toEqual(expect.arrayContaining([...new Set(used)]));
  });

  test('its tables have the texts of the record, heads that repeat, and figures to the right', () => {
    const document = part('word/document.xml');
    const tables = document.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
    expect(tables).toHaveLength(2);
    const rows = (tables[1]?.match(/<w:tr>.*?<\/w:tr>|<w:tr [^>]*>.*?<\/w:tr>/gs) ?? []).map(
      (row) =>
        (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map((cell) => texts(cell, 'w:t').join('\n')),
    );
    expect(rows).toEqual([
      ['机构', '数值\n万元'],
      ['甲县\n财政局', '12.00 ▲'],
      ['合计', '12.00'],
    ]);
    expect(tables[1]?.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(tables[1]?.match(/<w:jc w:val="(right|end)"\/>/g)).toHaveLength(4);
    expect(tables[0]).toContain('12.00 万元');
  });

  test('its pictures are there, said in words, and fit on a page', () => {
    expect([...parts.keys()].filter((path) => path.startsWith('word/media/'))).toHaveLength(1);
    const elements = xmlElements(part('word/document.xml'));
    const said = elements.filter(({ name }) => name === 'wp:docPr').map((one) => one.attributes);
    expect(said).toMatchObject([{ descr: expect.stringContaining('总预算：甲县 12.00') }]);
    const extent = elements.find(({ name }) => name === 'wp:extent')?.attributes;
    expect(Number(extent?.cy) / 9525).toBe(860);
    expect(Number(extent?.cx) / 9525).toBe(320);
  });

  test('what comes from data is text: no field but the page numbers, no link', () => {
    const document = part('word/document.xml');
    expect(texts(document, 'w:t')).toContain(xmlText(HOSTILE));
    expect(document).not.toMatch(/<w:(fldSimple|instrText|hyperlink|object)\b/);
    const footer = part('word/footer1.xml');
    expect(texts(footer, 'w:instrText')).toEqual(['PAGE', 'NUMPAGES']);
    expect(texts(footer, 'w:t')).toEqual(['第 ', ' 页，共 ', ' 页']);
    expect(xmlText('a\u0000b\uD83Dc😀')).toBe('a\uFFFDb\uFFFDc😀');
  });
});

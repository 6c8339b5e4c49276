import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ACROSS_FIRST,
  ACROSS_REST,
  BOLD,
  DELETED,
  depth,
  docFile,
  DOWN_FIRST,
  DOWN_REST,
  HIDDEN,
  IN_TABLE,
  INNER_CELL_END,
  INNER_ROW_END,
  ROW_END,
  rowOf,
  sprm,
  type DocOptions,
  type Paragraph,
} from './doc-files';
import { gridsOf, hasCorpus, linesOf, readDocument, REBUILT } from './truth';
import { codeOf, readBytes, shortForm } from './word-files';

const read = async (paragraphs: readonly Paragraph[], options?: DocOptions) =>
  shortForm(await readBytes('a.doc', docFile(paragraphs, options)));

/** A row of a table: its cells, then the mark that ends it. */
const row = (cells: readonly string[], shape: readonly number[] = []): Paragraph[] => [
  ...cells.map((text) => ({ text: `${text}\u0007`, properties: IN_TABLE })),
  { text: '\u0007', properties: [...ROW_END, ...shape] },
];

describe('tables of an old Word document', () => {
  test('columns follow from where the cells of all rows begin and end', async () => {
    const rows = [
      ...row(['收入', '支出'], rowOf([0, 2000, 4000])),
      ...row(['a', 'b', 'c', 'd'], rowOf([0, 1000, 2010, 3000, 3995])),
      ...row(['合计', ''], rowOf([-20, 3010, 4000])),
    ];
    expect(await read([{ text: '前\r' }, ...rows, { text: '后\r' }])).toEqual([
      '前',
      ['0,0 1x2 收入', '0,2 1x2 支出', '1,0 a', '1,1 b', '1,2 c', '1,3 d', '2,0 1x3 合计', '2,3 '],
      '后',
    ]);
  });

  test('cells merged across and down', async () => {
    const edges = [0, 1000, 2000, 3000];
    const rows = [
      ...row(['项目', '本年', ''], rowOf(edges, [DOWN_FIRST, ACROSS_FIRST, ACROSS_REST])),
      ...row(['', '基本', '项目'], rowOf(edges, [DOWN_REST])),
      ...row(['合计', '1', '2'], rowOf(edges)),
    ];
    expect(await read(rows)).toEqual([
      ['0,0 2x1 项目', '0,1 1x2 本年', '1,1 基本', '1,2 项目', '2,0 合计', '2,1 1', '2,2 2'],
    ]);
  });

  test('changes after the definition of a row', async () => {
    const rows = [
      ...row(['a', 'b', 'c'], rowOf([0, 1000, 2000, 3000])),
      ...row(['d', '', 'e'], [...rowOf([0, 1000, 2000, 3000]), ...sprm(0x5624, 0, 2)]),
      ...row(['f', 'g'], [...rowOf([0, 1000, 2000, 3000]), ...sprm(0x5622, 1, 2)]),
      ...row(['h', 'i'], [...rowOf([0, 1000, 2000]), ...sprm(0x7623, 0, 1, 0xd0, 0x07)]),
      ...row(['k', 'l', 'm'], [...rowOf([0, 1000, 2000]), ...sprm(0x7621, 1, 1, 0xe8, 0x03)]),
      ...row(['n', 'o', 'p'], [...rowOf([0, 1000, 2000, 3000]), ...sprm(0xd62b, 2, 2, 3)]),
      ...row(['q', 'r', ''], [...rowOf([0, 1000, 2000, 3000]), ...sprm(0xd62b, 2, 2, 1)]),
    ];
    expect(await read(rows)).toEqual([
      [
        '0,0 a|0,1 b|0,2 c|1,0 1x2 d|1,2 e|2,0 f|2,1 g',
        '3,0 1x2 h|3,2 i|4,0 k|4,1 l|4,2 m',
        '5,0 n|5,1 o|5,2 2x1 p|6,0 q|6,1 r',
      ].flatMap((cells) => cells.split('|')),
    ]);
  });

  test('rows that say nothing of their cells are counted, and in doubt', async () => {
    const rows = [
      ...row(['a', 'b', 'c'], rowOf([0, 1000, 2000, 3000])),
      ...row(['d', 'e', 'f']),
      ...row(['g', 'h'], rowOf([0, 1000, 2000, 3000])),
    ];
    const [grid] = gridsOf(await readBytes('a.doc', docFile(rows)));
    expect(grid?.cells.map(({ row: r, column, text, doubt }) => [r, column, text, doubt])).toEqual([
      [0, 0, 'a', null],
      [0, 1, 'b', null],
      [0, 2, 'c', null],
      [1, 0, 'd', 'cells_counted'],
      [1, 1, 'e', 'cells_counted'],
      [1, 2, 'f', 'cells_counted'],
      [2, 0, 'g', 'cells_counted'],
      [2, 1, 'h', 'cells_counted'],
    ]);
  });

  test('a table in a cell is a table of its own', async () => {
    const inner = (text: string) => ({
      text: `${text}\r`,
      properties: [...IN_TABLE, ...depth(2), ...INNER_CELL_END],
    });
    const rows = [
      ...row(['甲', '乙'], rowOf([0, 1000, 2000])),
      { text: '丙\r', properties: IN_TABLE },
      inner('1'),
      inner('2'),
      {
        text: '\r',
        properties: [...IN_TABLE, ...depth(2), ...INNER_ROW_END, ...rowOf([0, 500, 1000])],
      },
      { text: '\u0007', properties: IN_TABLE },
      { text: '丁\u0007', properties: IN_TABLE },
      { text: '\u0007', properties: [...ROW_END, ...rowOf([0, 1000, 2000])] },
    ];
    expect(await read(rows)).toEqual([
      ['0,0 甲', '0,1 乙', '1,0 丙', '1,1 丁'],
      ['0,0 1', '0,1 2'],
    ]);
  });

  test('a wide row whose definition stands in a stream of its own', async () => {
    const edges = Array.from({ length: 21 }, (_, i) => i * 500);
    const texts = Array.from({ length: 20 }, (_, i) => String(i));
    const [short] = await read(
      [...row(texts.slice(0, 2), rowOf([0, 500, 10_000])), ...row(texts, rowOf(edges))],
      {
        elsewhere: true,
      },
    );
    expect(short?.slice(0, 3)).toEqual(['0,0 0', '0,1 1x19 1', '1,0 0']);
    expect(short).toHaveLength(22);
  });
});

describe('text of an old Word document', () => {
  test('codes of fields, marks, deleted and hidden text are left out', async () => {
    const paragraphs: Paragraph[] = [
      { text: '见\u0013 REF a \u0014表一\u0015。\u0002\u0005\r' },
      {
        text: [
          { text: '一', look: [] },
          { text: '二', look: DELETED },
          { text: '三', look: HIDDEN },
          { text: '四\u000b五\u001e六\u001f\t七\r', look: [] },
        ],
      },
      { text: '\u0013 IF \u0013 PAGE \u00142\u0015 \u0014是\u0015\r' },
      { text: '分页\f' },
    ];
    expect(await read(paragraphs)).toEqual(['见表一。', '一四\n五-六\t七', '是', '分页']);
  });

  test('text of one byte a character', async () => {
    expect(await read([{ text: 'A\u0097B \u0080 \u00e9\r' }], { narrow: true })).toEqual([
      'A—B € é',
    ]);
  });

  test('headings by style and outline, bold and centred lines', async () => {
    const paragraphs: Paragraph[] = [
      { text: '职能\r', style: 2 },
      { text: '机构\r', properties: sprm(0x2640, 0) },
      { text: '正文\r', style: 2, properties: sprm(0x2640, 9) },
      { text: [{ text: '粗体\r', look: BOLD }] },
      { text: '居中\r', properties: sprm(0x2403, 1) },
      { text: '一般\r' },
    ];
    expect(await read(paragraphs)).toEqual([
      '# 职能',
      '# 机构',
      '正文',
      '# 粗体',
      '# 居中',
      '一般',
    ]);
  });
});

describe('old Word documents that cannot be read', () => {
  const paragraphs = [{ text: '前言文字\r' }, ...row(['a', 'b'], rowOf([0, 1000, 2000]))];
  const whole = docFile(paragraphs);
  test.each([
    ['with a password', docFile(paragraphs, { flags: 0x0100 }), 'password_protected'],
    ['older than Word 97', docFile(paragraphs, { version: 0x65 }), 'unsupported_format'],
    ['cut off', whole.slice(0, 2048), 'damaged_file'],
    ['without text', docFile([{ text: '\r' }]), 'empty_file'],
    ['with pictures only', docFile([{ text: '\u0001\r' }]), 'scanned_document'],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(readBytes('a.doc', bytes))).toBe(code);
  });

  test('damage is told or passed over, never an error nobody foresaw', async () => {
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(damage, async (places) => {
        const bytes = whole.slice();
        for (const [at, byte] of places) bytes[at] = byte;
        expect(await codeOf(readBytes('a.doc', bytes))).toMatch(/^[a-z_]+$/);
      }),
      { numRuns: 300 },
    );
  });
});

describe.skipIf(!hasCorpus)('the same document as DOC and DOCX', () => {
  test.each(['jingyu_2026', 'yanbian_2026'])('%s says the same', async (name) => {
    const [doc, docx] = await Promise.all(
      ['doc', 'docx'].map((format) => readDocument(`${REBUILT}/${name}.${format}`)),
    );
    expect(linesOf(doc!)).toEqual(linesOf(docx!));
    expect(gridsOf(doc!).flatMap(({ cells }) => cells.filter(({ doubt }) => doubt))).toEqual([]);
  });
});

const TORTURE = '../shared/torture/office/apache-poi/test-data/document';
describe.skipIf(!existsSync(TORTURE))('documents of other programs', () => {
  test.each([
    [
      'table-merges.doc',
      [
        '0,0 1x3 A|0,3 1x2 B|1,0 C|1,1 D|1,2 1x2 E|1,4 F',
        '2,0 |2,1 G|2,2 1x2 H|2,4 I\nJ|3,0 1x5 K',
      ].flatMap((each) => each.split('|')),
    ],
    [
      'simple-table2.doc',
      ['Row 1', 'Row 2', 'Row 3'].flatMap((at, r) =>
        [1, 2, 3].map((c) => `${r},${c - 1} ${at}/Cell ${c}`),
      ),
    ],
  ])('%s', async (name, cells) => {
    expect(shortForm(await readBytes(name, readFileSync(`${TORTURE}/${name}`)))).toEqual([cells]);
  });

  test('a table in a table', async () => {
    const name = 'innertable.doc';
    const tables = gridsOf(await readBytes(name, readFileSync(`${TORTURE}/${name}`)));
    expect(tables.map(({ rows, columns }) => [rows, columns])).toEqual([
      [3, 3],
      [2, 2],
    ]);
  });
});

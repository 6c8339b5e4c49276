import { describe, expect, test } from 'vitest';
import {
  cell,
  cells,
  codeOf,
  docx,
  line,
  paragraph,
  readBytes,
  row,
  run,
  shortForm,
  table,
  zip,
} from './word-files';

const read = async (body: string, parts?: Record<string, string>) =>
  shortForm(await readBytes('a.docx', docx(body, parts)));

describe('tables of a Word document', () => {
  test('merged cells keep their reach, paragraphs and line breaks of a cell their lines', async () => {
    const body = table([
      row([
        cell(line('项目'), '<w:vMerge w:val="restart"/>'),
        cell(line('本年') + line('预算'), '<w:gridSpan w:val="2"/>'),
      ]),
      row([
        cell(line(''), '<w:vMerge/>'),
        cell(paragraph('<w:r><w:t>基本</w:t><w:br/><w:t>支出</w:t></w:r>')),
        ...cells('项目支出'),
      ]),
      row(cells('合计', '1.00', '')),
    ]);
    expect(await read(body)).toEqual([
      [
        '0,0 2x1 项目',
        '0,1 1x2 本年\n预算',
        '1,1 基本\n支出',
        '1,2 项目支出',
        '2,0 合计',
        '2,1 1.00',
        '2,2 ',
      ],
    ]);
  });

  test('a cell that continues nothing stands for itself', async () => {
    const body = table([
      row([cell(line('a'), '<w:gridSpan w:val="2"/>'), ...cells('b')]),
      row([cell(line('c'), '<w:vMerge w:val="continue"/>'), ...cells('d', 'e')]),
    ]);
    expect(await read(body)).toEqual([['0,0 1x2 a', '0,2 b', '1,0 c', '1,1 d', '1,2 e']]);
  });

  test('cells merged side by side, and columns left out before a row', async () => {
    const body = table([
      row([
        cell(line('a'), '<w:hMerge w:val="restart"/>'),
        cell(line(''), '<w:hMerge/>'),
        ...cells('b'),
      ]),
      row(cells('c'), '<w:gridBefore w:val="2"/>'),
      row(cells('gone'), '<w:del w:id="1"/>'),
      row(cells('d', 'e', 'f')),
    ]);
    expect(await read(body)).toEqual([['0,0 1x2 a', '0,2 b', '1,2 c', '2,0 d', '2,1 e', '2,2 f']]);
  });

  test('a table in a cell of another is a table behind it', async () => {
    const inner = table([row(cells('1', '2'))]);
    const body = table([
      row(cells('甲', '乙')),
      row([cell(line('丙') + inner + line('丁')), ...cells('3')]),
    ]);
    expect(await read(line('前') + body + line('后'))).toEqual([
      '前',
      ['0,0 甲', '0,1 乙', '1,0 丙\n丁', '1,1 3'],
      ['0,0 1', '0,1 2'],
      '后',
    ]);
  });

  test('a frame around text and tables is no table', async () => {
    const inner = table([row(cells('项目', '金额')), row(cells('合计', '1'))]);
    const body = table([row([cell(line('收支预算总表') + inner)])]);
    expect(await read(body)).toEqual([
      '收支预算总表',
      ['0,0 项目', '0,1 金额', '1,0 合计', '1,1 1'],
    ]);
  });

  test('any prefix of the namespace will do', async () => {
    const body =
      '<n:tbl><n:tr><n:tc><n:p><n:r><n:t>甲</n:t></n:r></n:p></n:tc><n:tc><n:tcPr><n:gridSpan n:val="3"/></n:tcPr><n:p><n:r><n:t>乙&amp;&#x4e19;</n:t></n:r></n:p></n:tc></n:tr></n:tbl>';
    expect(shortForm(await readBytes('a.docx', docx(body, {}, 'n')))).toEqual([
      ['0,0 甲', '0,1 1x3 乙&丙'],
    ]);
  });
});

describe('text of a Word document', () => {
  test('codes of fields, deleted and hidden text, notes and second versions of drawings are left out', async () => {
    const field = (code: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = [
      paragraph(
        run('见') +
          field(' REF a ', '表一') +
          run('。') +
          '<w:r><w:footnoteReference w:id="2"/></w:r>',
      ),
      paragraph(
        run('一') +
          `<w:del>${run('二')}<w:r><w:delText>三</w:delText></w:r></w:del>` +
          `<w:ins>${run('四')}</w:ins>`,
      ),
      paragraph(
        run('五') + run('六', '<w:vanish/>') + '<w:r><w:tab/><w:t>七</w:t><w:noBreakHyphen/></w:r>',
      ),
      paragraph('<w:fldSimple w:instr="DATE">' + run('八') + '</w:fldSimple>'),
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${line('框')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${line('框')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>${run('外')}`,
      ),
    ].join('');
    expect(await read(body)).toEqual(['见表一。', '一四', '五\t七-', '八', '框', '外']);
  });

  test('a field that never says its result does not swallow what follows', async () => {
    const open =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>';
    expect(await read(paragraph(run('一') + open) + line('二'))).toEqual(['一', '二']);
  });

  test('headings by style, by outline, and short bold, centred or numbered lines', async () => {
    const styles = `<w:styles xmlns:w="x/wordprocessingml/2006/main">
      <w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/></w:style>
      <w:style w:type="paragraph" w:styleId="k"><w:name w:val="章"/><w:basedOn w:val="h"/></w:style>
      <w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style></w:styles>`;
    const body = [
      paragraph(run('职能'), '<w:pStyle w:val="k"/>'),
      paragraph(run('机构'), '<w:outlineLvl w:val="0"/>'),
      paragraph(run('目录行'), '<w:pStyle w:val="toc"/>'),
      paragraph(run('说明', '<w:b/>')),
      paragraph(run('不是', '<w:b w:val="0"/>')),
      paragraph(run('收支预算总表'), '<w:jc w:val="center"/>'),
      line('第二部分 预算表'),
      line('（一）负责全县工作。'),
    ].join('');
    expect(await read(body, { 'styles.xml': styles })).toEqual([
      '# 职能',
      '# 机构',
      '目录行',
      '# 说明',
      '不是',
      '# 收支预算总表',
      '# 第二部分 预算表',
      '（一）负责全县工作。',
    ]);
  });

  test('numbers of lists are written as they are shown', async () => {
    const numbering = `<w:numbering xmlns:w="x/wordprocessingml/2006/main">
      <w:abstractNum w:abstractNumId="7">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
        <w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>
      </w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
      <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
    </w:numbering>`;
    const item = (text: string, list: number, level: number) =>
      paragraph(
        run(text),
        `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`,
      );
    const body = [
      item('职能', 1, 0),
      item('甲', 1, 1),
      item('乙', 1, 1),
      item('点', 1, 2),
      item('机构', 1, 0),
      item('丙', 1, 1),
      item('新', 2, 0),
      item('无', 0, 0),
    ].join('');
    expect(await read(body, { 'numbering.xml': numbering })).toEqual([
      '# 一、职能',
      '一.1甲',
      '一.2乙',
      '点',
      '# 二、机构',
      '二.1丙',
      '# 五、新',
      '无',
    ]);
  });

  test('embedded tables, of which only a picture is shown, are told', async () => {
    const body =
      table([row(cells('a', 'b'))]) + paragraph('<w:r><w:object><w:pict/></w:object></w:r>');
    const { notes } = await readBytes('a.docx', docx(body));
    expect(notes).toMatchObject([{ code: 'unread_objects', count: 1 }]);
  });

  test('Word documents in one XML file', async () => {
    const old = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>${table([row([cell(line('a'), '<w:vmerge w:val="restart"/>'), ...cells('b')]), row([cell(line(''), '<w:vmerge/>'), ...cells('c')])])}<w:sectPr><w:hdr w:type="odd">${line('页眉')}</w:hdr></w:sectPr></w:body></w:wordDocument>`;
    const document = await readBytes('a.doc', old);
    expect(shortForm(document)).toEqual([['0,0 2x1 a', '0,1 b', '1,1 c']]);
    expect(document.notes.map(({ code }) => code)).toEqual(['misnamed_file']);
  });
});

describe('Word documents that cannot be read', () => {
  const whole = docx(line('文字'));
  test.each([
    ['cut off', whole.slice(0, whole.length - 40), 'damaged_file'],
    ['without text', docx(''), 'empty_file'],
    ['with pictures only', docx(paragraph('<w:r><w:drawing/></w:r>')), 'scanned_document'],
    [
      'a part missing',
      zip({ '[Content_Types].xml': '<x/>', 'word/styles.xml': '<x/>' }),
      'damaged_file',
    ],
    [
      'more text than any document has',
      zip({
        '[Content_Types].xml': '<x/>',
        'word/document.xml': 'x'.repeat(65 * 1024 ** 2),
      }),
      'too_large',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(readBytes('a.docx', bytes))).toBe(code);
  });

  test('tables in tables, thousands of levels deep and never closed, are read as far as it goes', async () => {
    const deep = '<w:tbl><w:tr><w:tc>'.repeat(20_000) + line('底');
    expect(await read(line('上') + deep)).toEqual(['上', '底']);
  });
});

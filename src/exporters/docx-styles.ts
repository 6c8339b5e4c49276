import { AlignmentType, LineRuleType, type IStylesOptions } from 'docx';

/** Points to the half points and twentieths in which Word counts. */
const half = (points: number): number => points * 2;
const twip = (points: number): number => points * 20;

/** Fonts of an office: those for Chinese are in every Chinese Windows, those for Latin in every Word. */
const SERIF = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: '宋体',
};
const SANS = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: '黑体' };

/** Space after a paragraph in points, and between its lines in 240ths of a line: high pictures make lines high. */
const spacing = (after: number, line: number) => ({
  after: twip(after),
  line,
  lineRule: LineRuleType.AUTO,
});

export const SOFT = '565F69';
export const WARN = '8A5A00';
const INK = '1D2126';
const RULE = 'CFCABF';
const LINE = 'E6E3DC';

/** Styles of the paragraphs of a report beside Word's own. */
export const STYLE = {
  soft: 'ReportSoft',
  guard: 'ReportGuard',
  cell: 'ReportCell',
  head: 'ReportHead',
  picture: 'ReportPicture',
  source: 'ReportSource',
  table: 'ReportTable',
} as const;

const rule = (side: string, color: string, size: number): string =>
  `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${color}"/>`;

/**
 * Styles that are written as they are, for tables have no other way: what Word bases paragraphs and tables on, and the
 * tables of a report with rules above, below and between rows, the head in bold.
 */
export const EXTERNAL_STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:docDefaults><w:rPrDefault/><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="${STYLE.table}"><w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>
<w:tblPr><w:tblBorders>${rule('top', RULE, 8)}${rule('bottom', RULE, 8)}${rule('insideH', LINE, 4)}</w:tblBorders>
<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr><w:tblStylePr w:type="lastRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>
</w:styles>`;

const heading = (points: number, before: number, after: number) => ({
  run: { font: SANS, size: half(points), bold: true, color: INK },
  paragraph: { spacing: { before: twip(before), after: twip(after) }, keepNext: true },
});

const small = (id: string, name: string, run: object = {}, paragraph: object = {}) => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run: { size: half(9), ...run },
  paragraph: { spacing: spacing(3, 260), ...paragraph },
});

/** Word's own styles as this report has them, and the few of its own. */
export const styles = (): IStylesOptions => ({
  default: {
    document: {
      run: { font: SERIF, size: half(10.5), color: INK },
      paragraph: { spacing: spacing(6, 320) },
    },
    title: {
      run: { font: SANS, size: half(20), bold: true, color: INK },
      paragraph: { spacing: spacing(6, 240) },
    },
    heading1: heading(16, 20, 8),
    heading2: heading(13, 14, 6),
    heading3: heading(11, 10, 4),
    caption: {
      run: { font: SANS, size: half(9), color: INK, bold: false, italics: false },
      paragraph: { spacing: { before: twip(6), after: twip(3) }, keepNext: true },
    },
    listParagraph: { run: { size: half(9), color: SOFT } },
  },
  paragraphStyles: [
    small(STYLE.soft, 'Report Soft', { color: SOFT }, { keepNext: true }),
    small(STYLE.guard, 'Report Guard', { color: WARN }, { keepNext: true }),
    small(STYLE.cell, 'Report Cell', {}, { spacing: spacing(0, 250) }),
    small(STYLE.head, 'Report Head', { font: SANS, bold: true }, { spacing: spacing(0, 250) }),
    small(
      STYLE.picture,
      'Report Picture',
      {},
      {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: spacing(2, 240),
      },
    ),
    small(STYLE.source, 'Report Source', { color: SOFT, size: half(8.5) }),
  ],
});

import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type {
  ReportBlock,
  ReportCard,
  ReportColumn,
  ReportDocument,
  ReportFileWords,
  ReportPicture,
  ReportTable,
} from '@/domain/report';
import { EXTERNAL_STYLES, SOFT, STYLE, styles } from './docx-styles';

/** Bytes of a PNG. */
type Png = Uint8Array;
type Block = ReportBlock<Png>;

const PAGE = { width: 210, height: 297, side: 20, top: 20 } as const;
const TEXT_WIDTH = convertMillimetersToTwip(PAGE.width - 2 * PAGE.side);
/** Tallest picture that fits on a page beside its caption and source, in CSS pixels. */
const TALLEST = 860;

/** A text without the characters that XML cannot hold: a file with them would not open. */
export const xmlText = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');

const run = (text: string, more: object = {}): TextRun =>
  new TextRun({ text: xmlText(text), ...more });

const paragraph = (text: string, style: string): Paragraph =>
  new Paragraph({ style, children: [run(text)] });

const heading = (text: string, level: 'HEADING_1' | 'HEADING_2' | 'HEADING_3'): Paragraph =>
  new Paragraph({ heading: HeadingLevel[level], children: [run(text)] });

const STYLE_OF_TONE = { plain: 'Normal', soft: STYLE.soft, guard: STYLE.guard } as const;

/** Widths of columns in twips: their shares of the width of the text. */
function widths(columns: readonly ReportColumn[]): number[] {
  const whole = columns.reduce((sum, { width = 1 }) => sum + width, 0);
  return columns.map(({ width = 1 }) => Math.floor((TEXT_WIDTH * width) / whole));
}

/** A cell of text alone: each line of it is a paragraph. */
function tableCell(
  text: string,
  {
    width,
    figures,
    style,
    bold,
  }: { width: number; figures: boolean; style: string; bold?: boolean },
): TableCell {
  const alignment = figures ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: text
      .split('\n')
      .map(
        (line) => new Paragraph({ style, alignment, children: [run(line, bold ? { bold } : {})] }),
      ),
  });
}

function table({ columns, rows, sums = 0 }: Omit<ReportTable, 'is' | 'title'>): Table {
  const sizes = widths(columns);
  const firstSum = rows.length - sums;
  const row = (texts: readonly string[], style: string, { isHead = false, bold = false } = {}) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: columns.map((column, i) =>
        tableCell(texts[i] ?? '', {
          width: sizes[i] ?? 0,
          figures: column.figures ?? false,
          style,
          bold,
        }),
      ),
    });
  return new Table({
    style: STYLE.table,
    layout: TableLayoutType.FIXED,
    width: { size: sizes.reduce((sum, size) => sum + size, 0), type: WidthType.DXA },
    columnWidths: sizes,
    tableLook: { firstRow: true, lastRow: sums > 0, noHBand: true, noVBand: true },
    rows: [
      row(
        columns.map(({ head, unit }) => (unit ? `${head}\n${unit}` : head)),
        STYLE.head,
        { isHead: true },
      ),
      ...rows.map((cells, i) =>
        row(
          cells.map(({ text }) => text),
          STYLE.cell,
          { bold: i >= firstSum },
        ),
      ),
    ],
  });
}

/** Space after a table, which has none of its own. */
const gap = (): Paragraph => new Paragraph({ style: STYLE.cell, children: [] });

function card({ name, facts, figures }: ReportCard, words: ReportFileWords): (Paragraph | Table)[] {
  const [figure, value, note] = words.card;
  return [
    heading(name, 'HEADING_3'),
    paragraph(facts.join(' · '), STYLE.soft),
    table({
      columns: [
        { head: figure, width: 1.4 },
        { head: value, figures: true },
        { head: note, width: 2 },
      ],
      rows: figures.map(({ label, cell, unit, note: about }) => [
        { text: label },
        { text: unit ? `${cell.text} ${unit}` : cell.text },
        { text: about },
      ]),
    }),
    gap(),
  ];
}

function picture(block: ReportPicture<Png>): Paragraph[] {
  const scale = Math.min(1, TALLEST / block.height);
  const size = { width: Math.round(block.width * scale), height: Math.round(block.height * scale) };
  const about = { name: xmlText(block.title), description: xmlText(block.description) };
  const legend = block.legend.flatMap(({ name, color }) => [
    run('■ ', { color: color.replace('#', '') }),
    run(`${name}　`),
  ]);
  return [
    paragraph([block.title, block.subtitle].filter(Boolean).join('　'), 'Caption'),
    new Paragraph({
      style: STYLE.picture,
      children: [
        new ImageRun({ type: 'png', data: block.drawn, transformation: size, altText: about }),
      ],
    }),
    ...(legend.length > 0 ? [new Paragraph({ style: STYLE.source, children: legend })] : []),
    paragraph(block.source, STYLE.source),
  ];
}

function blockParts(block: Block, words: ReportFileWords): (Paragraph | Table)[] {
  switch (block.is) {
    case 'heading':
      return [heading(block.text, 'HEADING_2')];
    case 'text':
      return [paragraph(block.text, STYLE_OF_TONE[block.tone])];
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({ style: 'ListParagraph', bullet: { level: 0 }, children: [run(item)] }),
      );
    case 'cards':
      return block.cards.flatMap((one) => card(one, words));
    case 'picture':
      return picture(block);
    case 'table':
      return [paragraph(block.title, 'Caption'), table(block), gap()];
  }
}

function pageNumbers({ page: [before, between, after] }: ReportFileWords): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: STYLE.source,
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
          }),
        ],
      }),
    ],
  });
}

const header = (title: string): Header =>
  new Header({
    children: [
      new Paragraph({
        style: STYLE.source,
        alignment: AlignmentType.RIGHT,
        children: [run(title, { color: SOFT })],
      }),
    ],
  });

/**
 * A report as a Word file: Word's own headings, captions and lists, tables that can be edited, pictures with the words
 * that describe them. All that comes from data is text: nothing of it is a field, a link or a macro.
 */
export async function reportDocx(
  report: ReportDocument<Png>,
  words: ReportFileWords,
): Promise<Uint8Array> {
  const { title, subtitle, by, dateline, note, sections } = report;
  const top = convertMillimetersToTwip(PAGE.top);
  const side = convertMillimetersToTwip(PAGE.side);
  const document = new Document({
    title: xmlText(title),
    subject: xmlText(subtitle),
    creator: xmlText(by) || 'Tongchi',
    lastModifiedBy: 'Tongchi',
    description: xmlText(dateline),
    externalStyles: EXTERNAL_STYLES,
    styles: styles(),
    sections: [
      {
        properties: {
          page: {
            size: {
              width: convertMillimetersToTwip(PAGE.width),
              height: convertMillimetersToTwip(PAGE.height),
            },
            margin: { top, bottom: top, left: side, right: side },
          },
        },
        headers: { default: header(title) },
        footers: { default: pageNumbers(words) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [run(title)] }),
          paragraph(subtitle, 'Normal'),
          paragraph([by, dateline].filter(Boolean).join(' · '), STYLE.source),
          ...note.map((text) => paragraph(text, 'Normal')),
          ...sections.flatMap((section) => [
            heading(section.title, 'HEADING_1'),
            ...section.blocks.flatMap((block) => blockParts(block, words)),
          ]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

import { cmapInNode } from '@/importers/pdf/cmap-node';
import { readPdf } from '@/importers/pdf/read-pdf';
import type { Grid, GridCell, PublishedDocument, TextBlock } from '@/domain/published-document';

/** A page as drawn, in points from its top left. */
export interface DrawnPage {
  width?: number;
  height?: number;
  /** Degrees clockwise by which it is shown turned. */
  rotate?: number;
  /** Content, as `text`, `line` and the others below make it. */
  content: readonly string[];
}

const A4 = { width: 595, height: 842 };

const hex = (text: string): string =>
  Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).padStart(4, '0'),
  ).join('');

/** Text whose foot line begins at a place; Chinese characters are as wide as high, others half of it. */
export const text = (x: number, y: number, words: string, size = 10): string =>
  `BT /F1 ${size} Tf 1 0 0 -1 ${x} ${y} Tm <${hex(words)}> Tj ET`;

/** Width of text in points. */
export const widthOf = (words: string, size = 10): number =>
  Array.from(words).reduce((sum, each) => sum + (each.charCodeAt(0) < 128 ? 0.5 : 1) * size, 0);

/** Text that ends at a place, as figures do. */
export const textTo = (right: number, y: number, words: string, size = 10): string =>
  text(right - widthOf(words, size), y, words, size);

export const line = (x0: number, y0: number, x1: number, y1: number): string =>
  `0.5 w ${x0} ${y0} m ${x1} ${y1} l S`;

/** Lines around every cell of a table with these edges. */
export const lattice = (xs: readonly number[], ys: readonly number[]): string[] => [
  ...ys.map((y) => line(xs[0]!, y, xs.at(-1)!, y)),
  ...xs.map((x) => line(x, ys[0]!, x, ys.at(-1)!)),
];

/** A picture over the whole page. */
export const picture = ({ width, height } = A4): string =>
  `q ${width} 0 0 ${height} 0 0 cm /Im Do Q`;

/** Content that is turned a quarter clockwise on a page of this width. */
export const turned = (width: number, content: readonly string[]): string[] => [
  `q 0 1 -1 0 ${width} 0 cm`,
  ...content,
  'Q',
];

interface WrittenPdf {
  /** Fonts that name their characters; otherwise they are numbers without meaning. */
  named?: boolean;
  /** It asks for a password. */
  locked?: boolean;
}

/** The bytes of a PDF. */
export function pdf(
  pages: readonly DrawnPage[],
  { named = true, locked = false }: WrittenPdf = {},
): Uint8Array<ArrayBuffer> {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (dict: string, data: string) =>
    `<< ${dict} /Length ${data.length} >>\nstream\n${data}\nendstream`;
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ');
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  const ordering = named ? 'GB1' : 'Identity';
  const encoding = named ? 'UniGB-UCS2-H' : 'Identity-H';
  add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding} /DescendantFonts [4 0 R] >>`,
  );
  add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /DW 1000 /W [1 95 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>`,
  );
  add(
    stream(
      '/Type /XObject /Subtype /Image /Width 200 /Height 200 /ColorSpace /DeviceGray /BitsPerComponent 8',
      ' '.repeat(40_000),
    ),
  );
  for (const [index, { width, height, rotate = 0, content }] of pages.entries()) {
    const size = { width: width ?? A4.width, height: height ?? A4.height };
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.width} ${size.height}] /Rotate ${rotate} /Resources << /Font << /F1 3 0 R >> /XObject << /Im 5 0 R >> >> /Contents ${7 + index * 2} 0 R >>`,
    );
    add(stream('', [`1 0 0 -1 0 ${size.height} cm`, ...content].join('\n')));
  }
  const locks = locked
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00><00>]`
    : '';
  return assembled(objects, locks);
}

function assembled(objects: readonly string[], trailer: string): Uint8Array<ArrayBuffer> {
  let out = '%PDF-1.5\n';
  const offsets = objects.map((body, index) => {
    const at = out.length;
    out += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = out.length;
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(out, (each) => each.charCodeAt(0));
}

/** A PDF of these bytes, read. */
export const readBytes = (bytes: Uint8Array<ArrayBuffer>): Promise<PublishedDocument> =>
  readPdf({ path: '预算.pdf', blob: new Blob([bytes]) }, { cmap: cmapInNode });

/** A drawn document, read. */
export const readDrawn = (...pages: readonly DrawnPage[]): Promise<PublishedDocument> =>
  readBytes(pdf(pages));

export const grids = ({ blocks }: PublishedDocument): Grid[] =>
  blocks.filter((block): block is Grid => block.kind === 'grid');

export const texts = ({ blocks }: PublishedDocument): string[] =>
  blocks.filter((block): block is TextBlock => block.kind === 'text').map((block) => block.text);

/** Cells of a row as texts, blank places included; merged cells once. */
export function rowTexts(grid: Grid, row: number): string[] {
  const cells = grid.cells.filter((cell) => cell.row === row);
  return Array.from(
    { length: grid.columns },
    (_, column) => cells.find((cell) => cell.column === column)?.text ?? '',
  );
}

export const cellAt = (grid: Grid, row: number, column: number): GridCell | undefined =>
  grid.cells.find((cell) => cell.row === row && cell.column === column);

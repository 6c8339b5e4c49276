import { strToU8, zipSync } from 'fflate';
import type { GridCell, PublishedDocument } from '@/domain/published-document';
import { readPublished } from '@/importers/documents/read-published';

/** A zip archive of texts. */
export const zip = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A DOCX file with this body; further parts by their names in the folder `word`. */
export const docx = (body: string, parts: Record<string, string> = {}, prefix = 'w'): Uint8Array =>
  zip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels':
      '<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><${prefix}:document xmlns:${prefix}="${NAMESPACE}"><${prefix}:body>${body}</${prefix}:body></${prefix}:document>`,
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [`word/${name}`, xml])),
  });

export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
export const line = (text: string): string => paragraph(run(text));
/** A cell of a table; its content is markup. */
export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
export const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
export const table = (rows: readonly string[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
export const cells = (...texts: string[]): string[] => texts.map((text) => cell(line(text)));

export const readBytes = (path: string, content: Uint8Array | string): Promise<PublishedDocument> =>
  readPublished(
    { path, blob: new Blob([content as BlobPart]) },
    { cmap: () => Promise.reject(new Error('not asked for')) },
  );

const cellWords = ({ row: r, column, rows, columns, text }: GridCell): string =>
  `${r},${column}${rows * columns > 1 ? ` ${rows}x${columns}` : ''} ${text}`;

/** A document in short: headings with `#`, other text, and the cells of tables by row, column and reach. */
export const shortForm = ({ blocks }: PublishedDocument): (string | string[])[] =>
  blocks.map((block) =>
    block.kind === 'grid'
      ? block.cells.map(cellWords)
      : `${block.heading ? '# ' : ''}${block.text}`,
  );

export const codeOf = async (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'read',
    (error: { issues?: { code: string }[] }) => error.issues?.[0]?.code ?? String(error),
  );

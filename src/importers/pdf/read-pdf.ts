import type { PublishedDocument } from '@/domain/published-document';
import type { InputSource } from '../source';
import { blocksOf } from './blocks';
import { withoutFurniture } from './furniture';
import { damaged, openPdf, type PdfTools } from './open-pdf';
import { readContent } from './page-content';
import { readPage, type ReadPage } from './read-page';
import { reasonOf } from '../refuse';

export type { PdfTools } from './open-pdf';

/** Pages after which fonts and other things kept for later pages are let go. */
const CLEAN_UP = 100;

/**
 * Reads a PDF that has text: ruled tables, tables that are only aligned, and the text between them.
 * @throws InputError if it asks for a password, is damaged, too large, scanned, or its text has no meaning.
 */
export async function readPdf(source: InputSource, tools: PdfTools): Promise<PublishedDocument> {
  const { pdfjs, document, close } = await openPdf(source, tools);
  try {
    const pages: ReadPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      tools.signal?.throwIfAborted();
      const page = await document.getPage(number).catch((error: unknown) => {
        throw damaged(source, reasonOf(error));
      });
      pages.push(readPage(await readContent(pdfjs, page)));
      page.cleanup();
      if (number % CLEAN_UP === 0) await document.cleanup();
      tools.onPage?.(number, document.numPages);
    }
    return {
      file: source.path,
      format: 'pdf',
      pages: document.numPages,
      blocks: blocksOf(withoutFurniture(pages)),
      notes: [],
    };
  } finally {
    await close();
  }
}

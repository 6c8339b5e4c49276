import type { PublishedDocument } from '@/domain/published-document';
import { reasonOf } from '../refuse';
import type { InputSource } from '../source';
import { blocksOf } from './blocks';
import { withoutFurniture } from './furniture';
import type { PageContent } from './geometry';
import { damaged, openPdf, type OpenPdf, type PdfTools } from './open-pdf';
import { readContent } from './page-content';
import { checkPages } from './soundness';
import { readPage, type ReadPage } from './read-page';

export type { PdfTools } from './open-pdf';

/** Pages after which fonts and other things kept for later pages are let go. */
const CLEAN_UP = 100;

/**
 * Reads a PDF that has text: ruled tables, tables that are only aligned, and the text between them.
 * @throws InputError if it asks for a password, is damaged, too large, scanned, or its text has no meaning.
 */
export async function readPdf(source: InputSource, tools: PdfTools): Promise<PublishedDocument> {
  const { pdfjs, document, cutOff, close } = await openPdf(source, tools);
  try {
    const pages: ReadPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      tools.signal?.throwIfAborted();
      pages.push(readPage(await contentOf(source, { pdfjs, document }, number)));
      if (number % CLEAN_UP === 0) await document.cleanup();
      tools.onPage?.(number, document.numPages);
    }
    return {
      file: source.path,
      format: 'pdf',
      pages: document.numPages,
      blocks: blocksOf(withoutFurniture(pages)),
      notes: checkPages(source, pages, cutOff),
    };
  } finally {
    await close();
  }
}

/** What a page shows, and nothing of it kept afterwards. */
async function contentOf(
  source: InputSource,
  { pdfjs, document }: Pick<OpenPdf, 'pdfjs' | 'document'>,
  number: number,
): Promise<PageContent> {
  try {
    const page = await document.getPage(number);
    const content = await readContent(pdfjs, page);
    page.cleanup();
    return content;
  } catch (error) {
    throw damaged(source, `page ${number}: ${reasonOf(error)}`);
  }
}

import { cmapInNode } from '@/importers/pdf/cmap-node';
import { openPdf } from '@/importers/pdf/open-pdf';
import { readContent } from '@/importers/pdf/page-content';
import { areaOfAll, textOf, wordsOf } from '@/importers/pdf/words';

/** A word of a printed page, in points from the left and from the top. */
export interface PrintedWord {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Part of it is hidden behind an edge. */
  isCut: boolean;
}

export interface PrintedPage {
  width: number;
  height: number;
  words: readonly PrintedWord[];
}

/** What stands where on the pages of a PDF. */
export async function printedPages(bytes: Uint8Array): Promise<PrintedPage[]> {
  const source = { path: 'printed.pdf', blob: new Blob([bytes as BlobPart]) };
  const { pdfjs, document, close } = await openPdf(source, { cmap: cmapInNode });
  try {
    const pages: PrintedPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { width, height, glyphs } = await readContent(pdfjs, page);
      const words = wordsOf(glyphs).map((word) => ({
        ...areaOfAll(word.glyphs),
        text: textOf(word),
        isCut: word.glyphs.some(({ cut }) => cut !== 'none'),
      }));
      pages.push({ width, height, words });
      page.cleanup();
    }
    return pages;
  } finally {
    await close();
  }
}

import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ContentReader } from './content-reader';
import type { Matrix, PageContent } from './geometry';
import type { PdfJs } from './open-pdf';
import { operationsOf, type Operation } from './operations';
import type { Font } from './text-state';
import { uprightContent } from './upright';

let table: { pdfjs: PdfJs; operations: (Operation | undefined)[] } | null = null;

/** Text and straight lines of a page, upright. The page is to be cleaned up afterwards. */
export async function readContent(pdfjs: PdfJs, page: PDFPageProxy): Promise<PageContent> {
  const { fnArray, argsArray } = await page.getOperatorList({
    annotationMode: pdfjs.AnnotationMode.DISABLE,
  });
  if (table?.pdfjs !== pdfjs) table = { pdfjs, operations: operationsOf(pdfjs) };
  const viewport = page.getViewport({ scale: 1 });
  const fonts = await fontsOf(pdfjs, page, fnArray, argsArray);
  const whole = { left: 0, top: 0, right: viewport.width, bottom: viewport.height };
  const reader = new ContentReader(viewport.transform as unknown as Matrix, whole, fonts);
  for (const [index, code] of fnArray.entries())
    table.operations[code]?.(reader, (argsArray[index] as readonly unknown[] | null) ?? []);
  return uprightContent(reader, page.pageNumber, viewport);
}

/** The fonts that are set on a page, once pdf.js has handed them over. */
async function fontsOf(
  { OPS }: PdfJs,
  page: PDFPageProxy,
  codes: readonly number[],
  args: readonly unknown[],
): Promise<Map<string, Font>> {
  const fonts = new Map<string, Font>();
  const names = new Set<string>();
  for (const [index, code] of codes.entries()) {
    if (code === OPS.dependency || code === OPS.setFont)
      names.add(String((args[index] as readonly unknown[])[0]));
    if (code === OPS.setGState)
      for (const [key, value] of (args[index] as [[string, unknown][]])[0])
        if (key === 'Font' && Array.isArray(value)) names.add(String(value[0]));
  }
  const { commonObjs } = page as unknown as { commonObjs: PdfObjects };
  for (const name of names) {
    if (!/_f\d+$/.test(name)) continue;
    const font = await new Promise<unknown>((resolve) => commonObjs.get(name, resolve));
    if (font !== null && typeof font === 'object') fonts.set(name, font as Font);
  }
  return fonts;
}

interface PdfObjects {
  get(name: string, found: (object: unknown) => void): void;
}

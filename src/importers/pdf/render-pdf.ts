import type { InputSource } from '../source';
import { bytesOf } from '../source';
import { baseParameters, loadPdfJs, opened, type PdfTools } from './open-pdf';

/** Pixels of a picture at most, which is a page of A3 at 300 to the inch. */
const MAX_PIXELS = 18_000_000;

/**
 * A page as it is shown, drawn to a width in pixels; `page` counts from 1. For workers of browsers: it draws on canvases
 * that belong to no page, and fonts are drawn by their outlines.
 * @throws InputError if the document cannot be opened; Error if it has no such page.
 */
export async function renderPdfPage(
  source: InputSource,
  page: number,
  widthInPixels: number,
  tools: PdfTools,
): Promise<ImageBitmap> {
  const [pdfjs, worker] = await loadPdfJs();
  Object.assign(globalThis, { pdfjsWorker: worker });
  const task = pdfjs.getDocument({
    ...baseParameters(tools),
    data: await bytesOf(source.blob),
    disableFontFace: true,
    CanvasFactory: WorkerCanvases,
    FilterFactory: NoFilters,
  });
  try {
    const document = await opened(task, source);
    const shown = await document.getPage(page);
    const { width, height } = shown.getViewport({ scale: 1 });
    const scale = Math.min(widthInPixels / width, Math.sqrt(MAX_PIXELS / (width * height)));
    const viewport = shown.getViewport({ scale });
    const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    // For the screen it would wait for the frames of a page, which a worker does not have.
    await shown.render({ canvas: canvas as never, viewport, intent: 'print' }).promise;
    return canvas.transferToImageBitmap();
  } finally {
    await task.destroy();
  }
}

interface CanvasAndContext {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

/** Canvases for intermediate pictures. */
class WorkerCanvases {
  create(width: number, height: number): CanvasAndContext {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d') };
  }

  reset({ canvas }: CanvasAndContext, width: number, height: number): void {
    if (!canvas) return;
    canvas.width = width;
    canvas.height = height;
  }

  destroy(target: CanvasAndContext): void {
    target.canvas = null;
    target.context = null;
  }
}

/** Filters live in a page's document, which a worker does not have: pictures are drawn without them. */
class NoFilters {
  addFilter = none;
  addHCMFilter = none;
  addAlphaFilter = none;
  addLuminosityFilter = none;
  addHighlightHCMFilter = none;

  destroy(): void {}
}

function none(): string {
  return 'none';
}

import { refusal } from '../refuse';
import { bytesOf, type InputSource } from '../source';
import { baseParameters, loadPdfJs, opened, type PdfTools } from './open-pdf';
import { SameThreadPort } from './port';

/** Pictures of a page are drawn up to this size; larger ones would take the memory of the tab. */
const MAX_IMAGE_PIXELS = 64 * 1024 ** 2;
const MAX_WIDTH = 4_096;

/** The canvases of a worker: there is no page to make them. */
class WorkerCanvasFactory {
  create(width: number, height: number) {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: false }) };
  }

  reset({ canvas }: { canvas: OffscreenCanvas }, width: number, height: number): void {
    canvas.width = width;
    canvas.height = height;
  }

  destroy({ canvas }: { canvas: OffscreenCanvas }): void {
    canvas.width = 0;
    canvas.height = 0;
  }
}

/** Filters belong to a page's document; what they would do to pictures is left out. */
class NoFilters {
  addFilter(): string {
    return 'none';
  }
  addHCMFilter(): string {
    return 'none';
  }
  addAlphaFilter(): string {
    return 'none';
  }
  addLuminosityFilter(): string {
    return 'none';
  }
  addHighlightHCMFilter(): string {
    return 'none';
  }
  destroy(): void {}
}

/**
 * A page, from 1, as it is shown, as a picture of so many pixels' width. For a worker of a browser.
 * @throws InputError if the document cannot be opened or has no such page.
 */
export async function renderPdfPage(
  source: InputSource,
  page: number,
  width: number,
  tools: PdfTools,
): Promise<ImageBitmap> {
  const [pdfjs, worker] = await loadPdfJs();
  const port = new SameThreadPort();
  worker.WorkerMessageHandler.initializeFromPort(port);
  const task = pdfjs.getDocument({
    ...baseParameters(tools),
    data: await bytesOf(source.blob),
    worker: new pdfjs.PDFWorker({ port: port as unknown as null, verbosity: 0 }),
    maxImageSize: MAX_IMAGE_PIXELS,
    disableFontFace: true,
    CanvasFactory: WorkerCanvasFactory,
    FilterFactory: NoFilters,
  });
  const document = await opened(task, source);
  try {
    if (page < 1 || page > document.numPages) throw noSuchPage(source, page, document.numPages);
    const proxy = await document.getPage(page);
    const { width: points } = proxy.getViewport({ scale: 1 });
    const viewport = proxy.getViewport({ scale: Math.min(width, MAX_WIDTH) / points });
    const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    await proxy.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
    return canvas.transferToImageBitmap();
  } finally {
    await task.destroy();
    port.terminate();
  }
}

const noSuchPage = ({ path }: InputSource, page: number, pages: number) =>
  refusal('damaged_file', path, `it has ${pages} pages, and page ${page} was asked for.`);

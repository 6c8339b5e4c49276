import type * as PdfJsModule from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { reasonOf, refusal } from '../refuse';
import { bytesOf, type InputSource } from '../source';
import { SameThreadPort } from './port';

/** What a reader of PDF needs from outside. */
export interface PdfTools {
  /** The packed CMap of this name, as pdf.js ships it. */
  cmap: (name: string) => Promise<Uint8Array>;
  onPage?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

export type PdfJs = typeof PdfJsModule;

/** An open document, and pdf.js itself, which is loaded with the first document. */
export interface OpenPdf {
  pdfjs: PdfJs;
  document: PDFDocumentProxy;
  /** The bytes do not end as a whole file does; what can be read was searched for. */
  cutOff: boolean;
  close(): Promise<void>;
}

const MAX_BYTES = 500 * 1024 ** 2;
const MAX_PAGES = 2_000;
/** Pictures are not looked at; only those that may be a ruling line are let through. */
const MAX_LINE_PIXELS = 16_384;
/** A whole file ends with this mark, but for what mail and scanners add. */
const END = '%%EOF';
const TAIL = 4_096;

/**
 * Opens a PDF. Both halves of pdf.js run in this thread; nothing is fetched and no code is made at run time.
 * @throws InputError if it asks for a password, is damaged or too large.
 */
export async function openPdf(source: InputSource, tools: PdfTools): Promise<OpenPdf> {
  if (source.blob.size > MAX_BYTES) throw tooLarge(source, `${MAX_BYTES / 1024 ** 2} MB`);
  const [pdfjs, worker] = await loadPdfJs();
  const data = await bytesOf(source.blob);
  const cutOff = !new TextDecoder('latin1').decode(data.subarray(-TAIL)).includes(END);
  const port = new SameThreadPort();
  worker.WorkerMessageHandler.initializeFromPort(port);
  const task = pdfjs.getDocument({
    ...baseParameters(tools),
    data,
    worker: new pdfjs.PDFWorker({ port: port as unknown as null, verbosity: 0 }),
    maxImageSize: MAX_LINE_PIXELS,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableFontFace: false,
    ownerDocument: NO_FONTS as unknown as HTMLDocument,
  });
  const document = await opened(task, source, cutOff);
  const close = async () => {
    await task.destroy();
    port.terminate();
  };
  if (document.numPages > MAX_PAGES) {
    await close();
    throw tooLarge(source, `${MAX_PAGES} pages`, `${document.numPages} pages`);
  }
  return { pdfjs, document, cutOff, close };
}

/** Options that hold wherever a document is opened, for reading or for drawing. */
export const baseParameters = ({ cmap }: PdfTools) => ({
  verbosity: 0,
  isEvalSupported: false,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  stopAtErrors: false,
  CMapReaderFactory: class {
    async fetch({ name }: { name: string }) {
      return { cMapData: await cmap(name), isCompressed: true };
    }
  },
  StandardFontDataFactory: NoBinaryData,
  WasmFactory: NoBinaryData,
});

/** Standard fonts and decoders of pictures are not shipped; text is read without them. */
class NoBinaryData {
  fetch(): Promise<never> {
    return Promise.reject(new Error('not shipped'));
  }
}

/** Takes the place of the page that fonts would be added to: they are not drawn. */
const NO_FONTS = {
  fonts: {
    add: () => {
      throw new Error('fonts are not drawn here');
    },
    delete: () => false,
  },
};

/** pdf.js and its worker's code, loaded when the first PDF comes. */
export const loadPdfJs = () =>
  Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);

/** The document of a task, or why it cannot be opened. */
export async function opened(
  task: PDFDocumentLoadingTask,
  source: InputSource,
  cutOff = false,
): Promise<PDFDocumentProxy> {
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    if (error instanceof Error && error.name === 'PasswordException') throw locked(source);
    throw damaged(source, cutOff ? 'its end is cut off' : reasonOf(error));
  }
}

const locked = ({ path }: InputSource) =>
  refusal(
    'password_protected',
    path,
    'it asks for a password; open it in a PDF program, remove the password and save it again.',
  );

/** The refusal of a file of which not everything can be read. */
export const damaged = ({ path }: InputSource, reason: string) =>
  refusal(
    'damaged_file',
    path,
    `it cannot be read as a PDF: ${reason}. Download it again, or save it anew in a PDF program.`,
    { found: reason },
  );

const tooLarge = ({ path }: InputSource, bound: string, found?: string) =>
  refusal(
    'too_large',
    path,
    `it has more than ${bound}; split it into several files.`,
    found === undefined ? {} : { found },
  );

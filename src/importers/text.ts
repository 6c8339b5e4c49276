import { MAX_CELL } from '@/domain/raw-table';
import { encodingOfMark, HighBytes, unmarkedUtf16, type Encoding } from './encoding';
import { BlobBuilder, bytesOf, chunksOf } from './source';

/** Bytes that tell the kind of a file. */
export const HEAD_BYTES = 64 * 1024;

export interface TextFile {
  /** Label of the Encoding Standard. */
  encoding: string;
  /** The text in UTF-8; the very blob that was given if it was UTF-8 already. */
  blob: Blob;
  /** Bytes that are no text in any encoding stand as U+FFFD. */
  invalid: boolean;
  lines: LineScan;
}

/** What a look at all line ends of a text found. */
export interface LineScan {
  /** Kinds of line ends: `\n`, `\r\n`, `\r`. */
  ends: ReadonlySet<string>;
  /** Lines without any character that have others after them. */
  blank: boolean;
  /** The same after the last line with characters. */
  blankAtEnd: boolean;
  /** NUL characters. */
  nul: boolean;
  /** More characters without a line end than a cell may have. */
  long: boolean;
}

/**
 * Finds the encoding of a text by its content and gives it in UTF-8. Each byte is read once if it is UTF-8 or UTF-16,
 * else three times, never all at once. `declared` is what the text itself says, believed if it is possible.
 */
export async function readText(
  source: Blob,
  onBytes: (bytes: number) => void = () => undefined,
  declared: string | null = null,
): Promise<TextFile> {
  const head = await bytesOf(source.slice(0, HEAD_BYTES));
  const marked = encodingOfMark(head);
  const wide = marked ?? { encoding: unmarkedUtf16(head) ?? ('utf-8' as const), mark: 0 };
  if (wide.encoding === 'utf-8') {
    const checked = await check(source, onBytes);
    if (checked) return { encoding: 'utf-8', blob: source, invalid: false, lines: checked };
  } else {
    return transcode(source, wide.encoding, wide.mark, onBytes);
  }
  if (marked) return transcode(source, 'utf-8', marked.mark, onBytes);
  const possible = declared !== null && (await decodes(source, declared)) ? declared : null;
  return transcode(source, possible ?? (await narrowEncoding(source)), 0, onBytes);
}

/** The text of a page in whatever encoding it has, as a whole. */
export async function wholeText(source: Blob, declared: string | null): Promise<string> {
  const { blob } = await readText(source, undefined, declared);
  return blob.text();
}

/** The line ends of a text that is known to be sound UTF-8. */
export async function scanLines(text: Blob): Promise<LineScan> {
  return (await check(text, () => undefined))!;
}

async function decodes(source: Blob, encoding: string): Promise<boolean> {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    for await (const chunk of chunksOf(source)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The line ends of a text in UTF-8; null if it is not UTF-8. */
async function check(source: Blob, onBytes: (bytes: number) => void): Promise<LineScan | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const lines = new LineScanner();
  try {
    for await (const chunk of chunksOf(source)) {
      lines.add(decoder.decode(chunk, { stream: true }));
      onBytes(chunk.length);
    }
    decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
  return lines;
}

/** The encoding of text that is neither UTF-16 nor sound UTF-8. */
async function narrowEncoding(source: Blob): Promise<Encoding> {
  const high = new HighBytes();
  const wrong = { 'utf-8': 0, gb18030: 0, big5: 0 };
  const encodings = Object.keys(wrong) as (keyof typeof wrong)[];
  const decoders = encodings.map((encoding) => new TextDecoder(encoding));
  for await (const chunk of chunksOf(source)) {
    high.add(chunk);
    for (const [index, encoding] of encodings.entries()) {
      wrong[encoding] += count(decoders[index]!.decode(chunk, { stream: true }), '\uFFFD');
    }
  }
  if (high.big5 && wrong.big5 === 0) return 'big5';
  if (high.western) return 'windows-1252';
  return wrong['utf-8'] <= wrong.gb18030 ? 'utf-8' : 'gb18030';
}

function count(text: string, what: string): number {
  let found = 0;
  for (let at = text.indexOf(what); at !== -1; at = text.indexOf(what, at + 1)) found += 1;
  return found;
}

async function transcode(
  source: Blob,
  encoding: string,
  mark: number,
  onBytes: (bytes: number) => void,
): Promise<TextFile> {
  const decoder = new TextDecoder(encoding);
  const lines = new LineScanner();
  const builder = new BlobBuilder();
  let invalid = false;
  const take = (text: string) => {
    lines.add(text);
    invalid ||= text.includes('\uFFFD');
    builder.add(text);
  };
  for await (const chunk of chunksOf(source, mark)) {
    take(decoder.decode(chunk, { stream: true }));
    onBytes(chunk.length);
  }
  take(decoder.decode());
  return { encoding, blob: builder.finish(), invalid, lines };
}

/** A line end right behind another, if characters come after it. */
const BLANK = /\n[\r\n](?=[^])|\r\r(?=[^])/;

class LineScanner implements LineScan {
  readonly ends = new Set<string>();
  blank = false;
  nul = false;
  long = false;
  /** Characters since the last line end, as far as they matter. */
  private open = 0;
  /** Line ends at the end of what came so far; before the first character a line had ended, as it were. */
  private tail = '\n';

  add(piece: string): void {
    if (piece === '') return;
    this.nul ||= piece.includes('\0');
    this.noteLength(piece);
    if (this.tail.endsWith('\r')) this.noteEnds(`\r${piece[0]}`);
    this.noteEnds(this.tail.endsWith('\r') && piece.startsWith('\n') ? piece.slice(1) : piece);
    let end = piece.length;
    while (end > 0 && (piece[end - 1] === '\n' || piece[end - 1] === '\r')) end -= 1;
    if (end > 0) {
      this.blank ||= BLANK.test(this.tail + piece.slice(0, 3)) || BLANK.test(piece.slice(0, end));
      this.tail = '';
    }
    this.tail = (this.tail + piece.slice(Math.max(end, piece.length - 4))).slice(-4);
  }

  get blankAtEnd(): boolean {
    return this.tail.replaceAll('\r\n', '\n').length > 1;
  }

  private noteLength(piece: string): void {
    const lastEnd = (before: number) =>
      Math.max(piece.lastIndexOf('\n', before), piece.lastIndexOf('\r', before));
    let from = -this.open;
    while (from + MAX_CELL < piece.length && !this.long) {
      const end = lastEnd(Math.max(from + MAX_CELL, 0));
      this.long = end < from || end === -1;
      from = end + 1;
    }
    const end = lastEnd(piece.length);
    this.open = end === -1 ? this.open + piece.length : piece.length - end - 1;
  }

  private noteEnds(text: string): void {
    if (text.includes('\r\n')) this.ends.add('\r\n');
    if (text.includes('\r') && /\r[^\n]/.test(text)) this.ends.add('\r');
    if (text.includes('\n') && /(?:^|[^\r])\n/.test(text)) this.ends.add('\n');
  }
}

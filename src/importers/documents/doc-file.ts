import { CFB } from '@e965/xlsx';
import { reasonOf, refusal } from '../refuse';
import { bytesOf, type InputSource } from '../source';

/** The streams of a Word document (97 to 2003), and where its main parts lie (MS-DOC 2.5). */
export interface DocFile {
  /** Text and formatting pages. */
  main: DataView;
  /** Tables that say where things are. */
  table: DataView;
  /** Long property lists; empty if the file has none. */
  data: DataView;
  /** Characters of the body, and of what stands behind it, in the order of the text. */
  lengths: { body: number; beside: number; boxes: number };
  /** Documents of other programs in it, of which only a picture is shown. */
  objects: number;
  /** A part of the table stream, by its index in the header. */
  part(index: number): DataView;
}

/** Indices of parts in the header. */
export const PARTS = {
  styles: 1,
  characterRuns: 12,
  paragraphs: 13,
  pieces: 33,
  lists: 73,
  listUses: 74,
} as const;

const WORD = 0xa5ec;
const WORD_95 = 0xa5dc;
/** The first version with this header: Word 97. */
const WORD_97 = 0xc1;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
const PAIRS = 0x9a;
const MAX_DOC = 200 * 1024 ** 2;

/**
 * Opens the container of a Word document.
 * @throws InputError if it asks for a password, is damaged, too large, or older than Word 97.
 */
export async function openDoc(source: InputSource): Promise<DocFile> {
  if (source.blob.size > MAX_DOC) {
    throw refusal(
      'too_large',
      source.path,
      `Word documents of more than ${MAX_DOC / 1024 ** 2} MB are not read; save it as DOCX.`,
    );
  }
  const container = containerOf(source, await bytesOf(source.blob));
  const streams = streamsOf(source, container);
  const main = streams('WordDocument');
  const kind = main && main.byteLength >= PAIRS ? main.getUint16(0, true) : null;
  if (!main || (kind !== WORD && kind !== WORD_95)) throw damagedDoc(source, 'it has no text');
  if (kind === WORD_95 || main.getUint16(2, true) < WORD_97) {
    throw refusal(
      'unsupported_format',
      source.path,
      'it was written by a Word older than 97; open it in a word processor and save it as DOCX.',
    );
  }
  const flags = main.getUint16(0x0a, true);
  if ((flags & ENCRYPTED) !== 0) {
    throw refusal(
      'password_protected',
      source.path,
      'it asks for a password; open it in the program it came from, remove the password and save it again.',
    );
  }
  const table = streams((flags & SECOND_TABLE) === 0 ? '0Table' : '1Table');
  if (!table) throw damagedDoc(source, 'a part of it is missing');
  const length = (at: number) => main.getInt32(at, true);
  return {
    main,
    table,
    data: streams('Data') ?? new DataView(new ArrayBuffer(0)),
    objects: container.FullPaths.filter((path: string) => OBJECT.test(path)).length,
    lengths: {
      body: length(0x4c),
      beside: length(0x50) + length(0x54) + length(0x5c) + length(0x60),
      boxes: length(0x64),
    },
    part(index) {
      const at = PAIRS + index * 8;
      if (at + 8 > main.byteLength) return view(table, 0, 0);
      return view(table, main.getUint32(at, true), main.getUint32(at + 4, true));
    },
  };
}

type Container = ReturnType<typeof CFB.read>;
/** The folder of each embedded document. */
const OBJECT = /^Root Entry\/ObjectPool\/[^/]+\/$/;

function containerOf(source: InputSource, bytes: Uint8Array): Container {
  try {
    return CFB.read(bytes, { type: 'array' });
  } catch (error) {
    throw damagedDoc(source, reasonOf(error));
  }
}

function streamsOf(source: InputSource, files: Container): (name: string) => DataView | null {
  return (name) => {
    const file = CFB.find(files, `/${name}`);
    if (!file) return null;
    if (file.size === 0) return new DataView(new ArrayBuffer(0));
    if ((file.content?.length ?? 0) < file.size) throw damagedDoc(source, 'its end is cut off');
    const content = Uint8Array.from(file.content);
    return new DataView(content.buffer);
  };
}

/** A part of a stream; one that reaches over its end makes the file damaged. */
export function view(stream: DataView, offset: number, length: number): DataView {
  return new DataView(stream.buffer, stream.byteOffset + offset, length);
}

export const damagedDoc = ({ path }: InputSource, reason: string) =>
  refusal(
    'damaged_file',
    path,
    `it cannot be read as a Word document: ${reason}. Download it again, or save it as DOCX.`,
    { found: reason },
  );

import { PARTS, view, type DocFile } from './doc-file';
import { runAt, runsOf } from './doc-pages';
import { numberOf, SPRMS, sprmsOf } from './doc-sprms';

/** A stretch of text that lies in one piece of the file. */
interface Piece {
  /** Characters from the beginning of the text. */
  from: number;
  to: number;
  /** Offset of its first character, and bytes of each. */
  offset: number;
  width: 1 | 2;
}

export interface DocText {
  text: string;
  /** Offset in the main stream of a character. */
  offsetOf(at: number): number;
  /** Stretches of text with the same look, in their order, without gaps. */
  looks: Look[];
}

export interface Look {
  from: number;
  to: number;
  bold: boolean;
  /** Deleted while changes were tracked, or hidden: not part of what a reader sees. */
  hidden: boolean;
  /** The character stands for a symbol of a font. */
  symbol: number | null;
}

const PIECES = 2;
const PIECE_BYTES = 8;
const ONE_BYTE = 0x4000_0000;
/** A list may say no more pieces of text than the file has bytes for. */
export class TooMuchText extends Error {}

/**
 * The whole text of a document in its order: body, notes, headers, text boxes (MS-DOC 2.4.1).
 * @throws TooMuchText, or RangeError where the file is damaged.
 */
export function docText(file: DocFile): DocText {
  const pieces = piecesOf(file);
  const length = pieces.reduce((sum, { from, to, width }) => sum + (to - from) * width, 0);
  if (length > file.main.byteLength * 2) throw new TooMuchText();
  const text = pieces.map((piece) => textOf(file.main, piece)).join('');
  return {
    text,
    offsetOf(at) {
      const piece = pieceAt(pieces, at);
      return piece ? piece.offset + (at - piece.from) * piece.width : -1;
    },
    looks: looksOf(file, pieces),
  };
}

function piecesOf(file: DocFile): Piece[] {
  const list = file.part(PARTS.pieces);
  let at = 0;
  while (at < list.byteLength && list.getUint8(at) !== PIECES)
    at += 3 + list.getUint16(at + 1, true);
  const count = Math.floor((list.getUint32(at + 1, true) - 4) / (4 + PIECE_BYTES));
  const bounds = at + 5;
  const pieces: Piece[] = [];
  for (let i = 0; i < count; i += 1) {
    const from = list.getUint32(bounds + i * 4, true);
    const to = list.getUint32(bounds + (i + 1) * 4, true);
    const stored = list.getUint32(bounds + (count + 1) * 4 + i * PIECE_BYTES + 2, true);
    const narrow = (stored & ONE_BYTE) !== 0;
    const offset = stored & (ONE_BYTE - 1);
    if (to < from) throw new RangeError('pieces of text are out of order');
    pieces.push({ from, to, offset: narrow ? offset / 2 : offset, width: narrow ? 1 : 2 });
  }
  return pieces;
}

function textOf(main: DataView, { from, to, offset, width }: Piece): string {
  const bytes = view(main, offset, (to - from) * width);
  if (width === 2) return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes);
  const characters: string[] = [];
  for (let at = 0; at < bytes.byteLength; at += 1) {
    const byte = bytes.getUint8(at);
    characters.push(byte >= 0x80 && byte < 0xa0 ? UPPER[byte - 0x80]! : String.fromCharCode(byte));
  }
  return characters.join('');
}

/** Bytes from 0x80 of Windows-1252; decoders differ in them. */
const UPPER = Array.from(
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
    '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178',
);

function pieceAt(pieces: readonly Piece[], at: number): Piece | null {
  let [low, high] = [0, pieces.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle]!;
    if (at < piece.from) high = middle - 1;
    else if (at >= piece.to) low = middle + 1;
    else return piece;
  }
  return null;
}

function looksOf(file: DocFile, pieces: readonly Piece[]): Look[] {
  const runs = runsOf(file, 'characterRuns');
  const looks: Look[] = [];
  for (const { from, to, offset, width } of pieces) {
    for (let at = from; at < to;) {
      const here = offset + (at - from) * width;
      const run = runAt(runs, here);
      const end = run ? Math.min(from + Math.ceil((run.to - offset) / width), to) : to;
      looks.push({ from: at, to: Math.max(end, at + 1), ...lookOf(run?.properties ?? null) });
      at = Math.max(end, at + 1);
    }
  }
  return looks;
}

/** Values of a property that is on or off; styles hardly set these. */
const ON = 1;
const OTHER_THAN_STYLE = 0x81;

function lookOf(properties: DataView | null): Omit<Look, 'from' | 'to'> {
  const look: Omit<Look, 'from' | 'to'> = { bold: false, hidden: false, symbol: null };
  for (const sprm of properties ? sprmsOf(properties) : []) {
    const isOn = numberOf(sprm) === ON || numberOf(sprm) === OTHER_THAN_STYLE;
    if (sprm.code === SPRMS.bold) look.bold = isOn;
    else if (sprm.code === SPRMS.deleted || sprm.code === SPRMS.hidden) look.hidden ||= isOn;
    else if (sprm.code === SPRMS.symbol) look.symbol = sprm.operand.getUint16(2, true);
  }
  return look;
}

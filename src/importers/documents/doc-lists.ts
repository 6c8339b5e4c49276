import { PARTS, type DocFile } from './doc-file';
import { numberingOf, type List, type ListLevel, type Numbering } from './docx-numbering';

/** Bytes of a list, of a level of it and of a use of it (MS-DOC 2.9.147, 2.9.150, 2.9.131). */
const LIST = 28;
const LEVEL = 28;
const USE = 16;
const LEVELS = 9;
const SIMPLE = 1;

/** Names of forms of numbers, as DOCX files give them. */
const FORMATS: ReadonlyMap<number, string> = new Map([
  [0, 'decimal'],
  [1, 'upperRoman'],
  [2, 'lowerRoman'],
  [3, 'upperLetter'],
  [4, 'lowerLetter'],
  [11, 'japaneseCounting'],
  [18, 'decimalEnclosedCircle'],
  [22, 'decimalZero'],
  [23, 'bullet'],
  [28, 'decimalEnclosedCircleChinese'],
  [30, 'ideographTraditional'],
  [33, 'taiwaneseCounting'],
  [35, 'taiwaneseCountingThousand'],
  [37, 'chineseCounting'],
  [39, 'chineseCountingThousand'],
  [255, 'none'],
]);

/** The numbering of a Word document; without lists, or with damaged ones, nothing is numbered. */
export function docNumbering(file: DocFile): Numbering {
  try {
    const abstracts = listsOf(file);
    return numberingOf(usesOf(file), abstracts);
  } catch (error) {
    if (error instanceof RangeError) return numberingOf(new Map(), new Map());
    throw error;
  }
}

/** Levels by list. They stand behind the part with the lists, which does not count them. */
function listsOf(file: DocFile): Map<string, Map<number, ListLevel>> {
  const lists = new Map<string, Map<number, ListLevel>>();
  const part = file.part(PARTS.lists);
  if (part.byteLength < 2) return lists;
  const count = part.getUint16(0, true);
  const all = new DataView(part.buffer, part.byteOffset);
  let at = part.byteLength;
  for (let i = 0; i < count; i += 1) {
    const list = 2 + i * LIST;
    const levels = new Map<number, ListLevel>();
    const isSimple = (all.getUint8(list + 26) & SIMPLE) !== 0;
    for (let level = 0; level < (isSimple ? 1 : LEVELS); level += 1) {
      const start = all.getInt32(at, true);
      const format = FORMATS.get(all.getUint8(at + 4)) ?? 'decimal';
      const text = at + LEVEL + all.getUint8(at + 24) + all.getUint8(at + 25);
      const length = all.getUint16(text, true);
      levels.set(level, { start, format, text: levelText(all, text + 2, length) });
      at = text + 2 + length * 2;
    }
    lists.set(String(all.getInt32(list, true)), levels);
  }
  return lists;
}

/** The form of a number, with `%1` for the number of the first level and so on. */
function levelText(all: DataView, at: number, length: number): string {
  let text = '';
  for (let i = 0; i < length; i += 1) {
    const code = all.getUint16(at + i * 2, true);
    text += code < LEVELS ? `%${code + 1}` : String.fromCharCode(code);
  }
  return text;
}

function usesOf(file: DocFile): Map<string, List> {
  const part = file.part(PARTS.listUses);
  const count = part.byteLength < 4 ? 0 : part.getUint32(0, true);
  const uses = new Map<string, List>();
  for (let i = 0; i < count; i += 1) {
    const abstract = String(part.getInt32(4 + i * USE, true));
    uses.set(String(i + 1), { abstract, starts: new Map() });
  }
  return uses;
}

import type { PublishedDocument } from '@/domain/published-document';
import { reasonOf } from '../refuse';
import type { InputSource } from '../source';
import { damagedDoc, openDoc, type DocFile } from './doc-file';
import { docNumbering } from './doc-lists';
import { runAt, runsOf, type Run } from './doc-pages';
import { paragraphProperties, type ParagraphProperties } from './doc-paragraph';
import { docTable, type DocRow } from './doc-rows';
import { docText, TooMuchText, type DocText, type Look } from './doc-text';
import type { Numbering } from './docx-numbering';
import type { Flow, FlowParagraph } from './flow';
import { symbolText } from './symbols';
import { wordDocument, type WordFlow } from './word-document';

/**
 * The text and tables of a Word document (97 to 2003). Rows, columns and merged cells follow from the properties of the
 * rows; deleted and hidden text, codes of fields, notes, headers and footers are left out.
 * @throws InputError if it asks for a password, is damaged, too large, or older than Word 97.
 */
export async function readDoc(source: InputSource): Promise<PublishedDocument> {
  const file = await openDoc(source);
  try {
    return wordDocument(source, 'doc', docFlow(file));
  } catch (error) {
    if (error instanceof TooMuchText || error instanceof RangeError) {
      throw damagedDoc(source, reasonOf(error) || 'it says that it has more text than it holds');
    }
    throw error;
  }
}

/** Body first, then the text boxes. */
function docFlow(file: DocFile): WordFlow {
  const text = docText(file);
  const runs = runsOf(file, 'paragraphs');
  const { body, beside, boxes } = file.lengths;
  const reader = new FlowReader(file, text, runs, docNumbering(file));
  const boxesAt = body + beside;
  const flow = [...reader.read(0, body), ...reader.read(boxesAt, boxesAt + boxes)];
  let pictures = 0;
  for (const character of text.text.slice(0, body)) if (PICTURES.has(character)) pictures += 1;
  return { flow, pictures, objects: file.objects };
}

/** Marks of pictures in the text, and of drawings. */
const PICTURES: ReadonlySet<string> = new Set(['\u0001', '\u0008']);

interface OpenTable {
  rows: DocRow[];
  cells: Flow[][];
  content: Flow[];
}

/** Ends of paragraphs: of a paragraph, cell or row, of a page or section, of a column. */
const ENDS: ReadonlySet<string> = new Set(['\r', '\u0007', '\f', '\u000e']);

class FlowReader {
  private look = 0;

  constructor(
    private readonly file: DocFile,
    private readonly text: DocText,
    private readonly runs: readonly Run[],
    private readonly numbering: Numbering,
  ) {}

  read(from: number, to: number): Flow[] {
    const flow: Flow[] = [];
    const tables: OpenTable[] = [];
    const end = Math.min(to, this.text.text.length);
    for (let at = from; at < end;) {
      let next = at;
      while (next < end - 1 && !ENDS.has(this.text.text.charAt(next))) next += 1;
      const run = runAt(this.runs, this.text.offsetOf(next));
      const properties = paragraphProperties(run, this.file);
      while (tables.length > properties.depth) closeTable(tables, flow);
      while (tables.length < properties.depth) tables.push({ rows: [], cells: [], content: [] });
      this.take(at, next, properties, tables.at(-1), flow);
      at = next + 1;
    }
    while (tables.length > 0) closeTable(tables, flow);
    return flow;
  }

  private take(
    from: number,
    end: number,
    properties: ParagraphProperties,
    table: OpenTable | undefined,
    flow: Flow[],
  ): void {
    if (!table) {
      flow.push(this.paragraph(from, end, properties));
      return;
    }
    if (properties.rowEnd) {
      table.rows.push({ cells: table.cells, shape: properties.shape });
      table.cells = [];
      table.content = [];
      return;
    }
    table.content.push(this.paragraph(from, end, properties));
    const mark = this.text.text.charAt(end);
    if (properties.depth > 1 ? properties.innerCellEnd : mark === '\u0007') {
      table.cells.push(table.content);
      table.content = [];
    }
  }

  private paragraph(
    from: number,
    end: number,
    { heading, centred, list, level }: ParagraphProperties,
  ): FlowParagraph {
    const { text, bold } = this.shown(from, end + 1);
    const number = this.numbering.next(list, level);
    const inBold = bold >= text.replaceAll(/\s/g, '').length * WHOLE;
    return {
      kind: 'paragraph',
      text: text.trim() === '' ? number : number + text.trimStart(),
      styled: heading,
      marked: text.trim() !== '' && (centred || inBold),
    };
  }

  /** What a reader sees of a stretch of text, and how many characters of it are bold. */
  private shown(from: number, to: number): { text: string; bold: number } {
    const parts: string[] = [];
    let bold = 0;
    const fields: boolean[] = [];
    for (const look of this.looksIn(from, to)) {
      if (look.hidden) continue;
      const before = parts.length;
      for (let at = Math.max(look.from, from); at < Math.min(look.to, to); at += 1) {
        const character = this.text.text.charAt(at);
        if (character === '\u0013') fields.push(false);
        else if (character === '\u0014' && fields.length > 0) fields[fields.length - 1] = true;
        else if (character === '\u0015') fields.pop();
        else if (!fields.includes(false)) {
          parts.push(look.symbol === null ? shownCharacter(character) : symbolText(look.symbol));
        }
      }
      if (look.bold) bold += parts.slice(before).join('').replaceAll(/\s/g, '').length;
    }
    return { text: parts.join(''), bold };
  }

  private looksIn(from: number, to: number): Look[] {
    const { looks } = this.text;
    if ((looks[this.look]?.from ?? 0) > from) this.look = 0;
    while (this.look < looks.length && looks[this.look]!.to <= from) this.look += 1;
    const found: Look[] = [];
    for (let i = this.look; i < looks.length && looks[i]!.from < to; i += 1) found.push(looks[i]!);
    return found;
  }
}
/** Share of bold characters that makes a line bold. */
const WHOLE = 0.9;

/** Characters that stand for something else: breaks, hyphens; marks of notes, pictures and cells show nothing. */
const SHOWN: ReadonlyMap<string, string> = new Map([
  ['\t', '\t'],
  ['\u000b', '\n'],
  ['\u001e', '-'],
  ['\u001f', ''],
]);
const shownCharacter = (character: string): string =>
  character >= ' ' ? character : (SHOWN.get(character) ?? '');

function closeTable(tables: OpenTable[], flow: Flow[]): void {
  const table = tables.pop()!;
  const cells = table.content.length > 0 ? [...table.cells, table.content] : table.cells;
  const rows = cells.length > 0 ? [...table.rows, { cells, shape: null }] : table.rows;
  (tables.at(-1)?.content ?? flow).push(docTable(rows));
}

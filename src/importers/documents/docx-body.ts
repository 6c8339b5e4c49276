import type { Flow } from './flow';
import type { Numbering } from './docx-numbering';
import type { WordStyles } from './docx-styles';
import {
  endCell,
  endRow,
  endTable,
  newTable,
  openTableElement,
  type OpenTable,
} from './docx-tables';
import { symbolText } from './symbols';
import type { WordFlow } from './word-document';
import { readWordXml, type Attributes, type XmlEvents } from './xml-tokens';

/** Parts whose text is not in the text: deleted, moved away, instructions, shown twice, formulas of fields. */
const PASSED: ReadonlySet<string> = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'w:delInstrText',
  'w:rt',
  'mc:Fallback',
  'w:sectPr',
  'w:hdr',
  'w:ftr',
  'w:footnotes',
  'w:footnote',
  'w:endnotes',
  'w:endnote',
  'w:comments',
  'w:annotation',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:pPrChange',
  'w:rPrChange',
]);

interface OpenParagraph {
  parts: string[];
  /** Characters, and those in bold. */
  length: number;
  bold: number;
  style: string | null;
  outline: boolean;
  centred: boolean;
  numId: string | null;
  level: number;
}

const isOn = (value: string | undefined): boolean =>
  value === undefined || !/^(?:0|false|off|none)$/.test(value);

/** Tables in tables. */
const MAX_DEPTH = 50;

/** Paragraphs and tables of the main part of a DOCX file, text boxes before the paragraph that holds them. */
export function docxFlow(xml: string, styles: WordStyles, numbering: Numbering): WordFlow {
  const body = new BodyReader(styles, numbering);
  readWordXml(xml, body);
  return body.finish();
}

class BodyReader implements XmlEvents {
  private readonly flow: Flow[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly paragraphs: OpenParagraph[] = [];
  /** How deep inside parts that are passed over. */
  private passed = 0;
  /** For each field that is open, whether its result has begun; it begins at the latest with the next paragraph. */
  private readonly fields: boolean[] = [];
  private run = { bold: false, hidden: false, open: false };
  /** Tables inside the innermost that is read as one; their text belongs to its cell. */
  private tooDeep = 0;
  private pictures = 0;
  private objects = 0;
  private inText = false;
  private inParagraphProperties = false;

  constructor(
    private readonly styles: WordStyles,
    private readonly numbering: Numbering,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (this.passed > 0 || PASSED.has(name)) {
      this.rememberDeletion(name);
      this.passed += 1;
      return;
    }
    const value = attributes.get('val');
    const paragraph = this.paragraphs.at(-1);
    const table = this.tooDeep > 0 ? undefined : this.tables.at(-1);
    if (table) openTableElement(table, name, value);
    switch (name) {
      case 'w:p':
        this.paragraphs.push(newParagraph());
        break;
      case 'w:pPr':
        this.inParagraphProperties = true;
        break;
      case 'w:pStyle':
        if (paragraph) paragraph.style = value ?? null;
        break;
      case 'w:outlineLvl':
        if (paragraph) paragraph.outline = Number(value) < 9;
        break;
      case 'w:jc':
        if (paragraph && this.inParagraphProperties) paragraph.centred = value === 'center';
        break;
      case 'w:numId':
        if (paragraph) paragraph.numId = value ?? null;
        break;
      case 'w:ilvl':
        if (paragraph) paragraph.level = Number(value) || 0;
        break;
      case 'w:r':
        this.run = { bold: false, hidden: false, open: true };
        break;
      case 'w:b':
        if (this.run.open) this.run.bold = isOn(value);
        break;
      case 'w:vanish':
        if (this.run.open) this.run.hidden = isOn(value);
        break;
      case 'w:fldChar':
        this.field(attributes.get('fldCharType'));
        break;
      case 'w:t':
        this.inText = true;
        break;
      case 'w:tab':
        if (this.run.open) this.add('\t');
        break;
      case 'w:br':
      case 'w:cr':
        this.add('\n');
        break;
      case 'w:noBreakHyphen':
        this.add('-');
        break;
      case 'w:sym':
        this.add(symbolText(Number.parseInt(attributes.get('char') ?? '', 16)));
        break;
      case 'w:tbl':
        if (this.tables.length < MAX_DEPTH) this.tables.push(newTable());
        else this.tooDeep += 1;
        break;
      case 'w:object':
        this.objects += 1;
        break;
      case 'w:pict':
      case 'w:drawing':
        this.pictures += 1;
        break;
    }
  }

  close(name: string): void {
    if (this.passed > 0) {
      this.passed -= 1;
      return;
    }
    const table = this.tables.at(-1);
    switch (name) {
      case 'w:t':
        this.inText = false;
        break;
      case 'w:r':
        this.run = { bold: false, hidden: false, open: false };
        break;
      case 'w:pPr':
        this.inParagraphProperties = false;
        break;
      case 'w:p':
        this.endParagraph();
        break;
      case 'w:tc':
        if (table && this.tooDeep === 0) endCell(table);
        break;
      case 'w:tr':
        if (table && this.tooDeep === 0) endRow(table);
        break;
      case 'w:tbl':
        if (this.tooDeep > 0) this.tooDeep -= 1;
        else this.endTable();
        break;
    }
  }

  text(text: string): void {
    if (this.inText && this.passed === 0) this.add(text);
  }

  /** @returns what was read; what a file cut off leaves open is closed. */
  finish(): WordFlow {
    while (this.paragraphs.length > 0) this.endParagraph();
    while (this.tables.length > 0) this.endTable();
    return { flow: this.flow, pictures: this.pictures, objects: this.objects };
  }

  private rememberDeletion(name: string): void {
    const table = this.tables.at(-1);
    if (name === 'w:del' && table?.row && !table.cell && this.passed === 0) {
      table.deleted = true;
    }
  }

  private field(type: string | undefined): void {
    if (type === 'begin') this.fields.push(false);
    else if (type === 'separate') {
      this.fields.pop();
      this.fields.push(true);
    } else if (type === 'end') this.fields.pop();
  }

  private add(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph || this.run.hidden || this.fields.includes(false)) return;
    paragraph.parts.push(text);
    const shown = text.trim().length;
    paragraph.length += shown;
    if (this.run.bold) paragraph.bold += shown;
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    this.fields.fill(true);
    const style = this.styles.get(paragraph.style ?? '');
    const numId = paragraph.numId ?? style?.numId ?? null;
    const level = paragraph.numId === null ? (style?.level ?? 0) : paragraph.level;
    const text = paragraph.parts.join('');
    const number = this.numbering.next(numId, level);
    const shown = text.trim() !== '' || this.tables.at(-1)?.cell;
    this.put({
      kind: 'paragraph',
      text: shown ? number + text.trimStart() : '',
      styled: paragraph.outline || style?.heading === true,
      marked:
        paragraph.centred ||
        style?.bold === true ||
        (paragraph.length > 0 && paragraph.bold >= paragraph.length * 0.9),
    });
  }

  private endTable(): void {
    const table = this.tables.pop();
    if (table) this.put(endTable(table));
  }

  private put(part: Flow): void {
    (this.tables.at(-1)?.cell?.content ?? this.flow).push(part);
  }
}

const newParagraph = (): OpenParagraph => ({
  parts: [],
  length: 0,
  bold: 0,
  style: null,
  outline: false,
  centred: false,
  numId: null,
  level: 0,
});

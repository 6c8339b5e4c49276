import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

export type Attributes = ReadonlyMap<string, string>;

/** What an XML file is made of, in its order; names with their prefixes. */
export interface XmlEvents {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** Namespaces of word processing: transitional, strict, and of 2003. */
const WORD =
  /xmlns:([\w.-]+)\s*=\s*["'][^"']*(?:\/wordprocessingml(?:\/2006)?\/main|\/word\/2003\/wordml)["']/;

/**
 * Goes through a part of a DOCX file once, whatever its depth; entities that it declares itself are not replaced.
 * Elements of word processing are named `w:…` whatever their prefix is, their attributes without a prefix.
 */
export function readWordXml(xml: string, events: XmlEvents): void {
  const prefix = `${WORD.exec(xml.slice(0, HEAD))?.[1] ?? 'w'}:`;
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    new Tokens(xml, prefix, events),
  );
  tokenizer.write(xml);
  tokenizer.end();
}
/** Characters at the beginning in which the namespaces are named. */
const HEAD = 20_000;

class Tokens implements TokenizerCallbacks {
  private name = '';
  private attributes = new Map<string, string>();
  private attribute: string | null = null;
  private value = '';

  constructor(
    private readonly xml: string,
    private readonly prefix: string,
    private readonly events: XmlEvents,
  ) {}

  ontext(start: number, end: number): void {
    this.events.text(this.xml.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    this.events.text(String.fromCodePoint(codePoint));
  }

  onopentagname(start: number, end: number): void {
    this.name = this.nameOf(start, end);
    this.attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    const name = this.xml.slice(start, end);
    this.attribute = name.startsWith(this.prefix) ? name.slice(this.prefix.length) : null;
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute !== null) this.value += this.xml.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    if (this.attribute !== null) this.value += String.fromCodePoint(codePoint);
  }

  onattribend(): void {
    if (this.attribute !== null) this.attributes.set(this.attribute, this.value);
  }

  onopentagend(): void {
    this.events.open(this.name, this.attributes);
  }

  onselfclosingtag(): void {
    this.events.open(this.name, this.attributes);
    this.events.close(this.name);
  }

  onclosetag(start: number, end: number): void {
    this.events.close(this.nameOf(start, end));
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.events.text(this.xml.slice(start, end - endOffset));
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  private nameOf(start: number, end: number): string {
    const name = this.xml.slice(start, end);
    return name.startsWith(this.prefix) ? `w:${name.slice(this.prefix.length)}` : name;
  }
}

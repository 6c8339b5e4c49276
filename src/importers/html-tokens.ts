import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** What a page is made of, in its order; names in lower case. */
export interface PageEvents {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  /** Text with its character references put into characters, and any spaces of the markup as one. */
  text(text: string): void;
}

/** Elements whose content is not shown as text. */
const NOT_SHOWN: ReadonlySet<string> = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'noscript',
  'template',
]);

/** Spaces of the markup, which mean no more than one; those that do not break are others. */
const SPACES = /[ \t\r\n\f]+/g;

/**
 * Goes through a page once. Only the tokenizer of the library is used: its parser keeps a stack of open elements that
 * it moves as a whole for each tag, so that pages whose elements are never closed take the square of their length.
 * `wanted` are the attributes that matter.
 */
export function readTokens(html: string, wanted: ReadonlySet<string>, events: PageEvents): void {
  const tokenizer = new Tokenizer({}, new Tokens(html, wanted, events));
  tokenizer.write(html);
  tokenizer.end();
}

class Tokens implements TokenizerCallbacks {
  private name = '';
  private attributes = new Map<string, string>();
  private attribute: string | null = null;
  private value = '';
  /** The element that is passed over, if any. */
  private passed: string | null = null;

  constructor(
    private readonly html: string,
    private readonly wanted: ReadonlySet<string>,
    private readonly events: PageEvents,
  ) {}

  ontext(start: number, end: number): void {
    this.text(this.html.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    this.text(String.fromCodePoint(codePoint));
  }

  onopentagname(start: number, end: number): void {
    this.name = this.html.slice(start, end).toLowerCase();
    this.attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase();
    this.attribute = this.wanted.has(name) && !this.attributes.has(name) ? name : null;
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute !== null) this.value += this.html.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    if (this.attribute !== null) this.value += String.fromCodePoint(codePoint);
  }

  onattribend(): void {
    if (this.attribute !== null) this.attributes.set(this.attribute, this.value);
  }

  onopentagend(): void {
    if (this.passed !== null) return;
    if (NOT_SHOWN.has(this.name)) this.passed = this.name;
    else this.events.open(this.name, this.attributes);
  }

  onselfclosingtag(): void {
    this.onopentagend();
  }

  onclosetag(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase();
    if (this.passed === null) this.events.close(name);
    else if (this.passed === name) this.passed = null;
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  private text(text: string): void {
    if (this.passed === null) this.events.text(text.replaceAll(SPACES, ' '));
  }
}

import { MAX_CELL, type Dialect } from '@/domain/raw-table';

/** A record of a delimited text. */
export interface DelimitedRecord {
  cells: string[];
  /** Its quotes do not follow the rules. */
  broken: boolean;
  /** Characters of the text that it takes, with its line end. */
  length: number;
}

/** A record that is longer than this without an end is not read on. */
const MAX_RECORD = 8 * MAX_CELL;
/** How far a quote that is out of order is followed: characters and quotes. */
const FOLLOWED = 64 * 1024;
const FOLLOWED_QUOTES = 200;

/** What a quote out of order means: an error, a plain character inside the cell, or a cell that is not quoted. */
type Mode = 'exact' | 'inner' | 'plain';

/** Instead of a place in the text: it ends before it can be told. */
const MORE = -1;
/** Instead of a place in the text: the quotes are out of order. */
const BROKEN = -2;

/** The unfinished record grows without end: where its cell begins. */
export class EndlessCell extends Error {
  constructor(
    readonly column: number,
    readonly length: number,
  ) {
    super(`column ${column} has over ${length} characters`);
  }
}

/**
 * Reads delimited text piece by piece and keeps every character of it. Line ends may be mixed, quotes out of order:
 * a stray quote costs its own record at most. `width` is how many cells records usually have; it decides between two
 * readings of a broken record. Blank lines are records of one empty cell. Like the engine, it lets one space stand
 * before a quoted cell and any number behind it.
 */
export class DelimitedReader {
  private text = '';
  private at = 0;
  private ended = false;
  /** Column of the cell that was read last, from 1. */
  private column = 1;
  /** Text of the cell that was read last. */
  private value = '';
  private nextLf = -1;
  private nextCr = -1;
  private nextDelimiter = -1;

  constructor(
    private readonly dialect: Dialect,
    private readonly width: number | null = null,
  ) {}

  /**
   * The records that are complete with this piece; `last` says that no more follows.
   * @throws EndlessCell if a record does not end.
   */
  *read(piece: string, last: boolean): Generator<DelimitedRecord> {
    this.text = this.text.slice(this.at) + piece;
    this.at = 0;
    this.ended = last;
    this.nextLf = this.nextCr = this.nextDelimiter = -1;
    while (this.at < this.text.length) {
      const record = this.record();
      if (record === MORE) {
        this.refuseEndless();
        return;
      }
      this.at += record.length;
      yield record;
    }
  }

  private refuseEndless(): void {
    const length = this.text.length - this.at;
    if (length > MAX_RECORD) throw new EndlessCell(this.column, length);
  }

  private record(): DelimitedRecord | typeof MORE {
    const searched = [this.nextDelimiter, this.nextLf, this.nextCr] as const;
    const again = (mode: Mode) => {
      [this.nextDelimiter, this.nextLf, this.nextCr] = searched;
      return this.attempt(mode);
    };
    const exact = this.attempt('exact');
    if (exact !== BROKEN) return exact;
    const inner = again('inner');
    const plain = again('plain');
    [this.nextDelimiter, this.nextLf, this.nextCr] = searched;
    if (inner === MORE || plain === MORE) return MORE;
    const [a, b] = [inner as DelimitedRecord, plain as DelimitedRecord];
    const fits = ({ cells }: DelimitedRecord) => cells.length === this.width;
    const chosen = fits(a) ? a : fits(b) || a.length > b.length ? b : a;
    return { ...chosen, broken: true };
  }

  private attempt(mode: Mode): DelimitedRecord | typeof MORE | typeof BROKEN {
    const { delimiter, quote } = this.dialect;
    const { text } = this;
    const cells: string[] = [];
    let at = this.at;
    for (;;) {
      this.column = cells.length + 1;
      let end = BROKEN;
      const opening = delimiter !== ' ' && text[at] === ' ' ? at + 1 : at;
      if (quote !== '' && text.startsWith(quote, opening)) {
        end = this.quotedCell(opening + 1, mode);
        if (end === MORE || (end === BROKEN && mode === 'exact')) return end;
      }
      if (end === BROKEN) {
        end = this.cellEnd(at);
        if (end === MORE) return MORE;
        this.value = text.slice(at, end);
      }
      cells.push(this.value);
      if (!text.startsWith(delimiter, end)) {
        const next = this.afterLineEnd(end);
        return next === MORE ? MORE : { cells, broken: false, length: next - this.at };
      }
      at = end + delimiter.length;
      if (at >= text.length && this.ended) {
        cells.push('');
        return { cells, broken: false, length: at - this.at };
      }
    }
  }

  /**
   * Reads a cell into `value`, from behind its opening quote; gives where the delimiter, line end or end of text behind
   * its closing quote is.
   */
  private quotedCell(from: number, mode: Mode): number {
    const { quote, escape } = this.dialect;
    let quotes = 0;
    for (let at = from; ;) {
      const close = this.text.indexOf(quote, at);
      const reach = (close === -1 ? this.text.length : close) - from;
      if (reach > (mode === 'exact' ? MAX_CELL : FOLLOWED) || quotes > FOLLOWED_QUOTES) {
        return BROKEN;
      }
      if (close === -1) return this.ended ? BROKEN : MORE;
      if (escape === quote && this.text.startsWith(quote, close + 1)) {
        at = close + 2;
        continue;
      }
      if (escape !== quote && this.isEscaped(close, from)) {
        at = close + 1;
        continue;
      }
      if (close + 1 >= this.text.length && !this.ended) return MORE;
      const end = mode === 'exact' ? this.skipSpaces(close + 1) : close + 1;
      if (this.isCellEnd(end)) {
        this.value = this.unescaped(this.text.slice(from, close));
        return end;
      }
      if (end >= this.text.length && !this.ended) return MORE;
      if (mode !== 'inner') return BROKEN;
      quotes += 1;
      at = close + 1;
    }
  }

  private isEscaped(quoteAt: number, from: number): boolean {
    let escapes = 0;
    while (quoteAt - escapes > from && this.text[quoteAt - escapes - 1] === this.dialect.escape) {
      escapes += 1;
    }
    return escapes % 2 === 1;
  }

  private unescaped(value: string): string {
    const { quote, escape } = this.dialect;
    if (!value.includes(escape)) return value;
    if (escape === quote) return value.replaceAll(quote + quote, quote);
    let plain = '';
    for (let at = 0; at < value.length; at += 1) {
      const next = value[at + 1];
      if (value[at] === escape && (next === quote || next === escape)) at += 1;
      plain += value[at];
    }
    return plain;
  }

  private isCellEnd(at: number): boolean {
    if (at >= this.text.length) return this.ended;
    const character = this.text[at];
    return (
      character === '\n' || character === '\r' || this.text.startsWith(this.dialect.delimiter, at)
    );
  }

  private skipSpaces(at: number): number {
    if (this.dialect.delimiter === ' ') return at;
    let end = at;
    while (this.text[end] === ' ') end += 1;
    return end;
  }

  /** Where an unquoted cell ends; searches are remembered, so that a line is not searched once per cell. */
  private cellEnd(from: number): number {
    if (this.nextDelimiter < from) this.nextDelimiter = this.find(this.dialect.delimiter, from);
    if (this.nextLf < from) this.nextLf = this.find('\n', from);
    if (this.nextCr < from) this.nextCr = this.find('\r', from);
    const end = Math.min(this.nextDelimiter, this.nextLf, this.nextCr);
    return end < this.text.length || this.ended ? end : MORE;
  }

  private find(what: string, from: number): number {
    const found = this.text.indexOf(what, from);
    return found === -1 ? this.text.length : found;
  }

  private afterLineEnd(at: number): number {
    if (this.text[at] !== '\r') return at + 1;
    if (at + 1 >= this.text.length && !this.ended) return MORE;
    return this.text[at + 1] === '\n' ? at + 2 : at + 1;
  }
}

/** A JSON value with its text kept where JavaScript would change it: numbers as written, members in order. */
export type Json =
  | { kind: 'object'; members: (readonly [key: string, value: Json])[] }
  | { kind: 'array'; items: Json[] }
  /** A scalar: `text` is what a cell shows, `source` what the file has. */
  | { kind: 'text' | 'number' | 'word' | 'null'; text: string; source: string };

/** Values inside values inside values: no table needs more. */
const MAX_DEPTH = 200;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Python writes NaN where there is no number. */
const WORDS = ['true', 'false', 'null', 'NaN'] as const;
const SPACE = /[ \t\r\n]*/y;

/** The text is not JSON; `at` is the character where that shows, from 0. */
export class JsonError extends Error {
  constructor(
    readonly at: number,
    found: string,
  ) {
    super(found);
  }
}

/**
 * Reads JSON without changing numbers and without losing members: 2^53 + 1 stays, a repeated name stays twice,
 * `__proto__` is a name like any other.
 * @throws JsonError
 */
export function parseJson(text: string): Json {
  const reader = new JsonReader(text);
  const value = reader.value(0);
  reader.expectEnd();
  return value;
}

/**
 * The items of a JSON array one by one, so that a big one is never held as a whole.
 * @throws JsonError
 */
export function* itemsOfJson(text: string): Generator<Json> {
  const reader = new JsonReader(text);
  yield* reader.items();
  reader.expectEnd();
}

class JsonReader {
  private at = 0;

  constructor(private readonly text: string) {}

  *items(): Generator<Json> {
    this.space();
    if (this.text[this.at] !== '[') throw this.error(`expected “[”, found ${this.found()}`);
    this.at += 1;
    if (this.closes(']')) return;
    do yield this.value(1);
    while (this.goesOn(']'));
  }

  value(depth: number): Json {
    if (depth > MAX_DEPTH) throw this.error('values are nested too deep');
    this.space();
    const first = this.text[this.at];
    if (first === '{') return this.object(depth);
    if (first === '[') return this.array(depth);
    if (first === '"') return this.string();
    for (const word of WORDS) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return word.startsWith('n') || word.startsWith('N')
          ? { kind: 'null', text: '', source: 'null' }
          : { kind: 'word', text: word, source: word };
      }
    }
    NUMBER.lastIndex = this.at;
    const number = NUMBER.exec(this.text)?.[0];
    if (number === undefined) throw this.error(`unexpected ${this.found()}`);
    this.at += number.length;
    return { kind: 'number', text: number, source: number };
  }

  expectEnd(): void {
    this.space();
    if (this.at < this.text.length) throw this.error(`unexpected ${this.found()} after the value`);
  }

  private object(depth: number): Json {
    const members: (readonly [string, Json])[] = [];
    this.at += 1;
    if (this.closes('}')) return { kind: 'object', members };
    do {
      this.space();
      if (this.text[this.at] !== '"') throw this.error(`expected a name, found ${this.found()}`);
      const key = this.string().text;
      this.space();
      if (this.text[this.at] !== ':') throw this.error(`expected “:”, found ${this.found()}`);
      this.at += 1;
      members.push([key, this.value(depth + 1)]);
    } while (this.goesOn('}'));
    return { kind: 'object', members };
  }

  private array(depth: number): Json {
    const items: Json[] = [];
    this.at += 1;
    if (this.closes(']')) return { kind: 'array', items };
    do items.push(this.value(depth + 1));
    while (this.goesOn(']'));
    return { kind: 'array', items };
  }

  private closes(bracket: string): boolean {
    this.space();
    if (this.text[this.at] !== bracket) return false;
    this.at += 1;
    return true;
  }

  private goesOn(bracket: string): boolean {
    if (this.closes(bracket)) return false;
    if (this.text[this.at] !== ',')
      throw this.error(`expected “,” or “${bracket}”, found ${this.found()}`);
    this.at += 1;
    return true;
  }

  private string(): { kind: 'text'; text: string; source: string } {
    const from = this.at;
    for (
      let end = this.text.indexOf('"', from + 1);
      end !== -1;
      end = this.text.indexOf('"', end + 1)
    ) {
      let escapes = 0;
      while (this.text[end - escapes - 1] === '\\') escapes += 1;
      if (escapes % 2 === 1) continue;
      const source = this.text.slice(from, end + 1);
      this.at = end + 1;
      try {
        return { kind: 'text', text: JSON.parse(source) as string, source };
      } catch {
        this.at = from;
        throw this.error('a text holds characters that JSON does not allow');
      }
    }
    throw this.error('a text has no end');
  }

  private space(): void {
    SPACE.lastIndex = this.at;
    SPACE.test(this.text);
    this.at = SPACE.lastIndex;
  }

  private found(): string {
    const character = this.text[this.at];
    return character === undefined ? 'the end' : `“${character}”`;
  }

  private error(found: string): JsonError {
    return new JsonError(this.at, found);
  }
}

/** A value as JSON text, without spaces; a cell shows nested values so. */
export function writeJson(value: Json): string {
  if (value.kind === 'array') return `[${value.items.map(writeJson).join(',')}]`;
  if (value.kind !== 'object') return value.source;
  const members = value.members.map(([key, each]) => `${JSON.stringify(key)}:${writeJson(each)}`);
  return `{${members.join(',')}}`;
}

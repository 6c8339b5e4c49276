/** Number of the section of a wasm module that names what it imports, and what it exports. */
const IMPORTS = 2;
const EXPORTS = 7;
const HEADER_BYTES = 8;
const KINDS = { function: 0, table: 1, memory: 2, global: 3, tag: 4 } as const;

/**
 * DuckDB's module names all of its 75,000 C++ functions, for extensions that are linked to it while it runs. The app
 * loads none. What is left is named in the script that runs the module, or among the module's own imports, which are
 * linked to its exports by name. A fifth of the module goes, and starting it need not look at each name.
 * Throws when the bytes are no wasm module.
 */
export function withoutUnusedExports(wasm: Uint8Array, script: string): Uint8Array {
  const used = new Set(script.match(/[\w$]+/g));
  for (const section of sectionsOf(wasm)) {
    if (section.id === IMPORTS) for (const name of importNames(section.body)) used.add(name);
  }
  const parts = sectionsOf(wasm).map(({ id, whole, body }) =>
    id === EXPORTS ? exportSection(body, (name) => used.has(name)) : whole,
  );
  return Buffer.concat([wasm.subarray(0, HEADER_BYTES), ...parts]);
}

interface Section {
  id: number;
  /** With id and length. */
  whole: Uint8Array;
  body: Uint8Array;
}

function sectionsOf(wasm: Uint8Array): Section[] {
  if (Buffer.from(wasm.subarray(0, 4)).toString('latin1') !== '\0asm') {
    throw new Error('These bytes are no wasm module');
  }
  const reader = new Reader(wasm, HEADER_BYTES);
  const sections: Section[] = [];
  while (reader.at < wasm.length) {
    const start = reader.at;
    const id = reader.byte();
    const body = reader.take(reader.number());
    sections.push({ id, whole: wasm.subarray(start, reader.at), body });
  }
  return sections;
}

function importNames(body: Uint8Array): string[] {
  const reader = new Reader(body);
  return Array.from({ length: reader.number() }, () => {
    reader.name();
    const name = reader.name();
    skipImported(reader);
    return name;
  });
}

function skipImported(reader: Reader): void {
  const kind = reader.byte();
  if (kind === KINDS.function) reader.number();
  else if (kind === KINDS.global) reader.take(2);
  else if (kind === KINDS.tag) {
    reader.byte();
    reader.number();
  } else if (kind === KINDS.table || kind === KINDS.memory) {
    if (kind === KINDS.table) reader.byte();
    const hasMaximum = (reader.byte() & 1) === 1;
    reader.number();
    if (hasMaximum) reader.number();
  } else throw new Error(`A wasm module imports something of the unknown kind ${kind}`);
}

function exportSection(body: Uint8Array, isUsed: (name: string) => boolean): Uint8Array {
  const reader = new Reader(body);
  const kept: Uint8Array[] = [];
  for (let left = reader.number(); left > 0; left -= 1) {
    const start = reader.at;
    const name = reader.name();
    reader.byte();
    reader.number();
    if (isUsed(name)) kept.push(body.subarray(start, reader.at));
  }
  const content = Buffer.concat([encoded(kept.length), ...kept]);
  return Buffer.concat([Uint8Array.of(EXPORTS), encoded(content.length), content]);
}

/** A number in LEB128, as wasm writes all of its numbers. */
function encoded(number: number): Uint8Array {
  const bytes: number[] = [];
  let rest = number;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Uint8Array.from([...bytes, rest]);
}

class Reader {
  constructor(
    private readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  byte(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new Error('A wasm module ends too early');
    this.at += 1;
    return byte;
  }

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  take(length: number): Uint8Array {
    const taken = this.bytes.subarray(this.at, this.at + length);
    if (taken.length < length) throw new Error('A wasm module ends too early');
    this.at += length;
    return taken;
  }

  name(): string {
    return Buffer.from(this.take(this.number())).toString('utf8');
  }
}

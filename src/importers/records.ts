import { MAX_CELL, type RawTable } from '@/domain/raw-table';
import { itemsOfJson, JsonError, parseJson, writeJson, type Json } from './json-text';
import { refusal } from './refuse';
import { chunksOf, type InputSource } from './source';
import { TableWriter } from './table-writer';
import { readText } from './text';

/** Characters of JSON that are read at once; records one a line have no such limit. */
const MAX_JSON = 128 * 1024 * 1024;
/** Characters of one line of records. */
const MAX_LINE = 8 * MAX_CELL;
/** How deep in an object tables are looked for: `{"result": {"data": [ … ]}}`. */
const MAX_WRAPPED = 3;
/** Name of the column of values that are no records. */
const VALUE = 'value';

type OnBytes = (bytes: number) => void;

/**
 * JSON to raw tables: an array of records or of arrays, columns by name, an object with such tables inside, or records
 * one a line. Nested values are JSON text in their cell; numbers keep their digits.
 * @throws InputError if it is not JSON, too large, or holds no table.
 */
export async function readRecords(source: InputSource, onBytes?: OnBytes): Promise<RawTable[]> {
  const { blob } = await readText(source.blob, onBytes);
  const beginning = await blob.slice(0, MAX_LINE).text();
  const firstLine = /^\s*(.+?)\s*(?:\n|$)/.exec(beginning)?.[1] ?? '';
  const rest = beginning.trimStart().slice(firstLine.length).trim();
  if ((rest !== '' || blob.size > MAX_LINE) && isJson(firstLine))
    return [await readLines(source, blob)];
  if (blob.size > MAX_JSON) {
    throw refusal(
      'too_large',
      source.path,
      `JSON of more than ${MAX_JSON / 1024 ** 2} MB is not read at once; save it as CSV, Parquet or one record a line (NDJSON).`,
    );
  }
  try {
    const tables = await tablesOf(source, await blob.text());
    if (tables.length > 0) return tables;
  } catch (error) {
    throw error instanceof JsonError ? notJson(source, `character ${error.at + 1}`, error) : error;
  }
  throw refusal(
    'no_table',
    source.path,
    'the JSON holds no records; an array of objects is needed.',
  );
}

function isJson(text: string): boolean {
  try {
    parseJson(text);
    return true;
  } catch (error) {
    if (error instanceof JsonError) return false;
    throw error;
  }
}

async function readLines(source: InputSource, blob: Blob): Promise<RawTable> {
  const table = new RecordTable(source, null);
  const decoder = new TextDecoder();
  let line = 0;
  let rest = '';
  const take = (text: string) => {
    line += 1;
    if (text.trim() === '') return;
    try {
      table.add(parseJson(text));
    } catch (error) {
      throw error instanceof JsonError ? notJson(source, `line ${line}`, error) : error;
    }
  };
  for await (const chunk of chunksOf(blob)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MAX_LINE) {
      throw refusal(
        'cell_too_large',
        source.path,
        `line ${line + lines.length + 1} has no end within ${MAX_LINE.toLocaleString('en')} characters; check the file there.`,
      );
    }
    for (const text of lines) take(text);
  }
  take(rest + decoder.decode());
  return table.finish();
}

const notJson = (source: InputSource, place: string, error: JsonError) =>
  refusal(
    'damaged_file',
    source.path,
    `it begins as JSON, but at ${place} it no longer is: ${error.message}. Export it again.`,
    { found: `${place}: ${error.message}` },
  );

async function tablesOf(source: InputSource, text: string): Promise<RawTable[]> {
  if (text.trimStart().startsWith('[')) {
    const table = new RecordTable(source, null);
    for (const item of itemsOfJson(text)) table.add(item);
    return table.isBlank ? [] : [await table.finish()];
  }
  const found = tablesOfValue(parseJson(text));
  const tables: RawTable[] = [];
  for (const { path, names, items } of found) {
    const table = new RecordTable(source, found.length > 1 ? path.join('.') : null, names);
    for (const item of items) table.add(item);
    if (!table.isBlank) tables.push(await table.finish());
  }
  return tables;
}

interface FoundTable {
  path: string[];
  names: string[] | null;
  items: Json[];
}

/** The tables of a value: the arrays of records nearest to the top; without any, the value itself as records. */
function tablesOfValue(value: Json): FoundTable[] {
  const arrays = arraysIn(value, [], MAX_WRAPPED);
  if (arrays.length > 0 || value.kind !== 'object' || value.members.length === 0) return arrays;
  if (value.members.some(([, each]) => each.kind === 'array' && each.items.length === 0)) return [];
  return [keyedTable(value) ?? { path: [], names: null, items: [value] }];
}

function arraysIn(value: Json, path: string[], depth: number): FoundTable[] {
  if (value.kind === 'array') {
    return value.items.some(isStructure) ? [{ path, names: null, items: value.items }] : [];
  }
  if (value.kind !== 'object') return [];
  const whole = splitTable(value, path) ?? columnTable(value, path);
  if (whole) return [whole];
  if (depth === 0) return [];
  return value.members.flatMap(([key, each]) => arraysIn(each, [...path, key], depth - 1));
}

const isStructure = ({ kind }: Json): boolean => kind === 'object' || kind === 'array';
const scalars = (value: Json): Json[] | null =>
  value.kind === 'array' && !value.items.some(isStructure) ? value.items : null;

/** Cells of a column: an array, or members named 0, 1, 2 … */
function columnCells(value: Json): Json[] | null {
  if (value.kind !== 'object') return scalars(value);
  const counted = value.members.every(([key, each], i) => key === String(i) && !isStructure(each));
  return counted && value.members.length > 0 ? value.members.map(([, each]) => each) : null;
}

/** `{"columns": [names], "data": [[cells]]}` */
function splitTable({ members }: Json & { kind: 'object' }, path: string[]): FoundTable | null {
  const member = (name: string) => members.find(([key]) => key === name)?.[1];
  const names = member('columns');
  const data = member('data');
  if (!names || data?.kind !== 'array' || !data.items.every(({ kind }) => kind === 'array'))
    return null;
  const texts = scalars(names);
  return texts && { path, names: texts.map(textOf), items: data.items };
}

/** `{"name": [cells], …}`: columns of equal length. */
function columnTable({ members }: Json & { kind: 'object' }, path: string[]): FoundTable | null {
  const columns = members.map(([, value]) => columnCells(value));
  const [first] = columns;
  if (!first || members.length < 2 || columns.some((each) => each?.length !== first.length))
    return null;
  const items = first.map((_, row) => ({
    kind: 'array' as const,
    items: columns.map((cells) => cells![row]!),
  }));
  return { path, names: members.map(([key]) => key), items };
}

/** `{"key": {record}, …}`: the key becomes the first column. */
function keyedTable({ members }: Json & { kind: 'object' }): FoundTable | null {
  if (members.length < 2 || !members.every(([, value]) => value.kind === 'object')) return null;
  const items = members.map(([key, value]) => ({
    kind: 'object' as const,
    members: [
      ['key', { kind: 'text' as const, text: key, source: JSON.stringify(key) }] as const,
      ...(value as Json & { kind: 'object' }).members,
    ],
  }));
  return { path: [], names: null, items };
}

const textOf = (value: Json): string =>
  isStructure(value) ? writeJson(value) : (value as { text: string }).text;

/** Collects records; columns are the names of members in order of appearance, a repeated name is a column of its own. */
class RecordTable {
  private readonly writer: TableWriter;
  private readonly columns = new Map<string, number[]>();
  private names: string[] | null;
  private arrays: boolean | null;

  constructor(
    private readonly source: InputSource,
    private readonly sheet: string | null,
    names: string[] | null = null,
  ) {
    this.writer = new TableWriter({ file: source.path, sheet }, true);
    this.names = names;
    this.arrays = names ? true : null;
  }

  /** There are no records, or none with a member. */
  get isBlank(): boolean {
    return this.writer.records === 0 || this.names?.length === 0;
  }

  add(value: Json): void {
    this.arrays ??= value.kind === 'array';
    if (this.arrays) {
      this.writer.add(value.kind === 'array' ? value.items.map(textOf) : [textOf(value)]);
      return;
    }
    this.names ??= [];
    const members = value.kind === 'object' ? value.members : [[VALUE, value] as const];
    const cells: string[] = Array.from({ length: this.names.length }, () => '');
    const seen = new Map<string, number>();
    for (const [name, each] of members) {
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      cells[this.columnOf(name, nth)] = textOf(each);
    }
    this.writer.add(cells);
  }

  private columnOf(name: string, nth: number): number {
    const places = this.columns.get(name) ?? [];
    this.columns.set(name, places);
    while (places.length <= nth) {
      places.push(this.names!.length);
      this.names!.push(name);
    }
    return places[nth]!;
  }

  async finish(): Promise<RawTable> {
    const written = await this.writer.finish(this.names?.length);
    const names = this.names && namesFor(this.names, written.columns);
    return {
      file: this.source.path,
      sheet: this.sheet,
      names,
      bytes: this.source.blob.size,
      ...written,
      notes: [],
    };
  }
}

/** Records may have more cells than there are names. */
const namesFor = (names: readonly string[], columns: number): string[] =>
  Array.from({ length: columns }, (_, i) => names[i] ?? '');

import { MAX_COLUMNS, SAMPLE_RECORDS, type Dialect, type RawTable } from '@/domain/raw-table';
import type { Issue } from '@/domain/issue';
import { DelimitedReader, EndlessCell } from './delimited-reader';
import { detectDialect, shapeOf, type Shape } from './dialect';
import { Places, placesNote, refusal } from './refuse';
import { chunksOf, extensionOf, type InputSource } from './source';
import { cellTooLarge, padded, TableWriter, tooManyColumns } from './table-writer';
import { readText } from './text';
import { strictText } from './strict-text';

/** Beginning of a file that its dialect is found in. */
const BEGINNING = 256 * 1024;

/** Stands for bytes that are no characters. */
const LOST = '\uFFFD';

type OnBytes = (bytes: number) => void;

/**
 * A delimited text file to a raw table. Sound UTF-8 with even records goes to the engine as it is, titles above them
 * made as wide as they are; what the engine's strict reading would refuse, skip or misread is written anew (see
 * repairDelimited).
 * @throws InputError if it has no records, too many columns or a cell without end.
 */
export async function readDelimited(source: InputSource, onBytes?: OnBytes): Promise<RawTable> {
  const text = await readText(source.blob, onBytes);
  const beginning = await beginningOf(text.blob);
  const tabs = extensionOf(source.path) === '.tsv' || extensionOf(source.path) === '.tab';
  const dialect = detectDialect(beginning.text, beginning.whole, tabs);
  const shape = shapeOf(beginning.text, beginning.whole, dialect);
  const { records, width } = shape;
  const widest = records.findIndex(({ cells }) => cells.length > MAX_COLUMNS);
  const table = { file: source.path, sheet: null };
  if (widest >= 0) throw tooManyColumns(table, widest + 1, records[widest]!.cells.length);
  const strict = isEven(shape) ? await strictText(text, beginning.text, shape, dialect) : null;
  if (strict === null) {
    const repaired = await repairDelimited({ path: source.path, blob: text.blob }, dialect);
    return { ...repaired, bytes: source.blob.size };
  }
  return {
    ...table,
    names: null,
    columns: width,
    records: null,
    bytes: source.blob.size,
    sample: records.slice(0, SAMPLE_RECORDS).map(({ cells }) => padded(cells, width)),
    content: { format: 'csv', data: strict, dialect },
    notes: [],
  };
}

const isEven = ({ records, width, titles }: Shape): boolean =>
  records.length > 0 &&
  records.every(
    ({ cells, broken }, index) => !broken && (cells.length === width || index < titles),
  );

async function beginningOf(blob: Blob): Promise<{ text: string; whole: boolean }> {
  const whole = blob.size <= BEGINNING;
  const start = await blob.slice(0, BEGINNING).arrayBuffer();
  return { text: new TextDecoder().decode(start, { stream: !whole }), whole };
}

/**
 * The forgiving reading of a delimited text in UTF-8: every record and every character is kept, short records are
 * padded, longer ones make the table wider, blank lines are records. What had to be bent is in the notes; that titles
 * are short is no fault.
 * @throws InputError if it has no records, too many columns or a cell without end.
 */
export async function repairDelimited(
  source: InputSource,
  dialect: Dialect,
  onBytes: OnBytes = () => undefined,
): Promise<RawTable> {
  const table = { file: source.path, sheet: null };
  const writer = new TableWriter(table);
  const beginning = await beginningOf(source.blob);
  const { width, titles } = shapeOf(beginning.text, beginning.whole, dialect);
  const reader = new DelimitedReader(dialect, width);
  const found = { ragged: new Places(), broken: new Places(), invalid: new Places() };
  const take = (text: string, last: boolean) => {
    const plain = text.includes('\0') ? text.replaceAll('\0', LOST) : text;
    for (const { cells, broken } of reader.read(plain, last)) {
      const record = writer.records + 1;
      const blank = cells.length === 1 && cells[0] === '';
      if (cells.length !== width && !blank && record > titles) found.ragged.add(record);
      if (broken) found.broken.add(record);
      if (cells.some((cell) => cell.includes(LOST))) found.invalid.add(record);
      writer.add(cells);
    }
  };
  const decoder = new TextDecoder();
  try {
    for await (const chunk of chunksOf(source.blob)) {
      take(decoder.decode(chunk, { stream: true }), false);
      onBytes(chunk.length);
    }
    take(decoder.decode(), true);
  } catch (error) {
    if (!(error instanceof EndlessCell)) throw error;
    throw cellTooLarge(table, writer.records + 1, error.column, error.length);
  }
  const written = await writer.finish();
  if (written.records === 0) {
    throw refusal(
      'empty_file',
      source.path,
      'the file holds nothing but blank lines; save it again.',
    );
  }
  return {
    ...table,
    names: null,
    bytes: source.blob.size,
    ...written,
    notes: notesOf(table, found, width),
  };
}

function notesOf(
  table: { file: string; sheet: null },
  { ragged, broken, invalid }: { ragged: Places; broken: Places; invalid: Places },
  width: number,
): Issue[] {
  return [
    ...placesNote(
      'ragged_records',
      table,
      ragged,
      (told, count) =>
        `${count} records have more or fewer than ${width} columns (records ${told}); missing cells are left blank, all others kept. Check these records.`,
    ),
    ...placesNote(
      'broken_quotes',
      table,
      broken,
      (told, count) =>
        `quotes are out of order in ${count} records (records ${told}); they were read as they most likely were meant. Check these records.`,
    ),
    ...placesNote(
      'invalid_characters',
      table,
      invalid,
      (told, count) =>
        `${count} records hold bytes that are no characters (records ${told}), shown as \uFFFD. Save the file again as UTF-8 where it was made.`,
    ),
  ];
}

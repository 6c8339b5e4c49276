import { findFrame, HEADER_JOIN, headersOf } from './header-detection';
import { headerMeaning } from './header-meaning';
import { PLACE_JOIN } from './header-titles';
import { normalizeWord } from './import-words';
import { IMPORT_FIELDS } from './import-fields';
import type { FrameValue, TableFrame } from './mapping';
import { tableOf } from './mapping-tables';
import type { RawTable } from './raw-table';
import type { Stage, TableId } from './vocabulary';

/** A table with all that was found out about it by itself and its file. */
export interface Described {
  table: RawTable;
  frame: TableFrame;
  /** Without padding at the right end. */
  headers: readonly string[];
  kind: TableId;
}

/** Records below the header of a table's sample. */
export const dataSample = (
  table: RawTable,
  { header }: TableFrame,
): readonly (readonly string[])[] => table.sample.slice(header?.to ?? 0);

/** Columns without header and without text at the right end are padding. */
export function usedColumns(
  headers: readonly string[],
  data: readonly (readonly string[])[],
): number {
  const used = headers.findLastIndex(
    (header, i) => header !== '' || data.some((record) => (record[i] ?? '').trim() !== ''),
  );
  return Math.max(1, used + 1);
}

interface Stated<Value> {
  value: Value;
  evidence: string;
}

/** The one value that several headers state, with the first of them. */
function agreed<Value>(stated: readonly Stated<Value>[]): Stated<Value> | null {
  const [first] = stated;
  return first && stated.every(({ value }) => value === first.value) ? first : null;
}

/** Stage and year that all amount columns of a header agree on; neither where they are of several stages. */
function statedByHeaders(headers: readonly string[]): {
  stage: Stated<Stage> | null;
  year: Stated<number> | null;
} {
  const stages: Stated<Stage>[] = [];
  const years: Stated<number>[] = [];
  for (const header of headers) {
    const { field, stage, year } = headerMeaning(header.split(HEADER_JOIN));
    if (field === null || IMPORT_FIELDS[field].kind === 'key') continue;
    if (stage !== null) stages.push({ value: stage, evidence: header });
    if (year !== null) years.push({ value: year, evidence: header });
  }
  const stage = agreed(stages);
  return { stage, year: stages.length === 0 || stage ? agreed(years) : null };
}

const withValue = <Name extends FrameValue>(
  frame: TableFrame,
  name: Name,
  stated: Stated<TableFrame[Name]> | null,
): TableFrame =>
  frame[name] === null && stated
    ? {
        ...frame,
        [name]: stated.value,
        evidence: { ...frame.evidence, [name]: stated.evidence },
      }
    : frame;

function describe(table: RawTable): Described {
  const found = findFrame(table);
  const all = headersOf(table, found);
  const headers = all.slice(0, usedColumns(all, dataSample(table, found)));
  const { stage, year } = statedByHeaders(headers);
  const frame = withValue(withValue(found, 'stage', stage), 'year', year);
  return { table, frame, headers, kind: tableOf(table, found.header?.from ?? 0) };
}

/** What one sheet says, a cover for example, holds for the others of its workbook where they say nothing. */
const OF_THE_FILE = ['year', 'stage', 'scope', 'organization'] as const;

/** The value that the sheets of a file agree on, as far as they state one. */
function statedInFile<Name extends FrameValue>(
  sheets: readonly Described[],
  name: Name,
): Stated<TableFrame[Name]> | null {
  const stated = sheets.flatMap(({ frame }) => {
    const value = frame[name];
    const evidence = frame.evidence[name];
    return value === null || evidence === undefined ? [] : [{ value, evidence }];
  });
  const same = agreed(
    stated.map(({ value }) => ({ value: normalizeWord(String(value)), evidence: '' })),
  );
  return same ? (stated[0] ?? null) : null;
}

/** Words that the place may be read from: the sheet's own, else those of all sheets, which may contradict. */
function withPlaceWords(frame: TableFrame, sheets: readonly Described[]): TableFrame {
  const pieces = sheets.flatMap((sheet) => sheet.frame.evidence.place?.split(PLACE_JOIN) ?? []);
  if (frame.evidence.place !== undefined || pieces.length === 0) return frame;
  const place = [...new Set(pieces)].slice(0, MOST_PLACES).join(PLACE_JOIN);
  return { ...frame, evidence: { ...frame.evidence, place } };
}
const MOST_PLACES = 10;

function fromFile(sheets: readonly Described[]): Described[] {
  const stated = OF_THE_FILE.map((name) => ({ name, found: statedInFile(sheets, name) }));
  return sheets.map((sheet) => {
    const frame = stated.reduce(
      (known, { name, found }) => withValue(known, name, found),
      sheet.frame,
    );
    return { ...sheet, frame: withPlaceWords(frame, sheets) };
  });
}

/** Tables with their frames; what a sheet leaves open is taken from the other sheets of its file where they agree. */
export function describeTables(tables: readonly RawTable[]): Described[] {
  const files = new Map<string, Described[]>();
  for (const table of tables) {
    const sheets = files.get(table.file);
    if (sheets) sheets.push(describe(table));
    else files.set(table.file, [describe(table)]);
  }
  const filled = [...files.values()].flatMap(fromFile);
  const byTable = new Map(filled.map((described) => [described.table, described]));
  return tables.flatMap((table) => byTable.get(table) ?? []);
}

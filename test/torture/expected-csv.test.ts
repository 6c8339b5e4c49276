import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { openEngineInNode } from '@/db/open-node';
import { filesOf, hasTorture, readTorture, stage, TORTURE } from './torture';

const POLLOCK = 'csv/pollock/polluted_files';
const SPECTRUM = 'csv/csv-spectrum';

/** Files that are not read as their clean twin, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'file_no_payload.csv': 'it is empty',
  'file_header_multirow_3.csv': 'header records are joined by the mapping, not by the reader',
  'file_quotation_char_0x27.csv': 'where single quotes quote, doubled double quotes stay two',
  'file_preamble.csv': 'titles above the header stay records, for the mapping to look at',
  'file_multitable_same.csv': 'two tables in a file are told apart by the mapping',
  'file_multitable_more.csv': 'two tables in a file are told apart by the mapping',
  'row_field_delimiter_0_0x20.csv':
    'the header alone is separated by spaces: it is kept like a title',
  'row_field_delimiter_1_0x20.csv': 'one record is separated by spaces: kept, and told',
  'row_field_delimiter_42_0x20.csv': 'one record is separated by spaces: kept, and told',
  'row_field_delimiter_83_0x20.csv': 'one record is separated by spaces: kept, and told',
  'row_less_sep_row1_col3.csv': 'where a separator is missing cannot be known: kept, and told',
  'row_less_sep_row42_col3.csv': 'where a separator is missing cannot be known: kept, and told',
  'row_more_sep_row30_col0.csv': 'which separator is too many cannot be known: kept, and told',
  'row_more_sep_row42_col7.csv': 'which separator is too many cannot be known: kept, and told',
  'row_more_sep_row70_col0.csv': 'which separator is too many cannot be known: kept, and told',
  'row_more_sep_row80_col0.csv': 'which separator is too many cannot be known: kept, and told',
};

/** Records that may differ from the clean file, by the file's name: the one that was polluted. */
const pollutedRecord = (file: string): number | null => {
  const found = /^row_(?:field_delimiter_|less_sep_row|more_sep_row)(\d+)/.exec(file)?.[1];
  return found === undefined ? null : Number(found);
};

describe.skipIf(!hasTorture)('text files with an expected result', () => {
  let engine: LocalEngine;
  beforeAll(async () => {
    engine = await openEngineInNode();
  });
  const cellsOf = async (path: string): Promise<string[][]> => {
    const { tables } = await readTorture(path);
    return (await stage(engine, tables[0]!, 1000)).cells;
  };
  const clean = (file: string): string[][] =>
    Papa.parse<string[]>(readFileSync(join(TORTURE, POLLOCK, 'clean', file), 'utf8').trimEnd())
      .data;
  const pollock = hasTorture ? filesOf(`${POLLOCK}/csv`, /./) : [];

  test.each(pollock.filter((file) => !(file in OTHERWISE)))(
    '%s is read as if it were clean',
    async (file) => {
      expect(await cellsOf(`${POLLOCK}/csv/${file}`)).toEqual(clean(file));
    },
  );

  test.each(pollock.filter((file) => pollutedRecord(file) !== null))(
    '%s is read as if it were clean but for the polluted record',
    async (file) => {
      const polluted = pollutedRecord(file)!;
      const without = (records: string[][]) => records.filter((_, i) => i !== polluted);
      const cells = await cellsOf(`${POLLOCK}/csv/${file}`);
      const expected = clean(file);
      const width = cells[0]!.length;
      const padded = expected.map((record) => [
        ...record,
        ...Array<string>(width - record.length).fill(''),
      ]);
      expect(without(cells)).toEqual(without(padded));
      expect(cells[polluted]!.join('').replaceAll(/[ ,]/g, '').length).toBeGreaterThan(0);
      const { tables } = await readTorture(`${POLLOCK}/csv/${file}`);
      const told = { code: 'ragged_records', count: 1, found: String(polluted + 1) };
      expect(tables[0]!.notes).toMatchObject(polluted === 0 ? [] : [told]);
    },
  );

  test.each([
    ['file_header_multirow_3.csv', 3],
    ['file_preamble.csv', 3],
  ])('%s is read as if it were clean below its head', async (file, head) => {
    const cells = await cellsOf(`${POLLOCK}/csv/${file}`);
    expect(cells.slice(head)).toEqual(clean(file).slice(1));
  });

  test.each(['file_multitable_same.csv', 'file_multitable_more.csv'])(
    'the first table of %s is read as if it were clean',
    async (file) => {
      const cells = await cellsOf(`${POLLOCK}/csv/${file}`);
      const expected = clean(file);
      expect(cells.slice(0, expected.length).map((record) => record.slice(0, 9))).toEqual(expected);
    },
  );

  test('every exception is a file of the set', () => {
    expect(pollock).toEqual(expect.arrayContaining(Object.keys(OTHERWISE)));
  });

  test('file_quotation_char_0x27.csv is read as if it were clean but for its doubled quotes', async () => {
    const file = 'file_quotation_char_0x27.csv';
    const single = (records: string[][]) =>
      records.map((record) =>
        record.map((cell) => cell.replaceAll('""', '"').replaceAll("\\'", "'")),
      );
    expect(single(await cellsOf(`${POLLOCK}/csv/${file}`))).toEqual(single(clean(file)));
  });

  /** The JSON of this one has another telephone number than the CSV. */
  const WRONG_JSON = { 'location_coordinates.csv': { 'Contact Phone Number': '2095257564' } };
  test.each(hasTorture ? filesOf(`${SPECTRUM}/csvs`, /./) : [])(
    '%s of csv-spectrum',
    async (file) => {
      const [header = [], ...records] = await cellsOf(`${SPECTRUM}/csvs/${file}`);
      const json: unknown = JSON.parse(
        readFileSync(join(TORTURE, SPECTRUM, 'json', file.replace('.csv', '.json')), 'utf8'),
      );
      const read = records.map((record) =>
        Object.fromEntries(header.map((name, i) => [name, record[i]])),
      );
      const right = WRONG_JSON[file as keyof typeof WRONG_JSON];
      expect(read).toEqual([json].flat().map((record) => ({ ...(record as object), ...right })));
    },
  );
});

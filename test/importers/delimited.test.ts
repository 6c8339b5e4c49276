import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dialect } from '@/domain/raw-table';
import { readDelimited, repairDelimited } from '@/importers/delimited';
import { DelimitedReader } from '@/importers/delimited-reader';
import { detectDialect } from '@/importers/dialect';
import { CANONICAL } from '@/importers/table-writer';
import { inUtf8, readTable, refusalOf } from './bytes';

const read = (text: string, path = 'a.csv') => readDelimited({ path, blob: new Blob([text]) });
const repair = (text: string, dialect: Dialect = CANONICAL) =>
  repairDelimited({ path: 'a.csv', blob: new Blob([text]) }, dialect);
const dialect = (delimiter: string, quote = '"', escape = quote): Dialect => ({
  delimiter,
  quote,
  escape,
});
const notes = ({
  notes: found,
}: {
  notes: readonly { code: string; count?: number; found?: string }[];
}) => found.map(({ code, count, found: places }) => [code, count, places]);

describe('what separates cells', () => {
  test.each([
    ['commas', 'a,b,c\n1,2,3\n', dialect(',')],
    ['tabs', 'a\tb\n1,5\t2,5\n', dialect('\t')],
    ['semicolons with decimal commas', 'name;x;y\n甲;1,5;2,5\n乙;3,5;4,5\n', dialect(';')],
    ['bars', 'a|b\n1;2|3;4\n', dialect('|')],
    ['double bars', 'a||b||c\n1||2|x||3\n', dialect('||')],
    ['carets', 'a^b^c\n1^2^3\n', dialect('^')],
    ['tildes', 'a~b~c\n1~2~3\n', dialect('~')],
    ['the control character of Hive', 'a\x01b\n1\x012\n', dialect('\x01')],
    ['spaces where nothing else does', 'a b\n1 2\n', dialect(' ')],
    ['single quotes', "a,b\n'x,y',1\n'z',2\n", dialect(',', "'")],
    ['backslashes before quotes', 'a,b\n"say \\"x\\", y",1\n"z",2\n', dialect(',', '"', '\\')],
    ['a line that says so', 'sep=;\na,b;c,d\n1,2;3,4\n', dialect(';')],
    ['nothing', '名称\n甲\n乙\n', dialect(',')],
    ['titles above a table', '2026年预算\n单位:万元\n' + '甲,1,2\n'.repeat(9), dialect(',')],
    ['prose with spaces', 'one two\nthree\nfour five six\n', dialect(',')],
  ])('%s', (_, text, expected) => {
    expect(detectDialect(text, true, false)).toEqual(expected);
  });

  test('a name with .tsv settles a tie', () => {
    expect(detectDialect('a\tb,c\n1\t2,3\n', true, true).delimiter).toBe('\t');
  });
});

const cell = fc.string({
  unit: fc.constantFrom('a', '7', ',', ';', '"', "'", '\n', ' ', '中', '|', '\\'),
  maxLength: 6,
});
const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 8,
  }),
);
const quoted = (text: string, { quote, escape }: Dialect) =>
  quote +
  text
    .replaceAll(escape, escape + escape)
    .replaceAll(quote, (found) => (escape === quote ? found : escape + found)) +
  quote;

describe('reading records', () => {
  test('gives back what was written, however the text is cut into pieces', () => {
    const dialects = [dialect(','), dialect(';', "'"), dialect('||'), dialect('\t', '"', '\\')];
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...dialects),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 9 }),
        (records, each, end, piece) => {
          const text = records
            .map((record) => record.map((value) => quoted(value, each)).join(each.delimiter) + end)
            .join('');
          const reader = new DelimitedReader(each, records[0]!.length);
          const found: string[][] = [];
          for (let at = 0; at < text.length; at += piece) {
            for (const { cells, broken } of reader.read(
              text.slice(at, at + piece),
              at + piece >= text.length,
            )) {
              expect(broken).toBe(false);
              found.push(cells);
            }
          }
          expect(found).toEqual(records);
        },
      ),
    );
  });

  test('any text is read without loss: all characters but separators, quotes and line ends', () => {
    const kept = (text: string) => text.replaceAll(/[,"\r\n]/g, '');
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '中'), maxLength: 60 }),
        (text) => {
          const records = [...new DelimitedReader(CANONICAL, 2).read(text, true)];
          expect(records.map(({ cells }) => kept(cells.join(''))).join('')).toBe(kept(text));
        },
      ),
    );
  });
});

describe('readDelimited', () => {
  test('sound UTF-8 goes on as the very blob', async () => {
    const blob = new Blob(['a,b\n1,2\n']);
    const { content, records } = await readDelimited({ path: 'a.csv', blob });
    expect(content).toEqual({ format: 'csv', data: blob, dialect: CANONICAL });
    expect(content.data).toBe(blob);
    expect(records).toBeNull();
  });

  test.each([
    [
      'blank lines inside',
      'a,b\n\nc,d\n',
      [
        ['a', 'b'],
        ['', ''],
        ['c', 'd'],
      ],
    ],
    [
      'a blank line at the beginning',
      '\na,b\n',
      [
        ['', ''],
        ['a', 'b'],
      ],
    ],
    ['blank lines at the end', 'a,b\n\n\n', [['a', 'b']]],
    [
      'mixed line ends',
      'a,b\r\nc,d\ne,f\r',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
    [
      'NUL characters',
      'a,b\nc\0,d\n',
      [
        ['a', 'b'],
        ['c\uFFFD', 'd'],
      ],
    ],
    [
      'short and long records',
      'a,b\nc\nd,e,f\n',
      [
        ['a', 'b', ''],
        ['c', '', ''],
        ['d', 'e', 'f'],
      ],
    ],
    ['blank lines in one column', 'a\n\nb\n', [['a'], [''], ['b']]],
  ])('%s', async (_, text, expected) => {
    const { sample, records } = await read(text);
    expect(sample).toEqual(expected);
    expect(records ?? sample.length).toBe(expected.length);
  });

  test('says which records were bent', async () => {
    const text = 'a,b,c\n1,2,3\n4,5\n"6,7,8\n9,"x"y,10\n';
    expect(notes(await read(text))).toEqual([
      ['ragged_records', 1, '3'],
      ['broken_quotes', 2, '4, 5'],
    ]);
  });

  test('only the first places are named, all are counted', async () => {
    const { notes: found } = await read('a,b\n'.repeat(20) + 'x\n'.repeat(9));
    expect(found).toMatchObject([
      { code: 'ragged_records', count: 9, found: '21, 22, 23, 24, 25 …' },
    ]);
    expect(found[0]!.message).toContain('a.csv: 9 records have more or fewer than 2 columns');
  });

  test('bytes of no encoding are shown as such, with their records', async () => {
    const bytes = Uint8Array.from([...inUtf8('名称,金额\n甲'), 0xff, ...inUtf8(',5\n乙,6\n')]);
    const { sample, notes: found } = await readTable('a.csv', bytes);
    expect(sample[1]).toEqual(['甲\uFFFD', '5']);
    expect(found).toMatchObject([{ code: 'invalid_characters', count: 1, found: '2' }]);
  });

  test('duplicate and odd names are cells like any other', async () => {
    const { sample } = await read('a,a,__proto__,constructor\n1,2,3,4\n');
    expect(sample[0]).toEqual(['a', 'a', '__proto__', 'constructor']);
  });

  test.each(['\n\n\n', '  \n \n'.replaceAll(' ', ''), '\r\n'])(
    '%j has no records',
    async (text) => {
      expect(await refusalOf('a.csv', text)).toMatchObject({ code: 'empty_file' });
    },
  );

  test('10,000 columns are refused', async () => {
    const record = Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(',');
    const { code, message } = await refusalOf('a.csv', `${record}\n${record}\n`);
    expect(code).toBe('too_many_columns');
    expect(message).toContain('a.csv: record 1 has 10,000 columns, more than 1,000');
  });

  test('10,000 columns further down are refused as well', async () => {
    const { message } = await refusalOf(
      'a.csv',
      `${'a,b\n'.repeat(70_000)}${','.repeat(9_999)}x\n\n1\n`,
    );
    expect(message).toContain('record 70001 has 10,000 columns');
  });

  test.each([
    ['unquoted', 'x'.repeat(100_000_000)],
    ['quoted', `"${'x'.repeat(100_000_000)}"`],
  ])('a cell of 100 MB, %s, is refused with its place', async (_, huge) => {
    const text = new Blob(['a,b,c\n', '1,2,3\n', `4,${huge},5\n`, '6,7\n']);
    const reading = readDelimited({ path: 'a.csv', blob: text });
    await expect(reading).rejects.toMatchObject({
      issues: [{ code: 'cell_too_large', file: 'a.csv', column: '2' }],
    });
    await expect(reading).rejects.toThrow('a.csv: record 3, column 2 has over');
  });
});

describe('repairDelimited', () => {
  test.each([
    [
      'a quote that is never closed',
      '"a,b\nc,d\n',
      [
        ['"a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'text behind a closing quote',
      '"a"x,b\nc,d\n',
      [
        ['"a"x', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a quote inside quotes',
      '"a "b" c",d\ne,f\n',
      [
        ['a "b" c', 'd'],
        ['e', 'f'],
      ],
    ],
    [
      'the same over a line',
      '"a "b" \nc",d\ne,f\n',
      [
        ['a "b" \nc', 'd'],
        ['e', 'f'],
      ],
    ],
    [
      'a stray quote before a quoted cell',
      '"a,"b,c",d\n1,2,3\ne,f,g\n',
      [
        ['"a', 'b,c', 'd'],
        ['1', '2', '3'],
        ['e', 'f', 'g'],
      ],
    ],
    [
      'a quote in a cell',
      'a"b,c\nd,e\n',
      [
        ['a"b', 'c'],
        ['d', 'e'],
      ],
    ],
    [
      'spaces around quotes',
      'a, "b,c" \nd,e\n',
      [
        ['a', 'b,c'],
        ['d', 'e'],
      ],
    ],
    [
      'a lone quote at the end',
      'a,b\nc,"',
      [
        ['a', 'b'],
        ['c', '"'],
      ],
    ],
  ])('%s', async (_, text, expected) => {
    expect((await repair(text)).sample).toEqual(expected);
  });

  test('the engine gets clean text: one width, one line end, nothing blank', async () => {
    const { content, columns, records } = await repair('a,"x\r\ny",c\r\n\r\nd\ne,"f ""g""",h,i\r');
    expect(await (content.data as Blob).text()).toBe('a,"x\ny",c,\n,,,\nd,,,\ne,"f ""g""",h,i\n');
    expect({ content, columns, records }).toMatchObject({
      content: { dialect: CANONICAL },
      columns: 4,
      records: 4,
    });
  });

  test('a stray quote costs its own record only, in a big file too', async () => {
    const lines = Array.from({ length: 200_000 }, (_, i) =>
      i % 1000 === 7 ? `"${i},x,y` : `${i},"x",y`,
    );
    const repaired = await repair(lines.join('\n'));
    expect(repaired).toMatchObject({ records: 200_000, columns: 3 });
    expect(notes(repaired)).toEqual([['broken_quotes', 200, '8, 1008, 2008, 3008, 4008 …']]);
  });
});

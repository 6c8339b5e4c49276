import {
  Bool,
  DateDay,
  Decimal,
  Dictionary,
  Field,
  Float32,
  Float64,
  Int32,
  Int64,
  List,
  Schema,
  Table,
  tableToIPC,
  TimestampMicrosecond,
  Utf8,
  vectorFromArray,
  type DataType,
  type Vector,
} from 'apache-arrow';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { dropRaw, NotStrictError, rawName, sampleRaw, stageRaw } from '@/db/loading/raw';
import { openEngineInNode } from '@/db/open-node';
import type { RawMember } from '@/db/loading/raw-parts';
import type { Dialect } from '@/domain/raw-table';

const COMMAS: Dialect = { delimiter: ',', quote: '"', escape: '"' };
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

let engine: LocalEngine;
beforeAll(async () => {
  engine = await openEngineInNode();
});

const csv = (
  data: string | Uint8Array | Blob,
  columns: number,
  over: Partial<RawMember> = {},
  dialect = COMMAS,
): RawMember => ({
  content: { format: 'csv', data: typeof data === 'string' ? encode(data) : data, dialect },
  columns,
  order: Array.from({ length: columns }, (_, i) => i),
  names: null,
  ...over,
});

let number = 0;
async function taken(...members: RawMember[]) {
  const id = `taken "${(number += 1)}"`;
  const { records } = await stageRaw(engine, id, members);
  const { columns, length } = await engine.query(
    `SELECT * EXCLUDE (is_empty) FROM ${rawName(id)} ORDER BY table_no, record`,
  );
  const rows = Array.from({ length }, (_, row) => columns.map((column) => column[row]));
  return { records, rows };
}

const refused = async (...members: RawMember[]): Promise<NotStrictError> => {
  const error: unknown = await stageRaw(engine, 'refused', members).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(NotStrictError);
  return error as NotStrictError;
};

/** Groups of which anything is left in the engine. */
async function groupsLeft(): Promise<string[]> {
  const { columns } = await engine.query(
    `SELECT table_name FROM duckdb_tables() WHERE database_name = 'incoming'
    UNION ALL SELECT view_name FROM duckdb_views() WHERE database_name = 'incoming'`,
  );
  return (columns[0] as string[]).map((name) => name.replace(/ part \w+$/, ''));
}

describe('text', () => {
  test('counts every record as the file has it, header and quoted line breaks included', async () => {
    expect(await taken(csv('单位,金额\n"甲\r\n局",1\n乙局,"2,5"\n', 2))).toEqual({
      records: [3],
      rows: [
        [0, 1, '单位', '金额'],
        [0, 2, '甲\r\n局', '1'],
        [0, 3, '乙局', '2,5'],
      ],
    });
  });

  test('an empty cell and a quoted empty one are both nothing', async () => {
    const { rows } = await taken(csv('a,b,c\n,"",x\n"",,\n', 3));
    expect(rows.slice(1)).toEqual([
      [0, 2, null, null, 'x'],
      [0, 3, null, null, null],
    ]);
  });

  test('words that other programs mean nothing by stay words', async () => {
    const { rows } = await taken(csv('NULL,\\N\nnull,#N/A\n', 2));
    expect(rows.map((row) => row.slice(2))).toEqual([
      ['NULL', '\\N'],
      ['null', '#N/A'],
    ]);
  });

  test.each([
    ['line feeds', '\n'],
    ['carriage returns and line feeds', '\r\n'],
    ['carriage returns', '\r'],
  ])('ends its records with %s, the last one or not', async (_, end) => {
    const text = ['a,b', '1,2', '3,4'].join(end);
    expect((await taken(csv(text, 2))).records).toEqual([3]);
    expect((await taken(csv(text + end, 2))).records).toEqual([3]);
  });

  test.each([
    ['tabs', '\t', '"', '"', 'a\tb\n"1\t2"\t3', ['1\t2', '3']],
    ['no quotes at all', ';', '', '', 'a;b\n"1;2"', ['"1', '2"']],
    ['another escape', ',', '"', '\\', 'a,b\n"1\\"2",3', ['1"2', '3']],
    ['two characters', '||', '"', '"', 'a||b\n1||2', ['1', '2']],
    ['a quote of one stroke', ',', "'", "'", "a,b\n'1,''2',3", ["1,'2", '3']],
  ])('with %s', async (_, delimiter, quote, escape, text, cells) => {
    const { rows } = await taken(csv(text, 2, {}, { delimiter, quote, escape }));
    expect(rows[1]!.slice(2)).toEqual(cells);
  });

  test('from a Blob, and with a mark of its byte order', async () => {
    const { rows } = await taken(csv(new Blob(['\uFEFFa,b\n', '1,2\n']), 2));
    expect(rows).toEqual([
      [0, 1, 'a', 'b'],
      [0, 2, '1', '2'],
    ]);
  });

  test('one column may have empty records', async () => {
    expect((await taken(csv('a\n\n1\n', 1))).rows).toEqual([
      [0, 1, 'a'],
      [0, 2, null],
      [0, 3, '1'],
    ]);
  });

  test('a cell of a million characters', async () => {
    const long = '长'.repeat(1_000_000);
    expect((await taken(csv(`a,b\n1,${long}\n`, 2))).rows[1]![3]).toBe(long);
  });

  test('an empty file has no records', async () => {
    expect((await taken(csv('', 2))).records).toEqual([0]);
  });

  test('the bytes stay the caller’s', async () => {
    const member = csv('a,b\n', 2);
    await taken(member);
    expect((await taken(member)).records).toEqual([1]);
  });
});

describe('tables of one group', () => {
  test('stand one after the other, in the order of the group', async () => {
    const first = csv('单位,金额\n甲局,1\n', 2);
    const second = csv('金额,备注,单位\n2,无,乙局\n', 3, { order: [2, 0] });
    const third = csv('单位\n丙局\n', 1, { order: [0, -1] });
    expect(await taken(first, second, third)).toEqual({
      records: [2, 2, 2],
      rows: [
        [0, 1, '单位', '金额'],
        [0, 2, '甲局', '1'],
        [1, 1, '单位', '金额'],
        [1, 2, '乙局', '2'],
        [2, 1, '单位', null],
        [2, 2, '丙局', null],
      ],
    });
  });

  test('are told one by one', async () => {
    const told: number[] = [];
    const members = [csv('a\nb\n', 1), csv('a\n', 1)];
    await stageRaw(engine, 'told', members, { onRecords: (n) => told.push(n) });
    expect(told).toEqual([2, 3]);
  });

  test('give a sample, and are forgotten', async () => {
    await stageRaw(engine, 'sampled', [csv('x\n', 1), csv('a,b\n1,\n3,4\n', 2)]);
    expect(await sampleRaw(engine, 'sampled', 1, 2)).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
    expect(await groupsLeft()).toContain('sampled');
    await dropRaw(engine, 'sampled');
    await dropRaw(engine, 'sampled');
    expect(await groupsLeft()).not.toContain('sampled');
  });
});

describe('what is not strict is refused, and nothing of it stays', () => {
  test.each([
    ['a record that is too short', 'a,b\n1\n', /Expected Number of Columns: 2|Line: 2/],
    ['a record that is too long', 'a,b\n1,2,3\n', /Line: 2/],
    ['a quote that is never closed', 'a,b\n1,"2\n', /./],
    ['text after a closed quote', 'a,b\n1,"2"x\n', /./],
    ['two kinds of line ends', 'a,b\r\n1,2\n3,4\r\n', /./],
    ['bytes that are no UTF-8', new Uint8Array([97, 44, 0xff, 10, 98, 44, 99, 10]), /./],
  ])('%s', async (_, text, found) => {
    const error = await refused(csv('a,b\n', 2), csv(text, 2));
    expect(error.member).toBe(1);
    expect(error.found).toMatch(found);
    expect(await groupsLeft()).not.toContain('refused');
  });

  test('an Arrow stream that is cut off', async () => {
    const whole = arrow({ a: vectorFromArray(['x'], new Utf8()) });
    const cut = (whole.content.data as Uint8Array).slice(0, 40);
    const error = await refused({ ...whole, content: { format: 'arrow', data: cut } });
    expect(error.member).toBe(0);
    expect(await groupsLeft()).not.toContain('refused');
    expect((await groupsLeft()).filter((name) => name.startsWith('arrived'))).toEqual([]);
  });
});

type Vectors = Readonly<Record<string, Vector>>;
function arrow(vectors: Vectors, order = Object.keys(vectors).map((_, i) => i)): RawMember {
  const fields = Object.entries(vectors).map(([name, { type }]) => new Field(name, type, true));
  const table = new Table(new Schema(fields), vectors as never);
  return {
    content: { format: 'arrow', data: tableToIPC(table, 'stream') },
    columns: fields.length,
    order,
    names: fields.map(({ name }) => name),
  };
}

describe('Arrow', () => {
  const text = async (type: DataType, values: readonly unknown[]) => {
    const { rows } = await taken(arrow({ value: vectorFromArray(values, type) }));
    return rows.map((row) => row[2]);
  };

  test('decimals as they are written, words as they are', async () => {
    const cents = (n: number) => new Uint32Array([n, 0, 0, 0]);
    expect(await text(new Decimal(2, 18, 128), [cents(123450), null, cents(7)])).toEqual([
      '1234.50',
      null,
      '0.07',
    ]);
    expect(await text(new Utf8(), ['甲', '', null, ' '])).toEqual(['甲', null, null, ' ']);
  });

  test('whole numbers without a point, large ones without an exponent', async () => {
    const values = [2010301, 0.1, -0.00001, 1e18, 1234567.89, -0, NaN, null, 1e300];
    expect(await text(new Float64(), values)).toEqual([
      '2010301',
      '0.1',
      '-1e-05',
      '1000000000000000000',
      '1234567.89',
      '0',
      null,
      null,
      '1e+300',
    ]);
    expect(await text(new Float32(), [0.5, 2050201])).toEqual(['0.5', '2050201']);
  });

  test('numbers, dates, truth and lists', async () => {
    expect(await text(new Int32(), [2026, null])).toEqual(['2026', null]);
    expect(await text(new Int64(), [9007199254740993n])).toEqual(['9007199254740993']);
    expect(await text(new DateDay(), [new Date('2026-02-13')])).toEqual(['2026-02-13']);
    expect(await text(new TimestampMicrosecond(), [Date.UTC(2026, 1, 13, 8)])).toEqual([
      '2026-02-13 08:00:00',
    ]);
    expect(await text(new Bool(), [true, false])).toEqual(['true', 'false']);
    expect(await text(new Dictionary(new Utf8(), new Int32()), ['甲', '乙', '甲'])).toEqual([
      '甲',
      '乙',
      '甲',
    ]);
    expect(await text(new List(new Field('item', new Int32())), [[1, 2]])).toEqual(['[1, 2]']);
  });

  test('in the order of the group, whatever its columns are called', async () => {
    const words = (value: string) => vectorFromArray([value], new Utf8());
    const odd = { __proto__x: words('1'), 'a"b': words('2'), rowid: words('3'), C0: words('4') };
    expect((await taken(arrow(odd, [2, 0, 3, 1]))).rows).toEqual([[0, 1, '3', '1', '4', '2']]);
  });

  test('and other tables in one group, more than keep their types: each record as it stands', async () => {
    const amounts = (n: number) =>
      arrow(
        { 名: vectorFromArray([`${n}甲`, ''], new Utf8()), 额: vectorFromArray([n, n + 0.5]) },
        n % 2 === 0 ? [0, 1] : [1, 0],
      );
    const members = Array.from({ length: 20 }, (_, n) => amounts(n));
    members.splice(3, 0, csv('x,1\n,\n', 2));
    const { records, rows } = await taken(...members);
    expect(records).toEqual(members.map(() => 2));
    expect(rows.slice(4, 10)).toEqual([
      [2, 1, '2甲', '2'],
      [2, 2, null, '2.5'],
      [3, 1, 'x', '1'],
      [3, 2, null, null],
      [4, 1, '3', '3甲'],
      [4, 2, '3.5', null],
    ]);
    expect(rows).toHaveLength(42);
    expect(rows.at(-1)).toEqual([20, 2, '19.5', null]);
  });

  test('a record is empty where all its cells are, whatever their types', async () => {
    const id = 'empty records';
    const columns = {
      text: vectorFromArray(['', null, '\u3000 ', null, null, null], new Utf8()),
      number: vectorFromArray([null, NaN, null, 0, null, null], new Float64()),
      whole: vectorFromArray([null, null, null, null, 0, null], new Int32()),
      list: vectorFromArray(
        [null, null, null, null, null, []],
        new List(new Field('item', new Int32())),
      ),
      left: vectorFromArray([1, 1, 1, 1, 1, 1], new Int32()),
    };
    await stageRaw(engine, id, [arrow(columns, [0, 1, 2, 3])]);
    const { columns: answer } = await engine.query(
      `SELECT is_empty FROM ${rawName(id)} ORDER BY record`,
    );
    expect([...answer[0]!]).toEqual([true, true, true, false, false, false]);
    await dropRaw(engine, id);
    expect(await groupsLeft()).not.toContain(id);
  });
});

describe('stopping', () => {
  const many = csv(`a,b\n${'1,2\n'.repeat(2_000_000)}`, 2);

  test('before it starts', async () => {
    const reason = new Error('given up');
    const stopped = stageRaw(engine, 'stopped', [many], { signal: AbortSignal.abort(reason) });
    await expect(stopped).rejects.toBe(reason);
    expect(await groupsLeft()).not.toContain('stopped');
  });

  test('in the middle of a file, and the next one is taken', async () => {
    const controller = new AbortController();
    const stopped = stageRaw(engine, 'stopped', [csv('a,b\n', 2), many], {
      signal: controller.signal,
      onRecords: () => setTimeout(() => controller.abort()),
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(await groupsLeft()).not.toContain('stopped');
    expect((await taken(many)).records).toEqual([2_000_001]);
  });
});

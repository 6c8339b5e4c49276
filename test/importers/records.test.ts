import { describe, expect, test } from 'vitest';
import { inUtf8, readAll, readTable, refusalOf } from './bytes';

const read = async (json: string, path = 'a.json') => {
  const { names, sample, records } = await readTable(path, inUtf8(json));
  return { names, sample, records };
};

describe('records in JSON', () => {
  test.each([
    ['an array of records', '[{"a":"1","b":"x"},{"b":"y"}]'],
    ['records inside an object', '{"code":0,"data":[{"a":"1","b":"x"},{"b":"y"}]}'],
    ['records deep inside', '{"result":{"page":{"rows":[{"a":"1","b":"x"},{"b":"y"}]}}}'],
    ['columns', '{"a":["1",null],"b":["x","y"]}'],
    ['columns of counted members', '{"a":{"0":"1","1":null},"b":{"0":"x","1":"y"}}'],
    ['names and rows apart', '{"columns":["a","b"],"index":[0,1],"data":[["1","x"],[null,"y"]]}'],
    ['one record a line', '{"a":"1","b":"x"}\n{"b":"y"}\n'],
    ['one record a line, CRLF and a blank line', '{"a":"1","b":"x"}\r\n\r\n{"b":"y"}'],
  ])('%s', async (_, json) => {
    expect(await read(json)).toEqual({
      names: ['a', 'b'],
      sample: [
        ['1', 'x'],
        ['', 'y'],
      ],
      records: 2,
    });
  });

  test('rows without names stay rows', async () => {
    expect(await read('[["名称","金额"],["甲",1.50]]')).toEqual({
      names: null,
      sample: [
        ['名称', '金额'],
        ['甲', '1.50'],
      ],
      records: 2,
    });
  });

  test('numbers keep their digits', async () => {
    const numbers = ['9007199254740993', '0.10', '1e21', '123456789012345678901234567890', '-0.0'];
    expect((await read(`[{"n":${numbers.join('},{"n":')}}]`)).sample).toEqual(
      numbers.map((number) => [number]),
    );
  });

  test('nested values are JSON text, with their digits', async () => {
    const { sample } = await read('[{"a":{"x":[1.50,true,null,"引\\"号"]},"b":[]}]');
    expect(sample).toEqual([['{"x":[1.50,true,null,"引\\"号"]}', '[]']]);
  });

  test('true, false, null and NaN', async () => {
    expect((await read('[{"a":true,"b":false,"c":null,"d":NaN}]')).sample).toEqual([
      ['true', 'false', '', ''],
    ]);
  });

  test('names that JavaScript treats in its own way are names', async () => {
    const { names, sample } = await read(
      '[{"__proto__":"p","constructor":"c","2026":"y","2025":"x"}]',
    );
    expect(names).toEqual(['__proto__', 'constructor', '2026', '2025']);
    expect(sample).toEqual([['p', 'c', 'y', 'x']]);
    expect(({} as Record<string, unknown>).p).toBeUndefined();
  });

  test('a name that stands twice is two columns', async () => {
    expect(await read('[{"a":1,"a":2},{"a":3}]')).toEqual({
      names: ['a', 'a'],
      sample: [
        ['1', '2'],
        ['3', ''],
      ],
      records: 2,
    });
  });

  test('several arrays are several tables, named by their place', async () => {
    const { tables } = await readAll({
      'a.json': '{"收入":[{"项目":"税"}],"表":{"支出":[{"项目":"费"},{"项目":"用"}]}}',
    });
    expect(tables.map(({ sheet, records }) => [sheet, records])).toEqual([
      ['收入', 1],
      ['表.支出', 2],
    ]);
  });

  test('records by key', async () => {
    expect(await read('{"220622":{"name":"靖宇县"},"222400":{"name":"延边州"}}')).toMatchObject({
      names: ['key', 'name'],
      sample: [
        ['220622', '靖宇县'],
        ['222400', '延边州'],
      ],
    });
  });

  test('a column that turns up late is blank before, over many pieces of text', async () => {
    const lines = Array.from(
      { length: 60_000 },
      (_, i) => `{"id":${i},"text":"${'字'.repeat(60)}"}`,
    );
    const table = await readTable(
      'a.ndjson',
      inUtf8([...lines, '{"id":"last","new":"x"}'].join('\n')),
    );
    expect(table).toMatchObject({ columns: 3, records: 60_001, names: ['id', 'text', 'new'] });
    const text = await (table.content.data as Blob).text();
    const written = text.trimEnd().split('\n');
    expect(written).toHaveLength(60_001);
    expect(written[0]).toBe(`0,${'字'.repeat(60)},`);
    expect(new Set(written.map((line) => line.split(',').length))).toEqual(new Set([3]));
  });

  test.each([
    ['cut off', '[{"a":1},{"a":', 'character 15'],
    ['a wrong line', '{"a":1}\n{"a":}\n', 'line 2'],
    ['a text without end', '["abc', 'character 2'],
    ['nested without end', '['.repeat(10_000), 'nested too deep'],
  ])('%s: refused, with the place', async (_, json, place) => {
    const { code, message } = await refusalOf('a.json', json);
    expect(code).toBe('damaged_file');
    expect(message).toContain(place);
  });

  test.each(['[]', '{}', '{"data":[]}', '"text"'])('%s holds no table', async (json) => {
    expect(await refusalOf('a.json', json)).toMatchObject({ code: 'no_table' });
  });

  test('JSON named .csv is read as JSON, and said to be', async () => {
    const { tables, issues } = await readAll({ 'a.csv': '[{"a":1}]' });
    expect(tables[0]).toMatchObject({ names: ['a'], sample: [['1']] });
    expect(issues).toMatchObject([{ code: 'misnamed_file', file: 'a.csv' }]);
  });

  test('text that only begins like JSON is text', async () => {
    const { tables, issues } = await readAll({ 'a.csv': '["备注"],金额\n["x"],5\n' });
    expect(tables[0]).toMatchObject({ names: null, columns: 2 });
    expect(issues).toEqual([]);
  });
});

import { Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LocalEngine } from '@/db/duckdb';
import { rowsOf } from '@/db/engine';
import { foldSql, numberSql, ofReading, readingSql, yuanSql } from '@/db/loading/number-sql';
import { openEngineInNode } from '@/db/open-node';
import { WORD_FOLDS } from '@/domain/import-characters';
import { normalizeWord } from '@/domain/import-words';
import { readNumber, toYuan } from '@/domain/number-forms';
import { PRINTED_UNITS } from '@/domain/vocabulary';

interface Read {
  i: number;
  state: string;
  value: string | null;
  unit: string | null;
}

let engine: LocalEngine;
beforeAll(async () => {
  engine = await openEngineInNode();
});

/** Puts texts into the table `cell` (i, text). */
async function fill(texts: readonly (string | null)[]): Promise<void> {
  const table = new Table({
    i: vectorFromArray(Int32Array.from(texts, (_, i) => i)),
    text: vectorFromArray(texts, new Utf8()),
  });
  await engine.transaction(async (session) => {
    await session.run('DROP TABLE IF EXISTS cell');
    await session.insertArrow('cell', tableToIPC(table, 'stream'));
  });
}

async function readAll(texts: readonly (string | null)[], decimalComma: boolean): Promise<Read[]> {
  await fill(texts);
  const { state, value, unit } = numberSql('text', { decimalComma });
  const sql = `SELECT i, ${state} AS state, CAST(${value} AS VARCHAR) AS value, ${unit} AS unit
    FROM cell ORDER BY i`;
  return rowsOf<Read>(await engine.query(sql));
}

async function expectAgreement(texts: readonly (string | null)[]): Promise<void> {
  for (const decimalComma of [false, true]) {
    const read = await readAll(texts, decimalComma);
    const differences = read
      .map(({ i, state, value, unit }) => {
        const exact = value === null ? null : new Decimal(value).toFixed();
        const inSql = { state, value: exact, unit };
        return {
          text: texts[i],
          inSql,
          inTypeScript: readNumber(texts[i] ?? null, { decimalComma }),
        };
      })
      .filter(({ inSql, inTypeScript }) => JSON.stringify(inSql) !== JSON.stringify(inTypeScript));
    expect(differences).toEqual([]);
    expect(read).toHaveLength(texts.length);
  }
}

const PIECES = [
  [..."0123456789.,-()+eE '％%万元亿千人名整圆¥￥（），．−△▲—/…無空無①"],
  ['RMB', 'rmb ', '人民币', '万元', '亿元', '000', '123', ',123', '.000', ' 456', "'789", '.12'],
  ['\u00a0', '\u3000', '\u200b', '\t', '\n', '\ufeff', '１２', 'Ｅ', '无', 'N/A', '😀', '\u0301'],
].flat();
const pieced = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 8 })
  .map((parts) => parts.join(''));
const figure = fc
  .tuple(
    fc.constantFrom('', '-', '(', '（', '△', '+', '￥', "'"),
    fc.constantFrom(',', '.', ' ', '', '，', '\u00a0', "'"),
    fc.bigInt({ min: 0n, max: 10n ** 20n }),
    fc.constantFrom('', '.', ','),
    fc.stringMatching(/^\d{0,14}$/),
    fc.constantFrom('', ')', '）', '-', '万元', '元', 'e3', 'E-12', 'e17', '%', ' 人'),
  )
  .map(([sign, group, whole, mark, decimals, end]) => {
    const digits = whole.toString().replace(/\B(?=(\d{3})+$)/g, group);
    return sign + digits + (decimals ? mark + decimals : '') + end;
  });

describe('numberSql', () => {
  test('reads what readNumber reads: pieces of figures, whole figures, any text', async () => {
    const any = fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => text.isWellFormed());
    const texts = fc.sample(fc.oneof(pieced, figure, any), { numRuns: 12_000, seed: 7 });
    await expectAgreement(texts);
  });

  test('reads odd and hostile texts as readNumber does', async () => {
    const texts: (string | null)[][] = [
      [
        null,
        '',
        ' ',
        "'",
        "''",
        "');DROP TABLE cell;--",
        '!',
        '|',
        '12|万元',
        '!|',
        '12|',
        '\\1',
        '$1',
      ],
      ['９'.repeat(18), '9'.repeat(19), '9'.repeat(1000), '-'.repeat(1000), ' '.repeat(1000)],
      [`0.${'4'.repeat(40)}`, `0.${'4'.repeat(41)}`, '0.00000000005', '0.00000000004999999'],
      ['-0.00000000005', '999999999999999999.99999999994', '999999999999999999.99999999995'],
      ['1e17', '1e18', '0.1e18', '9.9e17', '123e15', '1e-99', '5e-11', '49e-12', '50e-12', '1e99'],
      ['0.049e-9', '0.0000000005e-1', `${'0'.repeat(17)}1`, `${'0'.repeat(18)}1`, '.5', '-.5e1'],
      ['12345678901234.5678', '123456789012345.6789', '1,234.56789', '1,234,567,890,123.45'],
    ];
    await expectAgreement(texts.flat());
  });

  test('the decimal mark may differ between records', async () => {
    await fill(['1,234', '1,234']);
    const { value } = numberSql('text', { decimalComma: 'i = 1' });
    const { columns } = await engine.query(`SELECT CAST(${value} AS VARCHAR) FROM cell ORDER BY i`);
    expect(columns[0]).toEqual(['1234.0000000000', '1.2340000000']);
  });

  test('one reading taken apart outside gives the same', async () => {
    const texts = ['1,234.50', '（５）', '3亿', '-', '约1', null];
    const together = await readAll(texts, false);
    const { state, value, unit } = ofReading('reading');
    const apart =
      await engine.query(`SELECT i, ${state} AS state, CAST(${value} AS VARCHAR) AS value,
      ${unit} AS unit FROM (SELECT i, ${readingSql('text')} AS reading FROM cell) ORDER BY i`);
    expect(rowsOf<Read>(apart)).toEqual(together);
  });
});

describe('foldSql', () => {
  test('normalizes words as normalizeWord does', async () => {
    const words = fc.sample(fc.oneof(pieced, fc.string({ unit: 'grapheme' })), {
      numRuns: 3000,
      seed: 5,
    });
    const texts = [
      ...words,
      '“三公”经费（万元）',
      'Ａｍｏｕｎｔ (10,000 Yuan)',
      '上年\n结转\u3000',
    ];
    await fill(texts);
    const { columns } = await engine.query(
      `SELECT ${foldSql('text', WORD_FOLDS)} FROM cell ORDER BY i`,
    );
    expect(columns[0]).toEqual(texts.map(normalizeWord));
  });
});

describe('yuanSql', () => {
  test('rounds as toYuan does', async () => {
    const value = fc
      .tuple(fc.bigInt({ min: -(10n ** 28n) + 1n, max: 10n ** 28n - 1n }), fc.nat({ max: 20 }))
      .map(([units, shift]) => new Decimal((units / 10n ** BigInt(shift)).toString()).div('1e10'));
    const halves = [
      '0.0000005',
      '-0.0000005',
      '0.00000049',
      '1.005',
      '999999999999999.995',
      '1e15',
      '0',
    ];
    const values = [
      ...halves,
      ...fc.sample(value, { numRuns: 3000, seed: 3 }).map((v) => v.toFixed()),
    ];
    await fill(values);
    for (const unit of PRINTED_UNITS) {
      const { amount, rounded } = yuanSql('CAST(text AS DECIMAL(38,10))', `'${unit}'`);
      const { columns } = await engine.query(
        `SELECT CAST(${amount} AS VARCHAR), ${rounded} FROM cell ORDER BY i`,
      );
      const wanted = values.map((text) => toYuan(new Decimal(text).toFixed(), unit));
      expect(columns[0]).toEqual(wanted.map((yuan) => yuan?.yuan ?? null));
      expect(columns[1]).toEqual(wanted.map((yuan) => yuan?.rounded ?? false));
    }
  });

  test('a unit of no money gives no amount', async () => {
    const { amount, rounded } = yuanSql('CAST(5 AS DECIMAL(38,10))', "'人'");
    const { columns } = await engine.query(`SELECT ${amount}, ${rounded}`);
    expect(columns).toEqual([[null], [false]]);
  });
});

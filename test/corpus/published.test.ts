import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  DocumentReading,
  Equation,
  LineReading,
  TableReading,
} from '@/domain/reading/reading';
import { summarize } from '@/domain/reading/review-summary';
import { YUAN_PER_UNIT, type PrintedUnit } from '@/domain/money';
import { Decimal } from 'decimal.js';
import { EXPECTED, REFUSED, type ExpectedDocument } from './expected';
import { CORPUS, hasCorpus, printTable, readCorpus, type ReadDocument } from './read-corpus';

interface HandRead {
  file: string;
  page: string;
  table: string;
  item: string;
  value: string;
  unit: PrintedUnit;
}

const VALUES = `${CORPUS}/published/VALUES.csv`;
const values = existsSync(VALUES)
  ? Papa.parse<HandRead>(readFileSync(VALUES, 'utf8').replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    }).data
  : [];

/** What row and column of an item read by hand say, spaces removed; the longest item that fits counts. */
const ITEMS: readonly (readonly [item: RegExp, words: RegExp])[] = [
  [/^本年收入合计$/, /本年收入合计/],
  [/^本年支出合计$/, /本年支出合计/],
  [/^收入(总计|合计)$/, /收入(总计|合计)|^总计/],
  [/^支出(总计|合计)$/, /支出(总计|合计)|^总计/],
  [/^总计$/, /^总计/],
  [/结转/, /结转/],
  [/^三公(预算数|决算数)?合计$|三公小计/, /合计|小计|“?三公”?经费/],
  [/机关运行经费/, /机关运行经费/],
  [/行政经费/, /行政经费/],
  [/会议费/, /会议费/],
  [/培训费/, /培训费/],
  [/出国/, /出国/],
  [/接待/, /接待/],
  [/用车购置费$/, /购置费/],
  [/运行(维护)?费$/, /运行(维护)?费/],
  [/用车/, /用车/],
];

const bare = (text: string): string => text.replace(/\s/g, '');
const wordsOf = ({ columns }: TableReading, { row, colNo }: LineReading): string =>
  bare(`${row.label} ${columns.find((column) => column.colNo === colNo)?.header ?? ''}`);

/** A line of the page that holds the value, in a row and column that say what it is. */
function findValue({ tables }: DocumentReading, { page, item, value, unit }: HandRead) {
  const amount = new Decimal(value).times(YUAN_PER_UNIT[unit]).toFixed(2);
  const words = ITEMS.find(([name]) => name.test(bare(item)))?.[1] ?? /$^/;
  return tables
    .flatMap((table) => table.lines.map((line) => ({ table, line })))
    .find(
      ({ table, line }) =>
        line.amount === amount &&
        line.where.page === Number(page) &&
        words.test(wordsOf(table, line)),
    );
}

const sumCell = ({ left }: Equation, { tableId }: TableReading): string =>
  `${tableId} ${left.row.rowNo}/${left.colNo}`;
const ownCells = ({ own = [] }: ExpectedDocument): Set<string> =>
  new Set(own.map(({ table, row, col }) => `${table} ${row}/${col}`));

/** Sums that do not come out and are not known to be the publisher's own. */
const faults = ({ tables }: DocumentReading, own: ReadonlySet<string>): string[] =>
  tables.flatMap((table) =>
    table.equations
      .filter((one) => one.outcome === 'differs' && !own.has(sumCell(one, table)))
      .map(
        (one) =>
          `p${one.left.where.page ?? one.left.where.sheet} ${sumCell(one, table)} ${one.kind} ${one.left.row.label} ${one.left.printed} off by ${one.difference}`,
      ),
  );

const share = ({ closing, equations }: { closing: number; equations: number }): string =>
  equations === 0 ? '–' : `${((100 * closing) / equations).toFixed(1)} %`;

describe.skipIf(!hasCorpus)('documents as published (../shared/corpus)', () => {
  const read = new Map<string, ReadDocument>();
  beforeAll(async () => {
    for (const file of [...Object.keys(EXPECTED), ...Object.keys(REFUSED)]) {
      read.set(file, await readCorpus('published', file));
    }
  }, 180_000);

  const readingOf = (file: string): DocumentReading => {
    const found = read.get(file);
    if (!found?.reading) throw new Error(`${file} was refused: ${found?.refused}`);
    return found.reading;
  };

  afterAll(() =>
    printTable([
      [
        'file',
        'ok',
        'organization',
        'code',
        'year',
        'stage',
        'scope',
        'tables',
        'amounts',
        'doubts',
        'unread',
        'sums',
        'values',
      ],
      ...[...read.values()].map(({ file, reading, refused }) => {
        if (!reading) return [file, refused ?? ''];
        const { identity } = reading;
        const counts = summarize(reading);
        const own = values.filter((value) => value.file === file);
        const right = own.filter((value) => findValue(reading, value)).length;
        return [
          file,
          refused ?? 'yes',
          identity.organization?.value ?? '–',
          identity.jurisdiction?.value ?? '–',
          identity.fiscalYear?.value ?? '–',
          identity.stage?.value ?? '–',
          identity.scope?.value ?? '–',
          `${counts.tables}/${EXPECTED[file]?.tables.length ?? 0}`,
          counts.amounts,
          counts.doubts,
          `${counts.unread}/${counts.unreadAmounts}`,
          `${share(counts)} of ${counts.equations}`,
          own.length > 0 ? `${right}/${own.length}` : '',
        ];
      }),
    ]),
  );

  describe.each(Object.entries(EXPECTED))('%s', (file, expected) => {
    test('whose it is, for which year', () => {
      const { identity } = readingOf(file);
      expect({
        organization: identity.organization?.value,
        code: identity.jurisdiction?.value,
        year: identity.fiscalYear?.value,
        stage: identity.stage?.value,
        scope: identity.scope?.value,
      }).toEqual({
        organization: expected.organization,
        code: expected.code,
        year: expected.year,
        stage: expected.stage,
        scope: expected.scope,
      });
      expect(read.get(file)?.refused).toBeNull();
    });

    test('its standard tables, and no other', () => {
      const found = readingOf(file).tables.map(({ tableId }) => tableId);
      expect(found.toSorted()).toEqual([...expected.tables].toSorted());
    });

    test('the unit of each table', () => {
      const { unit, inWan = [] } = expected;
      const found = readingOf(file).tables.map((one) => `${one.tableId} ${one.unit.value}`);
      const wanted = expected.tables.map((id) => `${id} ${inWan.includes(id) ? '万元' : unit}`);
      expect(found.filter((one) => !wanted.includes(one))).toEqual([]);
    });

    test('its sums come out, but for those the publisher misses', () => {
      const reading = readingOf(file);
      const { closing, equations } = summarize(reading);
      expect(faults(reading, ownCells(expected))).toEqual([]);
      const known = closing + (expected.own?.length ?? 0);
      expect(known).toBeGreaterThanOrEqual(0.99 * equations);
    });

    test.runIf(expected.total !== null)('both totals of its balance table', () => {
      const balance = readingOf(file).tables.find(({ tableId }) => tableId === 'balance');
      for (const side of ['income', 'expenditure'] as const) {
        const totals = balance?.lines.filter(
          ({ row, amount, vintage }) =>
            row.side === side && row.level === 0 && amount !== null && vintage === 'total',
        );
        expect(totals?.map(({ amount }) => amount)).toContain(expected.total);
      }
    });
  });

  test.each(Object.entries(REFUSED))('%s is refused', (file, codes) => {
    expect(codes).toContain(read.get(file)?.refused);
  });

  const isBudgetOfFinal = ({ file, item }: HandRead): boolean =>
    EXPECTED[file]?.stage === 'final' && item.includes('预算数');

  test.each(values.filter((value) => !isBudgetOfFinal(value)))(
    '$file p. $page: $item is $value $unit',
    (value) => expect(findValue(readingOf(value.file), value)).toBeDefined(),
  );

  test.each(values.filter(isBudgetOfFinal))(
    '$file p. $page: $item stands beside the final account, known for what it is and left out',
    (value) => {
      const table = readingOf(value.file).tables.find(({ table: { cells } }) =>
        cells.some(({ text, where }) => text === value.value && where.page === Number(value.page)),
      );
      const columns = table?.columns.filter(({ header }) => header.startsWith('预算数')) ?? [];
      expect(columns.map(({ role }) => role)).toContain('omitted');
      expect(findValue(readingOf(value.file), value)).toBeUndefined();
    },
  );
});

test.runIf(!hasCorpus)('without ../shared/corpus the documents are not measured', () => {
  expect(hasCorpus).toBe(false);
});

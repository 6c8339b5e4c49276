import { describe, expect, test } from 'vitest';
import type { InputError } from '@/domain/issue';
import { rowProblems } from '@/domain/reading/package-row';
import { packageRows, type PackageContext } from '@/domain/reading/package-rows';
import type { Correction, DocumentReading } from '@/domain/reading/reading';
import type { KnownOrganization } from '@/domain/place-matching';
import { index } from '../../helpers/found-organizations';
import {
  foundValue,
  identityOf,
  readingOf,
  statementOf,
  tableOf,
} from '../../helpers/hand-reading';

const context: PackageContext = { places: index };
const rowsOf = (reading: DocumentReading, over: Partial<PackageContext> = {}) =>
  packageRows(reading, { file: 'a.pdf', sha256: 'abc' }, { ...context, ...over });
const problemOf = (reading: DocumentReading): string[] => {
  try {
    rowsOf(reading);
    return [];
  } catch (error) {
    return (error as InputError).issues.map(({ code, found }) => `${code} ${found ?? ''}`.trim());
  }
};

describe('a reading as rows of the package', () => {
  const [line] = tableOf('expenditure', ['30']).lines;
  const rows = rowsOf(
    readingOf({
      tables: [
        tableOf('expenditure', ['30', '20'], {
          lines: [
            { ...line!, doubts: ['column_by_position', 'sum_differs'] },
            { ...line!, colNo: 3, amount: null, state: 'blank', printed: '' },
          ],
          unread: [{ reason: 'unknown_column', printed: '备注', where: { page: 3 }, amounts: 0 }],
          placements: [{ rowNo: 1, colNo: 2, evidence: 'layout', note: 'first number' }],
        }),
      ],
      unread: [
        { reason: 'unknown_table', printed: '附表', where: { sheet: 7, table: 2 }, amounts: 4 },
      ],
      statements: [statementOf()],
      headcounts: [
        { kind: 'actual', people: '24', asOf: null, projectId: null, source: '概况', where: null },
        { kind: 'actual', people: '24', asOf: null, projectId: null, source: '概况', where: null },
      ],
      indicators: [
        {
          rowNo: 1,
          projectId: null,
          projectLabel: null,
          orgLabel: null,
          level1: null,
          level2: null,
          level3: '覆盖率',
          explanation: null,
          operator: '>=',
          target: '9999999999999',
          targetUnit: '%',
          printed: '≥9999999999999',
          weight: '10',
        },
      ],
    }),
  );

  test('organization and document are named as imported ones are', () => {
    expect(rows.organization).toEqual([
      {
        org_id: '220622-靖宇县财政局',
        name: '靖宇县财政局',
        jurisdiction_code: '220622',
        scope: 'department',
      },
    ]);
    expect(rows.document[0]).toMatchObject({
      doc_id: '220622-靖宇县财政局-2026-budget',
      org_id: '220622-靖宇县财政局',
      printed_unit: '万元',
      source_file: 'a.pdf',
      sha256: 'abc',
    });
  });

  test('a table has its title, unit, page, rows below the header and understood columns', () => {
    expect(rows.printed_table[0]).toMatchObject({ printed_unit: '万元', page: 3, row_count: 1 });
    expect(rows.printed_column.map(({ header, role }) => [header, role])).toEqual([
      ['科目', 'label'],
      ['合计', 'amount'],
      ['（空）', 'amount'],
    ]);
  });

  test('an amount keeps its text and page, a blank one has no amount', () => {
    expect(rows.line).toMatchObject([
      { col_no: 2, amount: '300000.00', printed: '30', page: 3, code: '201', is_total: true },
      { col_no: 3, amount: null, state: 'blank', printed: null },
    ]);
  });

  test('doubts and what was not understood are listed', () => {
    expect(rows.doubt.map(({ col_no, reason }) => [col_no, reason])).toEqual([
      [2, 'column_by_position'],
      [2, 'sum_differs'],
    ]);
    expect(rows.unread.map(({ unread_no, page, amounts }) => [unread_no, page, amounts])).toEqual([
      [1, 7, 4],
      [2, 3, 0],
    ]);
    expect(rows.placement).toHaveLength(1);
  });

  test('what is said twice of people is one; a target that no number can hold stays as printed', () => {
    expect(rows.headcount).toHaveLength(1);
    expect(rows.indicator[0]).toMatchObject({ target: null, printed: '≥9999999999999' });
    expect(rows.statement[0]).toMatchObject({ statement_no: 1, page: 9, amount: '100000.00' });
  });

  test('the rows are sound', () => expect(rowProblems(rows)).toEqual([]));
});

test('what a person changed is kept with its place', () => {
  const corrections: Correction[] = [
    { field: 'fiscal_year', found: null, given: '2026' },
    { field: 'cell', where: { page: 3, table: 1, row: 3, column: 2 }, found: '3O', given: '30' },
    {
      field: 'column',
      where: { page: 3, table: 1, column: 4 },
      found: null,
      given: {
        role: 'amount',
        side: null,
        meaning: { fund: 'all', vintage: 'total', nature: 'project' },
      },
    },
  ];
  const rows = packageRows(readingOf(), { file: 'a', sha256: null, corrections }, context);
  expect(rows.correction.map((row) => Object.values(row).slice(1))).toEqual([
    [1, 'fiscal_year', null, null, null, null, null, '2026'],
    [2, 'cell', 3, 1, 3, 2, '3O', '30'],
    [3, 'column', 3, 1, null, 4, null, 'amount all total project'],
  ]);
});

describe('what keeps a reading out', () => {
  test.each([
    ['nobody knows whose', { organization: null }, 'organization'],
    ['no year', { fiscalYear: null }, 'fiscalYear'],
    ['a place that is none', { jurisdiction: foundValue('999999') }, 'jurisdiction'],
    ['neither stage nor scope', { stage: null, scope: null }, 'stage, scope'],
  ])('%s', (_, over, found) =>
    expect(problemOf(readingOf({ identity: identityOf(over) }))).toEqual([
      `identity_missing ${found}`,
    ]),
  );

  test('nothing of a budget in it', () =>
    expect(problemOf(readingOf({ tables: [] }))).toEqual(['not_a_budget']));

  test('rows that the package cannot hold are named, not written', () => {
    const table = tableOf('basic', ['30']);
    expect(problemOf(readingOf({ tables: [table, table] }))).toContain(
      'duplicate_key ["220622-靖宇县财政局-2026-budget","basic"]',
    );
  });
});

describe('identifiers', () => {
  const unit = readingOf({ identity: identityOf({ scope: foundValue('unit') }) });
  const orgOf = (reading: DocumentReading, known: readonly KnownOrganization[] = []) =>
    rowsOf(reading, { known }).organization[0]?.org_id;

  test('a department and its own unit of the same name are two organizations', () => {
    expect(orgOf(unit)).toBe('220622-靖宇县财政局-unit');
    const named = identityOf({
      organization: foundValue('靖宇县财政局（本级）'),
      scope: foundValue('unit'),
    });
    expect(orgOf(readingOf({ identity: named }))).toBe('220622-靖宇县财政局-本级');
  });

  test('a loaded organization keeps its identifier, if the scope is the same', () => {
    const known: KnownOrganization[] = [
      {
        org_id: 'finance',
        name: '靖宇县财政局',
        short_name: null,
        jurisdiction_code: '220622',
        scope: 'department',
      },
    ];
    expect(orgOf(readingOf(), known)).toBe('finance');
    expect(orgOf(unit, known)).toBe('220622-靖宇县财政局-unit');
  });
});

import { describe, expect, test } from 'vitest';
import { packageOfReadings } from '@/domain/reading/package-of-readings';
import { rowProblems } from '@/domain/reading/package-row';
import type { DocumentReading, ProjectReading } from '@/domain/reading/reading';
import { index } from '../../helpers/found-organizations';
import {
  foundValue,
  identityOf,
  readingOf,
  statementOf,
  tableOf,
} from '../../helpers/hand-reading';

const together = (...readings: DocumentReading[]) =>
  packageOfReadings(
    readings.map((reading, i) => ({ reading, source: { file: `${i}.pdf`, sha256: `hash${i}` } })),
    { places: index },
  );
const DOC = '220622-靖宇县财政局-2026-budget';
const project = (projectId: string, level2: string): ProjectReading => ({
  projectId,
  level1: null,
  level2,
  category: null,
  orgName: null,
  rowNo: null,
});

describe('files that belong together', () => {
  const narrative = readingOf({
    tables: [],
    identity: identityOf({ title: null }),
    statements: [statementOf()],
  });

  test('tables and narrative published apart are one document, whichever comes first', () => {
    for (const order of [
      [readingOf(), narrative],
      [narrative, readingOf()],
    ]) {
      const { rows, outcomes } = together(...order);
      expect(outcomes.map(({ docId }) => docId)).toEqual([DOC, DOC]);
      expect(rows.document).toHaveLength(1);
      expect(rows.document[0]).toMatchObject({ title: '靖宇县财政局2026年部门预算' });
      expect([rows.line.length, rows.statement.length]).toEqual([2, 1]);
      expect(rowProblems(rows)).toEqual([]);
    }
  });

  test('the document names all its files', () => {
    const { rows } = together(readingOf(), narrative);
    expect(rows.document[0]).toMatchObject({
      source_file: '0.pdf; 1.pdf',
      sha256: 'hash0; hash1',
    });
  });

  test('further tables are added with numbers of their own', () => {
    const more = readingOf({ tables: [tableOf('basic', ['20'])] });
    const { rows } = together(readingOf(), more);
    expect(rows.printed_table.map(({ table_id, table_no }) => [table_id, table_no])).toEqual([
      ['expenditure', 1],
      ['basic', 2],
    ]);
    expect(rows.line).toHaveLength(3);
  });

  test('the same document in another format adds nothing', () => {
    const { rows } = together(readingOf(), readingOf());
    expect(rows.line).toHaveLength(2);
    expect(rows.document[0]).toMatchObject({ source_file: '0.pdf' });
  });

  test('other amounts in the same table keep the second out, with the reason', () => {
    const { rows, outcomes } = together(
      readingOf(),
      readingOf({ tables: [tableOf('expenditure', ['30', '21']), tableOf('basic', ['20'])] }),
      narrative,
    );
    expect(outcomes.map(({ docId }) => docId)).toEqual([null, DOC, DOC]);
    expect(outcomes[0]?.issues[0]).toMatchObject({ code: 'differing_document', found: '1.pdf' });
    expect([rows.line.length, rows.statement.length]).toEqual([3, 1]);
  });

  test('a project is known by its name, others get identifiers that are free', () => {
    const target = {
      rowNo: 1,
      projectLabel: null,
      orgLabel: null,
      level1: null,
      level2: null,
      level3: '满意度',
      explanation: null,
      operator: null,
      target: null,
      targetUnit: null,
      printed: null,
      weight: null,
    };
    const { rows } = together(
      readingOf({ projects: [project('p01', '平台'), project('p02', '热线')] }),
      readingOf({
        tables: [],
        statements: [statementOf()],
        projects: [project('p01', '热线'), project('p02', '大厅')],
        indicators: [
          { ...target, projectId: 'p01' },
          { ...target, rowNo: 2, projectId: 'p02' },
        ],
      }),
    );
    expect(rows.project.map(({ project_id, level2 }) => [project_id, level2])).toEqual([
      ['p01', '平台'],
      ['p02', '热线'],
      ['p03', '大厅'],
    ]);
    expect(rows.indicator.map(({ project_id }) => project_id)).toEqual(['p02', 'p03']);
  });

  test.each([
    ['one name with and without a blank is one project', ['热线受理 APP'], ['热线受理APP'], 1],
    ['a name that both print twice is two projects', ['平台', '平台'], ['平台', '平台'], 2],
    ['signs tell two names of one part apart', ['平台(一)', '平台一'], ['平台一'], 2],
    ['and two of the other part', ['平台一'], ['平台（一）', '平台一'], 2],
    ['and two of the other part, both spelled otherwise', ['平台一'], ['平台（一）', '平台-一'], 3],
    ['which of two is meant stays open', ['平台(一)', '平台一'], ['平台-一', '大厅'], 4],
  ])('%s', (_, first, second, projects) => {
    const named = (names: readonly string[]): ProjectReading[] =>
      names.map((name, i) => project(`p0${i + 1}`, name));
    const { rows } = together(
      readingOf({ projects: named(first) }),
      readingOf({ projects: named(second), tables: [], statements: [statementOf()] }),
    );
    expect(rows.project).toHaveLength(projects);
    expect(rowProblems(rows)).toEqual([]);
  });
});

test('a party office is one organization, by its full, its usual and its short name', () => {
  const named = (name: string) =>
    readingOf({
      identity: identityOf({ organization: foundValue(name), jurisdiction: foundValue('320000') }),
    });
  const { rows, outcomes } = together(
    named('中共江苏省委办公厅'),
    named('江苏省委办公厅'),
    named('中国共产党江苏省委员会办公厅'),
  );
  expect(new Set(outcomes.map(({ docId }) => docId)).size).toBe(1);
  expect(rows.organization).toHaveLength(1);
});

test('documents of another year or scope stay apart, their organization stands once', () => {
  const headcount = {
    kind: 'actual' as const,
    people: '24',
    asOf: null,
    projectId: null,
    source: '概况',
    where: null,
  };
  const { rows, outcomes } = together(
    readingOf({ headcounts: [headcount] }),
    readingOf({
      headcounts: [headcount],
      identity: identityOf({ fiscalYear: foundValue(2025) }),
    }),
    readingOf({ identity: identityOf({ scope: foundValue('unit') }) }),
    readingOf({ identity: identityOf({ organization: null }) }),
  );
  expect(outcomes.map(({ docId }) => docId)).toEqual([
    DOC,
    '220622-靖宇县财政局-2025-budget',
    '220622-靖宇县财政局-unit-2026-budget',
    null,
  ]);
  expect(rows.organization).toHaveLength(2);
  expect(rowProblems(rows)).toEqual([]);
});

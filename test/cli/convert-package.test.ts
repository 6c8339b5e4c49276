import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NO_REPORT } from '@/cli/convert-report';
import { keepResult, readHead, resultPath } from '@/cli/convert-store';
import { writePackage, type PackageFormat, type ReadFile } from '@/cli/convert-package';
import { readPlaces } from '@/cli/places';
import { openInput, validate } from '@/cli/session';
import { rowsOf } from '@/db/engine';
import { documentIds, documentKey, documentRows } from '@/domain/reading/package-rows';
import type { DocumentReading } from '@/domain/reading/reading';
import { index } from '../helpers/found-organizations';
import { foundValue, identityOf, readingOf, statementOf, tableOf } from '../helpers/hand-reading';

let out: string;
beforeEach(() => (out = mkdtempSync(join(tmpdir(), 'tongchi-convert-'))));
afterEach(() => rmSync(out, { recursive: true }));

/** Results as converting would have kept them. */
function keep(readings: readonly DocumentReading[]): ReadFile[] {
  return readings.map((reading, i) => {
    const file = `${i}.pdf`;
    const key = documentKey(reading)!;
    const [ids] = documentIds([key], { places: index });
    const rows = documentRows(reading, { file, sha256: String(i) }, key, ids!);
    const path = resultPath(out, String(i), file);
    keepResult(path, { file, error: null, report: NO_REPORT, key, rows });
    return { file, path, key };
  });
}

const write = (readings: readonly DocumentReading[], format: PackageFormat = 'csv') =>
  writePackage(out, keep(readings), format, readPlaces());
const files = (): string[] => readdirSync(out).filter((name) => !name.includes('-'));

const department = readingOf({
  headcounts: [
    {
      kind: 'authorized',
      people: '24',
      asOf: '2026-01-31',
      projectId: null,
      source: '概况',
      where: null,
    },
  ],
});
const narrative = readingOf({ tables: [], statements: [statementOf()] });
const unit = readingOf({ identity: identityOf({ scope: foundValue('unit') }) });

describe.each(['csv', 'parquet'] as const)('a package as %s', (format) => {
  test('is sound, complete and opens', async () => {
    const placed = await write([department, narrative, unit], format);
    expect(placed).toEqual([
      { docId: '220622-靖宇县财政局-2026-budget' },
      { docId: '220622-靖宇县财政局-2026-budget' },
      { docId: '220622-靖宇县财政局-unit-2026-budget' },
    ]);
    expect(files().toSorted()).toEqual(
      [
        'datapackage.json',
        ...[
          'document',
          'headcount',
          'jurisdiction',
          'line',
          'organization',
          'printed_column',
          'printed_table',
          'statement',
        ].map((name) => `${name}.${format}`),
      ].toSorted(),
    );
    expect(await validate(out)).toEqual([]);
    const { engine } = await openInput(out);
    const lines = rowsOf(
      await engine.query(
        `SELECT l.amount, l.nature, d.scope FROM line l JOIN document_info d ON d.doc_id = l.doc_id
        ORDER BY d.scope, l.amount DESC`,
      ),
    );
    expect(lines).toEqual([
      { amount: 300000, nature: 'total', scope: 'department' },
      { amount: 200000, nature: 'basic', scope: 'department' },
      { amount: 300000, nature: 'total', scope: 'unit' },
      { amount: 200000, nature: 'basic', scope: 'unit' },
    ]);
  });
});

test('a new package takes the place of the one before, of whatever format', async () => {
  await write([department, narrative], 'parquet');
  await write([unit]);
  expect(files()).not.toContain('line.parquet');
  expect(files()).not.toContain('statement.parquet');
  expect(files()).not.toContain('statement.csv');
  const { resources } = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8')) as {
    resources: { path: string; format: string }[];
  };
  expect(resources.map(({ path }) => path)).toEqual(
    files()
      .filter((name) => name !== 'datapackage.json')
      .toSorted((a, b) => paths(resources).indexOf(a) - paths(resources).indexOf(b)),
  );
  expect(new Set(resources.map((one) => one.format))).toEqual(new Set(['csv']));
});
const paths = (resources: readonly { path: string }[]) => resources.map(({ path }) => path);

test('a file that differs from another of its document is told and left out', async () => {
  const other = readingOf({ tables: [tableOf('expenditure', ['31'])] });
  const placed = await write([department, other]);
  expect(placed[0]).toEqual({ docId: '220622-靖宇县财政局-2026-budget' });
  expect(placed[1]).toMatchObject({ error: { code: 'differing_document' } });
  expect(await validate(out)).toEqual([]);
});

test('a result counts only when it is whole', () => {
  const [file] = keep([department]);
  expect(readHead(file!.path)).toMatchObject({ file: '0.pdf', error: null });
  expect(readHead(resultPath(out, 'other', '0.pdf'))).toBeNull();
});

import { describe, expect, test } from 'vitest';
import type { CompareCell } from '@/domain/comparison';
import { metricById } from '@/domain/metrics';
import type { DocumentInfo } from '@/domain/organization';
import {
  cellsOf,
  loadedYears,
  LONGEST_SERIES,
  missingDocuments,
  timeSeries,
  yearBefore,
  yearsOf,
} from '@/domain/over-time';
import { documentInfo } from '../helpers/document-info';

const info = (org_id: string, fiscal_year: number, more = ''): DocumentInfo =>
  documentInfo({
    doc_id: `${org_id}-${fiscal_year}${more}`,
    org_id,
    organization: `${org_id}局`,
    fiscal_year,
  });
const cell = (of: DocumentInfo): CompareCell => ({
  info: of,
  metric: metricById('total')!,
  label: of.organization,
  slot: 3,
  value: of.fiscal_year === 2025 ? null : 100,
  reason: of.fiscal_year === 2025 ? 'blank' : null,
  basis: null,
  staff: null,
});
const series = timeSeries(
  [info('a', 2026, '-x'), info('a', 2026), info('a', 2023), info('b', 2025)],
  cell,
);

describe('figures over years', () => {
  test('every year stands, loaded or not; the first document of a year is taken', () => {
    expect(series.years).toEqual([2023, 2024, 2025, 2026]);
    expect(series.lines.map(({ cells }) => cells.map((one) => one?.info.doc_id ?? null))).toEqual([
      ['a-2023', null, null, 'a-2026'],
      [null, null, 'b-2025', null],
    ]);
    expect(series.lines[0]).toMatchObject({ org: 'a', label: 'a局', slot: 3 });
  });

  test('years with a document, and who has none', () => {
    expect(loadedYears(series)).toEqual([2023, 2025, 2026]);
    expect(missingDocuments(series).map(({ line, year }) => `${line.org} ${year}`)).toEqual([
      'a 2024',
      'a 2025',
      'b 2023',
      'b 2024',
      'b 2026',
    ]);
    expect(cellsOf(series).map(({ value }) => value)).toEqual([100, 100, null]);
  });

  test('a wrong year does not stretch them', () => {
    expect(yearsOf([info('a', 2026), info('a', 202)])).toHaveLength(LONGEST_SERIES);
    expect(yearsOf([])).toEqual([]);
  });

  test.each([
    [[2024, 2025, 2026], 2026, null, 2025],
    [[2024, 2025, 2026], 2026, 2024, 2024],
    [[2024, 2026], 2026, 2025, 2024],
    [[2024, 2026], 2024, null, 2026],
    [[2026], 2026, 2026, null],
  ])('of %j, %i is seen against %s: %s', (years, shown, wanted, expected) => {
    expect(yearBefore(years, shown, wanted)).toBe(expected);
  });
});

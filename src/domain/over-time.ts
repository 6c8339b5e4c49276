import type { CompareCell } from './comparison';
import { groupBy } from './group';
import type { DocumentInfo } from './organization';

/** One organization's figures of one metric, year by year. */
export interface TimeLine {
  org: string;
  label: string;
  slot: number;
  /** By year of the series; null where no document of the year is loaded. */
  cells: readonly (CompareCell | null)[];
}

/** Figures of organizations over the same years. */
export interface TimeSeries {
  /** Every year from the first to the last, loaded or not. */
  years: readonly number[];
  lines: readonly TimeLine[];
}

/** An organization's figures on two sides; null where no document of the year is loaded. */
export interface SlopeFigures extends Pick<TimeLine, 'org' | 'label' | 'slot'> {
  cells: readonly [CompareCell | null, CompareCell | null];
}

/** Years a series may span: a year typed wrongly does not make a chart of a thousand. */
export const LONGEST_SERIES = 30;

/** Every year from the first to the last of documents; the latest ones where that were too many. */
export function yearsOf(infos: readonly Pick<DocumentInfo, 'fiscal_year'>[]): number[] {
  const years = infos.map(({ fiscal_year }) => fiscal_year);
  if (years.length === 0) return [];
  const last = years.reduce((a, b) => Math.max(a, b));
  const first = Math.max(
    last - LONGEST_SERIES + 1,
    years.reduce((a, b) => Math.min(a, b)),
  );
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/**
 * Documents as lines over the years, organizations in the order they come. Of several documents of one organization and
 * year the first by its id is taken, as every change on the year before does.
 */
export function timeSeries(
  infos: readonly DocumentInfo[],
  cellOf: (info: DocumentInfo) => CompareCell,
): TimeSeries {
  const years = yearsOf(infos);
  const lines = [...groupBy(infos, ({ org_id }) => org_id)].map(([org, own]): TimeLine => {
    const cells = years.map((year) => {
      const docs = own.filter(({ fiscal_year }) => fiscal_year === year);
      const [first] = docs.toSorted((a, b) => (a.doc_id < b.doc_id ? -1 : 1));
      return first ? cellOf(first) : null;
    });
    const named = cells.findLast((cell) => cell !== null);
    return { org, label: named?.label ?? org, slot: named?.slot ?? 0, cells };
  });
  return { years, lines };
}

/** Years in which at least one organization has a document. */
export const loadedYears = ({ years, lines }: TimeSeries): number[] =>
  years.filter((_, i) => lines.some(({ cells }) => cells[i]));

/** Organizations and years without a document, between the first and the last year there is. */
export const missingDocuments = ({
  years,
  lines,
}: TimeSeries): { line: TimeLine; year: number }[] =>
  lines.flatMap((line) =>
    years.flatMap((year, i) => (line.cells[i] === null ? [{ line, year }] : [])),
  );

/** Every figure that has no value though its document is loaded, or has one. */
export const cellsOf = ({ lines }: TimeSeries): CompareCell[] =>
  lines.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? []));

/** The year a year is seen against: the one wanted, else the nearest loaded before it, else the nearest after it. */
export function yearBefore(
  years: readonly number[],
  shown: number,
  wanted: number | null,
): number | null {
  const others = years.filter((year) => year !== shown).toSorted((a, b) => a - b);
  if (wanted !== null && others.includes(wanted)) return wanted;
  return others.findLast((year) => year < shown) ?? others[0] ?? null;
}

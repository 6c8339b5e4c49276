import { titleValues, type TitleText } from './header-titles';
import { findHeader, headerCells, titleRecords } from './header-rows';
import type { TableFrame } from './mapping';
import type { RawTable } from './raw-table';

/** Between the header cells of a column, from the top. */
export const HEADER_JOIN = '/';

/** Header cells of each column from the top; none for a column without a header. */
export function headerCellsOf(table: RawTable, header: TableFrame['header']): string[][] {
  if (table.names) return table.names.map((name) => [name.trim()].filter(Boolean));
  if (!header) return Array.from({ length: table.columns }, () => []);
  return headerCells(table.sample.slice(header.from - 1, header.to), table.columns);
}

/** Header text of each column: its cells from the top, joined; empty for a column without one. */
export const headersOf = (table: RawTable, { header }: Pick<TableFrame, 'header'>): string[] =>
  headerCellsOf(table, header).map((cells) => cells.join(HEADER_JOIN));

/** Name of a file without its ending, and the folders and archives it lies in, the nearest first. */
function pathTexts(file: string): string[] {
  const parts = file.split('/').toReversed();
  return parts.map((part) => part.replace(/\.[a-z0-9]{1,8}$/i, '')).filter(Boolean);
}

/** Longer texts above a table are prose. */
const isTitle = (text: string): boolean => text !== '' && text.length <= 200;

/** What is said around a table, the nearest first: titles, header, sheet, file, folders. */
function textsAround(table: RawTable, header: TableFrame['header']): TitleText[] {
  const above = header ? header.from - 1 : titleRecords(table.sample);
  const titles = table.names ? [] : table.sample.slice(0, above).flat();
  const cells = [...new Set(titles.map((text) => text.trim()))].filter(isTitle);
  return [
    ...cells.map((text) => ({ text, from: 'title' as const })),
    ...headersOf(table, { header }).map((text) => ({ text, from: 'header' as const })),
    ...(table.sheet ? [{ text: table.sheet, from: 'sheet' as const }] : []),
    ...pathTexts(table.file).map((text) => ({ text, from: 'file' as const })),
  ];
}

/** What titles and names say of a table whose header records are known. */
export const frameOf = (table: RawTable, header: TableFrame['header']): TableFrame => ({
  header,
  ...titleValues(textsAround(table, header)),
});

/** Header, unit, year, stage, scope, organization and place of a table as far as its titles and names say them. */
export const findFrame = (table: RawTable): TableFrame =>
  frameOf(table, table.names ? null : findHeader(table.sample));

import { expect } from 'vitest';
import type { TableWords } from '@/components/leaving-table';
import { figureSources } from '@/composables/figureSources';
import { documents } from '@/db/queries/documents';
import { documentIndex } from '@/domain/document-index';
import type { FigureSheet } from '@/domain/exported-figure';
import { makeFormat } from '@/domain/format';
import { shortLabels } from '@/domain/organization';
import type { SheetCell } from '@/domain/sheet';
import type { PartName } from '@/domain/structure';
import { sheetCsv } from '@/exporters/sheet-writer';
import { i18n } from '@/i18n';
import { JINGYU, run, sourceBudgets, YANBIAN } from './engine';
import { expectGoldenText } from './golden-text';

/** The two documents that come with the app. */
export const DOCS = [JINGYU, YANBIAN];
/** The words of a table: in Chinese, in units of 10,000 yuan. */
export const words: TableWords = {
  t: (key, named = {}) => i18n.global.t(key, named),
  format: makeFormat('zh', '万元'),
};
/** A part by its Chinese name. */
export const nameOf = (part: PartName): string => part.zh ?? part.label;

/** What is known of the documents, and how they are named on the screen. */
export async function infos() {
  const all = await run(documents());
  const index = documentIndex(all);
  const labels = shortLabels(all, 'zh');
  return {
    all: DOCS.map((doc) => index.byId.get(doc)!),
    index,
    labels,
    infoOf: (doc: string) => index.byId.get(doc),
    columns: DOCS.map((doc) => ({ doc, label: labels.get(doc) ?? '' })),
  };
}

/** The text of a cell. */
export const valueOf = (cell: SheetCell | undefined): string | null =>
  cell === null || cell === undefined ? null : typeof cell === 'string' ? cell : cell.value;

/** Compares a table with its golden CSV. */
export const golden = (name: string, { sheet }: FigureSheet): void =>
  expectGoldenText(`tables/${name}.csv`, new TextDecoder().decode(sheetCsv(sheet)));

/** The cells below a head. */
export const headed = ({ sheet }: FigureSheet, head: string): (string | null)[] => {
  const place = sheet.columns.findIndex((column) => column.head === head);
  expect(place, head).toBeGreaterThanOrEqual(0);
  return sheet.rows.map((row) => valueOf(row[place]));
};

/** Both documents print in the unit the tables are in: a figure is the number that stands in its printed cell. */
export async function expectAsPrinted(made: FigureSheet, isPrinted = (_row: number) => true) {
  const { index } = await infos();
  const found = await figureSources(await sourceBudgets(), [made], index, {
    signal: new AbortController().signal,
    onDone: () => undefined,
  });
  const compared = found.filter(({ row, source }) => source !== null && isPrinted(row));
  expect(compared.length).toBeGreaterThan(3);
  for (const { row, head, source } of compared) {
    const place = made.sheet.columns.findIndex((column) => column.head === head);
    const value = valueOf(made.sheet.rows[row]?.[place]);
    const printed = source?.printed?.replaceAll(',', '') ?? '';
    expect(value === null ? '' : Number(value), `${row} ${head}`).toBe(
      printed === '' ? '' : Number(printed),
    );
  }
}

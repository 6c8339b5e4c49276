import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Grid, PublishedDocument } from '@/domain/published-document';
import { readPublished } from '@/importers/documents/read-published';

/** The source budgets rebuilt in many formats, with every cell; they lie beside the repository and may be absent. */
export const REBUILT = '../shared/corpus/rebuilt';
export const PUBLISHED = '../shared/corpus/published';
export const hasCorpus = existsSync(REBUILT);

const noCmap = (): Promise<Uint8Array> => Promise.reject(new Error('not asked for'));

export const readDocument = (path: string): Promise<PublishedDocument> =>
  readPublished({ path: basename(path), blob: new Blob([readFileSync(path)]) }, { cmap: noCmap });

export const gridsOf = ({ blocks }: PublishedDocument): Grid[] =>
  blocks.filter((block) => block.kind === 'grid');
export const linesOf = ({ blocks }: PublishedDocument): string[] =>
  blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));

interface TruthCell {
  text: string;
  rows: number;
  columns: number;
}
/** Cells by their place, header rows first; places that a cell above or left covers hold null. */
type Matrix = (TruthCell | null)[][];

interface TruthHeader {
  text: string;
  rowspan: number;
  colspan: number;
}
interface TruthTable {
  table_id: string;
  n_cols: number;
  header: TruthHeader[][];
  rows: string[][];
  merges: { row: number; col: number; rowspan: number; colspan: number }[];
  print_pages?: { header: string[]; rows: string[][] }[];
}

export interface Truth {
  doc: string;
  tables: { name: string; headerRows: number; cells: Matrix }[];
}

const cell = (text: string, rows = 1, columns = 1): TruthCell => ({ text, rows, columns });

function matrixOf({ header, rows, merges, n_cols }: TruthTable): Matrix {
  const matrix: (TruthCell | null | undefined)[][] = header.map(() => Array(n_cols));
  for (const [row, cells] of header.entries()) {
    let column = 0;
    for (const { text, rowspan, colspan } of cells) {
      while (matrix[row]![column] !== undefined) column += 1;
      for (let r = 0; r < rowspan; r += 1) {
        for (let c = 0; c < colspan; c += 1) matrix[row + r]![column + c] = null;
      }
      matrix[row]![column] = cell(text, rowspan, colspan);
    }
  }
  const body: Matrix = rows.map((texts) => texts.map((text) => cell(text)));
  for (const { row, col, rowspan, colspan } of merges) {
    const { text } = body[row]![col]!;
    for (let r = 0; r < rowspan; r += 1) {
      for (let c = 0; c < colspan; c += 1) body[row + r]![col + c] = null;
    }
    body[row]![col] = cell(text, rowspan, colspan);
  }
  return [...matrix.map((each) => Array.from(each, (one) => one ?? null)), ...body];
}

/** Every cell of a budget. `paged`: the form that prints one table on four pages. */
export function truthOf(doc: string, paged: boolean): Truth {
  const { tables } = JSON.parse(readFileSync(`${REBUILT}/truth/${doc}.json`, 'utf8')) as {
    tables: Record<string, TruthTable>;
  };
  return {
    doc,
    tables: Object.values(tables).flatMap((table) => {
      const pages = paged ? table.print_pages : undefined;
      if (!pages) {
        return { name: table.table_id, headerRows: table.header.length, cells: matrixOf(table) };
      }
      return pages.map(({ header, rows }, page) => ({
        name: `${table.table_id} ${page + 1}`,
        headerRows: 1,
        cells: [header, ...rows].map((texts) => texts.map((text) => cell(text))),
      }));
    }),
  };
}

const plain = (text: string): string => text.replaceAll(/[\s\u3000]+/g, '');
const isAmount = (text: string): boolean => /^-?\d[\d,]*(?:\.\d+)?$/.test(text);
const same = (a: string, b: string): boolean => {
  const [left, right] = [plain(a), plain(b)];
  if (left === right) return true;
  return (
    isAmount(left) &&
    isAmount(right) &&
    Number(left.replaceAll(',', '')) === Number(right.replaceAll(',', ''))
  );
};

export interface Agreement {
  /** Cells of the truth, blank ones included, and those that the grid has there. */
  cells: number;
  equal: number;
  /** Header cells that reach over several places, and those with the same reach. */
  spans: number;
  equalSpans: number;
  differences: string[];
}

/** How well a grid shows a table that begins in a row of it. */
function agreement(grid: Grid, truth: Truth['tables'][number], from: number): Agreement {
  const found = new Map(grid.cells.map((each) => [`${each.row} ${each.column}`, each]));
  const result: Agreement = { cells: 0, equal: 0, spans: 0, equalSpans: 0, differences: [] };
  for (const [row, cells] of truth.cells.entries()) {
    for (const [column, wanted] of cells.entries()) {
      const here = found.get(`${from + row} ${column}`);
      result.cells += 1;
      if (same(here?.text ?? '', wanted?.text ?? '')) result.equal += 1;
      else {
        result.differences.push(
          `${truth.name} ${row},${column}: ${JSON.stringify(here?.text)} for ${JSON.stringify(wanted?.text)}`,
        );
      }
      if (!wanted || wanted.text === '' || (wanted.rows === 1 && wanted.columns === 1)) continue;
      result.spans += 1;
      if (here?.rows === wanted.rows && here.columns === wanted.columns) result.equalSpans += 1;
      else {
        result.differences.push(
          `${truth.name} ${row},${column}: spans ${here?.rows}x${here?.columns} for ${wanted.rows}x${wanted.columns}`,
        );
      }
    }
  }
  return result;
}

/** The best agreement of a table with any grid of a document; each grid has some rows above its header. */
export function bestAgreement(grids: readonly Grid[], truth: Truth['tables'][number]): Agreement {
  let best: Agreement | null = null;
  for (const grid of grids) {
    for (let from = 0; from <= grid.rows - truth.cells.length; from += 1) {
      const here = agreement(grid, truth, from);
      if (!best || here.equal > best.equal) best = here;
    }
  }
  return best ?? agreement({ ...EMPTY }, truth, 0);
}
const EMPTY: Grid = {
  kind: 'grid',
  page: null,
  sheet: null,
  sheetName: null,
  table: 1,
  rows: 0,
  columns: 0,
  cells: [],
  box: null,
};

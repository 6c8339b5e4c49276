import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block, GridCell, PublishedDocument } from '@/domain/published-document';

/** Folder of the rebuilt source budgets; tests that need it are skipped where it is absent. */
export const REBUILT = join(import.meta.dirname, '../../../shared/corpus/rebuilt');

interface HeaderCell {
  text: string;
  colspan: number;
  rowspan: number;
}
interface TruthTable {
  title: string;
  title_in_table: boolean;
  unit_line: string | null;
  n_cols: number;
  header: readonly (readonly HeaderCell[])[];
  rows: readonly (readonly string[])[];
  merges: readonly { row: number; col: number; rowspan: number; colspan: number }[];
}
interface Truth {
  blocks: readonly { type: string; text?: string; table_id?: string }[];
  tables: Readonly<Record<string, TruthTable>>;
}

const cell = (row: number, column: number, text: string, rows = 1, columns = 1): GridCell => ({
  row,
  column,
  rows,
  columns,
  text: text.trim(),
  box: null,
  doubt: null,
});

/** Header cells at their places: spans push the cells after and below them aside. */
function headerCells(header: TruthTable['header'], from: number, columns: number): GridCell[] {
  const taken = new Set<string>();
  return header.flatMap((row, i) => {
    let column = 0;
    return row.map(({ text, colspan, rowspan }) => {
      while (taken.has(`${i}/${column}`) && column < columns) column++;
      for (let r = 0; r < rowspan; r++)
        for (let c = 0; c < colspan; c++) taken.add(`${i + r}/${column + c}`);
      const placed = cell(from + i, column, text, rowspan, colspan);
      column += colspan;
      return placed;
    });
  });
}

function gridOf(table: TruthTable, number: number): Block[] {
  const top = [
    ...(table.title_in_table ? [table.title] : []),
    ...(table.unit_line && table.title_in_table ? [table.unit_line] : []),
  ].map((text, row) => cell(row, 0, text, 1, table.n_cols));
  const head = top.length + table.header.length;
  const covered = new Set<string>();
  for (const { row: r, col: c, rowspan, colspan } of table.merges)
    for (let i = 0; i < rowspan; i++)
      for (let j = 0; j < colspan; j++) if (i + j > 0) covered.add(`${r + i}/${c + j}`);
  const body = table.rows.flatMap((row, r) =>
    row.flatMap((text, c) => {
      if (covered.has(`${r}/${c}`)) return [];
      const span = table.merges.find((merge) => merge.row === r && merge.col === c);
      return [cell(head + r, c, text, span?.rowspan ?? 1, span?.colspan ?? 1)];
    }),
  );
  const above = table.title_in_table
    ? []
    : [table.title, table.unit_line].flatMap((text) => (text ? [paragraph(text)] : []));
  return [
    ...above,
    {
      kind: 'grid',
      page: null,
      sheet: null,
      sheetName: null,
      table: number,
      rows: head + table.rows.length,
      columns: table.n_cols,
      cells: [...top, ...headerCells(table.header, top.length, table.n_cols), ...body],
      box: null,
    },
  ];
}

const paragraph = (text: string): Block => ({
  kind: 'text',
  page: null,
  sheet: null,
  text,
  heading: false,
  box: null,
});

/** A rebuilt source budget as a document, from its transcription. */
export function rebuiltDocument(name: 'jingyu' | 'yanbian'): PublishedDocument {
  const truth = JSON.parse(readFileSync(join(REBUILT, `truth/${name}_2026.json`), 'utf8')) as Truth;
  let number = 0;
  return {
    file: `${name}_2026.docx`,
    format: 'docx',
    pages: null,
    blocks: truth.blocks.flatMap(({ type, text, table_id }) => {
      const table = type === 'table' ? truth.tables[table_id ?? ''] : undefined;
      return table ? gridOf(table, ++number) : text ? [paragraph(text)] : [];
    }),
    notes: [],
  };
}

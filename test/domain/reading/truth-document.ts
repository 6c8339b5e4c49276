import { existsSync, readFileSync } from 'node:fs';
import type { Block, Grid, GridCell, PublishedDocument } from '@/domain/published-document';

/** The two source budgets as they were transcribed, beside the repository. */
const TRUTH = '../shared/corpus/rebuilt/truth';
export const hasTruth = existsSync(TRUTH);

interface TruthTable {
  table_id: string;
  title: string | null;
  title_in_table: boolean;
  org_line: string | null;
  unit_line: string | null;
  n_cols: number;
  header: { text: string; rowspan: number; colspan: number }[][];
  rows: string[][];
  merges: { row: number; col: number; rowspan: number; colspan: number }[];
}
type TruthBlock =
  | { type: 'para'; style: string; text: string }
  | { type: 'table'; table_id: string };

const text = (words: string, heading = false): Block => ({
  kind: 'text',
  page: null,
  sheet: null,
  text: words,
  heading,
  box: null,
});

const cell = (row: number, column: number, words: string, rows = 1, columns = 1): GridCell => ({
  row,
  column,
  rows,
  columns,
  text: words,
  box: null,
  doubt: null,
});

function headerCells({ header, n_cols }: TruthTable): GridCell[] {
  const taken = new Set<string>();
  return header.flatMap((line, row) => {
    let column = 0;
    return line.map(({ text: words, rowspan, colspan }) => {
      while (column < n_cols && taken.has(`${row} ${column}`)) column++;
      for (let r = 0; r < rowspan; r++) {
        for (let c = 0; c < colspan; c++) taken.add(`${row + r} ${column + c}`);
      }
      return cell(row, column, words, rowspan, colspan);
    });
  });
}

function gridOf(table: TruthTable, number: number): Grid {
  const top = table.header.length;
  const covered = new Set<string>();
  const spans = new Map(table.merges.map((merge) => [`${merge.row} ${merge.col}`, merge]));
  for (const { row, col, rowspan, colspan } of table.merges) {
    for (let r = 0; r < rowspan; r++) {
      for (let c = 0; c < colspan; c++) if (r + c > 0) covered.add(`${row + r} ${col + c}`);
    }
  }
  const body = table.rows.flatMap((line, row) =>
    line.flatMap((words, column) => {
      const place = `${row} ${column}`;
      const span = spans.get(place);
      return covered.has(place)
        ? []
        : [cell(top + row, column, words, span?.rowspan ?? 1, span?.colspan ?? 1)];
    }),
  );
  return {
    kind: 'grid',
    page: null,
    sheet: null,
    sheetName: null,
    table: number,
    rows: top + table.rows.length,
    columns: table.n_cols,
    cells: [...headerCells(table), ...body],
    box: null,
  };
}

/** A source budget as a document: its paragraphs and tables in their order. */
export function truthDocument(doc: 'jingyu_2026' | 'yanbian_2026'): PublishedDocument {
  const { blocks, tables } = JSON.parse(readFileSync(`${TRUTH}/${doc}.json`, 'utf8')) as {
    blocks: TruthBlock[];
    tables: Record<string, TruthTable>;
  };
  let number = 0;
  return {
    file: `${doc}.docx`,
    format: 'docx',
    pages: null,
    notes: [],
    blocks: blocks.flatMap((block): Block[] => {
      if (block.type === 'para') return [text(block.text, /^(?:part|h\d)$/.test(block.style))];
      const table = tables[block.table_id];
      if (!table) return [];
      number += 1;
      const above = [table.title, table.org_line, table.unit_line].filter((line) => line !== null);
      return [...above.map((line) => text(line)), gridOf(table, number)];
    }),
  };
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readTables } from '@/domain/reading/read-tables';
import { rebuiltDocument, REBUILT } from '../../helpers/rebuilt-document';

type Row = Readonly<Record<string, string>>;
const DATA = join(import.meta.dirname, '../../../data');
const csv = (name: string): readonly Row[] =>
  Papa.parse<Row>(readFileSync(join(DATA, `${name}.csv`), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;

const text = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value);

describe.skipIf(!existsSync(REBUILT))(
  'the rebuilt source budgets, from their transcription (skipped without ../shared)',
  () => {
    const lines = csv('line');
    const columns = csv('printed_column');
    const printed = csv('printed_table');

    test.each([
      ['jingyu', '220622'],
      ['yanbian', '222400'],
    ] as const)('%s: lines, columns and tables are those of the data package', (name, place) => {
      const of = (rows: readonly Row[]) => rows.filter(({ doc_id }) => doc_id?.startsWith(place));
      const { tables, unread } = readTables(rebuiltDocument(name), {
        stage: 'budget',
        fiscalYear: 2026,
        corrections: [],
      });
      expect(unread).toEqual([]);

      const read = tables.flatMap(({ tableId, lines: own }) =>
        own.map(({ row, colNo, fund, vintage, nature, amount, state }) => ({
          table_id: tableId,
          row_no: text(row.rowNo),
          col_no: text(colNo),
          parent_row_no: text(row.parentRowNo),
          side: text(row.side),
          classification: row.classification,
          code: text(row.code),
          label: row.label,
          level: text(row.level),
          is_total: text(row.isTotal),
          fund,
          vintage,
          nature,
          amount: text(amount),
          state,
        })),
      );
      const key = (row: Row) =>
        `${row.table_id}/${row.row_no?.padStart(3, '0')}/${row.col_no?.padStart(2, '0')}`;
      const sorted = (rows: readonly Row[]) => rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
      const wanted = of(lines).map(
        ({ doc_id: _doc, printed: _printed, page: _page, ...row }) => row as Row,
      );
      expect(sorted(read)).toEqual(sorted(wanted));

      expect(
        tables.flatMap(({ tableId, columns: own }) =>
          own.map(({ colNo, header, role, side }) => [
            tableId,
            text(colNo),
            header,
            role,
            text(side),
          ]),
        ),
      ).toEqual(
        of(columns).map(({ table_id, col_no, header, role, side }) => [
          table_id,
          col_no,
          header,
          role,
          side,
        ]),
      );

      expect(
        tables.map(({ tableId, tableNo, unit, table, headerRows }) => [
          tableId,
          text(tableNo),
          unit.value,
          text(table.rows - headerRows),
        ]),
      ).toEqual(
        of(printed).map((row) => [row.table_id, row.table_no, row.printed_unit, row.row_count]),
      );
    });
  },
);

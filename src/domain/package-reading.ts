import { colNo, docId, rowNo, tableId, type Column, type TableDefinition } from './package-columns';
import { CORRECTED_FIELDS, LINE_DOUBTS, UNREAD_REASONS } from './vocabulary';

/** A place as a reader of the document counts it, from 1, header rows included. */
const printedPlace = {
  page: { type: 'integer', about: 'page or sheet, from 1' },
  table_no: { type: 'integer', about: 'table on that page or sheet, or in the document, from 1' },
  row_no: { type: 'integer', about: 'row of that table, header rows included, from 1' },
  col_no: { type: 'integer', about: 'column of that table, from 1' },
} satisfies Record<string, Column>;

/** What is known of the reading of a document beside what was read: doubts, gaps, and what a person changed. */
export const READING_TABLES = {
  doubt: {
    about: 'an amount to be looked at, and why',
    key: ['doc_id', 'table_id', 'row_no', 'col_no', 'reason'],
    columns: {
      doc_id: docId,
      table_id: tableId,
      row_no: rowNo,
      col_no: colNo,
      reason: { type: 'text', required: true, values: LINE_DOUBTS, about: 'why' },
    },
  },
  unread: {
    about: 'something printed that was not understood; nothing of it is in the other tables',
    key: ['doc_id', 'unread_no'],
    columns: {
      doc_id: docId,
      unread_no: {
        type: 'integer',
        required: true,
        about: 'order of appearance in the document, from 1',
      },
      reason: { type: 'text', required: true, values: UNREAD_REASONS, about: 'why' },
      printed: { type: 'text', about: 'what is printed there, shortened' },
      ...printedPlace,
      amounts: { type: 'integer', required: true, about: 'amounts in it' },
    },
  },
  correction: {
    about: 'what a person changed in the reading of a document',
    key: ['doc_id', 'correction_no'],
    columns: {
      doc_id: docId,
      correction_no: { type: 'integer', required: true, about: 'order of the changes, from 1' },
      field: { type: 'text', required: true, values: CORRECTED_FIELDS, about: 'what was changed' },
      ...printedPlace,
      found: { type: 'text', about: 'what was read' },
      given: { type: 'text', about: 'what the person gave instead; empty for nothing' },
    },
  },
} as const satisfies Record<string, TableDefinition>;

import { TABLE_IDS } from './vocabulary';

export type ColumnType = 'text' | 'integer' | 'money' | 'number' | 'boolean' | 'date';

/** Shape of a value as text, in the regular expressions that SQL and TypeScript share. */
export const TYPE_SHAPES: Readonly<Partial<Record<ColumnType, string>>> = {
  integer: '^-?[0-9]{1,9}$',
  money: '^-?[0-9]{1,16}([.][0-9]{1,2}0*)?$',
  number: '^-?[0-9]{1,12}([.][0-9]{1,6}0*)?$',
  boolean: '^(true|false)$',
  date: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
};

export interface Column {
  type: ColumnType;
  /** A row without it is reported. */
  required?: true;
  /** The only values allowed. */
  values?: readonly string[];
  /** `table.column` that must hold the value. */
  refers?: string;
  /** Column type of the Fiscal Data Package, where one fits. */
  fiscal?: string;
  about: string;
}

export interface TableDefinition {
  about: string;
  /** A package without this table cannot be loaded. */
  required?: true;
  key: readonly string[];
  columns: Readonly<Record<string, Column>>;
}

export const docId: Column = {
  type: 'text',
  required: true,
  refers: 'document.doc_id',
  about: 'the document',
};
export const tableId: Column = {
  type: 'text',
  required: true,
  values: TABLE_IDS,
  about: 'the standard table',
};
export const rowNo: Column = {
  type: 'integer',
  required: true,
  about: 'printed row below the header, counted from 1',
};
export const colNo: Column = {
  type: 'integer',
  required: true,
  about: 'printed column, counted from 1',
};

/**
 * The data package: one record per table and column, from which the engine's tables, the validation,
 * `datapackage.json` and the help are all made. Amounts are in yuan (元), DECIMAL(18,2); codes are text.
 */

import { colNo, docId, rowNo, tableId, type TableDefinition } from './package-columns';
import { READING_TABLES } from './package-reading';
import {
  CELL_STATES,
  CLASSIFICATIONS,
  COLUMN_ROLES,
  FUNDS,
  HEADCOUNT_KINDS,
  JURISDICTION_LEVELS,
  NATURES,
  OPERATORS,
  PRINTED_UNITS,
  SCOPES,
  SIDES,
  STAGES,
  VINTAGES,
} from './vocabulary';

export { TYPE_SHAPES, type Column, type ColumnType, type TableDefinition } from './package-columns';

export const PACKAGE_TABLES = {
  jurisdiction: {
    about: 'a place (GB/T 2260)',
    key: ['code'],
    columns: {
      code: { type: 'text', required: true, about: 'six digits' },
      name: { type: 'text', required: true, about: 'full name' },
      short_name: { type: 'text', about: 'name as spoken, for charts' },
      name_en: { type: 'text', about: 'name in English' },
      level: { type: 'text', required: true, values: JURISDICTION_LEVELS, about: 'level' },
      parent_code: { type: 'text', refers: 'jurisdiction.code', about: 'the place above' },
    },
  },
  classification: {
    about: 'a code of the budget classification (政府收支分类科目)',
    key: ['kind', 'code'],
    columns: {
      kind: {
        type: 'text',
        required: true,
        values: ['function', 'economic', 'government_economic'],
        about: 'which list',
      },
      code: { type: 'text', required: true, about: 'three, five or seven digits' },
      name: { type: 'text', required: true, about: 'name' },
      name_en: { type: 'text', about: 'name in English' },
      level: { type: 'integer', required: true, about: '1 类, 2 款, 3 项' },
      parent_code: { type: 'text', about: 'the code above' },
      superseded: { type: 'boolean', about: 'the code is no longer given out' },
    },
  },
  organization: {
    about: 'a department or unit',
    required: true,
    key: ['org_id'],
    columns: {
      org_id: {
        type: 'text',
        required: true,
        fiscal: 'administrative-classification:generic:code',
        about: 'identifier',
      },
      name: {
        type: 'text',
        required: true,
        fiscal: 'administrative-classification:generic:label',
        about: 'full name',
      },
      short_name: { type: 'text', about: 'short name' },
      jurisdiction_code: {
        type: 'text',
        required: true,
        refers: 'jurisdiction.code',
        about: 'its place',
      },
      scope: {
        type: 'text',
        required: true,
        values: SCOPES,
        about: '部门 with its units, or one 单位/本级',
      },
      parent_org_id: {
        type: 'text',
        refers: 'organization.org_id',
        about: 'the department of a unit',
      },
      sector: { type: 'text', about: 'field of work' },
    },
  },
  document: {
    about: 'a published budget',
    required: true,
    key: ['doc_id'],
    columns: {
      doc_id: { type: 'text', required: true, about: 'identifier' },
      org_id: {
        type: 'text',
        required: true,
        refers: 'organization.org_id',
        about: 'whose budget it is',
      },
      fiscal_year: {
        type: 'integer',
        required: true,
        fiscal: 'date:fiscal-year',
        about: 'budget year',
      },
      stage: {
        type: 'text',
        required: true,
        values: STAGES,
        fiscal: 'phase:id',
        about: 'budget, adjusted budget or final account',
      },
      title: { type: 'text', about: 'printed title' },
      published_on: { type: 'date', fiscal: 'date:generic', about: 'date printed on the document' },
      printed_unit: {
        type: 'text',
        required: true,
        values: PRINTED_UNITS,
        about: 'unit of most of its tables',
      },
      source_file: { type: 'text', about: 'file it was read from' },
      sha256: { type: 'text', about: 'hash of that file' },
    },
  },
  printed_table: {
    about: 'a table as the document prints it',
    key: ['doc_id', 'table_id'],
    columns: {
      doc_id: docId,
      table_id: tableId,
      table_no: {
        type: 'integer',
        required: true,
        about: 'place among the tables of the document, from 1',
      },
      title: { type: 'text', about: 'printed title' },
      printed_unit: {
        type: 'text',
        required: true,
        values: PRINTED_UNITS,
        about: 'unit of its amounts',
      },
      page: { type: 'integer', about: 'page or sheet it starts on, from 1' },
      row_count: { type: 'integer', required: true, about: 'printed rows below the header' },
      header_rows: { type: 'integer', about: 'printed rows of the header' },
      columns_left_out: {
        type: 'boolean',
        about: 'columns of amounts are not in the dataset; sums across columns need not come out',
      },
      note: { type: 'text', about: 'what a reader of the transcription must know' },
    },
  },
  printed_column: {
    about: 'a column of a printed table and what it means',
    key: ['doc_id', 'table_id', 'col_no'],
    columns: {
      doc_id: docId,
      table_id: tableId,
      col_no: colNo,
      header: { type: 'text', required: true, about: 'header cells from the top, joined by /' },
      role: { type: 'text', required: true, values: COLUMN_ROLES, about: 'what its cells hold' },
      side: { type: 'text', values: SIDES, about: 'half of a balance table' },
    },
  },
  line: {
    about: 'one printed amount',
    required: true,
    key: ['doc_id', 'table_id', 'row_no', 'col_no'],
    columns: {
      doc_id: docId,
      table_id: tableId,
      row_no: rowNo,
      col_no: colNo,
      parent_row_no: { type: 'integer', about: 'row of the sum this row is part of' },
      side: { type: 'text', values: SIDES, fiscal: 'direction', about: 'half of a balance table' },
      classification: {
        type: 'text',
        required: true,
        values: CLASSIFICATIONS,
        about: 'what the rows are divided by',
      },
      code: {
        type: 'text',
        fiscal: 'functional-classification:generic:code',
        about: 'code, if one is printed',
      },
      label: { type: 'text', required: true, about: 'row label as printed, spaces removed' },
      economic_code: {
        type: 'text',
        fiscal: 'economic-classification:generic:code',
        about: 'code of the economic item, where the row prints one beside what it is divided by',
      },
      level: { type: 'integer', required: true, about: '0 a grand total, 1 类, 2 款, 3 项' },
      is_total: { type: 'boolean', required: true, about: 'the row sums other rows of its table' },
      is_partial: {
        type: 'boolean',
        about: 'its parts are not all printed (其中 …) and need not add up to it',
      },
      fund: {
        type: 'text',
        required: true,
        values: FUNDS,
        fiscal: 'fin-source:generic:code',
        about: 'source of the money',
      },
      vintage: {
        type: 'text',
        required: true,
        values: VINTAGES,
        about: 'this year, carried over, or both',
      },
      nature: {
        type: 'text',
        required: true,
        values: NATURES,
        fiscal: 'expenditure-type:code',
        about: 'basic, project and so on',
      },
      amount: { type: 'money', fiscal: 'value', about: 'yuan; empty unless a number is printed' },
      state: { type: 'text', required: true, values: CELL_STATES, about: 'what the cell holds' },
      printed: { type: 'text', about: 'text of the cell' },
      page: { type: 'integer', about: 'page or sheet, from 1' },
    },
  },
  placement: {
    about: 'a cell whose column was inferred, and from what',
    key: ['doc_id', 'table_id', 'row_no', 'col_no'],
    columns: {
      doc_id: docId,
      table_id: tableId,
      row_no: rowNo,
      col_no: colNo,
      evidence: {
        type: 'text',
        required: true,
        values: ['header_order', 'arithmetic', 'layout'],
        about: 'what settles the place',
      },
      note: { type: 'text', about: 'the reasoning' },
    },
  },
  headcount: {
    about: 'a number of people',
    key: ['org_id', 'doc_id', 'kind', 'as_of', 'source'],
    columns: {
      org_id: {
        type: 'text',
        required: true,
        refers: 'organization.org_id',
        about: 'whose people',
      },
      doc_id: {
        type: 'text',
        refers: 'document.doc_id',
        about: 'the document that prints it, if any',
      },
      as_of: { type: 'date', about: 'date it holds for' },
      kind: { type: 'text', required: true, values: HEADCOUNT_KINDS, about: 'what is counted' },
      people: { type: 'number', required: true, about: 'number of people' },
      project_id: { type: 'text', about: 'the project of that document that pays them' },
      source: { type: 'text', required: true, about: 'where it is stated' },
    },
  },
  project: {
    about: 'a budget project (二级项目)',
    key: ['doc_id', 'project_id'],
    columns: {
      doc_id: docId,
      project_id: {
        type: 'text',
        required: true,
        fiscal: 'activity:generic:subproject:code',
        about: 'identifier within the document',
      },
      level1: {
        type: 'text',
        fiscal: 'activity:generic:project:label',
        about: 'first-level project',
      },
      level2: {
        type: 'text',
        required: true,
        fiscal: 'activity:generic:subproject:label',
        about: 'second-level project',
      },
      category: { type: 'text', about: 'kind of project as printed' },
      org_name: { type: 'text', about: 'unit that runs it' },
      row_no: { type: 'integer', about: 'its row in the project table' },
    },
  },
  indicator: {
    about: 'a performance target',
    key: ['doc_id', 'row_no'],
    columns: {
      doc_id: docId,
      project_id: { type: 'text', about: 'its project' },
      project_label: { type: 'text', about: 'project name as printed here' },
      org_label: { type: 'text', about: 'unit, by name or number, as printed here' },
      row_no: rowNo,
      level1: { type: 'text', about: 'first-level indicator' },
      level2: { type: 'text', about: 'second-level indicator' },
      level3: { type: 'text', required: true, about: 'third-level indicator' },
      explanation: { type: 'text', about: 'explanation' },
      operator: { type: 'text', values: OPERATORS, about: 'comparison, if one is printed' },
      target: { type: 'number', about: 'number to reach; empty for a target in words' },
      target_unit: { type: 'text', about: 'unit of the target as printed' },
      printed: { type: 'text', about: 'target as printed' },
      weight: { type: 'number', about: 'weight' },
    },
  },
  outsourcing: {
    about: 'an entrusted task (委托业务费)',
    key: ['doc_id', 'row_no'],
    columns: {
      doc_id: docId,
      project_id: { type: 'text', about: 'its project' },
      row_no: rowNo,
      label: { type: 'text', required: true, about: 'name as printed here' },
      amount: { type: 'money', about: 'yuan' },
      is_service_purchase: { type: 'boolean', about: '是否政府购买服务' },
      is_procurement: { type: 'boolean', about: '是否政府采购' },
    },
  },
  statement: {
    about: 'a figure of the narrative part',
    key: ['doc_id', 'statement_no'],
    columns: {
      doc_id: docId,
      statement_no: {
        type: 'integer',
        required: true,
        about: 'order of appearance in the document, from 1',
      },
      statement_id: { type: 'text', required: true, about: 'what the figure states' },
      subject: { type: 'text', about: 'the class or item it is about' },
      amount: { type: 'money', about: 'yuan; a decrease is negative' },
      value: {
        type: 'number',
        about: 'a figure that is not money; percentages as printed, 34.56 for 34.56 %',
      },
      value_unit: { type: 'text', about: 'unit of that figure' },
      compared_year: { type: 'integer', about: 'year a change is measured from' },
      basis: {
        type: 'text',
        about: 'what a change or share refers to: total, current, budget, executed …',
      },
      printed: { type: 'text', required: true, about: 'the figure as printed' },
      section: { type: 'text', about: 'heading it stands under' },
      page: { type: 'integer', about: 'page or sheet, from 1' },
    },
  },
  ...READING_TABLES,
} as const satisfies Record<string, TableDefinition>;

export type PackageTableName = keyof typeof PACKAGE_TABLES;
export const PACKAGE_TABLE_NAMES = Object.keys(PACKAGE_TABLES) as PackageTableName[];

/** The definition of a table with its columns open to look-up by any name. */
export const tableDefinition = (name: PackageTableName): TableDefinition => PACKAGE_TABLES[name];

/** Types of the columns below, as the engine stores them. */
export type CheckColumnType = 'text' | 'integer' | 'money' | 'boolean';

/**
 * Tables that hold what checks found, one row per thing: how often each rule held (`check_count`), what did not pass
 * (`finding`), the printed things on its two sides (`finding_cell`), what may be behind several (`finding_cause`),
 * and the metrics that rest on a cell of a failed one (`metric_mark`). Worked out from the package, never stored.
 */
export const CHECK_TABLES = {
  check_count: {
    doc_id: 'text',
    rule_id: 'text',
    family: 'text',
    passed: 'integer',
    rounding: 'integer',
    failed: 'integer',
    unchecked: 'integer',
  },
  finding: {
    doc_id: 'text',
    /** From 1 within its document. */
    finding_no: 'integer',
    /** Names the finding by rule and place, the same after checking again. */
    finding_key: 'text',
    rule_id: 'text',
    family: 'text',
    /** `rounding`, `fail` or `unchecked`. */
    status: 'text',
    severity: 'text',
    unit: 'text',
    left_value: 'text',
    right_value: 'text',
    difference: 'text',
    /** Yuan where the unit is yuan: size to sort by. */
    difference_amount: 'money',
    /** Its `finding_cause`, null if it stands alone. */
    cause_no: 'integer',
    /** JSON list of notes: code and parameters. */
    notes: 'text',
  },
  finding_cell: {
    doc_id: 'text',
    finding_no: 'integer',
    /** `left` or `right`; `seen` for what could not be checked. */
    side: 'text',
    part_no: 'integer',
    /** The document the cell stands in. */
    cell_doc_id: 'text',
    source: 'text',
    table_id: 'text',
    row_no: 'integer',
    col_no: 'integer',
    minus: 'boolean',
  },
  finding_cause: {
    doc_id: 'text',
    cause_no: 'integer',
    kind: 'text',
    source: 'text',
    table_id: 'text',
    row_no: 'integer',
    col_no: 'integer',
    printed_value: 'text',
    suggested_value: 'text',
    /** Findings it would explain. */
    explains: 'integer',
  },
  /** One row per metric and failed finding that touches a cell it is made of, so that a muted finding can be left out. */
  metric_mark: {
    doc_id: 'text',
    metric_id: 'text',
    finding_no: 'integer',
    severity: 'text',
  },
} as const satisfies Record<string, Record<string, CheckColumnType>>;

export type CheckTableName = keyof typeof CHECK_TABLES;
export const CHECK_TABLE_NAMES = Object.keys(CHECK_TABLES) as CheckTableName[];

export type CheckValue = string | number | boolean | null;
export type CheckRow<Name extends CheckTableName = CheckTableName> = Readonly<
  Record<keyof (typeof CHECK_TABLES)[Name], CheckValue>
>;
/** Rows of those tables. */
export type CheckRows = { readonly [Name in CheckTableName]: readonly CheckRow<Name>[] };

import type { Check, DocumentChecks } from './check-document';
import type { CellRef, Outcome } from './rule';

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
  metric_mark: {
    doc_id: 'text',
    metric_id: 'text',
    severity: 'text',
    /** Failed findings that touch a cell the metric is made of, and the first of them. */
    findings: 'integer',
    finding_no: 'integer',
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

const cellText = ({ source, table, row, column, doc, minus }: CellRef): string =>
  [minus ? '-' : '', source, table, row, column, doc].join('.');

/** Rule and place of an outcome as text. */
export function findingKey({ rule, outcome }: Check): string {
  const cells =
    outcome.status === 'unchecked'
      ? outcome.cells
      : [...outcome.left.cells.slice(0, 2), ...outcome.right.cells.slice(0, 2)];
  return [rule.id, ...cells.map(cellText)].join('/');
}

const sides = (outcome: Outcome): readonly (readonly [string, readonly CellRef[]])[] =>
  outcome.status === 'unchecked'
    ? [['seen', outcome.cells]]
    : [
        ['left', outcome.left.cells],
        ['right', outcome.right.cells],
      ];

function countRows(id: string, checks: readonly Check[]): CheckRow<'check_count'>[] {
  const counts = new Map<string, Record<Outcome['status'] | 'family', number | string>>();
  for (const { rule, outcome } of checks) {
    const count = counts.get(rule.id) ?? {
      family: rule.family,
      pass: 0,
      rounding: 0,
      fail: 0,
      unchecked: 0,
    };
    count[outcome.status] = Number(count[outcome.status]) + 1;
    counts.set(rule.id, count);
  }
  return [...counts].map(([rule_id, { family, pass, rounding, fail, unchecked }]) => ({
    doc_id: id,
    rule_id,
    family: family as string,
    passed: pass as number,
    rounding: rounding as number,
    failed: fail as number,
    unchecked: unchecked as number,
  }));
}

/** The rows of what was found in one document; `marks` as `metricMarks` gives them. */
export function findingRows(
  { document, checks, causes }: DocumentChecks,
  marks: readonly CheckRow<'metric_mark'>[] = [],
): CheckRows {
  const doc_id = document.id;
  const found = checks
    .map((check, at) => ({ check, at }))
    .filter(({ check }) => check.outcome.status !== 'pass');
  const causeOf = new Map(
    causes.flatMap(({ checks: explained }, i) => explained.map((at) => [at, i + 1] as const)),
  );
  const keys = new Map<string, number>();
  const finding = found.map(({ check, at }, i): CheckRow<'finding'> => {
    const { rule, outcome } = check;
    const compared = outcome.status === 'unchecked' ? null : outcome;
    const key = findingKey(check);
    const time = (keys.get(key) ?? 0) + 1;
    keys.set(key, time);
    return {
      doc_id,
      finding_no: i + 1,
      finding_key: time === 1 ? key : `${key}#${time}`,
      rule_id: rule.id,
      family: rule.family,
      status: outcome.status,
      severity: rule.severity,
      unit: compared?.unit ?? null,
      left_value: compared?.left.value ?? null,
      right_value: compared?.right.value ?? null,
      difference: compared?.difference ?? null,
      difference_amount: compared?.unit === 'yuan' ? compared.difference : null,
      cause_no: causeOf.get(at) ?? null,
      notes: JSON.stringify(outcome.notes),
    };
  });
  const finding_cell = found.flatMap(({ check }, i) =>
    sides(check.outcome).flatMap(([side, cells]) =>
      cells.map((cell, part): CheckRow<'finding_cell'> => ({
        doc_id,
        finding_no: i + 1,
        side,
        part_no: part + 1,
        cell_doc_id: cell.doc ?? doc_id,
        source: cell.source,
        table_id: cell.table,
        row_no: cell.row,
        col_no: cell.column,
        minus: cell.minus,
      })),
    ),
  );
  return {
    check_count: countRows(doc_id, checks),
    finding,
    finding_cell,
    finding_cause: causes.map(({ kind, cell, printed, suggested, checks: explained }, i) => ({
      doc_id,
      cause_no: i + 1,
      kind,
      source: cell?.source ?? null,
      table_id: cell?.table ?? null,
      row_no: cell?.row ?? null,
      col_no: cell?.column ?? null,
      printed_value: printed,
      suggested_value: suggested,
      explains: explained.length,
    })),
    metric_mark: marks,
  };
}

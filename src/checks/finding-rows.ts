import type { Check, DocumentChecks } from './check-document';
import type { CellRef, Outcome } from './rule';
import type { CheckRow, CheckRows } from '@/domain/check-tables';

export type { CheckRow, CheckRows } from '@/domain/check-tables';

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

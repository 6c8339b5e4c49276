import { quoteLiteral } from '@/db/sql';
import type { SourceInput } from '@/domain/source-inputs';
import type { SourceRef } from '@/domain/source-ref';
import type { PrintedCell } from '@/domain/source-facts';
import { groupBy } from '@/domain/group';

const ofDocument = (doc: string): string => `doc_id = ${quoteLiteral(doc)}`;

function cellsStatement(doc: string, cells: readonly PrintedCell[]): string {
  const tables = groupBy(cells, (cell) => cell.table_id);
  const places = [...tables].map(
    ([table, own]) =>
      `(table_id = ${quoteLiteral(table)} AND (${own
        .map(({ row_no, col_no }) => `(row_no = ${row_no} AND col_no = ${col_no})`)
        .join(' OR ')}))`,
  );
  return `SELECT table_id, row_no, col_no, label, fund, vintage, nature, printed, amount
FROM line
WHERE ${ofDocument(doc)}
  AND (${[...new Set(places)].join('\n    OR ')})
ORDER BY table_id, row_no, col_no`;
}

function inputStatements(doc: string, inputs: readonly SourceInput[]): string[] {
  const cells = inputs.flatMap((input) => [...input.cells, ...input.inVain]);
  const statements = inputs.flatMap((input) => input.statements);
  const rows = inputs.flatMap((input) => input.indicators);
  return [
    ...(cells.length > 0 ? [cellsStatement(doc, cells)] : []),
    ...(statements.length > 0
      ? [
          `SELECT statement_id, amount, value, printed, section
FROM statement
WHERE ${ofDocument(doc)} AND statement_no IN (${statements.map((row) => row.statement_no).join(', ')})`,
        ]
      : []),
    ...(inputs.some((input) => input.projects.length > 0)
      ? [`SELECT level2, total FROM project_amount WHERE ${ofDocument(doc)} ORDER BY row_no`]
      : []),
    ...(rows.length > 0
      ? [
          `SELECT row_no, level3, target, printed, weight
FROM indicator
WHERE ${ofDocument(doc)}
ORDER BY row_no`,
        ]
      : []),
    ...(inputs.some((input) => input.headcounts.length > 0)
      ? [`SELECT kind, people, as_of, source FROM headcount WHERE ${ofDocument(doc)}`]
      : []),
  ];
}

/** Plain questions that give a figure, its measures and its printed cells; each runs as it stands. */
export function provenanceSql(
  ref: SourceRef,
  inputs: readonly SourceInput[],
  perStaff: boolean,
): string[] {
  if (ref.kind === 'row') {
    return [
      `SELECT col_no, label, fund, vintage, printed, amount
FROM line
WHERE ${ofDocument(ref.doc)} AND table_id = ${quoteLiteral(ref.table)}
  AND side = ${quoteLiteral(ref.side)} AND row_no = ${ref.row} AND nature = ${quoteLiteral(ref.nature)}
ORDER BY col_no`,
    ];
  }
  const names = inputs.flatMap(({ name }) =>
    name === 'function_class' ? [] : [quoteLiteral(name)],
  );
  return [
    `SELECT metric_id, value, reason, basis
FROM metric
WHERE ${ofDocument(ref.doc)} AND metric_id = ${quoteLiteral(ref.metric)}`,
    ...(names.length > 0
      ? [
          `SELECT measure, amount, source, reason
FROM measure
WHERE ${ofDocument(ref.doc)} AND measure IN (${names.join(', ')})`,
        ]
      : []),
    ...(perStaff
      ? [`SELECT people, kind, as_of, source, supplied_by FROM staff WHERE ${ofDocument(ref.doc)}`]
      : []),
    ...inputStatements(ref.doc, inputs),
  ];
}

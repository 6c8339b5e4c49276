import type { Block } from '@/domain/published-document';
import { readTables, type TablesContext } from '@/domain/reading/read-tables';
import type { LineReading, TableReading } from '@/domain/reading/reading';
import { documentOf, grid, line } from './small-table';

const CONTEXT: TablesContext = { stage: 'budget', fiscalYear: 2026, corrections: [] };

/** The tables of a document of these blocks, a budget of 2026 unless said otherwise. */
export const readBlocks = (blocks: readonly Block[], context: Partial<TablesContext> = {}) =>
  readTables(documentOf(...blocks), { ...CONTEXT, ...context });

/** The one table of a title over a drawing, in 万元. */
export function tableOf(
  title: string,
  drawing: string,
  context: Partial<TablesContext> = {},
): TableReading {
  const { tables } = readBlocks([line(title), line('单位：万元'), grid(drawing)], context);
  const [table] = tables;
  if (!table || tables.length > 1) throw new Error(`${title}: ${tables.length} tables were read`);
  return table;
}

const said = ({ row, colNo, fund, vintage, nature, amount }: LineReading): string =>
  `${row.rowNo} ${colNo}: ${row.label} ${fund}.${vintage}.${nature} = ${amount ?? ''}`;
/** Printed amounts as `row column: label fund.vintage.nature = yuan`. */
export const printed = ({ lines }: TableReading): string[] =>
  lines.filter(({ state }) => state === 'number').map(said);
/** Rows as `number side level parent sum code label`. */
export const tree = ({ rows }: TableReading): string[] =>
  rows.map(({ rowNo, side, level, parentRowNo, isTotal, label, code }) =>
    [rowNo, side?.[0], level, parentRowNo ?? '-', isTotal ? 'sum' : '', code ?? '', label]
      .filter((part) => part !== '')
      .join(' '),
  );
/** Equations as `kind label outcome`. */
export const outcomes = ({ equations }: TableReading): string[] =>
  equations.map(({ kind, left, outcome }) => `${kind} ${left.row.label} ${outcome}`);

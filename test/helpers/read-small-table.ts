import type { Block } from '@/domain/published-document';
import { readTables, type TablesContext } from '@/domain/reading/read-tables';
import type { TableReading } from '@/domain/reading/reading';
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

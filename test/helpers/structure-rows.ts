import type { FlowRow } from '@/domain/flow';
import type { StructureRow } from '@/domain/structure-tree';

const stateOf = (amount: number | null) =>
  amount === null ? 'blank' : amount === 0 ? 'zero' : 'number';

/** A printed row of an expenditure table; yuan. */
export const structureRow = (
  doc: string,
  rowNo: number,
  code: string | null,
  amount: number | null,
  more: Partial<StructureRow> = {},
): StructureRow => ({
  doc_id: doc,
  table_id: 'expenditure',
  side: 'expenditure',
  nature: 'total',
  row_no: rowNo,
  parent_row_no: null,
  is_part: true,
  code,
  label: code ?? '一、某项支出',
  name: null,
  name_en: null,
  level: Math.max(1, ((code?.length ?? 3) - 1) / 2),
  is_total: false,
  is_grand_total: false,
  is_partial: false,
  metric: null,
  amount,
  state: stateOf(amount),
  ...more,
});

/** What makes a row a grand total. */
export const GRAND = { is_part: false, is_grand_total: true, level: 0, is_total: true } as const;

/** A row of the tables that money is followed through. */
export const flowRow = (
  rowNo: number,
  code: string | null,
  amount: number | null,
  more: Partial<FlowRow> = {},
): FlowRow => ({
  ...structureRow('a', rowNo, code, amount),
  current: null,
  carryover: null,
  ...more,
});

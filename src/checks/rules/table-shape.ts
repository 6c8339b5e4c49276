import type { CheckedDocument, CheckedLine, CheckedTable } from '../checked-document';
import { groupBy } from '@/domain/group';
import type { RowReading } from '@/domain/reading/reading';
import type { Side } from '@/domain/vocabulary';

export { isPrinted, meaningKey } from '@/domain/reading/equations';

const ROWS = new WeakMap<object, Map<RowReading, CheckedLine[]>>();

/** Lines of each row of a table. */
export function linesByRow(table: Pick<CheckedTable, 'lines'>): Map<RowReading, CheckedLine[]> {
  const known = ROWS.get(table);
  if (known) return known;
  const lines = groupBy(table.lines, ({ row }) => row);
  ROWS.set(table, lines);
  return lines;
}

const HARMLESS =
  /行次|序号|备注|说明|其中|扣除|^上年(?!.*结转)|增减|科目|数量|规格|型号|编码|单位名称|时间|方式|组织形式/;

/** Columns of amounts that belong to the sums of its rows, in one half or all of it, are not in the dataset. */
export function missesMoney({ columns, columnsLeftOut }: CheckedTable, half?: Side): boolean {
  if (!columnsLeftOut) return false;
  const isMeant = (side: Side | null): boolean => !half || side === null || side === half;
  const all = columns.filter(({ role }) => role === 'omitted');
  const omitted = all.filter(({ side }) => isMeant(side));
  if (all.length > 0 && omitted.length === 0) return false;
  return omitted.length === 0 || omitted.some(({ header }) => !HARMLESS.test(header));
}

const TOTAL = /^(?:收入|支出|本年)?(?:合计|总计)[:：]?$/;

/** It is the label of a grand total, whatever the table says of its row. */
export const isTotalLabel = (label: string): boolean => TOTAL.test(label);

/** A name without what is said of it in brackets. */
const plain = (name: string): string => name.replace(/[（(].*?[）)]|本级$/gu, '');

/**
 * The row without a parent that sums the other rows without one, though the table does not say so: it is labelled as a
 * total, or bears the name of the organization above rows that
 * are no units of it. Null unless there is exactly one, and others to be summed.
 */
export function looseTotal(
  rows: readonly RowReading[],
  { organization }: Pick<CheckedDocument, 'organization'>,
): { whole: RowReading; parts: readonly RowReading[] } | null {
  const loose = rows.filter(({ parentRowNo }) => parentRowNo === null);
  const parents = new Set(rows.map(({ parentRowNo }) => parentRowNo));
  const wholes = loose.filter(
    ({ rowNo, label }) =>
      !parents.has(rowNo) && (isTotalLabel(label) || plain(label) === plain(organization)),
  );
  const [whole] = wholes;
  if (!whole || wholes.length > 1 || loose.length < 2) return null;
  const parts = loose.filter((row) => row !== whole);
  const level = parts[0]?.level;
  const isOneKind = parts.every(
    (row) => row.level === level && row.classification !== 'organization',
  );
  return isOneKind ? { whole, parts } : null;
}

import type { CompareRow } from '@/db/queries/compare';
import type { CompareCell, StaffUsed } from '@/domain/comparison';
import type { Metric } from '@/domain/metric';
import { storedById } from '@/domain/metrics';

function staffOf(row: CompareRow | undefined, metric: Metric): StaffUsed | null {
  if (
    storedById(metric.id)?.compute.op !== 'per_staff' ||
    row?.people == null ||
    row.staff_kind === null
  )
    return null;
  return {
    people: row.people,
    kind: row.staff_kind,
    asOf: row.staff_as_of,
    source: row.staff_source,
    supplied: row.supplied_by === 'user',
  };
}

/** A figure ready to be shown, from the answer to its question; a document without a row prints nothing of it. */
export const compareCell = (
  row: CompareRow | undefined,
  metric: Metric,
  whose: Pick<CompareCell, 'info' | 'label' | 'slot'>,
): CompareCell => ({
  ...whose,
  metric,
  value: row?.value ?? null,
  reason: row?.reason ?? (row?.value == null ? 'not_published' : null),
  basis: row?.basis ?? null,
  staff: staffOf(row, metric),
});

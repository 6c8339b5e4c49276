import { IMPORT_FIELDS, type ImportFieldId } from '@/domain/import-fields';
import type { KEY_FIELDS } from '@/domain/import-key-fields';
import type { ImportGroup } from '@/domain/mapping';
import type { PrintedUnit } from '@/domain/money';

export type KeyFieldId = keyof typeof KEY_FIELDS;

/** A column of amounts or people. */
export interface ValueColumn {
  /** Column of the group, from 0. */
  column: number;
  field: ImportFieldId;
  kind: 'amount' | 'headcount';
  year: number | null;
  unit: PrintedUnit | null;
  /** What it holds is said in each record, by the column of measures. */
  byMeasure: boolean;
}

/** The columns of a group by what the mapping makes of them. */
export interface MappedPlan {
  keys: ReadonlyMap<KeyFieldId, readonly number[]>;
  values: readonly ValueColumn[];
  /** Records of one row differ in fund, nature, vintage or measure: their amounts stand in one row of the document. */
  isLong: boolean;
}

/** Keys by which several records say parts of one row. */
const LONG_KEYS: readonly KeyFieldId[] = ['measure', 'fund', 'nature', 'vintage'];

/** Sorts the columns of a group. Columns without a meaning are not in it. */
export function planOf({ mapping }: ImportGroup): MappedPlan {
  const keys = new Map<KeyFieldId, number[]>();
  const values: Omit<ValueColumn, 'byMeasure'>[] = [];
  mapping.columns.forEach(({ field, year, unit }, column) => {
    if (field === null) return;
    const { kind } = IMPORT_FIELDS[field];
    if (kind !== 'key') values.push({ column, field, kind, year, unit });
    else keys.set(field as KeyFieldId, [...(keys.get(field as KeyFieldId) ?? []), column]);
  });
  const hasMeasure = keys.has('measure');
  return {
    keys,
    values: values.map((value) => ({
      ...value,
      byMeasure: hasMeasure && value.field === 'amount',
    })),
    isLong: LONG_KEYS.some((key) => keys.has(key)),
  };
}

/** First column of a key, or null. */
export const keyColumn = ({ keys }: MappedPlan, key: KeyFieldId): number | null =>
  keys.get(key)?.[0] ?? null;

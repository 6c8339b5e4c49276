import { landingOf } from '@/domain/import-fields';
import type { ImportGroup } from '@/domain/mapping';
import type { ColumnRole } from '@/domain/printed-table';
import type { TableId } from '@/domain/vocabulary';
import { CODE_KEYS, CODE_PARTS } from './code-digits';
import { recordTables, SLOTTED_TABLES } from './landing';
import type { KeyFieldId, MappedPlan, ValueColumn } from './plan';
import { PROJECT_TABLES } from './rows';

/** What a column of a file holds in a table of the documents made of it. */
export interface PlacedRole {
  table: TableId;
  /** Place of the file's table in its group. */
  tableNo: number;
  colNo: number;
  header: string;
  role: ColumnRole;
}

/** Header of the names of rows where the file has no column of them; they stand before its first column. */
const NAMES = '项目';

/** The columns of each file of a group by the tables its amounts land in, in every table whole records land in. */
export function columnRoles(group: ImportGroup, plan: MappedPlan): PlacedRole[] {
  const tables = tablesOf(group, plan);
  return group.tables.flatMap((_, tableNo) =>
    tables.flatMap((table) => {
      const roles = group.headers.flatMap((header, column): PlacedRole[] => {
        const role = roleOf(plan, column, table);
        const place = group.order[tableNo]?.[column] ?? -1;
        return role && place >= 0 ? [{ table, tableNo, colNo: place + 1, header, role }] : [];
      });
      const isNamed = roles.some(({ role }) => role === 'label' || role === 'level2');
      return isNamed
        ? roles
        : [{ table, tableNo, colNo: 0, header: NAMES, role: 'label' }, ...roles];
    }),
  );
}

/** Tables that a group's amounts can land in. */
function tablesOf({ mapping }: ImportGroup, plan: MappedPlan): TableId[] {
  const own = recordTables(mapping);
  const special = plan.values.flatMap(({ field, byMeasure }) =>
    byMeasure ? (SLOTTED_TABLES as TableId[]) : (landingOf(field, mapping.table)?.table ?? []),
  );
  return [...new Set([...own, ...special])];
}

function roleOf(plan: MappedPlan, column: number, table: TableId): ColumnRole | null {
  const isSlotted = SLOTTED_TABLES.includes(table);
  const value = plan.values.find((one) => one.column === column);
  if (value && landsIn(value, table)) return 'amount';
  if (isSlotted) return null;
  return (
    KEY_ROLES(plan, table).find(([key]) => plan.keys.get(key)?.[0] === column)?.[1] ?? 'omitted'
  );
}

const landsIn = ({ field, byMeasure, kind }: ValueColumn, table: TableId): boolean =>
  kind === 'amount' && (byMeasure || landingOf(field, table)?.table === table);

const KEY_ROLES = (
  { keys }: MappedPlan,
  table: TableId,
): readonly (readonly [KeyFieldId, ColumnRole])[] => {
  if (PROJECT_TABLES.includes(table)) {
    return [
      ['project_name', 'level2'],
      ['organization', 'org_name'],
    ];
  }
  const code = [...CODE_KEYS, ...CODE_PARTS].find((key) => keys.has(key));
  return [
    ...(code ? [[code, 'code'] as const] : []),
    ['label', 'label'],
    ['organization', 'org_name'],
  ];
};

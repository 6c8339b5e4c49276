import { squash } from '@/domain/reading/matrix';
import type { RowReading } from '@/domain/reading/reading';
import type { CheckedDocument, CheckedTable } from '../checked-document';
import { note } from '../compare';
import type { Note } from '../rule';

/** How much of a department its loaded units are. */
export interface Coverage {
  /** All of them are loaded; null where the department does not say clearly how many there are. */
  complete: boolean | null;
  note: Note;
}

/** A name without what tells the department's own office from the department: 某局（本级） is 某局 as a unit. */
export const unitName = (name: string): string =>
  squash(name).replace(/[（(](?:本级|机关|单位)[)）]|本级$|机关$/gu, '');

/** Rows of a table that stand for one unit each. */
export function unitRows({ rows }: CheckedTable): RowReading[] {
  const organizations = rows.filter(({ classification }) => classification === 'organization');
  const above = new Set(
    organizations.map(({ side, parentRowNo }) => `${side ?? ''}/${parentRowNo}`),
  );
  return organizations.filter(({ side, rowNo }) => !above.has(`${side ?? ''}/${rowNo}`));
}

/** Names of the units that a department's tables list; of several tables the one that lists most. */
export function listedUnits({ tables }: CheckedDocument): ReadonlySet<string> {
  const lists = [...tables.values()].map(
    (table) => new Set(unitRows(table).map(({ label }) => unitName(label))),
  );
  return lists.toSorted((a, b) => b.size - a.size)[0] ?? new Set();
}

/** A number that the text states, if it states one. */
function stated({ statements }: CheckedDocument, id: string): number | null {
  const found = statements.find((statement) => statement.id === id && statement.value !== null);
  return found ? Number(found.value) : null;
}

/**
 * How many units the text says there are, the department's own office among them; null where that is not clear. Texts
 * count the units below the department with that office or without it: the numbers by kind tell which.
 */
function statedUnits(department: CheckedDocument): number | null {
  const below = stated(department, 'subordinate_unit_count');
  const offices = stated(department, 'administrative_unit_count');
  const institutions = stated(department, 'institution_count');
  if (below === 0) return 1;
  if (offices === null || offices === 0 || institutions === null) return null;
  const all = offices + institutions;
  return below === null || below === all || below === all - 1 ? all : null;
}

/** Whether the loaded units of a department are all it has: by the rows of its tables, else by its text. */
export function coverageOf(
  department: CheckedDocument,
  units: readonly CheckedDocument[],
): Coverage {
  const loaded = new Set(units.map(({ organization }) => unitName(organization)));
  const listed = listedUnits(department);
  const said = (of: number): Note =>
    note('units_loaded', { loaded: String(units.length), of: String(of) });
  if (listed.size > 0) {
    const known = [...listed].every((name) => loaded.has(name));
    return {
      complete: known || (units.length === loaded.size && units.length >= listed.size),
      note: said(listed.size),
    };
  }
  const count = statedUnits(department);
  if (count !== null) return { complete: units.length >= count, note: said(count) };
  return { complete: null, note: note('units_not_counted', { loaded: String(units.length) }) };
}

import { projectKey } from '@/domain/reading/project-names';
import type { CellRef, Compared, Note } from '../rule';

/** A text on one side of a comparison, and where it stands. */
export interface Told {
  name: string | null;
  cells: readonly CellRef[];
}

/** Two texts side by side. */
export const toldTexts = (
  status: Compared['status'],
  left: Told,
  right: Told,
  notes: readonly Note[] = [],
): Compared => ({
  status,
  unit: 'text',
  left: { value: left.name, cells: left.cells },
  right: { value: right.name, cells: right.cells },
  difference: null,
  notes,
});

/** Two counts side by side, which hold when they are equal. */
export const toldCounts = (
  left: { count: number; cells: readonly CellRef[] },
  right: { count: number; cells: readonly CellRef[] },
  notes: readonly Note[] = [],
): Compared => ({
  status: left.count === right.count ? 'pass' : 'fail',
  unit: 'count',
  left: { value: String(left.count), cells: left.cells },
  right: { value: String(right.count), cells: right.cells },
  difference: String(left.count - right.count),
  notes,
});

/** Least length of what is left of a name that is cut off. */
const SHORTEST_CUT = 4;

/** Whether a text is another one with its end, or its beginning, cut off. */
export const isCutFrom = (part: string, whole: string, shortest = SHORTEST_CUT): boolean =>
  part.length >= shortest && (whole.startsWith(part) || whole.endsWith(part));

/** Whether two texts of one length differ in one character. */
export function oneCharacterOff(a: string, b: string): boolean {
  const [left, right] = [[...a], [...b]];
  if (left.length !== right.length || left.length < 3) return false;
  return left.filter((character, i) => character !== right[i]).length === 1;
}

/** A project's name as it is compared: as reading does it, a 年 behind a year left out. */
export const projectNameKey = (name: string): string =>
  projectKey(name.normalize('NFKC')).replace(/((?:19|20)\d{2})年/gu, '$1');

/** The same without what stands in brackets, so that parts of one project have one name. */
export const projectFamilyKey = (name: string): string =>
  projectNameKey(name.normalize('NFKC').replace(/\([^()]*\)/gu, ''));

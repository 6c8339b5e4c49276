import { groupBy } from '@/domain/group';
import { FUNDS_OF_APPROPRIATION, FUNDS_OF_INSTITUTION } from '@/domain/meanings-within';
import type { RowReading } from '@/domain/reading/reading';
import type { Fund, TableId, Vintage } from '@/domain/vocabulary';
import type {
  CheckedDocument,
  CheckedIndicator,
  CheckedLine,
  CheckedProject,
  CheckedTable,
} from '../checked-document';
import { compareAmounts, detailCell, lineCell, lineTerm, type Term } from '../compare';
import { once } from '../once';
import type { CellRef } from '../rule';
import { projectNameKey } from './texts';

/** Money of one printed row; null where the table does not tell it apart. */
export interface RowMoney {
  /** This year's money and what is carried over together. */
  whole: readonly Term[] | null;
  current: readonly Term[] | null;
  carried: readonly Term[] | null;
}

/** What a fund is made of, where its sum is not printed. */
const PARTS: Readonly<Partial<Record<Fund, readonly Fund[]>>> = {
  all: ['appropriation', 'non_appropriation'],
  appropriation: FUNDS_OF_APPROPRIATION,
  non_appropriation: ['fiscal_account', 'institution'],
  institution: FUNDS_OF_INSTITUTION,
};

/** The amounts that make up a fund: its sum where one is printed, else its parts. */
function termsOf(
  lines: readonly CheckedLine[],
  table: CheckedTable,
  vintage: Vintage,
  fund: Fund = 'all',
): Term[] {
  const own = lines.find(
    (line) => line.vintage === vintage && line.fund === fund && line.fen !== null,
  );
  if (own) return [lineTerm(own, table)];
  return (PARTS[fund] ?? []).flatMap((part) => termsOf(lines, table, vintage, part));
}

/**
 * This year's money of a row is known where it is printed and, with what is carried over, comes to the whole: money of
 * both years printed in one column would be missing from either.
 */
export function moneyOf(lines: readonly CheckedLine[], table: CheckedTable): RowMoney {
  const blank = (vintage: Vintage): Term[] => {
    const line = lines.find((one) => one.vintage === vintage);
    return line ? [lineTerm(line, table)] : [];
  };
  const of = (vintage: Vintage): Term[] => {
    const printed = termsOf(lines, table, vintage);
    return printed.length > 0 ? printed : blank(vintage);
  };
  const [current, carried] = [of('current'), of('carryover')];
  const total = termsOf(lines, table, 'total');
  const apart = [...current, ...carried];
  const isWhole = total.length === 0 || compareAmounts(total, apart).status !== 'fail';
  const known = (terms: readonly Term[]) => (terms.length > 0 && isWhole ? terms : null);
  const whole = [total, apart, blank('total')].find((terms) => terms.length > 0);
  return { whole: whole ?? null, current: known(current), carried: known(carried) };
}

/** The amounts of a table by printed row. */
const rowsOf = (table: CheckedTable | undefined): ReadonlyMap<number, CheckedLine[]> =>
  groupBy(table?.lines ?? [], ({ row }) => row.rowNo);

/** A project of the project table. */
export interface ListedProject extends CheckedProject {
  row: number;
  /** Its names in the package: files of one document may spell a row differently. */
  ids: readonly string[];
  key: string;
  money: RowMoney;
  cell: CellRef;
  /** Names, as they are compared, of the rows it is part of, from the nearest. */
  groups: readonly string[];
}

/** The names of the rows that a row is part of. */
function namesAbove(row: RowReading | undefined, rows: ReadonlyMap<number, RowReading>): string[] {
  const names: string[] = [];
  const seen = new Set<number>();
  let above = row?.parentRowNo ?? null;
  while (above !== null && !seen.has(above)) {
    seen.add(above);
    const parent = rows.get(above);
    if (parent) names.push(projectNameKey(parent.label));
    above = parent?.parentRowNo ?? null;
  }
  return names;
}

/** The projects that the project table lists; none where the document prints no such table. */
export const listedProjects = once(listProjects);

function listProjects({ tables, projects }: CheckedDocument): readonly ListedProject[] {
  const table = tables.get('project');
  if (!table) return [];
  const lines = rowsOf(table);
  const rows = new Map(table.rows.map((row) => [row.rowNo, row]));
  const byRow = groupBy(projects, ({ row }) => row);
  return [...byRow].flatMap(([row, same]) => {
    const [project] = same;
    if (row === null || !project) return [];
    return [
      {
        ...project,
        row,
        ids: same.map(({ id }) => id),
        key: projectNameKey(project.level2),
        money: moneyOf(lines.get(row) ?? [], table),
        cell: detailCell('project', row),
        groups: namesAbove(rows.get(row), rows),
      },
    ];
  });
}

/** Least length of a part of a name. */
const SHORTEST_PART = 4;

/** Targets that stand under one name, with the amounts printed beside it. */
export interface TargetGroup {
  /** As printed; null where the targets stand under no name. */
  label: string | null;
  /** Its project in the package; it need not be in the project table. */
  project: string | null;
  indicators: readonly CheckedIndicator[];
  /** Its printed amounts, one list for each row that prints some. */
  amounts: readonly (readonly Term[])[];
  /** Where the name stands. */
  cells: readonly CellRef[];
}

interface OpenGroup {
  label: string | null;
  project: string | null;
  indicators: CheckedIndicator[];
}

/** Targets by the project they stand under: rows without a name belong to the name above. */
function targetsByName(indicators: readonly CheckedIndicator[]): OpenGroup[] {
  const groups = new Map<string, OpenGroup>();
  let last: OpenGroup | undefined;
  for (const indicator of indicators) {
    const { project, projectLabel: label } = indicator;
    const goesOn = last && label === null && last.project === project;
    const key = project ?? (label === null ? '' : `/${projectNameKey(label)}`);
    const group: OpenGroup =
      (goesOn && last) || (groups.get(key) ?? { label, project, indicators: [] });
    group.label ??= label;
    group.indicators.push(indicator);
    if (!goesOn) groups.set(key, group);
    last = group;
  }
  return [...groups.values()];
}

/** Rows of the project table that other rows divide, units and kinds of projects, unless a project is named so, too. */
function groupNames({ tables, projects }: CheckedDocument): ReadonlySet<string> {
  const sums = (tables.get('project')?.rows ?? []).filter(({ isTotal }) => isTotal);
  const names = new Set(sums.map(({ label }) => projectNameKey(label)));
  for (const { level2 } of projects) names.delete(projectNameKey(level2));
  return names;
}

/** The name that the label of a row means: its own, or the one it is a part of where a page break parts a name. */
function wholeName(key: string, names: readonly string[]): string {
  if (key.length < SHORTEST_PART || names.includes(key)) return key;
  const [whole, ...more] = names.filter((name) => name.includes(key));
  return whole !== undefined && more.length === 0 ? whole : key;
}

/** What the table of targets names, in the order it stands there; its sums, and rows of units, are no targets. */
export const targetGroups = once(groupTargets);

function groupTargets(document: CheckedDocument): readonly TargetGroup[] {
  const { tables, indicators } = document;
  const table = tables.get('performance');
  const sums = groupNames(document);
  const rows = [...rowsOf(table).values()].filter(
    ([first]) => first && !first.row.isTotal && !sums.has(projectNameKey(first.row.label)),
  );
  const groups = targetsByName(indicators);
  const names = groups.flatMap(({ label }) => (label === null ? [] : [projectNameKey(label)]));
  const byKey = groupBy(rows, ([first]) =>
    wholeName(projectNameKey(first?.row.label ?? ''), names),
  );
  const termsOfRows = (key: string) =>
    (byKey.get(key) ?? []).flatMap((lines) => {
      const terms = table && moneyOf(lines, table).whole;
      return terms ? [terms] : [];
    });
  const named = groups.map(({ label, project, indicators: own }) => ({
    label,
    project,
    indicators: own,
    amounts: label === null ? [] : termsOfRows(projectNameKey(label)),
    cells: own.slice(0, 1).map(({ row }) => detailCell('indicator', row)),
  }));
  const others = [...byKey].filter(([key]) => !names.includes(key));
  return [
    ...named,
    ...others.map(([key, lines]) => ({
      label: lines[0]?.[0]?.row.label ?? null,
      project: null,
      indicators: [],
      amounts: termsOfRows(key),
      cells: lines.flatMap(([first]) => (first ? [lineCell(first)] : [])),
    })),
  ];
}

/** Projects by identifier, by name and by the names of the rows above them. */
const indexOf = once((listed: readonly ListedProject[]) => {
  const pairs = (names: (one: ListedProject) => readonly string[]) =>
    groupBy(
      listed.flatMap((one) => [...new Set(names(one))].map((name) => ({ name, one }))),
      ({ name }) => name,
    );
  return {
    ids: pairs(({ ids }) => ids),
    names: pairs(({ key }) => [key]),
    groups: pairs(({ groups }) => groups),
  };
});

/**
 * The projects of the list that a name of another table means: those of that name, all of a group of that name, else
 * the one that reading found for it.
 */
export function projectsMeant(
  { label, project }: { label: string | null; project: string | null },
  listed: readonly ListedProject[],
): readonly ListedProject[] {
  const { ids, names, groups } = indexOf(listed);
  const own = project === null ? [] : (ids.get(project) ?? []).map(({ one }) => one);
  if (label === null) return own;
  const key = projectNameKey(label);
  if (own.some((one) => one.key === key)) return own;
  const others = names.get(key) ?? groups.get(key);
  return others ? others.map(({ one }) => one) : own;
}

/** The printed sum of all rows of a table; null where none, or more than one, stands above all others. */
export function totalMoney({ tables }: CheckedDocument, id: TableId): RowMoney | null {
  const table = tables.get(id);
  const rows = [...rowsOf(table).values()].filter(
    ([first]) => first?.row.isTotal && first.row.parentRowNo === null,
  );
  const [only] = rows;
  return table && only && rows.length === 1 ? moneyOf(only, table) : null;
}

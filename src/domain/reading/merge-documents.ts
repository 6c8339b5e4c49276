import { Decimal } from 'decimal.js';
import { groupBy } from '@/domain/group';
import type { PackageTableName } from '@/domain/package';
import type { PrintedUnit } from './reading';
import type { PackageRow, PackageRows } from './package-row';
import { usualUnit } from './package-tables';
import { projectKey } from './project-names';

/** The rows of one file of a document; all parts have the same identifiers. */
export interface DocumentPart {
  file: string;
  rows: PackageRows;
}

export interface MergedDocument {
  rows: PackageRows;
  /** Parts that print the same table with other amounts, by their place in the list; nothing of them is in the rows. */
  differing: readonly { part: number; from: string; tables: readonly string[] }[];
}

type Rows = Record<PackageTableName, readonly PackageRow[]>;

const OF_TABLE = ['printed_column', 'line', 'placement', 'doubt'] as const;

const tableIds = ({ printed_table }: PackageRows): Set<string> =>
  new Set(printed_table.map(({ table_id }) => String(table_id)));

/** All that two prints of one table must share: its amounts in their order, and targets. Blank and zero are the same. */
function fingerprint({ line, indicator }: PackageRows, table: string): string {
  const amounts = line.flatMap(({ table_id, amount }) =>
    table_id === table && amount !== null && amount !== undefined
      ? [new Decimal(String(amount))]
      : [],
  );
  const shown = amounts.filter((amount) => !amount.isZero()).map((amount) => amount.toFixed(2));
  const targets = table === 'performance' ? indicator.map(({ level3 }) => level3) : [];
  return JSON.stringify([shown, targets]);
}

const differingTables = (one: PackageRows, other: PackageRows): string[] => {
  const known = tableIds(one);
  return [...tableIds(other)].filter(
    (table) => known.has(table) && fingerprint(one, table) !== fingerprint(other, table),
  );
};

/** Rows of both, those of the second that say nothing new left out. */
function union(
  one: readonly PackageRow[],
  other: readonly PackageRow[],
  same: readonly string[],
): readonly PackageRow[] {
  const key = (row: PackageRow): string => JSON.stringify(same.map((name) => row[name] ?? null));
  const known = new Set(one.map(key));
  return [...one, ...other.filter((row) => !known.has(key(row)))];
}

const numbered = (rows: readonly PackageRow[], column: string): PackageRow[] =>
  rows.map((row, i) => ({ ...row, [column]: i + 1 }));

const SAME_STATEMENT = ['statement_id', 'subject', 'amount', 'value', 'compared_year', 'basis'];
const SAME_PEOPLE = ['kind', 'people', 'as_of'];
const IDENTITY = ['org_id', 'doc_id', 'kind', 'as_of', 'source'];

/**
 * Rows of the second list with their own of the first by a key: in order where both have the key as often.
 * @param forAll a row that the first has once stands for all that the second has
 */
function pairs(
  one: readonly PackageRow[],
  other: readonly PackageRow[],
  key: (row: PackageRow) => string,
  forAll: boolean,
): (readonly [PackageRow, PackageRow])[] {
  const known = groupBy(one, key);
  return [...groupBy(other, key)].flatMap(([name, theirs]) => {
    const ours = known.get(name) ?? [];
    const isOne = forAll && ours.length === 1;
    if (!isOne && ours.length !== theirs.length) return [];
    return theirs.flatMap((row, i) => {
      const own = ours[isOne ? 0 : i];
      return own ? [[row, own] as const] : [];
    });
  });
}

const printedName = ({ level2 }: PackageRow): string => String(level2);
const bareName = (row: PackageRow): string => projectKey(printedName(row)) || printedName(row);

/** Projects of the second part with their own of the first: by name, then by what a format keeps of it. */
function sameProjects(one: readonly PackageRow[], other: readonly PackageRow[]) {
  const exact = new Map(pairs(one, other, printedName, true));
  const used = new Set(exact.values());
  const left = one.filter((row) => !used.has(row));
  const open = other.filter((row) => !exact.has(row));
  return new Map([...exact, ...pairs(left, open, bareName, false)]);
}

/** Projects of both parts, and what the identifiers of the second became: a project is known by its name. */
function mergeProjects(one: readonly PackageRow[], other: readonly PackageRow[]) {
  const merged = [...one];
  const same = sameProjects(one, other);
  const taken = new Set(one.map(({ project_id }) => String(project_id)));
  const renamed = new Map<string, string>();
  for (const row of other) {
    const id = String(row.project_id);
    const own = same.get(row);
    if (own) {
      renamed.set(id, String(own.project_id));
      continue;
    }
    let free = id;
    for (let n = 1; taken.has(free); n += 1) free = `p${String(n).padStart(2, '0')}`;
    taken.add(free);
    renamed.set(id, free);
    merged.push({ ...row, project_id: free });
  }
  return { merged, renamed };
}

const joined = (...texts: unknown[]): string | null =>
  [...new Set(texts.filter((text) => text !== null && text !== undefined))].join('; ') || null;

function mergeHeads(one: PackageRow = {}, other: PackageRow = {}, unit: PrintedUnit): PackageRow {
  return {
    ...one,
    title: one.title ?? other.title ?? null,
    published_on: one.published_on ?? other.published_on ?? null,
    printed_unit: unit,
    source_file: joined(one.source_file, other.source_file),
    sha256: joined(one.sha256, other.sha256),
  };
}

/** What a part says that is not there yet; the rows themselves if it says nothing new. */
function withPart(one: PackageRows, other: PackageRows): PackageRows {
  const known = tableIds(one);
  const isNew = ({ table_id }: PackageRow): boolean => !known.has(String(table_id));
  const { merged: project, renamed } = mergeProjects(one.project, other.project);
  const linked = (rows: readonly PackageRow[]): PackageRow[] =>
    rows.map((row) =>
      typeof row.project_id === 'string'
        ? { ...row, project_id: renamed.get(row.project_id) ?? null }
        : row,
    );
  const first = (table: 'indicator' | 'outsourcing'): readonly PackageRow[] =>
    one[table].length > 0 ? one[table] : linked(other[table]);
  const people = union(one.headcount, linked(other.headcount), SAME_PEOPLE);
  const rows: Rows = {
    ...one,
    printed_table: numbered(
      [...one.printed_table, ...other.printed_table.filter(isNew)],
      'table_no',
    ),
    project,
    indicator: first('indicator'),
    outsourcing: first('outsourcing'),
    statement: numbered(union(one.statement, other.statement, SAME_STATEMENT), 'statement_no'),
    headcount: union(one.headcount, people, IDENTITY),
  };
  for (const name of OF_TABLE) rows[name] = [...one[name], ...other[name].filter(isNew)];
  const counts = (all: PackageRows) => Object.values(all).map(({ length }) => length);
  if (String(counts(rows)) === String(counts(one)) && other.correction.length === 0) return one;
  const units = rows.printed_table.map(({ printed_unit }) => printed_unit as PrintedUnit);
  const [own] = one.document;
  const [added] = other.document;
  const unit = units.length > 0 ? usualUnit(units) : (own?.printed_unit as PrintedUnit);
  return {
    ...rows,
    document: [mergeHeads(own, added, unit)],
    unread: numbered([...one.unread, ...other.unread], 'unread_no'),
    correction: numbered([...one.correction, ...other.correction], 'correction_no'),
  };
}

const amountCount = ({ rows }: DocumentPart): number =>
  rows.line.filter(({ amount }) => (amount ?? null) !== null).length;

/**
 * Makes one document of files that belong together, such as tables and narrative published apart. The part with the
 * most amounts stands first; a table that two parts print must have the same amounts in both, else the whole second
 * part stays out and is said.
 */
export function mergeDocument(parts: readonly DocumentPart[]): MergedDocument {
  const order = parts
    .map((part, index) => ({ part, index, amounts: amountCount(part) }))
    .toSorted((a, b) => b.amounts - a.amounts || a.index - b.index);
  const [head, ...rest] = order;
  if (!head) throw new Error('a document needs a part');
  let rows = head.part.rows;
  const differing: { part: number; from: string; tables: readonly string[] }[] = [];
  for (const { part, index } of rest) {
    const tables = differingTables(rows, part.rows);
    if (tables.length > 0) differing.push({ part: index, from: head.part.file, tables });
    else rows = withPart(rows, part.rows);
  }
  return { rows, differing };
}

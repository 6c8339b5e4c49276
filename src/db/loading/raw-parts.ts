import type { RawContent } from '@/domain/raw-table';
import { INCOMING, type LocalEngine, type Session } from '../duckdb';
import { quoteIdentifier } from '../sql';
import { plainText, standsSql } from './arrow-text';
import { blankSql } from './blank';
import { cellName, strictCsv } from './csv';

/** A table of a group as it is read: `order[k]` is its column that the group has as column k, -1 if it has none. */
export interface RawMember {
  content: RawContent;
  columns: number;
  order: readonly number[];
  names: readonly string[] | null;
}

/** A group's raw table that is being put together. */
export interface Place {
  /** Of the group. */
  id: string;
  /** Place of the member in its group. */
  tableNo: number;
  /** Columns of the group. */
  columns: number;
}

/** What was made of a member: how many records, and for one with its own part the statement that gives its cells. */
export interface Taken {
  records: number;
  select: string | null;
}

/** Arrow tables of a group that keep their types, the largest; statements over many more would be long. */
const MOST_TYPED = 16;
/** So would those over a table of more columns. */
const MOST_TYPED_COLUMNS = 500;

const partName = (id: string, part: number | 'texts'): string => `${id} part ${part}`;
const partTable = (id: string, part: number | 'texts'): string =>
  `${INCOMING}.${quoteIdentifier(partName(id, part))}`;

/** Places of the Arrow tables that keep the types of their columns. */
export function typedMembers(members: readonly RawMember[]): ReadonlySet<number> {
  const sizes = members.flatMap(({ content, columns }, tableNo) =>
    content.format === 'arrow' && columns <= MOST_TYPED_COLUMNS
      ? [{ tableNo, bytes: content.data.length }]
      : [],
  );
  const largest = sizes.toSorted((a, b) => b.bytes - a.bytes).slice(0, MOST_TYPED);
  return new Set(largest.map(({ tableNo }) => tableNo));
}

/** Makes the part of a group that members without types go into; gives the statement that gives their cells. */
export async function makeTexts(session: Session, id: string, columns: number): Promise<string> {
  const cells = Array.from({ length: columns }, (_, i) => cellName(i));
  const definitions = cells.map((cell) => `, ${cell} VARCHAR`).join('');
  await session.run(
    `CREATE TABLE ${partTable(id, 'texts')} (table_no INTEGER, record BIGINT${definitions})`,
  );
  return `SELECT *, ${blankSql(cells)} AS is_empty FROM ${partTable(id, 'texts')}`;
}

/** Puts the cells of a member into the group's part of texts. */
export async function takeTexts(
  engine: LocalEngine,
  session: Session,
  place: Place,
  { content, columns, order }: RawMember,
): Promise<Taken> {
  const insert = async (from: string, cell: (column: number) => string): Promise<Taken> => {
    const cells = cellsOf(place, order, cell).map((text) => `, ${text}`);
    const { columns: answer } = await session.query(
      `INSERT INTO ${partTable(place.id, 'texts')}
      SELECT ${place.tableNo}, row_number() OVER ()${cells.join('')} FROM ${from}`,
    );
    return { records: Number(answer[0]?.[0] ?? 0), select: null };
  };
  if (content.format === 'csv') {
    return engine.withFile(content.data, (path) =>
      insert(strictCsv(path, columns, content.dialect), cellName),
    );
  }
  return engine.withArrow(content.data, async (table) => {
    const { from, types } = await typedTable(session, table);
    return insert(from, textOf(types));
  });
}

/** Makes a part of an Arrow table as it is; its cells become text where a statement looks at them. */
export async function keepTyped(
  engine: LocalEngine,
  session: Session,
  place: Place,
  ipc: Uint8Array,
  order: readonly number[],
): Promise<Taken> {
  const table = partTable(place.id, place.tableNo);
  await engine.keepArrow(partName(place.id, place.tableNo), ipc);
  const { from, types } = await typedTable(session, table);
  const cells = cellsOf(place, order, textOf(types)).map(
    (text, i) => `, ${text} AS ${cellName(i)}`,
  );
  const { columns: answer } = await session.query(`SELECT COUNT(*) FROM ${table}`);
  return {
    records: Number(answer[0]?.[0]),
    select: `SELECT CAST(${place.tableNo} AS INTEGER) AS table_no, arrived.rowid + 1 AS record
      ${cells.join('')}, ${emptySql(types, order)} AS is_empty FROM ${from}`,
  };
}

/** Forgets the parts of a group. */
export async function dropParts(session: Session, id: string): Promise<void> {
  const { columns } = await session.query(
    `SELECT table_name FROM duckdb_tables()
    WHERE database_name = '${INCOMING}' AND starts_with(table_name, ?)`,
    [`${id} part `],
  );
  const parts = (columns[0] as string[]).map((name) => `${INCOMING}.${quoteIdentifier(name)}`);
  await session.run(...parts.map((name) => `DROP TABLE ${name}`));
}

/** An Arrow table for FROM, with the columns `c0` …, and their types. */
async function typedTable(
  session: Session,
  table: string,
): Promise<{ from: string; types: readonly string[] }> {
  const { columns } = await session.query(`SELECT column_type FROM (DESCRIBE ${table})`);
  const types = columns[0] as string[];
  return { from: `${table} AS arrived (${types.map((_, i) => cellName(i)).join(', ')})`, types };
}

const textOf =
  (types: readonly string[]) =>
  (column: number): string =>
    plainText(cellName(column), types[column] ?? '');

/** The cells of a member in the columns of its group. */
const cellsOf = (
  { columns }: Place,
  order: readonly number[],
  cell: (column: number) => string,
): string[] =>
  Array.from({ length: columns }, (_, k) => {
    const column = order[k] ?? -1;
    return column >= 0 ? cell(column) : 'CAST(NULL AS VARCHAR)';
  });

/** Whether nothing stands in a record: what needs no printing is looked at first, and mostly suffices. */
function emptySql(types: readonly string[], order: readonly number[]): string {
  const used = types.flatMap((type, column) => (order.includes(column) ? [{ type, column }] : []));
  const stands = used.flatMap(({ type, column }) => standsSql(cellName(column), type) ?? []);
  const rest = used.filter(({ type, column }) => standsSql(cellName(column), type) === null);
  const blank = blankSql(rest.map(({ column }) => textOf(types)(column)));
  return stands.length > 0
    ? `CASE WHEN ${stands.join(' OR ')} THEN false ELSE ${blank} END`
    : blank;
}

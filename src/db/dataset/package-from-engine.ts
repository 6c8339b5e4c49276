import { PACKAGE_TABLE_NAMES, tableDefinition, type PackageTableName } from '@/domain/package';
import type { ResourceFile } from '@/domain/manifest';
import type { PackageFormat, PackageProgress, PackageSink } from '@/domain/package-sink';
import { countRows, textOfColumn } from '../arrow-rows';
import type { LocalEngine, Session } from '../duckdb';
import { packageRowCount, packageRows, type PackageChoice } from '../queries/package-tables';

export interface PackageOptions extends PackageChoice {
  format: PackageFormat;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: PackageProgress) => void) | undefined;
}

/** A table that was written. */
export interface WrittenTable extends ResourceFile {
  rows: number;
}

interface CountedTable {
  table: PackageTableName;
  rows: number;
}

/** Tables that leave, and how many rows: those that have rows, and those that every package has. */
async function countTables(session: Session, choice: PackageChoice): Promise<CountedTable[]> {
  const counted: CountedTable[] = [];
  for (const table of PACKAGE_TABLE_NAMES) {
    const { columns } = await session.query(packageRowCount(table, choice));
    const rows = Number(columns[0]?.[0]);
    if (rows > 0 || tableDefinition(table).required) counted.push({ table, rows });
  }
  return counted;
}

/** Work on what is loaded as it is now, whatever is loaded meanwhile; in slices. */
export const reading = <T>(
  engine: LocalEngine,
  signal: AbortSignal | undefined,
  work: (session: Session) => Promise<T>,
): Promise<T> =>
  engine.aside(async (always) => {
    signal?.throwIfAborted();
    await always.run('BEGIN TRANSACTION READ ONLY');
    return work(signal ? always.until(signal) : always);
  });

/** How many rows of each table would leave. */
export const packageSize = (
  engine: LocalEngine,
  choice: PackageChoice,
  signal?: AbortSignal,
): Promise<readonly CountedTable[]> =>
  reading(engine, signal, (session) => countTables(session, choice));

/** Writes the answer to a question for lines of CSV. */
export async function writeLines(
  session: Session,
  sink: PackageSink,
  sql: string,
  onRows: (rows: number) => void,
): Promise<void> {
  for await (const portion of session.portions(sql)) {
    const { rows, text } = textOfColumn(portion);
    if (rows === 0) continue;
    await sink.add(text);
    onRows(rows);
  }
}

async function writeArrow(
  session: Session,
  sink: PackageSink,
  sql: string,
  onRows: (rows: number) => void,
): Promise<void> {
  for await (const portion of session.portions(sql)) {
    const rows = countRows(portion);
    await sink.add(portion);
    onRows(rows);
  }
}

async function writeTable(
  session: Session,
  sink: PackageSink,
  { table, rows }: CountedTable,
  {
    format,
    onRows,
    ...choice
  }: PackageChoice & { format: PackageFormat; onRows: (rows: number) => void },
): Promise<WrittenTable> {
  const columns = Object.keys(tableDefinition(table).columns);
  const sql = packageRows(table, choice, format);
  if (format === 'csv') {
    await sink.begin(`${table}.csv`, 'bytes');
    await sink.add(new TextEncoder().encode(`${columns.join(',')}\n`));
    await writeLines(session, sink, sql, onRows);
  } else {
    await sink.begin(`${table}.parquet`, 'arrow');
    await writeArrow(session, sink, sql, onRows);
  }
  return { table, rows, ...(await sink.end()), columns };
}

/**
 * Writes the package tables that are loaded, or those rows of them that belong to some documents with all they refer
 * to, table by table in portions: CSV in UTF-8, or Parquet with the types of the package. All tables are of one moment.
 * Gives the files for the description. Rejects with the signal's reason when stopped.
 */
export async function packageFromEngine(
  engine: LocalEngine,
  sink: PackageSink,
  { format, signal, onProgress, ...choice }: PackageOptions,
): Promise<WrittenTable[]> {
  return reading(engine, signal, (session) =>
    packageTables(session, sink, { ...choice, format, onProgress }),
  );
}

/** The same within a session that is reading. */
export async function packageTables(
  session: Session,
  sink: PackageSink,
  { onProgress, ...options }: Omit<PackageOptions, 'signal'>,
): Promise<WrittenTable[]> {
  const tables = await countTables(session, options);
  const totalRows = tables.reduce((sum, { rows }) => sum + rows, 0);
  const files: WrittenTable[] = [];
  let rows = 0;
  for (const one of tables) {
    const { table } = one;
    onProgress?.({ table, rows, totalRows });
    const onRows = (more: number): void => {
      rows += more;
      onProgress?.({ table, rows, totalRows });
    };
    files.push(await writeTable(session, sink, one, { ...options, onRows }));
  }
  return files;
}

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

const headerOf = (table: PackageTableName): Uint8Array =>
  new TextEncoder().encode(`${Object.keys(tableDefinition(table).columns).join(',')}\n`);

async function writeTable(
  session: Session,
  sink: PackageSink,
  table: PackageTableName,
  {
    format,
    onRows,
    ...choice
  }: PackageChoice & {
    format: PackageFormat;
    onRows: (rows: number) => void;
  },
): Promise<ResourceFile> {
  await sink.begin(`${table}.${format}`, format === 'csv' ? 'bytes' : 'arrow');
  if (format === 'csv') await sink.add(headerOf(table));
  for await (const portion of session.portions(packageRows(table, choice, format))) {
    if (format === 'csv') {
      const { rows, text } = textOfColumn(portion);
      if (rows > 0) await sink.add(text);
      onRows(rows);
    } else {
      const rows = countRows(portion);
      await sink.add(portion);
      onRows(rows);
    }
  }
  return { table, ...(await sink.end()), columns: Object.keys(tableDefinition(table).columns) };
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
): Promise<ResourceFile[]> {
  return reading(engine, signal, (session) =>
    packageTables(session, sink, { ...choice, format, onProgress }),
  );
}

/** The same within a session that is reading. */
export async function packageTables(
  session: Session,
  sink: PackageSink,
  { onProgress, ...options }: Omit<PackageOptions, 'signal'>,
): Promise<ResourceFile[]> {
  const tables = await countTables(session, options);
  const totalRows = tables.reduce((sum, { rows }) => sum + rows, 0);
  const files: ResourceFile[] = [];
  let rows = 0;
  for (const { table } of tables) {
    onProgress?.({ table, rows, totalRows });
    const onRows = (more: number): void => {
      rows += more;
      onProgress?.({ table, rows, totalRows });
    };
    files.push(await writeTable(session, sink, table, { ...options, onRows }));
  }
  return files;
}

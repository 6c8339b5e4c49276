import Papa from 'papaparse';
import { InputError, type Issue } from '@/domain/issue';
import { tableDefinition, type PackageTableName } from '@/domain/package';
import { INCOMING, type LocalEngine, type Session } from '../duckdb';
import { quoteIdentifier } from '../sql';
import { plainText } from './arrow-text';
import { cellName, PACKAGE_DIALECT, strictCsv } from './csv';

/** A table of a package with its bytes: CSV in UTF-8 or an Arrow IPC stream. */
export interface StageInput {
  table: PackageTableName;
  file: string;
  format: 'csv' | 'arrow';
  bytes: Uint8Array;
}

/** A file of a staged table with the names of its columns, known or not. */
export interface StagedFile {
  file: string;
  columns: readonly string[];
}

/**
 * A table as it came, in `incoming.staged_<table>`: `package_file` (place in `files`, from 0), `package_row` (data rows
 * of that file from 1) and those columns of its definition that a file has, as text.
 */
export interface StagedTable {
  table: PackageTableName;
  files: readonly StagedFile[];
  columns: ReadonlySet<string>;
}

export const stagedName = (table: string): string =>
  `${INCOMING}.${quoteIdentifier(`staged_${table}`)}`;

/** Longest header line that is looked at, in bytes. */
const HEADER_BYTES = 1_000_000;

/** An input and the cells of its columns: the name, and the cell as text in what it is read from. */
interface Readable {
  names: readonly string[];
  from: string;
  cell(column: number): string;
}

/**
 * Takes the files of a package into the engine, several files of one table by the names of their columns. Call
 * `dropStaged` afterwards, whatever happens.
 * @throws InputError if a file is not a table or names a column twice.
 */
export async function stageAll(
  engine: LocalEngine,
  session: Session,
  inputs: readonly StageInput[],
): Promise<StagedTable[]> {
  const names = [...new Set(inputs.map(({ table }) => table))];
  const staged: StagedTable[] = [];
  for (const table of names) {
    const parts = inputs.filter((input) => input.table === table);
    staged.push(await stageTable(engine, session, table, parts));
  }
  return staged;
}

/** Forgets staged tables; those that are not there are no error. */
export const dropStaged = (session: Session, tables: readonly PackageTableName[]): Promise<void> =>
  session
    .until(undefined)
    .run(...new Set(tables.map((table) => `DROP TABLE IF EXISTS ${stagedName(table)}`)));

async function stageTable(
  engine: LocalEngine,
  session: Session,
  table: PackageTableName,
  parts: readonly StageInput[],
): Promise<StagedTable> {
  const defined = Object.keys(tableDefinition(table).columns);
  const typed = defined.map((name) => `, ${quoteIdentifier(name)} VARCHAR`);
  await session.run(
    `CREATE TABLE ${stagedName(table)} (package_file INTEGER, package_row BIGINT${typed.join('')})`,
  );
  const files: StagedFile[] = [];
  for (const [place, part] of parts.entries()) {
    const columns = await readable(engine, session, part, async ({ names, from, cell }) => {
      const taken = defined.filter((name) => names.includes(name));
      await session.run(
        `INSERT INTO ${stagedName(table)} BY NAME
        SELECT ${place} AS package_file, row_number() OVER () AS package_row
          ${taken.map((name) => `, ${cell(names.indexOf(name))} AS ${quoteIdentifier(name)}`).join('')}
        FROM ${from}`,
      );
      return names;
    });
    files.push({ file: part.file, columns });
  }
  const present = new Set(files.flatMap(({ columns }) => columns));
  return { table, files, columns: new Set(defined.filter((name) => present.has(name))) };
}

async function readable<T>(
  engine: LocalEngine,
  session: Session,
  { table, file, format, bytes }: StageInput,
  work: (input: Readable) => Promise<T>,
): Promise<T> {
  try {
    if (format === 'csv') {
      const names = csvHeader(bytes);
      refuseTwice(table, file, names);
      return await engine.withFile(bytes, (path) =>
        work({ names, from: strictCsv(path, names.length, PACKAGE_DIALECT, true), cell: cellName }),
      );
    }
    return await engine.withArrow(bytes, async (from) => {
      const [names = [], types = []] = (
        await session.query(`SELECT column_name, column_type FROM (DESCRIBE ${from})`)
      ).columns as string[][];
      const cell = (i: number) => plainText(quoteIdentifier(names[i] ?? ''), types[i] ?? '');
      return work({ names, from, cell });
    });
  } catch (error) {
    session.throwIfStopped();
    throw error instanceof InputError ? error : unreadable(table, file, error);
  }
}

/** Names of the columns as the first line of a CSV file has them. */
function csvHeader(bytes: Uint8Array): string[] {
  const text = new TextDecoder().decode(bytes.subarray(0, HEADER_BYTES));
  const { data } = Papa.parse<string[]>(text, { delimiter: ',', preview: 1 });
  return data[0] ?? [];
}

function refuseTwice(table: PackageTableName, file: string, names: readonly string[]): void {
  const twice = new Set(names.filter((name, i) => names.indexOf(name) !== i));
  if (twice.size === 0) return;
  throw new InputError(
    [...twice].map((column) => ({
      code: 'duplicate_column',
      table,
      file,
      column,
      message: `${file}: two columns are named ${column}; give one of them another name or remove it.`,
    })),
  );
}

function unreadable(table: PackageTableName, file: string, error: unknown): InputError {
  const found = String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? '';
  const issue: Issue = {
    code: 'unreadable_file',
    table,
    file,
    found,
    message: `${file}: cannot be read as the table ${table}: ${found}`,
  };
  return new InputError([issue]);
}

import { InputError } from '@/domain/issue';
import type { PackageTableName } from '@/domain/package';
import type { LocalEngine, Session } from '../duckdb';
import { quoteIdentifier, quoteLiteral } from '../sql';

/** A table of a package with its bytes: CSV in UTF-8 or an Arrow IPC stream. */
export interface StageInput {
  table: PackageTableName;
  file: string;
  format: 'csv' | 'arrow';
  bytes: Uint8Array;
}

/** A table as it came, all columns text, in `staged_<table>` with `package_row` counting data rows from 1. */
export interface StagedTable {
  table: PackageTableName;
  file: string;
  columns: ReadonlySet<string>;
}

export const stagedName = (table: string): string => quoteIdentifier(`staged_${table}`);

const ARRIVED = 'staged_arrow';

/** @throws InputError if the file is not a table; several files of one table are staged one after the other. */
export async function stage(
  engine: LocalEngine,
  session: Session,
  { table, file, format, bytes }: StageInput,
): Promise<StagedTable> {
  try {
    if (format === 'csv') {
      await engine.withFile(bytes, (path) =>
        session.run(
          `CREATE TABLE ${stagedName(table)} AS SELECT row_number() OVER () AS package_row, *
          FROM read_csv(${quoteLiteral(path)}, header = true, all_varchar = true, delim = ',',
            quote = '"', escape = '"', nullstr = '', strict_mode = true, max_line_size = 4000000)`,
        ),
      );
    } else {
      await session.insertArrow(ARRIVED, bytes);
      await session.run(
        `CREATE TABLE ${stagedName(table)} AS SELECT row_number() OVER () AS package_row,
          CAST(COLUMNS(*) AS VARCHAR) FROM ${ARRIVED}`,
        `DROP TABLE ${ARRIVED}`,
      );
    }
  } catch (error) {
    const found = String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? '';
    throw new InputError([
      {
        code: 'unreadable_file',
        table,
        file,
        found,
        message: `${file}: cannot be read as the table ${table}: ${found}`,
      },
    ]);
  }
  const { columns } = await session.query(
    `SELECT column_name FROM information_schema.columns WHERE table_name = ${quoteLiteral(`staged_${table}`)}`,
  );
  return {
    table,
    file,
    columns: new Set((columns[0] as string[]).filter((name) => name !== 'package_row')),
  };
}

import type { LocalEngine } from '@/db/duckdb';

/** Every row of every table of a database, as text in order: two equal texts are two equal databases. */
export async function everyRow(
  engine: LocalEngine,
  database: 'tongchi' | 'incoming' = 'tongchi',
): Promise<Record<string, string[]>> {
  const { columns } = await engine.query(
    'SELECT table_name FROM duckdb_tables() WHERE database_name = ? ORDER BY table_name',
    [database],
  );
  const rows: Record<string, string[]> = {};
  for (const table of columns[0] as string[]) {
    const answer = await engine.query(
      `SELECT CAST(COLUMNS(*) AS VARCHAR) FROM ${database}."${table}"`,
    );
    const line = (row: number) => answer.columns.map((column) => column[row] ?? '·').join('|');
    rows[table] = Array.from({ length: answer.length }, (_, row) => line(row)).toSorted();
  }
  return rows;
}

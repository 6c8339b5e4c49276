import type { Converted } from './convert';

/** A line of `tongchi convert` about one file. */
export function convertLine(
  { given: file, docId, error, report }: Converted,
  json: boolean,
): string {
  const { tables, issues, ...identity } = report;
  if (json) {
    return JSON.stringify({
      file,
      ok: error === null,
      doc_id: docId,
      ...identity,
      tables,
      issues,
      error: error && { code: error.code, message: error.message },
    });
  }
  if (error) return `${file}\t${error.code}\t${error.message}`;
  const amounts = tables.reduce((sum, table) => sum + table.amounts, 0);
  return [
    file,
    docId,
    `${tables.length} tables`,
    `${amounts} amounts`,
    `${issues.length} to look at`,
  ].join('\t');
}

/** What a reader asks the origin of: a metric of a document, or one printed row of a table. */
export type SourceRef =
  | { kind: 'metric'; doc: string; metric: string }
  | { kind: 'row'; doc: string; table: string; side: string; row: number; nature: string };

/** As text for the address; parts never hold a slash after encoding. */
export function formatSourceRef(ref: SourceRef): string {
  const parts =
    ref.kind === 'metric'
      ? [ref.kind, ref.doc, ref.metric]
      : [ref.kind, ref.doc, ref.table, ref.side, String(ref.row), ref.nature];
  return parts.map(encodeURIComponent).join('/');
}

/** The reference that a text stands for; null for anything else. */
export function parseSourceRef(text: string): SourceRef | null {
  const [kind, doc, ...rest] = text.split('/').map(decodePart);
  if (!doc) return null;
  if (kind === 'metric') return rest[0] ? { kind, doc, metric: rest[0] } : null;
  const [table, side, row, nature] = rest;
  if (kind !== 'row' || !table || !side || !row || !nature) return null;
  return Number.isInteger(Number(row))
    ? { kind, doc, table, side, row: Number(row), nature }
    : null;
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

import type { Issue } from '@/domain/issue';
import { PACKAGE_TABLE_NAMES } from '@/domain/package';
import { mergeDocument, type DocumentPart } from './merge-documents';
import { noRows, type PackageRow, type PackageRows } from './package-row';
import {
  documentIds,
  documentKey,
  documentRows,
  loadObstacles,
  unsoundRows,
  type PackageContext,
  type ReadingSource,
} from './package-rows';
import type { DocumentReading } from './reading';

/** What became of a reading: the document it is (part of), or why it is none. */
export interface ReadingOutcome {
  docId: string | null;
  issues: readonly Issue[];
}

export interface ReadingsPackage {
  rows: PackageRows;
  /** One per reading, in their order. */
  outcomes: readonly ReadingOutcome[];
}

/** The issue of a part that differs from the rest of its document. */
export const differingIssue = (file: string, from: string, tables: readonly string[]): Issue => ({
  code: 'differing_document',
  file,
  found: from,
  message: `${file}: it is the same budget as ${from}, with other amounts in ${tables.join(', ')}; check which of them is the one published last and convert that alone.`,
});

/** Rows of several documents as one package; an organization of several documents stands once. */
export function joinRows(documents: readonly PackageRows[]): PackageRows {
  const rows = noRows();
  const organizations = new Set<unknown>();
  for (const document of documents) {
    for (const table of PACKAGE_TABLE_NAMES) {
      const isNew = ({ org_id }: PackageRow): boolean =>
        table !== 'organization' || !organizations.has(org_id);
      for (const row of document[table]) if (isNew(row)) rows[table].push(row);
    }
    for (const { org_id } of document.organization) organizations.add(org_id);
  }
  return rows;
}

/**
 * Makes a package of readings. Files of the same organization, year, stage and scope become one document; one that does
 * not say whose it is, or prints other amounts than another of the same document, stays out with the reason.
 */
export function packageOfReadings(
  readings: readonly { reading: DocumentReading; source: ReadingSource }[],
  context: PackageContext,
): ReadingsPackage {
  const outcomes: ReadingOutcome[] = readings.map(({ reading }) => ({
    docId: null,
    issues: loadObstacles(reading, context),
  }));
  const keyed = readings.flatMap(({ reading }, index) => {
    const key = documentKey(reading);
    return key && outcomes[index]?.issues.length === 0 ? [{ index, key }] : [];
  });
  const ids = documentIds(
    keyed.map(({ key }) => key),
    context,
  );
  const parts = new Map<string, (DocumentPart & { index: number })[]>();
  for (const [i, { index, key }] of keyed.entries()) {
    const one = readings[index];
    const own = ids[i];
    if (!one || !own) continue;
    const rows = documentRows(one.reading, one.source, key, own);
    const issues = unsoundRows(one.source.file, rows);
    outcomes[index] = { docId: issues.length > 0 ? null : own.docId, issues };
    if (issues.length > 0) continue;
    const part = { file: one.source.file, rows, index };
    parts.set(own.docId, [...(parts.get(own.docId) ?? []), part]);
  }
  const documents = [...parts.values()].map((group) => {
    const { rows, differing } = mergeDocument(group);
    for (const { part, from, tables } of differing) {
      const { file, index } = group[part]!;
      outcomes[index] = { docId: null, issues: [differingIssue(file, from, tables)] };
    }
    return rows;
  });
  return { rows: joinRows(documents), outcomes };
}

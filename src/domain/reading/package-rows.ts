import { InputError, type Issue } from '@/domain/issue';
import { PACKAGE_TABLE_NAMES, tableDefinition, type PackageTableName } from '@/domain/package';
import { asNamed, OrganizationIds, type KnownOrganization } from '@/domain/place-organizations';
import type { PlaceIndex } from '@/domain/place-index';
import type { Scope, Stage } from '@/domain/vocabulary';
import { noRows, fitting, rowProblems, type PackageRow, type PackageRows } from './package-row';
import {
  allUnread,
  correctionRows,
  detailRows,
  doubtRows,
  headcountRows,
  lineRows,
  placementRows,
  printedColumnRows,
  printedTableRow,
  unreadRows,
  usualUnit,
} from './package-tables';
import type { Correction, DocumentReading } from './reading';
import { missingIdentity, type IdentityField } from './review-summary';

/** The file a reading was made of, and what a person changed in it. */
export interface ReadingSource {
  file: string;
  sha256: string | null;
  corrections?: readonly Correction[];
}

/** What documents are named by. */
export interface PackageContext {
  places: PlaceIndex;
  /** Organizations that are loaded; a document of one of them gets its identifier. */
  known?: readonly KnownOrganization[];
}

/** Whose budget a document is, for which year. */
export interface DocumentKey {
  organization: string;
  /** Six digits, of a place that is known. */
  jurisdiction: string;
  fiscalYear: number;
  stage: Stage;
  scope: Scope;
}

export interface DocumentIds {
  orgId: string;
  docId: string;
}

const FIELD_WORDS: Readonly<Record<IdentityField, string>> = {
  organization: 'which organization it belongs to',
  jurisdiction: 'which place',
  fiscalYear: 'the year',
  stage: 'whether it is a budget or a final account',
  scope: 'whether it is of a department or of one unit',
};

/**
 * Why a reading cannot be loaded, empty if it can: nothing of a budget is in it, or it does not say whose budget for
 * which year it is.
 */
export function loadObstacles(reading: DocumentReading, { places }: PackageContext): Issue[] {
  const { file } = reading.document;
  const errors = reading.issues.filter(({ code }) => code === 'not_a_budget');
  if (errors.length > 0) return errors;
  if (reading.tables.length === 0 && reading.statements.length === 0) {
    return [
      {
        code: 'not_a_budget',
        file,
        message: `${file}: no table of a departmental budget was recognised in it; open it in the app to see what it holds.`,
      },
    ];
  }
  const missing: IdentityField[] = [...missingIdentity(reading)];
  const place = reading.identity.jurisdiction;
  if (place && !places.byCode.has(place.value)) missing.push('jurisdiction');
  if (missing.length === 0) return [];
  const words = missing.map((field) => FIELD_WORDS[field]).join(', ');
  return [
    {
      code: 'identity_missing',
      file,
      found: missing.join(', '),
      message: `${file}: the document does not say ${words}; open it in the app, say so there and load it.`,
    },
  ];
}

/** Whose budget a reading is; null where it does not say. */
export function documentKey({ identity }: DocumentReading): DocumentKey | null {
  const { organization, jurisdiction, fiscalYear, stage, scope } = identity;
  if (!organization || !jurisdiction || !fiscalYear || !stage || !scope) return null;
  return {
    organization: organization.value,
    jurisdiction: jurisdiction.value,
    fiscalYear: fiscalYear.value,
    stage: stage.value,
    scope: scope.value,
  };
}

/**
 * Identifiers of documents, made as those of imported tables: place and name of the organization, year and stage. The
 * same organization gets one identifier however many documents name it; a department and its own unit get two.
 * Null where the place is not known.
 */
export function documentIds(
  keys: readonly DocumentKey[],
  { places, known = [] }: PackageContext,
): (DocumentIds | null)[] {
  const ids = new OrganizationIds(places, known);
  const taken = keys.map(({ organization, jurisdiction, scope }) => {
    const place = places.byCode.get(jurisdiction);
    return place ? ids.take(place, asNamed(places, organization), null, scope) : null;
  });
  const settled = ids.settle();
  return keys.map(({ fiscalYear, stage }, i) => {
    const orgId = settled.get(taken[i] ?? '')?.orgId;
    return orgId === undefined ? null : { orgId, docId: `${orgId}-${fiscalYear}-${stage}` };
  });
}

/** The rows of a document whose identifiers are known. */
export function documentRows(
  reading: DocumentReading,
  { file, sha256, corrections = [] }: ReadingSource,
  key: DocumentKey,
  { orgId, docId }: DocumentIds,
): PackageRows {
  const { tables, headcounts, identity } = reading;
  const of = <Row>(rows: (docId: string, table: (typeof tables)[number]) => Row[]): Row[] =>
    tables.flatMap((table) => rows(docId, table));
  const organization: PackageRow = {
    org_id: orgId,
    name: key.organization,
    jurisdiction_code: key.jurisdiction,
    scope: key.scope,
  };
  const document: PackageRow = {
    doc_id: docId,
    org_id: orgId,
    fiscal_year: key.fiscalYear,
    stage: key.stage,
    title: identity.title?.value ?? null,
    published_on: fitting('date', identity.publishedOn?.value ?? null),
    printed_unit: usualUnit(tables.map(({ unit }) => unit.value)),
    source_file: file,
    sha256,
  };
  return {
    ...noRows(),
    organization: [organization],
    document: [document],
    printed_table: tables.map((table) => printedTableRow(docId, table)),
    printed_column: of(printedColumnRows),
    line: of(lineRows),
    placement: of(placementRows),
    headcount: headcountRows(docId, orgId, headcounts),
    ...detailRows(docId, reading),
    doubt: of(doubtRows),
    unread: unreadRows(docId, allUnread(reading)),
    correction: correctionRows(docId, corrections),
  };
}

/** Rows of one document under other identifiers. */
export function withIds(rows: PackageRows, { orgId, docId }: DocumentIds): PackageRows {
  const renamed = { ...rows } as Record<PackageTableName, readonly PackageRow[]>;
  for (const table of PACKAGE_TABLE_NAMES) {
    const { columns } = tableDefinition(table);
    const ids = {
      ...(Object.hasOwn(columns, 'doc_id') && { doc_id: docId }),
      ...(Object.hasOwn(columns, 'org_id') && { org_id: orgId }),
    };
    renamed[table] = rows[table].map((row) => ({ ...row, ...ids }));
  }
  return renamed;
}

/** What keeps the rows of a document from being loaded, in words. */
export const unsoundRows = (file: string, rows: PackageRows): Issue[] =>
  rowProblems(rows).map(({ code, table, row, column, found }) => ({
    code,
    file,
    table,
    row,
    column,
    found,
    message: `${file}: what was read does not fit the table ${table}, row ${row}, ${column}: “${found}”; open it in the app and look at it there.`,
  }));

/**
 * The rows of one reading, ready to be loaded.
 * @throws InputError saying why it cannot be: see `loadObstacles`.
 */
export function packageRows(
  reading: DocumentReading,
  source: ReadingSource,
  context: PackageContext,
): PackageRows {
  const obstacles = loadObstacles(reading, context);
  const key = documentKey(reading);
  const [ids] = key ? documentIds([key], context) : [];
  if (obstacles.length > 0 || !key || !ids) throw new InputError(obstacles);
  const rows = documentRows(reading, source, key, ids);
  const problems = unsoundRows(source.file, rows);
  if (problems.length > 0) throw new InputError(problems);
  return rows;
}

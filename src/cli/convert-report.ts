import type { Issue } from '@/domain/issue';
import type { Place } from '@/domain/published-document';
import { allUnread, usualUnit } from '@/domain/reading/package-tables';
import type { DocumentReading, LineDoubt, UnreadReason } from '@/domain/reading/reading';
import { IDENTITY_FIELDS } from '@/domain/reading/review-summary';

/** A place as it is reported: page or sheet, table, row and column, from 1; null where there is none. */
export type Where = {
  table: number | null;
  row: number | null;
  column: number | null;
} & ({ page: number | null } | { sheet: number });

export interface ReportedIssue {
  code: string;
  message: string;
  where: Where | null;
}

/** What the command line says of a file. */
export interface FileReport {
  organization: string | null;
  jurisdiction_code: string | null;
  fiscal_year: number | null;
  stage: string | null;
  scope: string | null;
  printed_unit: string | null;
  tables: readonly {
    table_id: string;
    title: string | null;
    where: Where | null;
    rows: number;
    amounts: number;
  }[];
  issues: readonly ReportedIssue[];
}

const DOUBT_WORDS: Readonly<Record<LineDoubt, string>> = {
  column_by_position: 'its column follows from its position alone',
  over_border: 'it crosses the border of its cell',
  pieces_joined: 'its pieces stand apart and were joined',
  cells_counted: 'the file does not say where the cells of its row end',
  settled_by_sums: 'the header leaves its meaning open; the sums of the table settled it',
  meaning_open: 'the header leaves its meaning open',
  unit_of_others: 'no unit is printed near the table; that of the other tables is taken',
  sum_differs: 'a sum of the table does not come out with it',
};

const UNREAD_WORDS: Readonly<Record<UnreadReason, string>> = {
  unknown_table: 'a table that was not recognised',
  second_table: 'a standard table that the document prints a second time',
  no_unit: 'a table whose unit is not known',
  unknown_column: 'a column that was not understood',
  unknown_row: 'a row that was not understood',
  not_a_number: 'a cell that is no number',
};

const IDENTITY_WORDS: Readonly<Record<(typeof IDENTITY_FIELDS)[number], string>> = {
  organization: 'organization',
  jurisdiction: 'place',
  fiscalYear: 'year',
  stage: 'stage',
  scope: 'scope',
};

export const whereOf = ({ page, sheet, table, row, column }: Place): Where => ({
  ...(sheet === undefined ? { page: page ?? null } : { sheet }),
  table: table ?? null,
  row: row ?? null,
  column: column ?? null,
});

const placed = (where: Place | null): Where | null => where && whereOf(where);

export const reportedIssue = ({ code, message }: Issue): ReportedIssue => ({
  code,
  message,
  where: null,
});

function identityIssues({ identity }: DocumentReading): ReportedIssue[] {
  return IDENTITY_FIELDS.flatMap((field) => {
    const found = identity[field];
    if (!found?.doubtful) return [];
    return [
      {
        code: 'identity_doubtful',
        message: `${IDENTITY_WORDS[field]} “${found.value}” follows from “${found.evidence}”: check it`,
        where: placed(found.where),
      },
    ];
  });
}

const unreadIssues = (reading: DocumentReading): ReportedIssue[] =>
  allUnread(reading).map(({ reason, printed, where, amounts }) => ({
    code: reason,
    message: `${UNREAD_WORDS[reason]}, “${printed}”, was left out${amounts > 0 ? ` with ${amounts} amounts` : ''}`,
    where: whereOf(where),
  }));

const doubtIssues = ({ tables }: DocumentReading): ReportedIssue[] =>
  tables.flatMap(({ tableId, lines }) =>
    lines.flatMap(({ row, printed, doubts, where }) =>
      doubts.map((doubt) => ({
        code: doubt,
        message: `${tableId}, ${row.label}: “${printed}” is to be looked at: ${DOUBT_WORDS[doubt]}`,
        where: whereOf(where),
      })),
    ),
  );

/** All that a user should know of a reading, doubts of single amounts included. */
export function reportOf(reading: DocumentReading): FileReport {
  const { identity, tables, document, issues } = reading;
  return {
    organization: identity.organization?.value ?? null,
    jurisdiction_code: identity.jurisdiction?.value ?? null,
    fiscal_year: identity.fiscalYear?.value ?? null,
    stage: identity.stage?.value ?? null,
    scope: identity.scope?.value ?? null,
    printed_unit: tables.length > 0 ? usualUnit(tables.map(({ unit }) => unit.value)) : null,
    tables: tables.map(({ tableId, title, table, headerRows, lines }) => ({
      table_id: tableId,
      title,
      where: placed(table.cells[0]?.where ?? null),
      rows: table.rows - headerRows,
      amounts: lines.filter(({ amount }) => amount !== null).length,
    })),
    issues: [
      ...[...document.notes, ...issues].map(reportedIssue),
      ...identityIssues(reading),
      ...unreadIssues(reading),
      ...doubtIssues(reading),
    ],
  };
}

/** The report of a file that could not be read. */
export const NO_REPORT: FileReport = {
  organization: null,
  jurisdiction_code: null,
  fiscal_year: null,
  stage: null,
  scope: null,
  printed_unit: null,
  tables: [],
  issues: [],
};

import type { MappingPreview, PreviewCell, PreviewRecord } from '@/domain/import-draft';
import type {
  ImportCounts,
  ImportGroup,
  OrganizationMatch,
  RejectedRecord,
  RejectReason,
} from '@/domain/mapping';
import type { Session } from '../../duckdb';
import { rowsOf } from '../../engine';
import { literalList } from '../../sql';
import { cellName } from '../csv';
import { cellsSql } from './cells';
import { keyColumn, type KeyFieldId, type MappedPlan } from './plan';
import { recordName } from './records';
import { rawName } from '../raw';

const SHOWN_RECORDS = 50;
const SHOWN_REJECTED = 200;

/**
 * How many records are loaded and not, and what their cells hold, over all records of a group; of the cells only those
 * that meet the condition.
 */
export async function countsOf(
  session: Session,
  group: ImportGroup,
  plan: MappedPlan,
  condition = 'true',
): Promise<ImportCounts> {
  const records = await session.query(
    `SELECT COUNT(*), COUNT(*) FILTER (WHERE reason IS NULL) FROM ${recordName(group.id)}`,
  );
  const [all = 0, loaded = 0] = records.columns.map((column) => Number(column[0]));
  const ofRecords = { records: all, loaded, rejected: all - loaded };
  if (plan.values.length === 0) return { ...ofRecords, amounts: 0, unreadable: 0, rounded: 0 };
  const cells = await session.query(
    `SELECT COUNT(*) FILTER (WHERE state IN ('number', 'zero')),
      COUNT(*) FILTER (WHERE state = 'unreadable'), COUNT(*) FILTER (WHERE rounded)
    FROM (${cellsSql(group, plan)}) WHERE ${condition}`,
  );
  const [amounts = 0, unreadable = 0, rounded = 0] = cells.columns.map((c) => Number(c[0]));
  return { ...ofRecords, amounts, unreadable, rounded };
}

/** Counts, the first records that would be loaded, and the first that would not. */
export async function previewOf(
  session: Session,
  group: ImportGroup,
  plan: MappedPlan,
  matches: readonly OrganizationMatch[],
): Promise<MappingPreview> {
  return {
    counts: await countsOf(session, group, plan),
    records: await firstLoaded(session, group, plan, matches),
    rejected: await rejectedOf(session, group, plan, SHOWN_REJECTED),
  };
}

interface LoadedRow {
  table_no: number;
  record: number;
  match_no: number;
  year: number | null;
  stage: string;
  code: string | null;
  label: string | null;
}

interface CellRow {
  table_no: number;
  record: number;
  column_no: number;
  printed: string | null;
  amount: string | null;
  people: string | null;
  state: PreviewCell['state'];
}

async function firstLoaded(
  session: Session,
  group: ImportGroup,
  plan: MappedPlan,
  matches: readonly OrganizationMatch[],
): Promise<PreviewRecord[]> {
  const first = `SELECT table_no, record, match_no, year, stage, code, label
    FROM ${recordName(group.id)} WHERE reason IS NULL ORDER BY table_no, record
    LIMIT ${SHOWN_RECORDS}`;
  const records = rowsOf<LoadedRow>(await session.query(first));
  if (records.length === 0) return [];
  const shown = records.map(({ table_no, record }) => `(${table_no}, ${record})`).join(', ');
  const cells = rowsOf<CellRow>(
    await session.query(
      `SELECT table_no, record, column_no, printed, amount, people, state
      FROM (${cellsSql(group, plan, `(r.table_no, r.record) IN (${shown})`)})
      ORDER BY table_no, record, column_no`,
      [],
      { exact: true },
    ),
  );
  const places = await placeNames(session, matches);
  return records.map((row) => {
    const match = matches[row.match_no];
    return {
      table: row.table_no,
      record: row.record,
      organization: match?.name ?? null,
      place: places.get(match?.jurisdictionCode ?? '') ?? null,
      year: row.year,
      stage: row.stage,
      code: row.code,
      label: row.label,
      cells: cells
        .filter((cell) => cell.table_no === row.table_no && cell.record === row.record)
        .map(previewCell),
    };
  });
}

async function placeNames(
  session: Session,
  matches: readonly OrganizationMatch[],
): Promise<ReadonlyMap<string, string>> {
  const codes = [...new Set(matches.flatMap(({ jurisdictionCode }) => jurisdictionCode ?? []))];
  const { columns } = await session.query(
    `SELECT code, name FROM jurisdiction WHERE code IN ${literalList(codes)}`,
  );
  const [found = [], names = []] = columns as string[][];
  return new Map(found.map((code, i) => [code, names[i] ?? '']));
}

const previewCell = ({ column_no, printed, amount, people, state }: CellRow): PreviewCell => ({
  column: column_no,
  printed,
  amount: amount ?? people,
  state,
});

/** Keys whose column decided, by the reason. */
const DECIDED_BY: Readonly<Partial<Record<RejectReason, readonly KeyFieldId[]>>> = {
  no_organization: ['organization', 'organization_code'],
  sum_of_organizations: ['organization'],
  place_unknown: ['place_code', 'place_name', 'place_prefecture', 'place_province', 'organization'],
  year_unknown: ['year'],
  stage_unknown: ['stage'],
  unit_unknown: ['unit'],
  measure_unknown: ['measure', 'nature', 'vintage'],
  fund_unknown: ['fund'],
  code_incomplete: ['code_item', 'code_group'],
};

const decidingColumn = (plan: MappedPlan, reason: RejectReason): number | null => {
  const columns = (DECIDED_BY[reason] ?? []).map((key) => keyColumn(plan, key));
  return columns.find((column) => column !== null) ?? null;
};

/** Longest text of a record that is told. */
const MOST_TEXT = 2_000;

interface RejectedRow {
  table_no: number;
  record: number;
  reason: RejectReason;
  text: string;
}

/** The first records that are not loaded, in the order of the files, with the text that decided. */
export async function rejectedOf(
  session: Session,
  group: ImportGroup,
  plan: MappedPlan,
  most: number,
): Promise<RejectedRecord[]> {
  const texts = Object.keys(DECIDED_BY).flatMap((reason) => {
    const column = decidingColumn(plan, reason as RejectReason);
    return column === null ? [] : [`WHEN '${reason}' THEN c.${cellName(column)}`];
  });
  const among = `FROM ${recordName(group.id)} r WHERE r.reason IS NOT NULL
    ORDER BY r.table_no, r.record LIMIT ${most}`;
  const bounds = await session.query(
    `SELECT MIN(table_no), MAX(table_no), MIN(record), MAX(record)
    FROM (SELECT r.table_no, r.record ${among})`,
  );
  const [firstTable, lastTable, first, last] = bounds.columns.map(([value]) => value);
  if (first === null) return [];
  const cells = group.headers.map((_, i) => `c.${cellName(i)}`).join(', ');
  const joined = cells ? `concat_ws(' | ', ${cells})` : "''";
  const decided = texts.length > 0 ? `CASE r.reason ${texts.join(' ')} END` : 'NULL';
  const rows = rowsOf<RejectedRow>(
    await session.query(
      `SELECT r.table_no, r.record, r.reason,
        left(COALESCE(${decided}, ${joined}), ${MOST_TEXT}) AS text
      FROM (SELECT r.table_no, r.record, r.reason ${among}) r
      JOIN (SELECT * FROM ${rawName(group.id)}
        WHERE table_no BETWEEN ${firstTable} AND ${lastTable}
          AND record BETWEEN ${first} AND ${last}) c
        ON c.table_no = r.table_no AND c.record = r.record
      ORDER BY r.table_no, r.record`,
    ),
  );
  return rows.map(({ table_no, record, reason, text }) => {
    const column = decidingColumn(plan, reason);
    return {
      file: group.tables[table_no]?.file ?? '',
      sheet: group.tables[table_no]?.sheet ?? null,
      record,
      column: column === null ? null : (group.headers[column] ?? null),
      text,
      reason,
    };
  });
}

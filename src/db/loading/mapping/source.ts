import type { ImportGroup, RejectReason } from '@/domain/mapping';
import type { Session } from '../../duckdb';
import { quoteLiteral, typedValues } from '../../sql';
import { BLANKS } from '../blank';
import { cellName } from '../csv';
import type { KeyFieldId, MappedPlan } from './plan';
import { rawName } from '../raw';

const BLANK_END = '[\\s\\p{Z}\\p{Cc}\\p{Cf}]';

/** A text without blanks of any kind at its ends; most have none, and going through the list of blanks takes time. */
export const trimmed = (text: string): string =>
  `CASE WHEN regexp_matches(${text}, '^${BLANK_END}|${BLANK_END}$') THEN trim(${text}, ${BLANKS}) ELSE ${text} END`;

/** The first of the columns of a key that says something, without blanks around it; NULL if none does. */
export function keyText({ keys }: MappedPlan, key: KeyFieldId): string {
  const texts = (keys.get(key) ?? []).map((column) => `NULLIF(${trimmed(cellName(column))}, '')`);
  return texts.length > 1 ? `COALESCE(${texts.join(', ')})` : (texts[0] ?? 'NULL');
}

/** What identifies an organization as found, by the columns that say it. */
export interface FoundKeys {
  organization: string;
  organization_code: string;
  place_code: string;
  place_name: string;
}
export function foundKeys(plan: MappedPlan): FoundKeys {
  const parts = (['place_province', 'place_prefecture', 'place_name'] as const)
    .filter((key) => plan.keys.has(key))
    .map((key) => keyText(plan, key));
  const place = parts.length > 0 ? `NULLIF(concat_ws(' ', ${parts.join(', ')}), '')` : 'NULL';
  return {
    organization: keyText(plan, 'organization'),
    organization_code: keyText(plan, 'organization_code'),
    place_code: keyText(plan, 'place_code'),
    place_name: place,
  };
}

/** First record of a table that is no title or header, from 1. */
export const firstRecord = ({ frames }: ImportGroup, table: number): number =>
  (frames[table]?.header?.to ?? 0) + 1;

/** First record of each table of a group (table_no, first), for FROM. */
export const firstRecords = (group: ImportGroup): string =>
  typedValues(
    { table_no: 'INTEGER', first: 'BIGINT' },
    group.tables.map((_, i) => [i, firstRecord(group, i)]),
  );

/** Titles and header records that are looked at for repetitions, those that most tables of a group have. */
const MOST_HEADERS = 50;

/**
 * Conditions on a raw record `r` of a group that is no title or header: `empty`, and `repeated_header` if it repeats
 * one of those, as it happens at the top of every page.
 */
export async function emptyOrHeader(
  session: Session,
  group: ImportGroup,
): Promise<[reason: RejectReason, condition: string][]> {
  const cells = group.headers.map((_, i) => `r.${cellName(i)}`);
  if (cells.length === 0) return [];
  const above = await recordsAbove(session, group, cells);
  const same = [...above, group.headers.map((header) => header || null)]
    .filter((texts) => texts.some((text) => text !== null))
    .map((texts) => sameTexts(cells, texts));
  return [
    ['empty', 'r.is_empty'],
    ...(same.length > 0 ? [['repeated_header', same.join(' OR ')] as [RejectReason, string]] : []),
  ];
}

/** Titles and header records of a group's tables, each once, the most frequent first. */
async function recordsAbove(
  session: Session,
  group: ImportGroup,
  cells: readonly string[],
): Promise<(string | null)[][]> {
  const last = Math.max(0, ...group.tables.map((_, i) => firstRecord(group, i) - 1));
  if (last === 0) return [];
  const { columns, length } = await session.query(
    `SELECT ${cells.join(', ')} FROM ${rawName(group.id)} r
    JOIN ${firstRecords(group)} f ON f.table_no = r.table_no AND r.record < f.first
    WHERE r.record <= ${last} AND COALESCE(${cells.join(', ')}) IS NOT NULL
    GROUP BY ${cells.join(', ')} ORDER BY COUNT(*) DESC, MAX(r.record) DESC LIMIT ${MOST_HEADERS}`,
  );
  return Array.from({ length }, (_, i) => columns.map((column) => column[i] as string | null));
}

/** Whether all cells hold these texts; a record whose first telling cell does not is looked at no further. */
function sameTexts(cells: readonly string[], texts: readonly (string | null)[]): string {
  const all = texts.map((text, i) => sameText(cells[i] ?? '', text)).join(' AND ');
  const telling = texts.findIndex((text) => text !== null);
  return `(CASE WHEN ${sameText(cells[telling] ?? '', texts[telling] ?? null)} THEN ${all} ELSE false END)`;
}

const sameText = (cell: string, text: string | null): string =>
  text === null ? `${cell} IS NULL` : `${cell} IS NOT DISTINCT FROM ${quoteLiteral(text)}`;

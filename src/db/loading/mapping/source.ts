import { PLAIN_FOLDS } from '@/domain/import-characters';
import type { ImportGroup, RejectReason } from '@/domain/mapping';
import type { Session } from '../../duckdb';
import { quoteLiteral, typedValues } from '../../sql';
import { cellName } from '../csv';
import type { KeyFieldId, MappedPlan } from './plan';
import { rawName } from '../raw';

/** Characters that a text may begin or end with without saying anything. */
const BLANKS = quoteLiteral(
  [' ', ...PLAIN_FOLDS.filter(([, to]) => to === ' ' || to === '').map(([from]) => from)].join(''),
);
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
  const { columns, length } = await session.query(
    `SELECT ${cells.join(', ')} FROM ${rawName(group.id)} r
    JOIN ${firstRecords(group)} f ON f.table_no = r.table_no AND r.record < f.first
    WHERE COALESCE(${cells.join(', ')}) IS NOT NULL
    GROUP BY ${cells.join(', ')} ORDER BY COUNT(*) DESC, MAX(r.record) DESC LIMIT ${MOST_HEADERS}`,
  );
  const above = Array.from({ length }, (_, i) =>
    columns.map((column) => column[i] as string | null),
  );
  const same = [...above, group.headers.map((header) => header || null)]
    .filter((texts) => texts.some((text) => text !== null))
    .map((texts) => `(${texts.map((text, i) => sameText(cells[i] ?? '', text)).join(' AND ')})`);
  const first = `COALESCE(${cells.join(', ')})`;
  const empty = `${first} IS NULL OR (trim(${first}, ${BLANKS}) = ''
    AND trim(concat(${cells.join(', ')}), ${BLANKS}) = '')`;
  return [
    [
      'empty',
      `CASE WHEN ${first} IS NOT NULL AND regexp_matches(${first}, '^[!-~\\p{Han}]') THEN false ELSE ${empty} END`,
    ],
    ...(same.length > 0 ? [['repeated_header', same.join(' OR ')] as [RejectReason, string]] : []),
  ];
}

const sameText = (cell: string, text: string | null): string =>
  text === null ? `${cell} IS NULL` : `${cell} IS NOT DISTINCT FROM ${quoteLiteral(text)}`;

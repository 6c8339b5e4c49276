import Papa from 'papaparse';
import { isSumOfOrganizations } from '@/domain/import-words';
import type {
  FoundOrganization,
  ImportGroup,
  OrganizationMatch,
  RejectReason,
} from '@/domain/mapping';
import { INCOMING, type LocalEngine, type Session } from '../../duckdb';
import { rowsOf } from '../../engine';
import { quoteIdentifier } from '../../sql';
import { PACKAGE_DIALECT, strictCsv } from '../csv';
import type { MappedPlan } from './plan';
import { bareOrganization } from './rows';
import { emptyOrHeader, firstRecords, foundKeys } from './source';
import { rawName } from '../raw';

interface FoundRow {
  table_no: number;
  organization: string | null;
  organization_code: string | null;
  place_code: string | null;
  place_name: string | null;
  records: number;
}

/** The different organizations that the records of a group name, with how many do; in the order they appear. */
export async function foundOrganizations(
  session: Session,
  group: ImportGroup,
  plan: MappedPlan,
): Promise<FoundOrganization[]> {
  const reasons = await emptyOrHeader(session, group);
  const keys = Object.entries(foundKeys(plan)).map(([name, text]) => `${text} AS ${name}`);
  const none = reasons.map(([, condition]) => `NOT (${condition})`);
  const rows = rowsOf<FoundRow>(
    await session.query(`
    SELECT table_no, organization, organization_code, place_code, place_name,
      CAST(COUNT(*) AS INTEGER) AS records
    FROM (SELECT r.table_no, r.record, ${keys.join(', ')} FROM ${rawName(group.id)} r
      JOIN ${firstRecords(group)} f ON f.table_no = r.table_no AND r.record >= f.first
      ${none.length > 0 ? `WHERE ${none.join(' AND ')}` : ''})
    GROUP BY table_no, organization, organization_code, place_code, place_name
    ORDER BY table_no, MIN(record)`),
  );
  return rows.map((row) => ({
    table: row.table_no,
    organization: row.organization,
    organizationCode: row.organization_code,
    placeCode: row.place_code,
    placeName: row.place_name,
    records: row.records,
  }));
}

/** Organizations of the data package, each once; `org_no` is the place in the list. */
export interface OrganizationList {
  numbers: ReadonlyMap<string, number>;
  matches: readonly OrganizationMatch[];
}

/** The organizations that matches stand for. */
export function organizationList(matches: readonly OrganizationMatch[]): OrganizationList {
  const first = new Map<string, OrganizationMatch>();
  for (const match of matches) {
    if (match.orgId !== null && !first.has(match.orgId)) first.set(match.orgId, match);
  }
  return {
    numbers: new Map([...first.keys()].map((id, i) => [id, i])),
    matches: [...first.values()],
  };
}

/** Why records of an organization as found are not loaded; null if they are. */
export function matchProblem({ name, orgId }: OrganizationMatch): RejectReason | null {
  if (orgId !== null) return null;
  if (name === '') return 'no_organization';
  return isSumOfOrganizations(name) ? 'sum_of_organizations' : 'place_unknown';
}

export const matchName = (id: string): string => `${INCOMING}.${quoteIdentifier(`${id} match`)}`;

const MATCH_COLUMNS = [
  'match_no',
  'table_no',
  'organization',
  'organization_code',
  'place_code',
  'place_name',
  'org_no',
  'org_name',
  'problem',
];

/** Makes what organizations as found stand for a table of the engine, `incoming."<id> match"`. */
export async function stageMatches(
  engine: LocalEngine,
  session: Session,
  id: string,
  matches: readonly OrganizationMatch[],
  { numbers }: OrganizationList,
): Promise<void> {
  const rows = matches.map((match, i) => [
    i,
    match.found.table,
    match.found.organization,
    match.found.organizationCode,
    match.found.placeCode,
    match.found.placeName,
    match.orgId === null ? null : (numbers.get(match.orgId) ?? null),
    bareOrganization(match.name),
    matchProblem(match),
  ]);
  const types = [0, 1, 6];
  const columns = MATCH_COLUMNS.map(
    (name, i) => `CAST(c${i} AS ${types.includes(i) ? 'INTEGER' : 'VARCHAR'}) AS ${name}`,
  );
  const bytes = new TextEncoder().encode(Papa.unparse(rows, { newline: '\n', quotes: true }));
  await engine.withFile(bytes, (path) =>
    session.run(
      `CREATE OR REPLACE TABLE ${matchName(id)} AS
      SELECT ${columns.join(', ')} FROM ${strictCsv(path, MATCH_COLUMNS.length, PACKAGE_DIALECT)}`,
    ),
  );
}

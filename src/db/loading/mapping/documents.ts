import Papa from 'papaparse';
import type { ImportGroup } from '@/domain/mapping';
import { tableDefinition, type PackageTableName } from '@/domain/package';
import { scopeOfName } from '@/domain/place-matching';
import { INCOMING, type LocalEngine, type Session } from '../../duckdb';
import { SQL_TYPES } from '../../schema';
import { quoteIdentifier, quoteLiteral, typedValues } from '../../sql';
import { PACKAGE_DIALECT, strictCsv } from '../csv';
import type { OrganizationList } from './organizations';
import type { MappedPlan } from './plan';
import { ATTRIBUTE_NAMES, recordName, saysSomething } from './records';
import { stagedName, type StagedTable } from '../stage';

/** A group with its columns sorted; `source` is the number of its first table among all tables of the loading. */
export interface PlannedGroup {
  group: ImportGroup;
  plan: MappedPlan;
  source: number;
}

/** A file that documents come from. */
export interface MappedSource {
  file: string;
  sheet: string | null;
  /** Title of its printed tables. */
  title: string;
  sha256: string | null;
}

/** Which tables the records of a document stand in: org_no, year, stage, source_no, unit. */
export const DOC_SOURCE = `${INCOMING}.doc_source`;
export const SOURCE = `${INCOMING}.source`;

/** Whether the document of a cell or record, by `year`, is among those to be loaded. */
export const isStaged = (year: string | number = 'year'): string =>
  `(org_no, ${year}, stage) IN (SELECT (org_no, fiscal_year, stage) FROM ${stagedName('document')})`;
/** The same for documents by their identifiers, as they are made of organization, year and stage. */
export function documentIn(
  docIds: readonly string[],
  { numbers }: OrganizationList,
): (year: string | number) => string {
  const parts = docIds.flatMap((id) => {
    const [, org = '', year, stage = ''] = /^(.*)-([0-9]+)-([a-z]+)$/s.exec(id) ?? [];
    const number = numbers.get(org);
    return number === undefined ? [] : [[number, Number(year), stage]];
  });
  const documents = typedValues({ org_no: 'INTEGER', year: 'INTEGER', stage: 'VARCHAR' }, parts);
  return (year) => `(org_no, ${year}, stage) IN (SELECT (org_no, year, stage) FROM ${documents})`;
}

/** A table staged from records: its values are typed and known to be sound. */
export const fromRecords = (table: PackageTableName): StagedTable => ({
  table,
  files: [],
  columns: new Set(Object.keys(tableDefinition(table).columns)),
});

/** Statement that makes a staged table of the columns of its definition, and more. */
export const createStaged = (table: PackageTableName, more: readonly string[] = []): string => {
  const columns = Object.entries(tableDefinition(table).columns).map(
    ([name, { type }]) => `${quoteIdentifier(name)} ${SQL_TYPES[type]}`,
  );
  return `CREATE TABLE ${stagedName(table)} (${[...columns, ...more].join(', ')})`;
};

/** Stages the sources, then the organizations and documents that loaded records name. */
export async function stageDocuments(
  engine: LocalEngine,
  session: Session,
  groups: readonly PlannedGroup[],
  organizations: OrganizationList,
  sources: readonly MappedSource[],
): Promise<void> {
  const list = typedValues(
    {
      source_no: 'INTEGER',
      file: 'VARCHAR',
      sheet: 'VARCHAR',
      title: 'VARCHAR',
      sha256: 'VARCHAR',
    },
    sources.map(({ file, sheet, title, sha256 }, i) => [i, file, sheet, title, sha256]),
  );
  await session.run(
    `CREATE TABLE ${SOURCE} AS SELECT * FROM ${list}`,
    `CREATE TABLE ${DOC_SOURCE} AS ${docSources(groups)}`,
  );
  await stageOrganizations(engine, session, groups, organizations);
  await session.run(
    createStaged('document', ['org_no INTEGER', 'package_file INTEGER', 'package_row BIGINT']),
    `INSERT INTO ${stagedName('document')} BY NAME
    SELECT o.org_id || '-' || d.year || '-' || d.stage AS doc_id, o.org_id, d.year AS fiscal_year,
      d.stage, COALESCE(d.unit, '元') AS printed_unit, s.file AS source_file, s.sha256, d.org_no,
      0 AS package_file, row_number() OVER (ORDER BY d.source_no, d.org_no, d.year, d.stage)
        AS package_row
    FROM (SELECT org_no, year, stage, MIN(source_no) AS source_no, arg_min(unit, source_no) AS unit
      FROM ${DOC_SOURCE} GROUP BY org_no, year, stage) d
    JOIN ${stagedName('organization')} o ON o.org_no = d.org_no
    JOIN ${SOURCE} s ON s.source_no = d.source_no`,
  );
}

/** A document is there where a cell says something of its year. */
function docSources(groups: readonly PlannedGroup[]): string {
  const none = `SELECT 0 AS org_no, 0 AS year, '' AS stage, 0 AS source_no, '' AS unit WHERE false`;
  const each = groups.flatMap(({ group, plan, source }) => {
    const years = [...new Set(plan.values.map(({ year }) => year))];
    return years.map((year) => {
      const own = plan.values.filter((value) => value.year === year);
      const unit = own.find((value) => value.unit !== null)?.unit;
      return `SELECT org_no, ${year ?? 'year'} AS year, stage, ${source} + table_no AS source_no,
          MIN(${unit ? quoteLiteral(unit) : 'unit'}) AS unit
        FROM ${recordName(group.id)}
        WHERE reason IS NULL AND ${saysSomething(own)} GROUP BY ALL`;
    });
  });
  return [none, ...each].join(' UNION ALL ');
}

async function stageOrganizations(
  engine: LocalEngine,
  session: Session,
  groups: readonly PlannedGroup[],
  { matches }: OrganizationList,
): Promise<void> {
  const rows = matches.map(({ orgId, name, jurisdictionCode }, i) => [
    i,
    orgId,
    name,
    jurisdictionCode,
    scopeOfName(name) ?? 'department',
  ]);
  const bytes = new TextEncoder().encode(Papa.unparse(rows, { newline: '\n', quotes: true }));
  const said = groups.map(
    ({ group }) => `SELECT org_no, scope, ${ATTRIBUTE_NAMES.join(', ')}
      FROM ${recordName(group.id)} WHERE reason IS NULL`,
  );
  const each = ['scope', ...ATTRIBUTE_NAMES].map((name) => `MIN(${name}) AS ${name}`);
  await engine.withFile(bytes, (path) =>
    session.run(
      createStaged('organization', ['org_no INTEGER', 'parent_name VARCHAR']),
      `INSERT INTO ${stagedName('organization')} BY NAME
      SELECT CAST(c0 AS INTEGER) AS org_no, c1 AS org_id, c2 AS name, c3 AS jurisdiction_code,
        COALESCE(a.scope, c4) AS scope,
        a.short_name, a.sector, a.parent_name
      FROM ${strictCsv(path, 5, PACKAGE_DIALECT)}
      JOIN (SELECT org_no, ${each.join(', ')} FROM (${said.join(' UNION ALL ')})
        GROUP BY org_no) a ON a.org_no = CAST(c0 AS INTEGER)`,
    ),
  );
  await session.run(
    `UPDATE ${stagedName('organization')} AS o SET parent_org_id = p.org_id
    FROM (SELECT org_id, name, jurisdiction_code FROM organization
      UNION SELECT org_id, name, jurisdiction_code FROM ${stagedName('organization')}) p
    WHERE p.name = o.parent_name AND p.jurisdiction_code = o.jurisdiction_code
      AND p.org_id <> o.org_id`,
  );
}

import type { LocalEngine } from '@/db/duckdb';
import {
  findOrganizations,
  loadMapped,
  previewMapping,
  type MappedOptions,
} from '@/db/loading/mapped';
import { stageRaw } from '@/db/loading/raw';
import { removeDocuments } from '@/db/loading/remove';
import { openEngineInNode } from '@/db/open-node';
import type { ImportFieldId } from '@/domain/import-fields';
import type { PrintedUnit } from '@/domain/money';
import { isSumOfOrganizations } from '@/domain/import-words';
import type {
  ColumnMeaning,
  FoundOrganization,
  ImportGroup,
  OrganizationMatch,
  TableFrame,
} from '@/domain/mapping';
import type { TableId } from '@/domain/vocabulary';

export type Cell = string | number | null;
/** A field, or one with a year and unit of its own: `total@2026`, `total#元`; `-` is left aside. */
export type FieldText = string;

export interface GroupParts {
  /** Records of each table, titles and header included. */
  tables: readonly (readonly (readonly Cell[])[])[];
  fields: readonly FieldText[];
  table?: TableId;
  frames?: readonly Partial<TableFrame>[];
  /** Records of the header; 1 by default, 0 for a table without one. */
  header?: number;
  headers?: readonly string[];
  decimalComma?: boolean;
  order?: readonly (readonly number[])[];
}

const FRAME: TableFrame = {
  header: { from: 1, to: 1 },
  unit: '万元',
  year: 2026,
  stage: 'budget',
  scope: null,
  organization: null,
  place: null,
  evidence: {},
};

let number = 0;
const csv = (records: readonly (readonly Cell[])[]): string =>
  records
    .map((record) =>
      record
        .map((cell) => (cell === null ? '' : `"${String(cell).replaceAll('"', '""')}"`))
        .join(','),
    )
    .join('\n');

function meaning(text: FieldText): ColumnMeaning {
  const [, field, year, unit] = /^([a-z_-]+)(?:@([0-9]+))?(?:#(.+))?$/.exec(text) ?? [];
  return {
    field: field === '-' ? null : (field as ImportFieldId),
    year: year ? Number(year) : null,
    unit: (unit as PrintedUnit | undefined) ?? null,
    certainty: 'sure',
  };
}

/** A group of tables given as records, taken into an engine. */
export async function stagedGroup(engine: LocalEngine, parts: GroupParts): Promise<ImportGroup> {
  const { tables, fields, table = 'expenditure', header = 1, decimalComma = false } = parts;
  const id = `group ${(number += 1)}`;
  const identity = fields.map((_, i) => i);
  const group: ImportGroup = {
    id,
    headers:
      parts.headers ?? fields.map((field, i) => String(tables[0]?.[header - 1]?.[i] ?? field)),
    tables: tables.map((records, i) => ({
      file: tables.length > 1 ? `表/${i + 1}.csv` : '表.csv',
      sheet: null,
      names: null,
      columns: Math.max(...records.map((record) => record.length), fields.length),
      records: records.length,
      bytes: 1,
      sample: [],
      content: {
        format: 'csv' as const,
        data: new TextEncoder().encode(csv(records)),
        dialect: { delimiter: ',', quote: '"', escape: '"' },
      },
      notes: [],
    })),
    order: parts.order ?? tables.map(() => identity),
    frames: tables.map((_, i) => ({
      ...FRAME,
      header: header === 0 ? null : { from: 1, to: header },
      ...parts.frames?.[i],
    })),
    mapping: { columns: fields.map(meaning), table, decimalComma },
  };
  await stageRaw(
    engine,
    id,
    group.tables.map(({ content, columns, names }, i) => ({
      content,
      columns,
      names,
      order: group.order[i]!,
    })),
  );
  return group;
}

/** Organizations all of one place, but those whose name begins with `?`; the frame's where a record names none. */
export const matched = (
  found: readonly FoundOrganization[],
  { frames }: ImportGroup,
  place = '220622',
): OrganizationMatch[] =>
  found.map((one) => {
    const name = one.organization ?? frames[one.table]?.organization ?? '';
    const settled = name !== '' && !name.startsWith('?') && !isSumOfOrganizations(name);
    return {
      found: one,
      jurisdictionCode: settled ? place : null,
      orgId: settled ? `${place}-${name}` : null,
      name,
      known: false,
      doubt: null,
    };
  });

/** A group in an engine with its matches. */
export async function mappedGroup(engine: LocalEngine, parts: GroupParts) {
  const group = await stagedGroup(engine, parts);
  const matches = matched(await findOrganizations(engine, group), group);
  return { group, matches };
}

export async function previewed(engine: LocalEngine, parts: GroupParts) {
  const { group, matches } = await mappedGroup(engine, parts);
  return previewMapping(engine, group, matches);
}

export async function loadedGroups(
  engine: LocalEngine,
  groups: readonly GroupParts[],
  options?: MappedOptions,
) {
  const ready = [];
  for (const parts of groups) ready.push(await mappedGroup(engine, parts));
  return loadMapped(engine, ready, options);
}

/** An engine that knows one place. */
export async function engineOfOnePlace(): Promise<LocalEngine> {
  const engine = await openEngineInNode();
  await engine.transaction((session) =>
    session.run(
      "INSERT INTO jurisdiction (code, name, level) VALUES ('220622', '靖宇县', 'county')",
    ),
  );
  return engine;
}

/** Takes out every document. */
export async function forgetAll(engine: LocalEngine): Promise<void> {
  const { columns } = await engine.query('SELECT doc_id FROM document');
  await removeDocuments(engine, columns[0] as string[]);
}

/** Identifier of the document of an organization as `matched` names it. */
export const docOf = (name: string, year = 2026, stage = 'budget'): string =>
  `220622-${name}-${year}-${stage}`;

/** Metrics with a value, by document. */
export async function figuresOf(engine: LocalEngine, ...ids: string[]) {
  const { columns, length } = await engine.query(
    'SELECT doc_id, metric_id, value FROM metric WHERE value IS NOT NULL ORDER BY doc_id, metric_id',
  );
  const [docs, metrics, values] = columns as [string[], string[], number[]];
  const found: Record<string, Record<string, number>> = {};
  for (let row = 0; row < length; row += 1) {
    if (ids.includes(metrics[row]!)) (found[docs[row]!] ??= {})[metrics[row]!] = values[row]!;
  }
  return found;
}

/** Measures with an amount, of all documents. */
export async function measuresOf(engine: LocalEngine): Promise<Record<string, unknown>> {
  const { columns } = await engine.query(
    'SELECT measure, amount FROM measure WHERE amount IS NOT NULL ORDER BY measure',
  );
  return Object.fromEntries((columns[0] as string[]).map((name, i) => [name, columns[1]![i]]));
}

/** Columns of the loaded lines, in printed order. */
export async function linesOf(engine: LocalEngine, columns: string, where = 'true') {
  const answer = await engine.query(
    `SELECT ${columns} FROM line WHERE ${where} ORDER BY doc_id, table_id, row_no, col_no`,
  );
  return Array.from({ length: answer.length }, (_, row) =>
    answer.columns.map((column) => column[row]),
  );
}

/** The records of a group that are not loaded: record, reason, deciding column and text. */
export async function reasonsOf(engine: LocalEngine, parts: GroupParts) {
  const { rejected } = await previewed(engine, parts);
  return rejected.map(({ record, reason, column, text }) => [record, reason, column, text]);
}

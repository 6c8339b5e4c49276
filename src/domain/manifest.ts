import { PACKAGE_TABLES, type Column, type ColumnType, type PackageTableName } from './package';

/** A table file of a package as its description lists it. */
export interface ResourceFile {
  table: PackageTableName;
  path: string;
  bytes: number;
  sha256: string;
  /** Columns the file has, in order. */
  columns: readonly string[];
}

/** A table in several files, of which none is larger than can be handled. */
export interface ResourceParts {
  table: PackageTableName;
  parts: readonly Pick<ResourceFile, 'path' | 'bytes' | 'sha256'>[];
  columns: readonly string[];
}

const FRICTIONLESS_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  integer: 'integer',
  money: 'number',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
};

const CSV = { format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' };
const PARQUET = { format: 'parquet', mediatype: 'application/vnd.apache.parquet' };

function field(name: string, column: Column): object {
  const constraints = {
    ...(column.required ? { required: true } : {}),
    ...(column.values ? { enum: column.values } : {}),
  };
  return {
    name,
    type: FRICTIONLESS_TYPES[column.type],
    description: column.about,
    ...(column.fiscal ? { columnType: column.fiscal } : {}),
    ...(column.type === 'money' ? { currency: 'CNY' } : {}),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

function foreignKeys(columns: Readonly<Record<string, Column>>, present: ReadonlySet<string>) {
  return Object.entries(columns).flatMap(([name, { refers }]) => {
    const [resource, target] = refers?.split('.') ?? [];
    return resource && target && present.has(resource)
      ? [{ fields: [name], reference: { resource, fields: [target] } }]
      : [];
  });
}

/** Where a table is; the description of a table in several files has no hash of them. */
function files(file: ResourceFile | ResourceParts): object {
  const parts = 'parts' in file ? file.parts : [file];
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  const [first] = parts;
  const about = {
    profile: 'tabular-data-resource',
    description: PACKAGE_TABLES[file.table].about,
    ...(first?.path.endsWith('.parquet') ? PARQUET : CSV),
    bytes,
  };
  return parts.length === 1 && first
    ? { path: first.path, ...about, hash: `sha256:${first.sha256}` }
    : { path: parts.map(({ path }) => path), ...about };
}

function resource(file: ResourceFile | ResourceParts, present: ReadonlySet<string>): object {
  const definition = PACKAGE_TABLES[file.table];
  const columns: Readonly<Record<string, Column>> = definition.columns;
  const keys = foreignKeys(columns, present);
  return {
    name: file.table,
    ...files(file),
    schema: {
      fields: file.columns.flatMap((name) => (columns[name] ? [field(name, columns[name])] : [])),
      missingValues: [''],
      primaryKey: definition.key,
      ...(keys.length > 0 ? { foreignKeys: keys } : {}),
    },
  };
}

/** Content of `datapackage.json` (Frictionless Data Package with fiscal column types). */
export function packageDescription(
  tables: readonly (ResourceFile | ResourceParts)[],
  head: { name: string; title: string },
): object {
  const present = new Set<string>(tables.map(({ table }) => table));
  return {
    profile: 'tabular-data-package',
    ...head,
    resources: tables.map((table) => resource(table, present)),
  };
}

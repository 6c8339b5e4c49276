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

function resource(file: ResourceFile, present: ReadonlySet<string>): object {
  const definition = PACKAGE_TABLES[file.table];
  const columns: Readonly<Record<string, Column>> = definition.columns;
  const keys = foreignKeys(columns, present);
  return {
    name: file.table,
    path: file.path,
    profile: 'tabular-data-resource',
    description: definition.about,
    ...(file.path.endsWith('.parquet') ? PARQUET : CSV),
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
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
  files: readonly ResourceFile[],
  head: { name: string; title: string },
): object {
  const present = new Set<string>(files.map(({ table }) => table));
  return {
    profile: 'tabular-data-package',
    ...head,
    resources: files.map((file) => resource(file, present)),
  };
}

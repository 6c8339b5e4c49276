import type { WrittenFile } from './package-sink';
import { PACKAGE_WORDS } from './package-words';
import { PACKAGE_TABLES, type Column, type ColumnType, type PackageTableName } from './package';

/** A table file of a package as its description lists it. */
export interface ResourceFile extends WrittenFile {
  table: PackageTableName;
  /** Columns the file has, in order. */
  columns: readonly string[];
}

/** A table in several files, of which none is larger than can be handled. */
export interface ResourceParts {
  table: PackageTableName;
  parts: readonly WrittenFile[];
  columns: readonly string[];
}

/** A table that is worked out from those of the package. */
export interface DerivedTable extends WrittenFile {
  name: string;
  about: string;
  fields: readonly (Pick<Column, 'type' | 'about' | 'refers' | 'required'> & { name: string })[];
  key: readonly string[];
}

/** A file of a package that is no table. */
export interface OtherFile extends WrittenFile {
  name: string;
  about: string;
  mediatype: string;
}

/** A published document that a package was made from. */
export interface PackageSource {
  title: string;
  doc_id: string;
  /** Name of its file. */
  file: string | null;
  sha256: string | null;
}

/** What a description says of the whole package. */
export interface PackageHead {
  /** Letters, digits, hyphens, dots. */
  name: string;
  title: string;
  description?: string;
  version?: string;
  /** Date and time, ISO. */
  created?: string;
  sources?: readonly PackageSource[];
}

const FRICTIONLESS_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  integer: 'integer',
  money: 'number',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
};

/** A tabular resource is CSV, as the standard has it; Parquet is a file with a schema. */
const CSV = {
  profile: 'tabular-data-resource',
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
};
const PARQUET = {
  profile: 'data-resource',
  type: 'file',
  format: 'parquet',
  mediatype: 'application/vnd.apache.parquet',
};

function field(name: string, column: Column, title?: string): object {
  const constraints = {
    ...(column.required ? { required: true } : {}),
    ...(column.values ? { enum: column.values } : {}),
  };
  return {
    name,
    type: FRICTIONLESS_TYPES[column.type],
    ...(title === undefined ? {} : { title }),
    ...(column.about ? { description: column.about } : {}),
    ...(column.fiscal ? { columnType: column.fiscal } : {}),
    ...(column.type === 'money' ? { currency: 'CNY' } : {}),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

/** Keys that point to tables that are present; one into the own table names none, as the standard has it. */
function foreignKeys(
  own: string,
  columns: readonly (readonly [name: string, refers: string | undefined])[],
  present: ReadonlySet<string>,
): object {
  const keys = columns.flatMap(([name, refers]) => {
    const [resource, target] = refers?.split('.') ?? [];
    return resource && target && present.has(resource)
      ? [
          {
            fields: [name],
            reference: { resource: resource === own ? '' : resource, fields: [target] },
          },
        ]
      : [];
  });
  return keys.length > 0 ? { foreignKeys: keys } : {};
}

const isParquet = (file: ResourceFile | ResourceParts): boolean =>
  ('parts' in file ? file.parts : [file]).some(({ path }) => path.endsWith('.parquet'));

/** Where a table is; the description of a table in several files has no hash of them. */
function files(file: ResourceFile | ResourceParts): object {
  const parts = 'parts' in file ? file.parts : [file];
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  const [first] = parts;
  const about = {
    description: PACKAGE_TABLES[file.table].about,
    ...(isParquet(file) ? PARQUET : CSV),
    bytes,
  };
  return parts.length === 1 && first
    ? { path: first.path, ...about, hash: `sha256:${first.sha256}` }
    : { path: parts.map(({ path }) => path), ...about };
}

function resource(file: ResourceFile | ResourceParts, present: ReadonlySet<string>): object {
  const definition = PACKAGE_TABLES[file.table];
  const columns: Readonly<Record<string, Column>> = definition.columns;
  const { about, columns: titles } = PACKAGE_WORDS[file.table];
  const titleOf: Readonly<Record<string, string>> = titles;
  return {
    name: file.table,
    title: about,
    ...files(file),
    schema: {
      fields: file.columns.flatMap((name) =>
        columns[name] ? [field(name, columns[name], titleOf[name])] : [],
      ),
      missingValues: [''],
      primaryKey: definition.key,
      ...foreignKeys(
        file.table,
        Object.entries(columns).map(([name, { refers }]) => [name, refers]),
        present,
      ),
    },
  };
}

const derivedResource = (
  { name, about, path, bytes, sha256, fields, key }: DerivedTable,
  present: ReadonlySet<string>,
): object => ({
  name,
  path,
  description: about,
  ...CSV,
  bytes,
  hash: `sha256:${sha256}`,
  schema: {
    fields: fields.map((one) => field(one.name, one)),
    missingValues: [''],
    primaryKey: key,
    ...foreignKeys(
      name,
      fields.map((one) => [one.name, one.refers]),
      present,
    ),
  },
});

const otherResource = ({ name, about, path, mediatype, bytes, sha256 }: OtherFile): object => ({
  name,
  path,
  profile: 'data-resource',
  description: about,
  mediatype,
  encoding: 'utf-8',
  bytes,
  hash: `sha256:${sha256}`,
});

/** A name that descriptions may bear: small letters, digits, hyphens, dots, underscores. */
export const packageName = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '') || 'package';

/**
 * Content of `datapackage.json` (Frictionless Data Package with fiscal column types): the tables of the package, tables
 * worked out from them, and other files.
 */
export function packageDescription(
  tables: readonly (ResourceFile | ResourceParts)[],
  head: PackageHead,
  {
    derived = [],
    others = [],
  }: { derived?: readonly DerivedTable[]; others?: readonly OtherFile[] } = {},
): object {
  const present = new Set<string>(tables.map(({ table }) => table));
  // Keys that lead into a file that is no tabular resource could not be followed.
  const tabular = new Set<string>([
    ...tables.filter((table) => !isParquet(table)).map(({ table }) => table),
    ...derived.map(({ name }) => name),
  ]);
  const isTabular = others.length === 0 && !tables.some(isParquet);
  return {
    profile: isTabular ? 'tabular-data-package' : 'data-package',
    ...head,
    resources: [
      ...tables.map((table) => resource(table, present)),
      ...derived.map((table) => derivedResource(table, tabular)),
      ...others.map(otherResource),
    ],
  };
}

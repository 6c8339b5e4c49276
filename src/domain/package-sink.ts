import type { PackageTableName } from './package';

/** How the tables of a package are written. */
export const PACKAGE_FORMATS = ['csv', 'parquet'] as const;
export type PackageFormat = (typeof PACKAGE_FORMATS)[number];

/** How a file of a package comes: as its bytes, or as Arrow IPC streams to be written as Parquet. */
export type SinkFile = 'bytes' | 'arrow';

/** A file that was written. */
export interface WrittenFile {
  path: string;
  bytes: number;
  /** In hexadecimal. */
  sha256: string;
}

/** Takes the files of a package one after the other, each piece by piece. */
export interface PackageSink {
  begin(path: string, as: SinkFile): Promise<void>;
  /** The next bytes or the next Arrow IPC stream of the file begun; they are given away. */
  add(bytes: Uint8Array): Promise<void>;
  /** Ends the file begun. */
  end(): Promise<WrittenFile>;
}

/** How far the writing of a package has come. */
export interface PackageProgress {
  table: PackageTableName | 'metrics' | 'findings' | null;
  /** Rows of all of it. */
  rows: number;
  totalRows: number;
}

/** Writes a whole file of text. */
export async function writeText(
  sink: PackageSink,
  path: string,
  text: string,
): Promise<WrittenFile> {
  await sink.begin(path, 'bytes');
  await sink.add(new TextEncoder().encode(text));
  return sink.end();
}

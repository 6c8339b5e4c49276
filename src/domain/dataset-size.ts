import type { PackageFormat } from './package-sink';

/** Bytes that a printed amount takes in a packed dataset, and a document with all that belongs to it; as measured. */
const BYTES: Readonly<Record<PackageFormat, { amount: number; document: number }>> = {
  csv: { amount: 8, document: 2_700 },
  parquet: { amount: 1.5, document: 2_700 },
};
/** Descriptions, and the lists of places and classes that every dataset has. */
const ALWAYS = 110_000;

/** About how many bytes the file of a dataset will have. */
export const estimatedSize = (
  { documents, amounts }: { documents: number; amounts: number },
  format: PackageFormat,
): number => ALWAYS + amounts * BYTES[format].amount + documents * BYTES[format].document;

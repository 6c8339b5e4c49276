import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { packageDescription } from '@/domain/manifest';
import { PACKAGE_TABLE_NAMES, type PackageTableName } from '@/domain/package';
import { codesOf, type CodeRow } from '@/domain/synthetic/codes';
import type { Detail } from '@/domain/synthetic/document';
import { SYNTHETIC, SYNTHETIC_ID } from '@/domain/synthetic/label';
import { syntheticDocuments, type PackageWish } from '@/domain/synthetic/nation';
import { placesOfScale, type Scale } from '@/domain/synthetic/places';
import { MANIFEST_NAME } from '@/importers/manifest';
import { emptyFolder } from './files';
import { readPlaces } from './places';
import { csvParts, parquetParts, type TableParts } from './table-parts';

export interface GenerateOptions {
  scale: Scale;
  years: number;
  seed: number;
  detail: Detail;
  format: 'parquet' | 'csv';
  out: string;
  /** Code of the county, prefecture or province. */
  place?: string | undefined;
  /** Hears now and then how many documents there are. */
  onDocuments?: (documents: number) => void;
}

export interface Generated {
  documents: number;
  lines: number;
  /** Documents with a sum that was printed wrongly on purpose. */
  faults: number;
  bytes: number;
}

const TOLD = 1000;

/** The budget classification of the bundled data. */
export function readCodes(): CodeRow[] {
  const path = fileURLToPath(new URL('../../data/classification.csv', import.meta.url));
  const { data } = Papa.parse<Record<keyof CodeRow, string>>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return data.map(({ kind, code, name, parent_code, superseded }) => ({
    kind,
    code,
    name,
    parent_code: parent_code || null,
    superseded: superseded === 'true',
  }));
}

/** The places of a scale with those above them. */
function placeRows(wish: PackageWish) {
  const wanted = new Set(
    placesOfScale(wish.places, wish.scale, { seed: wish.seed, code: wish.place }).map(
      ({ code }) => code,
    ),
  );
  const byCode = new Map(wish.places.map((place) => [place.code, place]));
  for (const code of wanted) {
    const above = byCode.get(code)?.parent_code;
    if (above) wanted.add(above);
  }
  return wish.places.filter(({ code }) => wanted.has(code)).map((place) => ({ ...place }));
}

/**
 * Writes a data package of made-up budgets into an empty folder, document by document: the same bytes for the same
 * options.
 * @throws RangeError if the folder is not empty, or the place does not fit the scale
 */
export function generate({ out, format, onDocuments, ...options }: GenerateOptions): Generated {
  const wish: PackageWish = { ...options, places: readPlaces(), codes: codesOf(readCodes()) };
  emptyFolder(out);
  const partsOf = format === 'parquet' ? parquetParts : csvParts;
  const tables = new Map<PackageTableName, TableParts>(
    PACKAGE_TABLE_NAMES.map((name) => [name, partsOf(out, name)]),
  );
  tables.get('jurisdiction')?.add(placeRows(wish));
  const made: Generated = { documents: 0, lines: 0, faults: 0, bytes: 0 };
  for (const { rows, fault } of syntheticDocuments(wish)) {
    for (const [name, parts] of tables) parts.add(rows[name]);
    made.documents += 1;
    made.lines += rows.line.length;
    made.faults += fault ? 1 : 0;
    if (made.documents % TOLD === 0) onDocuments?.(made.documents);
  }
  const files = [...tables]
    .map(([table, parts]) => ({ table, ...parts.finish() }))
    .filter(({ parts }) => parts.length > 0);
  made.bytes = files.flatMap(({ parts }) => parts).reduce((sum, { bytes }) => sum + bytes, 0);
  const { scale, years, seed } = options;
  const description = packageDescription(files, {
    name: `${SYNTHETIC_ID}-${basename(resolve(out))}`,
    title: `${SYNTHETIC}synthetic data, not published: ${scale}, ${years} years, seed ${seed}, ${made.faults} wrong sums`,
  });
  writeFileSync(join(out, MANIFEST_NAME), `${JSON.stringify(description, null, 2)}\n`);
  return made;
}

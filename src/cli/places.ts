import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import type { PlaceRow } from '@/domain/place-index';

/** Every place of the bundled data. */
export function readPlaces(): PlaceRow[] {
  const path = fileURLToPath(new URL('../../data/jurisdiction.csv', import.meta.url));
  const { data } = Papa.parse<Record<keyof PlaceRow, string>>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return data.map((row) => ({
    code: row.code,
    name: row.name,
    short_name: row.short_name || null,
    name_en: row.name_en || null,
    level: row.level as PlaceRow['level'],
    parent_code: row.parent_code || null,
  }));
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlaces } from '@/cli/places';
import { InputError } from '@/domain/issue';
import { buildPlaceIndex } from '@/domain/place-index';
import { loadObstacles } from '@/domain/reading/package-rows';
import { readBudget } from '@/domain/reading/read-budget';
import type { DocumentReading } from '@/domain/reading/reading';
import { readPublished } from '@/importers/documents/read-published';
import { cmapInNode } from '@/importers/pdf/cmap-node';

export const CORPUS = '../shared/corpus';
/** The documents are kept outside; without them these tests say so and are left out. */
export const hasCorpus = existsSync(CORPUS);

export const places = buildPlaceIndex(readPlaces());

/** A document as it was read, and why it cannot be loaded, if so. */
export interface ReadDocument {
  file: string;
  reading: DocumentReading | null;
  refused: string | null;
}

/** Reads a document of the corpus; refusals are results. */
export async function readCorpus(folder: string, file: string): Promise<ReadDocument> {
  const path = join(CORPUS, folder, file);
  try {
    const source = { path: file, blob: new Blob([readFileSync(path)]) };
    const document = await readPublished(source, { cmap: cmapInNode });
    const reading = readBudget(document, { places });
    const [obstacle] = loadObstacles(reading, { places });
    return { file, reading, refused: obstacle?.code ?? null };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { file, reading: null, refused: error.issues[0]?.code ?? '' };
  }
}

/** Lines of a table in columns, for the output of a test run. */
export function printTable(rows: readonly (readonly (string | number)[])[]): void {
  const texts = rows.map((row) => row.map(String));
  const wide = (text: string): number =>
    [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);
  const widths = (texts[0] ?? []).map((_, i) =>
    Math.max(...texts.map((row) => wide(row[i] ?? ''))),
  );
  const lines = texts.map((row) =>
    row
      .map((text, i) => text + ' '.repeat((widths[i] ?? 0) - wide(text)))
      .join('  ')
      .trimEnd(),
  );
  process.stdout.write(`\n${lines.join('\n')}\n`);
}

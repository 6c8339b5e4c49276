import { existsSync, readFileSync } from 'node:fs';
import { cmapInNode } from '@/importers/pdf/cmap-node';
import { readPdf } from '@/importers/pdf/read-pdf';
import type { Grid, PublishedDocument } from '@/domain/published-document';

const CORPUS = '../shared/corpus';

export const hasCorpus = existsSync(`${CORPUS}/README.md`);

/** Bytes of a file of the corpus, as a user would give it. */
export const corpusFile = (path: string) => ({
  path,
  blob: new Blob([readFileSync(`${CORPUS}/${path}`)]),
});

/** A PDF of the corpus, read. */
export const readCorpus = (path: string): Promise<PublishedDocument> =>
  readPdf(corpusFile(path), { cmap: cmapInNode });

export const gridsOf = (document: PublishedDocument): Grid[] =>
  document.blocks.filter((block): block is Grid => block.kind === 'grid');

/** Text as it is compared: how spaces and ends of lines fall says nothing. */
export const bare = (text: string): string => text.replace(/[\s\u3000]+/gu, '');

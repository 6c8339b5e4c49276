/** What to do with a document whose organization, year and stage are loaded already. */
export const DUPLICATE_CHOICES = ['replace', 'keep', 'skip'] as const;
export type DuplicateChoice = (typeof DUPLICATE_CHOICES)[number];

/** A document about to be loaded, and the loaded one of the same organization, year and stage (or the same `doc_id`). */
export interface DuplicateDocument {
  docId: string;
  loadedDocId: string;
  organization: string;
  fiscalYear: number;
  stage: string;
}

/** Documents are loaded already, and nobody has said what to do with them; nothing was changed. */
export class DuplicateDocumentsError extends Error {
  constructor(readonly documents: readonly DuplicateDocument[]) {
    super(`${documents.length} documents are loaded already`);
    this.name = 'DuplicateDocumentsError';
  }
}

import type { PublishedDocument, TextBlock } from '@/domain/published-document';
import type { DocumentIdentity } from '@/domain/reading/reading';
import { foundValue, identityOf } from '../../helpers/hand-reading';

const text = (words: string, heading: boolean, page: number): TextBlock => ({
  kind: 'text',
  page,
  sheet: null,
  text: words,
  heading,
  box: null,
});

/** A document of lines; those that begin with `#` are headings. */
export const documentOf = (lines: readonly string[], file = 'a.pdf'): PublishedDocument => ({
  file,
  format: 'pdf',
  pages: 1,
  notes: [],
  blocks: lines.map((line) =>
    line.startsWith('#') ? text(line.slice(1).trim(), true, 1) : text(line, false, 1),
  ),
});

export const budgetOf = (year: number, over: Partial<DocumentIdentity> = {}): DocumentIdentity =>
  identityOf({
    organization: foundValue('清河县水务局'),
    fiscalYear: foundValue(year),
    ...over,
  });

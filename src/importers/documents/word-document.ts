import type { DocumentFormat, PublishedDocument } from '@/domain/published-document';
import { refusal } from '../refuse';
import type { InputSource } from '../source';
import { documentOfFlow, type Flow } from './flow';

/** Characters of a document whose pictures hold what it says. */
const MIN_TEXT = 200;

/**
 * A Word document from what its text is made of.
 * @throws InputError if it has no text: nothing at all, or pictures of pages only.
 */
export function wordDocument(
  source: InputSource,
  format: DocumentFormat,
  flow: readonly Flow[],
  pictures: number,
): PublishedDocument {
  const document = documentOfFlow(source.path, format, flow);
  const { blocks } = document;
  const hasGrid = blocks.some(({ kind }) => kind === 'grid');
  const length = blocks.reduce(
    (sum, each) => sum + (each.kind === 'text' ? each.text.length : 0),
    0,
  );
  if (!hasGrid && pictures > 0 && length < MIN_TEXT) {
    throw refusal(
      'scanned_document',
      source.path,
      `it holds pictures (${pictures}) and hardly any text; look for a version with text, or have its text recognised first.`,
      { found: String(pictures) },
    );
  }
  if (blocks.length === 0) {
    throw refusal('empty_file', source.path, 'the document holds no text.');
  }
  return document;
}

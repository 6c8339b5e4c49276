import type { Issue } from '@/domain/issue';
import type { DocumentFormat, PublishedDocument } from '@/domain/published-document';
import { refusal } from '../refuse';
import type { InputSource } from '../source';
import { documentOfFlow, type Flow } from './flow';

/** What the text of a Word document is made of. */
export interface WordFlow {
  flow: Flow[];
  /** Drawings and pictures in it. */
  pictures: number;
  /** Documents of other programs in it, of which only a picture is shown. */
  objects: number;
}

/** Characters of a document whose pictures hold what it says. */
const MIN_TEXT = 200;

/**
 * A Word document from what its text is made of.
 * @throws InputError if it has no text: nothing at all, or pictures of pages only.
 */
export function wordDocument(
  source: InputSource,
  format: DocumentFormat,
  { flow, pictures, objects }: WordFlow,
): PublishedDocument {
  const document = documentOfFlow(source.path, format, flow);
  const { blocks } = document;
  const hasGrid = blocks.some(({ kind }) => kind === 'grid');
  const length = blocks.reduce(
    (sum, each) => sum + (each.kind === 'text' ? each.text.length : 0),
    0,
  );
  const unread = objects + (hasGrid ? 0 : pictures);
  if (!hasGrid && unread > 0 && length < MIN_TEXT) {
    throw refusal(
      'scanned_document',
      source.path,
      `it holds pictures (${unread}) and hardly any text; look for a version with text, or have its text recognised first.`,
      { found: String(unread) },
    );
  }
  if (blocks.length === 0) {
    throw refusal('empty_file', source.path, 'the document holds no text.');
  }
  return { ...document, notes: unreadNote(source, unread) };
}

function unreadNote({ path }: InputSource, count: number): Issue[] {
  if (count === 0) return [];
  return [
    {
      code: 'unread_objects',
      file: path,
      found: String(count),
      count,
      message: `${path}: it holds ${count} pictures or embedded tables, which are not read; compare with the original, and paste embedded tables as text.`,
    },
  ];
}

import type { PublishedDocument } from '@/domain/published-document';
import { wordsOf, type Format } from '../formats';
import { gunzip } from '../gzip';
import { refusal } from '../refuse';
import { misnamed, sniff } from '../sniff';
import type { InputSource } from '../source';
import { readDocx } from './docx';
import { readWebPage } from './web-page';
import { readWorkbook } from './workbook';

/** What reading a document needs from outside. */
export interface PublishedTools {
  /** A character map of PDF fonts by its name. */
  cmap: (name: string) => Promise<Uint8Array>;
  signal?: AbortSignal;
}

/**
 * A published document of any kind, by its content, whatever its name says. Archives are expanded before.
 * @throws InputError if it is of a kind that is not read, damaged, too large or asks for a password.
 */
export async function readPublished(
  source: InputSource,
  tools: PublishedTools,
): Promise<PublishedDocument> {
  tools.signal?.throwIfAborted();
  const format = await sniff(source);
  if (format === 'gzip') return readPublished(await gunzip(source), tools);
  const document = await readAs(source, format);
  return { ...document, notes: [...misnamed(source, format), ...document.notes] };
}

function readAs(source: InputSource, format: Format): Promise<PublishedDocument> {
  switch (format) {
    case 'docx':
      return readDocx(source);
    case 'xlsx':
    case 'xls':
    case 'ods':
    case 'xml':
      return readWorkbook(source, format);
    case 'html':
    case 'mhtml':
      return readWebPage(source, format);
    default:
      throw refusal(
        'unsupported_format',
        source.path,
        `this is ${wordsOf(format)}, no published document. Open it as a table instead.`,
        { found: wordsOf(format) },
      );
  }
}

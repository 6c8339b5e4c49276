import type { PublishedDocument } from '@/domain/published-document';
import { wordsOf, type Format } from '../formats';
import { gunzip } from '../gzip';
import { refusal } from '../refuse';
import { misnamed, sniff } from '../sniff';
import type { InputSource } from '../source';
import type { PdfTools } from '../pdf/read-pdf';
import { readDoc } from './doc';
import { readDocx, readWordXmlFile } from './docx';
import { readPlainText } from './plain-text';
import { readWebPage } from './web-page';
import { readWorkbook } from './workbook';

/** What reading a document needs from outside. */
export type PublishedTools = PdfTools;

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
  const document = await readAs(source, format, tools);
  return { ...document, notes: [...misnamed(source, format), ...document.notes] };
}

async function readAs(
  source: InputSource,
  format: Format,
  tools: PublishedTools,
): Promise<PublishedDocument> {
  switch (format) {
    case 'pdf': {
      const { readPdf } = await import('../pdf/read-pdf');
      return readPdf(source, tools);
    }
    case 'docx':
      return readDocx(source);
    case 'wordXml':
      return readWordXmlFile(source);
    case 'doc':
      return readDoc(source);
    case 'xlsx':
    case 'xls':
    case 'ods':
    case 'xml':
      return readWorkbook(source, format);
    case 'html':
    case 'mhtml':
      return readWebPage(source, format);
    case 'text':
      return readPlainText(source);
    default:
      throw refusal(
        'unsupported_format',
        source.path,
        `this is ${wordsOf(format)}, no published document. Open it as a table instead.`,
        { found: wordsOf(format) },
      );
  }
}

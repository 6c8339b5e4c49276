import { InputError } from '@/domain/issue';
import type { PublishedDocument } from '@/domain/published-document';
import { listEntries, unpackEntry, type ArchiveEntry } from '../archive';
import { refusal } from '../refuse';
import type { InputSource } from '../source';
import { wholeText } from '../text';
import { docxFlow } from './docx-body';
import { wordNumbering } from './docx-numbering';
import { wordStyles } from './docx-styles';
import { wordDocument } from './word-document';

/** Unpacked bytes of a document with all its pictures, and of one of its parts. */
const MAX_DOCUMENT = 500 * 1024 ** 2;
const MAX_PART = 64 * 1024 ** 2;

/**
 * The text and tables of a Word document (DOCX, DOCM and those of other programs): merged cells as spans, numbers of
 * lists as shown, deleted text, notes, headers and footers left out.
 * @throws InputError if it is damaged or too large.
 */
export async function readDocx(source: InputSource): Promise<PublishedDocument> {
  const entries = new Map<string, ArchiveEntry>();
  for (const entry of await listEntries(source, MAX_DOCUMENT)) {
    entries.set(entry.name.replaceAll('\\', '/'), entry);
  }
  const part = async (name: string): Promise<string | null> => {
    const entry = entries.get(name);
    if (!entry) return null;
    if (entry.size > MAX_PART) throw tooLarge(source);
    return (await unpackEntry(source, entry)).text();
  };
  const main = mainPart((await part('_rels/.rels')) ?? '');
  const xml = await part(main);
  if (xml === null) throw noText(source);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const styles = wordStyles((await optional(part, `${folder}styles.xml`)) ?? '');
  const numbering = wordNumbering((await optional(part, `${folder}numbering.xml`)) ?? '');
  return wordDocument(source, 'docx', docxFlow(xml, styles, numbering));
}

/**
 * A Word document in one XML file, as Word 2003 and later ones write it too.
 * @throws InputError if it is too large or has no text.
 */
export async function readWordXmlFile(source: InputSource): Promise<PublishedDocument> {
  if (source.blob.size > MAX_PART) throw tooLarge(source);
  const xml = await wholeText(source.blob, null);
  return wordDocument(source, 'docx', docxFlow(xml, wordStyles(xml), wordNumbering(xml)));
}

/** Styles and numbering that are damaged do not keep the text out. */
async function optional(
  part: (name: string) => Promise<string | null>,
  name: string,
): Promise<string | null> {
  try {
    return await part(name);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** The part that holds the text, as the relations of the package name it. */
function mainPart(relations: string): string {
  for (const [relation] of relations.matchAll(/<[\w:]*Relationship\b[^>]*>/g)) {
    if (!/Type\s*=\s*["'][^"']*\/officeDocument["']/.test(relation)) continue;
    const target = /Target\s*=\s*["']\/?([^"']+)["']/.exec(relation)?.[1];
    if (target !== undefined) return target;
  }
  return 'word/document.xml';
}

const tooLarge = ({ path }: InputSource) =>
  refusal(
    'too_large',
    path,
    `the document unpacks to more than ${MAX_PART / 1024 ** 2} MB of text; split it into smaller ones.`,
  );

const noText = ({ path }: InputSource) =>
  refusal(
    'damaged_file',
    path,
    'the part with the text is missing; open it in a word processor and save it again.',
  );

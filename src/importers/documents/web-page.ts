import type { Issue } from '@/domain/issue';
import type { PublishedDocument } from '@/domain/published-document';
import { TooManyCells } from '../html-tables';
import { pagesOf } from '../page';
import { refusal } from '../refuse';
import type { InputSource } from '../source';
import { documentOfFlow } from './flow';
import { pageFlow, type LinkedFile, type PageFlow } from './page-flow';

/** Files told by name; the rest are counted. */
const TOLD = 5;
/** Amounts in the text that make it worth reading without a table. */
const MIN_AMOUNTS = 3;
const AMOUNT = /\d(?:[\d,]*\.)?\d*\s*(?:亿元|万元|千元|元)/g;

/**
 * The text and tables of a saved web page, or of the pages in a web archive.
 * @throws InputError if it is too large, or only links to the files that hold the budget.
 */
export async function readWebPage(
  source: InputSource,
  format: 'html' | 'mhtml',
): Promise<PublishedDocument> {
  const read = await readFlow(source, format);
  const document = documentOfFlow(source.path, 'html', read.flow);
  const hasTable = document.blocks.some(({ kind }) => kind === 'grid');
  const linked = hasTable ? [] : read.files;
  if (linked.length > 0 && amountsIn(document) < MIN_AMOUNTS) {
    const told = toldOf(linked);
    throw refusal(
      'links_only',
      source.path,
      `the page holds no budget, it links to it: ${told}. Download these files and open them.`,
      { found: told, count: linked.length },
    );
  }
  const notes = [
    ...(read.cutOff ? [cutOffNote(source)] : []),
    ...hiddenNote(source, read.hidden),
    ...linkedNote(source, linked),
  ];
  return { ...document, notes };
}

/**
 * What a web page, or the pages of a web archive show.
 * @throws InputError if it is too large.
 */
export async function readFlow(source: InputSource, format: 'html' | 'mhtml'): Promise<PageFlow> {
  const read: PageFlow = { flow: [], files: [], hidden: 0, cutOff: false };
  for (const html of await pagesOf(source, format)) {
    const { flow, files, hidden, cutOff } = flowOf(source, html);
    for (const part of flow) read.flow.push(part);
    for (const file of files) read.files.push(file);
    read.hidden += hidden;
    read.cutOff ||= cutOff;
  }
  return read;
}

function flowOf(source: InputSource, html: string): PageFlow {
  try {
    return pageFlow(html);
  } catch (error) {
    if (!(error instanceof TooManyCells)) throw error;
    throw refusal(
      'too_large',
      source.path,
      'its merged cells spread over too many cells; save the tables as XLSX.',
    );
  }
}

function amountsIn({ blocks }: PublishedDocument): number {
  let count = 0;
  for (const block of blocks) {
    if (block.kind === 'text') count += block.text.match(AMOUNT)?.length ?? 0;
  }
  return count;
}

const toldOf = (files: readonly LinkedFile[]): string =>
  files
    .slice(0, TOLD)
    .map(({ name }) => name)
    .join(', ') + (files.length > TOLD ? ' …' : '');

const cutOffNote = ({ path }: InputSource): Issue => ({
  code: 'cut_off',
  file: path,
  message: `${path}: the page ends inside a table; what follows is missing. Download it again and compare.`,
});

function hiddenNote({ path }: InputSource, hidden: number): Issue[] {
  if (hidden === 0) return [];
  return [
    {
      code: 'hidden_rows',
      file: path,
      count: hidden,
      message: `${path}: ${hidden} rows are hidden on the page; they were read all the same.`,
    },
  ];
}

function linkedNote({ path }: InputSource, files: readonly LinkedFile[]): Issue[] {
  if (files.length === 0) return [];
  const found = toldOf(files);
  return [
    {
      code: 'linked_files',
      file: path,
      found,
      count: files.length,
      message: `${path}: the page holds text and no table; its tables are in files that it links to: ${found}. Download these files and open them as well.`,
    },
  ];
}

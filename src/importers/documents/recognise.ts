import { InputError } from '@/domain/issue';
import type { Block, PublishedDocument } from '@/domain/published-document';
import type { RawTable } from '@/domain/raw-table';
import { readTitle, tableIdOfTitle } from '@/domain/reading/table-titles';
import type { TableId } from '@/domain/vocabulary';
import type { Format } from '../formats';
import { extensionOf, type InputSource } from '../source';
import { wholeText } from '../text';
import { documentOfFlow } from './flow';
import { textBlocks } from './plain-text';
import { readFlow } from './web-page';

/** Records at the beginning of a sheet in which its title stands. */
const TITLE_RECORDS = 8;
/** A title stands alone in its record, or beside a number and the unit; a list that names tables has more. */
const TITLE_CELLS = 3;
const UNIT = /单位\s*[:：]\s*(?:人民币)?[亿万千]?元/;
/** Different standard tables that make a budget; with headings of its text one is enough. */
const ENOUGH_TABLES = 2;
const ENOUGH_HEADINGS = 3;

/** Headings that the text of a published budget has, by what they speak of. */
const HEADINGS: readonly RegExp[] = [
  /(?:部门|单位|基本)(?:概况|情况|职能|职责)|主要职[能责]/,
  /机构设置|部门构成|预算单位构成|决算单位构成/,
  /编制说明|情况说明|预算说明|决算说明/,
  /名词解释/,
  /机关运行经费/,
  /三公.?经费/,
  /政府采购/,
  /国有资产占[有用]/,
  /绩效(?:目标|评价|管理)/,
];
const MAX_HEADING = 40;

/** Whether the sheets of a workbook are the tables of a published budget, by their titles. */
export function areBudgetTables(tables: readonly RawTable[]): boolean {
  const lines: string[] = [];
  const found = new Set<TableId>();
  for (const { sheet, sample } of tables) {
    const head = sample
      .slice(0, TITLE_RECORDS)
      .filter((record) => new Set(record.filter(Boolean)).size <= TITLE_CELLS)
      .flat();
    for (const record of sample) lines.push(...record);
    for (const text of head) addTitle(found, tableOf(text));
    const named = sheet !== null && head.some((text) => UNIT.test(text));
    if (named) addTitle(found, readTitle(sheet, 'name')?.id ?? null);
  }
  return isEnough(found, lines);
}

/** Larger pages and texts than this are tables. */
const MAX_PAGE = 16 * 1024 ** 2;
const MAX_TEXT = 2 * 1024 ** 2;

/**
 * Whether a page or a text is a published budget, or a page without tables that links to files; a text that is named as a
 * table is none.
 */
export async function isBudgetText(source: InputSource, format: Format): Promise<boolean> {
  if (source.blob.size > MAX_PAGE) return false;
  if (format === 'html' || format === 'mhtml') {
    try {
      const { flow, files } = await readFlow(source, format);
      const document = documentOfFlow(source.path, 'html', flow);
      const linksOnly = files.length > 0 && document.blocks.every(({ kind }) => kind === 'text');
      return linksOnly || isBudget(document);
    } catch (error) {
      if (error instanceof InputError) return false;
      throw error;
    }
  }
  const isProse = format === 'text' && PROSE.has(extensionOf(source.path));
  if (!isProse || source.blob.size > MAX_TEXT) return false;
  return isBudget({ blocks: textBlocks(await wholeText(source.blob, null)) });
}
const PROSE: ReadonlySet<string> = new Set(['', '.txt']);

/** Whether a document is a published budget: by its lines, and the first rows of its tables. */
function isBudget({ blocks }: Pick<PublishedDocument, 'blocks'>): boolean {
  const lines = blocks.flatMap(linesOf);
  const found = new Set<TableId>();
  for (const line of lines) addTitle(found, tableOf(line));
  return isEnough(found, lines);
}

const linesOf = (block: Block): string[] =>
  block.kind === 'text'
    ? [block.text]
    : block.cells
        .filter(({ row }) => row < TITLE_RECORDS)
        .flatMap(({ text }) => [text, ...text.split('\n')]);

/** Titles are the names of tables; most cells are told from them at a glance. */
const tableOf = (text: string): TableId | null =>
  text.includes('表') ? tableIdOfTitle(text) : null;

function addTitle(found: Set<TableId>, id: TableId | null): void {
  if (id !== null) found.add(id);
}

function isEnough(found: ReadonlySet<TableId>, lines: readonly string[]): boolean {
  if (found.size >= ENOUGH_TABLES) return true;
  if (found.size === 0) return false;
  const headings = HEADINGS.filter((heading) =>
    lines.some((line) => line.length <= MAX_HEADING && heading.test(line)),
  );
  return headings.length >= ENOUGH_HEADINGS;
}

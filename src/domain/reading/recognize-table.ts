import { normalizeWord } from '@/domain/import-words';
import type { TextBlock } from '@/domain/published-document';
import type { TableId } from '@/domain/vocabulary';
import type { TableWithTexts } from './join-tables';
import { matrixOf } from './matrix';
import { findHead, headerPath } from './table-head';
import { isProse, standsBesideTable } from './table-texts';
import { isTableTitle, readTitle, type TitleReading } from './table-titles';

export interface Recognized extends TitleReading {
  title: string | null;
  /** The title or the content said so. */
  by: 'title' | 'sheet' | 'content';
}

/** Words that a table of this kind has, and no other. All of `has` must be there. */
interface ContentRule {
  id: TableId;
  has: readonly RegExp[];
  without?: RegExp;
}

const CONTENT: readonly ContentRule[] = [
  {
    id: 'performance',
    has: [/一级指标/, /二级指标/, /三级指标/, /指标值|目标值/],
    without: /整体绩效|部门整体|自评|全年执行数/,
  },
  { id: 'outsourcing', has: [/委托事项/, /是否政府购买服务|是否政府采购/] },
  {
    id: 'three_public',
    has: [/因公出国/, /公务接待/, /公务用车/, /合计|三公/],
    without: /30217|30212|批次|人次|辆/,
  },
  {
    id: 'balance',
    has: [
      /收入/,
      /支出/,
      /财政拨款|一般公共预算/,
      /事业收入|单位资金/,
      /收入(?:总计|合计)|总计/,
      /支出(?:总计|合计)|总计/,
      /一般公共服务|社会保障/,
    ],
    without: /2010301|2080505/,
  },
  {
    id: 'basic',
    has: [/人员经费/, /公用经费/, /30101|工资福利支出/, /302|商品和服务支出/],
    without: /项目支出|专项业务|501\d\d/,
  },
  {
    id: 'income',
    has: [/事业收入/, /上级补助收入/, /附属单位上缴/, /合计|总计/],
    without: /一般公共服务支出.*外交|支出总计|支出合计/,
  },
  {
    id: 'expenditure',
    has: [/基本支出/, /项目支出/, /上缴上级/, /附属单位补助/],
    without: /收入总计|财政拨款收入/,
  },
  { id: 'project', has: [/一级项目/, /二级项目/, /合计|总计|金额/], without: /指标/ },
];

const MAX_CELLS = 400;

/** The texts of a table that tell what it is, joined. */
function contentOf({ table }: TableWithTexts): string {
  return table.cells
    .slice(0, MAX_CELLS)
    .map(({ text }) => normalizeWord(text))
    .join('|');
}

function byContent(found: TableWithTexts): TableId | null {
  const content = contentOf(found);
  const fits = CONTENT.filter(
    ({ has, without }) => has.every((word) => word.test(content)) && !without?.test(content),
  );
  return fits.length === 1 ? (fits[0]?.id ?? null) : null;
}

/** Most texts above a table that are looked at, and the most that a title is broken into. */
const LOOKED_AT = 12;
const PIECES = 3;

interface Title {
  text: string;
  reading: TitleReading | null;
}

/** The nearest title above a table: of one text, or of up to three on top of each other. */
export function titleAbove(texts: readonly TextBlock[]): Title | null {
  const near = texts.slice(-LOOKED_AT);
  for (let last = near.length - 1; last >= 0; last--) {
    const text = near[last]?.text ?? '';
    for (let pieces = 1; pieces <= PIECES && pieces <= last + 1; pieces++) {
      const whole = near
        .slice(last - pieces + 1, last + 1)
        .map((block) => block.text)
        .join('');
      const reading = readTitle(whole);
      if (reading) return { text: widest(near, last, pieces), reading };
      if (pieces === 1 && isTableTitle(whole) && !standsBesideTable(whole)) {
        const longer = readTitle(`${near[last - 1]?.text ?? ''}${whole}`);
        return longer && !isProse(near[last - 1]?.text ?? '')
          ? { text: `${near[last - 1]?.text ?? ''}${whole}`, reading: longer }
          : { text: whole, reading: null };
      }
    }
    if (isProse(text) && !standsBesideTable(text)) return null;
  }
  return null;
}

const widest = (texts: readonly TextBlock[], last: number, pieces: number): string =>
  texts
    .slice(last - pieces + 1, last + 1)
    .map(({ text }) => text.trim())
    .join('')
    .replace(/\s*[（(]?(?:金额|货币|计量)?单位\s*[:：]\s*(?:人民币)?(?:亿|万|千)?元[)）]?$/u, '');

/** Which standard table a table is: by its title, by the name of its sheet, by its content; null for none. */
export function recognize(found: TableWithTexts): Recognized | null {
  const title = titleAbove(found.titles);
  if (title?.reading) return { ...title.reading, title: title.text, by: 'title' };
  if (title) return null;
  const sheet = found.sheetName ? readTitle(found.sheetName, 'name') : null;
  if (sheet) return { ...sheet, title: found.sheetName, by: 'sheet' };
  const id = byContent(found);
  return id && hasHeader(found) ? { id, substitute: false, title: null, by: 'content' } : null;
}

/** A table whose columns are named. */
function hasHeader({ table }: TableWithTexts): boolean {
  const matrix = matrixOf(table);
  const head = findHead(matrix);
  return head.end > head.titles && headerPath(matrix, head, 0).length > 0;
}

import type { Block, Grid, Place, PublishedDocument, TextBlock } from '@/domain/published-document';
import { placeOf } from '@/domain/published-document';
import { blocksWithText } from './narrative';
import { foldText } from './narrative-text';

/** A line of the document that may say whose it is. */
export interface Line {
  /** Folded. */
  text: string;
  printed: string;
  where: Place;
  heading: boolean;
}

/** What a document says of itself, by where it says it. */
export interface Evidence {
  /** The lines before the list of contents and the first table. */
  cover: readonly Line[];
  /** Text between the tables, cover included. */
  lines: readonly Line[];
  /** Cells of the tables that name something, with the cell right of them. */
  pairs: readonly { label: string; value: string; where: Place }[];
  /** Cells in the first rows of tables. */
  heads: readonly Line[];
  /** Cells that may be names of organizations. */
  names: readonly Line[];
  /** Name of the file without folders and ending, folded. */
  fileName: string;
}

const COVER_LINES = 14;
const COVER_LINE = 90;
/** What a web page or an office prints around the document itself. */
const AROUND =
  /当前位置|无障碍|长者模式|字体:|字号:|浏览次数|分享到|打印|首页|点击数|扫一扫|^(?:来源|信息来源|索引号|发布(?:日期|时间|机构)|作者):/;
const ENDS_COVER = /^(?:目录|目次|第?一?部分|第一部分|一、)/;
const HEAD_ROWS = 6;
const MAX_LINE = 400;

const placeOfText = ({ page, sheet }: TextBlock): Place => ({
  ...(page !== null && { page }),
  ...(sheet !== null && { sheet }),
});

const lineOf = (block: TextBlock): Line => ({
  text: foldText(block.text.slice(0, MAX_LINE)).text,
  printed: block.text.trim(),
  where: placeOfText(block),
  heading: block.heading,
});

const SMALL_GRID = 8;
/** The box of facts that web pages print above a document: 索引号, 发文机关, 成文日期. */
const isSheetOfFacts = ({ cells }: Grid): boolean =>
  cells.some(({ text }) =>
    /^(?:索引号|发文机关|发布机构|文号|成文日期|主题词):?$/.test(foldText(text).text),
  );

function coverOf(blocks: readonly Block[]): Line[] {
  const cover: Line[] = [];
  for (const block of blocks) {
    if (block.kind === 'grid') {
      if (cover.length === 0 && block.rows <= SMALL_GRID && isSheetOfFacts(block)) continue;
      break;
    }
    if (cover.length >= COVER_LINES) break;
    const line = lineOf(block);
    if (line.text === '' || AROUND.test(line.text)) continue;
    if (ENDS_COVER.test(line.text)) break;
    if (line.text.length > COVER_LINE || /[。;]/.test(line.text)) break;
    cover.push(line);
  }
  return cover;
}

/** Cells that name the value in the next cell. */
const PAIR_LABEL =
  /^(?:(?:预算|主管|填报|编制|项目|实施)?(?:部门|单位)(?:\((?:部门|单位)\)|\/单位)?(?:名称)?|发文机关|发布机构|发布单位|公开主体|标题|成文日期|发布日期|发文日期):?$/;

function pairsOf(grid: Grid): { label: string; value: string; where: Place }[] {
  const cells = grid.cells.filter(({ text }) => text.trim() !== '');
  return cells.flatMap((cell, i) => {
    const next = cells[i + 1];
    const label = foldText(cell.text).text;
    if (next?.row !== cell.row || !PAIR_LABEL.test(label)) return [];
    return [{ label, value: next.text, where: placeOf(grid, next) }];
  });
}

const ORGANIZATION_LENGTH = 45;
const namesOf = (grid: Grid): Line[] =>
  grid.cells
    .filter(
      ({ text }) =>
        text.length > 3 && text.length <= ORGANIZATION_LENGTH && !/\d[\d.,]*$/.test(text),
    )
    .map((cell) => ({
      text: foldText(cell.text).text,
      printed: cell.text.trim(),
      where: placeOf(grid, cell),
      heading: false,
    }));

const headsOf = (grid: Grid): Line[] =>
  grid.cells
    .filter(({ row, text }) => row < HEAD_ROWS && text.trim() !== '' && text.length <= COVER_LINE)
    .map((cell) => ({
      text: foldText(cell.text).text,
      printed: cell.text.trim(),
      where: placeOf(grid, cell),
      heading: false,
    }));

/** The last part of a path with folders or archives, without its ending. */
const bareFileName = (file: string): string =>
  foldText(file.replace(/^.*[/\\!]/s, '').replace(/\.[A-Za-z0-9]{2,5}$/, '')).text;

/** Sorts what a document says by where it says it. */
export function evidenceOf(document: PublishedDocument): Evidence {
  const blocks = blocksWithText(document);
  const grids = blocks.filter((block) => block.kind === 'grid');
  const texts = blocks.filter((block) => block.kind === 'text');
  return {
    cover: coverOf(blocks),
    lines: texts.map(lineOf),
    pairs: grids.flatMap(pairsOf),
    heads: grids.flatMap(headsOf),
    names: grids.flatMap(namesOf),
    fileName: bareFileName(document.file),
  };
}

import type { Grid, GridCell } from '@/domain/published-document';
import { cellText } from './cell-text';
import { fillTables, type FilledLattice } from './cells';
import { shownBox, type Area, type PageContent, type PageFacts } from './geometry';
import { latticeOf, type Lattice } from './lattice';
import { linesOf, type Line, type LineText } from './lines';
import { isWithoutColumns, refined } from './refine';
import { joinRules, networks } from './rules';
import { unruledTables, type UnruledTable } from './unruled';
import { wordsOf } from './words';

/** A page as read: its tables, and the lines of text outside them. */
export interface ReadPage {
  facts: PageFacts;
  tables: { area: Area; grid: Grid }[];
  lines: LineText[];
}

/** Tables and lines of a page. */
export function readPage(content: PageContent): ReadPage {
  const across = joinRules(content.across);
  const lattices = networks(across, joinRules(content.down))
    .map(latticeOf)
    .filter((lattice): lattice is Lattice => lattice !== null);
  const { tables, outside } = fillTables(lattices, wordsOf(content.glyphs));
  const filled = tables.filter(({ contents }) => contents.some(({ glyphs }) => glyphs.length > 0));
  const [stacked, ruled] = parted(filled, isWithoutColumns);
  const lines = linesOf(outside.flatMap(({ glyphs }) => glyphs));
  const stackedLines = stacked.flatMap(({ contents }) =>
    linesOf(contents.flatMap(({ glyphs }) => glyphs)),
  );
  const unruled = unruledTables([...lines, ...stackedLines].toSorted(byFoot), across);
  const placed = [
    ...ruled.map(refined).map((table) => ({
      area: areaOfLattice(table.lattice),
      grid: ruledGrid(table, content),
    })),
    ...unruled.map((table) => ({ area: table.area, grid: unruledGrid(table, content) })),
  ].toSorted((a, b) => a.area.top - b.area.top || a.area.left - b.area.left);
  for (const [index, { grid }] of placed.entries()) grid.table = index + 1;
  const taken = new Set(unruled.flatMap((table) => [...table.lines]));
  return {
    facts: factsOf(content),
    tables: placed,
    lines: [...lines, ...stackedLines].filter((line) => !taken.has(line)).map(withoutGlyphs),
  };
}

/** Glyphs and rules of a page are many: of a page that is read, only this is kept. */
const factsOf = ({
  glyphs: _glyphs,
  across: _across,
  down: _down,
  ...facts
}: PageContent): PageFacts => facts;
const withoutGlyphs = ({ glyphs: _glyphs, ...line }: Line): LineText => line;

const byFoot = (a: Line, b: Line): number => a.base - b.base;

/** Those that are so, and those that are not. */
function parted<T>(all: readonly T[], is: (each: T) => boolean): [T[], T[]] {
  return [all.filter(is), all.filter((each) => !is(each))];
}

const areaOfLattice = ({ xs, ys }: Lattice): Area => ({
  left: xs[0]!,
  right: xs.at(-1)!,
  top: ys[0]!,
  bottom: ys.at(-1)!,
});

const gridOf = (
  { page }: PageContent,
  parts: Pick<Grid, 'rows' | 'columns' | 'cells' | 'box'>,
): Grid => ({ kind: 'grid', page, sheet: null, sheetName: null, table: 1, ...parts });

function ruledGrid({ lattice, contents }: FilledLattice, content: PageContent): Grid {
  const cells = lattice.cells.map((cell, index): GridCell => {
    const { glyphs, doubt } = contents[index]!;
    const { text, doubt: joined } = cellText(glyphs, cell.right - cell.left);
    const { row, column, rows, columns } = cell;
    const box = shownBox(cell, content);
    return { row, column, rows, columns, text, box, doubt: doubt ?? joined };
  });
  return gridOf(content, {
    rows: lattice.ys.length - 1,
    columns: lattice.xs.length - 1,
    cells,
    box: shownBox(areaOfLattice(lattice), content),
  });
}

function unruledGrid({ area, rows, columns, cells }: UnruledTable, content: PageContent): Grid {
  return gridOf(content, {
    rows,
    columns,
    cells: cells.map(({ area: room, ...cell }): GridCell => ({
      ...cell,
      rows: 1,
      box: shownBox(room, content),
    })),
    box: shownBox(area, content),
  });
}

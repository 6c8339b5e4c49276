import type { Grid, GridCell } from '@/domain/published-document';
import { cellText } from './cell-text';
import { fillTables, type FilledLattice } from './cells';
import { shownBox, type Area, type PageContent } from './geometry';
import { latticeOf, type Lattice } from './lattice';
import { linesOf, type Line } from './lines';
import { joinRules, networks } from './rules';
import { wordsOf } from './words';

/** A page as read: its tables, and the lines of text outside them. */
export interface ReadPage {
  content: PageContent;
  tables: { area: Area; grid: Grid }[];
  lines: Line[];
}

/** Tables and lines of a page. */
export function readPage(content: PageContent): ReadPage {
  const lattices = networks(joinRules(content.across), joinRules(content.down))
    .map(latticeOf)
    .filter((lattice): lattice is Lattice => lattice !== null);
  const { tables, outside } = fillTables(lattices, wordsOf(content.glyphs));
  const filled = tables.filter(({ contents }) => contents.some(({ glyphs }) => glyphs.length > 0));
  return {
    content,
    tables: filled
      .map((table) => ({ area: areaOfLattice(table.lattice), table }))
      .toSorted((a, b) => a.area.top - b.area.top || a.area.left - b.area.left)
      .map(({ area, table }, index) => ({ area, grid: gridOf(table, content, index + 1) })),
    lines: linesOf(outside.flatMap(({ glyphs }) => glyphs)),
  };
}

const areaOfLattice = ({ xs, ys }: Lattice): Area => ({
  left: xs[0]!,
  right: xs.at(-1)!,
  top: ys[0]!,
  bottom: ys.at(-1)!,
});

function gridOf({ lattice, contents }: FilledLattice, content: PageContent, table: number): Grid {
  const cells = lattice.cells.map((cell, index): GridCell => {
    const { glyphs, doubt } = contents[index]!;
    const { text, doubt: joined } = cellText(glyphs, cell.right - cell.left);
    const { row, column, rows, columns } = cell;
    return {
      row,
      column,
      rows,
      columns,
      text,
      box: shownBox(cell, content),
      doubt: doubt ?? joined,
    };
  });
  return {
    kind: 'grid',
    page: content.page,
    sheet: null,
    sheetName: null,
    table,
    rows: lattice.ys.length - 1,
    columns: lattice.xs.length - 1,
    cells,
    box: shownBox(areaOfLattice(lattice), content),
  };
}

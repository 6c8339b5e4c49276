/** A cell of a rebuilt table head. */
export interface HeadCell {
  text: string;
  /** First of the columns it stands over. */
  col_no: number;
  colspan: number;
  rowspan: number;
}

interface Leaf {
  col_no: number;
  path: readonly string[];
}

/** A header path as its cells; a stroke inside brackets belongs to the words (是/否). */
export function headerPath(header: string): string[] {
  return header
    .split(/\/(?![^（(]*[）)])/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Neighbours that share their first header cell, together. */
function neighbours(leaves: readonly Leaf[]): Leaf[][] {
  const groups: Leaf[][] = [];
  for (const leaf of leaves) {
    const last = groups.at(-1);
    if (last?.[0]?.path[0] !== undefined && last[0].path[0] === leaf.path[0]) last.push(leaf);
    else groups.push([leaf]);
  }
  return groups;
}

const below = (group: readonly Leaf[]): Leaf[] =>
  group.map(({ col_no, path }) => ({ col_no, path: path.slice(1) }));

const isLeaf = (group: readonly Leaf[]): boolean =>
  group.length === 1 || group.every(({ path }) => path.length <= 1);

function depthOf(leaves: readonly Leaf[]): number {
  return Math.max(
    0,
    ...neighbours(leaves).map((group) => (isLeaf(group) ? 1 : 1 + depthOf(below(group)))),
  );
}

function place(leaves: readonly Leaf[], row: number, rows: HeadCell[][]): void {
  for (const group of neighbours(leaves)) {
    const first = group[0]!;
    const end = isLeaf(group);
    const text = end && group.length === 1 ? first.path.join('/') : (first.path[0] ?? '');
    rows[row]!.push({
      text,
      col_no: first.col_no,
      colspan: group.length,
      rowspan: end ? rows.length - row : 1,
    });
    if (!end) place(below(group), row + 1, rows);
  }
}

/**
 * The rows of a table head from the header paths of its columns: a cell stands over all neighbours that share it, a
 * path that nobody shares stays one cell down to the last row.
 */
export function columnHeads(
  columns: readonly { col_no: number; header: string | null }[],
): HeadCell[][] {
  const leaves = columns.map(({ col_no, header }) => ({ col_no, path: headerPath(header ?? '') }));
  const rows: HeadCell[][] = Array.from({ length: Math.max(1, depthOf(leaves)) }, () => []);
  place(leaves, 0, rows);
  return rows;
}

import { normalizeWord } from '@/domain/import-words';
import type { TableWithTexts } from './join-tables';
import { matrixOf, type Matrix } from './matrix';
import type { JoinedCell } from './reading';
import type { Recognized } from './recognize-table';
import { findHead, headerPath, type TableHead } from './table-head';

interface Candidate {
  found: TableWithTexts;
  recognized: Recognized | null;
}

interface Headed {
  matrix: Matrix<JoinedCell>;
  head: TableHead;
  /** Lowest header cell of each column, normalized. */
  names: readonly string[];
}

/** Different words for the same column of targets. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/^(?:二级)?项目(?:名称)?$/, '项目'],
  [/^(?:预算|主管)?(?:单位|部门)(?:名称|编号|编码)?$/, '单位'],
  [/资金总额|^(?:预算)?金额/, '金额'],
  [/指标值|目标值/, '指标值'],
  [/权重|分值/, '权重'],
  [/^(?:年度|总体|项目总体|项目)?绩效目标$/, '绩效目标'],
  [/^(?:三级)?指标(?:名称)?$/, '三级指标'],
];

const nameOf = (text: string): string => {
  const word = normalizeWord(text).replace(/\([^()]*\)$/, '');
  return SAME.find(([shape]) => shape.test(word))?.[1] ?? word;
};

const MAX_COLUMNS = 60;

function headOf({ table }: TableWithTexts): Headed {
  const matrix = matrixOf(table);
  const head = findHead(matrix);
  const names = Array.from({ length: Math.min(matrix.columns, MAX_COLUMNS) }, (_, column) =>
    nameOf(headerPath(matrix, head, column).at(-1) ?? ''),
  );
  return { matrix, head, names };
}

/**
 * Columns of one header by those of another; null where fewer than two thirds agree, a name over several columns
 * counted once.
 */
function columnsByName(base: Headed, other: Headed): (number | null)[] | null {
  const map = other.names.map((name) => {
    const at = name === '' ? -1 : base.names.indexOf(name);
    return at < 0 ? null : at;
  });
  const agreeing = new Set(map.filter((column) => column !== null)).size;
  return agreeing >= 3 && agreeing * 3 >= other.names.length * 2 ? map : null;
}

/** Cells below a table's header, at the columns of another and from a row on; those of unknown columns stand after all. */
function bodyOf(
  { matrix, head }: Headed,
  cells: readonly JoinedCell[],
  map: readonly (number | null)[],
  width: number,
  from: number,
): JoinedCell[] {
  return cells
    .filter(({ row }) => row >= head.end && row < matrix.rows)
    .map((cell) => ({
      ...cell,
      row: cell.row - head.end + from,
      column: map[cell.column] ?? width + cell.column,
    }));
}

/** Several tables of targets as one: below the fullest header, by its columns; forms without a header as they are. */
function stacked(tables: readonly TableWithTexts[]): TableWithTexts {
  const headed = tables.map(headOf);
  const base = headed.reduce((best, one) =>
    one.names.filter(Boolean).length > best.names.filter(Boolean).length ? one : best,
  );
  const first = tables[0] as TableWithTexts;
  const width = base.matrix.columns;
  const baseCells = tables[headed.indexOf(base)]?.table.cells ?? [];
  const isForm = columnsByName(base, base) === null;
  const cells: JoinedCell[] = isForm ? [] : baseCells.filter(({ row }) => row < base.head.end);
  let rows = isForm ? 0 : base.head.end;
  let columns = width;
  tables.forEach(({ table }, i) => {
    const own = headed[i] as Headed;
    const map = isForm ? null : columnsByName(base, own);
    const from = rows;
    const added = map
      ? bodyOf(own, table.cells, map, width, from)
      : table.cells.map((cell) => ({ ...cell, row: cell.row + from }));
    for (const cell of added) {
      cells.push(cell);
      columns = Math.max(columns, cell.column + cell.columns);
    }
    rows += map ? table.rows - own.head.end : table.rows;
  });
  return {
    ...first,
    table: { grids: tables.flatMap(({ table }) => table.grids), rows, columns, cells },
  };
}

/**
 * Targets of projects are printed in one table, in a table with its own header on each page, or in a form for each
 * project; they are read as one table, one below the other.
 */
export function stackTargets<Item extends Candidate>(candidates: readonly Item[]): Item[] {
  const targets = candidates.filter(({ recognized }) => recognized?.id === 'performance');
  const [first] = targets;
  if (!first || targets.length === 1) return [...candidates];
  const found = stacked(targets.map((one) => one.found));
  return candidates.flatMap((one) => {
    if (one === first) return [{ ...one, found }];
    return targets.includes(one) ? [] : [one];
  });
}

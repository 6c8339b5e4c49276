import type { DocumentStyle, OfficeStyle } from './document-style';
import { printedGrains, yuanOfGrains, type Line } from './printed';
import type { Random } from './random';

const UNREADABLE_TEXT = '***';

/** A printed sum that was changed, so that its parts do not come to it. */
export interface PlantedFault {
  table: string;
  row: number;
  column: number;
}

const hasParts = (line: Line, lines: readonly Line[]): boolean =>
  lines.some(
    (other) =>
      other.table_id === line.table_id &&
      other.side === line.side &&
      other.parent_row_no === line.row_no &&
      other.col_no === line.col_no &&
      other.state === 'number',
  );

const grainsOf = ({ amount }: Line, grain: number): number =>
  Math.round((Number(amount) * 100) / grain);

/** Prints another amount for a sum, as a slip of the hand would: two figures exchanged, or one of them wrong. */
function plant(lines: readonly Line[], style: OfficeStyle, random: Random): PlantedFault | null {
  const sums = lines.filter(
    (line) => line.is_total === true && line.state === 'number' && hasParts(line, lines),
  );
  if (sums.length === 0) return null;
  const line = random.pick(sums);
  const grains = grainsOf(line, style.grain);
  const wrong = grains + Math.max(200, Math.round(grains * random.between(0.02, 0.3)));
  line.amount = yuanOfGrains(wrong, style.grain);
  line.printed = printedGrains(wrong, style);
  return { table: String(line.table_id), row: Number(line.row_no), column: Number(line.col_no) };
}

/** Changes lines as the document's style says: one wrong sum, one cell that cannot be read. */
export function spoil(
  lines: readonly Line[],
  style: OfficeStyle,
  { hasError, hasUnreadable }: DocumentStyle,
  random: Random,
): PlantedFault | null {
  if (hasUnreadable && lines.length > 0) {
    const line = random.pick(lines);
    line.amount = null;
    line.state = 'unreadable';
    line.printed = UNREADABLE_TEXT;
  }
  return hasError ? plant(lines, style, random) : null;
}

import { FONT_SIZE, textWidth } from './drawing';
import { isInside, overlaps, type Box } from './label-places';

/** A point of a line with its figure, in CSS pixels. */
export interface LabelledPoint {
  x: number;
  y: number;
  text: string;
}

export type Side = 'top' | 'bottom';

const HEIGHT = FONT_SIZE + 3;
const OFF = 8;
const STEP = 4;
/** Half the width that a line or the ring of a point takes. */
const HALF = { line: 2, point: 5 };

const around = (x: number, y: number, half: number): Box => ({
  left: x - half,
  right: x + half,
  top: y - half,
  bottom: y + half,
});

/** What a line covers, as small boxes along it. */
function coverOf(line: readonly (LabelledPoint | null)[]): Box[] {
  return line.flatMap((from, i) => {
    const to = line[i + 1];
    if (!from) return [];
    const own = around(from.x, from.y, HALF.point);
    if (!to) return [own];
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP));
    const along = Array.from({ length: steps }, (_, k) =>
      around(
        from.x + ((to.x - from.x) * (k + 1)) / steps,
        from.y + ((to.y - from.y) * (k + 1)) / steps,
        HALF.line,
      ),
    );
    return [own, ...along];
  });
}

/** Where the words of a point stand: over or under it, those of a first point from it to the right. */
function boxOf({ x, y, text }: LabelledPoint, side: Side, isFirst: boolean): Box {
  const width = textWidth(text);
  const left = isFirst ? x : x - width / 2;
  const top = side === 'top' ? y - OFF - HEIGHT : y + OFF;
  return { left, right: left + width, top, bottom: top + HEIGHT };
}

/**
 * A side for the figure of each point where it touches no line, no point and no other figure; null where there is none,
 * and for the last point of the chart, whose figure stands at the line's end.
 */
export function pointLabels(
  lines: readonly (readonly (LabelledPoint | null)[])[],
  plot: Box,
): (Side | null)[][] {
  const taken = lines.flatMap(coverOf);
  return lines.map((line) => {
    const last = line.findLastIndex((point) => point !== null);
    return line.map((point, at) => {
      if (!point || at === last) return null;
      const side = (['top', 'bottom'] as const).find((one) => {
        const box = boxOf(point, one, at === 0);
        return isInside(box, plot) && taken.every((other) => !overlaps(box, other));
      });
      if (side) taken.push(boxOf(point, side, at === 0));
      return side ?? null;
    });
  });
}

/** A rectangle in CSS pixels from the upper left corner of a chart. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Place = 'right' | 'left' | 'top' | 'bottom';

/** A mark with a label to be placed: centre, radius, and size of the label, all in CSS pixels. */
export interface Placed {
  x: number;
  y: number;
  radius: number;
  width: number;
  height: number;
}

const PLACES: readonly Place[] = ['right', 'left', 'top', 'bottom'];
const DISTANCE = 5;

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const isInside = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom;

const markBox = ({ x, y, radius }: Placed): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

/** The rectangle of a label at one side of its mark. */
function labelBox({ x, y, radius, width, height }: Placed, place: Place): Box {
  const off = radius + DISTANCE;
  const [left, top] = {
    right: [x + off, y - height / 2],
    left: [x - off - width, y - height / 2],
    top: [x - width / 2, y - off - height],
    bottom: [x - width / 2, y + off],
  }[place] as [number, number];
  return { left, top, right: left + width, bottom: top + height };
}

/**
 * A side for each label where it lies inside the box and on no mark or label placed before it; null where there is
 * none. The first marks choose first.
 */
export function placeLabels(marks: readonly Placed[], box: Box): (Place | null)[] {
  const taken: Box[] = marks.map(markBox);
  return marks.map((mark, index) => {
    const free = PLACES.find((place) => {
      const label = labelBox(mark, place);
      return (
        isInside(label, box) && taken.every((other, k) => k === index || !overlaps(label, other))
      );
    });
    if (free) taken.push(labelBox(mark, free));
    return free ?? null;
  });
}

/**
 * A line of text for each label that stands over its position, from 0 next to the chart: labels of one line do not
 * touch. Positions and widths in CSS pixels.
 */
export function labelLanes(
  labels: readonly { left: number; right: number }[],
  gap: number,
): number[] {
  const lanes: { left: number; right: number }[][] = [];
  return labels.map((label) => {
    const fits = (lane: { left: number; right: number }[]) =>
      lane.every(({ left, right }) => label.left >= right + gap || label.right + gap <= left);
    const found = lanes.findIndex(fits);
    const lane = found < 0 ? lanes.length : found;
    (lanes[lane] ??= []).push(label);
    return lane;
  });
}

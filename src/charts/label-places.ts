/** A rectangle in CSS pixels from the upper left corner of a chart. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Side of a mark; at the edges of a chart words over it may end or begin at its middle. */
export type Place = 'right' | 'left' | 'top' | 'bottom' | 'topEnd' | 'topStart';

/** A mark with a label to be placed: centre, radius, and size of the label, all in CSS pixels. */
export interface Placed {
  x: number;
  y: number;
  radius: number;
  width: number;
  height: number;
}

const PLACES: readonly Place[] = ['right', 'left', 'top', 'bottom', 'topEnd', 'topStart'];
const DISTANCE = 5;

/** Two rectangles have a part in common. */
export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** A rectangle lies within another. */
export const isInside = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom;

/** The rectangle round a mark. */
export const markBox = ({ x, y, radius }: Placed): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

/** The rectangle of a label at one side of its mark. */
export function labelBox({ x, y, radius, width, height }: Placed, place: Place): Box {
  const off = radius + DISTANCE;
  const [left, top] = {
    right: [x + off, y - height / 2],
    left: [x - off - width, y - height / 2],
    top: [x - width / 2, y - off - height],
    bottom: [x - width / 2, y + off],
    topEnd: [x - width, y - off - height],
    topStart: [x, y - off - height],
  }[place] as [number, number];
  return { left, top, right: left + width, bottom: top + height };
}

/**
 * A side for each label where it lies inside the box and on no mark or label placed before it, if it can be also clear of
 * `others`; null where there is none. The first marks choose first.
 */
export function placeLabels(
  marks: readonly Placed[],
  box: Box,
  others: readonly Box[] = [],
): (Place | null)[] {
  const taken: Box[] = marks.map(markBox);
  return marks.map((mark, index) => {
    const fitting = PLACES.filter((place) => {
      const label = labelBox(mark, place);
      return (
        isInside(label, box) && taken.every((other, k) => k === index || !overlaps(label, other))
      );
    });
    const isClear = (place: Place) =>
      others.every((other) => !overlaps(labelBox(mark, place), other));
    const free = fitting.find(isClear) ?? fitting[0];
    if (free) taken.push(labelBox(mark, free));
    return free ?? null;
  });
}

/** Words beside a line that leads to them, in CSS pixels: where the line is, and what the words cover. */
export interface Flag {
  at: number;
  left: number;
  right: number;
}

/** Words without room on the right of their line stand on its left, or over it, as far to the right as they can. */
export type Turn = 'left' | 'over';

/** Words beside a line, on the right where there is room before `most`, else turned; never outside the box. */
export function flagAt(
  at: number,
  width: number,
  gap: number,
  most: number,
  turn: Turn = 'left',
): Flag {
  const right = at + gap + width <= most;
  const turned = turn === 'left' ? at - gap - width : most - width;
  const left = right ? at + gap : Math.max(0, turned);
  return { at, left, right: left + width };
}

/** A line passes through words. */
const covers = (words: Flag, at: number): boolean => at > words.left - 2 && at < words.right + 2;

/** How often lines pass through the words of flags in lanes below their own. */
export const crossings = (flags: readonly Flag[], lanes: readonly number[]): number =>
  flags.reduce(
    (sum, words, i) =>
      sum + flags.filter((line, k) => lanes[k]! > lanes[i]! && covers(words, line.at)).length,
    0,
  );

const MOST_LANES = 40;

/**
 * A lane for each flag, from 0 next to the chart, so that words of one lane do not touch and no line passes through
 * the words of another. Flags that point to the right are placed from the right, the others from the left.
 */
export function flagLanes(flags: readonly Flag[], gap: number): number[] {
  const pointsRight = ({ at, right }: Flag) => right > at;
  const order = flags
    .map((flag, index) => ({ flag, index }))
    .toSorted(
      (a, b) =>
        Number(pointsRight(b.flag)) - Number(pointsRight(a.flag)) ||
        (pointsRight(a.flag) ? b.flag.at - a.flag.at : a.flag.at - b.flag.at),
    );
  const lanes: number[] = flags.map(() => -1);
  for (const { flag, index } of order) {
    const others = flags.flatMap((other, k) => {
      const lane = lanes[k] ?? -1;
      return lane >= 0 ? [{ other, lane }] : [];
    });
    const fits = (lane: number) =>
      others.every(
        ({ other, lane: taken }) =>
          (taken !== lane || flag.left >= other.right + gap || flag.right + gap <= other.left) &&
          (taken < lane || !covers(flag, other.at)) &&
          (taken > lane || !covers(other, flag.at)),
      );
    const free = Array.from({ length: MOST_LANES }, (_, lane) => lane).find(fits);
    lanes[index] = free ?? Math.max(-1, ...others.map(({ lane }) => lane)) + 1;
  }
  return lanes;
}

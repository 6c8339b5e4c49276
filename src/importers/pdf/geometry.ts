/** A transformation of the plane: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`. */
export type Matrix = readonly [number, number, number, number, number, number];

/** First `inner`, then `outer`. */
export const combine = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

/** Quarter turns clockwise, as a reader of the page sees them. */
export type Turn = 0 | 1 | 2 | 3;

/**
 * What the edge beyond which nothing is seen does to a figure: `hidden` of it are the characters beyond that edge,
 * `touched` are those beside a character that was left out.
 */
export type Cut = 'none' | 'hidden' | 'touched';

/** A printed character in points from the top left of the page, which is turned so that its text stands upright. */
export interface Glyph {
  text: string;
  left: number;
  right: number;
  /** Where it stands on its line. */
  base: number;
  size: number;
  bold: boolean;
  /** Counts the runs of text that the file shows as one. */
  run: number;
  /** A space stands before it. */
  spaced: boolean;
  /** How it is turned against the page. */
  turn: Turn;
  cut: Cut;
}

/** A straight line along or down the page: where it stands, and from where to where it runs. */
export interface Rule {
  at: number;
  from: number;
  to: number;
}

/** A page, and how much is on it. */
export interface PageFacts {
  /** Number of the page, from 1. */
  page: number;
  /** Size in points, turned so that its text stands upright. */
  width: number;
  height: number;
  /** How its text is turned against the page as shown. */
  turn: Turn;
  characters: number;
  /** Characters that say nothing because their font does not name them. */
  nameless: number;
  /** Characters that cannot be seen, as programs put them over a scanned page. */
  invisible: number;
  /** Part of the page that its largest picture may cover. */
  picture: number;
  /** Paths drawn on it. */
  paths: number;
}

/** What a page shows. */
export interface PageContent extends PageFacts {
  /** In the order of the file. */
  glyphs: Glyph[];
  across: Rule[];
  down: Rule[];
}

export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where most of a character's ink is: between its foot and its head. */
export const middleOf = ({ left, right, base, size }: Glyph): { x: number; y: number } => ({
  x: (left + right) / 2,
  y: base - size * 0.35,
});

/** Parts of its size that a character takes above and below its foot line. */
export const ABOVE = 0.88;
export const BELOW = 0.12;

/** The least area that holds all; of none, an empty one. */
export function around(areas: readonly Area[]): Area {
  const area = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const each of areas) {
    area.left = Math.min(area.left, each.left);
    area.top = Math.min(area.top, each.top);
    area.right = Math.max(area.right, each.right);
    area.bottom = Math.max(area.bottom, each.bottom);
  }
  return area;
}

/** A point of the page as shown, on the page turned by `turn` quarters back. */
export function upright(
  x: number,
  y: number,
  turn: Turn,
  { width, height }: { width: number; height: number },
): [number, number] {
  if (turn === 1) return [y, width - x];
  if (turn === 2) return [width - x, height - y];
  if (turn === 3) return [height - y, x];
  return [x, y];
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** An area of the upright page as fractions of the page as shown. */
export function shownBox(area: Area, { width, height, turn }: PageFacts): Area {
  const left = clamp(area.left / width);
  const right = clamp(area.right / width);
  const top = clamp(area.top / height);
  const bottom = clamp(area.bottom / height);
  if (turn === 1) return { left: 1 - bottom, right: 1 - top, top: left, bottom: right };
  if (turn === 2) return { left: 1 - right, right: 1 - left, top: 1 - bottom, bottom: 1 - top };
  if (turn === 3) return { left: top, right: bottom, top: 1 - right, bottom: 1 - left };
  return { left, right, top, bottom };
}

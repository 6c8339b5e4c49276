import type { CustomSeriesOption, EChartsOption } from 'echarts';
import type { MarkSeverity } from '@/domain/quality-mark';
import { FONT_SIZE, fitLabel, textWidth } from './drawing';
import { baseOption, itemTooltip } from './option';
import { DARK_INK, inkOn, LIGHT_INK } from './ink';
import { SIGN_WIDTH, signStyle, withSign } from './sign';
import { squarify, type Rect } from './squarify';
import type { ChartTheme } from './theme';

/** A part as an area; its own parts lie within it. */
export interface TreemapTile {
  key: string;
  name: string;
  figure: string;
  share: string;
  /** Failed checks touch the figure. */
  marked?: MarkSeverity | null;
  /** In any one unit, the same in all boxes; more than zero. */
  value: number;
  /** Colour of the part it belongs to; what no part explains is outlined. */
  color: number | 'rest' | 'remainder';
  /** A click shows what it consists of. */
  opens: boolean;
  /** Lines of the tooltip. */
  tip: readonly string[];
  parts: readonly TreemapTile[];
}

/** One budget. */
export interface TreemapBox {
  name: string;
  /** The whole with its unit. */
  total: string;
  tiles: readonly TreemapTile[];
}

export interface TreemapInput {
  boxes: readonly TreemapBox[];
  /** Width of the box in CSS pixels. */
  width: number;
  theme: ChartTheme;
  description: string;
}

export interface TreemapDrawing {
  option: EChartsOption;
  /** In CSS pixels. */
  height: number;
  /** What each datum opens, by its index; null for what has no parts. */
  opens: readonly (string | null)[];
}

const TITLE = 24;
const APART = 20;
const NARROW = 640;
const LINE = 16;
const PAD = 4;
const BAND = 21;
/** Smallest area with a head of its own, in pixels. */
const HEADED = { width: 64, height: 56 };
/** A name is not shortened below this. */
const SHORTEST_NAME = 42;

/** A tile where it stands: `head` has its parts below it and only its name on top. */
interface Placed {
  tile: TreemapTile;
  rect: Rect;
  head: boolean;
}

const sum = (tiles: readonly TreemapTile[]): number =>
  tiles.reduce((total, { value }) => total + value, 0);
const largestFirst = (tiles: readonly TreemapTile[]): TreemapTile[] =>
  tiles.toSorted((a, b) => b.value - a.value);

/** Boxes of one shape whose areas are as their wholes, beside one another or, in a narrow box, one below the other. */
export function boxRects({ boxes, width }: Pick<TreemapInput, 'boxes' | 'width'>): Rect[] {
  const wholes = boxes.map(({ tiles }) => sum(tiles));
  const largest = Math.max(...wholes);
  const sides = wholes.map((whole) => Math.sqrt(whole / largest));
  const stacked = width < NARROW;
  const full = stacked
    ? width
    : (width - APART * (boxes.length - 1)) / sides.reduce((total, side) => total + side, 0);
  const height = Math.min(full * (stacked ? 1.05 : 0.62), 440);
  let at = 0;
  return sides.map((side) => {
    const size = { width: full * side, height: height * side };
    const rect = stacked ? { x: 0, y: at + TITLE, ...size } : { x: at, y: TITLE, ...size };
    at += stacked ? size.height + TITLE + APART / 2 : size.width + APART;
    return rect;
  });
}

function place(tiles: readonly TreemapTile[], box: Rect, isTop: boolean): Placed[] {
  const ordered = largestFirst(tiles);
  const rects = squarify(
    ordered.map(({ value }) => value),
    box,
  );
  return ordered.flatMap((tile, i) => placeOne(tile, rects[i]!, isTop));
}

/** The deepest parts that differ from the tile they lie in. */
function innerParts({ parts }: TreemapTile): readonly TreemapTile[] {
  const [only] = parts;
  return parts.length === 1 && only ? innerParts(only) : parts;
}

function placeOne(tile: TreemapTile, rect: Rect, isTop: boolean): Placed[] {
  const parts = innerParts(tile);
  if (parts.length === 0) return [{ tile, rect, head: false }];
  if (!isTop) return place(parts, rect, false);
  if (rect.width < HEADED.width || rect.height < HEADED.height)
    return [{ tile, rect, head: false }];
  const inner = { ...rect, y: rect.y + BAND, height: rect.height - BAND };
  return [{ tile, rect, head: true }, ...place(parts, inner, false)];
}

const fillOf = ({ color }: TreemapTile, theme: ChartTheme): string => {
  if (color === 'remainder') return theme.card;
  return color === 'rest' ? theme.rest : (theme.parts[color] ?? theme.rest);
};

/** No word would have to be broken; Chinese may be broken anywhere. */
const wordsFit = (name: string, room: number): boolean =>
  name.split(' ').every((word) => /\p{Script=Han}/u.test(word) || textWidth(word) <= room);

/** What a tile says: name, figure and share as far as they fit; figures are never cut. */
export function tileText(tile: TreemapTile, { width, height }: Rect, head: boolean): string[] {
  const room = width - 2 * PAD;
  const lines = head ? 1 : Math.floor((height - 2 * PAD + 2) / LINE);
  const { share } = tile;
  const figure = withSign(tile.figure, tile.marked);
  const figureRoom = textWidth(tile.figure) + (tile.marked ? SIGN_WIDTH : 0);
  const both = `${figure}  ${share}`;
  const bothFit = share !== '' && figureRoom + textWidth(`  ${share}`) <= room;
  const name = tile.name.replaceAll('}', '｝');
  const nameRoom = textWidth(name);
  if (lines < 1) return [];
  if (lines === 1) {
    if (bothFit && nameRoom + figureRoom + textWidth(`    ${share}`) <= room)
      return [`${name}  ${both}`];
    if (nameRoom + figureRoom + 8 <= room) return [`${name}  ${figure}`];
    if (nameRoom <= room) return [name];
    if (head) return room >= SHORTEST_NAME ? fitLabel(name, room, 1) : [];
    return figureRoom <= room ? [figure] : [];
  }
  const named = nameRoom <= room || (room >= SHORTEST_NAME && wordsFit(name, room));
  if (figureRoom > room) return named ? fitLabel(name, room, Math.min(lines, 3)) : [];
  const figures = bothFit ? [both] : lines >= 3 && share ? [figure, share] : [figure];
  return [...(named ? fitLabel(name, room, Math.min(lines - figures.length, 3)) : []), ...figures];
}

/**
 * Areas in proportion to amounts, one box for each budget on a common scale: classes with a head, their last parts within.
 * It is drawn piece by piece, since only who knows the size of an area knows which label fits it.
 */
export function treemap(input: TreemapInput): TreemapDrawing {
  const { boxes, theme, width } = input;
  const rects = boxRects(input);
  const placed = boxes.flatMap(({ tiles }, i) => place(tiles, rects[i]!, true));
  const bottom = Math.max(0, ...rects.map((rect) => rect.y + rect.height));
  return {
    height: Math.ceil(bottom) + 2,
    opens: placed.map(({ tile }) => (tile.opens ? tile.key : null)),
    option: {
      ...baseOption(theme, input.description),
      title: boxes.map(({ name, total }, i) => {
        const at = rects[i]!;
        const room = width < NARROW ? width : Math.max(at.width, 60);
        const text =
          textWidth(`${name}  ${total}`) <= room
            ? `{name|${name}}  ${total}`
            : `{name|${fitLabel(name, room, 1)[0]}}`;
        return {
          text,
          left: at.x,
          top: at.y - TITLE,
          padding: [3, 0] as number[],
          textStyle: {
            color: theme.soft,
            fontSize: 12,
            fontWeight: 'normal' as const,
            rich: { name: { color: theme.ink, fontSize: FONT_SIZE } },
          },
        };
      }),
      tooltip: itemTooltip(theme, ({ dataIndex }) => placed[dataIndex]?.tile.tip),
      series: [tilesSeries(placed, theme)],
    },
  };
}

const tilesSeries = (placed: readonly Placed[], theme: ChartTheme): CustomSeriesOption => ({
  type: 'custom',
  coordinateSystem: 'none',
  data: placed.map((_, index) => [index]),
  renderItem: ({ dataIndex }) => {
    const { tile, rect, head } = placed[dataIndex]!;
    const fill = fillOf(tile, theme);
    const isOpen = tile.color === 'remainder';
    const ink = isOpen ? theme.soft : inkOn(fill, [DARK_INK, LIGHT_INK]);
    const inset = isOpen ? 1.5 : 0.5;
    return {
      type: 'group',
      children: [
        {
          type: 'rect',
          cursor: tile.opens ? 'pointer' : 'default',
          shape: {
            x: rect.x + inset,
            y: rect.y + inset,
            width: Math.max(0.5, rect.width - 2 * inset),
            height: Math.max(0.5, rect.height - 2 * inset),
          },
          style: {
            fill,
            stroke: isOpen ? theme.faint : theme.card,
            lineWidth: 1,
            ...(isOpen ? { lineDash: [3, 2] } : {}),
          },
          emphasis: { style: { opacity: 0.85 } },
        },
        {
          type: 'text',
          silent: true,
          x: rect.x + PAD,
          y: rect.y + (head ? 4 : PAD),
          style: {
            text: tileText(tile, rect, head).join('\n'),
            fill: ink,
            font: `${head ? 600 : 400} ${FONT_SIZE}px ${theme.font}`,
            lineHeight: LINE,
            ...signStyle(tile.marked, { ...theme, warn: ink }),
          },
        },
      ],
    };
  },
});

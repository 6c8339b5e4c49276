import type { EChartsOption } from 'echarts';
import { FONT_SIZE, fitLabel, textWidth } from './drawing';
import { baseOption } from './option';
import { SIGN_WIDTH, signStyle, withSign } from './sign';
import type { MarkSeverity } from '@/domain/quality-mark';
import type { ChartTheme } from './theme';

/** What a place of the flow is, for its colour. */
export type SankeyTone =
  /** Money of the budget as a whole, and carried over from the year before. */
  | 'whole'
  | 'carried'
  /** Basic expenditure, its operating part, projects, other natures. */
  | 'basic'
  | 'operating'
  | 'project'
  | 'other'
  /** What no printed amount explains: outlined, without a colour. */
  | 'open';

export interface SankeyNode {
  name: string;
  /** The amount as written. */
  figure: string;
  /** Failed checks touch the amount. */
  marked?: MarkSeverity | null;
  /** In any one unit; more than zero. */
  value: number;
  column: number;
  tone: SankeyTone;
  /** Lines of the tooltip. */
  tip: readonly string[];
}

export interface SankeyLink {
  /** Indexes of nodes. */
  from: number;
  to: number;
  value: number;
  tone: SankeyTone;
  tip: readonly string[];
}

export interface SankeyInput {
  /** Heads of the columns. */
  columns: readonly string[];
  /** Column by column from above. */
  nodes: readonly SankeyNode[];
  links: readonly SankeyLink[];
  /** Width of the box in CSS pixels. */
  width: number;
  /** Colour slot of the organization. */
  slot: number;
  theme: ChartTheme;
  description: string;
}

export interface SankeyDrawing {
  option: EChartsOption;
  /** In CSS pixels; wider than a narrow box, which then scrolls. */
  width: number;
  height: number;
}

const NODE = 12;
/** Between the places of a column: room for a label of one line, or of two where a name needs them. */
const GAP = 22;
const WIDE_GAP = 38;
/** More places than this in a column keep to labels of one line. */
const MOST_WIDE = 14;
const LINE = 16;
const HEAD = 26;
const PAD = 6;
/** Pixels that the whole of the money is high, at least. */
const MONEY = 250;
/** Narrowest column in which names can still be read, and narrowest room behind the last one. */
const COLUMN = 124;
const LAST = 176;
/** Between a name and its figure on one line. */
const BETWEEN = 8;

const toneColor = (tone: SankeyTone, { theme, slot }: SankeyInput): string => {
  switch (tone) {
    case 'whole':
    case 'carried':
      return theme.orgs[slot % theme.orgs.length] ?? theme.accent;
    case 'basic':
      return theme.parts[0] ?? theme.rest;
    case 'operating':
      return theme.parts[2] ?? theme.rest;
    case 'project':
      return theme.parts[1] ?? theme.rest;
    case 'other':
      return theme.rest;
    case 'open':
      return theme.card;
  }
};

interface Layout {
  width: number;
  height: number;
  gap: number;
  /** From one column to the next, and room behind the last one. */
  step: number;
  last: number;
  /** Room for a label behind a node of a column. */
  room(column: number): number;
  /** Pixels that a value is high. */
  scale: number;
}

const figureRoom = ({ figure, marked }: SankeyNode): number =>
  textWidth(figure) + (marked ? SIGN_WIDTH : 0);
const fitsOneLine = (node: SankeyNode, room: number): boolean =>
  textWidth(node.name) + BETWEEN + figureRoom(node) <= room;

function layoutOf({ nodes, columns, width: box }: SankeyInput): Layout {
  const steps = columns.length - 1;
  const width = Math.max(box, steps * COLUMN + LAST + NODE);
  const last = Math.max(LAST, Math.floor((width - NODE) / columns.length));
  const step = (width - last - NODE) / Math.max(1, steps);
  const room = (column: number) => (column === steps ? last : step - NODE) - 2 * PAD;
  const stacks = columns.map((_, column) => {
    const own = nodes.filter((node) => node.column === column);
    const isWide = own.length <= MOST_WIDE && own.some((node) => !fitsOneLine(node, room(column)));
    const sum = own.reduce((total, { value }) => total + value, 0);
    return { gaps: Math.max(0, own.length - 1), sum, isWide };
  });
  const gap = stacks.some(({ isWide }) => isWide) ? WIDE_GAP : GAP;
  const plot = MONEY + gap * Math.max(0, ...stacks.map(({ gaps }) => gaps));
  const scale = Math.min(...stacks.map(({ gaps, sum }) => (plot - gaps * gap) / Math.max(sum, 1)));
  return { width, height: HEAD + plot + LINE, gap, step, last, room, scale };
}

/** A text that cannot close the style it is written in. */
const plain = (text: string): string => text.replaceAll('}', '｝');

/** Name and figure on one line; on two where there is room; else the name is cut, never the figure. */
function labelOf(node: SankeyNode, layout: Layout): string {
  const { figure, marked, value, column } = node;
  const name = plain(node.name);
  const room = layout.room(column);
  const written = withSign(`{figure|${figure}}`, marked);
  if (fitsOneLine(node, room)) return `{name|${name}}  ${written}`;
  const high = value * layout.scale + layout.gap;
  if (high >= 2 * LINE + 2) {
    const lines = fitLabel(name, room, high >= 3 * LINE + 2 ? 2 : 1);
    return [...lines.map((line) => `{name|${line}}`), written].join('\n');
  }
  const cut = fitLabel(name, room - figureRoom(node) - BETWEEN, 1)[0] ?? '';
  return `{name|${cut}}  ${written}`;
}

/** Money from left to right, one ribbon per printed amount; nodes of a column stand in the order given. */
export function sankey(input: SankeyInput): SankeyDrawing {
  const { nodes, links, columns, theme } = input;
  const layout = layoutOf(input);
  const ids = nodes.map((_, index) => String(index));
  return {
    width: layout.width,
    height: layout.height,
    option: {
      ...baseOption(theme, input.description),
      title: columns.map((text, column) => ({
        text: fitLabel(text, layout.room(column) + NODE, 1)[0] ?? '',
        left: column * layout.step,
        top: 0,
        padding: 0,
        textStyle: { color: theme.soft, fontSize: 12, fontWeight: 'normal' as const },
      })),
      tooltip: {
        ...baseOption(theme, '').tooltip,
        trigger: 'item',
        formatter: (datum: unknown) => tipOf(input, datum as Datum),
      },
      series: [
        {
          type: 'sankey',
          left: 1,
          right: layout.last - 1,
          top: HEAD,
          bottom: LINE,
          nodeWidth: NODE,
          nodeGap: layout.gap,
          layoutIterations: 0,
          draggable: false,
          emphasis: { focus: 'adjacency' },
          blur: {
            itemStyle: { opacity: 0.4 },
            lineStyle: { opacity: 0.08 },
            label: { opacity: 0.5 },
          },
          label: { position: 'right', distance: PAD, fontSize: FONT_SIZE, lineHeight: LINE },
          data: nodes.map((node, index) => ({
            name: ids[index]!,
            value: node.value,
            depth: node.column,
            itemStyle: nodeStyle(node.tone, input),
            label: {
              formatter: () => labelOf(node, layout),
              rich: {
                name: { color: theme.ink, fontSize: FONT_SIZE, lineHeight: LINE },
                figure: { color: theme.soft, fontSize: FONT_SIZE, lineHeight: LINE },
                ...signStyle(node.marked, theme).rich,
              },
            },
          })),
          links: links.map(({ from, to, value, tone }) => ({
            source: ids[from]!,
            target: ids[to]!,
            value,
            lineStyle: linkStyle(tone, input),
          })),
        },
      ],
    },
  };
}

const nodeStyle = (tone: SankeyTone, input: SankeyInput) => ({
  color: toneColor(tone, input),
  opacity: tone === 'carried' ? 0.55 : 1,
  ...(tone === 'open'
    ? { borderColor: input.theme.soft, borderWidth: 1, borderType: 'dashed' as const }
    : { borderWidth: 0 }),
});

const linkStyle = (tone: SankeyTone, input: SankeyInput) => ({
  color: tone === 'open' ? input.theme.faint : toneColor(tone, input),
  opacity: tone === 'open' ? 0.18 : tone === 'carried' ? 0.2 : 0.32,
  curveness: 0.5,
});

interface Datum {
  dataType?: string;
  dataIndex: number;
}

const tipOf = ({ nodes, links }: SankeyInput, { dataType, dataIndex }: Datum): string =>
  (dataType === 'edge' ? links : nodes)[dataIndex]?.tip.join('\n') ?? '';

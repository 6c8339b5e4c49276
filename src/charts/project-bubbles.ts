import type { MarkSeverity } from '@/domain/quality-mark';
import type { Drawing, Origin } from './drawing';
import { scatter } from './scatter';
import { extentOf } from './scale';
import type { ChartTheme } from './theme';

/** A project with an amount above zero in yuan and the share of it that is carried over. */
export interface BubblePoint {
  origin: Origin;
  label: string;
  amount: number;
  share: number;
  /** Colour slot of the organization; null for one that is not chosen. */
  slot: number | null;
  marked: MarkSeverity | null;
  tip: readonly string[];
}

export interface BubbleInput {
  points: readonly BubblePoint[];
  amountAxis: { name: string; logName: string; tick(value: number): string };
  shareAxis: { name: string; tick(value: number): string };
  /** Width of the box in CSS pixels. */
  width: number;
  theme: ChartTheme;
  description: string;
}

/** From this ratio of the greatest to the least amount on, the axis of amounts is logarithmic. */
const WIDE_APART = 50;

/** Projects by amount and carried-over share, areas following the amounts. */
export function projectBubbles(input: BubbleInput): Drawing {
  const { points, amountAxis, shareAxis, theme } = input;
  const [least, greatest] = extentOf(points.map(({ amount }) => amount));
  const log = greatest / least >= WIDE_APART;
  const rest = theme.orgs.length;
  return scatter({
    chosen: points.map(({ origin, label, amount, share, slot, marked, tip }) => ({
      origin,
      label,
      x: amount,
      y: share,
      size: amount,
      slot: slot ?? rest,
      marked,
      tip,
    })),
    peers: [],
    peerTip: () => [],
    x: { name: log ? amountAxis.logName : amountAxis.name, tick: amountAxis.tick, log },
    y: { name: shareAxis.name, tick: shareAxis.tick, log: false },
    sized: true,
    width: input.width,
    theme: { ...theme, orgs: [...theme.orgs, theme.faint] },
    description: input.description,
  });
}

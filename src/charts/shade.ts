import { color } from 'echarts/core';
import { DARK_INK, LIGHT_INK, inkOn } from './ink';
import type { ChartTheme } from './theme';

/** Colours from low to high, or to both sides of a middle. */
export type ShadeScale = 'sequential' | 'diverging';

/** Steps of a scale of colours from the card to its end, few enough that each can be found in the key. */
const STEPS = 4;

/** The colour of a shade: from 0 to 1, on a diverging scale from −1 to 1; what lies beyond takes the end's colour. */
export function shadeColor(shade: number, scale: ShadeScale, theme: ChartTheme): string {
  const part = Math.max(scale === 'diverging' ? -1 : 0, Math.min(1, shade));
  const step = Math.round(Math.abs(part) * STEPS) / STEPS;
  const mixed = color.lerp(step, [theme.card, part < 0 ? theme.below : theme.above]);
  return `#${color.toHex(mixed)}`;
}

/** All shades of a scale in order. */
export const shadesOf = (scale: ShadeScale): number[] => {
  const first = scale === 'diverging' ? -STEPS : 0;
  return Array.from({ length: STEPS - first + 1 }, (_, i) => (first + i) / STEPS);
};

/** Dark or light, whichever is easier to read on a shade. */
export const textOn = (fill: string): string => inkOn(fill, [DARK_INK, LIGHT_INK]);

import { color } from 'echarts/core';
import type { ChartTheme } from './theme';

/** Colours from low to high, or to both sides of a middle. */
export type ShadeScale = 'sequential' | 'diverging';

/** Steps of a scale of colours from the card to its end, so many that each can be found in the key. */
const STEPS = 4;

const mixed = (end: string, part: number, theme: ChartTheme): string =>
  part === 0 ? theme.card : color.lerp(Math.round(part * STEPS) / STEPS, [theme.card, end]);

/** The colour of a shade: from 0 to 1, on a diverging scale from −1 to 1; what lies beyond takes the end's colour. */
export function shadeColor(shade: number, scale: ShadeScale, theme: ChartTheme): string {
  const part = Math.max(scale === 'diverging' ? -1 : 0, Math.min(1, shade));
  return mixed(part < 0 ? theme.below : theme.above, Math.abs(part), theme);
}

/** All shades of a scale in order. */
export const shadesOf = (scale: ShadeScale): number[] => {
  const first = scale === 'diverging' ? -STEPS : 0;
  return Array.from({ length: STEPS - first + 1 }, (_, i) => (first + i) / STEPS);
};

/** Ink or card, whichever is easier to read on a colour. */
export function textOn(fill: string, theme: ChartTheme): string {
  const away = (text: string) => Math.abs(color.lum(text, 0) - color.lum(fill, 0));
  return away(theme.ink) >= away(theme.card) ? theme.ink : theme.card;
}

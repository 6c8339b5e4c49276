import { readFileSync } from 'node:fs';
import type { EChartsOption } from 'echarts';
import { chartSvg, type ChartSize } from '@/charts/picture';
import { themeFrom, type ChartTheme } from '@/charts/theme';
import { expectGoldenText } from './golden-text';

const TOKENS = 'src/styles/tokens.css';

/** Draws an option in Node; same option, same text: ids are numbered anew, coordinates rounded, one tag a line. */
export const renderSvg = (option: EChartsOption, size: ChartSize): string =>
  tidy(chartSvg(option, size));

/**
 * Compares a drawing with `test/golden/<name>.svg`. A missing one is written, except in CI where it fails;
 * `UPDATE_GOLDEN=1` writes all anew.
 */
export const expectGolden = (name: string, option: EChartsOption, size: ChartSize): void =>
  expectGoldenSvg(name, chartSvg(option, size));

/** The same for an SVG that is there already. */
export function expectGoldenSvg(name: string, svg: string): void {
  expectGoldenText(`${name}.svg`, tidy(svg));
}

/** The light or dark theme, read from the page's own tokens. */
export function chartTheme(dark = false): ChartTheme {
  const [light = '', night = ''] = readFileSync(TOKENS, 'utf8').split(":root[data-theme='dark']");
  const tokens = new Map([...tokensOf(light), ...(dark ? tokensOf(night) : [])]);
  return themeFrom((name) => tokens.get(name) ?? '');
}

const tokensOf = (css: string): [string, string][] =>
  [...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
    name,
    value.replace(/\s+/g, ' '),
  ]);

function tidy(svg: string): string {
  const ids = new Map<string, string>();
  const numbered = svg.replace(/zr\d+-[\w-]+/g, (id) => {
    if (!ids.has(id)) ids.set(id, `id-${ids.size}`);
    return ids.get(id)!;
  });
  const rounded = numbered.replace(/<[^>]*>/g, (tag) =>
    tag.replace(/-?\d+\.\d{2,}/g, (text) => String(round(Number(text)))),
  );
  return `${rounded.replaceAll('><', '>\n<').trimEnd()}\n`;
}

const round = (value: number): number => Math.round(value * 10) / 10 || 0;

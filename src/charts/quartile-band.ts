import type { CustomSeriesOption } from 'echarts';
import type { ChartTheme } from './theme';

/** Where the middle half of a population stands, and its middle. */
export interface Quartiles {
  low: number;
  median: number;
  high: number;
}

/** Places next to each other that have quartiles: `[first, last]`, both within. */
export function runs(places: readonly unknown[]): [number, number][] {
  const found: [number, number][] = [];
  places.forEach((place, index) => {
    if (place === null) return;
    const last = found.at(-1);
    if (last && last[1] === index - 1) last[1] = index;
    else found.push([index, index]);
  });
  return found;
}

const LONE = 7;

/** The middle half of a population as a band with its median as a broken line; a gap where there is no value. */
export function quartileBand(
  places: readonly (Quartiles | null)[],
  theme: ChartTheme,
): CustomSeriesOption {
  const parts = runs(places);
  return {
    type: 'custom',
    silent: true,
    z: 0,
    encode: { x: 0, y: 1 },
    data: parts.map(([first]) => [first, places[first]!.median]),
    renderItem: (params, api) => {
      const [first, last] = parts[params.dataIndex]!;
      const line = (part: keyof Quartiles): [number, number][] => {
        const points = places
          .slice(first, last + 1)
          .map((place, i) => api.coord([first + i, place![part]]) as [number, number]);
        const [x, y] = points[0]!;
        // A year that stands alone has no width of its own.
        return first === last
          ? [
              [x - LONE, y],
              [x + LONE, y],
            ]
          : points;
      };
      return {
        type: 'group',
        children: [
          {
            type: 'polygon',
            shape: { points: [...line('high'), ...line('low').toReversed()] },
            style: { fill: theme.rest, opacity: 0.22 },
          },
          {
            type: 'polyline',
            shape: { points: line('median') },
            style: { stroke: theme.faint, lineWidth: 1.2, lineDash: [4, 3], fill: 'none' },
          },
        ],
      };
    },
  };
}

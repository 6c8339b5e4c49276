import type { MetricGroup, MetricUnit } from './metric';

/** Rows of the ruler, in order. */
export const RULER: readonly { group: MetricGroup; metrics: readonly string[] }[] = [
  { group: 'size', metrics: ['total', 'carryover', 'basic', 'project', 'three_public'] },
  { group: 'structure', metrics: ['project_share', 'carryover_ratio', 'personnel_share'] },
  {
    group: 'staff',
    metrics: [
      'total_per_staff',
      'personnel_per_staff',
      'operating_per_staff',
      'contracted_cost_per_head',
    ],
  },
  { group: 'procurement', metrics: ['outsourcing', 'outsourcing_share', 'procurement'] },
  {
    group: 'projects',
    metrics: ['project_count', 'largest_project_share', 'measurable_indicator_share'],
  },
  { group: 'change', metrics: ['total_yoy', 'running_cost_yoy', 'three_public_yoy'] },
];

/** An axis that always holds zero; ticks run from `min` to `max`. */
export interface RulerScale {
  min: number;
  max: number;
  ticks: readonly number[];
}

const INTERVALS = 4;
const STEPS = [1, 2, 2.5, 5, 10];
const exact = (value: number): number => Number(value.toPrecision(12));

function niceStep(span: number): number {
  const rough = span / INTERVALS;
  const power = 10 ** Math.floor(Math.log10(rough));
  return exact((STEPS.find((step) => step * power >= rough * (1 - 1e-9)) ?? 10) * power);
}

/**
 * The axis of a row: 0 to 100 % for shares, from zero to a round number for everything else, and to round numbers on
 * both sides of zero where values have both signs.
 */
export function rulerScale(
  values: readonly number[],
  unit: MetricUnit,
  group: MetricGroup,
): RulerScale {
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  if (unit === 'ratio' && group !== 'change' && high <= 1 && low >= 0) {
    return { min: 0, max: 1, ticks: [0, 0.25, 0.5, 0.75, 1] };
  }
  if (high === low) return { min: 0, max: 0, ticks: [0] };
  const nice = niceStep(high - low);
  const step = unit === 'count' ? Math.max(1, Math.ceil(nice)) : nice;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => exact((first + i) * step));
  return { min: ticks[0] ?? 0, max: ticks.at(-1) ?? 0, ticks };
}

/** Where a value stands on a scale, 0 at its start and 1 at its end. */
export const onScale = ({ min, max }: RulerScale, value: number): number =>
  max === min ? 0 : (value - min) / (max - min);

/** A dot's place above or below the axis: `lane` of `lanes` that share its spot. */
export interface DotLane {
  lane: number;
  lanes: number;
}

/** Lanes for dots at these positions so that dots closer than `gap` stand one above the other. */
export function dotLanes(positions: readonly number[], gap: number): DotLane[] {
  const order = positions.map((at, index) => ({ at, index })).toSorted((a, b) => a.at - b.at);
  const result: DotLane[] = positions.map(() => ({ lane: 0, lanes: 1 }));
  let cluster: { index: number; lane: number }[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const { index, lane } of cluster) result[index] = { lane, lanes: ends.length };
    cluster = [];
    ends = [];
  };
  for (const { at, index } of order) {
    if (ends.length > 0 && ends.every((end) => at - end >= gap)) close();
    const free = ends.findIndex((end) => at - end >= gap);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = at;
    cluster.push({ index, lane });
  }
  close();
  return result;
}

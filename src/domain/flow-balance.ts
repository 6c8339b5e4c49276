import { absolute } from './money';
import type { SourceRef } from './source-ref';
import type { PartName } from './structure';

/** Steps that money takes, in order; `undivided` where a budget divides only its total by basic and project. */
export const FLOW_STEPS = ['source', 'total', 'class', 'undivided', 'nature', 'item'] as const;
export type FlowStep = (typeof FLOW_STEPS)[number];

export type FlowKind =
  | 'fund'
  | 'carried'
  | 'total'
  | 'class'
  | 'next_year'
  | 'undivided'
  | 'nature'
  | 'economic'
  | 'project'
  /** What no printed part explains: money that comes from, or goes to, nothing that is printed. */
  | 'open_source'
  | 'open_use';

/** The place stands for a difference, not for something printed. */
export const isOpen = ({ kind }: Pick<FlowNode, 'kind'>): boolean =>
  kind === 'open_source' || kind === 'open_use';

/** A place that money passes. */
export interface FlowNode {
  id: string;
  step: FlowStep;
  kind: FlowKind;
  /** Null for what no budget prints. */
  name: PartName | null;
  /** Fen printed for it, else for what comes in. */
  amount: bigint;
  /** Fen that pass it: more than are printed where its parts are. */
  fen: bigint;
  /** The printed row of its amount. */
  source: SourceRef | null;
}

/** Money on its way: more than zero fen, as printed in `source`, or the difference of printed amounts. */
export interface FlowLink {
  from: string;
  to: string;
  fen: bigint;
  source: SourceRef | null;
}

/** Where a printed amount and its printed parts differ: `amount` less `parts`, in fen. */
export interface FlowDifference {
  node: string;
  side: 'in' | 'out';
  amount: bigint;
  parts: bigint;
}

export interface Flow {
  nodes: readonly FlowNode[];
  links: readonly FlowLink[];
  differences: readonly FlowDifference[];
}

/** A node before its money is balanced. */
export interface FlowPlace extends Omit<FlowNode, 'fen' | 'amount'> {
  /** Fen printed for it; null where none is, and what comes in counts. */
  amount: bigint | null;
  /** Its parts are asked for: what they do not explain is shown. */
  opens: boolean;
}

export const stepNumber = (step: FlowStep): number => FLOW_STEPS.indexOf(step);

const sumOf = (links: readonly FlowLink[]): bigint =>
  links.reduce((total, { fen }) => total + fen, 0n);

/**
 * Closes the books of every place: where what comes in or goes out is not the printed amount, the difference comes from
 * or goes to a node of its own. After that every place between sources and ends passes on just what it receives.
 */
export function balance(places: readonly FlowPlace[], links: readonly FlowLink[]): Flow {
  const differences: FlowDifference[] = [];
  const closing: FlowLink[] = [];
  for (const place of places) {
    const own = balancePlace(place, links);
    differences.push(...own.differences);
    closing.push(...own.links);
  }
  const all = [...links, ...closing];
  const ends = unexplainedNodes(places, closing);
  const nodes = [...places, ...ends].map(({ id, step, kind, name, amount, source }) => {
    const come = sumOf(all.filter(({ to }) => to === id));
    const fen = come > 0n ? come : sumOf(all.filter(({ from }) => from === id));
    const received = sumOf(links.filter(({ to }) => to === id));
    return { id, step, kind, name, amount: amount ?? (received || fen), fen, source };
  });
  return { nodes: nodes.filter(({ fen }) => fen > 0n), links: all, differences };
}

function balancePlace(
  { id, step, amount, opens }: FlowPlace,
  links: readonly FlowLink[],
): Pick<Flow, 'links' | 'differences'> {
  const come = sumOf(links.filter(({ to }) => to === id));
  const go = sumOf(links.filter(({ from }) => from === id));
  const sides = [
    ...(step === 'source' ? [] : [{ side: 'in', parts: come } as const]),
    ...(opens ? [{ side: 'out', parts: go } as const] : []),
  ];
  const whole = amount ?? (step === 'source' ? go : come);
  const differences = sides
    .filter(({ parts }) => parts !== whole)
    .map(({ side, parts }) => ({ node: id, side, amount: whole, parts }));
  const [lacking, left] = [
    differences.filter(comesFrom),
    differences.filter((one) => !comesFrom(one)),
  ];
  const at = stepNumber(step);
  return {
    differences,
    links: [...closingLink(`from:${at}`, id, lacking), ...closingLink(id, `to:${at}`, left)],
  };
}

/** Parts that bring too little, or take too much, need money from elsewhere. */
const comesFrom = ({ side, amount, parts }: FlowDifference): boolean =>
  side === 'in' ? parts < amount : parts > amount;

function closingLink(from: string, to: string, differences: readonly FlowDifference[]): FlowLink[] {
  const fen = differences.reduce((sum, { amount, parts }) => sum + absolute(amount - parts), 0n);
  return fen > 0n ? [{ from, to, fen, source: null }] : [];
}

/** One node for all that comes from, and one for all that goes to, nothing that is printed, at each step. */
function unexplainedNodes(places: readonly FlowPlace[], closing: readonly FlowLink[]): FlowPlace[] {
  const known = new Set(places.map(({ id }) => id));
  const ids = new Set(closing.flatMap(({ from, to }) => [from, to]).filter((id) => !known.has(id)));
  const used = FLOW_STEPS.filter((step) => places.some((place) => place.step === step));
  return [...ids].map((id) => {
    const at = used.findIndex((step) => stepNumber(step) === Number(id.split(':')[1]));
    const isSource = id.startsWith('from');
    const step = used[isSource ? at - 1 : at + 1];
    return {
      id,
      step: step ?? 'item',
      kind: isSource ? 'open_source' : 'open_use',
      name: null,
      amount: null,
      source: null,
      opens: false,
    };
  });
}

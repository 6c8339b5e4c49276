import { groupBy } from './group';
import {
  FLOW_STEPS,
  isOpen,
  stepNumber,
  type Flow,
  type FlowLink,
  type FlowNode,
  type FlowStep,
} from './flow-balance';

/** Places of one kind drawn apart at one step; the smaller ones are drawn as one. */
export const MOST_PLACES = 12;

/** A place as drawn: itself, or the small ones of its kind together. */
export interface DrawnNode extends Omit<FlowNode, 'name'> {
  name: FlowNode['name'];
  /** Column from 0. */
  column: number;
  /** Places drawn as this one; a single one is itself. */
  holds: readonly FlowNode[];
}

export interface DrawnFlow {
  /** Steps that have a column. */
  steps: readonly FlowStep[];
  /** Column by column, in each from the largest, what is not explained last. */
  nodes: readonly DrawnNode[];
  links: readonly FlowLink[];
}

const bySize = (a: FlowNode, b: FlowNode): number => (a.fen > b.fen ? -1 : Number(a.fen < b.fen));

/** Where each place gets most of its money from. */
function origins(nodes: readonly FlowNode[], links: readonly FlowLink[]): Map<string, string> {
  const steps = new Map(nodes.map(({ id, step }) => [id, stepNumber(step)]));
  const largest = new Map<string, FlowLink>();
  for (const link of links) {
    const before = largest.get(link.to);
    if (!before || link.fen > before.fen) largest.set(link.to, link);
  }
  return new Map(
    [...largest]
      .filter(([to, { from }]) => steps.get(from)! < steps.get(to)!)
      .map(([to, { from }]) => [to, from]),
  );
}

/** A flow as it is drawn: ordered, in columns, small places of a kind joined. */
export function drawnFlow(flow: Flow, most = MOST_PLACES): DrawnFlow {
  const steps = FLOW_STEPS.filter((step) => flow.nodes.some((node) => node.step === step));
  const from = origins(flow.nodes, flow.links);
  /** Items stand together by what they are items of, in the order of those; natures stand as they are printed. */
  const places = new Map(flow.nodes.map(({ id }, index) => [id, index]));
  const groupOf = (node: FlowNode): number =>
    node.step === 'item' ? (places.get(from.get(node.id) ?? '') ?? 0) : -1;
  const nodes = steps.flatMap((step, column) => {
    const own = flow.nodes.filter((node) => node.step === step);
    const groups = groupBy(
      own.toSorted((a, b) => groupOf(a) - groupOf(b)),
      (node) => `${groupOf(node)} ${node.kind}`,
    );
    return [...groups.values()]
      .flatMap((group) => joinSmall(step === 'nature' ? group : group.toSorted(bySize), most))
      .map((node) => ({ ...node, column }));
  });
  const shownAs = new Map(nodes.flatMap(({ id, holds }) => holds.map((held) => [held.id, id])));
  return { steps, nodes: ordered(nodes, steps.length), links: joinLinks(flow.links, shownAs) };
}

/** In each column what is not explained stands last. */
const ordered = (nodes: readonly DrawnNode[], columns: number): DrawnNode[] =>
  Array.from({ length: columns }, (_, column) => {
    const own = nodes.filter((node) => node.column === column);
    return [...own.filter((node) => !isOpen(node)), ...own.filter(isOpen)];
  }).flat();

type Joined = Omit<DrawnNode, 'column'>;

function joinSmall(group: readonly FlowNode[], most: number): Joined[] {
  const alone = (node: FlowNode): Joined => ({ ...node, holds: [node] });
  if (group.length <= most) return group.map(alone);
  const small = group.slice(most - 1);
  const fen = small.reduce((sum, node) => sum + node.fen, 0n);
  const rest = {
    ...small[0]!,
    id: `rest:${small[0]!.id}`,
    name: null,
    source: null,
    amount: small.reduce((sum, { amount }) => sum + amount, 0n),
    fen,
  };
  return [...group.slice(0, most - 1).map(alone), { ...rest, holds: small }];
}

function joinLinks(links: readonly FlowLink[], shownAs: ReadonlyMap<string, string>): FlowLink[] {
  const moved = links.map((link) => ({
    ...link,
    from: shownAs.get(link.from) ?? link.from,
    to: shownAs.get(link.to) ?? link.to,
  }));
  return [...groupBy(moved, ({ from, to }) => `${from} ${to}`).values()].map((same) =>
    same.length === 1
      ? same[0]!
      : { ...same[0]!, fen: same.reduce((sum, { fen }) => sum + fen, 0n), source: null },
  );
}

import type { Flow, FlowDifference, FlowKind, FlowNode } from './flow-balance';
import { absolute } from './money';

/** Places of a flow with the fraction of the total that they are together. */
export interface FlowShare {
  node: FlowNode;
  share: number;
}

/** A sentence that the amounts of one budget's flow support. */
export type FlowFact =
  | { kind: 'sources'; total: FlowNode; largest: FlowShare; carried: FlowShare | null }
  | { kind: 'uses'; largest: FlowShare }
  | { kind: 'projects'; all: FlowShare; largest: FlowNode | null }
  | { kind: 'unlisted'; nodes: readonly FlowNode[] }
  | { kind: 'closed' }
  | { kind: 'open'; count: number; largest: FlowDifference; node: FlowNode };

const ratio = (part: bigint, whole: bigint): number => Number(part) / Number(whole);
const size = ({ amount, parts }: FlowDifference): bigint => absolute(amount - parts);
const larger = <Item>(items: readonly Item[], fenOf: (item: Item) => bigint): Item | null =>
  items.toSorted((a, b) => (fenOf(b) > fenOf(a) ? 1 : Number(fenOf(b) < fenOf(a)) * -1))[0] ?? null;

/** Two or three sentences: where the money comes from, where it goes, and whether the printed amounts meet. */
export function flowFacts({ nodes, differences }: Flow): FlowFact[] {
  const total = nodes.find(({ kind }) => kind === 'total');
  if (!total) return [];
  const shareOf = (node: FlowNode, amount = node.amount): FlowShare => ({
    node,
    share: ratio(amount, total.amount),
  });
  const largest = (kind: FlowKind): FlowNode | null =>
    larger(
      nodes.filter((node) => node.kind === kind),
      ({ amount }) => amount,
    );
  const [fund, ofClass, project] = [largest('fund'), largest('class'), largest('project')];
  const carried = nodes.filter(({ kind }) => kind === 'carried');
  const carriedSum = carried.reduce((sum, { amount }) => sum + amount, 0n);
  const projects = nodes.find(({ kind, name }) => kind === 'nature' && name?.code === 'project');
  const nodeOf = ({ node }: FlowDifference) => nodes.filter(({ id }) => id === node);
  const unlisted = differences.filter(({ side, parts }) => side === 'out' && parts === 0n);
  const others = differences.filter((one) => !unlisted.includes(one));
  const open = larger(others, size);
  const facts: (FlowFact | null)[] = [
    fund && {
      kind: 'sources',
      total,
      largest: shareOf(fund),
      carried: carried[0] ? shareOf(carried[0], carriedSum) : null,
    },
    ofClass && { kind: 'uses', largest: shareOf(ofClass) },
    projects ? { kind: 'projects', all: shareOf(projects), largest: project } : null,
    unlisted.length > 0 ? { kind: 'unlisted', nodes: unlisted.flatMap(nodeOf) } : null,
    open && { kind: 'open', count: others.length, largest: open, node: nodeOf(open)[0]! },
    differences.length === 0 ? { kind: 'closed' } : null,
  ];
  return facts.filter((fact) => fact !== null);
}

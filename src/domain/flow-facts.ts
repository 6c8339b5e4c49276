import type { Flow, FlowDifference, FlowKind, FlowNode } from './flow-balance';
import { absolute } from './money';

/** An amount of a flow with its fraction of the total. */
export interface FlowShare {
  node: FlowNode;
  fen: bigint;
  share: number;
}

/** A sentence that the amounts of one budget's flow support. */
export type FlowFact =
  | { kind: 'sources'; total: FlowNode; largest: FlowShare; carried: FlowShare | null }
  | { kind: 'uses'; largest: FlowShare }
  | { kind: 'projects'; all: FlowShare; largest: FlowNode | null }
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
  const shareOf = (node: FlowNode): FlowShare => ({
    node,
    fen: node.fen,
    share: ratio(node.fen, total.fen),
  });
  const largest = (kind: FlowKind): FlowNode | null =>
    larger(
      nodes.filter((node) => node.kind === kind),
      ({ fen }) => fen,
    );
  const [fund, ofClass, project] = [largest('fund'), largest('class'), largest('project')];
  const carried = nodes.filter(({ kind }) => kind === 'carried');
  const carriedFen = carried.reduce((sum, { fen }) => sum + fen, 0n);
  const projects = nodes.find(({ kind, name }) => kind === 'nature' && name?.code === 'project');
  const open = larger(differences, size);
  return [
    ...(fund
      ? [
          {
            kind: 'sources' as const,
            total,
            largest: shareOf(fund),
            carried: carried[0]
              ? { node: carried[0], fen: carriedFen, share: ratio(carriedFen, total.fen) }
              : null,
          },
        ]
      : []),
    ...(ofClass ? [{ kind: 'uses' as const, largest: shareOf(ofClass) }] : []),
    ...(projects ? [{ kind: 'projects' as const, all: shareOf(projects), largest: project }] : []),
    ...(open
      ? [
          {
            kind: 'open' as const,
            count: differences.length,
            largest: open,
            node: nodes.find(({ id }) => id === open.node)!,
          },
        ]
      : [{ kind: 'closed' as const }]),
  ];
}

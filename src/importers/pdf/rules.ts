import type { Rule } from './geometry';

/** Lines nearer than this, in points, are one, drawn twice or with both edges. */
const SAME_LINE = 2.6;
/** Gaps in a line up to this are dashes, or the width of a line that crosses. */
const SAME_PIECE = 3.4;
/** Shorter lines rule nothing. */
const SHORTEST = 5;

/** Pieces of lines joined to whole lines; what is too short to rule anything is dropped. */
export function joinRules(pieces: readonly Rule[]): Rule[] {
  const sorted = pieces.toSorted((a, b) => a.at - b.at);
  const rules: Rule[] = [];
  let band: Rule[] = [];
  for (const piece of sorted) {
    if (band.length > 0 && piece.at - band[0]!.at > SAME_LINE) {
      joinBand(band, rules);
      band = [];
    }
    band.push(piece);
  }
  joinBand(band, rules);
  return rules;
}

function joinBand(band: readonly Rule[], into: Rule[]): void {
  let rule: Rule | null = null;
  let weight = 0;
  const finish = () => {
    if (rule && rule.to - rule.from >= SHORTEST) into.push({ ...rule, at: rule.at / weight });
  };
  for (const piece of band.toSorted((a, b) => a.from - b.from)) {
    const length = piece.to - piece.from + 0.01;
    if (rule && piece.from <= rule.to + SAME_PIECE) {
      rule.to = Math.max(rule.to, piece.to);
      rule.at += piece.at * length;
      weight += length;
    } else {
      finish();
      rule = { at: piece.at * length, from: piece.from, to: piece.to };
      weight = length;
    }
  }
  finish();
}

/** Lines that touch or cross: one network. */
export interface Network {
  across: Rule[];
  down: Rule[];
}

/** How far apart the ends of lines that were meant to meet may be. */
const REACH = 3.4;

const meet = (across: Rule, down: Rule): boolean =>
  down.at >= across.from - REACH &&
  down.at <= across.to + REACH &&
  across.at >= down.from - REACH &&
  across.at <= down.to + REACH;

/** Networks of lines that touch one another; a line that touches none is a network of itself. */
export function networks(across: readonly Rule[], down: readonly Rule[]): Network[] {
  const parent = Array.from({ length: across.length + down.length }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[i] = root;
    return root;
  };
  for (const [i, rule] of across.entries())
    for (const [j, other] of down.entries())
      if (meet(rule, other)) parent[find(i)] = find(across.length + j);
  const found = new Map<number, Network>();
  const of = (i: number): Network => {
    const root = find(i);
    const network = found.get(root) ?? { across: [], down: [] };
    found.set(root, network);
    return network;
  };
  for (const [i, rule] of across.entries()) of(i).across.push(rule);
  for (const [j, rule] of down.entries()) of(across.length + j).down.push(rule);
  return [...found.values()];
}

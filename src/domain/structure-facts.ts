import type { Composition, Part, PartCell } from './structure';

/** A cell of one budget that a sentence names. */
export interface FactCell {
  doc: string;
  cell: PartCell & { share: number };
}

/** A sentence that the numbers support. */
export type Fact =
  | { kind: 'same_largest'; part: Part; cells: readonly FactCell[] }
  | { kind: 'own_largest'; items: readonly ({ part: Part } & FactCell)[] }
  | { kind: 'often_largest'; part: Part; count: number; of: number; low: FactCell; high: FactCell }
  /** `same_difference` where the sentence before has just given both shares; `spread` is of more than two. */
  | {
      kind: 'difference' | 'same_difference' | 'spread';
      part: Part;
      higher: FactCell;
      lower: FactCell;
      difference: number;
    };

/** Budgets that are still named one by one. */
const NAMED_BUDGETS = 3;
/** Differences of shares that print as 0.0 points are not worth a sentence. */
const SMALLEST_DIFFERENCE = 0.0005;

const cellOf = (part: Part, doc: string): FactCell | null => {
  const cell = part.cells.get(doc);
  return cell && cell.share !== null ? { doc, cell: { ...cell, share: cell.share } } : null;
};

/** Difference of a part's shares in the second and the first of two budgets, as a fraction; null unless both print it. */
export function shareDifference(part: Part, [first, second]: readonly string[]): number | null {
  const from = first === undefined ? null : cellOf(part, first);
  const to = second === undefined ? null : cellOf(part, second);
  return from && to ? to.cell.share - from.cell.share : null;
}

/** One or two sentences: the largest part in each, and the largest difference between two. */
export function structureFacts({ wholes, parts }: Composition): Fact[] {
  const docs = wholes.filter(({ gap }) => gap === null).map(({ doc }) => doc);
  const first = largest(parts, docs);
  const said = first?.kind === 'same_largest' ? first.part : null;
  return [first, difference(parts, docs, said)].filter((fact) => fact !== null);
}

function largest(parts: readonly Part[], docs: readonly string[]): Fact | null {
  const items = docs.flatMap((doc) => largestOf(parts, doc));
  const [first] = items;
  if (!first) return null;
  if (items.every(({ part }) => part === first.part) && items.length <= NAMED_BUDGETS)
    return { kind: 'same_largest', part: first.part, cells: items };
  if (items.length <= NAMED_BUDGETS) return { kind: 'own_largest', items };
  return mostOften(items);
}

function largestOf(parts: readonly Part[], doc: string): ({ part: Part } & FactCell)[] {
  const cells = parts.flatMap((part) => {
    const found = cellOf(part, doc);
    return found && found.cell.share > 0 ? [{ part, ...found }] : [];
  });
  return cells.toSorted((a, b) => b.cell.share - a.cell.share).slice(0, 1);
}

function mostOften(items: readonly ({ part: Part } & FactCell)[]): Fact {
  const groups = items.map(({ part }) => items.filter((item) => item.part === part));
  const own = groups.toSorted((a, b) => b.length - a.length)[0]!;
  const sorted = own.toSorted((a, b) => a.cell.share - b.cell.share);
  return {
    kind: 'often_largest',
    part: own[0]!.part,
    count: own.length,
    of: items.length,
    low: sorted[0]!,
    high: sorted.at(-1)!,
  };
}

/** Size of a difference, rounded so that equal ones stay in the order of the parts. */
const size = (points: number): number => Math.round(Math.abs(points) * 1e9);

/** The part whose shares lie furthest apart: between two budgets, or between the highest and lowest of several. */
function difference(
  parts: readonly Part[],
  docs: readonly string[],
  said: Part | null,
): Fact | null {
  const found = parts.flatMap((part) => {
    const cells = docs.flatMap((doc) => cellOf(part, doc) ?? []);
    const sorted = cells.toSorted((a, b) => b.cell.share - a.cell.share);
    const [higher, lower] = [sorted[0], sorted.at(-1)];
    return higher && lower && sorted.length > 1
      ? [{ part, higher, lower, difference: higher.cell.share - lower.cell.share }]
      : [];
  });
  const [top] = found.toSorted((a, b) => size(b.difference) - size(a.difference));
  if (!top || top.difference < SMALLEST_DIFFERENCE) return null;
  if (docs.length > 2) return { kind: 'spread', ...top };
  return { kind: top.part === said ? 'same_difference' : 'difference', ...top };
}

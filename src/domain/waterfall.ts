import { Decimal } from 'decimal.js';
import type { Composition, Gap, Part } from './structure';

/**
 * What a step of a change is: one of the two wholes; a part that both budgets print; a part that only one of them prints
 * with an amount; small parts together; what no part explains.
 */
export type StepKind =
  | 'first'
  | 'part'
  | 'only_first'
  | 'only_last'
  | 'rest'
  | 'remainder'
  | 'last';

/** One step, in yuan: it leads from the sum so far to the next. The first and the last start from zero. */
export interface WaterfallStep {
  kind: StepKind;
  /** The parts it stands for: one, the small ones of the rest, or none. */
  parts: readonly Part[];
  from: number;
  to: number;
  change: number;
}

/** Why a change cannot be divided: the document, and what it lacks. */
export interface WaterfallGap {
  doc: string;
  gap: Gap;
}

export type Waterfall = { steps: readonly WaterfallStep[] } | { gaps: readonly WaterfallGap[] };

/** Parts with a step of their own; what is smaller is joined. */
export const LARGEST_PARTS = 10;

interface Change {
  kind: 'part' | 'only_first' | 'only_last' | 'rest' | 'remainder';
  parts: readonly Part[];
  change: Decimal;
}

/** What a zero or negative whole hinders is a division into shares, not a change. */
const HINDERS: readonly (Gap | null)[] = [
  'no_table',
  'not_printed',
  'not_itemised',
  'blank',
  'unreadable',
];

/**
 * The way from the whole of one budget to that of another, part by part: rises from the largest, then falls from the
 * largest, then small ones together and what no part explains. First + changes = last, exactly.
 */
export function waterfall({ wholes, parts }: Composition, first: string, last: string): Waterfall {
  const gaps = [first, last].flatMap((doc) => {
    const whole = wholes.find((one) => one.doc === doc);
    const gap = whole ? whole.gap : 'no_table';
    return gap && (HINDERS.includes(gap) || whole?.amount == null) ? [{ doc, gap }] : [];
  });
  if (gaps.length > 0) return { gaps };
  const amountOf = (doc: string) => new Decimal(wholes.find((one) => one.doc === doc)?.amount ?? 0);
  return { steps: stepsOf(amountOf(first), amountOf(last), changes(parts, first, last)) };
}

function changes(parts: readonly Part[], first: string, last: string): Change[] {
  return parts.flatMap((part): Change[] => {
    const before = part.cells.get(first)?.amount ?? null;
    const after = part.cells.get(last)?.amount ?? null;
    if (before === null && after === null) return [];
    const kind = before === null ? 'only_last' : after === null ? 'only_first' : 'part';
    return [{ kind, parts: [part], change: new Decimal(after ?? 0).minus(before ?? 0) }];
  });
}

const sumOf = (list: readonly Change[]): Decimal =>
  list.reduce((sum, { change }) => sum.plus(change), new Decimal(0));

function stepsOf(first: Decimal, last: Decimal, all: readonly Change[]): WaterfallStep[] {
  const bySize = all.toSorted((a, b) => b.change.abs().cmp(a.change.abs()));
  const moving = bySize.filter(({ change }) => !change.isZero());
  const own = moving.length > LARGEST_PARTS + 1 ? moving.slice(0, LARGEST_PARTS) : moving;
  const small = bySize.filter((change) => !own.includes(change));
  const remainder = last.minus(first).minus(sumOf(all));
  const ordered: Change[] = [
    ...own.filter(({ change }) => change.isPositive()),
    ...own.filter(({ change }) => change.isNegative()),
    ...(small.length > 0
      ? [
          {
            kind: 'rest' as const,
            parts: small.flatMap(({ parts }) => parts),
            change: sumOf(small),
          },
        ]
      : []),
    ...(remainder.isZero() ? [] : [{ kind: 'remainder' as const, parts: [], change: remainder }]),
  ];
  let at = first;
  const between = ordered.map(({ kind, parts, change }): WaterfallStep => {
    const from = at;
    at = at.plus(change);
    return { kind, parts, from: from.toNumber(), to: at.toNumber(), change: change.toNumber() };
  });
  const whole = (kind: StepKind, amount: Decimal): WaterfallStep => ({
    kind,
    parts: [],
    from: 0,
    to: amount.toNumber(),
    change: amount.toNumber(),
  });
  return [whole('first', first), ...between, whole('last', last)];
}

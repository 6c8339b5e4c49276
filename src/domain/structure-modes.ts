import { Decimal } from 'decimal.js';
import type { DocumentInfo } from './organization';
import type { StaffRow } from './overview';
import type { Composition } from './structure';
import type { ViewState } from './view-state';

/** The headcount that a budget's amounts per head rest on. */
export type StructureStaff = StaffRow & { doc_id: string };

/** Budgets whose bars stand below one another on one page. */
export const PAGE = 16;

/** Yuan per head, to the fen. */
export const perHead = (yuan: number, people: number): number =>
  new Decimal(yuan).div(people).toDecimalPlaces(2).toNumber();

/** Some of the budgets of a composition, and the parts that one of them prints; order and colours stay. */
export const compositionOf = (all: Composition, docs: readonly string[]): Composition => ({
  ...all,
  wholes: all.wholes.filter(({ doc }) => docs.includes(doc)),
  parts: all.parts.filter(({ cells }) => docs.some((doc) => cells.has(doc))),
});

/** The same composition in yuan per head; a budget without a headcount has a gap. Shares stay as they are. */
export function compositionPerHead(
  shown: Composition,
  people: ReadonlyMap<string, number>,
): Composition {
  const convert = (yuan: number | null, doc: string): number | null => {
    const heads = people.get(doc);
    return yuan === null || heads === undefined ? null : perHead(yuan, heads);
  };
  return {
    ...shown,
    wholes: shown.wholes.map((whole) => ({
      ...whole,
      amount: convert(whole.amount, whole.doc),
      remainder: convert(whole.remainder, whole.doc) ?? 0,
      gap: whole.gap ?? (people.has(whole.doc) ? null : 'no_headcount'),
    })),
    parts: shown.parts.map((part) => ({
      ...part,
      cells: new Map(
        [...part.cells].map(([doc, cell]) => [doc, { ...cell, amount: convert(cell.amount, doc) }]),
      ),
    })),
  };
}

export interface ShownBudgets {
  documents: readonly DocumentInfo[];
  /** Page from 1, and how many there are. */
  page: number;
  pages: number;
}

/** Budgets that a form has room for: a page of bars, two areas side by side or the one in focus, one flow. */
export function shownBudgets(
  chosen: readonly DocumentInfo[],
  { form, focus, rankPage }: Pick<ViewState, 'form' | 'focus' | 'rankPage'>,
): ShownBudgets {
  if (form === 'bars') {
    const pages = Math.max(1, Math.ceil(chosen.length / PAGE));
    const page = Math.min(rankPage, pages);
    return { documents: chosen.slice((page - 1) * PAGE, page * PAGE), page, pages };
  }
  const focused = chosen.filter(({ org_id }) => org_id === focus);
  const first = chosen.slice(0, form === 'treemap' && chosen.length === 2 ? 2 : 1);
  return { documents: focused.length > 0 ? focused : first, page: 1, pages: 1 };
}

import { documentIndex, timeKey, type DocumentIndex } from './document-index';
import type { DocumentInfo } from './organization';
import type { ViewState } from './view-state';
import type { Stage } from './vocabulary';

/** Organizations shown when the reader has chosen none. */
const FIRST_FEW = 8;

type Wanted = Pick<ViewState, 'orgs' | 'year' | 'stage'>;

/** Documents of the chosen organizations, in the order of the selection. */
const documentsOf = ({ byOrg }: DocumentIndex, orgs: readonly string[]): readonly DocumentInfo[] =>
  orgs.flatMap((org) => byOrg.get(org) ?? []);

/** The year and stage a view state stands for: the latest year, and the budget stage, unless it says otherwise. */
export function selectedTime(
  all: readonly DocumentInfo[],
  { orgs, year, stage }: Wanted,
): { year: number; stage: Stage } {
  const index = documentIndex(all);
  const chosen = documentsOf(index, orgs);
  const latest =
    orgs.length > 0
      ? chosen.reduce((last, info) => Math.max(last, info.fiscal_year), 0)
      : (index.years[0] ?? 0);
  const inYear = year ?? latest;
  if (stage) return { year: inYear, stage };
  const stages =
    orgs.length > 0
      ? chosen.filter((info) => info.fiscal_year === inYear).map((info) => info.stage)
      : index.stages.filter((one) => index.byTime.has(timeKey(inYear, one)));
  const isBudget = stages.length === 0 || stages.includes('budget');
  return { year: inYear, stage: isBudget ? 'budget' : stages[0]! };
}

/**
 * The documents a view state stands for: those of the chosen organizations, in their order, of one year and stage.
 * Without a choice the first organizations that have them are taken.
 */
export function selectDocuments(all: readonly DocumentInfo[], state: Wanted): DocumentInfo[] {
  const { year, stage } = selectedTime(all, state);
  const index = documentIndex(all);
  if (state.orgs.length === 0) {
    return (index.byTime.get(timeKey(year, stage)) ?? []).slice(0, FIRST_FEW);
  }
  return documentsOf(index, state.orgs).filter(
    (info) => info.fiscal_year === year && info.stage === stage,
  );
}

/**
 * Documents of the chosen organizations in every year, of the stage shown: organizations in the order of the selection,
 * each from its earliest year. Those without a document in the year shown are among them.
 */
export function documentHistory(all: readonly DocumentInfo[], state: Wanted): DocumentInfo[] {
  const { stage } = selectedTime(all, state);
  const orgs =
    state.orgs.length > 0 ? state.orgs : selectDocuments(all, state).map(({ org_id }) => org_id);
  const { byOrg } = documentIndex(all);
  return [...new Set(orgs)].flatMap((org) =>
    (byOrg.get(org) ?? [])
      .filter((info) => info.stage === stage)
      .toSorted((a, b) => a.fiscal_year - b.fiscal_year),
  );
}

/** Organizations to show after loading: those shown before and the new ones, up to the first few. */
export const joinSelection = (
  shown: readonly string[],
  added: readonly DocumentInfo[],
): string[] => {
  const orgs = new Set(shown);
  const most = Math.max(FIRST_FEW, shown.length);
  for (const { org_id } of added) {
    if (orgs.size >= most) break;
    orgs.add(org_id);
  }
  return [...orgs].slice(0, most);
};

/**
 * In what respect a selection mixes what should not be compared without saying so. `vintage`: totals with carried-over
 * money beside totals that say nothing of it; `basis`: changes measured from different things; `headcount`: figures per
 * head of different kinds of headcount.
 */
export const MIXES = ['scope', 'level', 'stage', 'year', 'vintage', 'basis', 'headcount'] as const;
export type Mix = (typeof MIXES)[number];

/** Respects found in several ways, each once, in one order. */
export const unitedMixes = (...found: readonly (readonly Mix[])[]): Mix[] =>
  MIXES.filter((mix) => found.some((mixes) => mixes.includes(mix)));

const distinct = (values: readonly unknown[]): number => new Set(values).size;

/** Every respect in which the documents differ; empty if one ruler fits them all. */
export function selectionMixes(infos: readonly DocumentInfo[]): Mix[] {
  const mixes: [Mix, readonly unknown[]][] = [
    ['scope', infos.map((info) => info.scope)],
    ['level', infos.map((info) => info.level)],
    ['stage', infos.map((info) => info.stage)],
    ['year', infos.map((info) => info.fiscal_year)],
  ];
  return mixes.flatMap(([mix, values]) => (distinct(values) > 1 ? [mix] : []));
}

/** Colours there are for organizations; the ninth shares one. */
export const COLOR_SLOTS = 8;

/**
 * A colour slot per organization, the same wherever and with whomever it is shown: it follows from the place's code,
 * and moves on to the next free one only beside an organization that has it already.
 */
export function colorSlots(infos: readonly DocumentInfo[]): Map<string, number> {
  const slots = new Map<string, number>();
  for (const { org_id, jurisdiction_code } of infos) {
    if (slots.has(org_id)) continue;
    const preferred = Number(jurisdiction_code) % COLOR_SLOTS || 0;
    const taken = new Set(slots.values());
    const order = Array.from({ length: COLOR_SLOTS }, (_, i) => (preferred + i) % COLOR_SLOTS);
    slots.set(org_id, order.find((slot) => !taken.has(slot)) ?? preferred);
  }
  return slots;
}

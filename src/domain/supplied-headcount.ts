import type { HeadcountKind } from './vocabulary';

/** Headcounts that may stand under a per-staff figure, and so may be filled in, best first. */
export const STAFF_KINDS = ['average', 'actual', 'authorized'] as const satisfies HeadcountKind[];
export type SuppliedKind = (typeof STAFF_KINDS)[number];

/** A headcount the user filled in because no document prints one. */
export interface SuppliedHeadcount {
  org: string;
  kind: SuppliedKind;
  people: number;
  /** Date it holds for, ISO. */
  asOf: string;
  source: string;
}

const MAX_PEOPLE = 1_000_000;

/** What is wrong with a headcount, by field; empty if nothing is. */
export function headcountProblems(
  headcount: SuppliedHeadcount,
): Partial<Record<'people' | 'asOf' | 'source', 'required' | 'invalid'>> {
  const { people, asOf, source } = headcount;
  return {
    ...(Number.isFinite(people) && people > 0 && people <= MAX_PEOPLE
      ? {}
      : { people: 'invalid' as const }),
    ...(isIsoDate(asOf) ? {} : { asOf: asOf ? ('invalid' as const) : ('required' as const) }),
    ...(source.trim() ? {} : { source: 'required' as const }),
  };
}

const isIsoDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

export const formatHeadcounts = (headcounts: readonly SuppliedHeadcount[]): string =>
  headcounts
    .map(({ org, kind, people, asOf, source }) =>
      [org, kind, people, asOf, source.trim()].map((part) => encodeURIComponent(part)).join(':'),
    )
    .join(',');

/** Empty for what is not encoded as it should be. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** The headcounts that a text stands for; entries that are none are left out. */
export function parseHeadcounts(text: string): SuppliedHeadcount[] {
  return text
    .split(',')
    .filter(Boolean)
    .flatMap((item) => {
      const [org = '', kind = '', people = '', asOf = '', source = ''] = item
        .split(':')
        .map(decoded);
      const known = STAFF_KINDS.find((one) => one === kind);
      if (!org || !known) return [];
      const headcount = { org, kind: known, people: Number(people), asOf, source };
      return Object.keys(headcountProblems(headcount)).length === 0 ? [headcount] : [];
    });
}

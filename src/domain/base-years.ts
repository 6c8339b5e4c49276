import type { DocumentInfo } from './organization';

/** A year that changes and indices can start from, and how many of the chosen organizations have no document of it. */
export interface BaseYear {
  year: number;
  missing: number;
}

/** The loaded years as bases, latest first; `history` holds the documents of the chosen organizations in every year. */
export function baseYears(
  years: readonly number[],
  chosen: readonly Pick<DocumentInfo, 'org_id'>[],
  history: readonly Pick<DocumentInfo, 'org_id' | 'fiscal_year'>[],
): BaseYear[] {
  const orgs = new Set(chosen.map(({ org_id }) => org_id));
  return years.map((year) => {
    const there = new Set(
      history.filter((info) => info.fiscal_year === year).map(({ org_id }) => org_id),
    );
    return { year, missing: [...orgs].filter((org) => !there.has(org)).length };
  });
}

/** The year an index starts from unless the reader says otherwise: of those that most chosen ones have, the first. */
export function firstBase(bases: readonly BaseYear[]): number {
  const fewest = Math.min(...bases.map(({ missing }) => missing));
  const years = bases.filter(({ missing }) => missing === fewest).map(({ year }) => year);
  return years.length > 0 ? Math.min(...years) : 0;
}

import type { DocumentInfo } from './organization';
import { joinSelection, selectDocuments } from './selection';
import type { ViewState } from './view-state';

type Choice = Pick<ViewState, 'orgs' | 'year' | 'stage'>;

const latest = (infos: readonly DocumentInfo[]): DocumentInfo | undefined =>
  infos.reduce<DocumentInfo | undefined>(
    (last, info) => (last && last.fiscal_year >= info.fiscal_year ? last : info),
    undefined,
  );

/**
 * The choice that lets new documents be seen: their organizations join those shown. What fills a gap of the choice, as
 * the data of a link that somebody sent do, leaves it as it is. Where the year and stage on the
 * screen have none of them, it goes to theirs; where there is no room beside those shown, it takes the new ones alone.
 */
export function selectionAfterLoading(
  all: readonly DocumentInfo[],
  { orgs, year, stage }: Choice,
  shown: readonly DocumentInfo[],
  added: readonly DocumentInfo[],
): Choice {
  const before = shown.map(({ org_id }) => org_id);
  const joined = joinSelection(before, added);
  const lacking = new Set(orgs.filter((org) => !before.includes(org)));
  const filled = selectDocuments(all, { orgs, year, stage });
  if (filled.some(({ org_id }) => lacking.has(org_id))) return { orgs, year, stage };
  const last = latest(added);
  const own = { year: last?.fiscal_year ?? year, stage: last?.stage ?? stage };
  const choices: Choice[] = [
    { orgs: joined, year, stage },
    { orgs: joined, ...own },
    { orgs: joinSelection([], added), ...own },
  ];
  const seen = (choice: Choice): boolean => {
    const selected = new Set(selectDocuments(all, choice).map(({ doc_id }) => doc_id));
    return added.some(({ doc_id }) => selected.has(doc_id));
  };
  return choices.find(seen) ?? { orgs: joined, year, stage };
}

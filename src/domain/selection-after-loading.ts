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
 * The choice that lets new documents be seen: their organizations join those shown. Where the year and stage on the
 * screen have none of them, it goes to theirs; where there is no room beside those shown, it takes the new ones alone.
 */
export function selectionAfterLoading(
  all: readonly DocumentInfo[],
  { year, stage }: Pick<ViewState, 'year' | 'stage'>,
  shown: readonly DocumentInfo[],
  added: readonly DocumentInfo[],
): Choice {
  const joined = joinSelection(
    shown.map(({ org_id }) => org_id),
    added,
  );
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

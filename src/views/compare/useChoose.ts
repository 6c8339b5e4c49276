import type { Origin } from '@/charts/drawing';
import { useViewContext } from '@/components/context';
import { useSelection } from '@/stores/selection';

/** What a click on a mark does: a chosen organization's figure leads to its source, any other organization is chosen. */
export function useChoose(): (origin: Origin & { org?: string }) => void {
  const selection = useSelection();
  const { openSource, orgOf } = useViewContext();
  return ({ doc, metric, org = orgOf(doc) }) => {
    const chosen = selection.documents.map(({ org_id }) => org_id);
    if (chosen.includes(org) || org === doc) openSource({ kind: 'metric', doc, metric });
    else void selection.patch({ orgs: [...chosen, org] });
  };
}

import { computed } from 'vue';
import { causes } from '@/db/queries/checks';
import { findingByNumber, findingCells } from '@/db/queries/findings';
import { useSelection } from '@/stores/selection';
import { useChecksVersion } from './useChecksVersion';
import { useQuery } from './useQuery';

/** The finding that is open, with its cells and what it may have in common with others. */
export function useChecksFinding() {
  const selection = useSelection();
  const version = useChecksVersion();
  const follows = () => version.value;
  const open = computed(() => selection.state.finding);
  const found = useQuery(() => open.value && findingByNumber(open.value.doc, open.value.finding), {
    follows,
  });
  const cells = useQuery(() => open.value && findingCells(open.value.doc, [open.value.finding]), {
    follows,
  });
  const grouped = useQuery(() => (open.value ? causes([open.value.doc]) : null), { follows });
  const finding = computed(
    () =>
      found.rows.value.find(
        ({ doc_id, finding_no }) => doc_id === open.value?.doc && finding_no === open.value.finding,
      ) ?? null,
  );
  const questions = [found, cells, grouped];
  return {
    open,
    finding,
    cells: computed(() =>
      cells.rows.value.filter(
        ({ doc_id, finding_no }) =>
          doc_id === finding.value?.doc_id && finding_no === finding.value.finding_no,
      ),
    ),
    cause: computed(
      () =>
        grouped.rows.value.find(
          ({ doc_id, cause_no }) =>
            doc_id === finding.value?.doc_id && cause_no === finding.value.cause_no,
        ) ?? null,
    ),
    busy: computed(() => questions.some(({ loading }) => loading.value)),
    error: computed(() => questions.find(({ error }) => error.value)?.error.value ?? null),
  };
}

import { computed, toValue, type ComputedRef, type MaybeRefOrGetter, type Ref } from 'vue';
import { peerReasons, peerStandings, type PeerReasonRow } from '@/db/queries/peers';
import { sqlText } from '@/db/sql';
import type { Metric } from '@/domain/metric';
import type { PeerStanding } from '@/domain/peer-sentences';
import { useSelection } from '@/stores/selection';
import { usePrices } from './usePrices';
import { useQuery } from './useQuery';
import { useShown } from './useShown';

export interface FocusStanding {
  standing: PeerStanding;
  metric: Metric;
}

/** Where the chosen organizations stand in a metric among those they are compared with; nothing without a group. */
export function usePeers(metric: MaybeRefOrGetter<Metric>): {
  standings: Readonly<Ref<readonly PeerStanding[]>>;
  /** Of the organization in focus, with the metric it is in; stays as it was while the next answer comes. */
  focus: ComputedRef<FocusStanding | null>;
  /** Why members have no value. */
  reasons: Readonly<Ref<readonly PeerReasonRow[]>>;
  sql: ComputedRef<readonly string[]>;
} {
  const selection = useSelection();
  const { prices } = usePrices();
  const shown = useShown();
  const asked = computed(() =>
    selection.population && selection.documents.length > 0
      ? { shown: shown.value, metric: toValue(metric), prices: prices.value }
      : null,
  );
  const question = computed(() => asked.value && peerStandings(asked.value));
  const standings = useQuery(question);
  const reasons = useQuery(() => asked.value && peerReasons(asked.value));
  return {
    standings: standings.rows,
    focus: computed<FocusStanding | null>((former) => {
      if (standings.loading.value) return former ?? null;
      const standing = standings.rows.value.find(
        ({ org_id }) => org_id === selection.focus?.org_id,
      );
      return standing ? { standing, metric: toValue(metric) } : null;
    }),
    reasons: reasons.rows,
    sql: computed(() => (question.value ? [sqlText(question.value)] : [])),
  };
}

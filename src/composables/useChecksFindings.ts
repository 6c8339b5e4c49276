import { until } from '@vueuse/core';
import { computed, nextTick, ref } from 'vue';
import { FAMILIES } from '@/checks/rule';
import { ruleById } from '@/checks/rules';
import { causes } from '@/db/queries/checks';
import {
  cellsOf,
  findingCount,
  findings,
  uncheckedReasons,
  type FindingFilter,
} from '@/db/queries/findings';
import { shownTotals } from '@/domain/check-totals';
import { findingGroups } from '@/domain/finding-groups';
import type { FindingFact } from '@/domain/finding';
import { groupBy } from '@/domain/group';
import { useSelection } from '@/stores/selection';
import type { Checks } from './useChecks';
import { useChecksVersion } from './useChecksVersion';
import { useQuery } from './useQuery';

const FINDINGS_PAGE = 50;
/** Findings that go on paper at most. */
const ON_PAPER = 2_000;

/** Names a finding within what is loaded. */
export const findingId = ({ doc_id, finding_no }: Pick<FindingFact, 'doc_id' | 'finding_no'>) =>
  `${doc_id}\t${finding_no}`;

/** The findings that the screen lists: a page of them, with their cells and what they may have in common. */
export function useChecksFindings(checks: Checks) {
  const selection = useSelection();
  const state = computed(() => selection.state);
  const version = useChecksVersion();
  const follows = () => version.value;

  const family = computed(() => FAMILIES.find((one) => one === state.value.family) ?? '');
  const rule = computed(() => ruleById(state.value.rule)?.id ?? '');
  const filter = computed<FindingFilter>(() => {
    const isMuted = state.value.status === 'muted';
    return {
      docs: checks.docs.value,
      statuses:
        state.value.status === 'muted' ? ['fail', 'rounding', 'unchecked'] : [state.value.status],
      families: family.value ? [family.value] : [],
      rule: rule.value || null,
      search: state.value.search.trim(),
      without: isMuted ? [] : checks.muteKeys.value,
      only: isMuted ? checks.muteKeys.value : undefined,
    };
  });
  const count = useQuery(() => findingCount(filter.value), { follows });
  const total = computed(() => count.rows.value[0]?.findings ?? 0);
  const isWhole = ref(false);
  const limit = computed(() => (isWhole.value ? ON_PAPER : FINDINGS_PAGE));
  const offset = computed(() => (isWhole.value ? 0 : (state.value.page - 1) * FINDINGS_PAGE));
  const listed = useQuery(
    () => findings(filter.value, { limit: limit.value, offset: offset.value }),
    { follows },
  );
  const cells = useQuery(() => (listed.rows.value.length > 0 ? cellsOf(listed.rows.value) : null), {
    follows,
  });
  const found = useQuery(
    () => {
      const docs = [
        ...new Set(
          listed.rows.value.filter(({ cause_no }) => cause_no !== null).map(({ doc_id }) => doc_id),
        ),
      ];
      return docs.length > 0 ? causes(docs) : null;
    },
    { follows },
  );
  const cellsOfFinding = computed(() => groupBy(cells.rows.value, findingId));
  const groups = computed(() => findingGroups(listed.rows.value, found.rows.value));

  /** Totals of the documents, the family and the rule, whatever the list shows. */
  const totals = computed(() => {
    const isOf = (one: { family: string; rule_id: string }): boolean =>
      (family.value === '' || one.family === family.value) &&
      (rule.value === '' || one.rule_id === rule.value);
    const docs = checks.docs.value;
    return shownTotals(
      checks.rules.value.filter(isOf),
      checks.muted.value.filter((one) => isOf(one) && (docs?.includes(one.doc_id) ?? true)),
    );
  });
  const isFiltered = computed(
    () => family.value !== '' || rule.value !== '' || state.value.search.trim() !== '',
  );
  const reasons = useQuery(
    () => (state.value.status === 'fail' ? uncheckedReasons(checks.docs.value) : null),
    { follows },
  );

  const questions = [count, listed, cells, found, reasons];
  const busy = computed(() => questions.some(({ loading }) => loading.value));

  /** Does something while all findings of the filter are listed, as many as go on paper. */
  async function showAll(act: () => void | Promise<void>): Promise<void> {
    isWhole.value = true;
    // The cells are asked for once the findings are there.
    for (let round = 0; round < 2; round += 1) {
      await nextTick();
      await until(busy).toBe(false);
    }
    await nextTick();
    await act();
    isWhole.value = false;
  }

  return {
    filter,
    family,
    rule,
    total,
    groupCount: computed(() => count.rows.value[0]?.groups ?? 0),
    showAll,
    totals,
    groups,
    listed: listed.rows,
    cellsOf: (finding: FindingFact) => cellsOfFinding.value.get(findingId(finding)) ?? [],
    reasons: reasons.rows,
    isFiltered,
    offset,
    pages: computed(() => Math.max(1, Math.ceil(total.value / limit.value))),
    answered: computed(() => listed.answered.value && count.answered.value),
    error: computed(() => questions.find(({ error }) => error.value)?.error.value ?? null),
  };
}

export type ChecksFindings = ReturnType<typeof useChecksFindings>;

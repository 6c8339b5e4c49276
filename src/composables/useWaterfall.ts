import { computed, type ComputedRef, type Ref } from 'vue';
import { structureRows } from '@/db/queries/structure';
import { sqlText } from '@/db/sql';
import type { DocumentInfo } from '@/domain/organization';
import { yearBefore } from '@/domain/over-time';
import { composition, type Composition } from '@/domain/structure';
import type { Division } from '@/domain/view-state';
import { waterfall, type Waterfall } from '@/domain/waterfall';
import { useSelection } from '@/stores/selection';
import { useQuery } from './useQuery';

/** Two budgets that a change leads between: two years of one organization, or two organizations. */
export interface Between {
  first: DocumentInfo;
  last: DocumentInfo;
}

/** A change divided, all of one answer. */
export interface WaterfallShown extends Between {
  division: Division;
  composition: Composition;
  change: Waterfall;
}

/** What leads from one budget to another: of the organization in focus, or to the next one chosen where it has one year. */
export function useWaterfall(): {
  between: ComputedRef<Between | null>;
  /** Years of the organization in focus other than the one shown. */
  years: ComputedRef<readonly number[]>;
  shown: ComputedRef<WaterfallShown | null>;
  sql: ComputedRef<readonly string[]>;
  error: Readonly<Ref<Error | null>>;
} {
  const selection = useSelection();
  const own = computed(() =>
    selection.history.filter(({ org_id }) => org_id === selection.focus?.org_id),
  );
  const years = computed(() => [
    ...new Set(
      own.value
        .map(({ fiscal_year }) => fiscal_year)
        .filter((year) => year !== selection.time.year),
    ),
  ]);
  const between = computed<Between | null>(() => {
    const { focus, time, state, documents } = selection;
    if (!focus) return null;
    const base = yearBefore(years.value, time.year, state.base);
    const other =
      own.value.find(({ fiscal_year }) => fiscal_year === base) ??
      documents.find(({ org_id }) => org_id !== focus.org_id);
    if (!other) return null;
    return other.fiscal_year > focus.fiscal_year
      ? { first: focus, last: other }
      : { first: other, last: focus };
  });
  const docs = computed(() =>
    between.value ? [between.value.first.doc_id, between.value.last.doc_id] : [],
  );
  const question = computed(() =>
    docs.value.length > 0 ? structureRows(selection.state.division, docs.value) : null,
  );
  const answer = useQuery(question);

  // While a question runs the former answer stays whole on the screen.
  const shown = computed<WaterfallShown | null>((former) => {
    const pair = between.value;
    if (answer.loading.value || !answer.answered.value) return former ?? null;
    if (!pair) return null;
    const { division, drill } = selection.state;
    const parts = composition(answer.rows.value, docs.value, division, drill);
    return {
      ...pair,
      division,
      composition: parts,
      change: waterfall(parts, pair.first.doc_id, pair.last.doc_id),
    };
  });
  const sql = computed(() => (question.value ? [sqlText(question.value)] : []));
  return { between, years, shown, sql, error: answer.error };
}

import { computed } from 'vue';
import {
  allTotals,
  documentTotals,
  documentTotalsCount,
  familyTotals,
  ruleSums,
} from '@/db/queries/checks';
import { findings, type FindingFilter } from '@/db/queries/findings';
import { documentIndex } from '@/domain/document-index';
import { shownTotals, totalsByFamily, type ShownTotals } from '@/domain/check-totals';
import type { FamilyTotals, FindingFact } from '@/domain/finding';
import { groupBy } from '@/domain/group';
import { documentOf } from '@/domain/mute';
import { shortLabels, type DocumentInfo } from '@/domain/organization';
import type { ViewState } from '@/domain/view-state';
import { useDatasets } from '@/stores/datasets';
import { useSelection } from '@/stores/selection';
import { useSettings } from '@/stores/settings';
import { useAsk } from './useAsk';
import { useChecksVersion } from './useChecksVersion';
import { useQuery } from './useQuery';

const DOCUMENTS_PAGE = 50;
/** Muted findings that can be counted apart: as many as are kept. */
const MUTES = 2_000;
/** Documents of a matrix in a file: as many as a workbook has rows. */
const EVERY = 1_000_000;
/** Documents asked for in one go. */
const AT_ONCE = 2_000;

/** A document with what checks found in it, by kind of check or of all kinds. */
export interface CountedDocument {
  info: DocumentInfo;
  isChecked: boolean;
  totalsOf: (family?: string) => ShownTotals;
}

const EVERY_STATUS = ['fail', 'rounding', 'unchecked'] as const;

const isFound = (info: DocumentInfo, text: string): boolean =>
  [info.organization, info.place, info.place_en, info.title, String(info.fiscal_year)].some(
    (name) => name?.toLowerCase().includes(text.toLowerCase()),
  );

/** What the checks screen counts: its documents with their totals, and totals of rules; muted findings apart. */
export function useChecks() {
  const datasets = useDatasets();
  const selection = useSelection();
  const settings = useSettings();
  const ask = useAsk();
  const state = computed(() => selection.state);
  const version = useChecksVersion();
  const follows = () => version.value;
  const isAll = computed(() => state.value.reach === 'all');

  const byId = computed(() => documentIndex(datasets.documents).byId);
  /** The open document; empty if there is none or it is not loaded. */
  const doc = computed(() => (byId.value.has(state.value.doc) ? state.value.doc : ''));

  /** Documents of the whole screen, null for all. */
  const reach = computed(() =>
    isAll.value ? null : [...new Set([...selection.docIds, ...(doc.value ? [doc.value] : [])])],
  );
  /** Documents that findings and rules are about, null for all. */
  const docs = computed(() => (doc.value ? [doc.value] : reach.value));

  const muteKeys = computed(() => {
    const known = byId.value;
    return [...settings.mutes.all().keys()].filter((key) => known.has(documentOf(key)));
  });
  const mutedFilter = computed<FindingFilter | null>(() =>
    muteKeys.value.length === 0
      ? null
      : {
          docs: reach.value,
          statuses: EVERY_STATUS,
          families: [],
          rule: null,
          search: '',
          without: [],
          only: muteKeys.value,
        },
  );
  const mutedFound = useQuery(
    () => mutedFilter.value && findings(mutedFilter.value, { limit: MUTES, offset: 0 }),
    { follows },
  );
  const muted = computed<readonly FindingFact[]>(() => mutedFound.rows.value);

  const filter = computed(() => ({ search: state.value.seek, failedOnly: false }));
  const page = useQuery(
    () =>
      isAll.value
        ? documentTotals({
            ...filter.value,
            order: state.value.sort,
            limit: DOCUMENTS_PAGE,
            offset: (state.value.docPage - 1) * DOCUMENTS_PAGE,
          })
        : null,
    { follows },
  );
  const counted = useQuery(() => (isAll.value ? documentTotalsCount(filter.value) : null), {
    follows,
  });
  const everything = useQuery(() => (isAll.value ? allTotals() : null), { follows });

  /** Selected documents that are searched for, in the order asked for. */
  const chosen = computed(() => {
    const infos = (reach.value ?? []).flatMap((id) => byId.value.get(id) ?? []);
    return infos.filter((info) => isFound(info, state.value.seek));
  });
  const listed = computed<readonly DocumentInfo[]>(() =>
    isAll.value ? page.rows.value : chosen.value,
  );
  const families = useQuery(
    () => {
      const ids = isAll.value ? page.rows.value.map(({ doc_id }) => doc_id) : (reach.value ?? []);
      return ids.length > 0 ? familyTotals(ids) : null;
    },
    { follows },
  );
  const totalsOf = computed(() => totalsByFamily(families.rows.value, muted.value));

  const ORDERS: Record<ViewState['sort'], (a: DocumentInfo, b: DocumentInfo) => number> = {
    failed: (a, b) => totalsOf.value(b.doc_id).failed - totalsOf.value(a.doc_id).failed,
    name: (a, b) => a.organization.localeCompare(b.organization, 'zh'),
    year: (a, b) => b.fiscal_year - a.fiscal_year,
  };
  const documents = computed(() => {
    const labels = shortLabels(listed.value, state.value.lang);
    const checked = new Set(families.rows.value.map(({ doc_id }) => doc_id));
    const infos = isAll.value ? listed.value : listed.value.toSorted(ORDERS[state.value.sort]);
    return infos.map((info) => ({
      info,
      label: labels.get(info.doc_id) ?? '',
      isChecked: checked.has(info.doc_id),
    }));
  });

  const totals = computed(() => {
    const mine = isAll.value ? everything.rows.value : families.rows.value;
    return shownTotals(mine, muted.value);
  });
  const documentCounts = computed(() => {
    const all = everything.rows.value[0];
    if (isAll.value) return { documents: all?.documents ?? 0, checked: all?.checked ?? 0 };
    const checked = new Set(families.rows.value.map(({ doc_id }) => doc_id)).size;
    return { documents: reach.value?.length ?? 0, checked };
  });

  const rules = useQuery(() => ruleSums(docs.value), { follows });
  const pages = computed(() => {
    const total = isAll.value ? (counted.rows.value[0]?.documents ?? 0) : chosen.value.length;
    return { total, size: DOCUMENTS_PAGE, pages: Math.max(1, Math.ceil(total / DOCUMENTS_PAGE)) };
  });

  /** Every document that the matrix lists on its pages, in their order, with its totals. */
  async function every(): Promise<readonly CountedDocument[]> {
    const infos = isAll.value
      ? await ask(
          documentTotals({ ...filter.value, order: state.value.sort, limit: EVERY, offset: 0 }),
        )
      : documents.value.map(({ info }) => info);
    const ids = infos.map(({ doc_id }) => doc_id);
    const found: FamilyTotals[] = [];
    for (let at = 0; at < ids.length; at += AT_ONCE)
      found.push(...(await ask(familyTotals(ids.slice(at, at + AT_ONCE)))));
    const counted = groupBy(found, ({ doc_id }) => doc_id);
    const mutes = groupBy(muted.value, ({ doc_id }) => doc_id);
    return infos.map((info) => {
      const own = counted.get(info.doc_id) ?? [];
      const totalsIn = totalsByFamily(own, mutes.get(info.doc_id) ?? []);
      return {
        info,
        isChecked: own.length > 0,
        totalsOf: (family?: string) => totalsIn(info.doc_id, family),
      };
    });
  }

  const questions = [mutedFound, page, counted, everything, families, rules];
  return {
    byId,
    doc,
    docs,
    muteKeys,
    muted,
    documents,
    every,
    totals,
    totalsOf,
    documentCounts,
    rules: rules.rows,
    pages,
    answered: families.answered,
    error: computed(() => questions.find(({ error }) => error.value)?.error.value ?? null),
  };
}

export type Checks = ReturnType<typeof useChecks>;

import { computed } from 'vue';
import { flowRows } from '@/db/queries/flow';
import { overviewStaff } from '@/db/queries/overview';
import { structureRows } from '@/db/queries/structure';
import { structurePeers } from '@/db/queries/structure-peers';
import { sqlText } from '@/db/sql';
import { budgetFlow, type BudgetFlow } from '@/domain/flow';
import { shortLabels } from '@/domain/organization';
import { composition, type Composition, type StructureRow } from '@/domain/structure';
import { structureFacts } from '@/domain/structure-facts';
import {
  compositionOf,
  compositionPerHead,
  shownBudgets,
  type StructureStaff,
} from '@/domain/structure-modes';
import { likeFocus, peerMedian } from '@/domain/structure-peers';
import type { Division, StructureForm } from '@/domain/view-state';
import { useSelection } from '@/stores/selection';
import { useAnswers } from './useAnswers';
import { useAsk } from './useAsk';
import { useFormat } from './useFormat';
import { useQuery } from './useQuery';

/** More budgets than this are asked for page by page. */
const ASKED_AT_ONCE = 80;

/** What is shown, all of one answer. */
export interface StructureShown {
  form: StructureForm;
  division: Division;
  rows: readonly StructureRow[];
  /** The budgets that are shown. */
  composition: Composition;
  /** All budgets that were asked for. */
  all: Composition;
  /** The one budget of a flow. */
  flow: BudgetFlow | null;
  /** Headcounts, and how many people they are by document. */
  staff: readonly StructureStaff[];
  people: ReadonlyMap<string, number>;
}

/** What the structure screen shows of the selected budgets, and what can be said of it. */
export function useStructure() {
  const selection = useSelection();
  const ask = useAsk();
  const budgets = computed(() => shownBudgets(selection.documents, selection.state));
  const docs = computed(() => budgets.value.documents.map(({ doc_id }) => doc_id));
  const asked = computed(() =>
    selection.state.form === 'bars' && selection.docIds.length <= ASKED_AT_ONCE
      ? selection.docIds
      : docs.value,
  );
  const isFlow = computed(() => selection.state.form === 'sankey');

  const peersQuestion = computed(() => {
    const { division, drill, form, stack } = selection.state;
    const { population, focus, time } = selection;
    if (!population || !focus || form !== 'bars' || stack !== 'share') return null;
    return structurePeers(division, drill, {
      population: likeFocus(population, focus),
      orgs: [],
      stage: time.stage,
      years: [time.year],
    });
  });
  const peers = useQuery(peersQuestion);

  const { made, sql, error } = useAnswers(
    {
      structure: () => (isFlow.value ? null : structureRows(selection.state.division, asked.value)),
      flow: () => {
        const [first] = docs.value;
        return isFlow.value && first !== undefined ? flowRows(first) : null;
      },
      staff: () => overviewStaff(asked.value),
    },
    ({ structure, flow, staff }): StructureShown => {
      const { division, drill, form, stack } = selection.state;
      const people = new Map(staff.map((row) => [row.doc_id, row.people]));
      const all = composition(structure, asked.value, division, drill);
      const page = compositionOf(all, docs.value);
      return {
        form,
        division,
        rows: structure,
        all,
        composition: stack === 'per_staff' ? compositionPerHead(page, people) : page,
        flow: isFlow.value ? budgetFlow(flow) : null,
        staff,
        people,
      };
    },
  );

  /** Middle shares, and of what scope and level the budgets are that they are taken from. */
  const median = computed(() => {
    const { population, focus } = selection;
    const found = peerMedian(peers.rows.value);
    return found && population && focus ? { ...found, ...likeFocus(population, focus) } : null;
  });
  /** A median was asked for, and there are too few to take one from. */
  const lacksMedian = computed(
    () =>
      peersQuestion.value !== null &&
      peers.answered.value &&
      !peers.loading.value &&
      median.value === null,
  );

  const columns = computed(() => {
    const labels = shortLabels(selection.documents, selection.state.lang);
    return selection.documents.map(({ doc_id, org_id }) => ({
      doc: doc_id,
      org: org_id,
      label: labels.get(doc_id) ?? '',
      slot: selection.slots.get(org_id) ?? 0,
    }));
  });
  const shownColumns = computed(() => columns.value.filter(({ doc }) => docs.value.includes(doc)));

  const format = useFormat();
  const unit = computed(() =>
    selection.state.stack === 'per_staff'
      ? format.value.metricUnit('yuan per person')
      : format.value.unitName,
  );

  /** What all chosen budgets consist of, and their headcounts; those not on this page are asked for. */
  async function everyBudget(): Promise<Pick<StructureShown, 'all' | 'people'>> {
    const docs = selection.docIds;
    if (made.value && asked.value.length === docs.length) return made.value;
    const { division, drill } = selection.state;
    const rows: StructureRow[] = [];
    const staff: StructureStaff[] = [];
    for (let at = 0; at < docs.length; at += ASKED_AT_ONCE) {
      const part = docs.slice(at, at + ASKED_AT_ONCE);
      rows.push(...(await ask(structureRows(division, part))));
      staff.push(...(await ask(overviewStaff(part))));
    }
    const people = new Map(staff.map((row) => [row.doc_id, row.people]));
    return { all: composition(rows, docs, division, drill), people };
  }

  const facts = computed(() => (made.value ? structureFacts(made.value.all) : []));
  const ofPage = computed(
    () => selection.state.form === 'bars' && asked.value.length < selection.docIds.length,
  );
  const questions = computed(() =>
    peersQuestion.value ? [...sql.value, sqlText(peersQuestion.value)] : sql.value,
  );
  return {
    shown: made,
    budgets,
    columns,
    shownColumns,
    everyBudget,
    median,
    lacksMedian,
    /** The facts are of the budgets on this page alone. */
    ofPage,
    /** Name of the unit of amounts, or of amounts per head. */
    unit,
    facts,
    sql: questions,
    error,
  };
}

import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import {
  documentHeadcounts,
  documentIndicators,
  documentMeasures,
  documentMetrics,
  documentProjects,
  documentStatements,
} from '@/db/queries/provenance';
import { provenanceSql } from '@/db/queries/provenance-sql';
import type { Query } from '@/db/engine';
import { storedById } from '@/domain/metrics';
import { markedCells } from '@/domain/printed-table';
import { rowCells } from '@/domain/provenance';
import { metricInputs, metricTables } from '@/domain/source-inputs';
import type { SourceRef } from '@/domain/source-ref';
import { usePrintedTables } from './usePrintedTables';
import { useQuery } from './useQuery';

/** All that explains the figure of a reference: its facts, inputs, printed tables and the cells to mark in them. */
export function useProvenance(reference: MaybeRefOrGetter<SourceRef | null>) {
  const ref = computed(() => toValue(reference));
  const doc = computed(() => ref.value?.doc ?? null);
  const ofDocument = <Row>(make: (doc: string) => Query<Row>) =>
    useQuery(() => (ref.value?.kind === 'metric' && doc.value ? make(doc.value) : null));

  const metrics = ofDocument(documentMetrics);
  const measures = ofDocument(documentMeasures);
  const headcounts = ofDocument(documentHeadcounts);
  const statements = ofDocument(documentStatements);
  const projects = ofDocument(documentProjects);
  const indicators = ofDocument(documentIndicators);
  const asked = [metrics, measures, headcounts, statements, projects, indicators];

  const metric = computed(() =>
    ref.value?.kind === 'metric' ? (storedById(ref.value.metric) ?? null) : null,
  );
  /** The reference, of a derived figure that to the stored one it rests on. */
  const stored = computed<SourceRef | null>(() =>
    ref.value?.kind === 'metric' && metric.value
      ? { ...ref.value, metric: metric.value.id }
      : ref.value,
  );
  const fact = computed(
    () => metrics.rows.value.find(({ metric_id }) => metric_id === metric.value?.id) ?? null,
  );
  const wanted = computed(() => {
    if (ref.value?.kind === 'row') return [ref.value.table];
    return metric.value ? metricTables(metric.value, measures.rows.value) : [];
  });
  const printed = usePrintedTables(doc, wanted);

  const inputs = computed(() =>
    metric.value
      ? metricInputs(metric.value, fact.value?.basis ?? null, {
          measures: measures.rows.value,
          cells: printed.cells.value,
          headcounts: headcounts.rows.value,
          statements: statements.rows.value,
          projects: projects.rows.value,
          indicators: indicators.rows.value,
        })
      : [],
  );
  const perStaff = computed(() => metric.value?.compute.op === 'per_staff');

  /** Cells of the printed row that a row reference names. */
  const rowLines = computed(() => {
    const row = ref.value;
    if (row?.kind !== 'row') return [];
    return printed.cells.value.filter(
      (cell) => cell.side === row.side && cell.row_no === row.row && cell.nature === row.nature,
    );
  });

  return {
    metric,
    fact,
    inputs,
    rowLines,
    rowTotal: computed(() => rowCells(rowLines.value, 'total')),
    staff: computed(() =>
      perStaff.value ? (headcounts.rows.value.find(({ used }) => used) ?? null) : null,
    ),
    squares: computed(
      () =>
        measures.rows.value.find(({ measure }) => measure === 'project_squares')?.amount ?? null,
    ),
    tables: printed.tables,
    /** Marked tables only; a metric may look into tables that it then takes nothing from. */
    marked: computed(() => markedCells(printed.tables.value, inputs.value, rowLines.value)),
    sql: computed(() =>
      stored.value ? provenanceSql(stored.value, inputs.value, perStaff.value) : [],
    ),
    busy: computed(() => printed.busy.value || asked.some(({ loading }) => loading.value)),
    error: computed(
      () => printed.error.value ?? asked.find(({ error }) => error.value)?.error.value ?? null,
    ),
  };
}

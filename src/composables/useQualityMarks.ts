import { computed, type ComputedRef, type Ref } from 'vue';
import { useRoute } from 'vue-router';
import type { Query } from '@/db/engine';
import { cellMarks, marksCount, metricMarks, placeMarks } from '@/db/queries/checks';
import { restsOn } from '@/domain/derived-inputs';
import { documentIndex } from '@/domain/document-index';
import type { MetricMark } from '@/domain/finding';
import { metricById } from '@/domain/metrics';
import { documentOf } from '@/domain/mute';
import { qualityMarks, type QualityMarks } from '@/domain/quality-mark';
import { sameItems } from '@/domain/steady';
import type { CompareChart, Mode } from '@/domain/view-state';
import { useDatasets } from '@/stores/datasets';
import { useSelection } from '@/stores/selection';
import { useSettings } from '@/stores/settings';
import { useQuery } from './useQuery';

/** Screens that show figures by metric only, of any number of documents. */
const METRICS_ONLY: readonly unknown[] = ['compare', 'data', 'checks'];

const OVER_TIME: readonly CompareChart[] = ['slope', 'trend', 'multiples', 'waterfall'];

/** Forms that rest on a document of another year too. */
const MEASURED_FROM: readonly Mode[] = ['change', 'index'];

/**
 * The marks of the documents that are shown: those that the view names in `beside`, else the chosen; findings passed
 * over left out. What it names in `ahead` is asked for too, so that the answer is there when it is shown. Called once,
 * by the app.
 */
export function useQualityMarks(
  beside: Readonly<Ref<readonly string[] | null>>,
  ahead: Readonly<Ref<readonly string[] | null>>,
): {
  marks: ComputedRef<QualityMarks>;
  /** Whether the marks of all that is shown are known. */
  marked: ComputedRef<boolean>;
  error: Readonly<Ref<Error | null>>;
} {
  const datasets = useDatasets();
  const selection = useSelection();
  const settings = useSettings();
  const route = useRoute();

  /** Documents open beside the selected ones: in the drawer, on the source screen. */
  const opened = computed(() =>
    [selection.state.source?.doc, selection.state.doc, selection.state.finding?.doc].filter(
      (doc) => doc !== undefined && doc !== '',
    ),
  ) as ComputedRef<string[]>;
  /** Other years of the chosen organizations, where they are shown beside the year chosen. */
  const alongside = computed(() =>
    route.name === 'compare' &&
    (OVER_TIME.includes(selection.state.chart) || MEASURED_FROM.includes(selection.state.mode))
      ? selection.history.map(({ doc_id }) => doc_id)
      : [],
  );
  const withOthers = (docs: readonly string[]) =>
    [...new Set([...docs, ...alongside.value, ...opened.value])].toSorted();
  const shown = computed(() => withOthers(beside.value ?? selection.docIds));
  const withCells = computed(() =>
    METRICS_ONLY.includes(route.name) && selection.state.chart !== 'waterfall'
      ? opened.value
      : shown.value,
  );
  /** Documents of which more is shown than amounts. */
  const withPlaces = computed(() => (route.name === 'source' ? shown.value : opened.value));
  /** Of any document: a finding that compares two marks the numbers of both. */
  const muted = computed(() => {
    const { byId } = documentIndex(datasets.documents);
    return [...settings.mutes.all().keys()].filter((key) => byId.has(documentOf(key)));
  });
  const ask = <Row>(
    docs: readonly string[],
    query: (docs: readonly string[], without: readonly string[]) => Query<Row>,
  ) => (docs.length > 0 ? query(docs, muted.value) : null);

  function figuresUnder(doc: string, id: string) {
    const { byId, byOrg } = documentIndex(datasets.documents);
    const [metric, info] = [metricById(id), byId.get(doc)];
    if (!metric || !info || !id.includes(':')) return [{ doc, metric: id }];
    return restsOn(metric, info, byOrg.get(info.org_id) ?? []);
  }

  const follows = () => datasets.checksVersion;
  const counted = useQuery(marksCount, { follows });
  /** Where nothing was found there is nothing to ask. */
  const isAnyMarked = computed(() => counted.rows.value[0]?.marks !== 0);
  const metricsOf = (docs: readonly string[]) =>
    isAnyMarked.value ? ask(withOthers(docs), metricMarks) : null;
  const metrics = useQuery(() => metricsOf(beside.value ?? selection.docIds), { follows });
  const cells = useQuery(() => ask(withCells.value, cellMarks), { follows });
  const places = useQuery(() => ask(withPlaces.value, placeMarks), { follows });
  // The same question as that of what is shown next: asked once, and its answer kept.
  useQuery(() => metricsOf(ahead.value ?? []), { follows });
  const ofMetrics = computed<readonly MetricMark[]>((former) =>
    sameItems(former, metrics.rows.value),
  );
  return {
    marks: computed(() =>
      qualityMarks(ofMetrics.value, cells.rows.value, places.rows.value, figuresUnder),
    ),
    marked: computed(() => !metrics.loading.value && !counted.loading.value),
    error: computed(
      () => counted.error.value ?? metrics.error.value ?? cells.error.value ?? places.error.value,
    ),
  };
}

import { createSSRApp, computed, defineComponent, h, ref } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { useCheckWords } from '@/components/checks-words';
import { provideViewContext } from '@/components/context';
import { useMarkWords } from '@/components/mark-words';
import { usePartName } from '@/components/structure-words';
import { ask, type Engine, type Query } from '@/db/engine';
import { cellMarks, metricMarks, placeMarks } from '@/db/queries/checks';
import { documents } from '@/db/queries/documents';
import { makeFormat } from '@/domain/format';
import { NO_GUARD } from '@/domain/guard';
import { metricById } from '@/domain/metrics';
import { shortLabels, type DocumentInfo } from '@/domain/organization';
import { NO_PRICES } from '@/domain/price-index';
import { qualityMarks, type QualityMarks } from '@/domain/quality-mark';
import { REPORT_METRICS } from '@/domain/report';
import { colorSlots } from '@/domain/selection';
import type { Language } from '@/domain/view-state';
import { i18n } from '@/i18n';
import { useExportWords } from '@/views/export-words';
import { useFigureWords } from '@/views/compare/useFigureWords';
import type { ReportTools } from '@/views/report/tools';
import { chartTheme } from './golden-svg';

export interface ReportAsked {
  language: Language;
  /** Documents of the report; all that are loaded if not said. */
  docs?: readonly string[];
  metrics?: readonly string[];
  /** What the tools have beside, for example a population. */
  more?: (infos: readonly DocumentInfo[]) => Partial<ReportTools>;
}

/** Words as the screen has them: they are made within a component, so one is rendered. */
async function wordsOf(language: Language, marks: QualityMarks) {
  i18n.global.locale.value = language;
  const made: { words?: object } = {};
  const inner = defineComponent(() => {
    const figure = useFigureWords();
    const exportWords = useExportWords();
    made.words = {
      ...figure.value,
      partName: usePartName(),
      markWords: useMarkWords(),
      checkWords: useCheckWords(),
      exportWords: exportWords(),
    };
    return () => '';
  });
  const outer = defineComponent(() => {
    provideViewContext({
      format: computed(() => makeFormat(language, '万元')),
      marks: computed(() => marks),
      guard: computed(() => NO_GUARD),
      prices: computed(() => ''),
      hovered: ref(null),
      beside: ref([]),
      figures: new Set(),
      openSource: () => undefined,
      supplyHeadcount: () => undefined,
      narrow: () => undefined,
      orgOf: (doc: string) => doc,
      findingAddress: () => '/',
    } as unknown as Parameters<typeof provideViewContext>[0]);
    return () => h(inner);
  });
  await renderToString(createSSRApp(outer).use(i18n));
  return made.words as Pick<
    ReportTools,
    'format' | 't' | 'markOf' | 'markWords' | 'partName' | 'checkWords' | 'exportWords'
  >;
}

/** Everything that a report is made with, of documents in an engine. */
export async function reportTools(
  engine: Engine,
  { language, docs, metrics = REPORT_METRICS, more }: ReportAsked,
): Promise<ReportTools> {
  const asking = <Row>(query: Query<Row>) => ask(engine, query);
  const all = await asking(documents());
  const infos = docs ? docs.flatMap((doc) => all.find(({ doc_id }) => doc_id === doc) ?? []) : all;
  const ids = infos.map(({ doc_id }) => doc_id);
  const marks = qualityMarks(
    await asking(metricMarks(ids)),
    await asking(cellMarks(ids)),
    await asking(placeMarks(ids)),
  );
  const orgs = [...new Set(infos.map(({ org_id }) => org_id))];
  const [first] = infos;
  return {
    ...(await wordsOf(language, marks)),
    ask: asking,
    infos,
    labels: shortLabels(infos, language),
    slots: colorSlots(infos),
    history: all.filter(({ org_id }) => orgs.includes(org_id)),
    shown: {
      population: null,
      orgs,
      years: [first?.fiscal_year ?? 0],
      stage: first?.stage ?? 'budget',
    },
    focus: first,
    group: '',
    metrics: metrics.flatMap((id) => metricById(id) ?? []),
    prices: NO_PRICES,
    priceWords: '',
    marks,
    synthetic: 'none',
    mutes: new Map(),
    theme: chartTheme(),
    date: '2026-11-23',
    ...more?.(infos),
  };
}

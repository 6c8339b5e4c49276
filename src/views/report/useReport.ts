import { promiseTimeout, watchDebounced } from '@vueuse/core';
import { computed, markRaw, shallowRef, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { chartSvg } from '@/charts/picture';
import { useCheckWords } from '@/components/checks-words';
import { useViewContext } from '@/components/context';
import { usePartName } from '@/components/structure-words';
import { paperTheme } from '@/composables/useChartTheme';
import { useAsk } from '@/composables/useAsk';
import { useGroup } from '@/composables/useGroup';
import { usePrices } from '@/composables/usePrices';
import { useShown } from '@/composables/useShown';
import { localDay } from '@/domain/local-day';
import { realOf } from '@/domain/derived-metrics';
import { metricById } from '@/domain/metrics';
import { shortLabels } from '@/domain/organization';
import {
  MOST_REPORT_METRICS,
  withPictures,
  type ReportDocument,
  type ReportSectionId,
} from '@/domain/report';
import { useDatasets } from '@/stores/datasets';
import { useSelection } from '@/stores/selection';
import { useSettings } from '@/stores/settings';
import { useFigureWords } from '../compare/useFigureWords';
import { useExportWords } from '../export-words';
import { makeReport, usualTitle, type ReportChoices } from './make-report';
import type { ReportTools } from './tools';

/** Budgets of one report at most. */
export const MOST_BUDGETS = 40;
/** Changes of the choices are waited for so long, in milliseconds. */
const SETTLED = 120;

/** Everything that sections are made with, as the screen has it now. */
function useReportTools() {
  const selection = useSelection();
  const settings = useSettings();
  const { t } = useI18n();
  const words = useFigureWords();
  const ask = useAsk();
  const shown = useShown();
  const { members } = useGroup();
  const { prices, year, words: priceWords } = usePrices();
  const { marks, guard } = useViewContext();
  const partName = usePartName();
  const checkWords = useCheckWords();
  const exportWords = useExportWords();
  return computed((): ReportTools => {
    const { lang, reportMetrics } = selection.state;
    const infos = selection.documents.slice(0, MOST_BUDGETS);
    const orgs = new Set(infos.map(({ org_id }) => org_id));
    const metrics = reportMetrics.slice(0, MOST_REPORT_METRICS).flatMap((id) => {
      const metric = metricById(id);
      return metric ? [year.value === null ? metric : realOf(metric, year.value)] : [];
    });
    return {
      ...words.value,
      t,
      ask,
      infos,
      labels: shortLabels(infos, lang),
      slots: selection.slots,
      history: selection.history.filter(({ org_id }) => orgs.has(org_id)),
      shown: { ...shown.value, orgs: [...orgs] },
      focus: selection.focus,
      group: members.value,
      metrics,
      prices: prices.value,
      priceWords: year.value === null ? '' : priceWords.value,
      marks: marks.value,
      synthetic: guard.value.synthetic,
      partName,
      checkWords,
      exportWords: exportWords(),
      mutes: settings.mutes.all(),
      theme: paperTheme(),
      date: localDay(new Date()),
    };
  });
}

/** The report of the view, made anew whenever what it rests on changes; the former one stays until the next is whole. */
export function useReport() {
  const datasets = useDatasets();
  const selection = useSelection();
  const settings = useSettings();
  const { t } = useI18n();
  const tools = useReportTools();
  const report = shallowRef<ReportDocument<string> | null>(null);
  /** The section that is being made; null when nothing is. */
  const making = shallowRef<ReportSectionId | null>(null);
  const failure = shallowRef<Error | null>(null);
  let running: AbortController | null = null;

  const choices = computed((): ReportChoices => {
    const { reportSections: sections, reportTitle: title, reportBy: by } = selection.state;
    return { sections, title, by, note: settings.reportNote };
  });

  async function make(): Promise<void> {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const { signal } = controller;
    datasets.asking += 1;
    failure.value = null;
    try {
      const made = await makeReport(choices.value, tools.value, {
        begun: (section) => void (making.value = section),
        signal,
      });
      const drawn = await withPictures(made, async (picture) => {
        await promiseTimeout(0);
        signal.throwIfAborted();
        return chartSvg(picture.drawn.option, picture);
      });
      report.value = markRaw(drawn);
    } catch (error) {
      if (!signal.aborted) failure.value = error as Error;
    } finally {
      datasets.asking -= 1;
      if (running === controller) making.value = null;
    }
  }

  watchDebounced(
    () => [choices.value, tools.value, datasets.version, datasets.checksVersion],
    make,
    { debounce: SETTLED, immediate: true },
  );

  /** How many of the chosen budgets the report leaves out. */
  const left = computed(() => Math.max(0, selection.documents.length - MOST_BUDGETS));
  return {
    report: report as Readonly<Ref<ReportDocument<string> | null>>,
    usualTitle: computed(() => usualTitle({ infos: tools.value.infos, t })),
    making,
    failure,
    left,
  };
}

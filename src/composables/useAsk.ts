import { useI18n } from 'vue-i18n';
import { ask, type Query } from '@/db/engine';
import { useDatasets } from '@/stores/datasets';

/** Asks one question when it is called, outside of what the screen follows: for what is asked on a click. */
export function useAsk(): <Row>(query: Query<Row>) => Promise<Row[]> {
  const datasets = useDatasets();
  const { t } = useI18n();
  return (query) => {
    if (!datasets.engine) throw new Error(t('figureExport.notReady'));
    return ask(datasets.engine, query);
  };
}

/** Runs long work in slices, so that the page stays awake. */
export { inSlices } from '@/db/slices';

import { useViewContext } from '@/components/context';
import { leavingSteps } from '@/components/leaving-table';
import { populationColumns, type PopulationRow } from '@/components/population-columns';
import { inSlices, useAsk } from '@/composables/useAsk';
import { usePrices } from '@/composables/usePrices';
import { useShown } from '@/composables/useShown';
import { heatCells, type HeatCellRow } from '@/db/queries/heat-map';
import { rankingPage } from '@/db/queries/ranking';
import type { Comparison } from '@/domain/comparison';
import type { FigureSheet } from '@/domain/exported-figure';
import type { Metric } from '@/domain/metric';
import { unordered } from '@/domain/peer-sentences';
import { useSelection } from '@/stores/selection';
import { cellOf } from './population-words';
import { populationRow, rankedCells } from './ranking-rows';
import { useFigureWords } from './useFigureWords';

/** Every organization in one answer: as many as a workbook has rows. */
const EVERYONE = { page: 1, size: 1_000_000 };
/** Organizations asked for in one go. */
const AT_ONCE = 5_000;

/**
 * The table of everyone shown as a sheet: the chosen organizations and all those they are compared with, ranked by the
 * metric compared, with a column for each metric.
 */
export function usePopulationSheet(): (
  name: string,
  metrics: readonly Metric[],
  comparison: Comparison,
) => Promise<FigureSheet> {
  const ask = useAsk();
  const shown = useShown();
  const { prices } = usePrices();
  const { guard } = useViewContext();
  const selection = useSelection();
  const words = useFigureWords();

  async function others(metrics: readonly Metric[], docs: readonly string[]) {
    const found = new Map<string, HeatCellRow>();
    for (let at = 0; at < docs.length && metrics.length > 0; at += AT_ONCE) {
      const part = docs.slice(at, at + AT_ONCE);
      const query = heatCells(shown.value, metrics, part, prices.value, 'value');
      for (const row of query ? await ask(query) : []) {
        found.set(`${row.metric_id}\n${row.doc_id}`, row);
      }
    }
    return found;
  }

  return async (name, metrics, comparison) => {
    const list = await ask(rankingPage(shown.value, comparison.metric, prices.value, EVERYONE));
    const isOrdered = unordered(guard.value.ofMembers).length === 0;
    const ranked = rankedCells(list, comparison, selection.state.lang, isOrdered);
    const more = metrics.filter(({ id }) => id !== comparison.metric.id);
    const found = await others(
      more,
      list.map(({ doc_id }) => doc_id),
    );
    const rows = ranked.map((one): PopulationRow => {
      const row = populationRow(one);
      const cells = more.map((metric) => {
        const { value = null, reason = 'not_published' } =
          found.get(`${metric.id}\n${row.info.doc_id}`) ?? {};
        const { label } = one.cell;
        return cellOf({ info: row.info, label, value, reason, basis: null }, metric, comparison);
      });
      return { ...row, cells: [...row.cells, ...cells] };
    });
    const columns = populationColumns(rows, metrics, words.value);
    return inSlices(leavingSteps(name, columns, rows, words.value));
  };
}

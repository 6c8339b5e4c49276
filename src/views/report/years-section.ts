import { trend } from '@/charts/trend';
import { seriesMaker } from '@/composables/seriesOf';
import { compareMetrics } from '@/db/queries/compare';
import { populationByYear } from '@/db/queries/trend';
import type { Metric } from '@/domain/metric';
import { cellsOf, yearsOf, type TimeSeries } from '@/domain/over-time';
import { headingBlock, listBlock, textBlock, type ReportTable } from '@/domain/report';
import {
  hindrance,
  notLoaded,
  seriesDescribed,
  seriesNames,
  seriesSays,
} from '../compare/over-time-words';
import { trendInput } from '../compare/trend-input';
import { isMoney, metricCell, unitOf } from './comparison-section';
import {
  cell,
  picture,
  PICTURE_WIDTH,
  splitTable,
  type Block,
  type MakeSection,
  type ReportTools,
} from './tools';

/** Years beside one another in a table. */
const MOST_YEARS = 8;

function yearsTable(series: TimeSeries, metric: Metric, tools: ReportTools): ReportTable[] {
  const { t, format } = tools;
  const unit = unitOf(metric, tools);
  return splitTable(
    {
      is: 'table',
      title: t('report.yearsOf', { name: format.words(metric.name) }),
      columns: [
        { head: t('report.table.organization'), width: 1.6 },
        ...series.years.map((year) => ({ head: String(year), unit, figures: true })),
      ],
      rows: series.lines.map(({ label, cells }) => [
        cell(label),
        ...cells.map((one) => (one ? metricCell(one, tools) : cell(t('report.notLoaded')))),
      ]),
    },
    1,
    MOST_YEARS,
  );
}

async function metricBlocks(metric: Metric, tools: ReportTools): Promise<Block[]> {
  const { ask, history, slots, format, prices, shown, t, theme, priceWords } = tools;
  const docs = history.map(({ doc_id }) => doc_id);
  const years = yearsOf(history);
  const question = compareMetrics(docs, [metric], prices);
  const population = populationByYear({ ...shown, years }, metric, prices);
  const spreads = population ? await ask(population) : [];
  const rows = question ? await ask(question) : [];
  const series = seriesMaker(history, slots, format.language)(metric, rows);
  const name = format.words(metric.name);
  const hindered = hindrance(series, tools);
  if (hindered) return [headingBlock(name), textBlock(hindered, 'soft')];
  const description = seriesDescribed(series, name, tools);
  const spread = years.map(
    (year) => spreads.find(({ fiscal_year }) => fiscal_year === year) ?? null,
  );
  const drawing = trend({
    ...trendInput({ metric, series, spread }, 'zero', tools),
    width: PICTURE_WIDTH,
    theme,
    description,
  });
  const unit = unitOf(metric, tools);
  const lacking = notLoaded(series).map((one) =>
    t('overTime.notLoadedOf', { name: one.label, years: one.years }),
  );
  return [
    headingBlock(name),
    ...[seriesSays(series, metric, tools)].filter(Boolean).map((text) => textBlock(text)),
    picture(
      {
        kind: 'trend',
        title: name,
        subtitle: [
          unit ? t('common.unitIs', { unit }) : '',
          spread.some(Boolean) ? t('overTime.population', { members: tools.group }) : '',
        ]
          .filter(Boolean)
          .join(' · '),
        source: seriesNames(series, tools),
        description,
        height: drawing.height,
        option: drawing.option,
      },
      tools,
    ),
    ...yearsTable(series, metric, tools),
    ...listBlock([
      ...(lacking.length > 0
        ? [
            `${t('overTime.notLoaded')}${t('figures.guard.colon')}${lacking.join(t('compare.figure.separator'))}`,
          ]
        : []),
      ...(cellsOf(series).some(({ staff }) => staff?.supplied) ? [t('report.supplied')] : []),
      ...(priceWords && isMoney(metric) ? [t('report.prices', { text: priceWords })] : []),
    ]),
  ];
}

/** Each metric over the years that are loaded; one sentence where there is a single year. */
export const yearsSection: MakeSection = async (tools) => {
  const { metrics, t } = tools;
  const years = new Set(tools.history.map(({ fiscal_year }) => fiscal_year));
  if (years.size < 2) return [textBlock(t('report.oneYear'), 'soft')];
  const blocks: Block[] = [];
  for (const metric of metrics) blocks.push(...(await metricBlocks(metric, tools)));
  return blocks;
};

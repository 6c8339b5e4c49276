import { comparisonSaying, comparisonText, NAMED } from '@/components/comparison-words';
import { peersMissingText, peerText } from '@/components/peer-words';
import { comparisonOf } from '@/composables/comparisonOf';
import { compareMetrics } from '@/db/queries/compare';
import { guardRows } from '@/db/queries/guard';
import { peerReasons, peerStandings, type PeerReasonRow } from '@/db/queries/peers';
import { rankGroups, ranked, type CompareCell, type Comparison } from '@/domain/comparison';
import { basisMix, guardMixes } from '@/domain/guard';
import type { Metric } from '@/domain/metric';
import { peerSaying, type PeerStanding } from '@/domain/peer-sentences';
import {
  headingBlock,
  listBlock,
  textBlock,
  type ReportCell,
  type ReportColumn,
  type ReportTable,
} from '@/domain/report';
import { selectionMixes, type Mix } from '@/domain/selection';
import { budgetNames, metricWords } from '../compare/compare-names';
import { comparePanels } from '../compare/compare-panels';
import { textOf } from '../compare/figure-words';
import {
  cell,
  guardText,
  marked,
  MOST_ROWS,
  picture,
  PICTURE_WIDTH,
  tableOf,
  type Block,
  type CellColumn,
  type MakeSection,
  type ReportTools,
} from './tools';

/** Organizations from which on bars are ranked. */
const RANKED_FROM = 3;
/** Organizations whose standing among peers is said one by one. */
const SAID = 4;

/** What a metric's block is made of. */
interface Asked {
  comparison: Comparison;
  standings: readonly PeerStanding[];
  reasons: readonly PeerReasonRow[];
  /** What the members of the group mix among themselves. */
  ofMembers: readonly Mix[];
  guard: string;
}

/** The value of a metric as a cell, or why there is none. */
export function metricCell(of: CompareCell, tools: ReportTools): ReportCell {
  const { info, metric, value } = of;
  const source = { kind: 'metric', doc: info.doc_id, metric: metric.id } as const;
  return {
    text: marked(textOf(of, tools), source, tools),
    of: { doc: info.doc_id, org: info.org_id, metric: metric.id, value },
  };
}

export const unitOf = ({ unit }: Metric, { format }: ReportTools): string =>
  unit === 'ratio' ? '' : format.metricUnit(unit);

export const isMoney = ({ unit }: Metric): boolean => unit === 'yuan' || unit === 'yuan per person';

function headcountText({ staff, value }: CompareCell, { t }: ReportTools): string {
  if (!staff || value === null) return '';
  const words = {
    kind: t(`common.headcount.${staff.kind}`),
    n: staff.people,
    date: staff.asOf ?? '',
  };
  return t(staff.asOf ? 'compare.notes.dated' : 'compare.notes.headcount', words);
}

type RankedCell = CompareCell & { rank: number | null };
type ValueColumn = CellColumn<RankedCell>;

function valueColumns(
  { comparison, standings, ofMembers }: Asked,
  tools: ReportTools,
): ValueColumn[] {
  const { t, group } = tools;
  const { metric, cells, infos } = comparison;
  const isRanked = comparison.kind === 'ranking';
  const scope = ({ info }: CompareCell): string =>
    [info.level ? t(`frame.level.${info.level}`) : '', t(`frame.scope.${info.scope}`)]
      .filter(Boolean)
      .join(' · ');
  const among = ({ info }: CompareCell): string => {
    const standing = standings.find(({ doc_id }) => doc_id === info.doc_id);
    const said = standing && peerSaying(standing, ofMembers);
    return said?.key === 'rank'
      ? t('report.table.rankOf', { rank: said.rank, n: said.members })
      : t('report.table.noRank');
  };
  const column = (
    name: string,
    text: (row: RankedCell) => string,
    more: Omit<ReportColumn, 'head'> = {},
  ): ValueColumn => ({ head: t(`report.table.${name}`), ...more, cell: (row) => cell(text(row)) });
  return [
    column('organization', ({ info }) => info.organization, { width: 2.4 }),
    ...(rankGroups(infos).length > 1 ? [column('scope', scope, { width: 1.2 })] : []),
    {
      head: t('report.table.value'),
      unit: unitOf(metric, tools),
      figures: true,
      cell: (row) => metricCell(row, tools),
    },
    ...(isRanked
      ? [column('rank', ({ rank }) => String(rank ?? t('report.table.noRank')), { figures: true })]
      : []),
    ...(standings.length > 0
      ? [{ ...column('among', among, { figures: true }), head: t('report.table.among', { group }) }]
      : []),
    ...(cells.some(({ staff, value }) => staff && value !== null)
      ? [column('headcount', (row) => headcountText(row, tools), { width: 1.8 })]
      : []),
    ...(basisMix(metric) === 'basis'
      ? [
          column('basis', ({ basis }) => (basis ? t(`compare.basis.${basis}`) : ''), {
            width: 1.8,
          }),
        ]
      : []),
  ];
}

function valueTable(asked: Asked, tools: ReportTools): ReportTable {
  const { comparison } = asked;
  const columns = valueColumns(asked, tools);
  const rows =
    comparison.kind === 'ranking'
      ? ranked(comparison.cells)
      : comparison.cells.map((one) => ({ ...one, rank: null }));
  const name = tools.format.words(comparison.metric.name);
  return tableOf(tools.t('report.valuesOf', { name }), columns, rows);
}

/** The part of a comparison that is drawn: the highest where it is ranked, else the first. */
function drawnPart(comparison: Comparison): Comparison {
  const { cells, kind } = comparison;
  const order = kind === 'ranking' ? ranked(cells) : cells;
  return { ...comparison, cells: order.slice(0, MOST_ROWS) };
}

/** The median of those compared with, where one ruler fits them and there are enough. */
function medianLine({ standings, ofMembers, comparison }: Asked, tools: ReportTools) {
  const { t, format } = tools;
  const said = standings.map((one) => peerSaying(one, ofMembers));
  const median = said.map((one) => (one.key === 'rank' ? one.median : null)).find(Boolean);
  if (typeof median !== 'number') return {};
  const x = format.metric(median, comparison.metric);
  return { line: { value: median, text: t('compareViews.median', { x }) } };
}

function pictures(asked: Asked, tools: ReportTools): Block[] {
  const { comparison } = asked;
  const { t, format, theme } = tools;
  const { metric, cells } = comparison;
  if (cells.every(({ value }) => value === null)) return [];
  const panels = comparePanels(drawnPart(comparison), {
    ...tools,
    ...medianLine(asked, tools),
    width: PICTURE_WIDTH,
    theme,
  });
  const drawn = panels.map(({ heading, label, drawing }) =>
    picture(
      {
        kind: comparison.kind,
        title: [format.words(metric.name), heading].filter(Boolean).join(' · '),
        subtitle: unitOf(metric, tools) ? t('common.unitIs', { unit: unitOf(metric, tools) }) : '',
        source: budgetNames(cells, t),
        description: label,
        height: drawing.height,
        option: drawing.option,
      },
      tools,
    ),
  );
  const isCut = cells.length > MOST_ROWS;
  return [
    ...drawn,
    ...(isCut ? [textBlock(t('report.drawnFirst', { n: MOST_ROWS }), 'soft')] : []),
  ];
}

function peerSentences(asked: Asked, tools: ReportTools): Block[] {
  const { infos, group, focus } = tools;
  const { standings, ofMembers, reasons, comparison } = asked;
  const said = infos.length <= SAID ? infos : infos.filter((info) => info === focus);
  const texts = said.flatMap((info) => {
    const standing = standings.find(({ doc_id }) => doc_id === info.doc_id);
    if (!standing) return [];
    const saying = peerSaying(standing, ofMembers);
    const name = tools.labels.get(info.doc_id) ?? info.organization;
    const text = peerText(saying, { name, group, metric: comparison.metric }, tools);
    return [{ text, missing: peersMissingText(saying, reasons, tools) }];
  });
  const missing = texts.find((one) => one.missing)?.missing;
  return [
    ...texts.map(({ text }) => textBlock(text)),
    ...(missing ? [textBlock(missing, 'soft')] : []),
  ];
}

function missingText({ comparison }: Asked, { t }: ReportTools): string[] {
  const missing = comparison.cells.filter(({ value }) => value === null);
  const isSaid = missing.length <= NAMED && comparison.facts.kind !== 'none';
  if (missing.length === 0 || isSaid) return [];
  const list = missing.map(({ label, reason }) =>
    t('report.missingOf', {
      name: label,
      reason: t(`common.missing.${reason ?? 'not_published'}`),
    }),
  );
  return [t('report.missing', { list: list.join(t('compare.figure.separator')) })];
}

function metricBlocks(asked: Asked, tools: ReportTools): Block[] {
  const { t, format, priceWords } = tools;
  const { comparison, guard } = asked;
  const { metric, cells } = comparison;
  const isUnlike = selectionMixes(comparison.infos).length > 0;
  const saying = comparisonSaying(comparison, isUnlike, tools);
  return [
    headingBlock(format.words(metric.name)),
    textBlock(metricWords(metric, format, t), 'soft'),
    ...(guard ? [textBlock(guard, 'guard')] : []),
    ...comparisonText(saying, (one) => textOf(one, tools), t).map((text) => textBlock(text)),
    ...peerSentences(asked, tools),
    ...pictures(asked, tools),
    valueTable(asked, tools),
    ...listBlock([
      ...missingText(asked, tools),
      ...(cells.some(({ staff }) => staff?.supplied) ? [t('report.supplied')] : []),
      ...(priceWords && isMoney(metric) ? [t('report.prices', { text: priceWords })] : []),
    ]),
  ];
}

async function askMetric(metric: Metric, tools: ReportTools): Promise<Asked> {
  const { ask, infos, shown, prices, labels, slots } = tools;
  const question = compareMetrics(
    infos.map(({ doc_id }) => doc_id),
    [metric],
    prices,
  );
  const answer = question ? await ask(question) : [];
  const alike = await ask(guardRows(shown, metric, prices));
  const peers = shown.population ? { shown, metric, prices } : null;
  const isRanked = infos.length >= RANKED_FROM && rankGroups(infos).length === 1;
  return {
    comparison: comparisonOf(
      {
        kind: isRanked ? 'ranking' : 'bar',
        metric,
        family: [metric],
        infos,
        labels,
        slots,
      },
      answer,
    ),
    standings: peers ? await ask(peerStandings(peers)) : [],
    reasons: peers ? await ask(peerReasons(peers)) : [],
    ofMembers: guardMixes(
      alike.filter(({ is_member }) => is_member),
      metric,
    ),
    guard: guardText(alike, metric, tools),
  };
}

/** Each metric of the report: definition, what the values say, chart, table, what is missing. */
export const comparisonSection: MakeSection = async (tools) => {
  if (tools.metrics.length === 0) return [textBlock(tools.t('report.noMetrics'), 'soft')];
  const blocks: Block[] = [];
  for (const metric of tools.metrics) {
    blocks.push(...metricBlocks(await askMetric(metric, tools), tools));
  }
  return blocks;
};

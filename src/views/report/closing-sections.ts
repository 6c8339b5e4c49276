import { gbt7714 } from '@/domain/citation';
import { printedTables } from '@/db/queries/printed-table';
import { CARD_FIGURES } from '@/components/overview-card-words';
import { metricById } from '@/domain/metrics';
import { headingBlock, listBlock, textBlock, type ReportTable } from '@/domain/report';
import { unitOf } from './comparison-section';
import { cell, type MakeSection, type ReportTools } from './tools';

/** Name, formula, unit and tables of every metric that the report gives. */
export const definitionsSection: MakeSection = async (tools) => {
  const { metrics, t, format } = tools;
  const known = new Map(
    [...CARD_FIGURES.flatMap((id) => metricById(id) ?? []), ...metrics].map((metric) => [
      metric.id,
      metric,
    ]),
  );
  return [
    {
      is: 'table',
      title: t('report.section.definitions'),
      columns: [
        { head: t('report.table.metric'), width: 1.5 },
        { head: t('report.table.formula'), width: 2.6 },
        { head: t('report.table.unit'), width: 0.9 },
        { head: t('report.table.tables'), width: 2.2 },
      ],
      rows: [...known.values()].map((metric) => [
        cell(format.words(metric.name)),
        cell(format.words(metric.formula)),
        cell(unitOf(metric, tools) || '%'),
        cell(
          metric.sources
            .map((id) => t(`source.tableName.${id}`))
            .join(t('compare.figure.separator')),
        ),
      ]),
    },
    textBlock(
      t('report.marks', {
        error: t('checks.severity.error'),
        warning: t('checks.severity.warning'),
        note: t('checks.severity.note'),
      }),
      'soft',
    ),
  ];
};

function documentsTable({ infos, t }: ReportTools): ReportTable {
  return {
    is: 'table',
    title: t('report.section.sources'),
    columns: [
      { head: t('report.table.document'), width: 2.2 },
      { head: t('report.table.published'), width: 0.9 },
      { head: t('report.table.file'), width: 1.6 },
      { head: t('report.table.hash'), width: 2 },
    ],
    rows: infos.map(({ title, organization, fiscal_year: year, stage, ...info }) => [
      cell(
        title ??
          t('checks.document', { name: organization, year, stage: t(`frame.stage.${stage}`) }),
      ),
      cell(info.published_on ?? t('report.sources.unpublished')),
      cell(info.source_file ?? t('report.sources.unknown')),
      cell(info.sha256 ?? t('report.sources.unknown')),
    ]),
  };
}

async function pagesTable(tools: ReportTools): Promise<ReportTable> {
  const { ask, infos, t, exportWords } = tools;
  const rows = [];
  for (const { doc_id, organization } of infos) {
    const tables = await ask(printedTables(doc_id));
    const named = tables.map(({ table_id, title, page }) => {
      const table = title ?? t(`source.tableName.${table_id}`);
      return page === null ? table : t('report.sources.tablePage', { table, page });
    });
    rows.push([cell(organization), cell(named.join(exportWords.separator))]);
  }
  return {
    is: 'table',
    title: t('report.table.printed'),
    columns: [
      { head: t('report.table.organization'), width: 1 },
      { head: t('report.table.printed'), width: 3.6 },
    ],
    rows,
  };
}

/** An entry for each document as a bibliography lists it. */
const citations = ({ infos, date, t }: ReportTools): string[] =>
  infos.map((info) => {
    const { doc_id: id, organization, fiscal_year: year, published_on, source_file } = info;
    const title =
      info.title ??
      t('checks.document', { name: organization, year, stage: t(`frame.stage.${info.stage}`) });
    const cited = { id, title, authors: [organization], year, date: published_on, version: null };
    return gbt7714({ ...cited, place: source_file, sha256: null }, 'EB/OL', date);
  });

/** The documents that all figures come from, with the pages of their tables. */
export const sourcesSection: MakeSection = async (tools) => [
  textBlock(tools.t('report.sources.about')),
  documentsTable(tools),
  await pagesTable(tools),
  headingBlock(tools.t('report.sources.cite')),
  ...listBlock(citations(tools)),
];

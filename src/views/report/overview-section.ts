import { CARD_FIGURES, cardFacts, cardHeadcount } from '@/components/overview-card-words';
import { sentenceText } from '@/components/overview-words';
import { overviewColumns } from '@/composables/overviewColumns';
import { overviewQuestions } from '@/db/queries/overview';
import { metricById } from '@/domain/metrics';
import type { OrgColumn } from '@/domain/overview';
import { textBlock, type ReportCard, type ReportCell, type ReportTable } from '@/domain/report';
import { sentences } from '@/domain/sentences';
import { cell, marked, type Block, type MakeSection, type ReportTools } from './tools';

/** More organizations than these stand in a table rather than on cards. */
const MOST_CARDS = 4;

function figureCell(column: OrgColumn, id: string, tools: ReportTools): ReportCell {
  const { format, t } = tools;
  const { doc, org, figures, staff } = column;
  const metric = metricById(id);
  const value = figures.get(id)?.value ?? null;
  const of = { doc, org, metric: id, value };
  if (value === null || !metric)
    return { text: t(`common.missing.${figures.get(id)?.reason ?? 'not_published'}`), of };
  const supplied = id.endsWith('_per_staff') && staff?.supplied_by === 'user' ? '*' : '';
  const text = format.metric(value, metric) + supplied;
  return { text: marked(text, { kind: 'metric', doc, metric: id }, tools), of };
}

const unitOf = (id: string, { format }: ReportTools): string => {
  const unit = metricById(id)?.unit ?? 'ratio';
  return unit === 'ratio' ? '' : format.metricUnit(unit);
};

function card(column: OrgColumn, tools: ReportTools): ReportCard {
  const { t, theme } = tools;
  return {
    name: column.info.organization,
    color: theme.orgs[column.slot % theme.orgs.length] ?? theme.ink,
    facts: cardFacts(column.info, tools),
    figures: CARD_FIGURES.map((id) => {
      const figure = figureCell(column, id, tools);
      const isMissing = figure.of?.value === null;
      return {
        label: t(`overview.figure.${id}`),
        cell: figure,
        unit: isMissing ? '' : unitOf(id, tools),
        note: id === 'total_per_staff' && !isMissing ? cardHeadcount(column.staff, t) : '',
      };
    }),
  };
}

function figuresTable(columns: readonly OrgColumn[], tools: ReportTools): ReportTable {
  const { t } = tools;
  return {
    is: 'table',
    title: t('report.figuresOf'),
    columns: [
      { head: t('report.table.organization'), width: 2 },
      ...CARD_FIGURES.map((id) => ({
        head: t(`overview.figure.${id}`),
        unit: unitOf(id, tools),
        figures: true,
      })),
    ],
    rows: columns.map((column) => [
      cell(column.info.organization),
      ...CARD_FIGURES.map((id) => figureCell(column, id, tools)),
    ]),
  };
}

/** What the figures themselves say, and the key figures of each organization. */
export const overviewSection: MakeSection = async (tools) => {
  const { ask, infos } = tools;
  const questions = overviewQuestions(infos.map(({ doc_id }) => doc_id));
  const [figures, staff, contracted] = [
    await ask(questions.figures),
    await ask(questions.staff),
    await ask(questions.contracted),
  ];
  const columns = overviewColumns(infos, tools, { figures, staff, contracted });
  const said = sentences(columns).map((sentence) => sentenceText(sentence, columns, tools));
  const keyFigures: Block =
    columns.length <= MOST_CARDS
      ? { is: 'cards', cards: columns.map((column) => card(column, tools)) }
      : figuresTable(columns, tools);
  return [...said.map((text) => textBlock(text)), keyFigures];
};

import { decimalText } from '@/domain/metric-cells';
import { rowCost, type GroupRow } from '@/domain/project-comparison';
import { quantityUsed, type Quantity, type UnitCost } from '@/domain/project-unit-cost';
import type { TableColumn } from './data-table';
import { amountLeaving, documentColumns, shareLeaving, type TableWords } from './leaving-table';
import { organizationColumn, projectAmount, type ProjectFacts } from './project-columns';
import { costText, matchText, quantityText } from './project-words';

/** A project with what one unit of it costs. */
export interface CostRow {
  row: GroupRow;
  cost: UnitCost;
}

/** The quantity that an amount is divided by: as printed, and as a number of one unit. */
function quantityColumns<Row>(
  quantityOf: (row: Row) => Quantity | null,
  words: TableWords,
): TableColumn<Row>[] {
  const { t } = words;
  return [
    {
      key: 'quantity',
      label: t('projects.like.column.quantity'),
      text(row) {
        const quantity = quantityOf(row);
        return quantity ? quantityText(quantity, words) : t('projects.like.noQuantityAtAll');
      },
    },
    {
      key: 'quantity_number',
      label: t('leaving.quantity'),
      hidden: true,
      leaving: {
        type: 'number',
        cell(row) {
          const quantity = quantityOf(row);
          return { value: quantity ? decimalText(quantity.amount) : null };
        },
      },
    },
    {
      key: 'quantity_unit',
      label: t('projects.like.unitLabel'),
      hidden: true,
      text: (row) => quantityOf(row)?.unit ?? '',
    },
  ];
}

/** What one unit costs, and whether that is a limit. */
function costColumns<Row>(
  costOf: (row: Row) => UnitCost | null,
  words: TableWords,
): TableColumn<Row>[] {
  const { t, format } = words;
  return [
    {
      key: 'cost',
      label: t('projects.like.column.cost'),
      unit: format.unitName,
      figures: true,
      sort: (row) => costOf(row)?.cost ?? null,
      text(row) {
        const cost = costOf(row);
        return cost ? costText(cost, words) : '';
      },
      leaving: amountLeaving(words, (row) => ({ yuan: costOf(row)?.cost ?? null }), 'quotient'),
    },
    {
      key: 'bound',
      label: t('leaving.bound'),
      hidden: true,
      text(row) {
        const bound = costOf(row)?.bound;
        return bound ? t(`leaving.bounds.${bound}`) : '';
      },
    },
  ];
}

const amountColumn = <Row>(
  projectOf: (row: Row) => GroupRow['project'],
  words: TableWords,
): TableColumn<Row> => ({
  key: 'amount',
  label: words.t('projects.column.amount'),
  unit: words.format.unitName,
  figures: true,
  sort: (row) => projectOf(row).total,
  leaving: amountLeaving(words, (row) => projectAmount(projectOf(row), words)),
});

/** Columns of costs per unit: amount, quantity as printed, amount divided by it. */
export function unitCostColumns(facts: ProjectFacts, words: TableWords): TableColumn<CostRow>[] {
  const { t } = words;
  return [
    organizationColumn(({ row }: CostRow) => row.project, facts.nameOf, words),
    ...documentColumns(({ row }: CostRow) => facts.infoOf?.(row.project.doc_id), words),
    {
      key: 'project',
      label: t('projects.column.project'),
      text: ({ row }) => row.project.level2,
    },
    amountColumn(({ row }) => row.project, words),
    ...quantityColumns<CostRow>(({ cost }) => cost.quantity, words),
    ...costColumns<CostRow>(({ cost }) => cost, words),
  ];
}

/** Columns of like projects: amount, cost per unit, share carried over, and why each is here. */
export function groupColumns(
  facts: ProjectFacts,
  unit: string,
  words: TableWords,
): TableColumn<GroupRow>[] {
  const { t, format } = words;
  const quantityOf = ({ quantities, chosen }: GroupRow): Quantity | null =>
    quantityUsed(quantities, unit, chosen);
  const ratioText = (share: number | null, decimals?: number): string =>
    share === null ? '' : format.ratio(share, decimals);
  return [
    organizationColumn(({ project }: GroupRow) => project, facts.nameOf, words),
    ...documentColumns(({ project }: GroupRow) => facts.infoOf?.(project.doc_id), words),
    {
      key: 'project',
      label: t('projects.column.project'),
      text: ({ project }) => project.level2,
    },
    amountColumn(({ project }) => project, words),
    ...costColumns<GroupRow>((row) => rowCost(row, unit), words),
    ...quantityColumns<GroupRow>(quantityOf, words),
    {
      key: 'carryover_share',
      label: t('projects.column.carryover_share'),
      figures: true,
      text: ({ project }) => ratioText(project.carryover_share),
      leaving: shareLeaving(({ project }) => project.carryover_share),
    },
    {
      key: 'similarity',
      label: t('projects.like.column.similarity'),
      figures: true,
      text: ({ match }) => ratioText(match.similarity, 0),
      leaving: shareLeaving(({ match }) => match.similarity),
    },
    {
      key: 'match',
      label: t('projects.like.column.match'),
      text: ({ match }) => matchText(match, words),
    },
  ];
}

import type { DocumentInfo } from '@/domain/organization';
import { projectKeyOf, projectSource, taskSource, type ProjectRow } from '@/domain/project-list';
import { decimalText } from '@/domain/metric-cells';
import type { LeavingColumn, TableColumn } from './data-table';
import {
  amountLeaving,
  documentColumns,
  shareLeaving,
  wholeNumber,
  type TableWords,
} from './leaving-table';

/** How the documents of projects are named. */
export interface ProjectFacts {
  /** Name of its organization on the screen. */
  nameOf: (row: ProjectRow) => string;
  /** Its document; place, year and stage are empty without. */
  infoOf?: (doc: string) => DocumentInfo | undefined;
}

/** Why an amount is not there: the row is printed and blank, or it is not printed. */
export const missingAmount = ({ row_no }: ProjectRow, { t }: Pick<TableWords, 't'>): string =>
  t(row_no === null ? 'projects.cell.notPrinted' : 'projects.cell.blank');
export const missingCarryover = (row: ProjectRow, { t }: Pick<TableWords, 't'>): string =>
  t(row.prints_carryover ? 'projects.cell.blank' : 'projects.cell.notPrinted');
/** Why no amount is entrusted: a task without a number, no task, or no table of tasks. */
export const missingEntrusted = (row: ProjectRow, { t }: Pick<TableWords, 't'>): string => {
  if (row.task_row !== null) return t('projects.cell.blank');
  return t(row.tasks === null ? 'projects.cell.noTasks' : 'projects.cell.none');
};

/** The amount of a project with the row it is printed in. */
export const projectAmount = (row: ProjectRow, words: TableWords) => ({
  yuan: row.total,
  reason: missingAmount(row, words),
  source: projectSource(row),
});

/** The organization of a row: by its name on the screen, in files in full. */
export const organizationColumn = <Row>(
  projectOf: (row: Row) => ProjectRow,
  nameOf: ProjectFacts['nameOf'],
  { t }: TableWords,
): TableColumn<Row> => ({
  key: 'organization',
  label: t('projects.column.organization'),
  sort: (row) => nameOf(projectOf(row)),
  text: (row) => nameOf(projectOf(row)),
  leaving: { type: 'text', cell: (row) => ({ value: projectOf(row).organization }) },
});

/** A yes or no as printed; nothing where neither is printed. */
const printedYes = (
  of: (row: ProjectRow) => boolean | null,
  { t }: TableWords,
): LeavingColumn<ProjectRow> => ({
  type: 'text',
  cell(row) {
    const yes = of(row);
    return { value: yes === null ? null : t(`projects.detail.${yes ? 'yes' : 'no'}`) };
  },
});

/** Columns of projects; those of files only hold what the list says beneath a name or in the detail. */
export function projectColumns(
  { nameOf, infoOf }: ProjectFacts,
  words: TableWords,
): TableColumn<ProjectRow>[] {
  const { t, format } = words;
  const label = (name: string): string => t(`projects.column.${name}`);
  const money = { unit: format.unitName, figures: true };
  const ratioText = (share: number | null): string => (share === null ? '' : format.ratio(share));
  return [
    {
      key: 'project',
      label: label('project'),
      sort: ({ level2 }) => level2,
      text: ({ level2 }) => level2,
    },
    {
      key: 'level1',
      label: t('projects.detail.level1'),
      hidden: true,
      text: ({ level1 }) => level1 ?? '',
    },
    {
      key: 'category',
      label: t('projects.detail.category'),
      hidden: true,
      text: ({ category }) => category ?? '',
    },
    organizationColumn((row) => row, nameOf, words),
    ...documentColumns(({ doc_id }: ProjectRow) => infoOf?.(doc_id), words),
    {
      key: 'amount',
      label: label('amount'),
      ...money,
      sort: ({ total }) => total,
      leaving: amountLeaving(words, (row) => projectAmount(row, words)),
    },
    {
      key: 'amount_from',
      label: t('leaving.amountFrom'),
      hidden: true,
      text: ({ table_id }) => (table_id === null ? '' : t(`source.tableName.${table_id}`)),
    },
    {
      key: 'carryover',
      label: label('carryover'),
      ...money,
      sort: ({ carryover }) => carryover,
      text: (row) =>
        row.carryover === null ? missingCarryover(row, words) : format.amount(row.carryover),
      leaving: amountLeaving(words, (row) => ({
        yuan: row.carryover,
        reason: missingCarryover(row, words),
      })),
    },
    {
      key: 'carryover_share',
      label: label('carryover_share'),
      figures: true,
      sort: (row) => row.carryover_share,
      text: (row) => ratioText(row.carryover_share),
      leaving: shareLeaving((row) => row.carryover_share),
    },
    {
      key: 'entrusted',
      label: label('entrusted'),
      ...money,
      leaving: amountLeaving(words, (row) => ({
        yuan: row.entrusted,
        reason: missingEntrusted(row, words),
        source: row.task_row === null ? null : taskSource(row.doc_id, row.task_row),
      })),
    },
    {
      key: 'entrusted_share',
      label: label('entrusted_share'),
      figures: true,
      text: (row) => ratioText(row.entrusted_share),
      leaving: shareLeaving((row) => row.entrusted_share),
    },
    {
      key: 'service',
      label: t('projects.detail.servicePurchase'),
      hidden: true,
      leaving: printedYes((row) => row.is_service_purchase, words),
    },
    {
      key: 'procurement',
      label: t('projects.detail.procurement'),
      hidden: true,
      leaving: printedYes((row) => row.is_procurement, words),
    },
    {
      key: 'targets',
      label: label('targets'),
      figures: true,
      leaving: {
        type: 'count',
        cell: ({ targets }) =>
          targets === null
            ? { value: null, reason: t('projects.cell.noTasks') }
            : { value: String(targets) },
      },
    },
    {
      key: 'measurable',
      label: t('projects.target.measurable'),
      hidden: true,
      leaving: wholeNumber((row) => row.measurable),
    },
    {
      key: 'weight',
      label: label('weight'),
      figures: true,
      text: ({ weight }) => (weight === null ? '' : format.value(weight, 'points')),
      leaving: {
        type: 'number',
        cell: ({ weight }) => ({ value: weight === null ? null : decimalText(weight) }),
      },
    },
    { key: 'key', label: t('leaving.projectKey'), hidden: true, text: projectKeyOf },
  ];
}

const AMOUNTS = new Set([
  'project',
  'organization',
  'place_code',
  'year',
  'stage',
  'amount',
  'carryover',
  'carryover_share',
]);

/** Those of them that a chart of amounts shows. */
export const projectAmountColumns = (
  facts: ProjectFacts,
  words: TableWords,
): TableColumn<ProjectRow>[] => projectColumns(facts, words).filter(({ key }) => AMOUNTS.has(key));

import { composition, type ClassCell } from '@/domain/composition';
import { metricById } from '@/domain/metrics';
import type { Metric } from '@/domain/metric';
import type { DocumentInfo } from '@/domain/organization';
import type { ClassRow, OrgColumn, ProjectRow } from '@/domain/overview';
import { RULER } from '@/domain/ruler';
import type { SourceRef } from '@/domain/source-ref';
import type { TableColumn } from './data-table';
import {
  amountLeaving,
  documentColumns,
  leavingFigure,
  shareLeaving,
  type TableWords,
} from './leaving-table';

/** The printed row of a class. */
export const classSource = ({ doc_id, table_id, row_no }: ClassRow): SourceRef => ({
  kind: 'row',
  doc: doc_id,
  table: table_id,
  side: 'expenditure',
  row: row_no,
  nature: 'total',
});

/** The printed row of one of the largest projects. */
export const projectRowSource = ({ doc_id, row_no }: ProjectRow): SourceRef => ({
  kind: 'row',
  doc: doc_id,
  table: 'project',
  side: 'expenditure',
  row: row_no,
  nature: 'project',
});

/** A row of the ruler as it leaves the app. */
export interface RulerRow {
  group: string;
  metric: Metric;
}

/** The metrics of the ruler, those of the cards among them. */
export const rulerRows = (): RulerRow[] =>
  RULER.flatMap(({ group, metrics }) =>
    metrics.flatMap((id) => {
      const metric = metricById(id);
      return metric ? [{ group, metric }] : [];
    }),
  );

/** Columns of metrics × organizations; every row has its own unit. */
export function rulerColumns(
  columns: readonly OrgColumn[],
  words: TableWords,
): TableColumn<RulerRow>[] {
  const { t, format } = words;
  const rows = rulerRows();
  return [
    {
      key: 'group',
      label: t('leaving.group'),
      text: ({ group }) => t(`overview.ruler.groups.${group}`),
    },
    { key: 'metric', label: t('leaving.metric'), text: ({ metric }) => format.words(metric.name) },
    {
      key: 'unit',
      label: t('leaving.unit'),
      text: ({ metric }) =>
        metric.unit === 'ratio' ? t('figureExport.fraction') : format.metricUnit(metric.unit),
    },
    ...columns.map((column): TableColumn<RulerRow> => ({
      key: column.doc,
      label: column.label,
      leaving: {
        type: 'number',
        metrics: rows.map(({ metric }) => metric),
        cell({ metric }) {
          const figure = column.figures.get(metric.id);
          const { info, label, slot } = column;
          return leavingFigure(
            {
              info,
              label,
              slot,
              metric,
              value: figure?.value ?? null,
              reason: figure?.reason ?? null,
              basis: figure?.basis ?? null,
              staff: null,
            },
            words,
          );
        },
      },
    })),
    { key: 'id', label: t('leaving.metricId'), text: ({ metric }) => metric.id },
  ];
}

/** An organization of the overview: what it is, which budget, and the headcount under its figures per head. */
export function organizationColumns(words: TableWords): TableColumn<OrgColumn>[] {
  const { t } = words;
  return [
    {
      key: 'organization',
      label: t('leaving.organization'),
      text: ({ info }) => info.organization,
    },
    { key: 'label', label: t('leaving.label'), text: ({ label }) => label },
    ...documentColumns(({ info }: OrgColumn): DocumentInfo => info, words),
    {
      key: 'people',
      label: t('overview.ruler.headcount'),
      leaving: {
        type: 'count',
        cell: ({ staff, doc }) =>
          staff
            ? {
                value: String(staff.people),
                source: { kind: 'metric', doc, metric: 'total_per_staff' },
              }
            : { value: null, reason: t('common.missing.no_headcount') },
      },
    },
    {
      key: 'kind',
      label: t('compare.headcount.kind'),
      text: ({ staff }) => (staff ? t(`common.headcount.${staff.kind}`) : ''),
    },
    {
      key: 'as_of',
      label: t('compare.headcount.asOf'),
      leaving: { type: 'date', cell: ({ staff }) => ({ value: staff?.as_of ?? null }) },
    },
    {
      key: 'staff_source',
      label: t('compare.headcount.source'),
      text: ({ staff }) =>
        staff?.supplied_by === 'user'
          ? t('compare.notes.suppliedFrom', { source: staff.source })
          : (staff?.source ?? ''),
    },
  ];
}

/** A class of one organization as it leaves the app. */
export interface ClassFact {
  column: OrgColumn;
  name: string;
  cell: ClassCell;
}

/** Every class of every organization, by class. */
export const classFacts = (
  columns: readonly OrgColumn[],
  rows: readonly ClassRow[],
  { format }: TableWords,
): ClassFact[] =>
  composition(columns, rows, format.language).flatMap(({ name, cells }) =>
    cells.flatMap((cell, i) => {
      const column = columns[i];
      return column ? [{ column, name, cell }] : [];
    }),
  );

const whose = <Row extends { column: OrgColumn }>(words: TableWords): TableColumn<Row>[] => [
  {
    key: 'organization',
    label: words.t('leaving.organization'),
    text: ({ column }) => column.info.organization,
  },
  ...documentColumns(({ column }: Row) => column.info, words),
];

/** Columns of classes: whose, the class, its amount and its share of the total. */
export function classColumns(words: TableWords): TableColumn<ClassFact>[] {
  const { t, format } = words;
  return [
    { key: 'class', label: t('leaving.class'), text: ({ name }) => name },
    {
      key: 'code',
      label: t('leaving.classCode'),
      text: ({ cell }) => (cell.is === 'unlisted' ? '' : (cell.row.class_code ?? '')),
    },
    ...whose<ClassFact>(words),
    {
      key: 'amount',
      label: t('leaving.amount'),
      unit: format.unitName,
      leaving: amountLeaving(words, ({ cell }) => ({
        yuan: cell.is === 'amount' ? cell.total : null,
        reason: t(`overview.classes.${cell.is === 'blank' ? 'blank' : 'unlisted'}`),
        source: cell.is === 'unlisted' ? null : classSource(cell.row),
      })),
    },
    {
      key: 'share',
      label: t('leaving.shareOfTotal'),
      leaving: shareLeaving(({ cell }) => (cell.is === 'amount' ? cell.share : null)),
    },
  ];
}

/** One of the largest projects as it leaves the app; an organization without any has a row that says so. */
export interface LargestFact {
  column: OrgColumn;
  project: ProjectRow | null;
}

export const largestFacts = (
  columns: readonly OrgColumn[],
  rows: readonly ProjectRow[],
): LargestFact[] =>
  columns.flatMap((column): LargestFact[] => {
    const own = rows.filter(({ doc_id }) => doc_id === column.doc);
    return own.length > 0
      ? own.map((project) => ({ column, project }))
      : [{ column, project: null }];
  });

/** Columns of the largest projects: whose, the project, its amount and its share of all projects. */
export function largestColumns(words: TableWords): TableColumn<LargestFact>[] {
  const { t, format } = words;
  return [
    ...whose<LargestFact>(words),
    { key: 'project', label: t('leaving.project'), text: ({ project }) => project?.name ?? '' },
    {
      key: 'amount',
      label: t('leaving.amount'),
      unit: format.unitName,
      leaving: amountLeaving(words, ({ column, project }) => ({
        yuan: project?.total ?? null,
        reason: t('overview.projects.none', { name: column.label }),
        source: project && projectRowSource(project),
      })),
    },
    {
      key: 'share',
      label: t('leaving.shareOfProjects'),
      leaving: shareLeaving(({ project }) => project?.share ?? null),
    },
  ];
}

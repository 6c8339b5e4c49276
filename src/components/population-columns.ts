import type { CompareCell } from '@/domain/comparison';
import type { Metric } from '@/domain/metric';
import type { DocumentInfo } from '@/domain/organization';
import { scopeText } from './compare-columns';
import type { TableColumn } from './data-table';
import { documentColumns, metricLeaving, wholeNumber, type TableWords } from './leaving-table';

/** An organization in a table of organizations by metrics. */
export interface PopulationRow {
  info: DocumentInfo;
  /** Colour of a chosen organization; null for another. */
  slot: number | null;
  /** Place within the group; null where there is none. */
  rank: number | null;
  cells: readonly CompareCell[];
}

/** The figure of a metric in a row. */
export const populationCell = ({ cells }: PopulationRow, metric: Metric): CompareCell | undefined =>
  cells.find((cell) => cell.metric.id === metric.id);

/** Columns of a table of organizations by metrics; ranks where any row has one. */
export function populationColumns(
  rows: readonly PopulationRow[],
  metrics: readonly Metric[],
  words: TableWords,
): TableColumn<PopulationRow>[] {
  const { t, format } = words;
  const scope = ({ info }: PopulationRow): string => scopeText(info, words);
  return [
    {
      key: 'organization',
      label: t('compare.column.organization'),
      sort: ({ info }) => info.organization,
      text: ({ info }) => info.organization,
    },
    ...documentColumns(({ info }: PopulationRow) => info, words),
    ...(rows.some(({ rank }) => rank !== null)
      ? [
          {
            key: 'rank',
            label: t('compare.column.rank'),
            figures: true,
            sort: ({ rank }: PopulationRow) => rank,
            text: ({ rank }: PopulationRow) => (rank === null ? '–' : format.value(rank, 'count')),
            leaving: wholeNumber(({ rank }: PopulationRow) => rank),
          },
        ]
      : []),
    { key: 'scope', label: t('compare.column.scope'), sort: scope, text: scope },
    ...metrics.map((metric) => ({
      key: metric.id,
      label: format.words(metric.name),
      unit: metric.unit === 'ratio' ? '' : format.metricUnit(metric.unit),
      figures: true,
      sort: (row: PopulationRow) => populationCell(row, metric)?.value ?? null,
      leaving: metricLeaving(metric, words, (row: PopulationRow) => populationCell(row, metric)),
    })),
  ];
}

/** Figures of several metrics as rows, one for each organization in the order of the first metric's figures. */
export function rowsByOrganization(cells: readonly CompareCell[]): PopulationRow[] {
  const rows = new Map<string, PopulationRow & { cells: CompareCell[] }>();
  for (const cell of cells) {
    const { info, slot } = cell;
    const row = rows.get(info.doc_id) ?? { info, slot, rank: null, cells: [] };
    row.cells.push(cell);
    rows.set(info.doc_id, row);
  }
  return [...rows.values()];
}

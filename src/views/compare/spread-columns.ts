import type { TableColumn } from '@/components/data-table';
import {
  leavingTable,
  metricNumber,
  wholeNumber,
  type TableWords,
} from '@/components/leaving-table';
import type { FigureSheet } from '@/domain/exported-figure';
import { decimalText, metricCells } from '@/domain/metric-cells';
import { allBins, type SpreadFacts } from './spread-parts';

type Bin = ReturnType<typeof allBins>[number];

/** Columns of a histogram's table: the ends of each range, how many have a figure in it, and their share. */
export function binColumns({ metric, spread }: SpreadFacts, words: TableWords): TableColumn<Bin>[] {
  const { t, format } = words;
  const { type, decimals } = metricCells(metric, format.unit);
  const end = (name: 'from' | 'to'): TableColumn<Bin> => ({
    key: name,
    label: t(`compareViews.spread.${name}`),
    unit: metric.unit === 'ratio' ? '' : format.metricUnit(metric.unit),
    figures: true,
    text: (bin) => format.metric(bin[name], metric),
    leaving: {
      type,
      ...(decimals ? { decimals } : {}),
      cell: (bin) => metricNumber(metric, bin[name], words),
    },
  });
  return [
    end('from'),
    end('to'),
    {
      key: 'count',
      label: t('compareViews.spread.organizations'),
      figures: true,
      text: ({ count }) => format.value(count, 'count'),
      leaving: wholeNumber(({ count }: Bin) => count),
    },
    {
      key: 'share',
      label: t('compareViews.spread.share'),
      figures: true,
      text: ({ count }) => format.ratio(count / spread.members),
      leaving: {
        type: 'ratio',
        cell: ({ count }) => ({ value: decimalText(count / spread.members) }),
      },
    },
  ];
}

/** A histogram's ranges as a sheet. */
export const binSheet = (facts: SpreadFacts, words: TableWords): FigureSheet =>
  leavingTable(
    words.t('compareViews.spread.kinds.histogram'),
    binColumns(facts, words),
    allBins(facts.bins, facts.counts),
    words,
  );

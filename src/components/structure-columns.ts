import { Decimal } from 'decimal.js';
import type { SourceRef } from '@/domain/source-ref';
import type { Composition, Part, PartCell, PartName, Whole } from '@/domain/structure';
import { shareDifference } from '@/domain/structure-facts';
import type { PeerMedian } from '@/domain/structure-peers';
import type { LeavingColumn, TableColumn } from './data-table';
import { amountLeaving, shareLeaving, type TableWords } from './leaving-table';

/** A part of every budget, what no part explains, or the whole. */
export interface CompositionRow {
  name: string;
  code: string | null;
  /** By document. */
  cells: ReadonlyMap<string, CompositionCell>;
  /** Share in the second of two budgets less that in the first, as a fraction. */
  difference: number | null;
  median: number | null;
}
export interface CompositionCell {
  /** Yuan, or exact yuan per head. */
  yuan: number | string | null;
  share: number | null;
  reason: string | null;
  source: SourceRef | null;
}

export interface CompositionFacts {
  /** Amounts in yuan, whatever form is shown. */
  shown: Composition;
  columns: readonly { doc: string; label: string }[];
  /** Headcounts by document where amounts are per head. */
  people: ReadonlyMap<string, number> | null;
  /** Metric that the whole is, where it is summed. */
  wholeMetric: string | null;
  median: PeerMedian | null;
  nameOf: (part: PartName) => string;
}

/** Codes of classes; those of funds and natures are the app's own. */
const CLASS_CODE = /^\d+$/;

/** Why a printed row holds no amount, as a word of the screen; of a printed number only the headcount can be missing. */
export const MISSING_AMOUNTS: Readonly<Record<PartCell['state'], string>> = {
  unreadable: 'common.missing.unreadable',
  blank: 'structure.table.blank',
  number: 'common.missing.no_headcount',
  zero: 'common.missing.no_headcount',
};

/** The two budgets whose shares are compared; null where there are more or fewer. */
export const pairOf = (columns: readonly { doc: string }[]): readonly [string, string] | null =>
  columns.length === 2 ? [columns[0]!.doc, columns[1]!.doc] : null;

/** Yuan divided by heads, with all digits; null where nobody is counted. */
export const exactPerHead = (yuan: number | string, people: number | undefined): string | null =>
  people === undefined ? null : new Decimal(yuan).div(people).toFixed();

/** Parts largest first, then what they leave unexplained, then the whole. */
export function compositionRows(facts: CompositionFacts, { t }: TableWords): CompositionRow[] {
  const { shown, columns, people, median, nameOf } = facts;
  const pair = pairOf(columns);
  const lacking = t('common.missing.no_headcount');
  function amountOf(doc: string, yuan: number): Pick<CompositionCell, 'yuan' | 'reason'> {
    const shownAs = people ? exactPerHead(yuan, people.get(doc)) : yuan;
    return { yuan: shownAs, reason: shownAs === null ? lacking : null };
  }
  const partCell = (doc: string, cell: PartCell | undefined): CompositionCell => {
    if (!cell) return { yuan: null, share: null, reason: t('leaving.notPrinted'), source: null };
    const { share, source } = cell;
    if (cell.amount === null)
      return { yuan: null, share, reason: t(MISSING_AMOUNTS[cell.state]), source };
    return { ...amountOf(doc, cell.amount), share, source };
  };
  const wholeCell = (whole: Whole): CompositionCell => {
    const { doc, amount, gap } = whole;
    const summed = facts.wholeMetric
      ? ({ kind: 'metric', doc, metric: facts.wholeMetric } as const)
      : null;
    const source = whole.source ?? (amount === null ? null : summed);
    if (amount === null)
      return { yuan: null, share: null, reason: t(`leaving.gap.${gap ?? 'blank'}`), source };
    return { ...amountOf(doc, amount), share: gap === null ? 1 : null, source };
  };
  const restCell = (whole: Whole): CompositionCell | null =>
    whole.source && whole.remainder !== 0
      ? {
          ...amountOf(whole.doc, whole.remainder),
          share: whole.remainderShare,
          source: whole.source,
        }
      : null;
  const rests = shown.wholes.flatMap((whole): [string, CompositionCell][] => {
    const cell = restCell(whole);
    return cell ? [[whole.doc, cell]] : [];
  });
  const apart = { code: null, difference: null, median: null };
  return [
    ...shown.parts.map((part: Part): CompositionRow => ({
      name: nameOf(part),
      code: part.code !== null && CLASS_CODE.test(part.code) ? part.code : null,
      cells: new Map(columns.map(({ doc }) => [doc, partCell(doc, part.cells.get(doc))])),
      difference: pair ? shareDifference(part, pair) : null,
      median: median?.shares.get(part.key) ?? null,
    })),
    ...(rests.length > 0
      ? [{ ...apart, name: t('structure.remainder'), cells: new Map(rests) }]
      : []),
    {
      ...apart,
      name: t('structure.table.total'),
      cells: new Map(shown.wholes.map((whole) => [whole.doc, wholeCell(whole)])),
    },
  ];
}

/** A difference of fractions in percentage points. */
const pointsLeaving = <Row>(of: (row: Row) => number | null): LeavingColumn<Row> => ({
  type: 'quotient',
  decimals: 2,
  cell(row) {
    const points = of(row);
    return { value: points === null ? null : new Decimal(points).times(100).toFixed() };
  },
});

/** Columns of parts × budgets: amount and share of each, the difference between two, the median of peers. */
export function compositionColumns(
  { columns, people, median }: CompositionFacts,
  words: TableWords,
): TableColumn<CompositionRow>[] {
  const { t, format } = words;
  const unit = people ? format.metricUnit('yuan per person') : format.unitName;
  const amount = t(`structure.stack.${people ? 'per_staff' : 'amount'}`);
  const cellOf = (row: CompositionRow, doc: string): CompositionCell | undefined =>
    row.cells.get(doc);
  const pair = pairOf(columns);
  return [
    { key: 'part', label: t('structure.table.part'), text: ({ name }) => name },
    { key: 'code', label: t('leaving.code'), text: ({ code }) => code ?? '' },
    ...columns.flatMap(({ doc, label }): TableColumn<CompositionRow>[] => [
      {
        key: `amount ${doc}`,
        label: t('leaving.of', { name: label, what: amount }),
        unit,
        leaving: amountLeaving(
          words,
          (row) => cellOf(row, doc) ?? { yuan: null },
          people ? 'quotient' : 'money',
        ),
      },
      {
        key: `share ${doc}`,
        label: t('leaving.of', { name: label, what: t('structure.table.share') }),
        leaving: shareLeaving((row) => cellOf(row, doc)?.share ?? null),
      },
    ]),
    ...(pair
      ? [
          {
            key: 'difference',
            label: t('leaving.of', {
              name: t('structure.table.differenceOf', {
                first: columns[0]!.label,
                second: columns[1]!.label,
              }),
              what: t('structure.table.difference'),
            }),
            leaving: pointsLeaving((row: CompositionRow) => row.difference),
          },
        ]
      : []),
    ...(median
      ? [
          {
            key: 'median',
            label: t('structure.median.name', { n: median.peers }),
            leaving: shareLeaving((row: CompositionRow) => row.median),
          },
        ]
      : []),
  ];
}

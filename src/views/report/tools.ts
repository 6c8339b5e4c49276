import type { EChartsOption } from 'echarts';
import type { ChartTheme } from '@/charts/theme';
import type { useCheckWords } from '@/components/checks-words';
import type { useAsk } from '@/composables/useAsk';
import type { Shown } from '@/db/queries/population';
import type { ExportWords } from '@/domain/finding-export-words';
import { guardMixes, type LikeDocuments, type Synthetic } from '@/domain/guard';
import type { Metric } from '@/domain/metric';
import type { Mute } from '@/domain/mute';
import type { DocumentInfo } from '@/domain/organization';
import type { PriceIndex } from '@/domain/price-index';
import { MARK_SIGNS, type QualityMarks } from '@/domain/quality-mark';
import type {
  ReportBlock,
  ReportCell,
  ReportColumn,
  ReportPicture,
  ReportTable,
} from '@/domain/report';
import type { SourceRef } from '@/domain/source-ref';
import type { PartName } from '@/domain/structure';
import type { Translate } from '@/domain/translate';
import type { FigureWords } from '../compare/figure-words';

/** A chart that is not drawn yet. */
export interface Undrawn {
  option: EChartsOption;
}
export type Block = ReportBlock<Undrawn>;

/** Everything that the sections of a report are made with. */
export interface ReportTools extends FigureWords {
  t: Translate;
  ask: ReturnType<typeof useAsk>;
  /** Documents of the report, their short names, and colour slots by organization. */
  infos: readonly DocumentInfo[];
  labels: ReadonlyMap<string, string>;
  slots: ReadonlyMap<string, number>;
  /** Documents of the same organizations in every year. */
  history: readonly DocumentInfo[];
  /** Whose figures are asked for, those they are compared with among them. */
  shown: Shown;
  focus: DocumentInfo | undefined;
  /** Members of the group in one phrase; empty for no group. */
  group: string;
  metrics: readonly Metric[];
  prices: PriceIndex;
  /** What amounts are in, where they are not as printed; else empty. */
  priceWords: string;
  marks: QualityMarks;
  /** Whether documents of the report are made up. */
  synthetic: Synthetic;
  partName: (part: PartName) => string;
  checkWords: ReturnType<typeof useCheckWords>;
  exportWords: ExportWords;
  mutes: ReadonlyMap<string, Mute>;
  theme: ChartTheme;
  /** ISO date on which the report is made. */
  date: string;
}

/** Width of a picture in CSS pixels: that of an A4 page within its margins. */
export const PICTURE_WIDTH = 640;
/** Rows of a chart that fit on a page beside its title. */
export const MOST_ROWS = 30;

/** A section as it is made: its questions are asked while it is. */
export type MakeSection = (tools: ReportTools) => Promise<readonly Block[]>;

export const labelOf = (tools: Pick<ReportTools, 'labels'>, doc: string): string =>
  tools.labels.get(doc) ?? doc;

/** Organizations that are named one by one. */
const NAMED = 4;

/** The documents in one phrase: the first few by name, the others by number. */
export function namesOf({ infos, labels, t }: Pick<ReportTools, 'infos' | 'labels' | 't'>): string {
  const all = infos.map(({ doc_id }) => labels.get(doc_id) ?? '');
  const names = all.slice(0, NAMED).join(t('compare.figure.separator'));
  return all.length > NAMED ? t('compare.figure.others', { names, n: all.length }) : names;
}

export const cell = (text: string): ReportCell => ({ text });

/** A text with the sign of the failed checks that touch what it stands for. */
export function marked(text: string, source: SourceRef | null, { marks }: ReportTools): string {
  const mark = source && marks.ofSource(source);
  return mark ? `${text} ${MARK_SIGNS[mark.severity]}` : text;
}

/** Words for where figures come from, with the word that they are made up where they are. */
export const withSynthetic = (
  text: string,
  { t, synthetic }: Pick<ReportTools, 't' | 'synthetic'>,
): string =>
  synthetic === 'none'
    ? text
    : t('figures.synthetic.beside', { text, mark: t(`figures.synthetic.${synthetic}`) });

/** A chart as a block of the report; `source` is what its source line names. */
export const picture = (
  {
    option,
    legend = [],
    source,
    ...rest
  }: Omit<ReportPicture<Undrawn>, 'is' | 'width' | 'drawn' | 'legend'> & {
    legend?: ReportPicture<Undrawn>['legend'];
    option: EChartsOption;
  },
  tools: Pick<ReportTools, 't' | 'synthetic'>,
): ReportPicture<Undrawn> => ({
  is: 'picture',
  width: PICTURE_WIDTH,
  legend,
  ...rest,
  source: tools.t('compare.figure.source', { text: withSynthetic(source, tools) }),
  drawn: { option },
});

/** A column of a table, with how its cell of a row is made. */
export interface CellColumn<Row> extends ReportColumn {
  cell: (row: Row) => ReportCell;
}

/** A table with a row for each of the rows. */
export const tableOf = <Row>(
  title: string,
  columns: readonly CellColumn<Row>[],
  rows: readonly Row[],
): ReportTable => ({
  is: 'table',
  title,
  columns: columns.map(({ head, unit, figures, width }) => ({
    head,
    ...(unit ? { unit } : {}),
    ...(figures ? { figures } : {}),
    ...(width ? { width } : {}),
  })),
  rows: rows.map((row) => columns.map((column) => column.cell(row))),
});

/** Tables of at most so many columns of figures each, the columns of names repeated. */
export function splitTable(table: ReportTable, names: number, most: number): ReportTable[] {
  const figures = table.columns.length - names;
  const parts = Math.max(1, Math.ceil(figures / most));
  return Array.from({ length: parts }, (_, part) => {
    const from = names + part * most;
    const cut = <Item>(items: readonly Item[]): Item[] => [
      ...items.slice(0, names),
      ...items.slice(from, from + most),
    ];
    return { ...table, columns: cut(table.columns), rows: table.rows.map(cut) };
  });
}

/** In what respects the chosen and those they are compared with are not alike, as words; empty where they are. */
export function guardText(
  rows: readonly LikeDocuments[],
  metric: Metric | null,
  { t }: Pick<ReportTools, 't'>,
): string {
  const mixes = guardMixes(rows, metric);
  if (mixes.length === 0) return '';
  const words = mixes.map((mix) => t(`figures.guard.mix.${mix}`)).join(t('figures.guard.and'));
  return t('figures.guard.prefix') + t('figures.guard.colon') + words;
}

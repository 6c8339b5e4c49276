import type { ExportedFigure, FigureSheet } from './exported-figure';
import type { SourcedFigure } from './figure-sources';
import type { Metric } from './metric';
import { REASONS, type Reason } from './missing';
import type { Sheet, SheetColumn, SheetRow } from './sheet';

/** What the sheets beside the tables of a figure say, in the language of the screen. */
export interface FigureSheetWords {
  sheet: (name: 'sources' | 'definitions') => string;
  column: (name: string) => string;
  /** What a line that is not the figure's own words begins with. */
  line: (name: 'warning' | 'note', text: string) => string;
  /** Day, product and version. */
  made: string;
  kind: (name: 'figure' | 'metric' | 'reason') => string;
  metric: (metric: Metric) => { name: string; formula: string; unit: string; tables: string };
  reason: (reason: Reason) => { name: string; about: string };
  table: (id: string) => string;
  part: (name: string) => string;
  stage: (stage: string) => string;
  /** Said in the last row of a list that was cut. */
  cut: (shown: number, total: number) => string;
}

/** Rows of the list of sources at most. */
export const MOST_SOURCES = 200_000;

const SOURCE_COLUMNS = [
  ['sheet', 'text', 18],
  ['sheet_row', 'count', 8],
  ['head', 'text', 20],
  ['organization', 'text', 28],
  ['place_code', 'text', 10],
  ['year', 'text', 8],
  ['stage', 'text', 8],
  ['document', 'text', 30],
  ['part', 'text', 16],
  ['table', 'text', 26],
  ['row', 'count', 8],
  ['column', 'count', 8],
  ['label', 'text', 26],
  ['printed', 'text', 16],
  ['page', 'count', 8],
  ['file', 'text', 30],
  ['sha256', 'text', 20],
] as const;

const whole = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

/** The sheet of sources: a row for each figure and each printed thing it rests on; rows of sheets as a reader counts them. */
export function sourceSheet(figures: readonly SourcedFigure[], words: FigureSheetWords): Sheet {
  const columns = SOURCE_COLUMNS.map(([name, type, width]): SheetColumn => ({
    head: words.column(name),
    type,
    width,
  }));
  const rows = figures
    .slice(0, MOST_SOURCES)
    .map(({ sheet, row, head, doc, source }): SheetRow => [
      sheet,
      String(row + 2),
      head,
      doc.organization,
      doc.jurisdiction_code,
      String(doc.fiscal_year),
      words.stage(doc.stage),
      doc.title,
      source?.part ? words.part(source.part) : null,
      source ? words.table(source.table) : null,
      whole(source?.row),
      whole(source?.column),
      source?.label ?? null,
      source?.printed ?? null,
      whole(source?.page),
      doc.source_file,
      doc.sha256,
    ]);
  const cut: SheetRow[] =
    figures.length > rows.length
      ? [[{ type: 'text', value: words.cut(rows.length, figures.length) }]]
      : [];
  return { name: words.sheet('sources'), columns, rows: [...rows, ...cut] };
}

const metricsOf = (sheets: readonly FigureSheet[]): Metric[] => [
  ...new Map(
    sheets.flatMap(({ metrics }) => metrics.map((metric) => [metric.id, metric] as const)),
  ).values(),
];

/** The sheet of definitions: what each figure is and says, then its metrics, then why a figure can be missing. */
export function definitionSheet(
  figures: readonly ExportedFigure[],
  words: FigureSheetWords,
): Sheet {
  const about = figures.flatMap(({ text, sheets }): SheetRow[] => {
    const name = sheets.map(({ sheet }) => sheet.name).join(' · ') || text.title;
    const lines = [
      text.title,
      text.subtitle,
      text.unit,
      ...text.warnings.map((line) => words.line('warning', line)),
      ...text.notes.map((line) => words.line('note', line)),
      text.source,
      words.made,
    ];
    return lines
      .filter(Boolean)
      .map((line): SheetRow => [words.kind('figure'), name, line, '', '']);
  });
  const metrics = metricsOf(figures.flatMap(({ sheets }) => sheets)).map((metric): SheetRow => {
    const { name, formula, unit, tables } = words.metric(metric);
    return [words.kind('metric'), name, formula, unit, tables];
  });
  const reasons = (Object.keys(REASONS) as Reason[]).map((reason): SheetRow => {
    const { name, about: why } = words.reason(reason);
    return [words.kind('reason'), name, why, '', ''];
  });
  const widths = [12, 28, 60, 14, 36];
  return {
    name: words.sheet('definitions'),
    columns: ['kind', 'name', 'meaning', 'unit', 'tables'].map((column, i) => ({
      head: words.column(column),
      type: 'text',
      width: widths[i]!,
    })),
    rows: [...about, ...metrics, ...reasons],
  };
}

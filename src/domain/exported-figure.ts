import type { Metric } from './metric';
import type { Sheet } from './sheet';
import type { SourceRef } from './source-ref';

/** A way in which a figure leaves the app: as a picture, or as its table. */
interface FigureFormatFacts {
  is: 'picture' | 'table';
  /** Ending of the file. */
  extension: string;
  /** Type of the file as browsers know it. */
  type: string;
}

/** Ways in which a figure leaves the app; `gb18030` is CSV in that encoding. */
export const FIGURE_FORMATS = {
  png: { is: 'picture', extension: 'png', type: 'image/png' },
  svg: { is: 'picture', extension: 'svg', type: 'image/svg+xml;charset=utf-8' },
  csv: { is: 'table', extension: 'csv', type: 'text/csv;charset=utf-8' },
  gb18030: { is: 'table', extension: 'csv', type: 'text/csv;charset=gb18030' },
  xlsx: {
    is: 'table',
    extension: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  parquet: { is: 'table', extension: 'parquet', type: 'application/vnd.apache.parquet' },
} as const satisfies Record<string, FigureFormatFacts>;

export type FigureFormat = keyof typeof FIGURE_FORMATS;

/** What stands around a figure, in words. */
export interface FigureText {
  title: string;
  subtitle: string;
  /** Unit of the figures, or empty where the columns say it. */
  unit: string;
  /** In what respects the figures are not alike. */
  warnings: readonly string[];
  /** What is missing, prices in force, and other notes beneath it. */
  notes: readonly string[];
  /** Documents that the figures come from. */
  source: string;
}

/** The origin of one figure of a sheet: row and column from 0, heads not counted. */
export interface SheetSource {
  row: number;
  column: number;
  ref: SourceRef;
}

/** A table of a figure, typed and exact, with the origin of its figures and the metrics that they are. */
export interface FigureSheet {
  sheet: Sheet;
  sources: readonly SheetSource[];
  metrics: readonly Metric[];
}

/** A figure as it leaves the app: what stands around it on the screen, and its tables with all rows. */
export interface ExportedFigure {
  text: FigureText;
  /** Its table twin first, then what belongs to it. */
  sheets: readonly FigureSheet[];
}

const LONGEST_NAME = 80;

/** Name of a file for what has this title: no character that a system of files refuses, not too long. */
export function fileName(title: string, day: string, extension: string): string {
  const plain = title
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const short = [...plain].slice(0, LONGEST_NAME).join('').trim();
  return `${[short, day].filter(Boolean).join(' ')}.${extension}`;
}

import type { Sheet } from './sheet';

/** Ways in which a figure leaves the app; `gb18030` is CSV in that encoding. */
export const FIGURE_FORMATS = ['png', 'svg', 'csv', 'gb18030', 'xlsx', 'parquet'] as const;
export type FigureFormat = (typeof FIGURE_FORMATS)[number];

/** A figure as it leaves the app: what stands around it on the screen, and its table with all rows. */
export interface ExportedFigure {
  title: string;
  subtitle: string;
  /** Unit of the figures, or empty where the columns say it. */
  unit: string;
  /** Documents that the figures come from, in words. */
  source: string;
  /** What is missing or not alike, prices in force, and other notes beneath it. */
  notes: readonly string[];
  /** Its table twin first, then what belongs to it. */
  sheets: readonly Sheet[];
}

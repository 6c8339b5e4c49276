import { useI18n } from 'vue-i18n';
import { figurePicture, type LeavingFigure, type Picture } from '@/charts/figure-picture';
import { arrowOfSheet } from '@/db/arrow-sheet';
import { documentIndex } from '@/domain/document-index';
import {
  FIGURE_FORMATS,
  fileName,
  type ExportedFigure,
  type FigureFormat,
} from '@/domain/exported-figure';
import { definitionSheet, sourceSheet } from '@/domain/figure-sheets';
import { localDay } from '@/domain/local-day';
import type { Sheet } from '@/domain/sheet';
import { useDatasets } from '@/stores/datasets';
import { reader } from '@/stores/reader';
import { figureSources } from './figureSources';
import { pngOf } from './rasterPicture';
import { saveFile } from './saveFile';
import { useChartTheme } from './useChartTheme';
import { useFigureSheetWords } from './useFigureSheetWords';

/** Pixels of a PNG for each CSS pixel. */
const SCALE = 2;
/** Pixels that every browser draws on one canvas: of one side, and in all. */
const LONGEST_SIDE = 16_384;
const MOST_PIXELS = 120_000_000;

type Step = 'drawing' | 'rows' | 'sources' | 'writing';
interface Options {
  signal: AbortSignal;
  onStep: (step: Step, done: number | null) => void;
}

/** Saves figures: one of them as a picture or a table, or all of a screen as one workbook. */
export function useFigureExport() {
  const datasets = useDatasets();
  const theme = useChartTheme();
  const wordsNow = useFigureSheetWords();
  const { t } = useI18n();

  async function picture(figure: LeavingFigure): Promise<Picture> {
    const text = figure.text();
    const draw = await figure.draw?.();
    if (!draw) throw new Error(t('figureExport.nothingDrawn', { title: text.title }));
    return figurePicture({ ...text, made: wordsNow().made }, draw, theme.value);
  }

  async function png(figure: LeavingFigure): Promise<Uint8Array> {
    const { svg, width, height } = await picture(figure);
    const side = Math.max(width, height) * SCALE;
    if (side > LONGEST_SIDE || width * height * SCALE * SCALE > MOST_PIXELS) {
      throw new Error(t('figureExport.tooLarge', { width: width * SCALE, height: height * SCALE }));
    }
    return pngOf(svg, { width, height, scale: SCALE });
  }

  async function exported(figures: readonly LeavingFigure[]): Promise<ExportedFigure[]> {
    const all: ExportedFigure[] = [];
    for (const figure of figures) {
      if (figure.sheets) all.push({ text: figure.text(), sheets: await figure.sheets() });
    }
    return all;
  }

  /** The tables of figures, then where their figures come from, then what they mean. */
  async function bookSheets(
    figures: readonly ExportedFigure[],
    { signal, onStep }: Options,
  ): Promise<Sheet[]> {
    const { engine, documents } = datasets;
    if (!engine) throw new Error(t('figureExport.notReady'));
    const words = wordsNow();
    const tables = figures.flatMap(({ sheets }) => sheets);
    const sources = await figureSources(engine, tables, documentIndex(documents), {
      signal,
      onDone: (done) => onStep('sources', done),
    });
    return [
      ...tables.map(({ sheet }) => sheet),
      sourceSheet(sources, words),
      definitionSheet(figures, words),
    ];
  }

  async function table(
    figure: LeavingFigure,
    format: 'csv' | 'gb18030' | 'xlsx' | 'parquet',
    options: Options,
  ): Promise<Uint8Array> {
    const { signal, onStep } = options;
    onStep('rows', null);
    const figures = await exported([figure]);
    signal.throwIfAborted();
    const [first] = figures.flatMap(({ sheets }) => sheets);
    if (!first) throw new Error(t('figureExport.noTable', { title: figure.text().title }));
    const sheets = format === 'xlsx' ? await bookSheets(figures, options) : [first.sheet];
    onStep('writing', null);
    return format === 'parquet'
      ? reader.writeParquet(await arrowOfSheet(first.sheet), signal)
      : reader.writeSheets(format, sheets, signal);
  }

  async function bytesOf(
    figure: LeavingFigure,
    format: FigureFormat,
    options: Options,
  ): Promise<BlobPart> {
    if (format === 'png' || format === 'svg') options.onStep('drawing', null);
    switch (format) {
      case 'svg':
        return (await picture(figure)).svg;
      case 'png':
        return (await png(figure)) as BlobPart;
      default:
        return (await table(figure, format, options)) as BlobPart;
    }
  }

  return {
    /** Saves one figure; rejects with the signal's reason when stopped, else in words that name what failed. */
    async exportFigure(
      figure: LeavingFigure,
      format: FigureFormat,
      options: Options,
    ): Promise<void> {
      const bytes = await bytesOf(figure, format, options);
      options.signal.throwIfAborted();
      const { extension, type } = FIGURE_FORMATS[format];
      saveFile(fileName(figure.text().title, localDay(new Date()), extension), bytes, type);
    },

    /** Saves all figures of a screen that have tables as one workbook. */
    async exportScreen(
      figures: Iterable<LeavingFigure>,
      title: string,
      options: Options,
    ): Promise<void> {
      options.onStep('rows', null);
      const tables = await exported([...figures]);
      options.signal.throwIfAborted();
      if (tables.length === 0) throw new Error(t('figureExport.noFigures'));
      const sheets = await bookSheets(tables, options);
      options.onStep('writing', null);
      const bytes = await reader.writeSheets('xlsx', sheets, options.signal);
      const { extension, type } = FIGURE_FORMATS.xlsx;
      saveFile(fileName(title, localDay(new Date()), extension), bytes as BlobPart, type);
    },
  };
}

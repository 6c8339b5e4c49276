import { useI18n } from 'vue-i18n';
import type { FigureSheetWords } from '@/domain/figure-sheets';
import { localDay } from '@/domain/local-day';
import { version } from '../../package.json';
import { useFormat } from './useFormat';

/** What the sheets beside the tables of a figure say, in the language and unit of the screen as it is now. */
export function useFigureSheetWords(): () => FigureSheetWords {
  const { t, te } = useI18n();
  const format = useFormat();
  const known = (key: string, otherwise: string): string => (te(key) ? t(key) : otherwise);
  return () => ({
    sheet: (name) => t(`figureExport.sheet.${name}`),
    column: (name) => t(`figureExport.column.${name}`),
    line: (name, text) => t(`figureExport.line.${name}`, { text }),
    made: t('figureExport.made', {
      day: localDay(new Date()),
      product: t('frame.product'),
      version,
    }),
    kind: (name) => t(`figureExport.kind.${name}`),
    metric: ({ name, formula, unit, sources }) => ({
      name: format.value.words(name),
      formula: format.value.words(formula),
      unit: unit === 'ratio' ? t('figureExport.fraction') : format.value.metricUnit(unit),
      tables: sources.map((id) => t(`source.tableName.${id}`)).join(t('compare.figure.separator')),
    }),
    reason: (reason) => ({
      name: t(`common.missing.${reason}`),
      about: t(`guide.reason.${reason}`),
    }),
    table: (id) => known(`source.tableName.${id}`, id),
    part: (name) => known(`source.measure.${name}`, known(`figureExport.part.${name}`, name)),
    stage: (stage) => t(`frame.stage.${stage}`),
    cut: (shown, total) => t('exporting.cut', { shown, total }),
  });
}

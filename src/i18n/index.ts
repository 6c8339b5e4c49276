import { createI18n } from 'vue-i18n';
import { common as commonEn } from './en/common';
import { checks as checksEn } from './en/checks';
import { compare as compareEn } from './en/compare';
import { compareViews as compareViewsEn } from './en/compare-views';
import { overTime as overTimeEn } from './en/compare-over-time';
import { data as dataEn } from './en/data';
import { datasetExport as datasetExportEn } from './en/dataset-export';
import { exporting as exportingEn } from './en/exporting';
import { figureExport as figureExportEn } from './en/figure-export';
import { leaving as leavingEn } from './en/leaving';
import { figures as figuresEn } from './en/figures';
import { frame as frameEn } from './en/frame';
import { guide as guideEn } from './en/guide';
import { missing as missingEn } from './en/missing';
import { overview as overviewEn } from './en/overview';
import { picker as pickerEn } from './en/picker';
import { presentation as presentationEn } from './en/presentation';
import { projects as projectsEn } from './en/projects';
import { report as reportEn } from './en/report';
import { review as reviewEn } from './en/review';
import { share as shareEn } from './en/share';
import { source as sourceEn } from './en/source';
import { structure as structureEn } from './en/structure';
import { structureFlow as structureFlowEn } from './en/structure-flow';
import { views as viewsEn } from './en/views';
import { workspace as workspaceEn } from './en/workspace';
import { common } from './zh/common';
import { checks } from './zh/checks';
import { compare } from './zh/compare';
import { compareViews } from './zh/compare-views';
import { overTime } from './zh/compare-over-time';
import { data } from './zh/data';
import { datasetExport } from './zh/dataset-export';
import { exporting } from './zh/exporting';
import { figureExport } from './zh/figure-export';
import { leaving } from './zh/leaving';
import { figures } from './zh/figures';
import { frame } from './zh/frame';
import { guide } from './zh/guide';
import { missing } from './zh/missing';
import { overview } from './zh/overview';
import { picker } from './zh/picker';
import { presentation } from './zh/presentation';
import { projects } from './zh/projects';
import { report } from './zh/report';
import { review } from './zh/review';
import { share } from './zh/share';
import { source } from './zh/source';
import { structure } from './zh/structure';
import { structureFlow } from './zh/structure-flow';
import { views } from './zh/views';
import { workspace } from './zh/workspace';

const zh = {
  common,
  frame,
  figures,
  guide,
  overview,
  compare,
  compareViews,
  overTime,
  structure,
  projects,
  structureFlow,
  source,
  checks,
  exporting,
  datasetExport,
  figureExport,
  leaving,
  share,
  views,
  missing,
  presentation,
  workspace,
  data,
  review,
  report,
  picker,
};
const en: typeof zh = {
  common: commonEn,
  frame: frameEn,
  figures: figuresEn,
  guide: guideEn,
  overview: overviewEn,
  compare: compareEn,
  compareViews: compareViewsEn,
  overTime: overTimeEn,
  structure: structureEn,
  projects: projectsEn,
  structureFlow: structureFlowEn,
  source: sourceEn,
  checks: checksEn,
  exporting: exportingEn,
  datasetExport: datasetExportEn,
  figureExport: figureExportEn,
  leaving: leavingEn,
  share: shareEn,
  views: viewsEn,
  missing: missingEn,
  presentation: presentationEn,
  workspace: workspaceEn,
  data: dataEn,
  review: reviewEn,
  report: reportEn,
  picker: pickerEn,
};

/** Words of the screens. Chinese is the type; English must say all of it. */
export const i18n = createI18n({
  legacy: false,
  locale: 'zh',
  fallbackLocale: 'zh',
  messages: { zh, en },
});

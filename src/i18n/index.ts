import { createI18n } from 'vue-i18n';
import { common as commonEn } from './en/common';
import { checks as checksEn } from './en/checks';
import { compare as compareEn } from './en/compare';
import { overTime as overTimeEn } from './en/compare-over-time';
import { data as dataEn } from './en/data';
import { exporting as exportingEn } from './en/exporting';
import { frame as frameEn } from './en/frame';
import { guide as guideEn } from './en/guide';
import { overview as overviewEn } from './en/overview';
import { projects as projectsEn } from './en/projects';
import { review as reviewEn } from './en/review';
import { source as sourceEn } from './en/source';
import { structure as structureEn } from './en/structure';
import { common } from './zh/common';
import { checks } from './zh/checks';
import { compare } from './zh/compare';
import { overTime } from './zh/compare-over-time';
import { data } from './zh/data';
import { exporting } from './zh/exporting';
import { frame } from './zh/frame';
import { guide } from './zh/guide';
import { overview } from './zh/overview';
import { projects } from './zh/projects';
import { review } from './zh/review';
import { source } from './zh/source';
import { structure } from './zh/structure';

const zh = {
  common,
  frame,
  guide,
  overview,
  compare,
  overTime,
  structure,
  projects,
  source,
  checks,
  exporting,
  data,
  review,
};
const en: typeof zh = {
  common: commonEn,
  frame: frameEn,
  guide: guideEn,
  overview: overviewEn,
  compare: compareEn,
  overTime: overTimeEn,
  structure: structureEn,
  projects: projectsEn,
  source: sourceEn,
  checks: checksEn,
  exporting: exportingEn,
  data: dataEn,
  review: reviewEn,
};

/** Words of the screens. Chinese is the type; English must say all of it. */
export const i18n = createI18n({
  legacy: false,
  locale: 'zh',
  fallbackLocale: 'zh',
  messages: { zh, en },
});

import { createRouter, createWebHashHistory } from 'vue-router';
import { page } from '@/stores/page-workspace';
import ChecksView from '@/views/ChecksView.vue';
import CompareView from '@/views/CompareView.vue';
import DataView from '@/views/DataView.vue';
import OverviewView from '@/views/OverviewView.vue';
import ProjectsView from '@/views/ProjectsView.vue';
import ReportView from '@/views/ReportView.vue';
import SourceView from '@/views/SourceView.vue';
import StructureView from '@/views/StructureView.vue';

/** The screens: those of the tabs in their order, then those that are opened from elsewhere. */
export const SCREENS = [
  'overview',
  'compare',
  'structure',
  'projects',
  'source',
  'checks',
  'data',
  'report',
] as const;
export type Screen = (typeof SCREENS)[number];

const VIEWS = {
  overview: OverviewView,
  compare: CompareView,
  structure: StructureView,
  projects: ProjectsView,
  source: SourceView,
  checks: ChecksView,
  data: DataView,
  report: ReportView,
};

/** Hash history, because it is the only one that works on file:// and under any path. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    ...SCREENS.map((name) => ({ path: `/${name}`, name, component: VIEWS[name] })),
    { path: '/:rest(.*)*', name: 'other', redirect: firstAddress },
  ],
});

/** What is shown where the address names no screen: the view of the workspace that the page is, or the overview. */
function firstAddress(): string {
  const address = page.workspace?.address ?? '';
  return router.resolve(address).name === 'other' ? '/overview' : address;
}

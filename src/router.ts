import { createRouter, createWebHashHistory } from 'vue-router';
import ChecksView from '@/views/ChecksView.vue';
import CompareView from '@/views/CompareView.vue';
import DataView from '@/views/DataView.vue';
import OverviewView from '@/views/OverviewView.vue';
import ProjectsView from '@/views/ProjectsView.vue';
import SourceView from '@/views/SourceView.vue';
import StructureView from '@/views/StructureView.vue';

/** The screens, in the order of the tabs. */
export const SCREENS = [
  'overview',
  'compare',
  'structure',
  'projects',
  'source',
  'checks',
  'data',
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
};

/** Hash history, because it is the only one that works on file:// and under any path. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    ...SCREENS.map((name) => ({ path: `/${name}`, name, component: VIEWS[name] })),
    { path: '/:rest(.*)*', redirect: '/overview' },
  ],
});

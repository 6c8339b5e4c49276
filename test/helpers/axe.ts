import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from './page';

/** The checker of accessibility, as a script for a page. */
export const AXE = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

export interface Violation {
  id: string;
  nodes: string[];
}

/** What the checker finds on the page as it is; the page has run `AXE`. */
export const violations = (page: Page): Promise<Violation[]> =>
  page.evaluate<Violation[]>(`axe.run(document, { resultTypes: ['violations'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => ({
      id, nodes: nodes.map(({ html }) => html.slice(0, 200)) })))`);

import type { Page } from './page';

export const SCREENS = [
  'overview',
  'compare',
  'structure',
  'projects',
  'source',
  'checks',
  'data',
] as const;
export const LANGUAGES = ['zh', 'en'] as const;
export const VIEWPORTS = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
] as const;

/** Waits until the bundled data can be asked. */
export async function ready(page: Page): Promise<void> {
  await page.waitFor('window.tongchi !== undefined', 60_000);
  await page.evaluate('window.tongchi.ready.then(() => true)');
}

/** Opens a screen by its hash and waits until it shows figures and asks nothing more. */
export async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    location.hash = ${JSON.stringify(hash)};
    requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
  })`);
  await page.waitFor(
    `document.querySelector('main').getAttribute('aria-busy') === 'false'
    && document.querySelector(
      'main [data-value], main table, main [data-chart], main [data-testid="data-loaded"]') !== null`,
    30_000,
  );
}

/** State of the last loading: idle, working, done or failed. */
export const loadState = (state: string): string =>
  `document.querySelector('[data-testid="load-status"]')?.dataset.state === '${state}'`;

export const query = <Row>(page: Page, sql: string): Promise<Row[]> =>
  page.evaluate<Row[]>(`window.tongchi.query(${JSON.stringify(sql)})`);

import type { Page } from './page';
import { pick, type Random } from './seeded';

/** What leaves the screen or asks for more than a click: files, dialogs, menus, judgements. */
const LEFT_OUT =
  '[aria-haspopup], [data-testid="figure-export"], [data-testid="open-picker"], .add, .supply, .edit, .close';
const LEFT_OUT_WORDS = /导出|补录|价格|略过|搁置|重新核对|打印|存为|下载|选择文件|删|复制/;

/** The controls that a reader can set on the screen, in an order that the screen gives. */
const CONTROLS = `[...document.querySelectorAll(
  'main button, main select, main input[type="search"], section.bar button, section.bar select')]
  .filter((one) => !one.disabled && one.getClientRects().length > 0
    && one.getAttribute('aria-disabled') !== 'true'
    && !one.matches(${JSON.stringify(LEFT_OUT)}) && !one.closest('summary')
    && !${String(LEFT_OUT_WORDS)}.test(one.textContent + (one.title ?? '')))`;

/** Texts and figures of the screen and of what is open over it, as a reader sees them. */
export interface Seen {
  values: readonly string[];
  charts: readonly string[];
  texts: readonly string[];
}

const SEEN = `(() => {
  const within = (selector) => [...document.querySelectorAll('main ' + selector + ', .source-drawer ' + selector)];
  const lines = ['main', '.bar', '.source-drawer'].flatMap((selector) =>
    (document.querySelector(selector)?.innerText ?? '').split('\\n'));
  return {
    values: within('[data-value]').map((one) => one.dataset.value + ' ' + one.textContent.trim()),
    charts: within('[data-chart]').map((one) => one.dataset.chart + ' ' + one.getAttribute('aria-label')),
    texts: lines.map((line) => line.replace(/\\s+/g, ' ').trim()).filter(Boolean),
  };
})()`;

const IS_QUIET = `document.querySelector('main').getAttribute('aria-busy') === 'false'
  && document.querySelector('main [role="status"]:not([data-testid])')?.innerText !== '正在查询…'`;

/** The screen as it is once it asks nothing more and has stopped changing. */
export async function seen(page: Page): Promise<Seen> {
  await page.waitFor(IS_QUIET);
  let before = '';
  for (let look = 0; look < 40; look += 1) {
    await page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60))))',
    );
    await page.waitFor(IS_QUIET);
    const now = JSON.stringify(await page.evaluate<Seen>(SEEN));
    if (now === before) break;
    before = now;
  }
  return JSON.parse(before) as Seen;
}

/** Sets one control of the screen, by chance; gives what was done, in words. */
async function step(page: Page, random: Random): Promise<string> {
  const names = await page.evaluate<string[]>(
    `${CONTROLS}.map((one) => one.tagName + ' ' + (one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 40))`,
  );
  const chosen = pick([...names.keys()], random);
  if (chosen === undefined) return 'nothing to set';
  const typed = pick(['政务', '费', '2'], random);
  const option = random();
  await page.evaluate(`(() => {
    const one = ${CONTROLS}[${chosen}];
    if (one.tagName === 'SELECT') {
      const open = [...one.options].filter((option) => !option.disabled);
      one.value = open[Math.floor(${option} * open.length)].value;
      one.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (one.tagName === 'INPUT') {
      one.value = ${JSON.stringify(typed)};
      one.dispatchEvent(new Event('input', { bubbles: true }));
    } else one.click();
  })()`);
  const name = names[chosen] ?? '';
  if (name.startsWith('INPUT')) {
    const written = encodeURIComponent(typed ?? '');
    await page.waitFor(`location.hash.includes(${JSON.stringify(written)})`);
  }
  await seen(page);
  return name;
}

/** Sets as many controls by chance; gives what was done. A step that opens a dialog is undone. */
export async function walk(page: Page, steps: number, random: Random): Promise<string[]> {
  const done: string[] = [];
  for (let i = 0; i < steps; i += 1) done.push(await step(page, random));
  return done;
}

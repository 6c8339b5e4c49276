import { describe, expect, test } from 'vitest';
import { LANGUAGES, query, ready, show, VIEWPORTS } from '../helpers/app';
import { AXE, violations } from '../helpers/axe';
import { withPage } from '../helpers/browsers';
import { JINGYU, YANBIAN } from '../helpers/engine';
import type { Page } from '../helpers/page';
import { appUrl, COMBINATIONS } from '../helpers/places';

interface Row {
  doc_id: string;
  project_id: string;
  level2: string;
  total: number;
  carryover: number | null;
}

const byAmount = (page: Page, where = 'true'): Promise<Row[]> =>
  query<Row>(
    page,
    `SELECT doc_id, project_id, level2, total, carryover FROM project_amount
     WHERE doc_id IN ('${JINGYU}', '${YANBIAN}') AND ${where}
     ORDER BY total DESC, doc_id, project_id`,
  );
const keyOf = ({ doc_id, project_id }: Row): string => `${doc_id}/${project_id}`;
/** Keys and printed amounts of the rows of the list, as shown. */
const listed = (page: Page): Promise<[key: string, amount: string][]> =>
  page.evaluate(`[...document.querySelectorAll('main tr[data-project]')].map((row) =>
    [row.dataset.project, row.querySelector('td.number').innerText.trim()])`);
const count = (selector: string): string => `document.querySelectorAll('${selector}').length`;
const yuan = (amount: number): string =>
  amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const says = (text: string): string =>
  `document.querySelector('main').innerText.includes('${text}')`;

test.each(COMBINATIONS)(
  '%s over %s lists, filters and finds the projects that the engine has',
  (browser, place) =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      const all = await byAmount(page);
      expect(all.length).toBeGreaterThan(10);
      await show(page, '#/projects?unit=元');
      await page.waitFor(`${count('main tr[data-project]')} === ${all.length}`);
      const amounts = new Map(all.map((row) => [keyOf(row), yuan(row.total)]));
      const shown = await listed(page);
      expect(new Map(shown)).toEqual(amounts);
      expect(shown.map(([, amount]) => amount)).toEqual(all.map(({ total }) => yuan(total)));

      const carried = await byAmount(page, 'carryover <> 0 AND carryover = total');
      expect(carried.length).toBeGreaterThan(0);
      await page.evaluate(`[...document.querySelectorAll('main .quick button')]
        .find((button) => button.innerText === '只有结转').click()`);
      await page.waitFor(`${count('main tr[data-project]')} === ${carried.length}`);
      expect((await listed(page)).map(([key]) => key)).toEqual(carried.map(keyOf));

      const found = await byAmount(page, `level2 LIKE '%政务外网%'`);
      await show(page, '#/projects?unit=元');
      await page.evaluate(`(() => {
        const input = document.querySelector('[data-testid="projects-search"]');
        input.value = '政务外网';
        input.dispatchEvent(new Event('input', { bubbles: true }));
      })()`);
      await page.waitFor(`${count('main tr[data-project]')} === ${found.length}`);
      expect((await listed(page)).map(([key]) => key)).toEqual(found.map(keyOf));
      expect(decodeURIComponent(await page.evaluate<string>('location.hash'))).toContain(
        'projectSearch=政务外网',
      );
    }),
);

test.each(COMBINATIONS)(
  '%s over %s opens a project with its targets and its printed cells',
  (browser, place) =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      const [largest] = await byAmount(page);
      const row = `main tr[data-project="${keyOf(largest!)}"]`;
      const printed = await query<{ printed: string }>(
        page,
        `SELECT l.printed FROM line l JOIN project p ON p.doc_id = l.doc_id AND p.row_no = l.row_no
         WHERE l.table_id = 'project' AND p.doc_id = '${largest!.doc_id}'
           AND p.project_id = '${largest!.project_id}' ORDER BY l.col_no`,
      );
      const targets = await query<{ level3: string; printed: string }>(
        page,
        `SELECT level3, printed FROM indicator WHERE doc_id = '${largest!.doc_id}'
         AND project_id = '${largest!.project_id}' ORDER BY row_no`,
      );
      expect(printed.length).toBeGreaterThan(1);
      expect(targets.length).toBeGreaterThan(1);
      await show(page, '#/projects?unit=元');
      await page.waitFor(`document.querySelector('${row} button.name') !== null`);
      await page.click(`${row} button.name`);
      await page.waitFor(`${count('main tr.detail .project table')} === 2`);
      const cells = `[...document.querySelectorAll('main tr.detail .project table')]
        .map((table) => [...table.tBodies[0].rows].map((row) =>
          [...row.cells].map((cell) => cell.innerText.trim())))`;
      const [own, aims] = await page.evaluate<string[][][]>(cells);
      expect(own).toEqual([printed.map((cell) => cell.printed || '空白')]);
      expect(aims!.map(([, name, text]) => [name, text])).toEqual(
        targets.map((target) => [target.level3, target.printed]),
      );
      await page.click(
        'main tr.detail .project table td button, main tr.detail .project table td a',
      );
      await page.waitFor(
        `document.querySelector('[role="dialog"]')?.innerText.includes('${largest!.level2}')`,
      );
    }),
);

test.each(COMBINATIONS)(
  '%s over %s sets like projects side by side, each with its own cost per unit',
  (browser, place) =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      await show(page, '#/projects?unit=元&projectPart=like&projectGroup=kind:operation');
      await page.waitFor(`${count('main tr[data-project]')} === 3`);
      const rows = `Object.fromEntries([...document.querySelectorAll('main tr[data-project]')]
        .map((row) => [row.dataset.project, [...row.cells].map((cell) => cell.innerText.trim())]))`;
      const like = await page.evaluate<Record<string, string[]>>(rows);
      const known = await byAmount(page, `level2 LIKE '%运维%'`);
      expect(Object.keys(like).toSorted()).toEqual(known.map(keyOf).toSorted());
      for (const row of known) expect(like[keyOf(row)]?.[2]).toBe(yuan(row.total));
      const platform = known[0]!;
      const [sites] = await query<{ target: number }>(
        page,
        `SELECT target FROM indicator WHERE doc_id = '${platform.doc_id}'
         AND project_id = '${platform.project_id}' AND level3 LIKE '%站点%' AND target_unit = '个'`,
      );
      expect(like[keyOf(platform)]?.[3]).toContain(
        yuan(Math.round((platform.total / sites!.target) * 100) / 100),
      );

      await page.click(`main tr[data-project="${keyOf(platform)}"] button.act`);
      await page.waitFor(`${count('main tr[data-project]')} === 2`);
      await page.waitFor(says('您移出的'));
      expect(await page.evaluate('location.hash')).toContain('projectEdits=');
      await page.evaluate(`[...document.querySelectorAll('main .aside')]
        .find((aside) => aside.innerText.includes('您移出的')).querySelector('button.act').click()`);
      await page.waitFor(`${count('main tr[data-project]')} === 3`);
      expect(await page.evaluate<Record<string, string[]>>(rows)).toEqual(like);
    }),
);

describe.each(VIEWPORTS)('at $width × $height', (viewport) => {
  test.each(LANGUAGES)(
    'every part has its tables, does not spill and can be read by all, in %s',
    (lang) =>
      withPage(
        'chromium',
        appUrl('file'),
        async (page) => {
          await ready(page);
          await page.evaluate(AXE);
          for (const [part, kind] of [
            ['', 'projects'],
            ['projectChart=bubbles', 'project-bubbles'],
            ['projectPart=like&projectGroup=kind:operation', 'like-projects'],
            ['projectPart=targets', 'project-targets'],
          ] as const) {
            await show(page, `#/projects?lang=${lang}&${part}`);
            await page.waitFor(
              `document.querySelector('main [data-chart="${kind}"] svg') !== null`,
            );
            const spill = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
            expect(spill, part).toBeLessThanOrEqual(0);
            expect(await violations(page), part).toEqual([]);
            await show(page, `#/projects?lang=${lang}&tables=1&${part}`);
            await page.waitFor(`${count('main figure table, main table')} > 0
            && document.querySelector('main [data-chart="${kind}"]') === null`);
            expect(await violations(page), `${part} as tables`).toEqual([]);
          }
        },
        { viewport },
      ),
  );
});

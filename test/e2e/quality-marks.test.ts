import { read, utils, type CellObject, type WorkBook } from '@e965/xlsx';
import { zipSync } from 'fflate';
import Papa from 'papaparse';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadState, query, ready, show } from '../helpers/app';
import { withPage } from '../helpers/browsers';
import { JINGYU, YANBIAN } from '../helpers/engine';
import { csvFiles, line, smallPackage } from '../helpers/package';
import type { Page } from '../helpers/page';
import { appUrl, COMBINATIONS } from '../helpers/places';

/** A budget whose classes add up to less than its total: 10.00 is left. */
const UNSOUND = smallPackage({
  line: [
    line({ row_no: 1, label: '合计', classification: 'summary' }),
    ...[
      ['201', '一般公共服务支出', '600000.00', '60.00'],
      ['208', '社会保障和就业支出', '300000.00', '30.00'],
    ].map(([code = '', label = '', amount = '', printed = ''], i) =>
      line({
        row_no: i + 2,
        code,
        label,
        level: 1,
        is_total: false,
        amount,
        printed,
      }),
    ),
  ],
});

let folder: string;
let unsound: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongchi-marks-'));
  unsound = join(folder, 'unsound.zip');
  const files = csvFiles(UNSOUND).map(({ path, bytes }) => [path, bytes] as const);
  writeFileSync(unsound, zipSync(Object.fromEntries(files)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Keeps what the page would save as a file, instead of saving it; scripts of workers are none. */
const CATCH_SAVED = `(() => {
  window.saved = [];
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    if (/csv|sheet/.test(blob.type)) window.saved.push(blob);
    return create(blob);
  };
  HTMLAnchorElement.prototype.click = () => {};
})()`;

/** Bytes of the last file saved. */
async function savedFile(page: Page): Promise<Buffer> {
  await page.waitFor('window.saved.length === 1', 30_000);
  const bytes = await page.evaluate<string>(`window.saved.pop().arrayBuffer().then((buffer) =>
    [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join(''))`);
  return Buffer.from(bytes, 'hex');
}

/** Saves the listed findings by the menu of their list, once there are some. */
async function saveFindings(page: Page, format: 'csv' | 'xlsx'): Promise<void> {
  const entry = `[data-export="${format}"]`;
  await page.waitFor(
    `document.querySelector('[data-testid="checks-export-open"]') !== null`,
    30_000,
  );
  await page.click('[data-testid="checks-export-open"]');
  await page.waitFor(`document.querySelector('${entry}:not([data-disabled])') !== null`, 30_000);
  await page.click(entry);
}

/** Marked figures of metrics on the screen: organization and metric. */
const shownMarks = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('main [data-metric]')].flatMap((figure) =>
    figure.querySelector('[data-quality]') ? [figure.dataset.org + ' ' + figure.dataset.metric] : []
  ).toSorted()`);
/** Metrics of the screen that have a value and that a failed check touches, by the engine. */
async function markedMetrics(page: Page): Promise<string[]> {
  const rows = await query<{ key: string }>(
    page,
    `SELECT DISTINCT d.org_id || ' ' || m.metric_id AS key FROM metric_mark m
    JOIN document d USING (doc_id) JOIN metric v USING (doc_id, metric_id) WHERE v.value IS NOT NULL`,
  );
  const marked = new Set(rows.map(({ key }) => key));
  const shown = await page.evaluate<string[]>(
    `[...document.querySelectorAll('main [data-metric]')].map((figure) =>
      figure.dataset.org + ' ' + figure.dataset.metric).toSorted()`,
  );
  return shown.filter((key) => marked.has(key));
}

const anyMark = `document.querySelector('main [data-quality]') !== null`;
const signs = '▲△○';

describe.each(COMBINATIONS)('%s over %s', (browser, place) => {
  test('marks the figures that failed checks touch, and no others', () =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      await show(page, '#/overview');
      await page.waitFor(anyMark);
      const overview = await shownMarks(page);
      expect(overview).toEqual(await markedMetrics(page));
      expect(overview).toContain(`${JINGYU.replace(/-2026-budget$/, '')} running_cost_yoy`);
      expect(overview.some((key) => key.endsWith(' three_public'))).toBe(false);

      await show(page, '#/compare?metric=largest_project_share');
      await page.waitFor(anyMark);
      expect(await shownMarks(page)).toEqual(await markedMetrics(page));
      const drawn = await page.text('[data-chart="bar"]');
      expect(drawn.match(new RegExp(`[${signs}]`, 'g'))).toHaveLength(1);
      expect(await page.text('[data-quality-legend]')).toContain('核对');
      await show(page, '#/compare?metric=largest_project_share&tables=1');
      expect(await shownMarks(page)).toEqual(await markedMetrics(page));
      await show(page, '#/compare?metric=three_public');
      await page.waitFor(`document.querySelector('[data-chart="bar"]') !== null`);
      expect(await page.evaluate(anyMark)).toBe(false);
    }));

  test('marks cells of the rebuilt table and figures of the text, and leads to the finding', () =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      await show(page, `#/source?doc=${JINGYU}&table=appropriation`);
      const cell = (key: string): string => `[data-table="appropriation"] [data-cell="${key}"]`;
      await page.waitFor(`document.querySelector('${cell('2/6')} [data-quality]') !== null`);
      const marked = await page.evaluate<string[]>(
        `[...document.querySelectorAll('[data-table="appropriation"] td [data-quality]')].map((mark) =>
          mark.closest('td').dataset.cell).toSorted()`,
      );
      const touched = await query<{ key: string }>(
        page,
        `SELECT DISTINCT c.row_no || '/' || c.col_no AS key FROM finding_cell c
        JOIN finding f USING (doc_id, finding_no)
        WHERE c.cell_doc_id = '${JINGYU}' AND c.table_id = 'appropriation' AND c.source = 'line'
          AND f.status = 'fail' AND f.severity <> 'note' ORDER BY key`,
      );
      expect(marked).toEqual(touched.map(({ key }) => key).toSorted());
      expect(marked).toContain('2/7');
      expect(marked).not.toContain('1/2');
      const text = await page.evaluate<string[]>(
        `[...document.querySelectorAll('main tr:has([data-quality])')].map((row) => row.innerText)`,
      );
      expect(text.some((row) => row.includes('下降34.56%'))).toBe(true);

      const link = `${cell('2/6')} [data-quality]`;
      const [, doc, no] = /finding=([^&]+)\/(\d+)/.exec(
        await page.evaluate<string>(`document.querySelector('${link}').getAttribute('href')`),
      )!;
      await page.evaluate(`document.querySelector('${link}').click()`);
      await page.waitFor(`location.hash.startsWith('#/checks')`);
      const [finding] = await query<{ rule_id: string }>(
        page,
        `SELECT rule_id FROM finding WHERE doc_id = '${doc}' AND finding_no = ${no}`,
      );
      await page.waitFor(
        `document.querySelector('[data-finding="${finding?.rule_id}"]') !== null`,
        30_000,
      );
    }));

  test('a finding passed over leaves no mark, and is still exported', () =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      await show(page, '#/overview');
      await page.waitFor(anyMark);
      const before = await shownMarks(page);
      const keys = await query<{ key: string }>(
        page,
        `SELECT DISTINCT f.doc_id || chr(9) || f.finding_key AS key FROM finding f
        JOIN metric_mark USING (doc_id, finding_no) WHERE metric_id = 'running_cost_yoy'`,
      );
      const mutes = JSON.stringify(keys.map(({ key }) => [key, '已说明', '2026-03-01']));
      await page.evaluate(`localStorage.setItem('tongchi.mutes', ${JSON.stringify(mutes)})`);
      await page.goto('about:blank');
      await page.goto(`${appUrl(place)}#/overview`);
      await ready(page);
      await show(page, '#/overview');
      await page.waitFor(anyMark);
      const after = await shownMarks(page);
      expect(before.filter((mark) => mark.endsWith(' running_cost_yoy'))).toHaveLength(1);
      expect(after).toEqual(before.filter((mark) => !mark.endsWith(' running_cost_yoy')));

      await show(page, '#/checks?status=muted');
      await page.evaluate(CATCH_SAVED);
      await saveFindings(page, 'csv');
      const { data } = Papa.parse<Record<string, string>>(
        (await savedFile(page)).toString('utf8').slice(1),
        { header: true, skipEmptyLines: true },
      );
      expect(
        data.map((row) => [row['已搁置'], row['搁置理由'], row['搁置日期']].join(' ')),
      ).toEqual(keys.map(() => '是 已说明 2026-03-01'));
    }));

  test('marks parts and wholes of a budget that does not add up', () =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      await page.setInputFiles('[data-testid="open-files"]', [unsound]);
      await page.waitFor(loadState('done'), 30_000);
      await show(page, '#/structure?orgs=org-1&tables=1');
      await page.waitFor(anyMark, 30_000);
      const rows = await page.evaluate<string[]>(
        `[...document.querySelectorAll('main td:has([data-quality])')].map((cell) => cell.innerText)`,
      );
      expect(rows.map((row) => row.trim())).toEqual(['60.00', '30.00', '10.00', '100.00']);
      await show(page, '#/structure?orgs=org-1');
      await page.waitFor(`document.querySelector('[data-chart="composition"] svg text') !== null`);
      expect(await page.text('[data-chart="composition"]')).toMatch(/60\.0% ▲/);
      await show(page, '#/overview?orgs=org-1');
      expect(await page.text('main')).toContain('60.00');
      expect(await shownMarks(page)).toContain('org-1 total');
    }));

  test('saves findings with their numbers as numbers', () =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      await show(page, '#/checks');
      await page.evaluate(CATCH_SAVED);
      const failing = await query<{ doc_id: string; rule_id: string; difference: string | null }>(
        page,
        `SELECT doc_id, rule_id, difference FROM finding WHERE status = 'fail'`,
      );

      await saveFindings(page, 'csv');
      const csv = (await savedFile(page)).toString('utf8');
      expect(csv.startsWith('\uFEFF')).toBe(true);
      const { data } = Papa.parse<Record<string, string>>(csv.slice(1), {
        header: true,
        skipEmptyLines: true,
      });
      expect(data.map((row) => row['核对项代码']).toSorted()).toEqual(
        failing.map(({ rule_id }) => rule_id).toSorted(),
      );
      const sum = data.find((row) => row['左边的数'] === '2431200.00')!;
      expect(sum).toMatchObject({ 年度: '2026', 程度: '错误', '单位（元、%…）': '元' });
      expect(sum['左边的原文']).toBe('243.12');

      await saveFindings(page, 'xlsx');
      const book = read(await savedFile(page), { cellNF: true });
      expect(book.SheetNames).toEqual(['核对结果', '涉及的格子', '文件汇总', '核对项']);
      const findings = column(book, '核对结果', '左边的数');
      const amount = findings.find((cell) => cell?.v === 2_431_200);
      expect(amount).toMatchObject({ t: 'n', z: '#,##0.00' });
      const expected = failing.flatMap(({ difference }) =>
        difference === null ? [] : [Number(difference)],
      );
      const differences = column(book, '核对结果', '相差（左减右）').flatMap((cell) =>
        cell ? [cell.t === 'n' ? Number(cell.v) : Number.NaN] : [],
      );
      expect(differences.toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b));
      expect(
        column(book, '文件汇总', '不符')
          .map((cell) => cell?.v)
          .toSorted(),
      ).toEqual(
        [JINGYU, YANBIAN]
          .map((doc) => failing.filter(({ doc_id }) => doc_id === doc).length)
          .toSorted(),
      );
    }));
});

/** Cells of a column below its head. */
function column(book: WorkBook, sheet: string, head: string): (CellObject | undefined)[] {
  const cells = book.Sheets[sheet]!;
  const { e } = utils.decode_range(cells['!ref']!);
  const at = (r: number, c: number) => cells[utils.encode_cell({ r, c })] as CellObject | undefined;
  const c = Array.from({ length: e.c + 1 }, (_, i) => i).find((i) => at(0, i)?.v === head)!;
  return Array.from({ length: e.r }, (_, r) => at(r + 1, c));
}

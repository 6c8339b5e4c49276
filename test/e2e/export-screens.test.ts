import { read, utils, type WorkBook } from '@e965/xlsx';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { query, ready, show } from '../helpers/app';
import { BROWSERS, withPage } from '../helpers/browsers';
import type { Page } from '../helpers/page';
import { appUrl, type Place } from '../helpers/places';
import { CATCH_SAVED, taken } from '../helpers/saved';

type Cells = (string | number | null)[][];

const MENUS = 'main [data-testid="figure-export"]';

/** A figure of the screen by the name its menu says. */
const menuOf = (title: string): string =>
  `main [data-testid="figure-export"][aria-label*="${title}"]`;

async function exported(page: Page, title: string, format: string) {
  const menu = menuOf(title);
  await page.waitFor(`document.querySelector(${JSON.stringify(menu)}) !== null`, 20_000);
  await page.click(menu);
  await page.waitFor(`document.querySelector('[data-export="${format}"]') !== null`);
  await page.click(`[data-export="${format}"]`);
  return taken(page);
}

const csvOf = (bytes: Uint8Array): string[][] => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  expect(text.startsWith('\uFEFF')).toBe(true);
  return Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data;
};
const sheetOf = (book: WorkBook, name: string): Cells => {
  const sheet = book.Sheets[name];
  expect(sheet, name).toBeDefined();
  return utils.sheet_to_json(sheet!, { header: 1, defval: null });
};
const columnOf = <Cell>([heads = [], ...rows]: Cell[][], head: string): Cell[] => {
  const place = heads.indexOf(head as Cell);
  expect(place, `${head} of ${heads.join(' ')}`).toBeGreaterThanOrEqual(0);
  return rows.map((row) => row[place]!);
};
const numbersOf = (table: readonly (readonly unknown[])[], head: string): (number | null)[] =>
  columnOf(table as unknown[][], head).map((cell) =>
    cell === null || cell === '' ? null : Number(cell),
  );

/** The table of a figure as CSV and as a workbook; both must hold the same. */
async function tableOf(page: Page, title: string): Promise<Cells> {
  const csv = csvOf((await exported(page, title, 'csv')).bytes);
  const book = read((await exported(page, title, 'xlsx')).bytes);
  const table = sheetOf(book, book.SheetNames[0]!);
  // A workbook keeps 15 digits of what a division gives; CSV keeps all.
  const shortened = (text: string): string => String(Number(Number(text).toPrecision(14)));
  const isNumber = (row: number, column: number): boolean =>
    typeof table[row]?.[column] === 'number';
  expect(
    csv.map((row, i) => row.map((text, k) => (isNumber(i, k) ? shortened(text) : text))),
  ).toEqual(
    table.map((row) =>
      row.map((cell) => (typeof cell === 'number' ? shortened(String(cell)) : (cell ?? ''))),
    ),
  );
  expect(book.SheetNames.slice(-2)).toEqual(['来源', '说明']);
  return table;
}

async function screenBook(page: Page): Promise<WorkBook> {
  await page.click('[data-testid="share"]');
  await page.waitFor(`document.querySelector('[data-share="screen"]') !== null`);
  await page.click('[data-share="screen"]');
  return read((await taken(page)).bytes);
}

async function picture(page: Page, title: string): Promise<string> {
  return new TextDecoder().decode((await exported(page, title, 'svg')).bytes);
}

const TOTALS = `SELECT CAST(m.value AS DOUBLE) / 10000 AS value FROM metric m
  JOIN document_info i ON i.doc_id = m.doc_id
  WHERE m.metric_id = 'total' ORDER BY i.jurisdiction_code`;
const totals = async (page: Page): Promise<number[]> =>
  (await query<{ value: number }>(page, TOTALS)).map(({ value }) => value);

async function open(page: Page, hash: string): Promise<void> {
  await show(page, hash);
  await page.waitFor(`document.querySelector('${MENUS}') !== null`, 30_000);
}

const PLACES: readonly (readonly [(typeof BROWSERS)[number], Place])[] = [
  ...BROWSERS.map((browser) => [browser, 'file'] as const),
  ['chromium', 'http'],
];

describe.each(PLACES)('%s over %s saves', (browser, place) => {
  test('structure: parts, areas and the flow, as tables and as pictures', () =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      await page.evaluate(CATCH_SAVED);
      await open(page, '#/structure?lang=zh&unit=万元&form=bars');
      const parts = await tableOf(page, '支出按功能分类');
      const wholes = parts.at(-1)!;
      expect([wholes[2], wholes[4]]).toEqual(await totals(page));
      expect(await picture(page, '支出按功能分类')).toMatch(/支出按功能分类[\s\S]*一般公共服务/);

      await open(page, '#/structure?lang=zh&unit=万元&form=treemap');
      const areas = await tableOf(page, '支出按功能分类');
      const levels = numbersOf(areas, '层级');
      expect(numbersOf(areas, '金额（万元）').filter((_, i) => levels[i] === 0)).toEqual(
        await totals(page),
      );
      expect(await picture(page, '支出按功能分类')).toContain('<svg');

      await open(page, '#/structure?lang=zh&unit=万元&form=sankey');
      const flow = await tableOf(page, '资金从来源到用途');
      const into = columnOf(flow, '到');
      const sum = numbersOf(flow, '金额（万元）').reduce<number>(
        (all, value, i) => (into[i] === '收支总计' ? all + Number(value) : all),
        0,
      );
      expect(sum).toBeCloseTo((await totals(page))[0]!, 6);
      expect(await picture(page, '资金从来源到用途')).toContain('收支总计');
      expect([...(await screenBook(page)).SheetNames]).toEqual([
        '资金从来源到用途',
        '来源',
        '说明',
      ]);
      expect(page.problems()).toEqual([]);
    }));

  test('projects: the whole list, like projects with their costs, and targets', () =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      await page.evaluate(CATCH_SAVED);
      await open(page, '#/projects?lang=zh&unit=万元');
      const list = await tableOf(page, '项目清单');
      const engine = await query<{ level2: string; total: number | null }>(
        page,
        `SELECT level2, CAST(total AS DOUBLE) / 10000 AS total FROM project_amount
          ORDER BY total DESC, doc_id, project_id`,
      );
      expect(columnOf(list, '项目').toSorted()).toEqual(
        engine.map(({ level2 }) => level2).toSorted(),
      );
      expect(numbersOf(list, '金额（万元）')).toEqual(engine.map(({ total }) => total));
      const names = (await screenBook(page)).SheetNames;
      expect(names).toEqual(['项目金额与其中的上年结转', '项目清单', '来源', '说明']);
      expect(await picture(page, '项目金额与其中的上年结转')).toContain('12345');

      await open(page, '#/projects?lang=zh&unit=万元&projectPart=like&projectGroup=kind:operation');
      await page.waitFor(`document.querySelectorAll('${MENUS}').length === 3`, 20_000);
      const book = await screenBook(page);
      expect(book.SheetNames).toHaveLength(5);
      const [group, costs] = book.SheetNames.map((name) => sheetOf(book, name));
      expect(columnOf(group!, '为什么在这一组').every(Boolean)).toBe(true);
      for (const table of [group!, costs!]) {
        const [amount, quantity, cost] = ['金额（万元）', '数量', '每单位（万元）'].map((head) =>
          numbersOf(table, head),
        );
        const divided = [...cost!.keys()].filter((i) => cost![i] !== null);
        expect(divided.length).toBeGreaterThan(0);
        for (const i of divided) expect(cost![i]).toBeCloseTo(amount![i]! / quantity![i]!, 9);
      }

      await open(page, '#/projects?lang=zh&projectPart=targets');
      const targets = await tableOf(page, '绩效目标按类型');
      const [counted] = await query<{ n: number }>(page, 'SELECT COUNT(*) AS n FROM indicator');
      expect(numbersOf(targets, '目标数').reduce<number>((all, one) => all + one!, 0)).toBe(
        counted!.n,
      );
      expect(page.problems()).toEqual([]);
    }));

  test('the overview, a document with its printed tables, and what checks found', () =>
    withPage(browser, appUrl(place), async (page) => {
      await ready(page);
      await page.evaluate(CATCH_SAVED);
      await open(page, '#/overview?lang=zh&unit=万元');
      const overview = await tableOf(page, '总览');
      const total = overview.find((row) => row.includes('total'))!;
      expect(total.filter((cell) => typeof cell === 'number')).toEqual(await totals(page));
      expect((await screenBook(page)).SheetNames).toEqual([
        '指标对照',
        '部门',
        '按功能分类',
        '最大的项目',
        '来源',
        '说明',
      ]);

      await open(page, '#/source?lang=zh&unit=万元&table=balance');
      const printed = await tableOf(page, '收支预算总表');
      const [own] = await totals(page);
      expect(printed.at(-1)).toContain('支出总计');
      expect(printed.at(-1)!.filter((cell) => cell === own)).toHaveLength(2);
      expect(printed.flat()).toContain('空白');
      const source = await screenBook(page);
      expect(source.SheetNames).toEqual(
        expect.arrayContaining(['印出的表', '收支预算总表', '由此算出的指标', '人数']),
      );
      const cells = sheetOf(source, '收支预算总表 各格');
      const read = numbersOf(cells, '金额（万元）');
      for (const [i, text] of columnOf(cells, '印出的内容').entries())
        expect(read[i]).toBe(text === null ? null : Number(String(text).replaceAll(',', '')));

      await page.waitFor(
        `window.tongchi.query('SELECT COUNT(DISTINCT doc_id) AS n FROM check_count')
          .then(([row]) => Number(row.n) === 2)`,
        60_000,
      );
      await open(page, '#/checks?lang=zh');
      const matrix = await tableOf(page, '文件与核对类别');
      const failed = await query<{ n: number }>(
        page,
        `SELECT CAST(SUM(failed) AS INTEGER) AS n FROM check_count GROUP BY doc_id ORDER BY n DESC`,
      );
      expect(numbersOf(matrix, '合计 不符')).toEqual(failed.map(({ n }) => n));
      expect((await screenBook(page)).SheetNames).toEqual(
        expect.arrayContaining(['文件与核对类别', '核对结果', '涉及的格子', '核对了什么', '说明']),
      );
      expect(page.problems()).toEqual([]);
    }));
});

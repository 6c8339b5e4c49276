import { expect, test } from 'vitest';
import type { RawTable } from '@/domain/raw-table';
import { parquetInNode } from '@/importers/parquet';
import { readFiles } from '@/importers/read-files';
import { query, ready, show } from '../helpers/app';
import { withPage } from '../helpers/browsers';
import type { Page } from '../helpers/page';
import { appUrl, COMBINATIONS } from '../helpers/places';
import { CATCH_SAVED, taken, type Saved } from '../helpers/saved';
import { xmlElements } from '../helpers/xml';

async function exported(page: Page, format: string): Promise<Saved> {
  await page.click('main [data-testid="figure-export"]');
  await page.waitFor(`document.querySelector('[data-export="${format}"]')`);
  await page.click(`[data-export="${format}"]`);
  return taken(page);
}

/** A key for whatever has the focus. */
const press = (page: Page, key: string): Promise<unknown> =>
  page.evaluate(
    `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true, cancelable: true }))`,
  );

/** Tables of a file as the app's own importers read them, by sheet. */
async function tablesOf({ name, bytes }: Saved): Promise<Map<string, string[][]>> {
  const blob = new Blob([bytes as BlobPart]);
  const { tables, issues } = await readFiles([{ path: name, blob }], {
    parquet: async () => parquetInNode,
  });
  expect(issues).toEqual([]);
  return new Map(
    tables.map((table: RawTable) => [
      table.sheet ?? '',
      [...(table.names ? [[...table.names]] : []), ...table.sample.map((row) => [...row])],
    ]),
  );
}

const only = (tables: ReadonlyMap<string, string[][]>): string[][] => [...tables.values()][0]!;
const column = ([heads = [], ...rows]: string[][], head: string): string[] =>
  rows.map((row) => row[heads.indexOf(head)] ?? '');

interface EngineRow {
  organization: string;
  total: number;
  share: number;
}
const ENGINE = `SELECT i.organization,
    MAX(CASE WHEN m.metric_id = 'total' THEN CAST(m.value AS DOUBLE) END) AS total,
    MAX(CASE WHEN m.metric_id = 'project_share' THEN CAST(m.value AS DOUBLE) END) AS share
  FROM metric m JOIN document_info i ON i.doc_id = m.doc_id GROUP BY i.organization`;
const CELLS = `SELECT DISTINCT l.printed FROM metric m
  JOIN line l ON l.doc_id = m.doc_id AND l.table_id = 'balance' AND l.amount = m.value
  WHERE m.metric_id = 'total'`;

/** Columns of a table by organization, as numbers. */
const byOrganization = (table: string[][], head: string): Record<string, number> =>
  Object.fromEntries(
    column(table, '部门').map((name, i) => [name, Number(column(table, head)[i])]),
  );

test.each(COMBINATIONS)('%s over %s saves a chart in every format', (browser, place) =>
  withPage(browser, appUrl(place), async (page) => {
    await ready(page);
    await page.evaluate(CATCH_SAVED);
    await show(page, '#/compare?lang=zh&chart=scatter&unit=万元&tables=1');
    await page.waitFor(`document.querySelector('main [data-testid="figure-export"]')`, 20_000);
    const engine = await query<EngineRow>(page, ENGINE);
    const totals = Object.fromEntries(engine.map((row) => [row.organization, row.total / 10_000]));
    const shares = Object.fromEntries(engine.map((row) => [row.organization, row.share]));

    for (const format of ['csv', 'gb18030', 'parquet']) {
      const saved = await exported(page, format);
      expect(saved.name).toMatch(
        new RegExp(
          `^总预算与项目支出占比 \\d{4}-\\d\\d-\\d\\d\\.${format === 'parquet' ? format : 'csv'}$`,
        ),
      );
      const table = only(await tablesOf(saved));
      expect(byOrganization(table, '总预算（万元）'), format).toEqual(totals);
      expect(byOrganization(table, '项目支出占比'), format).toEqual(shares);
    }

    const book = await tablesOf(await exported(page, 'xlsx'));
    expect([...book.keys()]).toEqual(['总预算与项目支出占比', '来源', '说明']);
    expect(byOrganization(only(book), '总预算（万元）')).toEqual(totals);
    expect(byOrganization(only(book), '项目支出占比')).toEqual(shares);
    const printed = (await query<{ printed: string }>(page, CELLS)).map((row) => row.printed);
    expect(column(book.get('来源')!, '印出的内容')).toEqual(expect.arrayContaining(printed));
    expect(column(book.get('说明')!, '名称')).toContain('项目支出占比');

    const svg = new TextDecoder().decode((await exported(page, 'svg')).bytes);
    expect(svg).toMatch(/总预算与项目支出占比[\s\S]*口径不同[\s\S]*来源：[\s\S]*同尺 \d/);
    expect(() => xmlElements(svg)).not.toThrow();
    expect(svg).not.toMatch(/href=|<script|<style|url\((?!#)/);

    const { bytes } = await exported(page, 'png');
    expect(new TextDecoder('latin1').decode(bytes.slice(1, 4))).toBe('PNG');
    expect(new DataView(bytes.buffer).getUint32(16)).toBe(1920);
    expect(page.problems()).toEqual([]);
  }),
);

test('a screen is saved as one workbook, and what cannot be saved is said', () =>
  withPage('chromium', appUrl('file'), async (page) => {
    await ready(page);
    await page.evaluate(CATCH_SAVED);
    await show(page, '#/compare?lang=zh&chart=bar');
    await page.waitFor(`document.querySelector('main [data-testid="figure-export"]')`, 20_000);
    await page.click('[data-testid="share"]');
    await page.waitFor(`document.querySelector('[data-share="screen"]')`);
    await page.click('[data-share="screen"]');
    const saved = await taken(page);
    expect(saved.name).toMatch(/^同尺 对比 .*\.xlsx$/);
    expect([...(await tablesOf(saved)).keys()]).toEqual(['总预算', '来源', '说明']);

    await page.evaluate(`document.querySelector('main [data-testid="figure-export"]').focus()`);
    await press(page, 'Enter');
    await page.waitFor(`document.activeElement?.dataset.export === 'png'`);
    await press(page, 'ArrowDown');
    await press(page, 'ArrowDown');
    await press(page, 'Enter');
    expect((await taken(page)).name).toMatch(/^总预算 .*\.csv$/);
    await page.waitFor(`document.activeElement?.dataset.testid === 'figure-export'`);

    await show(page, '#/compare?lang=zh&chart=slope&slope=years');
    await page.waitFor(`document.querySelector('main [data-testid="figure-export"]')`, 20_000);
    await page.click('main [data-testid="figure-export"]');
    await page.waitFor(`document.querySelector('[data-export="png"]')`);
    await page.click('[data-export="png"]');
    await page.waitFor(`document.querySelector('main .figure-export [role="alert"]')`);
    expect(await page.text('main .figure-export [role="alert"]')).toMatch(
      /^PNG 图片没有导出：“总预算”/,
    );
  }));

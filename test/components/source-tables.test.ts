import { describe, expect, it } from 'vitest';
import { matrixColumns, ruleColumns, ruleFamilies } from '@/components/check-columns';
import { leavingTable } from '@/components/leaving-table';
import {
  amountCells,
  asideColumns,
  headcountColumns,
  metricListColumns,
  metricListRows,
  printedCellColumns,
  printedNumber,
  printedTableColumns,
  statementColumns,
  tableListColumns,
} from '@/components/source-columns';
import { familyTotals, ruleSums } from '@/db/queries/checks';
import {
  doubts,
  placements,
  printedCells,
  printedColumns,
  printedTables,
  printedTexts,
} from '@/db/queries/printed-table';
import { documentHeadcounts, documentMetrics, documentStatements } from '@/db/queries/provenance';
import { totalsByFamily } from '@/domain/check-totals';
import { buildPrintedTable } from '@/domain/printed-table';
import { sheetCsv } from '@/exporters/sheet-writer';
import { checkedBudgets, JINGYU, run, YANBIAN } from '../helpers/engine';
import { DOCS, expectAsPrinted, golden, headed, infos, words } from '../helpers/screen-tables';

describe('tables of the source screen', () => {
  const tableOf = async (doc: string, id: string) => {
    const tables = [id];
    const info = (await run(printedTables(doc))).find(({ table_id }) => table_id === id)!;
    return buildPrintedTable(info, {
      columns: await run(printedColumns(doc, tables)),
      cells: await run(printedCells([doc], tables)),
      texts: await run(printedTexts(doc)),
      placements: await run(placements(doc, tables)),
      doubts: await run(doubts(doc, tables)),
    });
  };
  const names = {
    columnName: (table: Awaited<ReturnType<typeof tableOf>>, column: number) =>
      table.columns.find(({ col_no }) => col_no === column)?.header ?? '',
    meaning: ({ fund, vintage, nature }: { fund: string; vintage: string; nature: string }) =>
      [nature, fund, vintage].join(' '),
  };

  it('holds a printed table row by row, numbers as numbers and blanks as blanks', async () => {
    const table = await tableOf(JINGYU, 'balance');
    const made = leavingTable(
      '表',
      printedTableColumns(table, names.columnName, words),
      table.rows,
      words,
    );
    golden('printed-table', made);
    expect(made.sheet.rows).toHaveLength(table.rows.length);
    await expectAsPrinted(made);
    const cells = leavingTable(
      '格',
      printedCellColumns(table, names, words),
      amountCells(table),
      words,
    );
    const [printed, read] = [headed(cells, '印出的内容'), headed(cells, '金额（万元）')];
    for (const [i, text] of printed.entries())
      expect(read[i] === null ? '' : Number(read[i])).toBe(
        text ? Number(text.replaceAll(',', '')) : '',
      );
  });

  it('says what cannot be read as it is printed', () => {
    const unreadable = { amount: null, state: 'unreadable', text: '1?3.4' } as const;
    expect(printedNumber(unreadable, '万元', words)).toEqual({
      value: null,
      reason: '无法辨认：1?3.4',
    });
    const blank = { amount: null, state: 'blank', text: '' } as const;
    expect(printedNumber(blank, '万元', words)).toEqual({ value: null, reason: '空白' });
  });

  it('holds metrics, headcounts, statements and the list of tables', async () => {
    const rows = metricListRows(await run(documentMetrics(JINGYU)), words);
    const metrics = leavingTable('指标', metricListColumns(rows, words), rows, words);
    golden('source-metrics', metrics);
    const missing = rows.findIndex(({ fact }) => fact.value === null);
    expect(headed(metrics, '数值：无数字的原因')[missing]).not.toBeNull();
    const people = await run(documentHeadcounts(YANBIAN));
    golden('source-headcounts', leavingTable('人数', headcountColumns(words), people, words));
    const said = await run(documentStatements(YANBIAN));
    const stated = statementColumns(({ statement_id }) => statement_id, words);
    golden('source-statements', leavingTable('文字', stated, said, words));
    const list = await run(printedTables(YANBIAN));
    const listed = tableListColumns(({ title, table_id }) => title ?? table_id, words);
    golden('source-tables', leavingTable('表', listed, list, words));
    const aside = [
      { unread_no: 1, reason: 'no_unit', printed: '=1+1', page: 3, amounts: 2 },
    ] as const;
    const { sheet } = leavingTable('其他', asideColumns(words), aside as never, words);
    expect(sheet.rows[0]?.slice(2)).toEqual(['3', '2']);
    expect(new TextDecoder().decode(sheetCsv(sheet))).toContain("'=1+1");
  });
});

describe('tables of the checks screen', () => {
  it('count what the engine counts, and say what was not checked', async () => {
    await checkedBudgets();
    const { all } = await infos();
    const totals = await run(familyTotals(DOCS));
    const rows = [
      ...all.map((info) => ({
        info,
        isChecked: true,
        totalsOf: (family?: string) => totalsByFamily(totals, [])(info.doc_id, family),
      })),
      { info: all[0]!, isChecked: false, totalsOf: () => totalsByFamily([], [])('') },
    ];
    const made = leavingTable('核对', matrixColumns(words), rows, words);
    golden('checks-matrix', made);
    const [engine] = await run<{ failed: number; passed: number }>({
      sql: `SELECT CAST(SUM(failed) AS INTEGER) AS failed, CAST(SUM(passed) AS INTEGER) AS passed
        FROM check_count WHERE doc_id = '${YANBIAN}'`,
    });
    expect(headed(made, '合计 不符')[1]).toBe(String(engine!.failed));
    expect(headed(made, '合计 相符')[1]).toBe(String(engine!.passed));
    expect(headed(made, '合计 不符')[2]).toBeNull();
    expect(headed(made, '合计 不符：无数字的原因')[2]).toBe('还没有核对');

    const sums = await run(ruleSums(DOCS));
    const rules = ruleFamilies(sums).flatMap(({ rules: own }) => own);
    expect(rules).toHaveLength(sums.length);
    const named = { ruleName: (id: string) => id, ruleAbout: (id: string) => id };
    const table = leavingTable('核对项', ruleColumns(named, words), rules, words);
    const failed = headed(table, '不符').reduce((sum, one) => sum + Number(one), 0);
    expect(failed).toBe(sums.reduce((sum, one) => sum + Number(one.failed), 0));
  });
});
